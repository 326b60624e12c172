"""Who is an actor, and who has a tie to whom, at one time: the network whose density is measured."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from graph_model import catalogue, roles
from graph_model.brokering import ActivityStatus, Collaboration, Offering
from graph_model.catalogue import spelled
from graph_model.facts import Period
from graph_model.nodes import Network, Organisation
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path, edge_of, edge_since
from queries.hops import Hop
from queries.scopes import Scopes

_ACTOR = spelled(roles.Actor)
_MAKES_ACTORS = (
    Hop("MEMBER_OF", "Organisation", spelled(roles.Gathering), "start"),
    Hop("MEMBER_OF", _ACTOR, "Organisation", "end"),
    Hop("RUNS", "Organisation", spelled(roles.Run), "start"),
    Hop("RUNS", _ACTOR, "Organisation", "end"),
    Hop("HELD_AT", "Position", "Organisation", "end"),
    Hop("MOBILISES", "Organisation", spelled(roles.Audience), "start"),
    Hop("MOBILISES", _ACTOR, "Organisation", "end"),
    Hop("OFFERS", "Organisation", "Offering", "start"),
    Hop("NEEDS", "Organisation", "Need", "start"),
    Hop("FUNDS", "Organisation", spelled(roles.Funded), "start"),
    Hop("FUNDS", _ACTOR, "Organisation", "end"),
    Hop("TAKES_PART_IN", "Organisation", "Collaboration", "start"),
)
_TIES = Hop("COLLABORATES_WITH", "Organisation", "Organisation", "start", ("topics", "level", "grounds"))
_MEMBERS = Hop("MEMBER_OF", _ACTOR, spelled(roles.Gathering), "end")
_RUNS = Hop("RUNS", _ACTOR, spelled(roles.Run, roles.Actor), "end")
_HELD = Hop("HELD_AT", "Position", spelled(roles.Host), "start")
_LOCATED = Hop("LOCATED_IN", "Organisation", "Region", "start")
_OF_TYPE = Hop("OF_TYPE", "Organisation", "ActorType", "start")
CYPHER = checked(
    {str(at): hop.cypher for at, hop in enumerate((*_MAKES_ACTORS, _TIES, _MEMBERS, _RUNS, _HELD, _LOCATED, _OF_TYPE))}
)


class Pair(NamedTuple):
    """Two organisations, the one whose id comes first before the other."""

    first: str
    second: str


class Way(NamedTuple):
    """One way in which two organisations are tied: the facts for it, when all hold, and whether its start is known."""

    path: Path
    period: Period
    dated: bool


class Stand(NamedTuple):
    """An actor that stands in something, itself or by what it runs or holds: the facts for it, and when all hold."""

    actor: str
    path: Path
    period: Period


def standing(context: Context, stand: Stand) -> Iterator[Stand]:
    """The organisations that stand in something where an actor does: itself, or those that it is run by or held at."""
    if catalogue.kind_of(stand.actor) is Organisation:
        yield stand
        return
    for hop in (_RUNS, _HELD):
        for start, end, key, _, _, first, last, *_ in context.hop(hop, [stand.actor]):
            above = start if hop is _RUNS else end
            edge = Edge(hop.kind, start, end, key)
            if not any(above in (known.start, known.end) for known in stand.path):
                yield from standing(
                    context, Stand(above, (edge, *stand.path), stand.period.within(Period(first, last)))
                )


@dataclass
class Ties:
    """The actors and their ties at the time of a context.

    Parameters
    ----------
    context: the graph at a time.
    membership: common membership makes a tie, instead of common collaboration.
    actors: for each organisation that is an actor, the relations that make it one.
    ways: for each pair that is tied, the ways in which it is, in the order of their facts.
    starts: the years in which ways are known to start, also those between a part and its whole.
    """

    context: Context
    membership: bool
    actors: Mapping[str, list[Edge]] = field(init=False)
    ways: Mapping[Pair, list[Way]] = field(init=False)
    starts: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self._organisations = sorted(self.context.nodes(Organisation))
        self.actors = self._find_actors()
        self.ways = self._find_ways()
        self._scopes = Scopes(self.context)
        self._located = self.context.linked(_LOCATED, self._organisations)
        self.types = self.context.linked(_OF_TYPE, self._organisations)

    def within(self, region: str) -> set[str]:
        """The actors that are in a region."""
        parts = self.context.regions.below(region)
        return {actor for actor in self.actors if self._is_in(actor, parts)}

    def _is_in(self, actor: str, parts: frozenset[str]) -> bool:
        if places := self._located.get(actor):
            return not parts.isdisjoint(places)
        scope = self._scopes.of(actor).regions
        return bool(scope) and scope <= parts

    def _find_actors(self) -> dict[str, list[Edge]]:
        over = {
            node.id
            for kind in (Offering, Collaboration)
            for node in self.context.nodes(kind).values()
            if node.values["status"] == ActivityStatus.ENDED and not node.values["until"]
        }
        found: dict[str, list[Edge]] = {}
        for hop in _MAKES_ACTORS:
            for actor, others in self.context.linked(hop, self._organisations).items():
                found.setdefault(actor, []).extend(edge for other, edge in others.items() if other not in over)
        return {actor: sorted(edges) for actor, edges in sorted(found.items()) if edges}

    def _find_ways(self) -> dict[Pair, list[Way]]:
        everything = list(self._by_membership() if self.membership else self._by_collaboration())
        self.starts = {way.period.begins.year for _, way in everything if way.dated}
        found: dict[Pair, list[Way]] = {}
        wholes = self.context.organisations
        for pair, way in everything:
            if pair.second not in wholes.above(pair.first) and pair.first not in wholes.above(pair.second):
                found.setdefault(pair, []).append(way)
        return {pair: sorted(found[pair]) for pair in sorted(found)}

    def _by_collaboration(self) -> Iterator[tuple[Pair, Way]]:
        dated = {node.id for node in self.context.nodes(Collaboration).values() if node.values["since"]}
        for start, end, _, _, _, first, last, _, _, grounds in self.context.hop(_TIES, self._organisations):
            edges = [edge_of(key) for key in grounds]
            begun = any(edge.end in dated for edge in edges)
            yield Pair(start, end), Way(_walk(edges, start), Period(first, last), begun or _joined(edges))

    def _by_membership(self) -> Iterator[tuple[Pair, Way]]:
        memberships: dict[str, list[Stand]] = {}
        for start, end, key, _, _, first, last, *_ in self.context.hop(_MEMBERS, sorted(self._wholes())):
            own = Stand(start, (Edge("MEMBER_OF", start, end, key),), Period(first, last))
            memberships.setdefault(end, []).extend(standing(self.context, own))
        for stands in memberships.values():
            for one, other in combinations(stands, 2):
                if one.actor != other.actor:
                    yield from self._common(*sorted((one, other)))

    def _wholes(self) -> Iterator[str]:
        """What can have members."""
        return (node for kind in (Organisation, Network) for node in self.context.nodes(kind))

    def _common(self, one: Stand, other: Stand) -> Iterator[tuple[Pair, Way]]:
        period = one.period.within(other.period)
        common = period.within(self.context.as_of.period)
        if common.begins <= common.ends:
            edges = dict.fromkeys((*one.path, *reversed(other.path)))
            yield Pair(one.actor, other.actor), Way(tuple(edges), period, _joined(edges))


def _joined(edges: Iterable[Edge]) -> bool:
    """Whether it is known when one of those who stand in something did so first."""
    return any(edge_since(edge) for edge in edges if edge.kind in ("TAKES_PART_IN", "MEMBER_OF"))


def _walk(edges: Iterable[Edge], start: str) -> Path:
    """The relations of a way in the order in which one comes to them."""
    left, path, reached = sorted(edges), [], {start}
    while left:
        edge = next(edge for edge in left if edge.start in reached or edge.end in reached)
        left.remove(edge)
        path.append(edge)
        reached |= {edge.start, edge.end}
    return tuple(path)
