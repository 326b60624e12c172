"""Tables about the product and the state of a graph: the catalogue, the questions, what is loaded, what a load did."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console

from graph_model import catalogue
from graph_model.actor_types import BROADER_TYPES
from graph_model.builtin import BUILT_IN
from graph_model.checksum import Content
from graph_model.facts import differences
from graph_model.kind import Kind, Node, Prop, Relation
from graph_model.loading import Plan
from graph_model.nodes import ActorType, Region
from graph_model.problems import Place, printable, shortened
from graph_model.statements import Provenance
from graph_model.store import Snapshot
from graph_model.text import Lang, Text, date_in_words
from graph_model.values import Choice
from queries.memory import names_of
from queries.question import Parameter, Question, option_of
from viz.cell_words import number_in_words
from viz.terminal import plain_table

_MOST_LISTED = 10
_FIELD_TYPES = {str: Text("tekst", "text"), int: Text("helt tall", "whole number"), float: Text("tall", "number")}
_SEVERAL = Text("{type}, flere med ;", "{type}, several with ;")
_T = {
    "nodes": Text("Noder", "Nodes"),
    "relations": Text("Relasjoner", "Relations"),
    "sheet": Text("ark", "sheet"),
    "field": Text("Kolonne", "Column"),
    "holds": Text("Innhold", "Holds"),
    "about": Text("Forklaring", "About"),
    "from": Text("Fra", "From"),
    "to": Text("Til", "To"),
    "question": Text("Spørsmål", "Question"),
    "parameters": Text("Tar", "Takes"),
    "example": Text("Eksempel", "Example"),
    "source": Text("Kilde", "Source"),
    "changed": Text("Sist endret", "Last changed"),
    "statements": Text("Opplysninger", "Statements"),
    "kind": Text("Slag", "Kind"),
    "facts": Text("Antall", "Count"),
    "waiting": Text("Venter", "Waiting"),
    "new": Text("Nye", "New"),
    "now_changed": Text("Endret", "Changed"),
    "gone": Text("Borte", "Gone"),
    "broader": Text("Type", "Type"),
    "types": Text("Undertyper", "Narrower types"),
    "cited": Text("I alle lister", "In every list"),
    "required": Text("må oppgis", "required"),
}
_WAITING = Text(
    "«Venter»: relasjoner som venter på at en liste igjen nevner begge endene.",
    "'Waiting': relations that wait until a list names both of their ends again.",
)
_COPIED = Text("Opplysninger: {statements}.", "Statements: {statements}.")
_CHECKSUM = Text("Kontrollsum (SHA-256):\n{checksum}", "Checksum (SHA-256):\n{checksum}")
_NO_DISPUTES = Text("Ingen åpne uenigheter mellom kilder.", "No open disagreements between sources.")
_DISPUTES = Text("Uenigheter mellom kilder (den øverste verdien vises):", "Disagreements (the first value is shown):")
_UNCHANGED = Text("Ingenting er endret.", "Nothing has changed.")
_JOINS = Text(
    "Rader om det samme som andre lister også beskriver, og som regnes som det samme: {n}",
    "Rows about what other lists describe too, and that count as the same: {n}",
)
_MADE = Text(
    "Virksomheter som er laget fordi ingen liste har en rad om dem: {n}",
    "Organisations that were made, since no list has a row about them: {n}",
)
_ALIKE = Text(
    "Disse er nye, men ligner på andre. Er to av dem den samme, gi dem samme navn eller nummer i listene:",
    "These are new, but like others. If two of them are the same, give them one name or number in the lists:",
)
_MORE = Text("… og {n} til", "… and {n} more")


def show_model(out: Console, lang: Lang) -> None:
    """Print the catalogue: each kind with its fields, and the pairs of kinds that relations stand between."""
    for title, kinds in ((_T["nodes"], catalogue.NODES), (_T["relations"], catalogue.RELATIONS)):
        out.print(f"\n{title.to(lang)}", style="bold")
        for kind in kinds:
            out.print(
                f"\n{kind.label.to(lang)} – {kind.about.to(lang)} ({_T['sheet'].to(lang)}: {kind.sheet.label.to(lang)})"
            )
            if kind is ActorType:
                out.print(plain_table([_T["broader"].to(lang), _T["types"].to(lang)], _types(lang)))
            else:
                columns = [_T[name].to(lang) for name in ("field", "holds", "about")]
                out.print(plain_table(columns, list(_fields(kind, lang))))
    out.print(f"\n{_T['cited'].to(lang)}", style="bold")
    columns = [_T[name].to(lang) for name in ("field", "holds", "about")]
    out.print(plain_table(columns, list(_cited(lang))))


def _cited(lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The columns that every list may have, which say where a row comes from."""
    for name, field in Provenance.model_fields.items():
        prop = next(meta for meta in field.metadata if isinstance(meta, Prop))
        holds = _type_in_words(catalogue.field_type(Provenance, name).base, lang)
        yield prop.label.to(lang), holds, prop.about.to(lang)


def _types(lang: Lang) -> Iterator[tuple[str, str]]:
    for broader, narrower in BROADER_TYPES.items():
        yield broader.label.to(lang), ", ".join(code.label.to(lang) for code in narrower)


def _fields(kind: type[Kind], lang: Lang) -> Iterator[tuple[str, str, str]]:
    if issubclass(kind, Relation):
        for heading, role in ((kind.start, kind.ends[0]), (kind.end, kind.ends[1])):
            names = ", ".join(played.label.to(lang) for played in catalogue.playing(role))
            yield heading.label.to(lang), names, ""
    for name, prop in kind.props().items():
        base, many = catalogue.field_type(kind, name)
        holds = _type_in_words(base, lang) if prop.refers_to is None else Region.label.to(lang)
        unit = f" ({prop.unit.to(lang)})" if prop.unit else ""
        yield prop.label.to(lang), (_SEVERAL.to(lang).format(type=holds) if many else holds) + unit, prop.about.to(lang)
    if issubclass(kind, Node):
        for relation, column in catalogue.carried_by(kind):
            yield column.heading.label.to(lang), f"→ {relation.label.to(lang)}", relation.about.to(lang)


def _type_in_words(base: type, lang: Lang) -> str:
    if issubclass(base, Choice):
        return ", ".join(choice.label.to(lang) for choice in base)
    described = getattr(base, "label", None)
    return described.to(lang) if isinstance(described, Text) else _FIELD_TYPES[base].to(lang)


def show_questions(
    out: Console, lang: Lang, questions: Mapping[str, Question], examples: Mapping[str, Mapping[str, Any]]
) -> None:
    """Print the questions, what each takes, and an example from the shipped lists."""
    for question in questions.values():
        out.print(f"\n{question.id} – {question.title.to(lang)}", style="bold")
        rows = [(parameter.option, _parameter(parameter, lang)) for parameter in question.parameters]
        out.print(plain_table([_T["parameters"].to(lang), _T["about"].to(lang)], rows))
        if given := examples.get(question.id):
            out.print(f"{_T['example'].to(lang)}:\n  {command_line(question.id, given)}", soft_wrap=True)


def command_line(question: str, given: Mapping[str, Any]) -> str:
    """How a question is asked on the command line."""
    options = (
        f" {option_of(parameter)} {_quoted(str(one))}"
        for parameter, value in given.items()
        for one in (value if isinstance(value, list) else [value])
    )
    return f"kompetansegraf run {question}{''.join(options)}"


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _parameter(parameter: Parameter, lang: Lang) -> str:
    required = f" ({_T['required'].to(lang)})" if parameter.required else ""
    return f"{parameter.described.to(lang)}{required}"


def show_status(out: Console, lang: Lang, snapshot: Snapshot) -> None:
    """Print what is loaded: the sources with their dates, the facts by kind, and where sources disagree."""
    sources = [source for source in snapshot.sources() if source.id != BUILT_IN]
    columns = [_T[name].to(lang) for name in ("source", "changed", "statements")]
    rows = [(source.id, date_in_words(source.changed.isoformat(), lang), source.statements) for source in sources]
    out.print(plain_table(columns, rows, numbers=[2]))
    found = snapshot.counts()
    counts = {kind: found[kind] for kind in catalogue.BY_NAME if kind in found and any(found[kind])}
    columns = [_T[name].to(lang) for name in ("kind", "facts", "waiting")]
    kinds = [(_kind_label(kind, lang), count.facts, count.waiting or "") for kind, count in counts.items()]
    out.print(plain_table(columns, kinds, numbers=[1, 2]))
    if any(count.waiting for count in counts.values()):
        out.print(_WAITING.to(lang))
    _show_disputes(out, lang, snapshot)


def show_copy(out: Console, lang: Lang, held: Content) -> None:
    """Print what was copied: the facts by kind, the statements, and the checksum."""
    kinds = [(_kind_label(kind, lang), facts) for kind, facts in held.facts.items() if facts]
    out.print(plain_table([_T[name].to(lang) for name in ("kind", "facts")], kinds, numbers=[1]))
    out.print(_COPIED.filled(statements=held.statements).to(lang))
    out.print(_CHECKSUM.filled(checksum=held.checksum).to(lang))


def _show_disputes(out: Console, lang: Lang, snapshot: Snapshot) -> None:
    disputes = [difference for said in snapshot.disputed() for difference in differences(said)]
    out.print((_DISPUTES if disputes else _NO_DISPUTES).to(lang))
    first = [difference.values[0][1] for difference in disputes]
    names = names_of(
        snapshot, {node for said in first for node in ((said.start, said.end) if said.start else (said.key,))}
    )
    for difference, said in zip(disputes, first, strict=True):
        kind = catalogue.BY_NAME[said.kind]
        ends = [names.get(node, node) for node in ((said.start, said.end) if said.start else (said.key,))]
        subject = f" {kind.label.to(lang)} ".join(ends)
        out.print(printable(f"  {subject} – {kind.props()[difference.field].label.to(lang)}:"))
        for value, by in difference.values:
            cited = ", ".join(part for part in (by.origin.document, by.origin.section) if part)
            place = Place(by.source, by.place.sheet, by.place.row)
            shown = _value_in_words(kind, difference.field, value, lang)
            out.print(printable(f"    {shown} ({place.to(lang)}{f'; {cited}' if cited else ''})"))


def _value_in_words(kind: type[Kind], field: str, value: object, lang: Lang) -> str:
    labels = {choice.value: choice.label.to(lang) for choice in catalogue.choices(kind, field)}
    said = number_in_words(value, lang) if isinstance(value, float) else date_in_words(str(value), lang)
    return labels.get(str(value), said)


def _kind_label(kind: str, lang: Lang) -> str:
    return catalogue.BY_NAME[kind].label.to(lang)


def show_plan(out: Console, lang: Lang, plan: Plan) -> None:
    """Print what a load changes, and which rows were joined to actors that other sources describe too."""
    changes = plan.changes
    kinds = [kind for kind in catalogue.BY_NAME if changes.new[kind] or changes.changed[kind] or changes.gone[kind]]
    if not kinds:
        out.print(_UNCHANGED.to(lang))
    else:
        columns = [_T[name].to(lang) for name in ("kind", "new", "now_changed", "gone")]
        counters = (changes.new, changes.changed, changes.gone)
        rows = [(_kind_label(kind, lang), *(counter[kind] or "" for counter in counters)) for kind in kinds]
        out.print(plain_table(columns, rows, numbers=[1, 2, 3]))
    if plan.joins:
        out.print(_JOINS.to(lang).format(n=len(plan.joins)))
        lines = [f"{claim.values['name']} ({claim.place.to(lang)})" for claim, _ in plan.joins]
        _show_lines(out, lang, lines)
    if plan.made:
        out.print(_MADE.to(lang).format(n=len(plan.made)))
        _show_lines(out, lang, [f"{claim.values['name']} ({claim.place.to(lang)})" for claim in plan.made])
    if plan.likenesses:
        out.print(_ALIKE.to(lang))
        lines = [f"{new.title} ({new.place.to(lang)}) ≈ {new.other} ({new.other_id})" for new in plan.likenesses]
        _show_lines(out, lang, lines)


def _show_lines(out: Console, lang: Lang, lines: Sequence[str]) -> None:
    for line in lines[:_MOST_LISTED]:
        out.print(shortened(f"  {line}", 200), soft_wrap=True)
    if len(lines) > _MOST_LISTED:
        out.print(f"  {_MORE.to(lang).format(n=len(lines) - _MOST_LISTED)}")
