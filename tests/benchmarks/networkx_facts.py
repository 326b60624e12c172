"""A graph as NetworkX has it, read from a store once, and what holds in it at one time."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import networkx as nx

from graph_model import catalogue
from graph_model.facts import ALWAYS, Period
from graph_model.names import alphabetical
from graph_model.store import Snapshot


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
    """The facts of a store as directed multigraphs, one for each kind of relation, with the facts' keys as edge keys.

    NetworkX finds the edges of a node, but not those of one kind: with a graph for each kind nothing is walked in vain.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        """Read all nodes and relations."""
        self.nodes: dict[str, dict[str, Any]] = {}
        for kind in catalogue.NODES:
            mark = "n.type" if "type" in kind.props() else "null"
            for node, name, value in snapshot.query(f"MATCH (n:{kind.kind()}) RETURN n.id, n.name, {mark}"):
                sort_key = alphabetical(name)
                self.nodes[node] = {"kind": kind.kind(), "name": name, "alphabetical": sort_key, "type": value}
        self.graphs = {relation.kind(): nx.MultiDiGraph() for relation in catalogue.RELATIONS}
        for relation in catalogue.RELATIONS:
            fields = [*relation.props(), "first_day", "last_day"]
            returned = ", ".join(f"r.{field}" for field in fields)
            for start, end, key, *values in snapshot.query(
                f"MATCH (a)-[r:`{relation.kind()}`]->(b) RETURN a.id, b.id, r.key, {returned}"
            ):
                self.graphs[relation.kind()].add_edge(start, end, key, **dict(zip(fields, values, strict=True)))


class Moment:
    """What holds at a time."""

    def __init__(self, facts: NetworkxFacts, period: Period) -> None:
        """Look at the facts at this time."""
        self.nodes = facts.nodes
        self._graphs = facts.graphs
        one_day = dt.timedelta(days=1)
        self._first = max(period.begins, ALWAYS.begins + one_day)
        self._last = min(period.ends, ALWAYS.ends - one_day)
        self._above: dict[tuple[str, str], frozenset[str]] = {}

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
        return _closure(node, lambda at: (tie.start for tie in self.into(kind, at)))


def _closure(node: str, further: Callable[[str], Iterable[str]]) -> frozenset[str]:
    reached = {node}
    queue = [node]
    for current in queue:
        new = set(further(current)) - reached
        reached |= new
        queue += new
    return frozenset(reached)
