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
    return all(cell is None or _is_amount(cell) for cell in line.cells[at + 1 :])


def _is_amount(cell: CellValue) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and bool(_AMOUNT.fullmatch(cell)))


def _filled(line: Line, layout: Layout) -> list[CellValue]:
    """What a row has in the columns that are read."""
    return [line.cells[at] for at in layout.targets if at < len(line.cells) and line.cells[at] is not None]


def _remarks(lines: Sequence[Line], layout: Layout, others: dict[int, Message]) -> Iterator[int]:
    """The rows of remarks at the end of a table: of one cell each, below a gap or worded as one.

    A table all of whose rows have one cell ends at no gap.
    """
    under: list[Line] = []
    last = None
    for line in reversed(lines):
        if line.number not in others and len(_filled(line, layout)) > 1:
            last = line
            break
        under.append(line)
    above, gap = last.number if last else 0, False
    for line in reversed(under):
        gap = gap or (last is not None and line.number > above + 1)
        first = next((cell for cell in line.cells if cell is not None), None)
        worded = isinstance(first, str) and len(line.cells) == line.cells.index(first) + 1 and _REMARK.match(first)
        if gap or worded:
            yield line.number
        above = line.number
