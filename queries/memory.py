"""What is read of a snapshot once and kept as long: whole kinds of nodes and relations, where they are small."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from graph_model import catalogue
from graph_model.kind import Node
from graph_model.names import alphabetical
from graph_model.store import Record, Snapshot
from queries.cypher import checked
from queries.hierarchy import Hierarchy

MOST_READ, MOST_KEPT, OFTEN_ASKED = 2_000, 200_000, 12
"""How many facts of a kind are read whole for the first question that is asked of a state, and for every later one, by
which time it is worth while: 200,000 relations take some 0.6 s and 200 MB. So it is within the first question, once it
has asked for a kind that often. Of larger kinds only what is asked for."""


def returned(carries: Iterable[str]) -> str:
    """What a text gives of a relation r from s to e."""
    names = ("key", "since", "until", "first_day", "last_day", *carries)
    return f"s.id, e.id, {', '.join(f'r.{name}' for name in names)}"


def fields(kind: str) -> list[str]:
    """The fields of a kind of relation, besides its dates."""
    return [name for name in catalogue.relation_kind(kind).props() if name not in ("since", "until")]


def _whole(kind: str) -> str:
    hops = catalogue.hops(catalogue.relation_kind(kind))
    start, end = ("|".join(dict.fromkeys(hop[at].kind() for hop in hops)) for at in (0, 2))
    return f"MATCH (s:{start})-[r:`{kind}`]->(e:{end}) RETURN {returned(fields(kind))}"


def _all_of(kind: type[Node]) -> str:
    names = ", ".join(f"n.{name}" for name in kind.props())
    return f"MATCH (n:{kind.kind()}) RETURN n.id, n.first_day, n.last_day, {names}"


def name_text(kind: str) -> str:
    """The text that reads the names of all nodes of a kind."""
    return f"MATCH (n:{kind}) RETURN n.id, n.name"


class NodeRecord(NamedTuple):
    """A node: its id, the days on which it exists, and its fields by their names."""

    id: str
    begins: dt.date
    ends: dt.date
    values: Mapping[str, object]


MARKS = "types of networks and programmes"
CYPHER = checked(
    {
        **{kind.kind(): _whole(kind.kind()) for kind in catalogue.RELATIONS},
        **{kind.kind(): _all_of(kind) for kind in catalogue.NODES},
        MARKS: "MATCH (a:Network|Programme) WHERE a.type IS NOT NULL RETURN a.id, a.type",
    }
)
"""What is read whole."""


class Orders(dict[str, tuple[str, str]]):
    """What nodes are sorted by, of each found when it is first asked for: its name in Norwegian order, then its id."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Sort by these names; they must have that of a node that is asked for."""
        super().__init__()
        self._names = names

    def __missing__(self, node: str) -> tuple[str, str]:
        """Find what a node is sorted by."""
        self[node] = alphabetical(self._names[node]), node
        return self[node]


Relations = Mapping[Literal["start", "end"], Mapping[str, list[Record]]]
"""The relations of a kind, by the nodes at their two ends."""


class Kept:
    """What was read of a snapshot; a finished state never changes.

    ``names`` has every name that was read, ``orders`` what its node is sorted by, ``hierarchies`` those that were asked
    for, each with the time.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        # It must not hold the snapshot, which it lives as long as.
        self._counts = {kind: count.facts for kind, count in snapshot.counts().items()}
        self._relations: dict[str, Relations] = {}
        self._nodes: dict[str, Mapping[str, NodeRecord]] = {}
        self._marks: Mapping[str, str] | None = None
        self._questions = 0
        self._asked: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.orders = Orders(self.names)
        self.hierarchies: dict[tuple[str, str, dt.date, dt.date], Hierarchy] = {}

    def begin(self) -> None:
        """Count a question that is asked."""
        self._questions += 1

    def _fits(self, kind: str) -> bool:
        """Whether the facts of a kind, which are asked for, are to be read whole."""
        self._asked[kind] += 1
        worth_while = self._questions > 1 or self._asked[kind] > OFTEN_ASKED
        return self._counts.get(kind, 0) <= (MOST_KEPT if worth_while else MOST_READ)

    def relations(self, snapshot: Snapshot, kind: str) -> Relations | None:
        """All relations of a kind; None where they are too many to be read whole."""
        found = self._relations.get(kind)
        if found is None and self._fits(kind):
            starts: dict[str, list[Record]] = {}
            ends: dict[str, list[Record]] = {}
            for record in snapshot.query(CYPHER[kind]):
                starts.setdefault(record[0], []).append(record)
                ends.setdefault(record[1], []).append(record)
            found = self._relations[kind] = {"start": starts, "end": ends}
        return found

    def nodes(self, snapshot: Snapshot, kind: str) -> Mapping[str, NodeRecord]:
        """All nodes of a kind, by their ids."""
        if kind not in self._nodes:
            names = list(catalogue.node_kind(kind).props())
            found = (
                NodeRecord(node, begins, ends, dict(zip(names, values, strict=True)))
                for node, begins, ends, *values in snapshot.query(CYPHER[kind])
            )
            self._nodes[kind] = {node.id: node for node in found}
            self.names.update((node.id, str(node.values["name"])) for node in self._nodes[kind].values())
        return self._nodes[kind]

    def learn_names(self, snapshot: Snapshot, ids: Iterable[str]) -> None:
        """Look up the names of nodes that are not known."""
        unknown: dict[str, list[str]] = {}
        for node in ids:
            if node not in self.names:
                unknown.setdefault(catalogue.kind_of(node).kind(), []).append(node)
        for kind, some in unknown.items():
            whole = self._fits(kind)
            text = name_text(kind) if whole else f"UNWIND $ids AS i MATCH (n:{kind}) WHERE n.id = i RETURN n.id, n.name"
            self.names.update(map(tuple, snapshot.query(text) if whole else snapshot.query(text, ids=sorted(some))))

    def marks(self, snapshot: Snapshot) -> Mapping[str, str]:
        """The types that networks and programmes state, by their ids."""
        if self._marks is None:
            self._marks = dict(map(tuple, snapshot.query(CYPHER[MARKS])))
        return self._marks


_KEPT: "WeakKeyDictionary[Snapshot, Kept]" = WeakKeyDictionary()


def kept(snapshot: Snapshot) -> Kept:
    """What is kept of a snapshot."""
    if snapshot not in _KEPT:
        _KEPT[snapshot] = Kept(snapshot)
    return _KEPT[snapshot]


def names_of(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, str]:
    """The names of nodes by their ids."""
    wanted, known = list(ids), kept(snapshot)
    known.learn_names(snapshot, wanted)
    return {node: known.names[node] for node in wanted}


def begin(snapshot: Snapshot) -> None:
    """Tell that a question is asked."""
    kept(snapshot).begin()
