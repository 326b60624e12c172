"""A hierarchy of nodes of one kind at one time: what is above a node, what is below it, and the way between."""

from collections.abc import Iterable
from functools import cache

from queries.edges import Edge, Path


class Hierarchy:
    """Nodes with the wider ones that they belong to; a node may belong to several."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        """Take the relations, each from the narrower node to the wider one."""
        self._wider: dict[str, list[Edge]] = {}
        self._narrower: dict[str, list[Edge]] = {}
        for edge in sorted(edges):
            self._wider.setdefault(edge.start, []).append(edge)
            self._narrower.setdefault(edge.end, []).append(edge)

    @cache  # noqa: B019  # lives as long as one answer
    def above(self, node: str) -> frozenset[str]:
        """The node and all that it belongs to."""
        return self._closure(node, {start: [edge.end for edge in edges] for start, edges in self._wider.items()})

    @cache  # noqa: B019
    def below(self, node: str) -> frozenset[str]:
        """The node and all that belongs to it."""
        return self._closure(node, {end: [edge.start for edge in edges] for end, edges in self._narrower.items()})

    def below_all(self, nodes: Iterable[str]) -> frozenset[str]:
        """These nodes and all that belongs to any of them."""
        return frozenset().union(*map(self.below, nodes))

    def parts(self, node: str) -> list[str]:
        """What belongs to the node directly."""
        return list(dict.fromkeys(edge.start for edge in self._narrower.get(node, [])))

    def has_wider(self, node: str) -> bool:
        """Whether the node belongs to another."""
        return node in self._wider

    def way(self, node: str, wider: str) -> Path:
        """The shortest way up from a node to one that it belongs to."""
        trails: dict[str, Path] = {node: ()}
        queue = [node]
        for current in queue:
            if current == wider:
                break
            for edge in self._wider.get(current, []):
                if edge.end not in trails:
                    trails[edge.end] = (*trails[current], edge)
                    queue.append(edge.end)
        return trails[wider]

    def between(self, one: str, other: str) -> Path:
        """The way from one of two nodes up to the other, whichever of them is the wider."""
        return self.way(one, other) if other in self.above(one) else self.way(other, one)

    @staticmethod
    def _closure(node: str, further: dict[str, list[str]]) -> frozenset[str]:
        reached, queue = {node}, [node]
        for current in queue:
            for other in further.get(current, []):
                if other not in reached:
                    reached.add(other)
                    queue.append(other)
        return frozenset(reached)
