"""What the program itself states: the fixed list of types of actor, as a source beside the user's lists."""

from graph_model.actor_types import BROADER_TYPES, ActorTypeCode
from graph_model.nodes import ActorType
from graph_model.problems import Place
from graph_model.relations import Broader
from graph_model.statements import Basis, NodeClaim, Provenance, RelationClaim, SourceClaims

BUILT_IN = "kompetansegraf"
_ORIGIN = Provenance(document="Kompetansegraf: aktørtyper", basis=Basis.STATED)


def built_in_source() -> SourceClaims:
    """The types of actor and their two levels; every graph has them."""
    place = Place(BUILT_IN)
    claims = {
        code: NodeClaim(ActorType, {"name": code.label.nb, "aliases": list(code.words)}, place, _ORIGIN)
        for code in ActorTypeCode
    }
    broader = [
        RelationClaim(Broader, claims[narrower], claims[wider], {}, place, _ORIGIN)
        for wider, narrowers in BROADER_TYPES.items()
        for narrower in narrowers
    ]
    return SourceClaims(BUILT_IN, "", list(claims.values()), broader)
