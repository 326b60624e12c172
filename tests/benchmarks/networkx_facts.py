"""A graph as NetworkX has it, and what holds in it at one time."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import networkx as nx

from graph_model import catalogue
from graph_model.facts import ALWAYS, Period
from graph_model.names import alphabetical


class Tie(NamedTuple):
    """A relation as it is walked: its kind, its ends, the key of the fact, and the fact's values."""

    kind: str
    start: str
    end: str
    key: str
    values: dict[str, Any]

    @property
    def dated(self) -> bool:
        """Whether it has a date of its own."""
        return bool(self.values["since"] or self.values["until"])

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(self.values["first_day"], self.values["last_day"])


class NetworkxFacts:
    """Facts as directed multigraphs, one for each kind of relation, with the facts' keys as edge keys.

    NetworkX finds the edges of a node, but not those of one kind: with a graph for each kind nothing is walked in vain.
    """

    def __init__(self) -> None:
        """Begin without facts."""
        self.nodes: dict[str, dict[str, Any]] = {}
        self.graphs = {relation.kind(): nx.MultiDiGraph() for relation in catalogue.RELATIONS}

    def add_node(self, kind: str, node: str, values: Mapping[str, Any], period: Period) -> None:
        """Take up a node with its fields and the days on which it exists."""
        name = values["name"]
        sort_key = alphabetical(name)
        self.nodes[node] = {
            "kind": kind,
            "name": name,
            "alphabetical": sort_key,
            "type": values.get("type"),
            "values": values,
            "period": period,
        }

    def add_relation(self, kind: str, key: str, start: str, end: str, values: Mapping[str, Any]) -> None:
        """Take up a relation with its fields, and the first and the last day on which it holds among them."""
        self.graphs[kind].add_edge(start, end, key, **values)


class Moment:
    """What holds at a time."""

    def __init__(self, facts: NetworkxFacts, period: Period) -> None:
        """Look at the facts at this time."""
        self.nodes = facts.nodes
        self._graphs = facts.graphs
        one_day = dt.timedelta(days=1)
        self._first = max(period.begins, ALWAYS.begins + one_day)
        self._last = min(period.ends, ALWAYS.ends - one_day)
        self.period = period
        self._above: dict[tuple[str, str], frozenset[str]] = {}
        self._below: dict[tuple[str, str], frozenset[str]] = {}

    def out(self, kind: str, node: str) -> Iterator[Tie]:
        """The relations of a kind that begin at a node."""
        graph = self._graphs[kind]
        if node in graph:
            for start, end, key, values in graph.out_edges(node, keys=True, data=True):
                if values["first_day"] <= self._last and values["last_day"] >= self._first:
                    yield Tie(kind, start, end, key, values)

    def into(self, kind: str, node: str) -> Iterator[Tie]:
        """The relations of a kind that end at a node."""
        graph = self._graphs[kind]
        if node in graph:
            for start, end, key, values in graph.in_edges(node, keys=True, data=True):
                if values["first_day"] <= self._last and values["last_day"] >= self._first:
                    yield Tie(kind, start, end, key, values)

    def ends(self, kind: str, node: str) -> set[str]:
        """The nodes that relations of a kind lead to from a node."""
        return {tie.end for tie in self.out(kind, node)}

    def starts(self, kind: str, node: str) -> set[str]:
        """The nodes from which relations of a kind lead to a node."""
        return {tie.start for tie in self.into(kind, node)}

    def existing(self, *kinds: str) -> list[str]:
        """The nodes of some kinds that exist, in the order of their names."""
        return self.ordered(
            node
            for node, known in self.nodes.items()
            if known["kind"] in kinds and known["period"].begins <= self._last and known["period"].ends >= self._first
        )

    def ordered(self, nodes: Iterable[str]) -> list[str]:
        """Nodes by their names in Norwegian order, then by their ids."""
        return sorted(nodes, key=lambda node: (self.nodes[node]["alphabetical"], node))

    def names(self, nodes: Iterable[str]) -> list[str]:
        """The names of nodes, in this order."""
        return [self.nodes[node]["name"] for node in self.ordered(nodes)]

    def size(self, kind: str, nodes: Iterable[str]) -> int:
        """How many relations of a kind end at some nodes, whenever they hold."""
        return sum(degree for _, degree in self._graphs[kind].in_degree(nodes))

    def above(self, kind: str, node: str) -> frozenset[str]:
        """A node and all that it leads to over relations of a kind."""
        if (kind, node) not in self._above:
            self._above[kind, node] = _closure(node, lambda at: (tie.end for tie in self.out(kind, at)))
        return self._above[kind, node]

    def below(self, kind: str, node: str) -> frozenset[str]:
        """A node and all that leads to it over relations of a kind."""
        if (kind, node) not in self._below:
            self._below[kind, node] = _closure(node, lambda at: (tie.start for tie in self.into(kind, at)))
        return self._below[kind, node]


def _closure(node: str, further: Callable[[str], Iterable[str]]) -> frozenset[str]:
    reached = {node}
    queue = [node]
    for current in queue:
        new = set(further(current)) - reached
        reached |= new
        queue += new
    return frozenset(reached)
