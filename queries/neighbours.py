"""The hops from a node of each kind over every relation that the catalogue has, out and in."""

from collections.abc import Iterator

from graph_model import catalogue
from graph_model.kind import Node
from queries.cypher import checked
from queries.hops import Hop
from queries.memory import fields


def _hops(kind: type[Node]) -> Iterator[Hop]:
    """The hops from a kind over all relations, in the catalogue's order, outgoing before incoming."""
    for relation in catalogue.RELATIONS:
        possible = catalogue.hops(relation)
        carried = tuple(fields(relation.kind()))
        if ends := [hop.end.kind() for hop in possible if hop.start is kind]:
            yield Hop(relation.kind(), kind.kind(), "|".join(ends), "start", carried)
        if starts := [hop.start.kind() for hop in possible if hop.end is kind]:
            yield Hop(relation.kind(), "|".join(starts), kind.kind(), "end", carried)


HOPS = {kind: tuple(_hops(kind)) for kind in catalogue.NODES}
CYPHER = checked({f"{kind.kind()} {hop.kind} {hop.by}": hop.cypher for kind, hops in HOPS.items() for hop in hops})
