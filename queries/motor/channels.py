"""A chain in words: through which channel an actor reaches a group."""

from collections.abc import Sequence

from graph_model import catalogue
from graph_model.relations import Medium, MemberOf
from graph_model.text import LANGUAGES, Lang, Text
from queries.context import Context
from queries.motor.chain import Chain, ChainKind, Tie

_WHICH = Text("{first}, som {then}", "{first}, which {then}")
_MEDIA = {medium.value: medium.label for medium in Medium}


def channel(context: Context, chain: Chain) -> Text:
    """The chain in words, as 'driver Kompetanseforum Fosen, som samler kommune: Ørland kommune'."""
    own = _hop(context, chain)
    if chain.inner is None:
        return own
    then = channel(context, chain.inner)
    return Text(*(_WHICH.to(lang).format(first=own.to(lang), then=then.to(lang)) for lang in LANGUAGES))


def _hop(context: Context, chain: Chain) -> Text:
    """The actor's own relation: its label from the catalogue, what it leads to, and what it carries."""
    tie = chain.tie
    relation = catalogue.relation_kind(tie.edge.kind)
    turned = chain.kind is ChainKind.GATHERS and relation is MemberOf
    label = relation.inverse if turned else relation.label
    other = tie.edge.start if turned else tie.edge.end
    by_type = chain.employer is not None and chain.inner is None and other != chain.employer.id
    behind = [f": {context.name(chain.employer.id)}"] if by_type and chain.employer else []
    return Text(*(f"{label.to(lang)} {context.name(other)}{_medium(tie, lang)}{''.join(behind)}" for lang in LANGUAGES))


def _medium(tie: Tie, lang: Lang) -> str:
    words: Sequence[str] = [_MEDIA[medium].to(lang) for medium in tie.medium]
    return f" ({', '.join(words)})" if words else ""
