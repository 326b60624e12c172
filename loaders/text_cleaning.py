"""The text of a cell without what nobody sees, and the signs that its letters were ruined on the way."""

import re
import unicodedata

from graph_model.messages import LETTERS_GARBLED
from graph_model.problems import Problem
from loaders.tables import Table, column_letter

_LINE_BREAK = re.compile(r"[ \t]*[\n\r\v\f\u2028\u2029]+[ \t]*")
_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f"  # control characters, except those that break or space text
    "\u00ad\u200b-\u200d\u2060-\u2064\ufeff"  # soft hyphen, zero width, byte order mark
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # direction of writing
)
# UTF-8 read as Windows-1252: 'Ålesund' becomes 'Ã…lesund', and a dash 'â€“'.
_GARBLED = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")
_DIGITS = re.compile("[0-9]+")


def clean(text: str) -> str | None:
    """Text as a person sees it: trimmed, its lines ended alike, in Unicode form NFC; None where nothing is left."""
    if not text.isprintable():
        text = _SPACE.sub(" ", _LINE_BREAK.sub("\n", _UNSEEN.sub("", text)))
    return unicodedata.normalize("NFC", text).strip() or None


def garbled(table: Table) -> list[Problem]:
    """A note on the first cell whose letters were read in the wrong encoding before they came here, if any is."""
    found = [
        (line.number, index, cell)
        for line in table.lines
        for index, cell in enumerate(line.cells)
        if isinstance(cell, str) and _GARBLED.search(cell)
    ]
    if not found:
        return []
    row, index, cell = found[0]
    # The rest of the cell may be personal, and a problem ends up in logs.
    word = next(_DIGITS.sub("", word) for word in cell.split() if _GARBLED.search(word))
    place = table.place(row, column_letter(index))
    return [Problem(LETTERS_GARBLED, place, {"value": word, "count": len(found)}, blocks=False)]
