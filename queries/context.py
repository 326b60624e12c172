"""What many questions share, found once before the query.

The time that is asked for, a region with its parts, a group with its sub-groups.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph_model import messages
from graph_model.brokering import Field
from graph_model.facts import ALWAYS, Period
from graph_model.kind import Node
from graph_model.names import alphabetical
from graph_model.nodes import ActorType, Organisation, Region, TargetGroup
from graph_model.problems import refuse
from graph_model.store import Record, Snapshot
from graph_model.text import Lang
from graph_model.values import FIRST_DAY, LAST_DAY, PartialDate, first_day, last_day
from queries.edges import Edge
from queries.hierarchy import Hierarchy
from queries.hops import Hop, hierarchy, records
from queries.memory import NodeRecord, kept, names_of

_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ALL_TIME = {"all", "alle"}


@dataclass(frozen=True, slots=True)
class AsOf:
    """The time that is asked for: its days, and how it is written in an answer."""

    period: Period
    text: str


def as_of(text: str) -> AsOf:
    """Read a date, a month, a year or 'all'.

    Raises
    ------
    Refusal: it is none of these.
    """
    if text.casefold() in _ALL_TIME:
        return AsOf(ALWAYS, "all")
    day = _DAY.fullmatch(text)
    iso = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else text
    try:
        return AsOf(Period(first_day(iso), last_day(iso)), PartialDate.check(iso))
    except ValueError:
        raise refuse(messages.BAD_AS_OF, value=text) from None


@dataclass(frozen=True)
class Context:
    """A snapshot of the graph at the time that is asked for."""

    snapshot: Snapshot
    as_of: AsOf
    lang: Lang
    _names: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day of this time.

        The first and the last day that there are belong to no time that is asked for: the period of a fact that never
        holds lies between them the wrong way round, and 'all' must not meet it.
        """
        one_day = dt.timedelta(days=1)
        first = max(self.as_of.period.begins, FIRST_DAY + one_day)
        return first, min(self.as_of.period.ends, LAST_DAY - one_day)

    def hop(self, hop: Hop, ids: Collection[str]) -> Iterable[Record]:
        """The relations of a hop from these nodes at this time."""
        return records(self.snapshot, hop, ids, *self._days)

    def linked(self, hop: Hop, ids: Collection[str]) -> dict[str, dict[str, Edge]]:
        """For each of these nodes, those that a hop leads to, each with the relation (of several the first by key)."""
        found: dict[str, dict[str, Edge]] = {}
        for edge in sorted(Edge(hop.kind, *record[:3]) for record in self.hop(hop, ids)):
            here, there = (edge.start, edge.end) if hop.by == "start" else (edge.end, edge.start)
            found.setdefault(here, {}).setdefault(there, edge)
        return found

    def nodes(self, kind: type[Node]) -> dict[str, NodeRecord]:
        """The nodes of a kind that exist at this time, by their ids."""
        first, last = self._days
        everything = kept(self.snapshot).nodes(self.snapshot, kind.kind())
        return {node.id: node for node in everything.values() if node.begins <= last and node.ends >= first}

    def at(self, period: Period) -> "Context":
        """The same snapshot at another time."""
        return Context(self.snapshot, AsOf(period, ""), self.lang, self._names)

    @cached_property
    def regions(self) -> Hierarchy:
        """The regions, each part of wider ones."""
        return self._hierarchy("PART_OF", Region)

    @cached_property
    def groups(self) -> Hierarchy:
        """The target groups, each under broader ones."""
        return self._hierarchy("BROADER", TargetGroup)

    @cached_property
    def types(self) -> Hierarchy:
        """The types of actor, each under a broader one."""
        return self._hierarchy("BROADER", ActorType)

    @cached_property
    def fields(self) -> Hierarchy:
        """The fields of education, each under broader ones."""
        return self._hierarchy("BROADER", Field)

    @cached_property
    def organisations(self) -> Hierarchy:
        """The organisations, some of them parts of others."""
        return self._hierarchy("PART_OF", Organisation)

    def _hierarchy(self, kind: str, of: type[Node]) -> Hierarchy:
        return hierarchy(self.snapshot, kind, of.kind(), *self._days)

    def remember(self, names: Mapping[str, str]) -> None:
        """Take up names that a query brought along."""
        self._names.update(names)

    def learn_names(self, ids: Collection[str]) -> None:
        """Look up the names of many nodes at once, before they are asked for one by one."""
        self.remember(names_of(self.snapshot, {node for node in ids if node not in self._names}))

    def names(self, ids: Iterable[str]) -> list[str]:
        """The names of nodes, in Norwegian order."""
        ids = list(ids)
        self.learn_names(ids)
        return [self._names[node] for node in sorted(ids, key=self.order)]

    def order(self, node: str) -> tuple[str, str]:
        """What nodes are sorted by: the name in Norwegian order, then the id."""
        return alphabetical(self.name(node)), node

    def name(self, node: str) -> str:
        """The name of a node."""
        if node not in self._names:
            self.learn_names([node])
        return self._names[node]
