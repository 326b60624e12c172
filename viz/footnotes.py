"""The sources of an answer, numbered in the order in which its rows name them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph_model.statements import Statement
from graph_model.text import Lang, Text, listed
from queries.answer import Answer

SOURCE = Text("Kilde", "Source")
SOURCES = Text("Kilder", "Sources")
_SHEET = Text("ark «{}»", "sheet '{}'")
_ROW = Text("rad", "row")
_ROWS = Text("rad", "rows")


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

    def cited(self) -> str:
        """The document and the section, with the basis: 'Report, chapter 3 (stated)'."""
        return f"{', '.join(part for part in (self.document, self.section) if part)} ({self.basis})"

    def places(self, lang: Lang) -> str:
        """The rows of the lists as a phrase: 'members.csv, rows 2–4 and 7'."""
        rows: dict[tuple[str, str], list[int]] = {}
        for source, sheet, row in self.spots:
            rows.setdefault((source, sheet), []).append(row)
        return "; ".join(f"{_list(*where, lang)}{_rows(some, lang)}" for where, some in rows.items())


def _list(source: str, sheet: str, lang: Lang) -> str:
    return f"{source}, {_SHEET.to(lang).format(sheet)}" if sheet else source


def _rows(rows: Sequence[int], lang: Lang) -> str:
    """Rows as a phrase, with those that follow each other as a range: ', rad 2–4 og 7'."""
    if not any(rows):
        return ""
    ranges: list[list[int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    words = [str(first) if first == last else f"{first}–{last}" for first, last in ranges]
    return f", {(_ROW if len(rows) == 1 else _ROWS).to(lang)} {listed(words, lang, most=len(words))}"


class Footnotes:
    """Gives the sources of rows their numbers, row by row."""

    def __init__(self, answer: Answer, lang: Lang, more: Iterable[Statement] = ()) -> None:
        """Number the sources of this answer, and of more statements, with the basis of each in this language."""
        self._lang = lang
        self._paths = answer.paths
        self._statements = {statement.id: statement for statement in (*answer.statements, *more)}
        self._spots: dict[tuple[str, str, str], set[Spot]] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}

    def of(self, paths: Sequence[int]) -> list[int]:
        """The numbers of the sources of a row that has these paths: of their relations, and of what nodes say."""
        return [note.number for note in self.citing(self.statements_of(paths))]

    def statements_of(self, paths: Sequence[int]) -> list[str]:
        """The ids of the statements that these paths rest on."""
        return [
            statement
            for path in paths
            for fact in (*self._paths[path]["relations"], *self._paths[path]["nodes"])
            for statement in fact.get("statements", ())
        ]

    def citing(self, statements: Iterable[str]) -> list[Footnote]:
        """What some statements alone cite, which are given by their ids: the spots are those of these statements."""
        spots: dict[int, set[Spot]] = {}
        for statement in (self._statements[name] for name in statements):
            place = statement.place
            spots.setdefault(self._number(statement), set()).add(Spot(statement.source, place.sheet, place.row))
        keys = {number: key for key, number in self._numbers.items()}
        return [Footnote(number, *keys[number], sorted(some)) for number, some in sorted(spots.items())]

    def _number(self, statement: Statement) -> int:
        origin, place = statement.origin, statement.place
        key = (origin.document or statement.source, origin.section or "", origin.basis.label.to(self._lang))
        self._spots.setdefault(key, set()).add(Spot(statement.source, place.sheet, place.row))
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def all(self) -> list[Footnote]:
        """What the numbers stand for that were given so far."""
        return [Footnote(number, *key, sorted(self._spots[key])) for key, number in self._numbers.items()]
