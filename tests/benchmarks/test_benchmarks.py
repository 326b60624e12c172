"""What the benchmarks rest on: a county that is the same each time, and an answer on NetworkX that is the program's."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from math import inf
from pathlib import Path

import pytest

from graph_model import catalogue
from graph_model.embedded import EmbeddedStore
from graph_model.loading import plan_load
from graph_model.store import Snapshot
from loaders.files import read_lists
from queries.question import all_questions
from tests.benchmarks import aims, drawings, report
from tests.benchmarks.askings import askings, mobilisers
from tests.benchmarks.county import write_county
from tests.benchmarks.drawings import Drawing
from tests.benchmarks.in_process import NETWORKX, Engine, InNetworkx, Measured, Times, measured, networkx_rows, rows
from tests.benchmarks.networkx_facts import NetworkxFacts
from tests.benchmarks.networkx_loading import from_lists, from_snapshot
from tests.benchmarks.server import empty, store_on
from tests.lists import loaded_into
from tests.neo4j_server import Server

ORGANISATIONS, RELATIONS = 300, 1_800
TODAY = dt.date(2025, 1, 1)


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Counter[str]]:
    """The lists of a small county, and how many relations they give."""
    folder = tmp_path_factory.mktemp("county") / "lists"
    return folder, write_county(folder, ORGANISATIONS, RELATIONS)


@pytest.fixture(scope="module")
def snapshot(lists: tuple[Path, Counter[str]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """The small county, loaded."""
    store = EmbeddedStore(tmp_path_factory.mktemp("store"))
    read = read_lists([lists[0]], "county")
    assert read.problems == []
    with store.writing() as writer:
        plan = plan_load(writer.current(), read.sources, TODAY)
        assert plan.problems == []
        writer.apply(plan.change, lambda _: None)
    with store.reading() as opened:
        yield opened
    store.close()


@pytest.fixture(scope="module")
def facts(snapshot: Snapshot) -> NetworkxFacts:
    """The same in NetworkX."""
    return from_snapshot(snapshot)


def test_every_question_is_asked_and_has_rows(snapshot: Snapshot) -> None:
    asked = askings(snapshot)
    assert len([asking for asking in asked if asking.question == "mobilisers"]) == 6
    assert {asking.question for asking in asked if rows(snapshot, asking)} == set(all_questions())
    assert set(NETWORKX) == set(all_questions()) - {"mobilisation-plan"}  # NetworkX finds no fewest


@pytest.mark.parametrize("question", NETWORKX)
def test_networkx_gives_the_rows_of_the_program(snapshot: Snapshot, facts: NetworkxFacts, question: str) -> None:
    for asking in askings(snapshot):
        if asking.question == question:
            assert networkx_rows(facts, asking) == rows(snapshot, asking), asking


def test_lists_that_are_read_into_networkx_are_the_facts_of_the_store(
    lists: tuple[Path, Counter[str]], facts: NetworkxFacts
) -> None:
    read = from_lists(lists[0], TODAY)
    assert read.nodes.keys() == facts.nodes.keys()
    for kind, graph in facts.graphs.items():
        assert dict(read.graphs[kind].edges) == dict(graph.edges), kind


def test_the_answers_are_of_every_sort(snapshot: Snapshot) -> None:
    found = [row for asking in mobilisers(snapshot) for row in rows(snapshot, asking)]
    assert {row["chain"] for row in found} == {"direct", "gathers", "through"}
    assert {row["where"] for row in found} == {"here", "wider", "elsewhere"}
    assert {row["group_match"] for row in found} == {"itself", "narrower", "broader"}
    assert {flag for row in found for flag in row["flags"]} >= {"by type", "time unknown"}


@pytest.mark.needs("neo4j")
@pytest.mark.xdist_group("neo4j")
def test_every_answer_is_equal_on_the_server(
    snapshot: Snapshot, facts: NetworkxFacts, lists: tuple[Path, Counter[str]], neo4j_server: Server
) -> None:
    empty(neo4j_server)
    store = store_on(neo4j_server)
    loaded_into(store, read_lists([lists[0]], "county").sources, TODAY)
    with store.reading() as there:
        engines = [Engine(partial(_opened, one), one) for one in (snapshot, there)]
        for asking in askings(snapshot):
            one = measured("county", asking, engines, InNetworkx(facts, 0), 1)
            assert one.equal, asking
            assert one.neo4j
            assert report.question_line(one).remark == f"{one.found} rows equal"
    store.close()


def test_an_aim_is_missed_by_what_is_slower(snapshot: Snapshot) -> None:
    asking = mobilisers(snapshot)[0]
    fast, slow = Times(1, 1, 1), Times(2, 2, 2)
    missed = [Measured("county", asking, slow, fast, (1.5, 1.5), 0, equal=False)]
    reached = [Measured("county", asking, fast, slow, (1.5, 1.5), 0, equal=True)]
    assert [aim.reached for aim in aims.question_aims(missed)] == [False] * 5
    assert [aim.reached for aim in aims.question_aims(reached)] == [True] * 5
    assert all(str(asking) in line for aim in aims.question_aims(missed) for line in aim.missed)


@pytest.mark.needs("chromium")
def test_the_first_drawing_is_measured_and_reported() -> None:
    with ThreadPoolExecutor(1) as thread:  # a thread can have one Playwright open, and other tests keep theirs
        one = thread.submit(drawings.measured, 20, 1, beside_pyvis=False).result()
    assert one.nodes == 20
    assert one.size > 100_000
    assert one.drawn
    assert 0 < one.drawn < inf
    assert [str(cell) for cell in report.drawing_table("", [one]).columns[5].cells] == [f"{one.drawn:.2f} s"]


def test_a_page_that_was_given_up_is_told_of_and_is_the_later_one() -> None:
    given_up = Drawing(5_000, 15_000, 1, 1, 1, 2, inf)
    late = Drawing(300, 900, 1, 1, 1, 2, 1)
    unopened = Drawing(300, 900, 1, 1, 1, None, None)
    assert report.until_drawn(inf) == "more than 60 s"
    assert report.times_as_long(given_up) == "more than 30"
    assert [aim.reached for aim in aims.drawing_aims([given_up])] == [True, True]
    assert [aim.reached for aim in aims.drawing_aims([late])] == [False, False]
    assert list(aims.drawing_aims([unopened])) == []
    assert "5,000 nodes" in next(aims.drawings_not_measured([given_up]))
    assert list(aims.drawings_not_measured([unopened])) == ["the first drawing: there is no chromium here"]


def test_a_drawn_graph_is_the_same_each_time_and_skewed() -> None:
    drawn, made = drawings.graph(500)
    assert (drawn, made) == drawings.graph(500)
    degrees = sorted(Counter(end for link in drawn.links for end in link).values())
    assert 2.5 * 500 < len(made["edges"]) < 4 * 500
    assert degrees[-1] > 20 * degrees[250]


def test_a_seed_gives_one_county(lists: tuple[Path, Counter[str]], tmp_path: Path) -> None:
    write_county(tmp_path / "same", ORGANISATIONS, RELATIONS)
    write_county(tmp_path / "other", ORGANISATIONS, RELATIONS, seed=2)
    assert _contents(tmp_path / "same") == _contents(lists[0])
    assert _contents(tmp_path / "other") != _contents(lists[0])


def test_a_county_has_the_size_that_is_asked_for(lists: tuple[Path, Counter[str]], snapshot: Snapshot) -> None:
    built_in = 27
    counts = snapshot.counts()
    facts = {relation.kind(): counts[relation.kind()].facts for relation in catalogue.RELATIONS if relation.listed}
    loaded = {kind: count for kind, count in facts.items() if count}
    assert counts["Organisation"].facts == ORGANISATIONS
    written = {kind: count for kind, count in lists[1].items() if count}
    assert loaded == {**written, "BROADER": written["BROADER"] + built_in}
    assert lists[1].total() == pytest.approx(RELATIONS, rel=0.02)


def test_a_county_cannot_be_too_small(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="organisations"):
        write_county(tmp_path, 10, 60)


@contextmanager
def _opened(snapshot: Snapshot) -> Iterator[Snapshot]:
    yield snapshot


def _contents(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
