"""What a picture holds, as the page gets it: JSON whose texts are plain text in the page's language.

Coordinates are pixels at full size; x grows to the right, y downwards. Everything is in a fixed order.
"""

from typing import TypedDict


class KindShown(TypedDict):
    """A kind of node that occurs, as the legend shows it."""

    id: str
    label: str
    shape: str
    colour: str
    hollow: bool


class RelationShown(TypedDict):
    """A kind of relation that occurs; the dashes are the lengths of strokes and gaps in pixels."""

    id: str
    label: str
    dashes: tuple[int, ...]
    colour: str
    width: float


class FactShown(TypedDict):
    """A filled field of a node or a relation."""

    label: str
    value: str


class CitedShown(TypedDict):
    """A source by its number, and the rows of the lists in which it says just this."""

    number: int
    places: str


class NodeShown(TypedDict):
    """A node: ``label`` is its name in lines, ``also`` are its other names, by which it is found too.

    The least ``rank`` is the most important: where nodes are many, labels appear in this order. What was asked about,
    and what answers it, are drawn with emphasis.
    """

    id: str
    kind: str
    name: str
    label: str
    also: list[str]
    x: float
    y: float
    rank: int
    asked: bool
    answers: bool
    facts: list[FactShown]
    sources: list[CitedShown]


EdgeShown = TypedDict(
    "EdgeShown", {"id": str, "kind": str, "from": str, "to": str, "facts": list[FactShown], "sources": list[CitedShown]}
)
"""A relation, from one node to another."""


class ColumnShown(TypedDict):
    """A column of the table below the picture."""

    label: str
    unit: str
    number: bool


class RowShown(TypedDict):
    """A row: its cells, what they are sorted by, the ids of what is on its paths, the node that it is about, if any."""

    cells: list[str]
    sort: list[object]
    nodes: list[str]
    edges: list[str]
    subject: str
    sources: list[CitedShown]


class SourceShown(TypedDict):
    """A source: what is cited and on which basis, and the rows of the lists that cite it."""

    number: int
    title: str
    places: str


class Picture(TypedDict):
    """The question, the time that is shown and the sentence that answers it; the legend, the drawing, the table."""

    lang: str
    title: str
    moment: str
    summary: str
    notes: list[str]
    kinds: list[KindShown]
    relations: list[RelationShown]
    nodes: list[NodeShown]
    edges: list[EdgeShown]
    columns: list[ColumnShown]
    rows: list[RowShown]
    sources: list[SourceShown]
