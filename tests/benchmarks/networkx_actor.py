"""The question ``actor`` as one would write it on NetworkX: the same rows, from the neighbourhood of one node."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph_model import catalogue
from graph_model.actor_types import ActorTypeCode
from graph_model.facts import Period
from graph_model.kind import Kind
from graph_model.text import Lang
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts, Tie
from tests.benchmarks.networkx_matters import state_of

_TYPES = {code.label.nb: code.label for code in ActorTypeCode}
_DATED = ("MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES")
_COLUMNS = ("fact", "value", "value_kind", "details", "status", "flags", "since", "until")
_BOTH_WAYS = "COLLABORATES_WITH"
_EMPTY: tuple[object, ...] = (None, "", [])


def actor(facts: NetworkxFacts, given: Mapping[str, str], period: Period, lang: Lang) -> list[dict[str, Any]]:
    """The own fields of an actor and its relations, at a time; nothing where it does not exist then."""
    moment, node = Moment(facts, period), given["actor"]
    known = moment.nodes[node]
    exists = known["period"].within(period)
    if exists.begins > exists.ends or known["period"].begins > known["period"].ends:
        return []
    kind = catalogue.node_kind(known["kind"])
    own = [
        _cells(fact=kind.props()[name].label.to(lang), value=_in_words(moment, kind, name, known["values"][name], lang))
        for name in kind.props()
        if known["values"][name] not in _EMPTY
    ]
    links = sorted(_links(moment, node), key=lambda link: link[0])
    return own + [_row(moment, tie, outgoing=outgoing, lang=lang) for _, outgoing, tie in links]


def _cells(**values: object) -> dict[str, Any]:
    return {column: [] if column in ("details", "flags") else None for column in _COLUMNS} | values


def _links(moment: Moment, node: str) -> Iterator[tuple[tuple[Any, ...], bool, Tie]]:
    """The relations of a node: what each is sorted by, whether it begins there, and itself."""
    for at, relation in enumerate(catalogue.RELATIONS):
        kind = relation.kind()
        for outgoing, ties in ((True, moment.out(kind, node)), (False, moment.into(kind, node))):
            for tie in ties:
                other = tie.end if outgoing else tie.start
                backwards = not outgoing and kind != _BOTH_WAYS
                yield (at, backwards, moment.nodes[other]["alphabetical"], other, tie.key), outgoing, tie


def _row(moment: Moment, tie: Tie, *, outgoing: bool, lang: Lang) -> dict[str, Any]:
    relation = catalogue.relation_kind(tie.kind)
    other = moment.nodes[tie.end if outgoing else tie.start]
    matter = other["values"] if "status" in catalogue.node_kind(other["kind"]).props() else None
    since, until = tie.values["since"], tie.values["until"]
    over = matter is not None and state_of(matter) == "ended"
    undated = over or (tie.kind in _DATED and not tie.dated)
    if matter and not tie.dated:
        since, until = matter["since"], matter["until"]
    return _cells(
        fact=(relation.label if outgoing or tie.kind == _BOTH_WAYS else relation.inverse).to(lang),
        value=_TYPES[other["name"]].to(lang) if other["kind"] == "ActorType" else other["name"],
        value_kind=other["kind"],
        details=list(_details(moment, tie, lang)),
        status=tie.values.get("status") or (state_of(matter) if matter else None),
        flags=["time unknown"] if undated else [],
        since=since,
        until=until,
    )


def _details(moment: Moment, tie: Tie, lang: Lang) -> Iterator[str]:
    relation = catalogue.relation_kind(tie.kind)
    for name, prop in relation.props().items():
        value = tie.values[name]
        if name in ("since", "until", "status") or value in _EMPTY:
            continue
        if name == "grounds":
            collaboration = next(key.split("|")[2] for key in value if key.startswith("TAKES_PART_IN|"))
            said = moment.nodes[collaboration]["name"]
        else:
            said = _in_words(moment, relation, name, value, lang)
        yield f"{prop.label.to(lang)}: {said}"


def _in_words(moment: Moment, kind: type[Kind], name: str, value: Any, lang: Lang) -> str:
    """What a field holds: nodes by name, choices by label, numbers with their unit."""
    if isinstance(value, list):
        if kind.props()[name].refers_to:
            return ", ".join(moment.names(value))
        return ", ".join(_in_words(moment, kind, name, item, lang) for item in value)
    for choice in catalogue.choices(kind, name):
        if choice == value:
            return choice.label.to(lang)
    if not isinstance(value, int | float):
        return str(value)
    number = str(int(value) if value == int(value) else value)
    unit = kind.props()[name].unit
    said = number.replace(".", ",") if lang == "nb" else number
    return f"{said} {unit.to(lang)}" if unit else said
