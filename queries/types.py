"""What actors are, in words: the types of organisations, networks and programmes, and the kind of the others."""

from collections.abc import Iterable

from graph_model import catalogue
from graph_model.actor_types import ActorTypeCode
from graph_model.kind import Node
from graph_model.text import Lang
from queries.context import Context
from queries.cypher import checked

CYPHER = checked(
    {
        "types": (
            "UNWIND $ids AS i MATCH (a:Organisation)-[r:OF_TYPE]->(y:ActorType) "
            "WHERE a.id = i AND r.first_day <= $last AND r.last_day >= $first RETURN a.id, y.name"
        ),
        "marks": (
            "UNWIND $ids AS i MATCH (a:Network|Programme) WHERE a.id = i AND a.type IS NOT NULL RETURN a.id, a.type"
        ),
    }
)
_LABELS = {code.label.nb: code.label for code in ActorTypeCode}


def types_of(context: Context, actors: Iterable[str]) -> dict[str, str]:
    """For each actor what it is, in the language of the context; several types joined."""
    ids = sorted(actors)
    if not ids:
        return {}
    found: dict[str, list[str]] = {}
    for actor, name in context.query(CYPHER["types"], ids=ids):
        found.setdefault(actor, []).append(_LABELS[name].to(context.lang))
    for actor, mark in context.query(CYPHER["marks"], ids=ids):
        found[actor] = [_mark(catalogue.kind_of(actor), mark, context.lang)]
    return {
        actor: ", ".join(sorted(found.get(actor, [catalogue.kind_of(actor).label.to(context.lang)]))) for actor in ids
    }


def _mark(kind: type[Node], mark: str, lang: Lang) -> str:
    return next(choice.label.to(lang) for choice in catalogue.choices(kind, "type") if choice.value == mark)
