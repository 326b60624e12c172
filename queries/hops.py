"""One hop from many nodes at once: answered by the engine, or, where a kind of relation is small, from memory."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal
from weakref import WeakKeyDictionary

from graph_model import catalogue
from graph_model.store import Record, Snapshot
from queries.cypher import checked
from queries.edges import Edge
from queries.hierarchy import Hierarchy

MOST_READ, MOST_KEPT = 2_000, 200_000
"""How many facts of a kind are read whole for the first question that is asked of a state, and for every later one, by
which time it is worth while: 200,000 relations take some 0.6 s and 200 MB. Of larger kinds only what is asked for."""
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
    only: Mapping[str, str | None] = field(default_factory=dict)

    @cached_property
    def cypher(self) -> str:
        """The hop as a text for the engine; ids are unwound, so that each is looked up by its key."""
        tests = [f"r.{name} IS NULL" if value is None else f"r.{name} = '{value}'" for name, value in self.only.items()]
        where = " AND ".join((f"{self.by[0]}.id = i", *tests, _AT))
        pattern = f"(s:{self.start})-[r:{self.kind}]->(e:{self.end})"
        return f"UNWIND $ids AS i MATCH {pattern} WHERE {where} RETURN {_returned(self.carries)}"

    @cached_property
    def other(self) -> tuple[str, ...] | None:
        """How the ids at the other end begin; None where the catalogue allows no others anyway."""
        at, given = (2, self.end) if self.by == "start" else (0, self.start)
        possible = {hop[at].kind() for hop in catalogue.hops(catalogue.relation_kind(self.kind))}
        return None if possible == set(given.split("|")) else tuple(f"{name.lower()}/" for name in given.split("|"))


def _returned(carries: Iterable[str]) -> str:
    names = ("key", "since", "until", "first_day", "last_day", *carries)
    return f"s.id, e.id, {', '.join(f'r.{name}' for name in names)}"


def _whole(kind: str) -> str:
    hops = catalogue.hops(catalogue.relation_kind(kind))
    start, end = ("|".join(dict.fromkeys(hop[at].kind() for hop in hops)) for at in (0, 2))
    return f"MATCH (s:{start})-[r:{kind}]->(e:{end}) RETURN {_returned(_fields(kind))}"


def _fields(kind: str) -> list[str]:
    return [name for name in catalogue.relation_kind(kind).props() if name not in ("since", "until")]


_MARKS = "types of networks and programmes"
CYPHER = checked(
    {
        **{kind.kind(): _whole(kind.kind()) for kind in catalogue.RELATIONS},
        _MARKS: "MATCH (a:Network|Programme) WHERE a.type IS NOT NULL RETURN a.id, a.type",
    }
)
"""What is read whole."""


class _Kept:
    """What was read of a snapshot; a finished state never changes."""

    def __init__(self, snapshot: Snapshot) -> None:
        # It must not hold the snapshot, which it lives as long as.
        self._counts = {kind: count.facts for kind, count in snapshot.counts().items()}
        self._relations: dict[str, Mapping[str, dict[str, list[Record]]]] = {}
        self._names: dict[str, dict[str, str]] = {}
        self._questions = 0
        self.hierarchies: dict[tuple[str, str, dt.date, dt.date], Hierarchy] = {}

    def begin(self) -> None:
        """Count a question that is asked."""
        self._questions += 1

    def fits(self, kind: str) -> bool:
        """Whether the facts of a kind are to be read whole."""
        return self._counts.get(kind, 0) <= (MOST_READ if self._questions < 2 else MOST_KEPT)

    def relations(self, snapshot: Snapshot, kind: str) -> Mapping[str, dict[str, list[Record]]]:
        """All relations of a kind, by their two ends."""
        if kind not in self._relations:
            by: dict[str, dict[str, list[Record]]] = {"start": {}, "end": {}}
            for record in snapshot.query(CYPHER[kind]):
                by["start"].setdefault(record[0], []).append(record)
                by["end"].setdefault(record[1], []).append(record)
            self._relations[kind] = by
        return self._relations[kind]

    def names(self, snapshot: Snapshot, kind: str) -> dict[str, str]:
        """The names of all nodes of a kind."""
        if kind not in self._names:
            self._names[kind] = dict(map(tuple, snapshot.query(f"MATCH (n:{kind}) RETURN n.id, n.name")))
        return self._names[kind]

    def marks(self, snapshot: Snapshot) -> dict[str, str]:
        """The types that networks and programmes state, by their ids."""
        if _MARKS not in self._names:
            self._names[_MARKS] = dict(map(tuple, snapshot.query(CYPHER[_MARKS])))
        return self._names[_MARKS]


_KEPT: "WeakKeyDictionary[Snapshot, _Kept]" = WeakKeyDictionary()


def _kept(snapshot: Snapshot) -> _Kept:
    if snapshot not in _KEPT:
        _KEPT[snapshot] = _Kept(snapshot)
    return _KEPT[snapshot]


def records(snapshot: Snapshot, hop: Hop, ids: Collection[str], first: dt.date, last: dt.date) -> Iterable[Record]:
    """The relations of a hop from these nodes that hold at a time."""
    kept = _kept(snapshot)
    if kept.fits(hop.kind):
        return _from_memory(snapshot, hop, ids, first, last)
    return snapshot.query(hop.cypher, ids=list(ids), first=first, last=last) if ids else ()


def _from_memory(snapshot: Snapshot, hop: Hop, ids: Iterable[str], first: dt.date, last: dt.date) -> list[Record]:
    by_end = _kept(snapshot).relations(snapshot, hop.kind)[hop.by]
    holding = [
        record for node in ids for record in by_end.get(node, ()) if record[_FIRST] <= last and record[_LAST] >= first
    ]
    for name, value in hop.only.items():
        at = _CARRIED + _fields(hop.kind).index(name)
        holding = [record for record in holding if record[at] == value]
    other = 1 if hop.by == "start" else 0
    return [record for record in holding if record[other].startswith(hop.other)] if hop.other else holding


def hierarchy(snapshot: Snapshot, kind: str, of: str, first: dt.date, last: dt.date) -> Hierarchy:
    """The nodes of a kind with the wider ones that they belong to at a time."""
    kept = _kept(snapshot)
    asked = kind, of, first, last
    if asked not in kept.hierarchies:
        kept.hierarchies[asked] = Hierarchy(
            Edge(kind, *record[:3]) for record in _among(snapshot, kind, of, first, last)
        )
    return kept.hierarchies[asked]


def _among(snapshot: Snapshot, kind: str, of: str, first: dt.date, last: dt.date) -> Iterable[Record]:
    """The relations of a kind between nodes of one kind, that hold at a time."""
    kept = _kept(snapshot)
    if not kept.fits(kind):
        text = f"MATCH (s:{of})-[r:{kind}]->(e:{of}) WHERE {_AT} RETURN {_returned(())}"
        return snapshot.query(text, first=first, last=last)
    begins = f"{of.lower()}/"
    starts = [node for node in kept.relations(snapshot, kind)["start"] if node.startswith(begins)]
    return _from_memory(snapshot, Hop(kind, of, of, "start"), starts, first, last)


def stated_types(snapshot: Snapshot) -> Mapping[str, str]:
    """The types that networks and programmes state, by their ids."""
    return _kept(snapshot).marks(snapshot)


def names_of(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, str]:
    """The names of nodes by their ids."""
    by_kind: dict[str, list[str]] = {}
    for node in sorted(ids):
        by_kind.setdefault(catalogue.kind_of(node).kind(), []).append(node)
    names: dict[str, str] = {}
    for kind, some in by_kind.items():
        if _kept(snapshot).fits(kind):
            known = _kept(snapshot).names(snapshot, kind)
            names.update((node, known[node]) for node in some)
        else:
            text = f"UNWIND $ids AS i MATCH (n:{kind}) WHERE n.id = i RETURN n.id, n.name"
            names.update(map(tuple, snapshot.query(text, ids=some)))
    return names


def begin(snapshot: Snapshot) -> None:
    """Tell that a question is asked."""
    _kept(snapshot).begin()
