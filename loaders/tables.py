"""Tables as they stand in a file: cells and their place, before anything is known of what they mean."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from graph_model.problems import Place, Problem

CellValue = str | int | float | bool | dt.date | None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table.

    Parameters
    ----------
    number: the row's number as the user's program shows it, from 1; for a text table the line on which the record
        starts (a quoted cell may go over several lines).
    cells: the values, from column A; None for an empty cell. Text is trimmed and in Unicode form NFC.
    """

    number: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook, or one text file.

    Parameters
    ----------
    file: the file's name, without its folder.
    sheet: the sheet's name; empty for a text table.
    lines: the rows that hold anything, in order, with their numbers.
    faulty: the cells that have no value because of what the reader has told, as row number and index of the column.
    """

    file: str
    sheet: str
    lines: list[Line]
    faulty: set[tuple[int, int]] = field(default_factory=set)

    def place(self, row: int = 0, column: str = "") -> Place:
        """A place in this table."""
        return Place(self.file, self.sheet, row, column)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in one file: its tables, and what is wrong with it."""

    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Reader(Protocol):
    """One format of table files."""

    suffixes: tuple[str, ...]

    def read(self, path: Path) -> Reading:
        """Read every table of a file. What is wrong with the file is a problem, never an exception."""


def column_letter(index: int) -> str:
    """The letter that a spreadsheet gives a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def trimmed(lines: Iterable[Line]) -> Iterator[Line]:
    """The rows that hold anything, without the empty cells at their end."""
    for line in lines:
        filled = next((at for at in range(len(line.cells), 0, -1) if line.cells[at - 1] is not None), 0)
        if filled:
            yield Line(line.number, line.cells[:filled])
