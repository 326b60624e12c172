"""What paths are made of."""

from typing import NamedTuple


class Edge(NamedTuple):
    """A relation of a path: its kind, the ids of its ends, and the key of the fact.

    A path may be of one node alone, for what its own fields say: then ``end`` is empty, and the key is the node's id.
    """

    kind: str
    start: str
    end: str
    key: str


Path = tuple[Edge, ...]


def own(node: str) -> Path:
    """The path that a node's own fields are."""
    return (Edge(node.partition("/")[0], node, "", node),)


def edge_of(key: str) -> Edge:
    """The relation that a fact's key tells of."""
    kind, start, end, *_ = key.split("|")
    return Edge(kind, start, end, key)


def edge_since(edge: Edge) -> str:
    """The ``since`` of a relation, which is part of its key; empty where it states none."""
    return edge.key.split("|")[3]
