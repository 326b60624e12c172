"""Who knows whom: the hops from one actor to another that an introduction can go over; see ``introduction``."""

from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from graph_model import roles
from graph_model.brokering import ActivityStatus, Collaboration
from graph_model.catalogue import spelled
from graph_model.facts import ALWAYS, Period
from graph_model.relations import MemberRole
from graph_model.store import Record
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge
from queries.hops import Hop

_ACTOR, _GATHERING = spelled(roles.Actor), spelled(roles.Gathering)
_RUN, _HOST = spelled(roles.Run, roles.Actor), spelled(roles.Host)
_BOTH_WAYS = tuple(
    hop
    for kind, start, end, carries, only in (
        ("MEMBER_OF", _ACTOR, _GATHERING, ("role",), {}),
        ("RUNS", _ACTOR, _RUN, (), {}),
        ("HELD_AT", "Position", _HOST, (), {}),
        ("MOBILISES", _ACTOR, _ACTOR, (), {"status": None}),
    )
    for hop in (Hop(kind, start, end, "start", carries, only), Hop(kind, start, end, "end", carries, only))
)
_TAKING_PART = Hop("TAKES_PART_IN", _ACTOR, "Collaboration", "start")
_PARTIES = Hop("TAKES_PART_IN", _ACTOR, "Collaboration", "end")
CYPHER = checked({f"{hop.kind} {hop.by}": hop.cypher for hop in (*_BOTH_WAYS, _TAKING_PART, _PARTIES)})
_NO_TIE = (ActivityStatus.PLANNED, ActivityStatus.ATTEMPTED)
_ROLE = 7
_LEADING = (MemberRole.LEADER.value, MemberRole.SECRETARIAT.value, MemberRole.OWNER.value)


class Strength(IntEnum):
    """How close a hop is, the closest first."""

    RUNNING = 0
    POST = 1
    COLLABORATION = 2
    MEMBERSHIP = 3
    MOBILISATION = 4


_STRENGTHS = {
    "MEMBER_OF": Strength.MEMBERSHIP,
    "RUNS": Strength.RUNNING,
    "HELD_AT": Strength.POST,
    "MOBILISES": Strength.MOBILISATION,
}


class Tie(NamedTuple):
    """What ties two actors, in the order in which the ties of two stand.

    Parameters
    ----------
    strength: how close it is.
    keys: of its facts, from the one actor to the other.
    edges: these; two where it is a collaboration.
    role: what a member does.
    dated: whether it has a date, where one must know it.
    period: when it holds, where one must know it; else always.
    """

    strength: Strength
    keys: tuple[str, ...]
    edges: tuple[Edge, ...]
    role: str | None = None
    dated: bool = True
    period: Period = ALWAYS

    def turned(self) -> "Tie":
        """The same from the other end."""
        return self._replace(keys=self.keys[::-1], edges=self.edges[::-1])


class Acquaintances:
    """The ties of actors, looked up for many at a time and kept."""

    def __init__(self, context: Context) -> None:
        """Know nobody yet, at the time of this context."""
        self._context = context
        self._of: dict[str, dict[str, dict[tuple[str, ...], Tie]]] = {}
        self._known: set[str] = set()

    def known(self, actor: str) -> bool:
        """Whether all ties of an actor have been looked up."""
        return actor in self._known

    def of(self, actor: str) -> Collection[str]:
        """Those that an actor is known to be tied to."""
        return self._of.get(actor, {})

    def strength(self, one: str, other: str) -> Strength:
        """How close two that are tied are, by their first tie."""
        return min(tie.strength for tie in self._of[one][other].values())

    def tie(self, one: str, other: str) -> Tie:
        """The first tie between two that are tied, from the one to the other."""
        return min(self._of[one][other].values())

    def learn(self, actors: Collection[str]) -> None:
        """Look up all ties of some actors."""
        unknown = sorted({actor for actor in actors if actor not in self._known})
        self._known.update(unknown)
        for hop in _BOTH_WAYS:
            for record in self._context.hop(hop, unknown) if unknown else ():
                self._add(record[0], record[1], _tie(hop.kind, record))
        for one, other, tie in self._collaborations(unknown):
            self._add(one, other, tie)

    def _collaborations(self, actors: Collection[str]) -> Iterator[tuple[str, str, Tie]]:
        """Those that actors are in a collaboration with."""
        if not actors:
            return
        taking_part = [Edge("TAKES_PART_IN", *record[:3]) for record in self._context.hop(_TAKING_PART, actors)]
        nodes = self._context.nodes(Collaboration) if taking_part else {}
        going_on = {edge.end for edge in taking_part if _is_tie(nodes[edge.end].values)}
        parties: dict[str, list[Edge]] = {}
        for record in self._context.hop(_PARTIES, sorted(going_on)):
            parties.setdefault(record[1], []).append(Edge("TAKES_PART_IN", *record[:3]))
        for edge in taking_part:
            for other in parties.get(edge.end, ()):
                if other.start != edge.start:
                    edges = edge, other
                    yield edge.start, other.start, Tie(Strength.COLLABORATION, (edge.key, other.key), edges)

    def _add(self, one: str, other: str, tie: Tie) -> None:
        if one != other:
            self._of.setdefault(one, {}).setdefault(other, {})[tie.keys] = tie
            self._of.setdefault(other, {}).setdefault(one, {})[tie.keys[::-1]] = tie.turned()


def _tie(kind: str, record: Record) -> Tie:
    start, end, key, since, until, first, last = record[:7]
    role = record[_ROLE] if kind == "MEMBER_OF" else None
    strength = Strength.RUNNING if role in _LEADING else _STRENGTHS[kind]
    return Tie(strength, (key,), (Edge(kind, start, end, key),), role, bool(since or until), Period(first, last))


def _is_tie(collaboration: Mapping[str, object]) -> bool:
    """Whether it is or was going on, and, if it has ended, when is known."""
    over = collaboration["status"] == ActivityStatus.ENDED and not collaboration["until"]
    return collaboration["status"] not in _NO_TIE and not over
