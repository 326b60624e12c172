"""Many on one Neo4j server: loads and questions at once, a graph that others alter, a server that is killed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph_model import neo4j_writer
from graph_model.neo4j_difference import Step
from graph_model.neo4j_store import Neo4jStore
from graph_model.problems import Refusal
from graph_model.store import StateChanged, settled
from queries.asking import ask
from queries.question import all_questions
from tests.graph_model.desk import Desk
from tests.graph_model.neo4j_loads import AFTER, BEFORE, NEXT, held, leftovers, parts, store_on
from tests.lists import emptied
from tests.neo4j_server import LocalServer, Server

pytestmark = [pytest.mark.needs("neo4j"), pytest.mark.xdist_group("neo4j")]


@pytest.fixture
def desk(neo4j_store: Neo4jStore, tmp_path: Path) -> Desk:
    return Desk(neo4j_store, tmp_path)


@pytest.fixture
def other(neo4j_server: Server, desk: Desk) -> Iterator[Neo4jStore]:
    """The same store, as another program has it."""
    store = store_on(neo4j_server)
    yield store
    store.close()


def code(refusal: pytest.ExceptionInfo[Refusal]) -> str:
    (problem,) = refusal.value.problems
    return problem.message.code


def test_the_second_of_two_loads_is_refused_until_the_first_is_over(desk: Desk, other: Neo4jStore) -> None:
    desk.load(BEFORE)
    with desk.store.writing():
        with pytest.raises(Refusal) as refusal, other.writing():
            pass
        assert code(refusal) == "store-busy"
    with other.writing():
        pass


def test_a_dead_writer_keeps_no_lock(neo4j_server: Server, desk: Desk, other: Neo4jStore) -> None:
    desk.load(BEFORE)
    dead = store_on(neo4j_server)
    lock = dead.writing()
    lock.__enter__()
    dead.close()  # as the operating system does with the connections of a dead process
    with other.writing() as writer:
        assert writer.is_sound()


def test_a_load_in_parts_is_not_seen_until_it_counts_and_refuses_questions_from_then_on(
    desk: Desk, other: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.load(BEFORE)
    before, plan = held(desk), desk.plan(AFTER)
    parts(monkeypatch)
    seen: list[object] = []

    def look(_: float) -> None:
        try:
            with other.reading():
                seen.append(held(Desk(other, Path())))
        except Refusal as refusal:
            seen.append(refusal.problems[0].message.code)

    with desk.store.writing() as writer:
        writer.apply(plan.change, look)
    answered = [one for one in seen if one == before]
    assert answered
    assert seen == [*answered, *["server-loading"] * (len(seen) - len(answered))]
    assert seen[-1] == "server-loading"


def test_a_question_meets_a_load_that_finishes(desk: Desk, other: Neo4jStore) -> None:
    desk.load(BEFORE)
    with pytest.raises(StateChanged), other.reading():
        desk.load(NEXT)


def test_such_a_question_is_asked_again(desk: Desk, other: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.load(BEFORE)
    question, given = all_questions()["actor"], {"actor": "A5"}
    loads = iter([NEXT])
    refused = Neo4jStore._refuse_unless_still

    def meanwhile(store: Neo4jStore, *state: object) -> None:
        for lists in loads:
            desk.load(lists)
        refused(store, *state)  # type: ignore[arg-type]

    monkeypatch.setattr(Neo4jStore, "_refuse_unless_still", meanwhile)
    assert "www.b.no" in str(settled(other, lambda snapshot: ask(snapshot, question, given, "nb")).as_json("nb"))


def test_one_bad_row_takes_the_whole_load_with_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.load(BEFORE)
    before, plan = held(desk), desk.plan(AFTER)
    said_anew = neo4j_writer._said_anew

    def twice(*given: Any) -> Iterator[Step]:
        gone, new, *others = said_anew(*given)
        yield from (gone, Step(new.cypher, [*new.rows, new.rows[0]]), *others)

    monkeypatch.setattr(neo4j_writer, "_said_anew", twice)
    with desk.store.writing() as writer, pytest.raises(Refusal) as refusal:
        writer.apply(plan.change, lambda _: None)
    assert code(refusal) == "server-refused"
    assert held(desk) == before


def test_what_others_have_altered_is_put_right_by_the_next_load(neo4j_server: Server, desk: Desk) -> None:
    desk.load(BEFORE)
    before = held(desk)
    with neo4j_server.driver() as driver:
        for text in (
            "MATCH (n:Network {name: 'Forum'}) DETACH DELETE n",
            "MATCH ()-[r:MEMBER_OF]->() SET r.digest = ''",
        ):
            driver.execute_query(text, database_=neo4j_server.database)
    with desk.store.writing() as writer:
        assert not writer.is_sound()
        writer.apply(desk.plan(BEFORE).change, lambda _: None)
    assert held(desk) == before


def test_a_server_that_is_killed_during_a_load_has_the_graph_before(
    own_neo4j_server: LocalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for in_parts, share in ((False, 0.5), (True, 0.2), (True, 0.7)):
        desk = Desk(emptied(own_neo4j_server), tmp_path)
        desk.load(BEFORE)
        before, plan = held(desk), desk.plan(AFTER)

        def kill(done: float, at: float = share) -> None:
            if done >= at:
                own_neo4j_server.kill()

        with monkeypatch.context() as patched:
            if in_parts:
                parts(patched)
            with pytest.raises(Refusal), desk.store.writing() as writer:
                writer.apply(plan.change, kill)
        desk.store.close()
        own_neo4j_server.start_again()
        again = Desk(store_on(own_neo4j_server), tmp_path)
        with again.store.writing():
            """A load begins so, and takes over what is left."""
        assert leftovers(own_neo4j_server) == [0, ""]
        left = held(again)
        again.load(AFTER)
        assert left in (before, held(again))
        assert in_parts or left == before
        again.store.close()


def test_a_server_that_is_killed_during_a_question(own_neo4j_server: LocalServer, tmp_path: Path) -> None:
    desk = Desk(emptied(own_neo4j_server), tmp_path)
    desk.load(BEFORE)
    with pytest.raises(Refusal) as refusal, desk.store.reading():
        own_neo4j_server.kill()
    assert code(refusal) in ("server-lost", "server-unreachable")
    own_neo4j_server.start_again()
    with desk.store.reading() as snapshot:
        assert len(snapshot.query("MATCH (n:Organisation) RETURN n.id")) == 8
    desk.store.close()


def test_a_load_that_is_too_large_is_written_in_parts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    write = neo4j_writer.Neo4jWriter._lay

    def laid(writer: neo4j_writer.Neo4jWriter, *given: Any) -> None:
        said.append("laid")
        write(writer, *given)

    monkeypatch.setattr(neo4j_writer.Neo4jWriter, "_lay", laid)
    monkeypatch.setattr(neo4j_writer, "MOST_AT_ONCE", 40)
    desk.load({"nettverk.csv": ["navn", "HR"]})
    assert said == ["laid"]  # the types of actor that every graph has are more than 40 rows
    desk.load({"nettverk.csv": ["navn", "HR", "Forum"]})
    assert said == ["laid"]
