"""What a row of each kind may look like: the values of a template's examples, which are nobody's."""

from functools import cache

from graph_model import catalogue
from graph_model.kind import Kind, Node, Prop, Relation
from graph_model.statements import Provenance
from graph_model.text import Lang, Text
from graph_model.values import Choice, Form
from loaders.headings import ID, Target, targets_of

Example = str | int | float
MARK = Text("Eksempel:", "Example:")
"""What the first cell of a row begins with that is only an example."""
_NUMBERS: dict[type, int | float] = {int: 60, float: 2.5}


@cache
def example_cells(kind: type[Kind], lang: Lang) -> tuple[Example, ...]:
    """The cells of a template's example row for a kind, the first with the mark; empty text for an empty cell."""
    first, *others = (example(kind, target, lang) for target in targets_of(kind) if target is not ID)
    return (f"{MARK.to(lang)} {first}", *others)


def example(kind: type[Kind], target: Target, lang: Lang) -> Example:
    """What the cell of a column may hold; empty text where nothing need be there."""
    if target.relation:
        return _end(kind, target).to(lang)
    if target.field == "name" and issubclass(kind, Node):
        return kind.examples[0].to(lang)
    prop = prop_of(kind, target)
    if target.role:
        return catalogue.playing(target.role)[0].examples[0].to(lang)
    assert target.value
    base, many = target.value
    if prop.example:
        said = prop.example.to(lang)
        return int(said) if said and base in (int, float) else said
    if issubclass(base, Choice):
        return "; ".join([choice.label.to(lang) for choice in base][: 2 if many else 1])
    return base.example if issubclass(base, Form) else _NUMBERS.get(base, "")


def prop_of(kind: type[Kind], target: Target) -> Prop:
    """What is declared of the field that a column gives."""
    if target.cites:
        return next(meta for meta in Provenance.model_fields[target.field].metadata if isinstance(meta, Prop))
    return kind.props()[target.field]


def _end(kind: type[Kind], target: Target) -> Text:
    """The name of a node at an end; where both ends are of one kind, the one that is not the row's own is wider.

    The actors of a relation are organisations first of all, and stand first among those who play that role; whom or
    what they act on, as a target group or a network, stands last.
    """
    relation = target.relation
    assert relation
    starts, ends = ([played for played in catalogue.playing(role) if played.listed] for role in relation.ends)
    own = kind if issubclass(kind, Node) else starts[0]
    if issubclass(kind, Relation) and target.holds == "start":
        return own.examples[0]
    if relation.alike:
        return own.examples[-1]
    named = starts[0] if target.holds == "start" else (ends or catalogue.playing(relation.ends[1]))[-1]
    return named.examples[-1 if named is own else 0]
