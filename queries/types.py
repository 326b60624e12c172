"""What actors are, in words: the types of organisations, networks and programmes, and the kind of the others."""

from collections.abc import Iterable

from graph_model import catalogue
from graph_model.actor_types import ActorTypeCode
from graph_model.kind import Node
from graph_model.text import Lang
from queries.context import Context
from queries.hops import Hop

_TYPE = Hop("OF_TYPE", "Organisation", "ActorType", "start")
_LABELS = {code.label.nb: code.label for code in ActorTypeCode}


def types_of(context: Context, actors: Iterable[str]) -> dict[str, str]:
    """For each actor what it is, in the language of the context; several types joined."""
    ids = sorted(actors)
    if not ids:
        return {}
    found: dict[str, list[str]] = {}
    for actor, kind, *_ in context.hop(_TYPE, ids):
        found.setdefault(actor, []).append(_LABELS[context.name(kind)].to(context.lang))
    marks = context.stated_types()
    for actor in (actor for actor in ids if actor in marks):
        found[actor] = [_mark(catalogue.kind_of(actor), marks[actor], context.lang)]
    return {
        actor: ", ".join(sorted(found.get(actor, [catalogue.kind_of(actor).label.to(context.lang)]))) for actor in ids
    }


def _mark(kind: type[Node], mark: str, lang: Lang) -> str:
    return next(choice.label.to(lang) for choice in catalogue.choices(kind, "type") if choice.value == mark)
