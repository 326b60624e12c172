"""The hops over which chains are found."""

from graph_model import roles
from graph_model.catalogue import spelled
from queries.cypher import checked
from queries.hops import Hop

_ACTOR = spelled(roles.Actor)
_RUN = spelled(roles.Run, roles.Actor)
_CARRIES = ("regions", "medium")
_DONE = {"status": None}

HOPS = {
    "located": Hop("LOCATED_IN", "Organisation", "Region", "end"),
    "employs": Hop("EMPLOYS", "Organisation", "TargetGroup", "end"),
    "employed": Hop("EMPLOYS", "Organisation", "TargetGroup", "start"),
    "places": Hop("LOCATED_IN", "Organisation", "Region", "start"),
    "types": Hop("OF_TYPE", "Organisation", "ActorType", "start"),
    "direct": Hop("MOBILISES", _ACTOR, "TargetGroup", "end", _CARRIES, _DONE),
    "members": Hop("MEMBER_OF", "Organisation", spelled(roles.Gathering), "start"),
    "gathers": Hop("GATHERS", "Network", "ActorType", "end"),
    "mobilises": Hop("MOBILISES", _ACTOR, "Organisation", "end", _CARRIES, _DONE),
    "mobilises_type": Hop("MOBILISES", _ACTOR, "ActorType", "end", _CARRIES, _DONE),
    "runs": Hop("RUNS", _ACTOR, _RUN, "end"),
    "leads": Hop("MEMBER_OF", _ACTOR, spelled(roles.Gathering), "end", only={"role": "leader"}),
    "held": Hop("HELD_AT", "Position", spelled(roles.Host), "end"),
    "mobilises_actor": Hop("MOBILISES", _ACTOR, _ACTOR, "end", _CARRIES, _DONE),
}
SIZED = ("employs", "located")
"""The hops of which it is asked how many relations they lead over, before they are read."""
CYPHER = checked(
    {name: hop.cypher for name, hop in HOPS.items()} | {f"size of {name}": HOPS[name].size for name in SIZED}
)
