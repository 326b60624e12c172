"""How kinds look in a picture: each kind of node has a mark of its own, each kind of relation a line of its own.

What a kind looks like follows from its place in the catalogue, so that a new kind needs nothing here. No two kinds of
node have the same shape and filling as long as there are fourteen; the colours repeat that, and never tell alone.
They are those of Okabe and Ito, Color Universal Design (2008), which people with colour-vision deficiency tell apart.
"""

from typing import NamedTuple

from graph_model import catalogue
from graph_model.kind import Node, Relation

_SHAPES = ("hexagon", "square", "dot", "diamond", "star", "triangle", "triangleDown")
_FILLINGS = ("#009E73", "#E69F00", "#0072B2", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442")
_OUTLINES = ("#0072B2", "#B34700", "#00694D", "#000000")
"""Of the same colours those, partly darker, that stand out from white paper at least three to one (WCAG 2.1, 1.4.11):
what is filled has a dark edge besides."""
_DASHES = ((), (10, 5), (2, 4), (12, 4, 2, 4), (5, 3), (12, 3, 2, 3, 2, 3), (20, 6), (2, 8), (14, 4, 5, 4))
_INKS = ("#333333", "#8B3A00", "#00524F", "#4A3B8F", "#7A1F4E")
"""Colours of lines, and of their labels: seven to one on white."""


class Mark(NamedTuple):
    """How the nodes of a kind are drawn."""

    shape: str
    colour: str
    hollow: bool


class Line(NamedTuple):
    """How the relations of a kind are drawn: the dashes are the lengths of strokes and gaps in pixels."""

    dashes: tuple[int, ...]
    colour: str


def mark(kind: type[Node]) -> Mark:
    """The mark of a kind of node."""
    at = catalogue.NODES.index(kind)
    turn, step = divmod(at, len(_SHAPES))
    hollow = turn % 2 == 1
    colours = _OUTLINES if hollow else _FILLINGS
    return Mark(_SHAPES[step], colours[(step + turn // 2) % len(colours)], hollow)


def line(kind: type[Relation]) -> Line:
    """The line of a kind of relation."""
    turn, step = divmod(catalogue.RELATIONS.index(kind), len(_DASHES))
    return Line(_DASHES[step], _INKS[(step + turn) % len(_INKS)])
