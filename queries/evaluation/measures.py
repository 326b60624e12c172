"""The density of ties within a group of actors, and between two: the figures of one row."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from queries.answer import Row
from queries.edges import Path, own
from queries.evaluation.ties import Pair, Ties, Way

MOST_PATHS = 10


class Cell(NamedTuple):
    """A group of actors, or two of them, and where that stands in the table."""

    labels: Mapping[str, object]
    actors: set[str]
    others: set[str] | None = None


def pairs(ties: Ties, cell: Cell) -> Iterator[Pair]:
    """The tied pairs within a group, or between two."""
    for pair in ties.ways:
        if cell.others is None:
            if cell.actors.issuperset(pair):
                yield pair
        elif {pair.first in cell.actors, pair.second in cell.actors} == {True, False} and (
            {pair.first in cell.others, pair.second in cell.others} == {True, False}
        ):
            yield pair


def row(
    ties: Ties, cell: Cell, counted: Collection[Pair] | None = None, more: Mapping[str, object] | None = None
) -> Row:
    """The row of a group, or of two: its figures, and its proof.

    Parameters
    ----------
    ties: the actors and their ties.
    cell: the group, or the two groups.
    counted: the pairs that count as tied; all that are tied, where it is left out.
    more: further columns.
    """
    both = cell.actors & cell.others if cell.others is not None else set()
    own = Cell(cell.labels, cell.actors - both, None if cell.others is None else cell.others - both)
    tied = list(pairs(ties, own)) if counted is None else counted
    n = len(own.actors)
    possible = n * (n - 1) // 2 if own.others is None else n * len(own.others)
    values = {
        **cell.labels,
        "actors": n,
        "other_actors": None if own.others is None else len(own.others),
        "ties": len(tied),
        "possible": possible,
        "density": len(tied) / possible if possible else None,
        "in_both": None if own.others is None else len(both),
        **(more or {}),
    }
    return Row(values, lambda: _proof(ties, own, tied))


def _proof(ties: Ties, cell: Cell, tied: Collection[Pair]) -> Iterator[Path]:
    """The facts of the first ties; without ties, those that make the first actors actors."""
    if tied:
        for pair in sorted(tied)[:MOST_PATHS]:
            path = _first(ties.ways[pair]).path
            yield path
            yield from (own(edge.end) for edge in path if edge.kind == "TAKES_PART_IN")
    else:
        actors = sorted(cell.actors | (cell.others or set()))[:MOST_PATHS]
        yield from ((edge,) for actor in actors for edge in ties.actors[actor])


def _first(ways: Collection[Way]) -> Way:
    """The way that is shown: one whose start is known, if any is."""
    return min(ways, key=lambda way: (not way.dated, way))
