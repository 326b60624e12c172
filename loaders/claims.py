"""From the rows of a recognised table to claims, with a problem for each cell that cannot be read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from graph_model import messages
from graph_model.kind import Node, Relation
from graph_model.problems import Message, Place, Problem
from graph_model.statements import NodeClaim, Provenance, Reference, RelationClaim, SourceClaims
from loaders.asides import asides
from loaders.cells import BadCell, shown, split
from loaders.column_readers import reader_of_column
from loaders.headings import ID, Layout, Target
from loaders.tables import CellValue, Line, Table

MOST_PAIRS = 10_000
_END_OF_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_BY_ERROR: Mapping[str, Message] = {
    "bad-date": messages.BAD_DATE,
    "bad-address": messages.BAD_ADDRESS,
    "organisation-number-length": messages.ORGANISATION_NUMBER_LENGTH,
    "organisation-number-check-digit": messages.ORGANISATION_NUMBER_CHECK_DIGIT,
    "region-number-length": messages.REGION_NUMBER_LENGTH,
    "end-before-start": messages.END_BEFORE_START,
    "string_too_long": messages.TOO_LONG,
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is read: where it is, what it gives, and the function that reads its cells."""

    at: int
    name: str
    target: Target
    read: Callable[[CellValue], object]


class TableClaims:
    """Reads the rows of one table into the claims of its source.

    A row with a problem still claims what could be read of it, so that whatever refers to it finds it and its other
    faults show at once; the problem blocks, so such a claim is never loaded.
    """

    def __init__(self, table: Table, layout: Layout, into: SourceClaims) -> None:
        """Take a table with its layout, and the source that its claims are added to."""
        self._table = table
        self._layout = layout
        self._into = into
        self._columns = [
            _Column(at, layout.column(at), target, reader_of_column(target))
            for at, target in sorted(layout.targets.items())
        ]
        self._origins: dict[tuple[tuple[str, object], ...], Provenance] = {}
        self.problems: list[Problem] = []

    def read(self) -> None:
        """Read every row below the header."""
        lines = [line for line in self._table.lines if line.number > self._layout.header.number]
        beside = asides(lines, self._layout)
        for line in lines:
            if line.number not in beside:
                self._read_row(line)
            elif message := beside[line.number]:
                self.problems.append(Problem(message, self._table.place(line.number), blocks=False))
        if not lines:
            self.problems.append(Problem(messages.NO_ROWS, self._table.place(), blocks=False))

    def _read_row(self, line: Line) -> None:
        columns = [column for column in self._columns if (line.number, column.at) not in self._table.faulty]
        row = _Row(self._layout, columns, self._table.place(line.number), line.cells)
        row.read()
        if not self._table.sheet and len(line.cells) > len(self._layout.header.cells):
            row.distrust()
        origin = self._origin(row)
        self.problems += row.problems
        kind = self._layout.kind
        if issubclass(kind, Node):
            if "name" in row.values:
                self._claim_node(kind, row, origin)
        elif issubclass(kind, Relation):
            self._claim_relations(kind, row, origin)

    def _origin(self, row: "_Row") -> Provenance:
        """What a row cites; rows that cite the same share it."""
        key = tuple(row.cited.items())
        if key not in self._origins:
            try:
                self._origins[key] = Provenance.model_validate(row.cited)
            except ValidationError as error:
                row.take_errors(error, row.cited)
                return self._origin(row)
        return self._origins[key]

    def _claim_node(self, kind: type[Node], row: "_Row", origin: Provenance) -> None:
        claim = NodeClaim(kind, {**row.values, **row.linked}, row.place, origin, row.id)
        self._into.nodes.append(claim)
        for relation, holds, reference in row.references:
            start, end = (claim, reference) if holds == "end" else (reference, claim)
            self._into.relations.append(RelationClaim(relation, start, end, {}, row.place, origin))

    def _claim_relations(self, kind: type[Relation], row: "_Row", origin: Provenance) -> None:
        starts, ends = (
            [reference for _, holds, reference in row.references if holds == side] for side in ("start", "end")
        )
        if len(starts) * len(ends) > MOST_PAIRS:
            self.problems.append(Problem(messages.TOO_MANY_NAMES, row.place, {"most": MOST_PAIRS}))
            return
        # Without its dates, which may be what is wrong, a row would contradict others.
        values = {**({} if row.faulty else row.values), **row.linked}
        for start in starts:
            for end in ends:
                self._into.relations.append(RelationClaim(kind, start, end, values, row.place, origin))


class _Row:
    """The cells of one row, read: values, what is cited, and the nodes that are named, in fields or as ends."""

    def __init__(self, layout: Layout, columns: list[_Column], place: Place, cells: tuple[CellValue, ...]) -> None:
        self.place = place
        self.id = ""
        self._layout = layout
        self._columns = columns
        self._cells = cells
        self.values: dict[str, object] = {}
        self.cited: dict[str, object] = {}
        self.linked: dict[str, list[Reference]] = {}
        self.references: list[tuple[type[Relation], str, Reference]] = []
        self.problems: list[Problem] = []

    @property
    def faulty(self) -> bool:
        """Whether anything in it blocks, of what is told here or was told of the cells that have no value."""
        return len(self._columns) < len(self._layout.targets) or any(problem.blocks for problem in self.problems)

    def read(self) -> None:
        """Read every cell that has a known header, then hold the row against its kind."""
        for column in self._columns:
            found: object = None
            if column.at < len(self._cells) and (cell := self._cells[column.at]) is not None:
                try:
                    found = column.read(cell)
                except BadCell as bad:
                    values = {**bad.values, "value": cell} if isinstance(cell, float) else bad.values
                    self.problems.append(Problem(bad.message, self.place.at(column.name), values, bad.blocks))
                    continue
            if found is not None and found != []:
                self._take(column, found)
            elif column.target.required:
                values = {"column": column.target.heading.label}
                self.problems.append(Problem(messages.MISSING_VALUE, self.place.at(column.name), values))
        self._name_after()
        self._check()

    def distrust(self) -> None:
        """Take nothing but the name from a row whose cells do not stand under their headers."""
        self.problems = [Problem(messages.ROW_TOO_LONG, self.place)]
        self.values = {name: value for name, value in self.values.items() if name == "name"}
        self.cited, self.linked, self.references = {}, {}, []

    def _take(self, column: _Column, found: object) -> None:
        target = column.target
        if target is ID:
            self._take_id(column, str(found))
        elif target.role:
            assert isinstance(found, list)
            place = self.place.at(column.name)
            references = [Reference(text, target.role, place) for text in found]
            if target.relation:
                self.references += [(target.relation, target.holds, reference) for reference in references]
            else:
                self.linked[target.field] = references
        else:
            (self.cited if target.cites else self.values)[target.field] = found

    def _take_id(self, column: _Column, found: str) -> None:
        begins = f"{self._layout.kind.kind().lower()}/"
        if found.startswith(begins) and _END_OF_ID.fullmatch(found.removeprefix(begins)):
            self.id = found
        else:
            values = {"value": found, "begins": begins}
            self.problems.append(Problem(messages.BAD_ID, self.place.at(column.name), values))

    def _name_after(self) -> None:
        """A node without a name of its own is named after what it belongs to and what tells it from its like."""
        kind = self._layout.kind
        if issubclass(kind, Node) and kind.named_after in self.values and self.references:
            self.values.setdefault("name", f"{self.references[0][2].text} {self.values[kind.named_after]}")

    def _check(self) -> None:
        try:
            self._layout.kind.model_validate(self.values)
        except ValidationError as error:
            self.take_errors(error, self.values)

    def take_errors(self, error: ValidationError, values: dict[str, object]) -> None:
        """Make problems of what is wrong with values, and take these out of them."""
        details = error.errors(include_url=False, include_context=False)
        # A value that is missing has been told at its cell.
        self.problems += [self._problem_of(detail) for detail in details if detail["type"] != "missing"]
        for detail in details:
            values.pop(str(detail["loc"][0]) if detail["loc"] else "", None)

    def _problem_of(self, detail: ErrorDetails) -> Problem:
        begin, finish = self._layout.kind.lasts or ("", "")
        name = str(detail["loc"][0]) if detail["loc"] else finish
        column = self._column_of(name)
        values = {"value": self._shown(name, *detail["loc"][1:])}
        if not detail["loc"]:
            values = {"since": self._shown(begin), "until": self._shown(finish)}
        place = self.place.at(column.name) if column else self.place
        return Problem(_BY_ERROR[detail["type"]], place, values)

    def _column_of(self, name: str) -> _Column | None:
        return next((column for column in self._columns if column.target.field == name), None)

    def _shown(self, name: str, *item: object) -> object:
        """What the list has for a field, or for one of its values, as it stands there."""
        column = self._column_of(name)
        cell = self._cells[column.at] if column else None
        if isinstance(cell, float):
            return cell
        if item and isinstance(item[0], int):
            return split(cell)[item[0]]
        return shown(cell) if column else str(self.values[name])
