"""Excel workbooks: the values of every visible sheet, on the rows that the spreadsheet shows."""

import datetime as dt
import io
import math
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from graph_model.messages import (
    CELL_IN_ERROR,
    FORMULA_NOT_CALCULATED,
    SHEET_HIDDEN,
    WORKBOOK_BROKEN,
    WORKBOOK_EMPTY,
)
from graph_model.problems import Message, Place, Problem, Refusal, refuse
from loaders.limits import contents, the_first
from loaders.preflight import inspect
from loaders.sheet_scan import CellsSeen
from loaders.tables import CellValue, Line, Reading, Table, column_letter, trimmed
from loaders.text_cleaning import clean, garbled

# Beyond this a float does not tell a whole number from the next.
_EXACT = 2**53


class Workbook:
    """Excel workbooks, .xlsx and .xlsm; macros and links to other files are left alone."""

    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".xls", ".xlsb")

    def read(self, path: Path) -> Reading:
        """Read every visible sheet that holds anything.

        Parameters
        ----------
        path: a file that exists and may be read.

        Returns
        -------
        A table a sheet, and what is wrong with the file; no tables where it must not be opened.
        """
        try:
            return _reading(contents(path), path.name)
        except Refusal as refusal:
            return Reading(problems=refusal.problems)


def _reading(data: bytes, file: str) -> Reading:
    seen = inspect(data, file)
    with _taken_as_damage(Place(file)):
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    if len(seen) != len(book.sheets_metadata):
        raise refuse(WORKBOOK_BROKEN, Place(file))
    reading = Reading()
    for index, cells in enumerate(seen):
        if cells.height:  # a chart has none
            _add(reading, book, index, cells, Table(file, book.sheet_names[index], []))
    if not reading.tables and not any(problem.blocks for problem in reading.problems):
        reading.problems.append(Problem(WORKBOOK_EMPTY, Place(file)))
    return reading


def _add(reading: Reading, book: CalamineWorkbook, index: int, cells: CellsSeen, table: Table) -> None:
    """Read one sheet into ``reading``."""
    if book.sheets_metadata[index].visible is not SheetVisibleEnum.Visible:
        reading.problems.append(Problem(SHEET_HIDDEN, table.place(), blocks=False))
        return
    spanning: set[tuple[int, int]] = set()
    refused: list[Problem] = []
    try:
        table.lines.extend(trimmed(_lines(book, index, table, spanning)))
    except Refusal as refusal:
        # The library gives up on errors that are newer than it; they have been told, each with its place.
        if not cells.errors:
            refused = refusal.problems
    reading.problems.extend([*_valueless(cells, table, spanning), *refused])
    if table.lines:
        reading.tables.append(table)
        reading.problems.extend(garbled(table))


def _valueless(cells: CellsSeen, table: Table, spanning: Collection[tuple[int, int]]) -> list[Problem]:
    """The cells that the library would give as empty, though the sheet means them to hold something."""

    def problem(message: Message, row: int, column: int, **values: object) -> Problem:
        table.faulty.add((row, column - 1))
        place = table.place(row, column_letter(column - 1))
        return Problem(message, place, values, of_its_row=(row, column) not in spanning)

    errors = [problem(CELL_IN_ERROR, row, column, value=value) for row, column, value in cells.errors]
    uncalculated = [problem(FORMULA_NOT_CALCULATED, row, column) for row, column in cells.uncalculated]
    return [
        *the_first(errors, table.place(), cells.errors_in_all),
        *the_first(uncalculated, table.place(), cells.uncalculated_in_all),
    ]


def _lines(book: CalamineWorkbook, index: int, table: Table, spanning: set[tuple[int, int]]) -> Iterator[Line]:
    """The rows of a sheet, from the first that holds anything; ``spanning`` gets the cells that are of several rows."""
    with _taken_as_damage(table.place()):
        sheet = book.get_sheet_by_index(index)
        rows = [[_VALUES[type(cell)](cell) for cell in row] for row in sheet.to_python()]
    top, left = sheet.start or (0, 0)
    merged = sheet.merged_cell_ranges or []
    spanning.update((first[0] + 1, first[1] + 1) for first, last in merged if last[0] > first[0])
    _fill_down(rows, [(first[0] - top, first[1] - left, last[0] - top) for first, last in merged])
    for number, row in enumerate(rows, start=top + 1):
        yield Line(number, (None,) * left + tuple(row))


def _fill_down(rows: list[list[CellValue]], merged: list[tuple[int, int, int]]) -> None:
    """Give the value of a merged cell to every row that it spans and that holds something of its own.

    Parameters
    ----------
    rows: the values, changed in place.
    merged: for each merged cell its first row, its column and its last row, counted from the first of ``rows``.
    """
    own = [any(cell is not None for cell in row) for row in rows]
    reached: dict[int, int] = {}
    for first, column, last in sorted(merged):
        # Merged cells do not overlap in a true workbook; in a false one they could keep us here for hours.
        outside = column < 0 or first >= len(rows) or column >= len(rows[first])
        if outside or first <= reached.get(column, -1):
            continue
        reached[column] = last
        for at in range(first + 1, min(last + 1, len(rows))):
            if own[at] and rows[at][column] is None:
                rows[at][column] = rows[first][column]


@contextmanager
def _taken_as_damage(place: Place) -> Iterator[None]:
    """What the library cannot read, as the refusal of a damaged workbook."""
    try:
        yield
    except (CalamineError, OverflowError) as error:
        raise refuse(WORKBOOK_BROKEN, place) from error
    except BaseException as error:
        # A panic in the library's Rust code is no Exception, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise refuse(WORKBOOK_BROKEN, place) from error


def _number(value: float) -> CellValue:
    if value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return value if math.isfinite(value) else str(value)


def _duration(value: dt.timedelta) -> str:
    hours, minutes = divmod(round(value.total_seconds() / 60), 60)
    return f"{hours}:{minutes:02}"


def _as_it_is(value: CellValue) -> CellValue:
    return value


_VALUES: dict[type, Callable[..., CellValue]] = {
    str: clean,
    float: _number,
    int: _as_it_is,
    bool: _as_it_is,
    dt.date: _as_it_is,
    dt.datetime: dt.datetime.date,
    dt.time: lambda value: value.isoformat("minutes"),
    dt.timedelta: _duration,
}
