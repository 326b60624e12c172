"""The relations of one actor, from both its ends; see ``actor``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_model import catalogue
from graph_model.brokering import ActivityStatus
from graph_model.brokering_relations import CollaboratesWith, TakesPartIn
from graph_model.kind import Node, Relation
from graph_model.roles import Actor
from graph_model.store import Record
from graph_model.text import Text
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path, edge_of, own
from queries.matters import state_of
from queries.memory import NodeRecord, fields
from queries.moteplass.actor_roles import DATED
from queries.neighbours import HOPS


def _own_text(kind: type[Node]) -> str:
    returned = ", ".join(f"n.{name}" for name in kind.props())
    return f"UNWIND $ids AS i MATCH (n:{kind.kind()}) WHERE n.id = i RETURN n.first_day, n.last_day, {returned}"


OWN = {kind: _own_text(kind) for kind in catalogue.playing(Actor)}
CYPHER = checked(
    {
        **{kind.kind(): text for kind, text in OWN.items()},
        **{f"{kind.kind()} {hop.kind} {hop.by}": hop.cypher for kind in OWN for hop in HOPS[kind]},
    }
)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of the actor: its kind and fields, the node at its other end, and that node where it has a status."""

    relation: type[Relation]
    outgoing: bool
    other: str
    record: Record
    values: Mapping[str, object]
    matter: NodeRecord | None

    def label(self) -> Text:
        """What the relation is called, as read from the actor."""
        return self.relation.label if self.outgoing or self.relation is CollaboratesWith else self.relation.inverse

    def order(self, context: Context) -> tuple[object, ...]:
        """What the relations are sorted by."""
        forwards = self.outgoing or self.relation is CollaboratesWith
        return catalogue.RELATIONS.index(self.relation), not forwards, context.order(self.other), self.record[2]

    def dates(self) -> tuple[object, object]:
        """When it holds, else when what is at its other end does."""
        _, _, _, since, until, *_ = self.record
        if since or until or not self.matter:
            return since, until
        return self.matter.values["since"], self.matter.values["until"]

    def status(self) -> object:
        """How far it has come, else what is at its other end."""
        return self.values.get("status") or (state_of(self.matter) if self.matter else None)

    def is_undated(self) -> bool:
        """Whether a reader must know when it holds, and nobody does."""
        _, _, _, since, until, *_ = self.record
        is_over = self.matter is not None and state_of(self.matter) == ActivityStatus.ENDED
        return is_over or (self.relation.kind() in DATED and not since and not until)

    def paths(self) -> tuple[Path, ...]:
        """What proves it."""
        if self.relation is CollaboratesWith:
            return (tuple(self.grounds()), own(self.collaboration()))
        start, end, key, *_ = self.record
        edge = Edge(self.relation.kind(), start, end, key)
        return ((edge,), own(self.other)) if self.matter else ((edge,),)

    def collaboration(self) -> str:
        """The collaboration that a derived relation rests on."""
        return next(edge.end for edge in self.grounds() if edge.kind == TakesPartIn.kind())

    def grounds(self) -> list[Edge]:
        """The facts that a derived relation rests on."""
        keys = self.values["grounds"]
        assert isinstance(keys, list)
        return [edge_of(key) for key in sorted(keys)]


def links_of(context: Context, actor: str) -> Iterator[Link]:
    """The relations of an actor at the time of the context."""
    for hop in HOPS[catalogue.kind_of(actor)]:
        relation, outgoing = catalogue.relation_kind(hop.kind), hop.by == "start"
        for record in context.hop(hop, [actor]):
            other = record[1 if outgoing else 0]
            kind = catalogue.kind_of(other)
            matter = context.nodes(kind)[other] if "status" in kind.props() else None
            values = dict(zip(fields(hop.kind), record[7:], strict=True))
            yield Link(relation, outgoing, other, record, values, matter)
