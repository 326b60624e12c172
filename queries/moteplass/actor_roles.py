"""The roles of actors, each with the relations that give it; see ``actors``."""

from collections.abc import Collection, Iterator
from typing import Literal

from graph_model import catalogue
from graph_model.brokering import ActivityStatus, Collaboration, Offering
from graph_model.relations import MemberRole
from graph_model.store import Record
from graph_model.values import Choice
from queries.context import Context
from queries.cypher import checked
from queries.hops import Hop
from queries.memory import NodeRecord


class ActorRole(Choice):
    """What an actor does, or is to others."""

    MOBILISER = "mobiliser", "mobiliserer", "mobiliser", "mobilisator", "motor"
    PROVIDER = "provider", "tilbyder", "provider", "utdanningstilbyder", "tilbydere", "providers"
    PARTNER = "partner", "samarbeidspart", "partner", "samarbeidspartner", "part", "samarbeidsparter", "partners"
    MEMBER = "member", "medlem", "member", "deltaker", "medlemmer", "members", "participant"
    LEADER = "leader", "leder", "leader", "ledere", "leaders"
    SECRETARIAT = "secretariat", "sekretariat", "secretariat"
    OWNER = "owner", "eier", "owner", "eiere", "owners"
    RUNS = "runs", "driver noe", "runs something", "driver", "ansvarlig", "responsible"
    FUNDER = "funder", "finansierer", "funder", "finansiør", "tilskuddsgiver", "funders"
    NEEDS = "needs", "har behov", "has needs", "behovshaver", "behov"
    EMPLOYER = "employer", "arbeidsgiver", "employer", "arbeidsgivere", "employers"
    HOST = "host", "har stilling", "hosts a position", "vert", "vertskap"
    MEETING_PLACE = "meeting-place", "møteplass", "meeting place", "forum", "møteplasser", "meeting places"


def hop_of(kind: str, by: Literal["start", "end"], *carries: str, **only: str | None) -> Hop:
    """The hop over all relations of a kind, from one of their ends."""
    possible = catalogue.hops(catalogue.relation_kind(kind))
    starts, ends = ("|".join(dict.fromkeys(hop[at].kind() for hop in possible)) for at in (0, 2))
    return Hop(kind, starts, ends, by, carries, only)


MEMBER_OF = hop_of("MEMBER_OF", "start", "role")
OF_TYPE = hop_of("OF_TYPE", "start")
HAVING_TYPE = hop_of("OF_TYPE", "end")
_HOPS = (
    (ActorRole.MOBILISER, hop_of("MOBILISES", "start", status=None)),
    (ActorRole.PROVIDER, hop_of("OFFERS", "start")),
    (ActorRole.PARTNER, hop_of("TAKES_PART_IN", "start")),
    (ActorRole.RUNS, hop_of("RUNS", "start")),
    (ActorRole.FUNDER, hop_of("FUNDS", "start")),
    (ActorRole.NEEDS, hop_of("NEEDS", "start")),
    (ActorRole.EMPLOYER, hop_of("EMPLOYS", "start")),
    (ActorRole.HOST, hop_of("HELD_AT", "end")),
)
CYPHER = checked(
    {f"{hop.kind} {hop.by}": hop.cypher for hop in (MEMBER_OF, OF_TYPE, HAVING_TYPE, *(hop for _, hop in _HOPS))}
)

_MEMBERS = {
    MemberRole.LEADER.value: ActorRole.LEADER,
    MemberRole.SECRETARIAT.value: ActorRole.SECRETARIAT,
    MemberRole.OWNER.value: ActorRole.OWNER,
}
DATED = ("MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES")
"""The relations of which a reader must know when they hold."""
_NOT_DONE = (ActivityStatus.PLANNED, ActivityStatus.ATTEMPTED)
_START, _END, _KEY, _ROLE = 0, 1, 2, 7

Roles = dict[str, dict[ActorRole, Record]]
"""For each actor its roles by relations, each with its first relation by key."""


def roles_of(context: Context, actors: Collection[str]) -> Roles:
    """The roles that relations give these actors."""
    found: Roles = {}
    for role, actor, record in _given(context, actors):
        known = found.setdefault(actor, {})
        if role not in known or record[_KEY] < known[role][_KEY]:
            known[role] = record
    return found


def _given(context: Context, actors: Collection[str]) -> Iterator[tuple[ActorRole, str, Record]]:
    for record in context.hop(MEMBER_OF, actors):
        yield _MEMBERS.get(record[_ROLE], ActorRole.MEMBER), record[_START], record
    offerings, collaborations = context.nodes(Offering), context.nodes(Collaboration)
    for role, hop in _HOPS:
        for record in context.hop(hop, actors):
            if (role is ActorRole.PROVIDER and not _is_done(offerings[record[_END]])) or (
                role is ActorRole.PARTNER and not _is_tie(collaborations[record[_END]])
            ):
                continue
            yield role, record[_START if hop.by == "start" else _END], record


def _is_done(matter: NodeRecord) -> bool:
    return matter.values["status"] not in _NOT_DONE


def _is_tie(collaboration: NodeRecord) -> bool:
    """Whether it is or was going on, and, if it has ended, when is known."""
    over = collaboration.values["status"] == ActivityStatus.ENDED and not collaboration.values["until"]
    return _is_done(collaboration) and not over
