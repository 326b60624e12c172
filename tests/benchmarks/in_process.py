"""The question asked in the process, beside NetworkX in the same run; the answers must be equal."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import product
from statistics import median
from typing import Any, NamedTuple

from graph_model.nodes import RegionType
from graph_model.store import Record, Snapshot
from graph_model.text import Lang
from queries.asking import ask
from queries.context import Context, as_of
from queries.question import Question, all_questions
from tests.benchmarks.networkx_facts import NetworkxFacts
from tests.benchmarks.networkx_mobilisers import mobilisers

TIME = "2024"
_REGION_TYPES = (RegionType.MUNICIPALITY, RegionType.REGION, RegionType.COUNTY)
LANG: Lang = "nb"


class Pair(NamedTuple):
    """What is asked for: a target group and a region, with their names."""

    group: str
    group_name: str
    region: str
    region_name: str

    def __str__(self) -> str:
        return f"{self.group_name}, {self.region_name}"


class Asked(NamedTuple):
    """What asking for all pairs took, and what reading the graph into NetworkX took before that, in seconds."""

    measured: list["Measured"]
    read: float


class Measured(NamedTuple):
    """What one pair took, in seconds: the program's rows and its whole answer with all proof, and NetworkX' rows."""

    pair: Pair
    rows: float
    answer: float
    networkx: float
    found: int
    employers: int
    equal: bool


def pairs(snapshot: Snapshot) -> list[Pair]:
    """A common group and a rare one, each in a municipality, a region and a county: those with most organisations."""
    groups = snapshot.query(
        "MATCH (:Organisation)-[r:EMPLOYS]->(g:TargetGroup) WHERE EXISTS { MATCH (g)-[:BROADER]->(:TargetGroup) } "
        "RETURN g.id, g.name, count(*) AS facts ORDER BY facts DESC, g.id"
    )
    regions = [region for kind in _REGION_TYPES for region in _largest(snapshot, kind)]
    return [
        Pair(group, group_name, region, region_name)
        for (group, group_name, _), (region, region_name, _) in product((groups[0], groups[-1]), regions)
    ]


def _largest(snapshot: Snapshot, kind: RegionType) -> list[Record]:
    return snapshot.query(
        "MATCH (o:Organisation)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..3]->(r:Region) WHERE r.type = $kind "
        "RETURN r.id, r.name, count(DISTINCT o.id) AS facts ORDER BY facts DESC, r.id LIMIT 1",
        kind=kind.value,
    )


def asked(snapshot: Snapshot, repeat: int) -> Asked:
    """Ask for every pair, the program and NetworkX by turns."""
    begun = time.perf_counter()
    facts = NetworkxFacts(snapshot)
    read = time.perf_counter() - begun
    question = all_questions()["mobilisers"]
    with _without_garbage_of_others():
        return Asked([_measured(snapshot, facts, question, pair, repeat) for pair in pairs(snapshot)], read)


@contextmanager
def _without_garbage_of_others() -> Iterator[None]:
    """Spare the garbage collector the graph that NetworkX keeps: its size must not slow the program down."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _measured(snapshot: Snapshot, facts: NetworkxFacts, question: Question, pair: Pair, repeat: int) -> Measured:
    rows, answer, networkx = _by_turns(
        repeat,
        partial(program_rows, snapshot, question, pair),
        partial(_answer, snapshot, question, pair),
        partial(networkx_rows, facts, pair),
    )
    mine, theirs = program_rows(snapshot, question, pair), networkx_rows(facts, pair)
    employers = mine[0]["of"] if mine else 0
    return Measured(pair, rows, answer, networkx, len(mine), employers, mine == theirs)


def program_rows(snapshot: Snapshot, question: Question, pair: Pair) -> list[dict[str, Any]]:
    """The rows as the program finds them, nothing kept from an earlier question."""
    context = Context(snapshot, as_of(TIME), LANG)
    found = question.answer(context, {"target_group": pair.group, "region": pair.region})
    return [dict(row.values) for row in found.rows]


def networkx_rows(facts: NetworkxFacts, pair: Pair) -> list[dict[str, Any]]:
    """The rows as NetworkX finds them, in a graph that is already in memory."""
    return mobilisers(facts, pair.group, pair.region, as_of(TIME).period, LANG)


def _answer(snapshot: Snapshot, question: Question, pair: Pair) -> object:
    return ask(snapshot, question, {"target_group": pair.group, "region": pair.region}, LANG, time=TIME)


def _by_turns(repeat: int, *calls: Callable[[], object]) -> list[float]:
    """The median seconds of each call. They take turns, so that what disturbs the machine disturbs all of them."""
    took: list[list[float]] = [[] for _ in calls]
    for _ in range(repeat):
        for call, mine in zip(calls, took, strict=True):
            begun = time.perf_counter()
            call()
            mine.append(time.perf_counter() - begun)
    return [median(mine) for mine in took]
