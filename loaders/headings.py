"""Recognising what a table holds: which kind its sheet is of, where its header is, and what each column gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import fuzz

from graph_model import catalogue, messages
from graph_model.kind import Column, Heading, Kind, Node, Relation
from graph_model.names import slug
from graph_model.nodes import ActorType
from graph_model.problems import Problem
from graph_model.statements import Provenance
from graph_model.text import LANGUAGES, Text
from loaders.tables import CellValue, Line, Table, column_letter

HEADER_WITHIN = 30
NEAR_MISS = 80
_PERSONAL = re.compile(r"fodselsn|personn(umme)?r|fnr|mobil|telefon|tlf|phone|kontaktperson|contactperson|fodselsdato")


@dataclass(frozen=True, slots=True)
class Target:
    """What a column gives: a field, an end of a relation, or a column of provenance.

    Parameters
    ----------
    heading: its header.
    field: the name of the field, of the kind or of Provenance; empty for an end.
    relation: the relation that the cell names an end of; None for a field.
    holds: which end of the relation the cell names.
    required: a row cannot do without it.
    """

    heading: Heading
    field: str = ""
    relation: type[Relation] | None = None
    holds: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is read.

    Parameters
    ----------
    kind: what its rows are.
    header: the number of the row with the headers.
    targets: what each column gives, by its index from 0.
    headers: the header of each column, as it stands there.
    problems: what is wrong with the headers.
    """

    kind: type[Kind]
    header: int
    targets: dict[int, Target]
    headers: dict[int, str]
    problems: list[Problem] = field(default_factory=list)

    def column(self, index: int) -> str:
        """A column for people: its letter and header."""
        return f"{column_letter(index)} ({self.headers[index]})"


LOADED: tuple[type[Kind], ...] = tuple(
    kind for kind in catalogue.BY_NAME.values() if kind is not ActorType
)
"""The kinds that lists can hold; the types of actor are the program's own."""


@cache
def targets_of(kind: type[Kind]) -> tuple[Target, ...]:
    """The columns that a sheet of a kind may have."""
    return tuple(_targets(kind))


def _targets(kind: type[Kind]) -> Iterator[Target]:
    named_after = kind.named_after if issubclass(kind, Node) else None
    if issubclass(kind, Relation):
        yield Target(kind.start, relation=kind, holds="start", required=True)
        yield Target(kind.end, relation=kind, holds="end", required=True)
    for name, prop in kind.props().items():
        required = kind.model_fields[name].is_required() and not named_after or name == named_after
        yield Target(prop.heading, name, required=required)
    if issubclass(kind, Node):
        for relation, column in catalogue.carried_by(kind):
            yield Target(column.heading, relation=relation, holds=column.holds, required=_names_it(kind, column))
    for name, meta in Provenance.model_fields.items():
        yield Target(next(prop.heading for prop in meta.metadata), name)


def _names_it(kind: type[Node], column: Column) -> bool:
    """Whether a node without a name of its own is named after what the column holds."""
    return kind.named_after is not None and column.on in kind.__mro__


def recognised(table: Table) -> Layout | None:
    """How a table is to be read; None where nothing tells what it holds.

    The name of the sheet or file counts before the headers; the header is the row that has the most known ones.
    """
    named = _named_kinds(table.sheet or table.file.rpartition(".")[0])
    layouts = [layout for kind in (named or LOADED) if (layout := _laid_out(kind, table))]
    if not layouts and named:
        layouts = [layout for kind in LOADED if (layout := _laid_out(kind, table))]
    best = max((_fit(layout) for layout in layouts), default=None)
    fitting = [layout for layout in layouts if _fit(layout) == best]
    return fitting[0] if len(fitting) == 1 or named and fitting else None


def _fit(layout: Layout) -> tuple[bool, int]:
    missing = [target for target in targets_of(layout.kind) if target.required and target not in layout.targets.values()]
    return not missing, len(layout.targets)


def _named_kinds(name: str) -> list[type[Kind]]:
    """The kinds whose sheets are called like this: the whole name, else a part of it."""
    whole = [kind for kind in LOADED if _plain(name) in map(_plain, kind.sheet.words)]
    words = set(slug(name).split("-"))
    return whole or [kind for kind in LOADED if words & {slug(word) for word in kind.sheet.words}]


def _laid_out(kind: type[Kind], table: Table) -> Layout | None:
    """The layout of a table as one of a kind, from the line that has the most of its headers."""
    best: tuple[int, Line, dict[int, Target]] | None = None
    for line in table.lines[:HEADER_WITHIN]:
        found = {at: target for at, cell in enumerate(line.cells) if (target := _target_for(kind, cell))}
        different = len({target.heading for target in found.values()})
        if found and (best is None or different > best[0]):
            best = different, line, found
    if best is None:
        return None
    _, line, found = best
    headers = {at: str(cell) for at, cell in enumerate(line.cells) if cell is not None}
    layout = Layout(kind, line.number, {}, headers)
    for at, target in found.items():
        earlier = next((other for other, known in layout.targets.items() if known is target), None)
        if earlier is None:
            layout.targets[at] = target
        else:
            values = {"first": headers[earlier], "column": headers[at]}
            layout.problems.append(Problem(messages.DOUBLE_COLUMN, table.place(line.number, layout.column(at)), values))
    layout.problems.extend(_header_problems(layout, table))
    return layout


def _target_for(kind: type[Kind], cell: CellValue) -> Target | None:
    """What a column of this header gives; a header that is a label counts before one that is another word for it."""
    header = _plain(str(cell)) if isinstance(cell, str) else ""
    return _by_word(kind).get(header) if header else None


@cache
def _by_word(kind: type[Kind]) -> dict[str, Target]:
    labels = {_plain(word): target for target in reversed(targets_of(kind)) for word in target.heading.label}
    others = {_plain(word): target for target in reversed(targets_of(kind)) for word in target.heading.also}
    return {**others, **labels}


def _header_problems(layout: Layout, table: Table) -> Iterator[Problem]:
    missing = [target for target in targets_of(layout.kind) if target not in layout.targets.values()]
    proposed: set[Heading] = set()
    for at in (at for at in layout.headers if at not in layout.targets):
        place, header = table.place(layout.header, layout.column(at)), layout.headers[at]
        near = _nearest(header, missing)
        if _PERSONAL.search(_plain(header)):
            yield Problem(messages.PERSONAL_COLUMN, place, {"column": header}, blocks=False)
        elif near:
            proposed.add(near.heading)
            yield Problem(messages.NEAR_COLUMN, place, {"column": header, "nearest": near.heading.label})
        else:
            yield Problem(messages.IGNORED_COLUMN, place, {"column": header}, blocks=False)
    for target in missing:
        if target.required and target.heading not in proposed:
            values = {"column": target.heading.label, "sheet": layout.kind.sheet.label}
            yield Problem(messages.MISSING_COLUMN, table.place(layout.header), values)


def _nearest(header: str, targets: Sequence[Target]) -> Target | None:
    """The target that a header is nearly the name of."""
    rated = [
        (fuzz.ratio(_plain(header), _plain(word)), target)
        for target in targets
        for word in target.heading.words
        if len(_plain(word)) > 3
    ]
    likeness, target = max(rated, key=lambda rating: rating[0], default=(0, None))
    return target if likeness >= NEAR_MISS else None


def _plain(text: str) -> str:
    return slug(text).replace("-", "")


def sheet_names() -> Text:
    """The names that sheets can have, as a phrase."""
    return Text(*(", ".join(kind.sheet.label.to(lang) for kind in LOADED) for lang in LANGUAGES))
