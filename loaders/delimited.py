"""Text tables: cells between semicolons, commas or tabs, one record a line unless a quoted cell goes over several."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from graph_model.messages import (
    CELL_TOO_LONG,
    FILE_EMPTY,
    QUOTE_NOT_CLOSED,
    TEXT_AFTER_QUOTE,
    WORKBOOK_NAMED_AS_TEXT,
)
from graph_model.problems import Place, Problem, Refusal, refuse
from loaders.decoding import decoded
from loaders.limits import contents, the_first
from loaders.tables import Line, Reading, Table, trimmed
from loaders.text_cleaning import clean, garbled

_WORKBOOK_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# In order of trust: tabs are typed by programs, commas also by people in the midst of a sentence.
_DELIMITERS = ("\t", ";", ",")
_SAMPLE = 100
# Excel's own way to name the delimiter; Excel takes the line as no row, and so do we.
_NAMED_DELIMITER = re.compile(r'"?sep=([^\w" \r\n])"?[ \t;,]*[\r\n]*', re.IGNORECASE)


class Delimited:
    """Text tables: semicolon, comma or tab; UTF-8, UTF-16 with its mark, or Windows-1252."""

    suffixes: tuple[str, ...] = (".csv", ".txt", ".tsv")

    def read(self, path: Path) -> Reading:
        """Read the one table of a text file.

        Parameters
        ----------
        path: a file that exists and may be read.

        Returns
        -------
        The table, without a sheet's name, and what is wrong with it; no table where nothing could be read.
        """
        try:
            return _reading(contents(path), path.name)
        except Refusal as refusal:
            return Reading(problems=refusal.problems)


def _reading(data: bytes, file: str) -> Reading:
    if data.startswith(_WORKBOOK_MAGIC):
        raise refuse(WORKBOOK_NAMED_AS_TEXT, Place(file))
    text, problems = decoded(data, file)
    records = _Records(text, file)
    table = Table(file, "", list(trimmed(records)))
    errors = the_first(records.problems, Place(file), len(records.problems))
    if not table.lines and not errors:
        raise refuse(FILE_EMPTY, Place(file))
    return Reading([table] if table.lines else [], [*problems, *errors, *garbled(table)])


class _Records:
    """The records of a text, each with the line that it starts on; what cannot be read is added to ``problems``."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        # newline="": a line ends as csv has it, at \n, \r or \r\n, and not at the form feeds of str.splitlines
        source = io.StringIO(text, newline="")
        named = _NAMED_DELIMITER.fullmatch(source.readline())
        self._lines_before = 1 if named else 0
        if not named:
            source.seek(0)
        delimiter = named[1] if named else _delimiter(text)
        self._reader = csv.reader(source, delimiter=delimiter, strict=True, skipinitialspace=True)

    def __iter__(self) -> Iterator[Line]:
        start = self._next_line()
        unfinished = True
        while unfinished:
            try:
                for cells in self._reader:
                    yield Line(start, tuple(map(clean, cells)))
                    start = self._next_line()
                unfinished = False
            except csv.Error as error:
                problem = self._problem(str(error), start)
                self.problems.append(problem)
                start = self._next_line()
                # The open quote took all that follows into its cell: no later line can be trusted.
                unfinished = problem.message is not QUOTE_NOT_CLOSED

    def _next_line(self) -> int:
        return self._lines_before + self._reader.line_num + 1

    def _problem(self, error: str, start: int) -> Problem:
        place = Place(self.file, row=start)
        one_line = self._next_line() == start + 1
        if "field limit" in error and one_line:
            return Problem(CELL_TOO_LONG, place, {"most": csv.field_size_limit()}, of_its_row=False)
        if "field limit" in error or "unexpected end" in error:
            return Problem(QUOTE_NOT_CLOSED, place, of_its_row=False)
        return Problem(TEXT_AFTER_QUOTE, place, of_its_row=False)


def _delimiter(text: str) -> str:
    """The delimiter that gives the most of the first records one number of cells; a tab, where none gives two cells."""
    return max(_DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))


def _agreement(text: str, delimiter: str) -> int:
    """How many of the first records have the number of cells that is most common among those of several cells."""
    widths: Counter[int] = Counter()
    records = csv.reader(islice(io.StringIO(text, newline=""), _SAMPLE), delimiter=delimiter, skipinitialspace=True)
    with suppress(csv.Error):
        widths.update(len(cells) for cells in records if cells)
    agreeing = max((count for width, count in widths.items() if width > 1), default=0)
    return 0 if delimiter == "," and agreeing * 2 <= widths.total() else agreeing
