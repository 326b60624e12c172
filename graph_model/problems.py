"""What can be wrong, where it is, and the exception that carries it to the user."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph_model.text import Lang, Text, decimal

LONGEST_VALUE = 60
_SAFE_FORMAT = {"\u00ad": ""}


class Message(NamedTuple):
    """One thing to tell a user: a stable code, what happened, and what to do about it."""

    code: str
    text: Text
    remedy: Text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a list: file, sheet, row (as the spreadsheet counts, from 1) and column.

    Parameters
    ----------
    file: the file's name, without its folder.
    sheet: the sheet's name; empty for text tables, which have none.
    row: the number of the row, from 1; 0 where the whole sheet is meant.
    column: the column's letter and header, as 'C (orgnr)'; empty where the whole row is meant.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""

    def at(self, column: str) -> "Place":
        """The same row, at one column."""
        return Place(self.file, self.sheet, self.row, column)

    @property
    def table(self) -> "Place":
        """The sheet or the text table that it is in."""
        return Place(self.file, self.sheet)

    def to(self, lang: Lang) -> str:
        """The place in words: 'aktører.xlsx, ark «Aktører», rad 14, kolonne C (orgnr)'."""
        sheet = {"nb": "ark «{}»", "en": "sheet '{}'"}[lang].format(printable(self.sheet)) if self.sheet else ""
        return ", ".join(filter(None, (printable(self.file), sheet, self.in_table(lang))))

    def in_table(self, lang: Lang) -> str:
        """The row and the column in words: 'rad 14, kolonne C (orgnr)'."""
        words = {"nb": ("rad {}", "kolonne {}"), "en": ("row {}", "column {}")}[lang]
        parts = zip(words, (self.row, printable(self.column)), strict=True)
        return ", ".join(word.format(part) for word, part in parts if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """A message at a place, with the values that it names.

    ``blocks`` tells an error from a note. ``of_its_row`` says that all is well once its row is left out, where it has
    one: a quotation mark that is never closed is found in a row, but spoils all that follow.
    """

    message: Message
    place: Place | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    blocks: bool = True
    of_its_row: bool = True

    @property
    def row(self) -> Place | None:
        """The row that it is of; None where it is of a whole file or sheet."""
        return self.place.at("") if self.place and self.place.row and self.of_its_row else None

    def to(self, lang: Lang) -> str:
        """One line: where, what, and what to do."""
        return f"{self.place.to(lang)}: {self.said(lang)}" if self.place else self.said(lang)

    def said(self, lang: Lang) -> str:
        """What is wrong, and what to do, without the place."""
        shown = {name: _in_words(value, lang) for name, value in self.values.items()}
        return f"{self.message.text.to(lang)} {self.message.remedy.to(lang)}".format(**shown).strip()


class Refusal(Exception):
    """The input is wrong or the store cannot be used: what a user is told, with exit status 1."""

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems = [problems] if isinstance(problems, Problem) else list(problems)
        super().__init__("; ".join(problem.to("en") for problem in self.problems))


def refuse(message: Message, place: Place | None = None, **values: object) -> Refusal:
    """The Refusal that says one message."""
    return Refusal(Problem(message, place, values))


def _in_words(value: object, lang: Lang) -> str:
    if isinstance(value, Place):
        return value.to(lang)
    if isinstance(value, Text):
        return printable(value.to(lang))
    if isinstance(value, float):
        return decimal(value, lang)
    if isinstance(value, list):
        return "; ".join(shortened(str(item)) for item in value)
    return shortened(str(value))


def printable(text: str) -> str:
    """Text that a terminal shows and does not obey: control, bidirectional and private characters become '?'."""
    return "".join(
        _SAFE_FORMAT.get(char, char if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn") else "?")
        for char in text
    )


def shortened(text: str, longest: int = LONGEST_VALUE) -> str:
    """Printable text of at most ``longest`` characters, the cut marked with '…'."""
    text = printable(text)
    return text if len(text) <= longest else text[: longest - 1] + "…"
