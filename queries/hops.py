"""One hop from many nodes at once: answered by the engine, or, where a kind of relation is small, from memory."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from graph_model import catalogue
from graph_model.store import Record, Snapshot
from queries.edges import Edge
from queries.hierarchy import Hierarchy
from queries.memory import fields, kept, returned

_AT = "r.first_day <= $last AND r.last_day >= $first"
_FIRST, _LAST, _CARRIED = 5, 6, 7


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
        where = " AND ".join((f"{self.by[0]}.id = i", *tests, _AT))
        pattern = f"(s:{self.start})-[r:`{self.kind}`]->(e:{self.end})"
        return f"UNWIND $ids AS i MATCH {pattern} WHERE {where} RETURN {returned(self.carries)}"

    @cached_property
    def other(self) -> tuple[str, ...] | None:
        """How the ids at the other end begin; None where the catalogue allows no others anyway."""
        at, given = (2, self.end) if self.by == "start" else (0, self.start)
        possible = {hop[at].kind() for hop in catalogue.hops(catalogue.relation_kind(self.kind))}
        return None if possible == set(given.split("|")) else tuple(f"{name.lower()}/" for name in given.split("|"))


def records(snapshot: Snapshot, hop: Hop, ids: Collection[str], first: dt.date, last: dt.date) -> Iterable[Record]:
    """The relations of a hop from these nodes that hold at a time."""
    known = kept(snapshot)
    if known.fits(hop.kind):
        return _from_memory(snapshot, hop, ids, first, last)
    return snapshot.query(hop.cypher, ids=list(ids), first=first, last=last) if ids else ()


def _from_memory(snapshot: Snapshot, hop: Hop, ids: Iterable[str], first: dt.date, last: dt.date) -> list[Record]:
    by_end = kept(snapshot).relations(snapshot, hop.kind)[hop.by]
    holding = [
        record for node in ids for record in by_end.get(node, ()) if record[_FIRST] <= last and record[_LAST] >= first
    ]
    for name, value in hop.only.items():
        at = _CARRIED + fields(hop.kind).index(name)
        holding = [record for record in holding if record[at] == value]
    other = 1 if hop.by == "start" else 0
    return [record for record in holding if record[other].startswith(hop.other)] if hop.other else holding


def hierarchy(snapshot: Snapshot, kind: str, of: str, first: dt.date, last: dt.date) -> Hierarchy:
    """The nodes of a kind with the wider ones that they belong to at a time."""
    known = kept(snapshot)
    asked = kind, of, first, last
    if asked not in known.hierarchies:
        known.hierarchies[asked] = Hierarchy(
            Edge(kind, *record[:3]) for record in _among(snapshot, kind, of, first, last)
        )
    return known.hierarchies[asked]


def _among(snapshot: Snapshot, kind: str, of: str, first: dt.date, last: dt.date) -> Iterable[Record]:
    """The relations of a kind between nodes of one kind, that hold at a time."""
    known = kept(snapshot)
    if not known.fits(kind):
        text = f"MATCH (s:{of})-[r:`{kind}`]->(e:{of}) WHERE {_AT} RETURN {returned(())}"
        return snapshot.query(text, first=first, last=last)
    begins = f"{of.lower()}/"
    starts = [node for node in known.relations(snapshot, kind)["start"] if node.startswith(begins)]
    return _from_memory(snapshot, Hop(kind, of, of, "start"), starts, first, last)
