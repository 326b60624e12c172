"""What was to be reached, and whether it was."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from tests.benchmarks.drawings import MOST_SECONDS, Drawing
from tests.benchmarks.in_process import Measured
from tests.benchmarks.loads import Loads
from tests.benchmarks.report import MIB, times_as_long, until_drawn

SHELL_SECONDS, LOAD_SECONDS, LOAD_BYTES = 0.5, 15, 500 * MIB
DRAWING_SECONDS = {300: 1, 5_000: 3}
"""For a number of nodes, the seconds until they are drawn."""
_NEIGHBOURHOODS = ("actor",)
"""The questions that ask for a plain neighbourhood, which NetworkX has in memory."""


class Aim(NamedTuple):
    """What was to be reached, whether it was, and the figures that say so; each of what missed it."""

    text: str
    reached: bool
    figures: str
    missed: Sequence[str] = ()


class _Ratio(NamedTuple):
    """How many times as long another took for something."""

    ratio: float
    what: str


def shell_aim(took: Sequence[float]) -> Aim:
    """The question from the shell."""
    within = sum(one < SHELL_SECONDS for one in took)
    figures = f"{within} of {len(took)}, the slowest {max(took):.2f} s"
    return Aim(f"the question from the shell under {SHELL_SECONDS} s", within == len(took), figures)


def load_aim(load: Loads) -> Aim:
    """The load of the county."""
    peak = load.peak.together
    memory = f"{peak // MIB} MiB" if peak else "memory is measured on Linux alone"
    return Aim(
        f"the county loaded in under {LOAD_SECONDS} s and {LOAD_BYTES // MIB} MiB",
        load.embedded < LOAD_SECONDS and 0 < peak < LOAD_BYTES,
        f"{load.embedded:.1f} s, {memory}",
    )


def question_aims(questions: Sequence[Measured]) -> Iterator[Aim]:
    """That no question is slower on the embedded store than elsewhere, and that all answers are equal."""
    unequal = [_what(one) for one in questions if not one.equal]
    equal = len(questions) - len(unequal)
    yield Aim("every answer equal on all of them", not unequal, f"{equal} of {len(questions)}", unequal)
    later = "no later question slower than on NetworkX, which has the graph in memory (a plain neighbourhood excepted)"
    first = "no first question slower than on NetworkX, which reads the graph before"
    beside = [one for one in questions if one.networkx and one.asking.question not in _NEIGHBOURHOODS]
    yield _no_slower(
        later, [_Ratio(one.networkx[1] / one.embedded.later, _what(one)) for one in beside if one.networkx]
    )
    asked = [_Ratio(one.networkx[0] / one.embedded.first, _what(one)) for one in questions if one.networkx]
    yield _no_slower(first, asked)
    for at, what in ((0, "no first question slower than on Neo4j"), (2, "no whole answer slower than on Neo4j")):
        ratios = [_Ratio(one.neo4j[at] / one.embedded[at], _what(one)) for one in questions if one.neo4j]
        if ratios:
            yield _no_slower(what, ratios)


def drawing_aims(drawings: Sequence[Drawing]) -> Iterator[Aim]:
    """That a page shows its picture soon, and no later than pyvis' default page shows the same graph."""
    for one in drawings:
        most = DRAWING_SECONDS.get(one.nodes)
        if most and one.drawn:
            beside = f", pyvis' default page {until_drawn(one.pyvis)}: {times_as_long(one)} times" if one.pyvis else ""
            text = f"the first drawing of {one.nodes:,} nodes under {most} s"
            yield Aim(text, one.drawn < most, f"{until_drawn(one.drawn)}{beside}")
    ratios = [_Ratio(ratio, f"{one.nodes:,} nodes") for one in drawings if (ratio := one.ratio())]
    if ratios:
        yield _no_slower("no first drawing later than that of pyvis' default page", ratios)


def drawings_not_measured(drawings: Sequence[Drawing]) -> Iterator[str]:
    """What the table of drawings has no figure for, and why."""
    if any(one.drawn is None for one in drawings):
        yield "the first drawing: there is no chromium here"
    for one in drawings:
        for whose, took in (("the program's", one.drawn), ("pyvis' default", one.pyvis)):
            if took == inf:
                yield f"{whose} page of {one.nodes:,} nodes to its end: it was given up after {MOST_SECONDS} s"


def _what(one: Measured) -> str:
    return f"{one.data}, {one.asking}"


def _no_slower(text: str, ratios: Sequence[_Ratio]) -> Aim:
    missed = sorted(one for one in ratios if one.ratio < 1)
    values = [one.ratio for one in ratios]
    figures = f"{len(ratios) - len(missed)} of {len(ratios)}, ratios {min(values):.2f} to {max(values):.2f}"
    return Aim(text, not missed, figures, [f"{one.ratio:.2f} {one.what}" for one in missed])


def not_measured(questions: Sequence[Measured], without_server: str) -> Iterator[str]:
    """What the table has no figure for, and why."""
    if without_server:
        yield f"Neo4j: {without_server}"
    else:
        yield (
            "as an aim: later questions beside Neo4j; where the county is small enough to be kept in memory, neither "
            "engine is asked for the rows again, and the ratios tell of the machine"
        )
    if apart := sorted({one.data for one in questions if not one.neo4j}):
        yield f"beside Neo4j: {', '.join(apart)}"
    if alone := sorted({_what(one) for one in questions if not one.networkx}):
        yield f"beside NetworkX: {'; '.join(alone)}"
