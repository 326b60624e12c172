"""The chains that the answer on NetworkX is made of, and how they are put into words."""

from typing import NamedTuple

from graph_model import catalogue
from graph_model.actor_types import ActorTypeCode
from graph_model.facts import ALWAYS
from graph_model.relations import Medium
from graph_model.text import Lang
from tests.benchmarks.networkx_facts import Moment, Tie

MATCHES = ("itself", "narrower", "broader")
PLACES = ("here", "wider", "elsewhere")
KINDS = ("direct", "gathers", "through")
HERE, WIDER, ELSEWHERE = range(3)
_DATED = ("MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES")
_TYPES = {code.label.nb: code.label for code in ActorTypeCode}
_MEDIA = {medium.value: medium.label for medium in Medium}
_WHICH = {"nb": "{}, som {}", "en": "{}, which {}"}
_MORE = {"nb": " og {} til", "en": " and {} more"}


class Chain(NamedTuple):
    """A way to the group; chains of one actor compare by what stands before ``tie``, which no two have alike.

    Parameters
    ----------
    match, place, kind: indices into MATCHES, PLACES and KINDS.
    alphabetical, end, key: the sort key and id of the group, employer or intermediary; the key of the fact.
    tie: the actor's own relation.
    inner: for a chain through another, that one's first chain.
    """

    match: int
    place: int
    kind: int
    alphabetical: str
    end: str
    key: str
    tie: Tie
    inner: "Chain | None" = None


class Way(NamedTuple):
    """A fact by which an actor gathers employers, which are given by their rank."""

    tie: Tie
    by_name: bool
    place: int
    employers: frozenset[int]


def channel(moment: Moment, chain: Chain, named: int, typed: int, lang: Lang) -> str:
    """A chain in words, with the number of the others among the employers that are reached by name or by type."""
    tie = chain.tie
    relation = catalogue.relation_kind(tie.kind)
    member = chain.kind == 1 and tie.kind == "MEMBER_OF"
    label, other = (relation.inverse, tie.start) if member else (relation.label, tie.end)
    media = ", ".join(_MEDIA[medium].to(lang) for medium in tie.values.get("medium") or ())
    own = f"{label.to(lang)} {moment.nodes[other]['name']}" + (f" ({media})" if media else "")
    if chain.inner:
        return _WHICH[lang].format(own, channel(moment, chain.inner, named, typed, lang))
    by_type = chain.kind == 1 and other != chain.end
    own += f": {moment.nodes[chain.end]['name']}" if by_type else ""
    more = (typed if by_type else named) - 1
    return own + _MORE[lang].format(more) if chain.kind == 1 and more > 0 else own


def type_of(moment: Moment, actor: str, lang: Lang) -> str:
    """What an actor is: its types, else the mark that it has, else its kind."""
    node = moment.nodes[actor]
    kind = catalogue.node_kind(node["kind"])
    if node["type"]:
        return next(choice.label.to(lang) for choice in catalogue.choices(kind, "type") if choice.value == node["type"])
    types = [_TYPES[moment.nodes[tie.end]["name"]].to(lang) for tie in moment.out("OF_TYPE", actor)]
    return ", ".join(sorted(types)) or kind.label.to(lang)


def flags(first: Chain, named: int, typed: int) -> list[str]:
    """The remarks on a row: from its first chain, and from whether it reaches employers by name or by type."""
    ties = [chain.tie for chain in (first, first.inner) if chain and chain.tie.kind in _DATED]
    common = ALWAYS
    for tie in ties:
        common = common.within(tie.period)
    unknown = not all(tie.dated for tie in ties) or common.begins > common.ends
    remarks = {
        MATCHES[first.match]: first.match != 0,
        PLACES[first.place]: first.place != HERE,
        "by type": bool(typed and not named),
        "time unknown": unknown,
    }
    return [remark for remark, applies in remarks.items() if applies]
