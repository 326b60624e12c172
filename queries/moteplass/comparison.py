"""A forum among the forums that are comparable with it: what they have, and it lacks; see ``missing-participants``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph_model.nodes import Network, NetworkType, Region
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path, own
from queries.hops import Hop
from queries.moteplass.taking_part import CYPHER as TAKING_PART
from queries.moteplass.taking_part import Forums, TakingPart
from queries.scopes import Scopes

_HAVING_TYPE = Hop("OF_TYPE", "Organisation", "ActorType", "end")
CYPHER = checked({**TAKING_PART, "having type": _HAVING_TYPE.cypher})


@dataclass(frozen=True, slots=True)
class Here:
    """The forum that is asked about, what takes part in it, and where it works.

    Parameters
    ----------
    forum, part: the forum and what takes part in it.
    scope: its regions, by name.
    kinds: what these are.
    parts, wider: these with their parts, and the other regions that contain them.
    comparable: the forums that it is compared with, by name.
    """

    forum: str
    part: TakingPart
    scope: Sequence[str]
    kinds: frozenset[object]
    parts: frozenset[str]
    wider: frozenset[str]
    comparable: Sequence[str]


class Missing(NamedTuple):
    """A type that is missing: the forums that have it, each with the way, and who is of it, here and around."""

    type: str
    having: dict[str, Path]
    actors: dict[str, Edge]
    wider: dict[str, Edge]


class Comparison:
    """A forum among all forums of a time."""

    def __init__(self, context: Context, forum: str) -> None:
        """Compare a forum that exists at this time."""
        self.context = context
        self.scopes = Scopes(context)
        names = forums_of(context)
        self.scopes.learn(names)
        self._kinds = {node.id: node.values["type"] for node in context.nodes(Region).values() if node.values["type"]}
        kinds = self._kinds_of(forum)
        comparable = [one for one in names if one != forum and not kinds.isdisjoint(self._kinds_of(one))]
        self.forums = Forums(context, [forum, *comparable])
        self.parts = {one: self.forums.of(one) for one in comparable}
        regions = self.scopes.of(forum).regions
        context.learn_names(regions)
        parts = context.regions.below_all(regions)
        wider = frozenset().union(*map(context.regions.above, regions)) - parts
        scope = sorted(regions, key=context.order)
        self.here = Here(forum, self.forums.of(forum), scope, kinds, parts, wider, comparable)

    def missing(self) -> list[Missing]:
        """The types that are missing, in their order."""
        stated = {kind for part in self.parts.values() for kind in part.types()}
        lacking = [kind for kind in stated if self.here.part.way_to(self.context, kind) is None]
        of_type = self.context.linked(_HAVING_TYPE, self.context.types.below_all(lacking))
        self.scopes.learn({actor for some in of_type.values() for actor in some})
        found = [self._missing(kind, of_type) for kind in lacking]
        return sorted(found, key=lambda one: (-len(one.having), self.context.order(one.type)))

    def _missing(self, kind: str, of_type: dict[str, dict[str, Edge]]) -> Missing:
        having = {forum: way for forum, part in self.parts.items() if (way := part.way_to(self.context, kind))}
        edges: dict[str, Edge] = {}
        for narrower in self.context.types.below(kind):
            for actor, edge in of_type.get(narrower, {}).items():
                edges[actor] = min(edge, edges.get(actor, edge))
        actors, wider = {}, {}
        for actor, edge in edges.items():
            regions = self.scopes.of(actor).regions
            if not self.here.parts.isdisjoint(regions):
                actors[actor] = edge
            elif not self.here.wider.isdisjoint(regions):
                wider[actor] = edge
        return Missing(kind, having, actors, wider)

    def proof(self, one: Missing) -> Iterator[Path]:
        """The facts that say who has a type, and those that were searched in vain."""
        here = self.here
        for forum, way in one.having.items():
            yield way
            yield from self._comparison(forum)
        yield from self._comparison(here.forum)
        yield from ((edge,) for edge in here.part.searched)
        first = {way.type: way.path for way in reversed(here.part.ways)}
        yield from (first[kind] for kind in sorted(first))
        for actor, edge in (*one.actors.items(), *one.wider.items()):
            yield (edge, *self.context.types.way(edge.end, one.type))
            yield from self._ways_here(actor)

    def _comparison(self, forum: str) -> Iterator[Path]:
        """Where a forum works, and what makes it comparable."""
        for region, way in self.scopes.of(forum).ways.items():
            yield way
            if self._kinds.get(region) in self.here.kinds:
                yield own(region)

    def _ways_here(self, actor: str) -> Iterator[Path]:
        regions = self.context.regions
        for region, way in self.scopes.of(actor).ways.items():
            related = (one for one in self.here.scope if one in regions.above(region) or region in regions.above(one))
            if first := next(related, None):
                yield (*way, *regions.between(region, first))

    def _kinds_of(self, forum: str) -> frozenset[object]:
        return frozenset(self._kinds[region] for region in self.scopes.of(forum).regions if region in self._kinds)


def forums_of(context: Context) -> list[str]:
    """The forums of this time, by name."""
    nodes = {id_: node for id_, node in context.nodes(Network).items() if node.values["type"] == NetworkType.FORUM}
    context.remember({id_: str(node.values["name"]) for id_, node in nodes.items()})
    return sorted(nodes, key=context.order)
