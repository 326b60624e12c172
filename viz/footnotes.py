"""The sources of an answer, numbered in the order in which its rows name them."""

from collections.abc import Sequence
from typing import NamedTuple

from graph_model.statements import Statement
from graph_model.text import Lang, Text
from queries.answer import Answer

SOURCE = Text("Kilde", "Source")
SOURCES = Text("Kilder", "Sources")


class Spot(NamedTuple):
    """A row of a list; the sheet is empty for a text table, the row 0 where the whole list is meant."""

    source: str
    sheet: str
    row: int


class Footnote(NamedTuple):
    """What a number stands for: what is cited, on which basis, and the rows of the lists that cite it.

    ``document`` is the list itself where its rows cite no document.
    """

    number: int
    document: str
    section: str
    basis: str
    spots: Sequence[Spot]


class Footnotes:
    """Gives the sources of rows their numbers, row by row."""

    def __init__(self, answer: Answer, lang: Lang) -> None:
        """Number the sources of this answer, with the basis of each in this language."""
        self._lang = lang
        self._paths = answer.paths
        self._statements = {statement.id: statement for statement in answer.statements}
        self._spots: dict[tuple[str, str, str], set[Spot]] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}

    def of(self, paths: Sequence[int]) -> list[int]:
        """The numbers of the sources of a row that has these paths: of their relations, and of what nodes say."""
        numbers = {
            self._number(self._statements[statement])
            for path in paths
            for fact in (*self._paths[path]["relations"], *self._paths[path]["nodes"])
            for statement in fact.get("statements", ())
        }
        return sorted(numbers)

    def _number(self, statement: Statement) -> int:
        origin, place = statement.origin, statement.place
        key = (origin.document or statement.source, origin.section or "", origin.basis.label.to(self._lang))
        self._spots.setdefault(key, set()).add(Spot(statement.source, place.sheet, place.row))
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def all(self) -> list[Footnote]:
        """What the numbers stand for that were given so far."""
        return [Footnote(number, *key, sorted(self._spots[key])) for key, number in self._numbers.items()]
