"""Which groups and regions an actor may reach: all that it reaches and some more, found from the actor outwards."""

from collections.abc import Iterable

from graph_model import roles
from graph_model.catalogue import spelled
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
_GROUPS = Hop("MOBILISES", _ACTOR, "TargetGroup", "start", ("regions",))
_NAMED = (
    Hop("MEMBER_OF", "Organisation", spelled(roles.Gathering), "end"),
    Hop("MOBILISES", _ACTOR, "Organisation", "start"),
)
_TYPES = (
    Hop("GATHERS", "Network", "ActorType", "start"),
    Hop("MOBILISES", _ACTOR, "ActorType", "start", ("regions",)),
)
_EMPLOYS = Hop("EMPLOYS", "Organisation", "TargetGroup", "start")
CYPHER = checked({str(at): hop.cypher for at, hop in enumerate((*_THROUGH, _GROUPS, *_NAMED, *_TYPES, _EMPLOYS))})


def candidates(context: Context, actor: str) -> set[tuple[str, str]]:
    """Pairs of a group and a region; every pair that the actor reaches is among them."""
    scopes = Scopes(context)
    actors = {actor, *(other for hop in _THROUGH for other in context.linked(hop, [actor]).get(actor, ()))}
    pairs: set[tuple[str, str]] = set()
    for one, group, _, _, _, _, _, regions, *_ in context.hop(_GROUPS, sorted(actors)):
        pairs |= {(group, region) for region in regions or scopes.of(one).regions}
    employers = {other for hop in _NAMED for some in context.linked(hop, actors).values() for other in some}
    employers |= _by_type(context, scopes, actors)
    employed = context.linked(_EMPLOYS, employers)
    for employer, places in context.linked(HOPS["places"], employed.keys()).items():
        pairs |= {(group, place) for group in employed[employer] for place in places}
    return pairs


def _by_type(context: Context, scopes: Scopes, actors: Iterable[str]) -> set[str]:
    """The organisations that these gather or mobilise by their type, where they do."""
    regions: set[str] = set()
    kinds: set[str] = set()
    for hop in _TYPES:
        for one, kind, _, _, _, _, _, *carried in context.hop(hop, sorted(actors)):
            stated = carried[0] if hop.kind == "MOBILISES" else ()
            regions |= context.regions.below_all(stated or scopes.of(one).regions)
            kinds |= context.types.below(kind)
    there = {other for some in context.linked(HOPS["located"], sorted(regions)).values() for other in some}
    return {other for other, own in context.linked(HOPS["types"], sorted(there)).items() if not kinds.isdisjoint(own)}
