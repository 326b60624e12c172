"""From the rows of a recognised table to claims, with a problem for each cell that cannot be read."""

import re
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from graph_model import catalogue, messages
from graph_model.kind import Kind, Node, Relation
from graph_model.names import folded
from graph_model.problems import Message, Place, Problem
from graph_model.roles import Area
from graph_model.statements import NodeClaim, Provenance, Reference, RelationClaim, SourceClaims
from loaders.cells import BadCell, region_number, split, text_of, value_of
from loaders.headings import Layout, Target
from loaders.tables import CellValue, Line, Table

_SUM = re.compile(r"(?:sum|total|totalt|i alt|til sammen|sum totalt)\b:?", re.IGNORECASE)
_BY_ERROR: Mapping[str, Message] = {
    "bad-date": messages.BAD_DATE,
    "bad-address": messages.BAD_ADDRESS,
    "organisation-number-length": messages.ORGANISATION_NUMBER_LENGTH,
    "organisation-number-check-digit": messages.ORGANISATION_NUMBER_CHECK_DIGIT,
    "region-number-length": messages.REGION_NUMBER_LENGTH,
    "end-before-start": messages.END_BEFORE_START,
    "string_too_long": messages.TOO_LONG,
}


class TableClaims:
    """Reads the rows of one table into the claims of its source."""

    def __init__(self, table: Table, layout: Layout, into: SourceClaims) -> None:
        """Take a table with its layout, and the source that its claims are added to."""
        self._table = table
        self._layout = layout
        self._into = into
        self.problems: list[Problem] = []

    def read(self) -> None:
        """Read every row below the header."""
        lines = [line for line in self._table.lines if line.number > self._layout.header]
        remarks = set(_remarks(lines, self._layout))
        for line in lines:
            if line.number in remarks:
                self._note(messages.SKIPPED_REMARK, line)
            elif _is_sum(line):
                self._note(messages.SKIPPED_SUM, line)
            else:
                self._read_row(line)
        if not lines:
            self.problems.append(Problem(messages.NO_ROWS, self._table.place(), blocks=False))

    def _note(self, message: Message, line: Line) -> None:
        self.problems.append(Problem(message, self._table.place(line.number), blocks=False))

    def _read_row(self, line: Line) -> None:
        row = _Row(self._table, self._layout, line)
        row.read()
        self.problems += row.problems
        if any(problem.blocks for problem in row.problems):
            return
        origin = Provenance(**row.cited)  # type: ignore[arg-type]  # the fields' types were read one by one
        kind = self._layout.kind
        place = self._table.place(line.number)
        if issubclass(kind, Node):
            claim = NodeClaim(kind, row.values, place, origin)
            self._into.nodes.append(claim)
            for relation, holds, reference in row.references:
                start, end = (claim, reference) if holds == "end" else (reference, claim)
                self._into.relations.append(RelationClaim(relation, start, end, {}, place, origin))
        elif issubclass(kind, Relation):
            starts, ends = (
                [reference for _, holds, reference in row.references if holds == side] for side in ("start", "end")
            )
            for start in starts:
                for end in ends:
                    self._into.relations.append(RelationClaim(kind, start, end, row.values, place, origin))


class _Row:
    """The cells of one row, read: values by field, what is cited, and the nodes that are named."""

    def __init__(self, table: Table, layout: Layout, line: Line) -> None:
        self._layout = layout
        self._place = table.place(line.number)
        self._line = line
        self.values: dict[str, object] = {}
        self.cited: dict[str, object] = {}
        self.references: list[tuple[type[Relation], str, Reference]] = []
        self.problems: list[Problem] = []

    def read(self) -> None:
        """Read every cell that has a known header, then hold the row against its kind."""
        for at, target in self._layout.targets.items():
            cell = self._line.cells[at] if at < len(self._line.cells) else None
            place = self._place.at(self._layout.column(at))
            try:
                self._read_cell(cell, target, place)
            except BadCell as bad:
                self.problems.append(Problem(bad.message, place, bad.values))
                continue
            if target.required and not self._has(target):
                self.problems.append(Problem(messages.MISSING_VALUE, place, {"column": target.heading.label}))
        if not self.problems:
            self._name_after()
            self._check()

    def _read_cell(self, cell: CellValue, target: Target, place: Place) -> None:
        if target.relation:
            role = target.relation.ends[target.holds == "end"]
            for text in _named(cell, role):
                self.references.append((target.relation, target.holds, Reference(text, role, place)))
        elif target.field in Provenance.model_fields:
            value = value_of(cell, catalogue.field_type(Provenance, target.field).base)
            if value is not None:
                self.cited[target.field] = value
        else:
            self._read_field(cell, target.field, place)

    def _read_field(self, cell: CellValue, name: str, place: Place) -> None:
        kind = self._layout.kind
        base, many = catalogue.field_type(kind, name)
        refers_to = kind.props()[name].refers_to
        if refers_to:
            self.values[name] = [Reference(text, refers_to, place) for text in _named(cell, refers_to)]
        elif many:
            self.values[name] = [value_of(part, base) for part in split(text_of(cell) or "")]
        elif (value := value_of(cell, base)) is not None:
            self.values[name] = value

    def _has(self, target: Target) -> bool:
        if target.relation:
            return any(known is target.relation and holds == target.holds for known, holds, _ in self.references)
        return target.field in self.values

    def _name_after(self) -> None:
        """A node without a name of its own is named after what it belongs to and what tells it from its like."""
        kind = self._layout.kind
        if issubclass(kind, Node) and kind.named_after and "name" not in self.values:
            self.values["name"] = f"{self.references[0][2].text} {self.values[kind.named_after]}"

    def _check(self) -> None:
        kind = self._layout.kind
        given = {name: value for name, value in self.values.items() if not kind.props()[name].refers_to}
        try:
            kind.model_validate(given)
        except ValidationError as error:
            for wrong in error.errors(include_url=False, include_context=False):
                self._take_error(wrong["type"], str(wrong["loc"][0]) if wrong["loc"] else "")

    def _take_error(self, code: str, name: str) -> None:
        column = next((at for at, target in self._layout.targets.items() if target.field == name), None)
        place = self._place if column is None else self._place.at(self._layout.column(column))
        if code == "personal-address":
            del self.values[name]
            self.problems.append(Problem(messages.PERSONAL_ADDRESS, place, blocks=False))
            return
        begin, finish = self._layout.kind.lasts or ("", "")
        values = {"value": self.values.get(name), "since": self.values.get(begin), "until": self.values.get(finish)}
        self.problems.append(Problem(_BY_ERROR[code], place, values))


def _named(cell: CellValue, role: type) -> Iterator[str]:
    """The names in a cell that names nodes; the number of a region gets back its lost zero."""
    for text in split(text_of(cell) or ""):
        yield region_number(text) if role is Area and re.fullmatch("[0-9]{1,4}", text) else text


def _is_sum(line: Line) -> bool:
    first = next((cell for cell in line.cells if cell is not None), None)
    return isinstance(first, str) and bool(_SUM.fullmatch(folded(first)))


def _remarks(lines: list[Line], layout: Layout) -> Iterator[int]:
    """The rows of notes under a table: below a gap, one cell each, where the table above fills more."""
    widths = [len(_filled(line, layout)) for line in lines]
    last = max((at for at, width in enumerate(widths) if width > 1), default=None)
    if last is not None:
        below = lines[last + 1 :]
        if below and below[0].number > lines[last].number + 1:
            yield from (line.number for line in below)


def _filled(line: Line, layout: Layout) -> list[int]:
    return [at for at in layout.targets if at < len(line.cells) and line.cells[at] is not None]
