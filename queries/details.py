"""What is told of a node or a relation beside a table or a picture: its fields in words, and what states them."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from graph_model import catalogue
from graph_model.facts import merged
from graph_model.nodes import ActorType, Organisation
from graph_model.statements import Statement
from graph_model.text import Text, date_in_words
from graph_model.values import PartialDate
from queries.context import Context
from queries.moteplass.actor_roles import DATED
from queries.moteplass.words import field_in_words, filled
from queries.types import types_of

_TOLD_APART = ("name", "aliases", "grounds")
_TYPE = Text("type", "type")
_TIME, _UNKNOWN = Text("tid", "time"), Text("ukjent", "unknown")


class Detail(NamedTuple):
    """What is known of a node or a relation.

    Parameters
    ----------
    names: a node's other names; none of a type of actor, which has one in each language.
    fields: the label and the value of each other field that is filled, in the order of its declaration; before them the
        types of an organisation, behind them that the time is unknown of a relation that comes and goes.
    statements: the ids of the statements that say so.
    """

    names: Sequence[str]
    fields: Sequence[tuple[str, str]]
    statements: Sequence[str]


def details(context: Context, keys: Collection[str]) -> tuple[Mapping[str, Detail], Sequence[Statement]]:
    """What is known of the facts that have these keys (a node's is its id), and all that states it."""
    statements = context.snapshot.said_of(keys)
    of: dict[str, list[Statement]] = {}
    for statement in statements:
        of.setdefault(statement.key, []).append(statement)
    organisations = [key for key, (said, *_) in of.items() if said.kind == Organisation.kind()]
    types = types_of(context, organisations)
    return {key: _detail(context, said, types.get(key)) for key, said in of.items()}, statements


def _detail(context: Context, said: Sequence[Statement], type_: str | None) -> Detail:
    fact = merged(said)
    kind = catalogue.BY_NAME[fact.kind]
    names = [] if kind is ActorType else fact.values.get("aliases") or []
    assert isinstance(names, list)
    order = list(kind.props())
    fields = [
        (kind.props()[name].label.to(context.lang), _value(context, name, fact.kind, value))
        for name, value in sorted(filled(fact.values), key=lambda item: order.index(item[0]))
        if name not in _TOLD_APART
    ]
    if type_:
        fields.insert(0, (_TYPE.to(context.lang), type_))
    if fact.kind in DATED and not fact.values.keys() & {"since", "until"}:
        fields.append((_TIME.to(context.lang), _UNKNOWN.to(context.lang)))
    return Detail(names, fields, fact.statements)


def _value(context: Context, name: str, kind_name: str, value: object) -> str:
    kind = catalogue.BY_NAME[kind_name]
    words = field_in_words(context, kind, name, value)
    dated = issubclass(catalogue.field_type(kind, name).base, PartialDate)
    return date_in_words(words, context.lang) if dated else words
