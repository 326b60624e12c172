"""What the cells of one XML part of a workbook are, seen without keeping it: how far they reach, which lack a value.

The reader of values takes any part for a sheet that the workbook names as one, looks at local names only, and reads
UTF-8 whatever the part declares. The scan does the same, so that nothing reaches that reader unseen.
"""

import re
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from loaders.limits import MOST_ALIKE

# One hundred thousand rows of a hundred columns, or a million of ten: some 400 MB once the values are read.
MOST_CELLS = 10_000_000
MOST_COLUMNS = 10_000
_CHUNK = 1_000_000
_REFERENCE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROW = re.compile("[1-9][0-9]{0,6}")
# The reader of values sets this many strings aside before it has seen one.
_COUNT_OF_STRINGS = re.compile("[0-9]{1,7}")

Attributes = dict[str, str]


class MalformedPartError(Exception):
    """The part is not what a spreadsheet program writes."""


class ForbiddenPartError(Exception):
    """The part declares a document type, by which it could make entities grow or reach for other files."""


class FarCellError(Exception):
    """A cell stands so far out that the sheet would not fit in memory."""

    def __init__(self, row: int, column: int) -> None:
        super().__init__(row, column)
        self.row, self.column = row, column


@dataclass(slots=True)
class CellsSeen:
    """The extent of a part's cells, and those that show an error or that no program has calculated.

    Parameters
    ----------
    height, width: the last row and column that hold a value, from 1.
    errors: row, column (from 1) and text of the first cells in error; ``errors_in_all`` counts them all.
    uncalculated: row and column of the first formulas without a value; ``uncalculated_in_all`` counts them all.
    """

    height: int = 0
    width: int = 0
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    errors_in_all: int = 0
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    uncalculated_in_all: int = 0


def cells_seen(part: IO[bytes]) -> CellsSeen:
    """Scan one part to its end.

    Raises
    ------
    MalformedPartError, ForbiddenPartError, FarCellError: the part must not be given to a reader.
    """
    scan = _Scan(_parser())
    _parse(part, scan.parser)
    return scan.seen


def elements(part: IO[bytes], wanted: str) -> list[Attributes]:
    """The attributes, by local name, of every element of one local name."""
    found: list[Attributes] = []

    def start(name: str, attributes: Attributes) -> None:
        if _local(name) == wanted:
            found.append({_local(key): value for key, value in attributes.items()})

    parser = _parser()
    parser.StartElementHandler = start
    _parse(part, parser)
    return found


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def _refuse_document_type(*_declared: object) -> None:
    raise ForbiddenPartError


def _parse(part: IO[bytes], parser: expat.XMLParserType) -> None:
    try:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position only
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise MalformedPartError(str(error)) from error


def _local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name


class _Scan:
    """Handlers for expat. A cell without a reference stands after the one before it, as it does for every reader."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.seen = CellsSeen()
        self.parser = parser
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._columns: dict[str, int] = {}
        self._row, self._column = 1, 0
        self._cell_row = 1
        self._type = ""
        self._in_cell = self._has_formula = False
        self._value: list[str] = []

    def _start(self, name: str, attributes: Attributes) -> None:
        kind = _local(name)
        if kind == "c":
            self._start_cell(attributes)
        elif self._in_cell:
            self._start_in_cell(kind)
        elif kind == "row":
            self._row = int(_matched(_ROW, attributes.get("r", str(self._row)))[0])
        elif kind == "sst":
            _matched(_COUNT_OF_STRINGS, attributes.get("uniqueCount", "0"))

    def _start_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._cell_row, self._column = self._row, self._column + 1
        else:
            letters, digits = _matched(_REFERENCE, reference).groups()
            self._column = self._columns.get(letters) or self._learn(letters)
            self._cell_row = int(digits)
        self._type = attributes.get("t", "n")
        self._in_cell, self._has_formula = True, False
        self._value.clear()

    def _learn(self, letters: str) -> int:
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter) - ord("A") + 1
        self._columns[letters] = number
        return number

    def _start_in_cell(self, kind: str) -> None:
        if kind == "f":
            self._has_formula = True
        elif kind in ("v", "is"):
            self._occupy()
            if self._has_formula or self._type == "e":
                self.parser.CharacterDataHandler = self._value.append

    def _occupy(self) -> None:
        row, column, seen = self._cell_row, self._column, self.seen
        if row > seen.height or column > seen.width:
            seen.height, seen.width = max(row, seen.height), max(column, seen.width)
            if seen.width > MOST_COLUMNS or seen.height * seen.width > MOST_CELLS:
                raise FarCellError(row, column)

    def _end(self, name: str) -> None:
        kind = _local(name)
        if kind == "c" and self._in_cell:
            self._end_cell()
        elif kind == "row":
            self._row, self._column = self._row + 1, 0

    def _end_cell(self) -> None:
        self._in_cell = False
        if not (self._has_formula or self._type == "e"):
            return
        self.parser.CharacterDataHandler = None
        value = "".join(self._value).strip()
        if self._type == "e":
            self.seen.errors_in_all += 1
            if len(self.seen.errors) < MOST_ALIKE:
                self.seen.errors.append((self._cell_row, self._column, value))
        # A text formula may well give an empty text; every other kind of value has characters.
        elif not value and self._type != "str":
            self.seen.uncalculated_in_all += 1
            if len(self.seen.uncalculated) < MOST_ALIKE:
                self.seen.uncalculated.append((self._cell_row, self._column))


def _matched(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    match = pattern.fullmatch(text)
    if not match:
        raise MalformedPartError(text)
    return match
