"""Which groups and regions an actor may reach: all that it reaches and some more, found from the actor outwards."""

from collections.abc import Collection, Iterable

from graph_model import catalogue, roles
from graph_model.catalogue import spelled
from graph_model.nodes import ActorType, Organisation, TargetGroup
from queries.context import Context
from queries.cypher import checked
from queries.hops import Hop
from queries.motor.texts import HOPS
from queries.scopes import Scopes

_ACTOR = spelled(roles.Actor)
_THROUGH = (
    Hop("RUNS", _ACTOR, spelled(roles.Run, roles.Actor), "start"),
    Hop("MEMBER_OF", _ACTOR, spelled(roles.Gathering), "start"),
    Hop("HELD_AT", "Position", spelled(roles.Host), "start"),
    Hop("MOBILISES", _ACTOR, _ACTOR, "start"),
)
_MOBILISED = Hop("MOBILISES", _ACTOR, spelled(roles.Audience), "start", ("regions",))
_MEMBERS = Hop("MEMBER_OF", "Organisation", spelled(roles.Gathering), "end")
_GATHERED = Hop("GATHERS", "Network", "ActorType", "start")
CYPHER = checked({str(at): hop.cypher for at, hop in enumerate((*_THROUGH, _MOBILISED, _MEMBERS, _GATHERED))})

_ByType = tuple[str, Collection[str]]
"""A type of actor, and the regions in which those of it are gathered or mobilised."""


def candidates(context: Context, scopes: Scopes, actor: str) -> set[tuple[str, str]]:
    """Pairs of a group and a region; every pair that the actor reaches is among them."""
    actors = {actor, *(other for hop in _THROUGH for _, other, *_ in context.hop(hop, [actor]))}
    pairs: set[tuple[str, str]] = set()
    employers = {member for member, *_ in context.hop(_MEMBERS, actors)}
    by_type: list[_ByType] = [(kind, scopes.of(one).regions) for one, kind, *_ in context.hop(_GATHERED, actors)]
    for one, audience, _, _, _, _, _, stated, *_ in context.hop(_MOBILISED, actors):
        kind = catalogue.kind_of(audience)
        if kind is Organisation:
            employers.add(audience)
        elif kind is ActorType:
            by_type.append((audience, stated or scopes.of(one).regions))
        elif kind is TargetGroup:
            pairs |= {(audience, region) for region in stated or scopes.of(one).regions}
    employers |= _of_type(context, by_type)
    employed: dict[str, set[str]] = {}
    for employer, group, *_ in context.hop(HOPS["employed"], employers):
        employed.setdefault(employer, set()).add(group)
    for employer, place, *_ in context.hop(HOPS["places"], employed.keys()):
        pairs |= {(group, place) for group in employed[employer]}
    return pairs


def _of_type(context: Context, by_type: Iterable[_ByType]) -> set[str]:
    """The organisations that are in these regions and of these types, whichever belongs to which."""
    kinds: set[str] = set()
    regions: set[str] = set()
    for kind, within in by_type:
        kinds |= context.types.below(kind)
        regions |= context.regions.below_all(within)
    there = {organisation for organisation, *_ in context.hop(HOPS["located"], regions)}
    return {organisation for organisation, kind, *_ in context.hop(HOPS["types"], there) if kind in kinds}
