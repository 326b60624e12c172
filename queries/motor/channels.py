"""A chain in words: through which channel an actor reaches a group."""

from collections.abc import Sequence

from graph_model import catalogue
from graph_model.relations import Medium, MemberOf
from graph_model.text import LANGUAGES, Lang, Text
from queries.context import Context
from queries.motor.chain import Chain, ChainKind, Reached, Tie

_WHICH = Text("{first}, som {then}", "{first}, which {then}")
_MORE = Text(" og {n} til", " and {n} more")
_MEDIA = {medium.value: medium.label for medium in Medium}


def channel(context: Context, chain: Chain, reached: Reached) -> Text:
    """The chain in words, as 'driver Kompetanseforum Fosen, som samler kommune: Ørland kommune og 3 til'."""
    if chain.inner is None:
        return _hop(context, chain, reached)
    own, then = _hop(context, chain, reached), channel(context, chain.inner, reached)
    return Text(*(_WHICH.to(lang).format(first=own.to(lang), then=then.to(lang)) for lang in LANGUAGES))


def _hop(context: Context, chain: Chain, reached: Reached) -> Text:
    """The actor's own relation: its label from the catalogue, what it leads to, and what it carries."""
    tie = chain.tie
    relation = catalogue.relation_kind(tie.edge.kind)
    turned = chain.kind is ChainKind.GATHERS and relation is MemberOf
    label = relation.inverse if turned else relation.label
    other = tie.edge.start if turned else tie.edge.end
    names = [context.name(other)]
    more = 0
    if chain.employer and chain.inner is None:
        by_type = other != chain.employer.id
        names += [context.name(chain.employer.id)] if by_type else []
        more = len(reached.by_type if by_type else reached.by_name) - 1
    return Text(*(_in_words(label.to(lang), names, _medium(tie, lang), more, lang) for lang in LANGUAGES))


def _in_words(label: str, names: list[str], medium: str, more: int, lang: Lang) -> str:
    behind = "".join(f": {name}" for name in names[1:])
    others = _MORE.to(lang).format(n=more) if more > 0 else ""
    return f"{label} {names[0]}{medium}{behind}{others}"


def _medium(tie: Tie, lang: Lang) -> str:
    words: Sequence[str] = [_MEDIA[medium].to(lang) for medium in tie.medium]
    return f" ({', '.join(words)})" if words else ""
