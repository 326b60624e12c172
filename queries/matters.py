"""Offerings, needs and collaborations at one time: what they are about, for whom, where, and by whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_model import roles
from graph_model.brokering import ActivityStatus
from graph_model.catalogue import spelled
from graph_model.kind import Node
from queries.around import Around, Where
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path, own
from queries.hops import Hop
from queries.memory import NodeRecord

_ACTOR = spelled(roles.Actor)
_MATTER = spelled(roles.Matter)
HELD_IN = Hop("HELD_IN", _MATTER, "Region", "start")
FOR = Hop("FOR", _MATTER, "TargetGroup", "start")
IN_FIELD = Hop("IN_FIELD", _MATTER, "Field", "start")
BY = {
    "Offering": Hop("OFFERS", _ACTOR, "Offering", "end"),
    "Need": Hop("NEEDS", _ACTOR, "Need", "end"),
    "Collaboration": Hop("TAKES_PART_IN", _ACTOR, "Collaboration", "end"),
}
CYPHER = checked({hop.kind: hop.cypher for hop in (HELD_IN, FOR, IN_FIELD, *BY.values())})


@dataclass(frozen=True, slots=True)
class Matter:
    """An offering, a need or a collaboration.

    Parameters
    ----------
    id, values: its id and its fields.
    state: its status at the time that is asked for; see state_of.
    fields, groups, regions, actors: what it is about, whom it is for, where it is held, and who offers it, needs it or
        takes part in it, each with the relation that says so.
    """

    id: str
    values: Mapping[str, object]
    state: object
    fields: Mapping[str, Edge]
    groups: Mapping[str, Edge]
    regions: Mapping[str, Edge]
    actors: Mapping[str, Edge]

    def paths(self) -> Iterator[Path]:
        """Its own fact, and each of its relations."""
        yield own(self.id)
        for edges in (self.actors, self.fields, self.groups, self.regions):
            yield from ((edge,) for edge in edges.values())


def matters(context: Context, kind: type[Node]) -> dict[str, Matter]:
    """All matters of a kind that exist at the time of the context, by their ids, in the order of their names."""
    nodes = context.nodes(kind)
    hops = (IN_FIELD, FOR, HELD_IN, BY[kind.kind()])
    linked = [context.linked(hop, nodes.keys()) for hop in hops]
    return {
        node: Matter(node, nodes[node].values, state_of(nodes[node]), *(found.get(node, {}) for found in linked))
        for node in sorted(nodes, key=context.order)
    }


def state_of(node: NodeRecord) -> object:
    """The status of what exists at a time: what has ended, nobody knows when, is over; else it was running then."""
    status = node.values.get("status")
    return ActivityStatus.RUNNING.value if status == ActivityStatus.ENDED and node.values.get("until") else status


def where(around: Around | None, matter: Matter) -> Where:
    """Where a matter is held, seen from the region that is asked for; here, where none is."""
    return around.where(matter.regions) if around else Where.HERE


def ways_to_region(context: Context, around: Around | None, matter: Matter) -> Iterator[Path]:
    """From a matter over where it is held to the region that is asked for."""
    for region, edge in matter.regions.items():
        if around and (region in around.parts or region in around.wider):
            yield (edge, *context.regions.between(region, around.region))
