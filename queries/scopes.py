"""In which regions an actor works: those that it covers, else where it is, else those of what it belongs to."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from graph_model import roles
from graph_model.catalogue import spelled
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path
from queries.hops import Hop

_ACTOR = spelled(roles.Actor)
_RUN = spelled(roles.Run, roles.Actor)
_PART = spelled(roles.Composite, roles.Actor)
HOPS = (
    Hop("PART_OF", _PART, _PART, "start"),
    Hop("HELD_AT", "Position", spelled(roles.Host), "start"),
    Hop("RUNS", _ACTOR, _RUN, "end"),
)
"""From an actor to those whose scopes are its own, where it has none."""
COVERS = Hop("COVERS", _ACTOR, "Region", "start")
LOCATED_IN = Hop("LOCATED_IN", spelled(roles.Located), "Region", "start")
CYPHER = checked({hop.kind: hop.cypher for hop in (*HOPS, COVERS, LOCATED_IN)})


@dataclass(frozen=True, slots=True)
class Scope:
    """The regions that an actor works in, and for each the way from the actor that says so."""

    ways: dict[str, Path]
    regions: frozenset[str]


class Scopes:
    """Finds the scopes of actors, many at a time.

    The scope of an actor is the regions that it COVERS; else those where it is LOCATED_IN; else the scopes of what it
    is PART_OF or HELD_AT and of who RUNS it, all of them together, and so on upwards. A node with regions of its own
    is not followed further; in a circle nothing is found twice.
    """

    def __init__(self, context: Context) -> None:
        """Look scopes up in this context."""
        self._context = context
        self._known: dict[str, Scope] = {}
        self._own: dict[str, list[tuple[str, Edge]]] = {}
        self._up: dict[str, list[tuple[str, Edge]]] = {}

    def of(self, actor: str) -> Scope:
        """The scope of an actor; empty where nothing says where it works."""
        if actor not in self._known:
            self._known[actor] = self._find_scope(actor)
        return self._known[actor]

    def _find_scope(self, actor: str) -> Scope:
        if actor not in self._own:
            self.learn([actor])
        ways: dict[str, Path] = {}
        if own := self._own[actor]:
            for region, edge in own:
                ways.setdefault(region, (edge,))
            return Scope(ways, frozenset(ways))
        trails: dict[str, Path] = {actor: ()}
        queue = [actor]
        for current in queue:
            own = self._own[current]
            for region, edge in own:
                ways.setdefault(region, (*trails[current], edge))
            for above, edge in () if own else self._up.get(current, ()):
                if above not in trails:
                    trails[above] = (*trails[current], edge)
                    queue.append(above)
        return Scope(ways, frozenset(ways))

    def learn(self, actors: Iterable[str]) -> None:
        """Look up what says where many actors work, before they are asked for one by one."""
        unknown = sorted({actor for actor in actors if actor not in self._own})
        while unknown:
            self._own.update({actor: [] for actor in unknown})
            for hop in (COVERS, LOCATED_IN):
                nowhere = [actor for actor in unknown if not self._own[actor]]
                for actor, region, edge in self._edges(hop, nowhere):
                    self._own[actor].append((region, edge))
            nowhere = [actor for actor in unknown if not self._own[actor]]
            above = {other for hop in HOPS for other in self._find_above(hop, nowhere)}
            unknown = sorted(above - self._own.keys())

    def _find_above(self, hop: Hop, actors: Collection[str]) -> Iterator[str]:
        for actor, above, edge in self._edges(hop, actors):
            self._up.setdefault(actor, []).append((above, edge))
            yield above

    def _edges(self, hop: Hop, actors: Collection[str]) -> Iterator[tuple[str, str, Edge]]:
        """The relations of a hop: an actor, the region or the other actor that it leads to, and the relation."""
        for edge in sorted(Edge(hop.kind, *record[:3]) for record in self._context.hop(hop, actors)):
            yield (edge.end, edge.start, edge) if hop.by == "end" else (edge.start, edge.end, edge)
