"""A load too large for one transaction: in parts it adds up to the same, and cut off anywhere it does no harm."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from graph_model.neo4j_store import Neo4jStore
from tests.graph_model.desk import Desk
from tests.graph_model.memory import MemoryStore
from tests.graph_model.neo4j_loads import AFTER, BEFORE, NEXT, cut_off, held, leftovers, parts, store_on
from tests.lists import emptied
from tests.neo4j_server import Server

pytestmark = [pytest.mark.needs("neo4j"), pytest.mark.xdist_group("neo4j")]

Load = Callable[[Desk], object]
LOADS: dict[str, Load] = {
    "a first load": lambda desk: desk.load(BEFORE),
    "a changed load": lambda desk: desk.load(AFTER),
    "a removal": lambda desk: desk.remove("medlemskap.csv"),
}


def nothing(_: Desk) -> None:
    """What is loaded before a first load."""


def loaded_before(desk: Desk) -> None:
    desk.load(BEFORE)


EARLIER: dict[str, Load] = {"a first load": nothing, "a changed load": loaded_before, "a removal": loaded_before}


@pytest.fixture
def desk(neo4j_store: Neo4jStore, tmp_path: Path) -> Desk:
    return Desk(neo4j_store, tmp_path)


def expected(folder: Path, *loads: Load) -> object:
    """What a store without an engine holds after some loads."""
    desk = Desk(MemoryStore(), folder)
    for load in loads:
        load(desk)
    return held(desk)


@pytest.mark.parametrize("load", LOADS)
def test_it_adds_up_to_the_same(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, load: str) -> None:
    EARLIER[load](desk)
    parts(monkeypatch)
    LOADS[load](desk)
    assert held(desk) == expected(tmp_path, EARLIER[load], LOADS[load])


@pytest.mark.parametrize("load", LOADS)
def test_cut_off_at_every_write_it_is_finished_or_undone(
    neo4j_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, load: str
) -> None:
    def follow(desk: Desk) -> None:
        desk.load(NEXT)

    undone = expected(tmp_path, EARLIER[load], follow)
    finished = expected(tmp_path, EARLIER[load], LOADS[load], follow)
    outcomes = []
    parts(monkeypatch)
    for at in range(1000):
        desk = Desk(emptied(neo4j_server), tmp_path)
        with monkeypatch.context() as whole:
            whole.undo()
            EARLIER[load](desk)
        came = cut_off(monkeypatch, at, partial(LOADS[load], desk))
        desk.store.close()
        desk = Desk(store_on(neo4j_server), tmp_path)
        with desk.store.writing():
            """The next load begins so."""
        follow(desk)
        outcomes.append(held(desk))
        desk.store.close()
        assert leftovers(neo4j_server) == [0, ""]
        if not came:
            break
    known = [outcome == finished for outcome in outcomes]
    assert all(outcome in (undone, finished) for outcome in outcomes)
    assert known == sorted(known)
    assert known[0] is False
    assert known.count(True) > 3
