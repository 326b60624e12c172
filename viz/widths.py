"""How the columns of a table share the width that there is, and where words are broken that are wider than theirs."""

import re
from collections.abc import Sequence

from rich.cells import cell_len

_NARROWEST = 6
_WORD = re.compile(r"\S+")
_JOINT = re.compile(r"(?<=\w)[-/.@](?=\w)")
# A single consonant before a vowel begins a syllable, in Norwegian and mostly in English.
_SYLLABLE = re.compile(r"(?<=[^\W\d_]{2})[bcdfghjklmnpqrstvwxz](?=[aeiouyæøåäö][^\W\d_])", re.IGNORECASE)


def shared(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """The width of each column: all of its text on one line, where there is room, else whole words.

    Parameters
    ----------
    columns: the texts of each column, its header among them.
    room: the characters that the columns have together.
    """
    wanted = [max(cell_len(line) for text in texts for line in text.split("\n")) for texts in columns]
    if sum(wanted) <= room:
        return wanted
    widths = [max((cell_len(word) for text in texts for word in text.split()), default=1) for texts in columns]
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    lacking = [want - width for want, width in zip(wanted, widths, strict=True)]
    spare = max(0, room - sum(widths))
    return [width + spare * lack // max(1, sum(lacking)) for width, lack in zip(widths, lacking, strict=True)]


def broken(text: str, width: int) -> str:
    """A text in which no word is wider than a column: such a word goes on in the next line, after a hyphen."""
    return _WORD.sub(lambda word: _broken(word[0], width), text)


def _broken(word: str, width: int) -> str:
    if cell_len(word) <= width:
        return word
    joints = [joint.end() for joint in _JOINT.finditer(word) if joint.end() <= width]
    syllables = [syllable.start() for syllable in _SYLLABLE.finditer(word) if syllable.start() < width]
    at = max(joints or syllables or [width - 1 if word[:width].isalpha() else width])
    hyphen = "" if joints or not word[:at].isalpha() else "-"
    return f"{word[:at]}{hyphen}\n{_broken(word[at:], width)}"
