"""The questions asked in the process on each engine, beside NetworkX, in the same run; the answers must be equal."""

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, NamedTuple

from graph_model.facts import Period
from graph_model.store import Snapshot
from graph_model.text import Lang
from queries.answer import Answer
from queries.asking import ask
from queries.context import Context, as_of
from queries.memory import begin
from queries.question import all_questions
from tests.benchmarks.askings import Asking
from tests.benchmarks.networkx_actor import actor
from tests.benchmarks.networkx_actors import actors
from tests.benchmarks.networkx_brokers import brokers
from tests.benchmarks.networkx_density import density
from tests.benchmarks.networkx_facts import NetworkxFacts
from tests.benchmarks.networkx_forums import forums
from tests.benchmarks.networkx_introduction import introduction
from tests.benchmarks.networkx_missing_participants import missing_participants
from tests.benchmarks.networkx_mobilisers import mobilisers
from tests.benchmarks.networkx_offerings import offerings
from tests.benchmarks.networkx_reach import reach
from tests.benchmarks.networkx_unmet_needs import unmet_needs
from tests.benchmarks.turns import by_turns, timed, without_garbage_of_others

LANG: Lang = "nb"
Rows = list[dict[str, Any]]
NETWORKX: dict[str, Callable[[NetworkxFacts, Mapping[str, str], Period, Lang], Rows]] = {
    "mobilisers": mobilisers,
    "reach": reach,
    "introduction": introduction,
    "offerings": offerings,
    "unmet-needs": unmet_needs,
    "forums": forums,
    "missing-participants": missing_participants,
    "actors": actors,
    "actor": actor,
    "density": density,
    "brokers": brokers,
}
"""The questions as one would write them on NetworkX."""
Opened = Callable[[], AbstractContextManager[Snapshot]]
"""Opens a graph anew: nothing is kept of it from an earlier question."""


class Engine(NamedTuple):
    """A graph on one engine: opened anew for each first question, and kept open for the later ones."""

    anew: Opened
    kept: Snapshot


class Times(NamedTuple):
    """The seconds that a question took on an engine.

    Parameters
    ----------
    first: its rows, as the first question after the graph was opened.
    later: its rows, as a later question.
    whole: the whole answer with all proof, as a later question.
    """

    first: float
    later: float
    whole: float


class InNetworkx(NamedTuple):
    """The graph in NetworkX, and the seconds that reading it from the store took."""

    facts: NetworkxFacts
    read: float


class Measured(NamedTuple):
    """What one question took, how many rows it has, and whether all answers are equal.

    Parameters
    ----------
    data, asking: what was asked of which data.
    embedded: the times on the embedded store.
    neo4j: those on the server; None without one.
    networkx: the seconds of the rows in NetworkX, as the first question, which has the graph read before it is asked,
        and as a later one; None where it was not asked.
    found: how many rows there are.
    equal: whether all rows, and both whole answers, are equal.
    """

    data: str
    asking: Asking
    embedded: Times
    neo4j: Times | None
    networkx: tuple[float, float] | None
    found: int
    equal: bool


def measured(data: str, asking: Asking, engines: list[Engine], networkx: InNetworkx, repeat: int) -> Measured:
    """Ask the embedded store, the server where there is one as the second engine, and NetworkX, by turns."""
    found, equal = _compared(asking, engines, networkx)
    later = [timed(partial(rows, engine.kept, asking)) for engine in engines]
    if asking.question in NETWORKX:
        later.append(timed(partial(networkx_rows, networkx.facts, asking)))
    with without_garbage_of_others():
        later_took = by_turns(repeat, *later)
        first_took = by_turns(repeat, *(partial(_first, engine, asking) for engine in engines))
        whole_took = by_turns(repeat, *(timed(partial(answer, engine.kept, asking)) for engine in engines))
    times = [Times(*took) for took in zip(first_took, later_took, whole_took, strict=False)]
    neo4j = times[1] if len(times) > 1 else None
    beside = (networkx.read + later_took[-1], later_took[-1]) if len(later) > len(engines) else None
    return Measured(data, asking, times[0], neo4j, beside, found, equal)


def _compared(asking: Asking, engines: list[Engine], networkx: InNetworkx) -> tuple[int, bool]:
    """How many rows there are, and whether all rows and all whole answers are equal."""
    mine, equal = rows(engines[0].kept, asking), True
    if asking.question in NETWORKX:
        equal = networkx_rows(networkx.facts, asking) == mine
    first, *others = (answer(engine.kept, asking).as_json(LANG) for engine in engines)
    return len(mine), equal and all(other == first for other in others)


def _first(engine: Engine, asking: Asking) -> float:
    """The seconds of the first question after the graph was opened; the opening itself is not counted."""
    with engine.anew() as snapshot:
        begun = time.perf_counter()
        rows(snapshot, asking)
        return time.perf_counter() - begun


def rows(snapshot: Snapshot, asking: Asking) -> Rows:
    """The rows as the program finds them; their proof is not sought."""
    begin(snapshot)
    context = Context(snapshot, as_of(asking.time), LANG)
    return [dict(row.values) for row in all_questions()[asking.question].answer(context, asking.given).rows]


def networkx_rows(facts: NetworkxFacts, asking: Asking) -> Rows:
    """The rows as NetworkX finds them, in a graph that is already in memory."""
    return NETWORKX[asking.question](facts, asking.given, as_of(asking.time).period, LANG)


def answer(snapshot: Snapshot, asking: Asking) -> Answer:
    """The whole answer, with the proof of all rows."""
    return ask(snapshot, all_questions()[asking.question], asking.given, LANG, time=asking.time)
