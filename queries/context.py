"""What many questions share, found once before the query.

The time that is asked for, a region with its parts, a group with its sub-groups.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph_model import messages
from graph_model.brokering import Field
from graph_model.facts import ALWAYS, Period
from graph_model.kind import Node
from graph_model.nodes import ActorType, Organisation, Region, TargetGroup
from graph_model.problems import refuse
from graph_model.store import Record, Snapshot
from graph_model.text import Lang
from graph_model.values import FIRST_DAY, LAST_DAY, PartialDate, first_day, last_day
from queries.edges import Edge
from queries.hierarchy import Hierarchy
from queries.hops import Days, Hop, hierarchy, linked, records, size
from queries.memory import NodeRecord, kept

_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ALL_TIME = {"all", "alle"}
_SECOND_DAY, _LAST_DAY_BUT_ONE = FIRST_DAY + dt.timedelta(days=1), LAST_DAY - dt.timedelta(days=1)
"""The first and the last day that there are belong to no time that is asked for: the period of a fact that never holds
lies between them the wrong way round, and 'all' must not meet it."""


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


class Context:
    """A snapshot of the graph at the time that is asked for, and the language of the answer."""

    def __init__(self, snapshot: Snapshot, as_of: AsOf, lang: Lang) -> None:
        """Look at a snapshot at this time."""
        self.snapshot, self.as_of, self.lang = snapshot, as_of, lang
        self._kept = kept(snapshot)
        begins, ends = as_of.period
        self._days = Days(max(begins, _SECOND_DAY), min(ends, _LAST_DAY_BUT_ONE))

    def hop(self, hop: Hop, ids: Collection[str]) -> Sequence[Record]:
        """The relations of a hop from these nodes at this time."""
        return records(self.snapshot, self._kept, hop, ids, self._days)

    def size(self, hop: Hop, ids: Collection[str]) -> int:
        """About how many relations of a hop there are from these nodes, whenever they hold."""
        return size(self.snapshot, self._kept, hop, ids)

    def linked(self, hop: Hop, ids: Collection[str]) -> dict[str, dict[str, Edge]]:
        """For each of these nodes, those that a hop leads to, each with the relation (of several the first by key)."""
        return linked(hop, self.hop(hop, ids))

    def related(self, hop: Hop, ids: Collection[str]) -> dict[str, list[Record]]:
        """For each of these nodes that has any, the relations of a hop."""
        here = 1 - hop.there
        found: dict[str, list[Record]] = {}
        for record in self.hop(hop, ids):
            found.setdefault(record[here], []).append(record)
        return found

    def nodes(self, kind: type[Node]) -> dict[str, NodeRecord]:
        """The nodes of a kind that exist at this time, by their ids."""
        first, last = self._days
        everything = self._kept.nodes(self.snapshot, kind.kind())
        return {node.id: node for node in everything.values() if node.begins <= last and node.ends >= first}

    def at(self, period: Period) -> "Context":
        """The same snapshot at another time."""
        return Context(self.snapshot, AsOf(period, ""), self.lang)

    def stated_types(self) -> Mapping[str, str]:
        """The types that networks and programmes state, by their ids."""
        return self._kept.marks(self.snapshot)

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
        return hierarchy(self.snapshot, self._kept, kind, of.kind(), self._days)

    def remember(self, names: Mapping[str, str]) -> None:
        """Take up names that a query brought along."""
        self._kept.names.update(names)

    def learn_names(self, ids: Iterable[str]) -> None:
        """Look up the names of many nodes at once, before they are asked for one by one."""
        self._kept.learn_names(self.snapshot, ids)

    def names(self, ids: Iterable[str]) -> list[str]:
        """The names of nodes, in Norwegian order."""
        ids = list(ids)
        self.learn_names(ids)
        return [self._kept.names[node] for node in sorted(ids, key=self._kept.orders.__getitem__)]

    def order(self, node: str) -> tuple[str, str]:
        """What nodes are sorted by: the name in Norwegian order, then the id."""
        if node not in self._kept.names:
            self.learn_names((node,))
        return self._kept.orders[node]

    def name(self, node: str) -> str:
        """The name of a node."""
        if node not in self._kept.names:
            self.learn_names((node,))
        return self._kept.names[node]
