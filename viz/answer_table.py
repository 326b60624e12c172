"""The rows of an answer as a table for the terminal, in fewer columns than it has, with the sources of each row."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from rich import box
from rich.table import Table
from rich.text import Text as Styled

from graph_model.problems import printable
from graph_model.text import Lang
from queries.answer import Column
from viz.cell_words import as_read
from viz.footnotes import SOURCE, Footnotes
from viz.widths import broken, shared

_EDGES, _GAP, _SOURCES_WIDTH = 2, 2, 8
_AS_ABOVE = "…"


class _Cell(NamedTuple):
    """What a cell says, and what stands below it."""

    text: str
    below: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        return "\n".join([self.text, *self.below])


def answer_table(
    columns: Sequence[Column], rows: Sequence[Mapping[str, Any]], notes: Footnotes, lang: Lang, width: int
) -> Table:
    """A table of rows that is at most so wide."""
    shown = [column for column in columns if column.brief in ("column", "once")]
    full = [_cells(row, columns, lang) for row in rows]
    cells = [full[0], *(list(_said_once(*two, shown)) for two in pairwise(full))]
    sources = [", ".join(map(str, notes.of(row["path"]))) for row in rows]
    headers = [*(column.label.to(lang) for column in shown), SOURCE.to(lang)]
    texts = [[headers[at], *(row[at].whole for row in cells)] for at in range(len(shown))]
    widths = _widths(shown, texts, [headers[-1], *sources], width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column, header, wide in zip((*shown, None), headers, widths, strict=True):
        table.add_column(
            Styled(broken(header, wide)), width=wide, justify="right" if column and column.unit else "left"
        )
    for row, numbers in zip(cells, sources, strict=True):
        table.add_row(*(_styled(cell, wide) for cell, wide in zip(row, widths, strict=False)), numbers)
    return table


def _cells(row: Mapping[str, Any], columns: Sequence[Column], lang: Lang) -> list[_Cell]:
    """The cells of the columns that are shown, each with what stands beside it and below it."""
    cells: list[_Cell] = []
    text = 0
    for column in columns:
        words = printable(as_read(row[column.id], column, lang))
        if column.brief in ("column", "once"):
            cells.append(_Cell(words))
            text = text if column.unit else len(cells) - 1
        elif column.brief == "beside" and row[column.id] is not None:
            cells[-1] = cells[-1]._replace(text=f"{cells[-1].text} + {words}")
        elif column.brief == "below" and words:
            cells[text] = cells[text]._replace(below=(*cells[text].below, f"({words})"))
    return cells


def _said_once(above: Sequence[_Cell], row: Sequence[_Cell], columns: Sequence[Column]) -> Iterator[_Cell]:
    """The cells of a row without what the row above says, in the columns in which it is said once."""
    alike = True
    for at, (before, cell, column) in enumerate(zip(above, row, columns, strict=True)):
        if column.brief == "once" and alike:
            alike = cell.text == before.text
            below = () if cell.below == before.below else cell.below
            yield _Cell(_without(before.text, cell.text, _AS_ABOVE if at else ""), below)
        else:
            yield cell


def _without(above: str, text: str, sign: str) -> str:
    """A text with a sign for all of it, or for what stands before its last colon, where the text above says that."""
    said, colon, then = text.rpartition(": ")
    if text == above:
        return sign if text else ""
    return f"{sign} {then}" if colon and sign and above.rpartition(": ")[0] == said else text


def _widths(columns: Sequence[Column], texts: Sequence[Sequence[str]], sources: Sequence[str], width: int) -> list[int]:
    """The widths of the columns and of the sources: numbers and sources as narrow as can be, texts in what is left."""
    last = min(_SOURCES_WIDTH, max(map(len, sources)))
    narrow = {
        at: max(*map(len, texts[at][0].split()), *map(len, texts[at][1:]))
        for at, column in enumerate(columns)
        if column.unit
    }
    wide = [at for at in range(len(columns)) if at not in narrow]
    room = width - _EDGES - _GAP * len(columns) - last - sum(narrow.values())
    widths = narrow | dict(zip(wide, shared([texts[at] for at in wide], room), strict=True))
    return [*(widths[at] for at in range(len(columns))), last]


def _styled(cell: _Cell, width: int) -> Styled:
    styled = Styled(broken(cell.text, width))
    for below in cell.below:
        styled.append(f"\n{broken(below, width)}" if cell.text else broken(below, width), style="italic")
    return styled
