"""The density of ties within a group of actors, and between two: the figures of one row."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from queries.answer import Row
from queries.edges import Path
from queries.evaluation.standing import Neighbours, Pair
from queries.evaluation.ties import Ties

MOST_PATHS = 10


class Cell(NamedTuple):
    """A group of actors, or two of them, and where that stands in the table."""

    labels: Mapping[str, object]
    actors: set[str]
    others: set[str] | None = None


def tied(ties: Ties, neighbours: Neighbours, cell: Cell) -> int:
    """How many pairs are tied within a group, or between two that have nobody in common."""
    others = ties.numbers.bits(cell.actors if cell.others is None else cell.others)
    found = sum((neighbours[actor] & others).bit_count() for actor in cell.actors if actor in neighbours)
    return found // 2 if cell.others is None else found


def pairs(ties: Ties, neighbours: Neighbours, cell: Cell) -> Iterator[Pair]:
    """These pairs, by their ids."""
    actors = ties.numbers.bits(cell.actors)
    others = actors if cell.others is None else ties.numbers.bits(cell.others)
    for first in sorted(cell.actors | (cell.others or set())):
        there = others if first in cell.actors else actors
        yield from (Pair(first, second) for second in ties.numbers.after(first, neighbours.get(first, 0) & there))


def row(ties: Ties, neighbours: Neighbours, cell: Cell, more: Mapping[str, object] | None = None) -> Row:
    """The row of a group, or of two: its figures, and its proof.

    Parameters
    ----------
    ties: the actors and their ties.
    neighbours: the ties that count.
    cell: the group, or the two groups.
    more: further columns.
    """
    both = cell.actors & cell.others if cell.others is not None else set()
    apart = Cell(cell.labels, cell.actors - both, None if cell.others is None else cell.others - both)
    n, found = len(apart.actors), tied(ties, neighbours, apart)
    possible = n * (n - 1) // 2 if apart.others is None else n * len(apart.others)
    values = {
        **cell.labels,
        "actors": n,
        "other_actors": None if apart.others is None else len(apart.others),
        "ties": found,
        "possible": possible,
        "density": found / possible if possible else None,
        "in_both": None if apart.others is None else len(both),
        **(more or {}),
    }
    return Row(values, lambda: _proof(ties, neighbours, apart))


def _proof(ties: Ties, neighbours: Neighbours, cell: Cell) -> Iterator[Path]:
    """The facts of the first ties; without ties, those that make the first actors actors."""
    first = list(islice(pairs(ties, neighbours, cell), MOST_PATHS))
    for pair in first:
        yield from ties.proof(pair)
    if not first:
        actors = sorted(cell.actors | (cell.others or set()))[:MOST_PATHS]
        yield from ((edge,) for actor in actors for edge in ties.reasons(actor))
