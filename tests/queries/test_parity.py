"""Every question has the same answer on both engines, and without one: rows, paths, statements and sources."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from graph_model.statements import SourceClaims
from graph_model.store import Snapshot
from queries import memory
from queries.question import Question, all_questions
from tests.lists import built, emptied, in_memory, loaded_into, made_up_county, trondelag
from tests.neo4j_server import Server
from tests.queries.all_askings import ASKED_BY_TEXT, TIMES, Given, answered, every_value, givens
from tests.queries.random_graphs import random_facts

pytestmark = [pytest.mark.needs("neo4j"), pytest.mark.xdist_group("neo4j")]
COUNTIES: dict[str, Callable[[], list[SourceClaims]]] = {"made up": made_up_county, "Trøndelag": trondelag}
SEEDS = range(1000, 1050)
ASKED_AT_RANDOM = 2
RANDOM_TIMES = ("2020", "2021-06-15", "all")


def some(snapshot: Snapshot, question: Question, asked: int) -> Iterator[Given]:
    return itertools.islice(givens(snapshot, question, seed=asked), asked)


@pytest.fixture
def by_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the engines answer each hop, and nothing of relations be kept in memory."""
    monkeypatch.setattr(memory, "MOST_READ", -1)
    monkeypatch.setattr(memory, "MOST_KEPT", -1)


def compare(
    embedded: Snapshot, server: Snapshot, question: Question, asked: Iterator[Given], times: Sequence[str] = TIMES
) -> int:
    """Ask on both; how many rows there were."""
    rows = 0
    for given, time in zip(asked, itertools.cycle(times), strict=False):
        one, other = answered(embedded, question, given, time), answered(server, question, given, time)
        assert (one and one.as_json("nb")) == (other and other.as_json("nb")), (question.id, given, time)
        rows += len(one.rows) if one else 0
    return rows


class Both:
    """A county in a store of each engine, open to be read."""

    def __init__(self, embedded: Snapshot, server: Snapshot) -> None:
        self.embedded, self.server = embedded, server


@pytest.fixture(params=list(COUNTIES), scope="module")
def county(
    request: pytest.FixtureRequest, neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    sources = COUNTIES[request.param]()
    embedded = built(tmp_path_factory.mktemp("parity") / "store", sources)
    store = emptied(neo4j_server)
    loaded_into(store, sources)
    reading: AbstractContextManager[Snapshot] = store.reading()
    with reading as server:
        yield Both(embedded, server)
    store.close()
    embedded.close()


@pytest.mark.parametrize("question", all_questions().values(), ids=all_questions())
def test_every_parameter_value(county: Both, question: Question) -> None:
    assert compare(county.embedded, county.server, question, every_value(county.embedded, question))


@pytest.mark.usefixtures("by_text")
@pytest.mark.parametrize("question", all_questions().values(), ids=all_questions())
def test_the_texts_of_a_question(county: Both, question: Question) -> None:
    assert compare(county.embedded, county.server, question, some(county.embedded, question, ASKED_BY_TEXT))


@pytest.mark.usefixtures("by_text")
@pytest.mark.parametrize("seed", SEEDS)
def test_random_graphs(seed: int, neo4j_server: Server, tmp_path: Path) -> None:
    claims = [random_facts(seed)]
    embedded, store = built(tmp_path / "store", claims), emptied(neo4j_server)
    loaded_into(store, claims)
    with store.reading() as server:
        for question in all_questions().values():
            compare(embedded, server, question, some(embedded, question, ASKED_AT_RANDOM), RANDOM_TIMES)
    store.close()
    embedded.close()


@pytest.mark.parametrize("seed", SEEDS[:5])
def test_random_graphs_without_an_engine(seed: int, tmp_path: Path) -> None:
    claims = [random_facts(seed)]
    embedded, memory_alone = built(tmp_path / "store", claims), in_memory(claims)
    for question in all_questions().values():
        compare(embedded, memory_alone, question, some(embedded, question, ASKED_BY_TEXT), RANDOM_TIMES)
    embedded.close()
