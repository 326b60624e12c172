"""What paths are made of."""

from typing import NamedTuple


class Edge(NamedTuple):
    """A relation of a path: its kind, the ids of its ends, and the key of the fact."""

    kind: str
    start: str
    end: str
    key: str


Path = tuple[Edge, ...]
