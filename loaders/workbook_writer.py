"""Makes the workbook that is filled in, or is filled already: a sheet a kind, as the loaders read it."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph_model import messages
from graph_model.kind import Kind, Node
from graph_model.new_file import LAST_ROW, PLAIN_CELLS, RUNS, print_whole
from graph_model.problems import refuse
from graph_model.text import Lang, Text
from loaders.examples import example_cells
from loaders.headings import LOADED
from loaders.sheet_scan import MOST_CELLS
from loaders.template_columns import SEVERAL, TemplateColumn, template_columns
from loaders.template_guide import write_guide

Cell = str | int | float
"""What a cell holds; empty text where nothing."""
Cells = Sequence[Cell]
_NOT_IN_LIST = Text("Dette er ikke blant verdiene i listen.", "This is not among the values of the list.")
_NODE_TAB, _RELATION_TAB = "#1F5A99", "#2E7D4F"


def as_workbook(lang: Lang, rows: Mapping[type[Kind], Iterable[Cells]], *, with_ids: bool) -> bytes:
    """Make a workbook.

    Parameters
    ----------
    lang: the language of headers and explanations.
    rows: for each kind the cells of its rows; a kind without any gets an example.
    with_ids: whether sheets of nodes have the column of ids.

    Raises
    ------
    Refusal: a sheet would be too large.
    """
    import xlsxwriter  # here, since only two commands need it

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, PLAIN_CELLS) as book:
        writer = _Writer(book, lang)
        for kind in LOADED:
            writer.add(kind, rows.get(kind, ()), template_columns(kind, lang, with_ids=with_ids))
    return made.getvalue()


class _Writer:
    """A workbook with its guide, to which sheets are added."""

    def __init__(self, book: Any, lang: Lang) -> None:
        self._book = book
        self._lang = lang
        self._types = write_guide(book, LOADED, lang)
        self._text = book.add_format({"num_format": "@"})
        self._quoted = book.add_format({"num_format": "@", "quote_prefix": True})
        self._header = book.add_format({"bold": True, "bg_color": "#E4ECF5", "bottom": 1, "num_format": "@"})
        self._example = book.add_format({"italic": True, "font_color": "#595959", "num_format": "@"})
        self._example_number = book.add_format({"italic": True, "font_color": "#595959"})

    def add(self, kind: type[Kind], rows: Iterable[Cells], columns: Sequence[TemplateColumn]) -> None:
        """Add the sheet of a kind."""
        sheet = self._book.add_worksheet(kind.sheet.label.to(self._lang))
        print_whole(sheet)
        sheet.set_tab_color(_NODE_TAB if issubclass(kind, Node) else _RELATION_TAB)
        sheet.freeze_panes(1, 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{LAST_ROW}"})
        example = example_cells(kind, self._lang)
        for at, column in enumerate(columns):
            self._set_up(sheet, at, column, str(example[at]) if at < len(example) else "")
        number, most = 0, min(LAST_ROW, MOST_CELLS // len(columns)) - 1
        for number, cells in enumerate(rows, start=1):
            if number > most:
                raise refuse(messages.SHEET_FULL, sheet=kind.sheet.label, most=most)
            for at, value in enumerate(cells):
                self._write(sheet, number, at, value)
        if not number:
            for at, value in enumerate(example):
                self._write(sheet, 1, at, value, self._example)

    def _set_up(self, sheet: Any, at: int, column: TemplateColumn, example: str) -> None:
        """Give a column its header, comment, width, format and drop-down."""
        width = min(40, max(len(column.header), len(example), 8) + 3)
        sheet.set_column(at, at, width, None if column.number else self._text)
        sheet.write_string(0, at, column.header, self._header)
        # A line of such a comment has some 38 characters.
        height = 20 + 16 * sum(len(line) // 38 + 1 for line in column.comment.split("\n"))
        sheet.write_comment(0, at, column.comment, {"author": "", "width": 260, "height": height, "font_size": 9})
        source = self._types if column.names_types else column.choices
        if source:
            blocks = "stop" if column.strict else "information"
            said = _NOT_IN_LIST.to(self._lang) + ("" if column.strict else f" {SEVERAL.to(self._lang)}")
            how = {"validate": "list", "source": source, "error_type": blocks, "error_message": said}
            sheet.data_validation(1, at, LAST_ROW - 1, at, how)

    def _write(self, sheet: Any, row: int, at: int, value: Cell, form: Any = None) -> None:
        if isinstance(value, str):
            if value:
                sheet.write_string(row, at, value, form or (self._quoted if value.startswith(RUNS) else self._text))
        else:
            sheet.write_number(row, at, value, form and self._example_number)
