"""What facts hold, in words: the fields of nodes and relations, and the types of actor."""

from collections.abc import Iterable, Iterator, Mapping

from graph_model import catalogue
from graph_model.actor_types import ActorTypeCode
from graph_model.kind import Kind
from graph_model.nodes import ActorType
from graph_model.text import Text
from queries.around import Around
from queries.context import Context
from queries.edges import Path
from queries.scopes import Scope

TYPES = {code.value: code.label for code in ActorTypeCode}
_CODES = {code.label.nb: code.value for code in ActorTypeCode}


def type_codes(context: Context, types: Iterable[str]) -> list[str]:
    """The stable codes of types of actor, in the order of their names."""
    return [_CODES[name] for name in context.names(types)]


def name_in_words(context: Context, node: str) -> str:
    """The name of a node; of a type of actor, which has one in each language, that of the context."""
    name = context.name(node)
    return TYPES[_CODES[name]].to(context.lang) if catalogue.kind_of(node) is ActorType else name


def field_in_words(context: Context, kind: type[Kind], name: str, value: object) -> str:
    """What a field holds: nodes by name, choices by label, numbers with their unit."""
    if isinstance(value, list):
        refers = kind.props()[name].refers_to
        return ", ".join(context.names(value) if refers else (_one(context, kind, name, item) for item in value))
    return _one(context, kind, name, value)


def _one(context: Context, kind: type[Kind], name: str, value: object) -> str:
    for choice in catalogue.choices(kind, name):
        if choice == value:
            return choice.label.to(context.lang)
    if not isinstance(value, int | float):
        return str(value)
    unit = kind.props()[name].unit
    number = str(whole(value))
    said = number.replace(".", ",") if context.lang == "nb" else number
    return f"{said} {unit.to(context.lang)}" if unit else said


def whole(number: object) -> object:
    """A number that is whole, without decimals; everything else as it is."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def filled(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The fields that hold something."""
    return ((name, value) for name, value in values.items() if value not in (None, "", []))


def ways_over(context: Context, around: Around | None, scope: Scope) -> Iterator[Path]:
    """From an actor to each region of its scope, and on to the region that is asked for, where they are related."""
    for region, way in scope.ways.items():
        related = around and (region in around.parts or region in around.wider)
        yield (*way, *context.regions.between(region, around.region)) if around and related else way


def place(context: Context, around: Around | None) -> Text:
    """The words for the region that is asked for; none where none is."""
    return _WORKING.filled(region=context.name(around.region)) if around else Text("", "")


_WORKING = Text(" som virker i {region}", " working in {region}")
