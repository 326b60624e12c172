"""Which types of actor take part in forums, and the ways that say so; see ``missing-participants``."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from heapq import heapify, heappop, heappush

from graph_model import catalogue, roles
from graph_model.catalogue import spelled
from graph_model.facts import ALWAYS, Period
from graph_model.nodes import Organisation
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path
from queries.hops import Hop

_ACTOR = spelled(roles.Actor)
_MEMBERS = Hop("MEMBER_OF", _ACTOR, "Network", "end")
_RUN_BY = Hop("RUNS", _ACTOR, spelled(roles.Run, roles.Actor), "end")
_HELD_AT = Hop("HELD_AT", "Position", spelled(roles.Host), "start")
_PART_OF = Hop("PART_OF", "Organisation", "Organisation", "start")
_GATHERS = Hop("GATHERS", "Network", "ActorType", "start")
_OF_TYPE = Hop("OF_TYPE", "Organisation", "ActorType", "start")
CYPHER = checked({hop.kind: hop.cypher for hop in (_MEMBERS, _RUN_BY, _HELD_AT, _PART_OF, _GATHERS, _OF_TYPE)})
_DATED = ("MEMBER_OF", "RUNS", "HELD_AT")


class How(IntEnum):
    """How a type takes part: the forum gathers it, a participant is of it, or what is behind the participants is."""

    GATHERED = 0
    PARTICIPANT = 1
    BEHIND = 2


@dataclass(frozen=True, order=True, slots=True)
class Way:
    """A way from a forum to a type that takes part in it, in the order in which the ways of a forum stand."""

    how: How
    length: int
    keys: tuple[str, ...]
    path: Path
    type: str

    @classmethod
    def over(cls, how: How, path: Path) -> "Way":
        """The way over these relations, of which the last leads to the type."""
        return cls(how, len(path), tuple(edge.key for edge in path), path, path[-1].end)


@dataclass(frozen=True, slots=True)
class TakingPart:
    """What takes part in a forum.

    Parameters
    ----------
    ways: to each type, the first first.
    untyped: the members by name that are organisations of which no type is known, each with its membership.
    searched: the facts of who takes part: what it gathers, its members and who runs it.
    """

    ways: tuple[Way, ...]
    untyped: Mapping[str, Edge]
    searched: tuple[Edge, ...]

    def types(self) -> set[str]:
        """The types that it gathers, and those of its participants."""
        return {way.type for way in self.ways if way.how is not How.BEHIND}

    def way_to(self, context: Context, kind: str) -> Path | None:
        """The first way by which it has a type, and on to that type; None where it lacks it."""
        below, above = context.types.below(kind), context.types.above(kind)
        for way in self.ways:
            if way.type in below or (way.how is How.GATHERED and way.type in above):
                return (*way.path, *context.types.between(way.type, kind))
        return None


class Forums:
    """What takes part in some forums, found for all of them at once."""

    def __init__(self, context: Context, forums: Collection[str]) -> None:
        """Look at these forums in this context."""
        self._context = context
        self._periods: dict[str, tuple[bool, Period]] = {}
        self._gathered, self._members, self._run_by = (
            self._linked(hop, forums) for hop in (_GATHERS, _MEMBERS, _RUN_BY)
        )
        self._further: dict[str, list[tuple[str, Edge]]] = {}
        self._learn({actor for some in (self._members, self._run_by) for found in some.values() for actor in found})
        organisations = [actor for actor in self._further if _is_organisation(actor)]
        self._types = self._linked(_OF_TYPE, organisations)

    def of(self, forum: str) -> TakingPart:
        """What takes part in one of the forums."""
        gathered, members, run_by = (some.get(forum, {}) for some in (self._gathered, self._members, self._run_by))
        standing = self._followed(forum, [(actor, (edge,)) for actor, edge in members.items()], wholes=False)
        participants = {actor: trail for actor, trail in standing.items() if _is_organisation(actor)}
        starts = [*participants.items(), *((actor, (edge,)) for actor, edge in run_by.items())]
        behind = self._followed(forum, starts, wholes=True)
        ways = [
            *(Way.over(How.GATHERED, (edge,)) for edge in gathered.values()),
            *self._ways(How.PARTICIPANT, participants),
            *self._ways(How.BEHIND, behind),
        ]
        untyped = {
            actor: edge for actor, edge in members.items() if _is_organisation(actor) and actor not in self._types
        }
        searched = tuple(edge for some in (gathered, members, run_by) for edge in some.values())
        return TakingPart(tuple(sorted(ways)), untyped, searched)

    def is_undated(self, path: Path) -> bool:
        """Whether a membership, running or posting of a way has no date, or they never hold at one moment."""
        known = [self._periods[edge.key] for edge in path if edge.kind in _DATED]
        common = reduce(Period.within, (period for _, period in known), ALWAYS)
        return not all(dated for dated, _ in known) or common.begins > common.ends

    def _ways(self, how: How, trails: Mapping[str, Path]) -> Iterator[Way]:
        for actor, trail in trails.items():
            yield from (Way.over(how, (*trail, edge)) for edge in self._types.get(actor, {}).values())

    def _followed(self, forum: str, starts: Iterable[tuple[str, Path]], *, wholes: bool) -> dict[str, Path]:
        """Where the trails lead from here: of several to one actor the shortest, then the first by the keys."""
        found: dict[str, Path] = {}
        waiting = [(len(trail), [edge.key for edge in trail], actor, trail) for actor, trail in starts]
        heapify(waiting)
        while waiting:
            length, keys, actor, trail = heappop(waiting)
            if actor in found or actor == forum:
                continue
            found[actor] = trail
            if wholes or not _is_organisation(actor):
                for above, edge in self._further[actor]:
                    heappush(waiting, (length + 1, [*keys, edge.key], above, (*trail, edge)))
        return found

    def _learn(self, actors: Iterable[str]) -> None:
        """Look up what actors are held at, run by or, the organisations, part of, and so on upwards."""
        unknown = set(actors)
        while unknown:
            self._further.update((actor, []) for actor in unknown)
            organisations = {actor for actor in unknown if _is_organisation(actor)}
            others = unknown - organisations
            for hop, some in ((_PART_OF, organisations), (_RUN_BY, others), (_HELD_AT, others)):
                for actor, above in self._linked(hop, some).items():
                    self._further[actor] += above.items()
            unknown = {above for actor in unknown for above, _ in self._further[actor]} - self._further.keys()

    def _linked(self, hop: Hop, actors: Collection[str]) -> dict[str, dict[str, Edge]]:
        """As Context.linked; remembers when each relation holds."""
        found: dict[str, dict[str, Edge]] = {}
        for start, end, key, since, until, first, last, *_ in sorted(
            self._context.hop(hop, sorted(actors)), key=lambda record: record[2]
        ):
            self._periods[key] = bool(since or until), Period(first, last)
            here, there = (start, end) if hop.by == "start" else (end, start)
            found.setdefault(here, {}).setdefault(there, Edge(hop.kind, start, end, key))
        return found


def _is_organisation(actor: str) -> bool:
    return catalogue.kind_of(actor) is Organisation
