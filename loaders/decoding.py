"""Bytes to text, by what the bytes prove: a byte order mark, then strict UTF-8, then Windows-1252. Never a guess."""

import codecs
import re

from graph_model.messages import (
    CHARACTER_UNKNOWN,
    ENCODING_BROKEN,
    ENCODINGS_MIXED,
    NUL_CHARACTER,
    READ_AS_WINDOWS_1252,
)
from graph_model.problems import Place, Problem, refuse

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# 'à' to 'ÿ' and 'À' to 'ß' in UTF-8; Windows-1252 would say 'Ã' and a sign, which no Nordic word holds.
_LETTER_IN_UTF_8 = re.compile(rb"\xc3[\x80-\xbf]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def decoded(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a file, and a note where its encoding could not be proved.

    Raises
    ------
    Refusal: a byte or a character has no place in a text table; it names the line.
    """
    text, notes = _text(data, file)
    nul = text.find("\0")
    if nul >= 0:
        raise refuse(NUL_CHARACTER, Place(file, row=_line(text[:nul])))
    return text, notes


def _text(data: bytes, file: str) -> tuple[str, list[Problem]]:
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _as_marked(data.removeprefix(mark), encoding, name, file), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _windows_1252(data, error.start, file), [Problem(READ_AS_WINDOWS_1252, Place(file), blocks=False)]


def _as_marked(data: bytes, encoding: str, name: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = _line(data[: error.start].decode(encoding))
        raise refuse(ENCODING_BROKEN, Place(file, row=line), encoding=name) from error


def _windows_1252(data: bytes, not_utf_8: int, file: str) -> str:
    letter = _LETTER_IN_UTF_8.search(data)
    if letter:
        here, there = (_line(data[:at].decode("latin-1")) for at in (not_utf_8, letter.start()))
        raise refuse(ENCODINGS_MIXED, Place(file, row=here), line=there)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = _line(data[: error.start].decode("latin-1"))
        raise refuse(CHARACTER_UNKNOWN, Place(file, row=line), byte=f"{data[error.start]:02X}") from error


def _line(before: str) -> int:
    return len(_LINE_END.findall(before)) + 1
