"""What stands in a list without being of it: sums, remarks, the header once more, and a template's own words."""

import re
from collections.abc import Collection, Iterator, Sequence

from graph_model import messages
from graph_model.problems import Message
from graph_model.text import LANGUAGES, Text
from loaders.cells import shown
from loaders.examples import MARK, example_cells
from loaders.headings import Layout, plain
from loaders.tables import CellValue, Line, Table

GUIDE = Text("Les dette først", "Read this first")
"""The sheet of a template that explains the others."""

_SUM = re.compile(
    r"(?:grand )?(?:total|totalt|sum|totalsum|i alt|til ?sammen)"
    r"(?: (?:totalt|antall|alle|ansatte|number)\b.*)?[:=]?[ 0-9.,]*",
    re.IGNORECASE,
)
_EXAMPLE = re.compile("|".join(mark.replace(":", r"\s*:") for mark in MARK), re.IGNORECASE)
_AMOUNT = re.compile(r"[-0-9 .,%]+")
_REMARK = re.compile(
    r"\*|(?:kilder?|merk|merknad(?:er)?|nb|obs|notes?|sources?|(?:sist |last )?(?:oppdatert|updated))\s*[:!]|"
    r"(?:sist |last )?(?:oppdatert|updated) [0-9]",
    re.IGNORECASE,
)


def is_guide(table: Table) -> bool:
    """Whether a sheet only explains the others."""
    return plain(table.sheet) in map(plain, GUIDE)


def asides(lines: Sequence[Line], layout: Layout) -> dict[int, Message | None]:
    """The rows below a header that are not read, by their numbers, with what to say of each; of some nothing."""
    found: dict[int, Message | None] = {line.number: messages.SKIPPED_SUM for line in lines if _is_sum(line)}
    found |= {line.number: _on_example(line, layout) for line in lines if _is_example(line)}
    headers = _filled(layout.header, layout)
    again = {line.number: messages.SKIPPED_HEADER for line in lines if _filled(line, layout) == headers}
    found |= again
    return {**dict.fromkeys(_remarks(lines, layout, found), messages.SKIPPED_REMARK), **found}


def _is_example(line: Line) -> bool:
    """Whether a row is marked as an example in its first cell."""
    first = next(cell for cell in line.cells if cell is not None)
    return isinstance(first, str) and bool(_EXAMPLE.match(first))


def _on_example(line: Line, layout: Layout) -> Message | None:
    """Nothing where a row is just the template's own example; one that somebody has written in may be meant."""
    written = {shown(cell) for cell in line.cells if cell is not None}
    own = any(written <= set(map(str, example_cells(layout.kind, lang))) for lang in LANGUAGES)
    return None if own else messages.SKIPPED_EXAMPLE


def _is_sum(line: Line) -> bool:
    """Whether a row has a word for a sum and beside it amounts at most."""
    at, first = next((at, cell) for at, cell in enumerate(line.cells) if cell is not None)
    if not isinstance(first, str) or not _SUM.fullmatch(first):
        return False
    return all(not isinstance(cell, str) or _AMOUNT.fullmatch(cell) for cell in line.cells[at + 1 :])


def _filled(line: Line, layout: Layout) -> list[CellValue]:
    """What a row has in the columns that are read."""
    return [line.cells[at] for at in layout.targets if at < len(line.cells) and line.cells[at] is not None]


def _remarks(lines: Sequence[Line], layout: Layout, others: Collection[int]) -> Iterator[int]:
    """The rows of remarks at the end of a table: of one cell each, and worded as one or below a gap.

    Below a gap or a sum only where every row above it has several cells: a list of names has gaps too.
    """
    rows = [line for line in lines if line.number not in others]
    wide = [len(_filled(line, layout)) > 1 for line in rows]
    last = max((at for at, is_wide in enumerate(wide) if is_wide), default=-1)
    dense = last > 0 and all(wide[: last + 1])
    above, gap = rows[last].number if dense else 0, False
    for line in rows[last + 1 :]:
        gap = gap or (dense and line.number > above + 1)
        if gap or _is_worded_as_remark(line):
            yield line.number
        else:
            dense = False
        above = line.number


def _is_worded_as_remark(line: Line) -> bool:
    *before, only = line.cells
    return not any(before) and isinstance(only, str) and bool(_REMARK.match(only))
