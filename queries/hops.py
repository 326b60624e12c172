"""One hop from many nodes at once: answered by the engine, or, where a kind of relation is small, from memory."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Literal, NamedTuple

from graph_model import catalogue
from graph_model.store import Record, Snapshot
from queries.edges import Edge
from queries.hierarchy import Hierarchy
from queries.memory import Kept, Relations, fields, returned

_AT = "r.first_day <= $last AND r.last_day >= $first"
_ENDS_AND_KEY = itemgetter(0, 1, 2)
_FIRST, _LAST, _CARRIED = 5, 6, 7


class Days(NamedTuple):
    """The first and the last day of a time."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Hop:
    """A hop over relations of a kind, from the nodes at one of their ends.

    Parameters
    ----------
    kind: the kind of the relations.
    start, end: the kinds that their ends have, as Cypher writes them.
    by: the end at which the nodes are that are given.
    carries: the fields of the relation that a record has behind its key, its own dates, and its first and last day.
    only: what fields must hold; None stands for nothing.
    """

    kind: str
    start: str
    end: str
    by: Literal["start", "end"]
    carries: tuple[str, ...] = ()
    only: Mapping[str, str | None] = field(default_factory=dict, hash=False)

    @cached_property
    def cypher(self) -> str:
        """The hop as a text for the engine; ids are unwound, so that each is looked up by its key."""
        tests = [f"r.{name} IS NULL" if value is None else f"r.{name} = '{value}'" for name, value in self.only.items()]
        return f"{self._from_ids} AND {' AND '.join((*tests, _AT))} RETURN {returned(self.carries)}"

    @cached_property
    def size(self) -> str:
        """The text that counts its relations, whenever they hold."""
        return f"{self._from_ids} RETURN count(*)"

    @property
    def _from_ids(self) -> str:
        pattern = f"(s:{self.start})-[r:`{self.kind}`]->(e:{self.end})"
        return f"UNWIND $ids AS i MATCH {pattern} WHERE {self.by[0]}.id = i"

    @cached_property
    def there(self) -> int:
        """Where a record has the node at the other end."""
        return 1 if self.by == "start" else 0

    @cached_property
    def tests(self) -> Sequence[tuple[int, str | None]]:
        """Where a record that carries all fields has those that must hold something, and what."""
        names = fields(self.kind) if self.only else ()
        return [(_CARRIED + names.index(name), value) for name, value in self.only.items()]

    @cached_property
    def other(self) -> tuple[str, ...] | None:
        """How the ids at the other end begin; None where the catalogue allows no others anyway."""
        at, given = (2, self.end) if self.by == "start" else (0, self.start)
        possible = {hop[at].kind() for hop in catalogue.hops(catalogue.relation_kind(self.kind))}
        return None if possible == set(given.split("|")) else tuple(f"{name.lower()}/" for name in given.split("|"))


def records(snapshot: Snapshot, known: Kept, hop: Hop, ids: Collection[str], days: Days) -> Sequence[Record]:
    """The relations of a hop from these nodes that hold at a time."""
    if not ids:
        return ()
    relations = known.relations(snapshot, hop.kind)
    if relations is None:
        return snapshot.query(hop.cypher, ids=list(ids), first=days.first, last=days.last)
    return _holding(relations, hop, ids, days)


def size(snapshot: Snapshot, known: Kept, hop: Hop, ids: Collection[str]) -> int:
    """About how many relations of a hop there are from these nodes, whenever they hold: how long to read them takes."""
    relations = known.relations(snapshot, hop.kind)
    if relations is None:
        ((found,),) = snapshot.query(hop.size, ids=list(ids))
        return int(found)
    return sum(len(relations[hop.by].get(node, ())) for node in ids)


def _holding(relations: Relations, hop: Hop, ids: Iterable[str], days: Days) -> list[Record]:
    by_end = relations[hop.by]
    first, last = days
    found = [
        record for node in ids for record in by_end.get(node, ()) if record[_FIRST] <= last and record[_LAST] >= first
    ]
    for at, value in hop.tests:
        found = [record for record in found if record[at] == value]
    return [record for record in found if record[hop.there].startswith(hop.other)] if hop.other else found


def linked(hop: Hop, some: Iterable[Record]) -> dict[str, dict[str, Edge]]:
    """For each node that relations of a hop are from, those that it leads to, each with the first relation by key."""
    there, here = hop.there, 1 - hop.there
    found: dict[str, dict[str, Edge]] = {}
    for record in sorted(some, key=_ENDS_AND_KEY):
        others = found.setdefault(record[here], {})
        if record[there] not in others:
            others[record[there]] = Edge(hop.kind, *record[:3])
    return found


def hierarchy(snapshot: Snapshot, known: Kept, kind: str, of: str, days: Days) -> Hierarchy:
    """The nodes of a kind with the wider ones that they belong to at a time."""
    asked = kind, of, *days
    if asked not in known.hierarchies:
        among = _among(snapshot, known, kind, of, days)
        known.hierarchies[asked] = Hierarchy(Edge(kind, *record[:3]) for record in among)
    return known.hierarchies[asked]


def _among(snapshot: Snapshot, known: Kept, kind: str, of: str, days: Days) -> Sequence[Record]:
    """The relations of a kind between nodes of one kind, that hold at a time."""
    relations = known.relations(snapshot, kind)
    if relations is None:
        text = f"MATCH (s:{of})-[r:`{kind}`]->(e:{of}) WHERE {_AT} RETURN {returned(())}"
        return snapshot.query(text, first=days.first, last=days.last)
    begins = f"{of.lower()}/"
    starts = [node for node in relations["start"] if node.startswith(begins)]
    return _holding(relations, Hop(kind, of, of, "start"), starts, days)
