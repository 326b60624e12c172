"""Recognising what a table holds: which kind its sheet is of, where its header is, and what each column gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph_model import catalogue
from graph_model.catalogue import FieldType
from graph_model.kind import Heading, Kind, Node, Relation
from graph_model.names import slug
from graph_model.problems import shortened
from graph_model.roles import Area
from graph_model.statements import Provenance
from graph_model.text import LANGUAGES, Text
from loaders.cells import is_national_id, shown
from loaders.tables import Line, Table, column_letter

HEADER_WITHIN = 30
LONGEST_HEADER = 40
# Columns that all sorts of lists have: alone they do not tell what a list holds.
_COMMON = frozenset(("nr", "nummer", "number", "kode", "code", "dato", "date", "ar", "year"))


@dataclass(frozen=True, slots=True)
class Target:
    """What a column gives: a field, an end of a relation, or a column of provenance.

    Parameters
    ----------
    heading: its header.
    field: the name of the field, of the kind or of Provenance; empty for an end.
    value: the type of the field; None where the cells name nodes.
    role: what the nodes must be that the cells name; None where they name none.
    relation: the relation that the cell names an end of; None for a field.
    holds: which end of the relation the cell names.
    required: a row cannot do without it.
    cites: the field is one of Provenance.
    """

    heading: Heading
    field: str = ""
    value: FieldType | None = None
    role: type | None = None
    relation: type[Relation] | None = None
    holds: str = ""
    required: bool = False
    cites: bool = False


ID = Target(
    # Not simply 'id': many lists have a column of that name, with numbers of their own.
    Heading(Text("Kompetansegraf-id", "Kompetansegraf id")),
    field="id",
    value=FieldType(str, many=False),
)
"""The column that an exported sheet of nodes has, so that each row is of the node that it was of."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is read.

    Parameters
    ----------
    kind: what its rows are.
    header: the row with the headers.
    targets: what each column gives, by its index from 0.
    again: for the index of a column that gives the same as an earlier one, the index of that one.
    named: the name of the sheet or file tells the kind; else the headers do.
    """

    kind: type[Kind]
    header: Line
    targets: dict[int, Target]
    again: dict[int, int]
    named: bool = True

    @property
    def missing(self) -> list[Target]:
        """What the kind's sheets may have and this one has not."""
        return [target for target in targets_of(self.kind) if target not in self.targets.values()]

    @property
    def required(self) -> list[Target]:
        """What is missing and no row can do without."""
        return [target for target in self.missing if target.required]

    def title(self, index: int) -> str:
        """The header of a column as it can be shown; empty where there is none."""
        cell = next(iter(self.header.cells[index : index + 1]), None)
        text = "" if cell is None else shown(cell)
        return "…" if is_national_id(text) else shortened(text, LONGEST_HEADER)

    def column(self, index: int) -> str:
        """A column for people: its letter and header, as far as it has one."""
        title = self.title(index)
        return f"{column_letter(index)} ({title})" if title else column_letter(index)


LOADED: tuple[type[Kind], ...] = tuple(kind for kind in catalogue.BY_NAME.values() if kind.listed)
"""The kinds that lists can hold; others are the program's own."""


@cache
def targets_of(kind: type[Kind]) -> tuple[Target, ...]:
    """The columns that a sheet of a kind may have."""
    return tuple(_targets(kind))


def _targets(kind: type[Kind]) -> Iterator[Target]:
    named_after = kind.named_after if issubclass(kind, Node) else None
    if issubclass(kind, Relation):
        yield Target(kind.start, role=kind.ends[0], relation=kind, holds="start", required=True)
        yield Target(kind.end, role=kind.ends[1], relation=kind, holds="end", required=True)
    for name, prop in kind.props().items():
        required = name == named_after if named_after else kind.model_fields[name].is_required()
        of_type = None if prop.refers_to else catalogue.field_type(kind, name)
        heading = _name_heading(kind, prop.heading) if name == "name" else prop.heading
        yield Target(heading, name, of_type, prop.refers_to, required=required)
    if issubclass(kind, Node):
        for relation, column in catalogue.carried_by(kind):
            role = relation.ends[column.holds == "end"]
            # A node without a name of its own is named after what such a column holds.
            required = named_after is not None
            yield Target(column.heading, role=role, relation=relation, holds=column.holds, required=required)
    for name, meta in Provenance.model_fields.items():
        heading = next(prop.heading for prop in meta.metadata)
        yield Target(heading, name, catalogue.field_type(Provenance, name), cites=True)
    if issubclass(kind, Node):
        yield ID


def _name_heading(kind: type[Kind], heading: Heading) -> Heading:
    """The header of a name, which lists also call by the kind; but a column 'region' says where its rows lie."""
    return heading if issubclass(kind, Area) else Heading(heading.label, (*heading.also, *kind.label))


def recognised(table: Table, *, alone: bool) -> Layout | None:
    """How a table is to be read; None where nothing tells what it holds.

    The name of the sheet counts first, then that of the file, then the headers: they tell where they fit one kind
    better than all others, and a name does not say otherwise. A table that has both ends of a relation, and by far
    more of its headers, is one of that relation, whatever its name.

    Parameters
    ----------
    table: the table.
    alone: whether it is the only one of its file, so that the file's name is its own.
    """
    words = _words_of(table.lines[:HEADER_WITHIN])
    by_headers = _by_headers(table.lines, words)
    sheet, file = table.sheet, table.file.rpartition(".")[0]
    named = _named_kinds(sheet) or _named_kinds(file)
    if len(named) != 1:
        agrees = by_headers and (not named or by_headers.kind in named or issubclass(by_headers.kind, Relation))
        return by_headers if agrees else None
    [kind] = named
    layout, known = _laid_out(kind, table.lines, words), _by_word(kind).keys()
    if by_headers and issubclass(by_headers.kind, Relation) and len(by_headers.targets) > len(layout.targets) + 1:
        return by_headers
    certain = _is_called(kind, sheet) or (alone and _is_called(kind, file))
    # A sheet that explains the columns has their headers below each other.
    explains = sum(not known.isdisjoint(row) for row in words.values()) > 1
    likely = not layout.required and (alone or (bool(_named_kinds(sheet)) and not explains))
    return layout if certain or likely or len(layout.targets) > 1 else None


def _named_kinds(name: str) -> list[type[Kind]]:
    """The kinds whose sheets are called like this: the whole name, else a part of it."""
    whole = [kind for kind in LOADED if _is_called(kind, name)]
    parts = f"-{slug(name)}-"
    return whole or [kind for kind in LOADED if any(f"-{slug(word)}-" in parts for word in kind.sheet.words)]


def _is_called(kind: type[Kind], name: str) -> bool:
    return plain(name) in map(plain, kind.sheet.words)


Words = dict[int, list[str]]
"""The cells of the rows that may be the header, by the index of the row, as headers are compared."""


def _words_of(lines: Sequence[Line]) -> Words:
    return {at: [plain(cell) if isinstance(cell, str) else "" for cell in line.cells] for at, line in enumerate(lines)}


def _by_headers(lines: Sequence[Line], words: Words) -> Layout | None:
    """The layout that has every column that it needs, and more of the headers that tell than every other kind's."""
    layouts = [layout for layout in (_laid_out(kind, lines, words) for kind in LOADED) if not layout.required]
    telling = {layout.kind: _telling(layout) for layout in layouts}
    most = max(telling.values(), default=0)
    best = [layout for layout in layouts if telling[layout.kind] == most]
    return replace(best[0], named=False) if len(best) == 1 else None


def _telling(layout: Layout) -> int:
    return sum(plain(shown(layout.header.cells[at])) not in _COMMON for at in layout.targets)


def _laid_out(kind: type[Kind], lines: Sequence[Line], words: Words) -> Layout:
    """The layout of a table as one of a kind, from the row that has the most of its headers.

    Where no row has any, the first one of several cells is taken for the header.
    """
    known = _by_word(kind)
    found = {at: [(index, known[word]) for index, word in enumerate(row) if word in known] for at, row in words.items()}
    different = {at: len({target for _, target in some}) for at, some in found.items()}
    best = max(different, key=lambda at: (different[at], len(lines[at].cells) > 1))
    targets: dict[int, Target] = {}
    again: dict[int, int] = {}
    first: dict[Target, int] = {}
    for index, target in found[best]:
        if target in first:
            again[index] = first[target]
        else:
            targets[index] = target
            first[target] = index
    return Layout(kind, lines[best], targets, again)


@cache
def _by_word(kind: type[Kind]) -> dict[str, Target]:
    """What a column of each header gives; a header that is a label counts before one that is another word for it."""
    labels = {plain(word): target for target in reversed(targets_of(kind)) for word in target.heading.label}
    others = {plain(word): target for target in reversed(targets_of(kind)) for word in target.heading.also}
    return {**others, **labels}


def plain(text: str) -> str:
    """A header or name as these are compared: 'Org.nr.' is 'orgnr'."""
    return slug(text).replace("-", "")


def sheet_names() -> Text:
    """The names that sheets can have, as a phrase."""
    return Text(*(", ".join(kind.sheet.label.to(lang) for kind in LOADED) for lang in LANGUAGES))
