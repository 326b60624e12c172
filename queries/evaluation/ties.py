"""Who is an actor, and who has a tie to whom, at one time: the network whose density is measured."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from graph_model import roles
from graph_model.brokering import ActivityStatus, Collaboration, Offering
from graph_model.catalogue import spelled
from graph_model.nodes import Organisation
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path, own
from queries.evaluation import collaborations, memberships, standing
from queries.evaluation.collaborations import Collaborations
from queries.evaluation.memberships import Memberships
from queries.evaluation.standing import Counts, Neighbours, Numbers, Pair, Way
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
_LOCATED = Hop("LOCATED_IN", "Organisation", "Region", "start")
_OF_TYPE = Hop("OF_TYPE", "Organisation", "ActorType", "start")
CYPHER = checked(
    {
        **{str(at): hop.cypher for at, hop in enumerate((*_MAKES_ACTORS, _LOCATED, _OF_TYPE))},
        **collaborations.CYPHER,
        **memberships.CYPHER,
        **standing.CYPHER,
    }
)


class Ties:
    """The actors and their ties at the time of a context; a part and its whole have none."""

    def __init__(self, context: Context, *, membership: bool) -> None:
        """Read who is an actor, and who is tied to whom.

        Parameters
        ----------
        context: the graph at a time.
        membership: common membership makes a tie, instead of common collaboration.
        """
        self._context = context
        self.numbers = Numbers(sorted(context.nodes(Organisation)))
        self._tied = (Memberships if membership else Collaborations)(context, self.numbers)
        self._scopes = Scopes(context)
        self._over = {
            node.id
            for kind in (Offering, Collaboration)
            for node in context.nodes(kind).values()
            if node.values["status"] == ActivityStatus.ENDED and not node.values["until"]
        }

    @cached_property
    def actors(self) -> list[str]:
        """The actors, in the order of their ids."""
        found: set[str] = set()
        for hop in _MAKES_ACTORS:
            at, to = (0, 1) if hop.by == "start" else (1, 0)
            records = self._context.hop(hop, self.numbers.ids)
            found.update(record[at] for record in records if record[to] not in self._over)
        return sorted(found)

    def reasons(self, actor: str) -> list[Edge]:
        """The relations that make an actor one."""
        linked = (self._context.linked(hop, [actor]).get(actor, {}) for hop in _MAKES_ACTORS)
        return sorted(edge for others in linked for other, edge in others.items() if other not in self._over)

    @cached_property
    def types(self) -> dict[str, dict[str, Edge]]:
        """The types of each actor."""
        return self._context.linked(_OF_TYPE, self.actors)

    def within(self, region: str) -> set[str]:
        """The actors that are in a region."""
        parts = self._context.regions.below(region)
        return {actor for actor in self.actors if self.is_in(actor, parts)}

    @cached_property
    def _located(self) -> dict[str, dict[str, Edge]]:
        """Where each actor is located, if it is; the scopes of the others are looked up with it."""
        found = self._context.linked(_LOCATED, self.actors)
        self._scopes.learn(actor for actor in self.actors if actor not in found)
        return found

    def is_in(self, actor: str, parts: frozenset[str]) -> bool:
        """Whether an actor is in the region that has these parts, itself among them."""
        if places := self._located.get(actor):
            return not parts.isdisjoint(places)
        scope = self._scopes.of(actor).regions
        return bool(scope) and scope <= parts

    def places(self, actor: str) -> dict[str, Path]:
        """The regions by which it is told where an actor is, each with what says so."""
        if places := self._located.get(actor):
            return {region: (edge,) for region, edge in places.items()}
        return self._scopes.of(actor).ways

    def years(self) -> set[int]:
        """The years in which a tie may be known to start; no other year is one."""
        return self._tied.years()

    def ways(self, pair: Pair) -> list[Way]:
        """The ways in which two are tied."""
        return self._tied.ways(pair)

    def way(self, pair: Pair) -> Way:
        """The way in which two are tied that is shown: one whose start is known, if any is."""
        return min(self.ways(pair), key=lambda way: (not way.dated, way))

    def proof(self, pair: Pair) -> Iterator[Path]:
        """The facts of the way in which two are tied that is shown, and those of its collaboration."""
        path = self.way(pair).path
        yield path
        yield from (own(edge.end) for edge in path if edge.kind == "TAKES_PART_IN")

    @cached_property
    def neighbours(self) -> Neighbours:
        """Who is tied to whom."""
        return self._apart(self._tied.neighbours(Counts.ANY))

    @cached_property
    def dated(self) -> Neighbours:
        """Who is tied to whom by a way whose start is known."""
        return self._apart(self._tied.neighbours(Counts.DATED))

    @cached_property
    def begun(self) -> Neighbours:
        """Who is tied to whom by a way that is known to start in the time that is asked for."""
        return self._apart(self._tied.neighbours(Counts.BEGUN))

    def _apart(self, neighbours: Neighbours) -> Neighbours:
        """The same without ties between a part and its whole."""
        for part, whole in self.parts(neighbours):
            if part in neighbours and whole in neighbours:
                neighbours[part] &= ~(1 << self.numbers.of[whole])
                neighbours[whole] &= ~(1 << self.numbers.of[part])
        return neighbours

    def parts(self, organisations: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Those of some organisations that are parts, each with each of its wholes."""
        wholes = self._context.organisations
        parts = [organisation for organisation in organisations if wholes.has_wider(organisation)]
        return ((part, whole) for part in parts for whole in wholes.above(part) - {part})
