"""The columns of a template: for each the header, what a comment on it says, and how its cells are to be entered."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_model import catalogue
from graph_model.actor_types import ActorTypeCode
from graph_model.kind import Kind, Node
from graph_model.nodes import ActorType
from graph_model.references import kinds_in_words
from graph_model.text import LANGUAGES, Lang, Text
from graph_model.values import Choice, PartialDate
from loaders.examples import example, prop_of
from loaders.headings import ID, Target, targets_of

REQUIRED = Text("Må fylles ut.", "Required.")
SEVERAL = Text("Flere skilles med semikolon (;).", "Separate several with a semicolon (;).")
_UNIT = Text("Enhet: {unit}.", "Unit: {unit}.")
_CHOOSE = Text("Velg mellom: {allowed}.", "Choose among: {allowed}.")
_TYPES = Text("Velg fra listen.", "Choose from the list.")
_NAMES = Text("Navn eller nummer: {kinds}.", "By name or number: {kinds}.")
_AS = Text("Slik: {example}", "For example: {example}")
_ABOUT_ID = Text(
    "Lar programmet kjenne igjen det raden gjelder. La den stå; la den være tom i nye rader.",
    "Lets the program recognise what the row is about. Leave it as it is; leave it empty in new rows.",
)
_FORMS: dict[type, Text] = {
    PartialDate: Text(
        "År, måned eller dag: 2024, 2024-09 eller 2024-09-12.", "A year, month or day: 2024, 2024-09 or 2024-09-12."
    ),
    int: Text("Et helt tall.", "A whole number."),
    float: Text("Et tall.", "A number."),
}


@dataclass(frozen=True)
class TemplateColumn:
    """One column of a template's sheet.

    Parameters
    ----------
    target: what it gives.
    header: its header.
    comment: what the header's comment says.
    choices: the values to choose from; none where any will do.
    strict: whether nothing else may be entered.
    number: whether its cells hold amounts; else a spreadsheet must take them for text.
    """

    target: Target
    header: str
    comment: str
    choices: Sequence[str]
    strict: bool
    number: bool

    @property
    def names_types(self) -> bool:
        """Whether its cells name types of actor, which are too many to list beside a cell."""
        return self.target.role is not None and catalogue.playing(self.target.role) == (ActorType,)


def template_columns(kind: type[Kind], lang: Lang, *, with_ids: bool) -> list[TemplateColumn]:
    """The columns of a kind's sheet; that of ids is for rows that have one."""
    return [_column(kind, target, lang) for target in targets_of(kind) if with_ids or target is not ID]


def type_labels(lang: Lang) -> list[str]:
    """The types of actor."""
    return [code.label.to(lang) for code in ActorTypeCode]


def _column(kind: type[Kind], target: Target, lang: Lang) -> TemplateColumn:
    base, many = target.value or (str, True)
    choices = [choice.label.to(lang) for choice in base] if issubclass(base, Choice) else []
    said = _ABOUT_ID.to(lang) if target is ID else "\n".join(_sentences(kind, target, lang))
    return TemplateColumn(target, target.heading.label.to(lang), said, choices, not many, base in (int, float))


def _sentences(kind: type[Kind], target: Target, lang: Lang) -> list[str]:
    """What a comment says of a column: what it holds, in which form, and what a cell may look like."""
    if target.relation:
        said = [target.relation.about]
    else:
        prop = prop_of(kind, target)
        said = [prop.about]
        if prop.unit:
            said.append(_filled(_UNIT, unit=prop.unit))
    base, many = target.value or (str, True)
    said += _form(kind, target, base)
    if many:
        said.append(SEVERAL)
    if target.required:
        said.append(REQUIRED)
    sentences = [text.to(lang) for text in said]
    shown = str(example(kind, target, lang))
    return [*sentences, _AS.to(lang).format(example=shown)] if shown and not issubclass(base, Choice) else sentences


def _form(kind: type[Kind], target: Target, base: type) -> list[Text]:
    if target.role:
        own = target.relation is not None and target.relation.alike and issubclass(kind, Node)
        kinds = catalogue.playing(kind if own else target.role)
        return [_TYPES if kinds == (ActorType,) else _filled(_NAMES, kinds=kinds_in_words(kinds))]
    if issubclass(base, Choice):
        return [
            _filled(_CHOOSE, allowed=Text(*(", ".join(choice.label.to(lang) for choice in base) for lang in LANGUAGES)))
        ]
    return [_FORMS[base]] if base in _FORMS else []


def _filled(text: Text, **words: Text) -> Text:
    return Text(*(text.to(lang).format(**{name: word.to(lang) for name, word in words.items()}) for lang in LANGUAGES))
