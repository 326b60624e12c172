"""A hierarchy of nodes of one kind at one time: what is above a node, what is below it, and the way between."""

from collections.abc import Iterable, Mapping

from queries.edges import Edge, Path


class Hierarchy:
    """Nodes with the wider ones that they belong to; a node may belong to several."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        """Take the relations, each from the narrower node to the wider one."""
        self._wider: dict[str, list[Edge]] = {}
        self._wholes: dict[str, list[str]] = {}
        self._parts: dict[str, list[str]] = {}
        for edge in sorted(edges):
            self._wider.setdefault(edge.start, []).append(edge)
            self._wholes.setdefault(edge.start, []).append(edge.end)
            self._parts.setdefault(edge.end, []).append(edge.start)
        self._above: dict[str, frozenset[str]] = {}
        self._below: dict[str, frozenset[str]] = {}

    def above(self, node: str) -> frozenset[str]:
        """The node and all that it belongs to."""
        if node not in self._above:
            self._above[node] = _closure(node, self._wholes)
        return self._above[node]

    def below(self, node: str) -> frozenset[str]:
        """The node and all that belongs to it."""
        if node not in self._below:
            self._below[node] = _closure(node, self._parts)
        return self._below[node]

    def below_all(self, nodes: Iterable[str]) -> frozenset[str]:
        """These nodes and all that belongs to any of them."""
        return frozenset().union(*map(self.below, nodes))

    def parts(self, node: str) -> list[str]:
        """What belongs to the node directly."""
        return list(dict.fromkeys(self._parts.get(node, [])))

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


def _closure(node: str, further: Mapping[str, Iterable[str]]) -> frozenset[str]:
    reached, queue = {node}, [node]
    for current in queue:
        for other in further.get(current, ()):
            if other not in reached:
                reached.add(other)
                queue.append(other)
    return frozenset(reached)
