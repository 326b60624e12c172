"""Rows that stand in a table without being of it: sums, remarks under it, and its header once more."""

import re
from collections.abc import Iterator, Sequence

from graph_model import messages
from graph_model.problems import Message
from loaders.headings import Layout
from loaders.tables import CellValue, Line

_SUM = re.compile(
    r"(?:grand )?(?:total|totalt|sum|totalsum|i alt|til ?sammen)"
    r"(?: (?:totalt|antall|alle|ansatte|number)\b.*)?[:=]?[ 0-9.,]*",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[-0-9 .,%]+")
_REMARK = re.compile(
    r"\*|(?:kilder?|merk|merknad(?:er)?|nb|obs|notes?|sources?|(?:sist |last )?(?:oppdatert|updated))\s*[:!]|"
    r"(?:sist |last )?(?:oppdatert|updated) [0-9]",
    re.IGNORECASE,
)


def asides(lines: Sequence[Line], layout: Layout) -> dict[int, Message]:
    """The rows below a header that are not read, by their numbers, with what to say of each."""
    found = {line.number: messages.SKIPPED_SUM for line in lines if _is_sum(line)}
    headers = _filled(layout.header, layout)
    again = {line.number: messages.SKIPPED_HEADER for line in lines if _filled(line, layout) == headers}
    found |= again
    return {**dict.fromkeys(_remarks(lines, layout, found), messages.SKIPPED_REMARK), **found}


def _is_sum(line: Line) -> bool:
    """Whether a row has a word for a sum and beside it amounts at most."""
    at, first = next((at, cell) for at, cell in enumerate(line.cells) if cell is not None)
    if not isinstance(first, str) or not _SUM.fullmatch(first):
        return False
    return all(not isinstance(cell, str) or _AMOUNT.fullmatch(cell) for cell in line.cells[at + 1 :])


def _filled(line: Line, layout: Layout) -> list[CellValue]:
    """What a row has in the columns that are read."""
    return [line.cells[at] for at in layout.targets if at < len(line.cells) and line.cells[at] is not None]


def _remarks(lines: Sequence[Line], layout: Layout, others: dict[int, Message]) -> Iterator[int]:
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
