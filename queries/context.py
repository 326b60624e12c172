"""What many questions share, found once before the query.

The time that is asked for, a region with its parts, a group with its sub-groups.
"""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph_model import messages
from graph_model.facts import ALWAYS, Period
from graph_model.problems import refuse
from graph_model.store import Record, Snapshot
from graph_model.text import Lang
from graph_model.values import FIRST_DAY, LAST_DAY, first_day, last_day
from queries.answer import Edge, names_of
from queries.cypher import checked
from queries.hierarchy import Hierarchy

CYPHER = checked(
    {
        "regions": (
            "MATCH (a:Region)-[r:PART_OF]->(b:Region) WHERE r.first_day <= $last AND r.last_day >= $first "
            "RETURN a.id, b.id, r.key"
        ),
        "groups": (
            "MATCH (a:TargetGroup)-[r:BROADER]->(b:TargetGroup) WHERE r.first_day <= $last AND r.last_day >= $first "
            "RETURN a.id, b.id, r.key"
        ),
        "types": (
            "MATCH (a:ActorType)-[r:BROADER]->(b:ActorType) WHERE r.first_day <= $last AND r.last_day >= $first "
            "RETURN a.id, b.id, r.key"
        ),
    }
)
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
        return AsOf(Period(first_day(iso), last_day(iso)), iso)
    except ValueError:
        raise refuse(messages.BAD_AS_OF, value=text) from None


@dataclass(frozen=True)
class Context:
    """A snapshot of the graph at the time that is asked for."""

    snapshot: Snapshot
    as_of: AsOf
    lang: Lang
    _names: dict[str, str] = field(default_factory=dict)

    def query(self, cypher: str, **parameters: object) -> list[Record]:
        """The records of a Cypher text at this time, whose first and last day it takes as $first and $last.

        The first and the last day that there are belong to no time that is asked for: the period of a fact that never
        holds lies between them the wrong way round, and 'all' must not meet it.
        """
        one_day = dt.timedelta(days=1)
        first = max(self.as_of.period.begins, FIRST_DAY + one_day)
        last = min(self.as_of.period.ends, LAST_DAY - one_day)
        return self.snapshot.query(cypher, first=first, last=last, **parameters)

    @cached_property
    def regions(self) -> Hierarchy:
        """The regions, each part of wider ones."""
        return self._hierarchy("PART_OF", "regions")

    @cached_property
    def groups(self) -> Hierarchy:
        """The target groups, each under broader ones."""
        return self._hierarchy("BROADER", "groups")

    @cached_property
    def types(self) -> Hierarchy:
        """The types of actor, each under a broader one."""
        return self._hierarchy("BROADER", "types")

    def _hierarchy(self, kind: str, text: str) -> Hierarchy:
        return Hierarchy(Edge(kind, start, end, key) for start, end, key in self.query(CYPHER[text]))

    def remember(self, names: Mapping[str, str]) -> None:
        """Take up names that a query brought along."""
        self._names.update(names)

    def learn_names(self, ids: Collection[str]) -> None:
        """Look up the names of many nodes at once, before they are asked for one by one."""
        self.remember(names_of(self.snapshot, set(ids) - self._names.keys()))

    def name(self, node: str) -> str:
        """The name of a node."""
        if node not in self._names:
            self.learn_names([node])
        return self._names[node]
