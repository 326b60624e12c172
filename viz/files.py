"""Answers as files for a spreadsheet: the rows, and beside them the sources that the rows name by number."""

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from graph_model import messages
from graph_model.new_file import (
    LAST_ROW,
    PAGE,
    PLAIN_CELLS,
    RUNS,
    TABLE,
    WORKBOOK,
    height,
    print_whole,
    refuse_unless_new,
    save_new,
)
from graph_model.problems import refuse
from graph_model.text import Lang, Text
from queries.answer import Answer, Column
from viz.cell_words import header, in_words, number_in_words
from viz.footnotes import SOURCE, SOURCES, Footnotes

_Cell = str | int | float
_Table = list[list[_Cell]]

_BETWEEN = "; "
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_YEAR = 1900
_LONGEST_CELL = 32_767
_MEASURED, _WIDEST = 200, 36
_DATE = Text("dd.mm.yyyy", "yyyy-mm-dd")
_ANSWER = Text("Svar", "Answer")
_SOURCE_COLUMNS = (
    Text("Nummer", "Number"),
    Text("Dokument", "Document"),
    Text("Avsnitt", "Section"),
    Text("Grunnlag", "Basis"),
    Text("Liste", "List"),
    Text("Ark", "Sheet"),
    Text("Rad", "Row"),
)


def sources_file(file: Path, lang: Lang) -> Path:
    """The file of sources beside a text table: svar.csv has svar-kilder.csv."""
    return file.with_name(f"{file.stem}-{SOURCES.to(lang).lower()}{file.suffix}")


class Files(NamedTuple):
    """The files that an answer is written to.

    Parameters
    ----------
    table: a text table of its rows; its sources go to a second one beside it. UTF-8 with a mark, ';' between cells, and
        a decimal comma in Norwegian: as Excel reads it.
    workbook: a workbook with a sheet of its rows, and a sheet of its sources. Numbers are numbers, and full dates are
        dates; a date of which only the year or the month is known is text.
    page: a page with a picture of it.
    """

    table: Path | None = None
    workbook: Path | None = None
    page: Path | None = None

    def refuse_unless_new(self, lang: Lang) -> None:
        """Stop before a question is asked whose answer could not be written.

        Raises
        ------
        Refusal: a file is there, or is not called as what it is to be.
        """
        if self.table:
            refuse_unless_new(self.table, TABLE)
            refuse_unless_new(sources_file(self.table, lang), TABLE)
        if self.workbook:
            refuse_unless_new(self.workbook, WORKBOOK)
        if self.page:
            refuse_unless_new(self.page, PAGE)


def write(answer: Answer, lang: Lang, files: Files, drawn: str = "") -> list[Path]:
    """Write an answer to new files: to all of them, or to none.

    Parameters
    ----------
    answer, lang: what is written, and in which language.
    files: where to.
    drawn: the page that shows it.

    Returns
    -------
    The files.

    Raises
    ------
    Refusal: one of them is there, cannot be written, is not called as what it is, or has more rows than a sheet can.
    """
    files.refuse_unless_new(lang)
    contents: dict[Path, bytes] = {}
    if files.table or files.workbook:
        rows, sources = _tables(answer, lang)
    if files.table:
        contents |= {files.table: _as_csv(rows, lang), sources_file(files.table, lang): _as_csv(sources, lang)}
    if files.workbook:
        contents[files.workbook] = _as_xlsx(rows, sources, lang)
    if files.page:
        contents[files.page] = drawn.encode()
    save_new(contents)
    return list(contents)


def _as_csv(table: _Table, lang: Lang) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([_as_text(cell, lang) for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")


def _as_text(cell: _Cell, lang: Lang) -> str:
    if isinstance(cell, float):
        return number_in_words(cell, lang)
    if isinstance(cell, str) and cell.startswith(RUNS):
        return f"'{cell}"
    return str(cell)


def _as_xlsx(rows: _Table, sources: _Table, lang: Lang) -> bytes:
    import xlsxwriter  # here, since few commands need it

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, PLAIN_CELLS) as book:
        forms = {
            "header": book.add_format({"bold": True, "bg_color": "#E4ECF5", "bottom": 1, "text_wrap": True}),
            "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
            "quoted": book.add_format({"num_format": "@", "quote_prefix": True, "text_wrap": True, "valign": "top"}),
            "number": book.add_format({"valign": "top"}),
            "decimal": book.add_format({"num_format": "0.0###", "valign": "top"}),
            "date": book.add_format({"num_format": _DATE.to(lang), "align": "left", "valign": "top"}),
        }
        for title, table in zip((_ANSWER, SOURCES), (rows, sources), strict=True):
            _write_sheet(book.add_worksheet(title.to(lang)), table, forms)
    return made.getvalue()


def _write_sheet(sheet: Any, table: _Table, forms: dict[str, Any]) -> None:
    if len(table) > LAST_ROW:
        raise refuse(messages.ANSWER_TOO_LONG, most=LAST_ROW - 1)
    print_whole(sheet)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table) - 1, len(table[0]) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{LAST_ROW}"})
    widths = [_width(cells) for cells in zip(*table[:_MEASURED], strict=True)]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for number, row in enumerate(table):
        sheet.set_row(number, height(list(map(str, row)), widths))
        for at, cell in enumerate(row):
            _write_cell(sheet, number, at, cell, forms)


def _width(cells: Sequence[_Cell]) -> int:
    """The width of a column: that of its longest text, within bounds; its header goes on several lines."""
    words = [len(word) for word in str(cells[0]).split()]
    return min(_WIDEST, max(*words, *(len(str(cell)) for cell in cells[1:]), 3) + 3)


def _write_cell(sheet: Any, number: int, at: int, cell: _Cell, forms: dict[str, Any]) -> None:
    if isinstance(cell, str):
        day = _day(cell) if number else None
        if day:
            sheet.write_datetime(number, at, day, forms["date"])
        elif cell:
            form = "header" if not number else "quoted" if cell.startswith(RUNS) else "text"
            shown = cell if len(cell) <= _LONGEST_CELL else f"{cell[: _LONGEST_CELL - 1]}…"
            sheet.write_string(number, at, shown, forms[form])
    else:
        sheet.write_number(number, at, cell, forms["decimal" if isinstance(cell, float) else "number"])


def _day(text: str) -> dt.date | None:
    """The day that a text is, where a spreadsheet knows it too."""
    if not _DAY.fullmatch(text):
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def _tables(answer: Answer, lang: Lang) -> tuple[_Table, _Table]:
    """The rows of an answer with the numbers of their sources, and the sources; each below its headers."""
    notes = Footnotes(answer, lang)
    rows: _Table = [[*(header(column, lang) for column in answer.columns), SOURCE.to(lang)]]
    for row in answer.rows:
        numbers = _BETWEEN.join(map(str, notes.of(row["path"])))
        rows.append([*(_cell(row[column.id], column, lang) for column in answer.columns), numbers])
    sources: _Table = [[column.to(lang) for column in _SOURCE_COLUMNS]]
    for note in notes.all():
        sources.extend(
            [note.number, note.document, note.section, note.basis, spot.source, spot.sheet, spot.row or ""]
            for spot in note.spots
        )
    return rows, sources


def _cell(value: object, column: Column, lang: Lang) -> _Cell:
    return value if isinstance(value, int | float) else in_words(value, column, lang, _BETWEEN)
