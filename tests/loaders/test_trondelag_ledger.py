"""The ledger beside the Trøndelag lists: every sentence of the report, with the rows that carry it or why none does.

The report itself is not in the repository. The ledger knows its sentences by chapter, number and hash; where the
environment variable KOMPETANSEGRAF_REPORT names the report's text file, they are held against that text.
"""

import csv
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

LISTS = Path(__file__).parents[2] / "loaders" / "trondelag"
DOCUMENT = "Kompetansepilot Trøndelag – læring i piloten og forslag til videre arbeid"
LONGEST_QUOTATION = 6

Ledger = list[dict[str, str]]
Rows = dict[tuple[str, int], dict[str, str]]

_CHAPTER = re.compile(r"([1-9])\. ")
_MARKER = re.compile(r"- +")
_BOUNDARY = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ«])")
_ROWS = re.compile(r"(?P<file>rapport/[a-z]+\.csv):(?P<first>[0-9]+)(?:-(?P<last>[0-9]+))?")


def sentences(text: str) -> list[tuple[int, int, str]]:
    """Every sentence of the report: its chapter (0 before the first), its number there from 1, and its words.

    A line is a block: a heading, a list item (its dash left out), a footnote or a paragraph; a line that begins with
    a small letter goes on with the last block that is no footnote. A block is cut after a full stop, question mark
    or exclamation mark before a capital. So headings, items and footnotes are sentences too, each where it stands.
    The table of contents is left out: it repeats the headings.
    """
    found: list[tuple[int, int, str]] = []
    chapter, number = 0, 0
    for block in _blocks(text):
        heading = _CHAPTER.match(block)
        if heading:
            chapter, number = int(heading[1]), 0
        # A chapter's number is no sentence of its own.
        for sentence in [block] if heading else _BOUNDARY.split(block):
            number += 1
            found.append((chapter, number, sentence))
    return found


def _blocks(text: str) -> list[str]:
    blocks: list[str] = []
    lines = (" ".join(line.split()) for line in text.splitlines())
    for line in _without_contents(line for line in lines if line):
        if line[0].islower():
            last = max(at for at, block in enumerate(blocks) if block[0] not in "¹²³")
            blocks[last] += f" {line}"
        else:
            blocks.append(_MARKER.sub("", line, count=1) if line.startswith("-") else line)
    return blocks


def _without_contents(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        contents = line == "Innhold"
        yield next(later for later in lines if later == "Innledning") if contents else line


def digest(sentence: str) -> str:
    """What the ledger knows a sentence by."""
    return hashlib.sha256(" ".join(sentence.split()).encode()).hexdigest()[:16]


def records(path: Path) -> list[dict[str, str]]:
    """The rows of a list, by header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def named_rows(line: dict[str, str]) -> set[tuple[str, int]]:
    """The rows that a line of the ledger names, by file and by number as in a spreadsheet (the header is 1)."""
    rows: set[tuple[str, int]] = set()
    for part in filter(None, line["rows"].split(", ")):
        match = _ROWS.fullmatch(part)
        assert match, part
        first = int(match["first"])
        rows |= {(match["file"], row) for row in range(first, int(match["last"] or first) + 1)}
    return rows


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    """The lines of the ledger."""
    return records(LISTS / "ledger.csv")


@pytest.fixture(scope="module")
def rows() -> Rows:
    """Every row of the lists of what the report states, by file and number."""
    return {
        (f"rapport/{path.name}", number): row
        for path in sorted((LISTS / "rapport").glob("*.csv"))
        for number, row in enumerate(records(path), start=2)
    }


def test_each_line_has_rows_or_a_reason(ledger: Ledger) -> None:
    assert ledger
    assert [line for line in ledger if not line["rows"] and not line["reason"]] == []


def test_the_ledger_names_the_rows_that_there_are(ledger: Ledger, rows: Rows) -> None:
    assert set().union(*map(named_rows, ledger)) == set(rows)


def test_rows_cite_the_chapter_of_a_sentence_that_they_carry(ledger: Ledger, rows: Rows) -> None:
    chapters: dict[tuple[str, int], set[str]] = {}
    for line in ledger:
        section = "innledning" if line["chapter"] == "0" else f"kapittel {line['chapter']}"
        for row in named_rows(line):
            chapters.setdefault(row, set()).add(section)
    assert [key for key, row in rows.items() if row["avsnitt"].partition(",")[0] not in chapters[key]] == []


def test_rows_cite_the_report_and_derived_ones_their_rule(rows: Rows) -> None:
    assert {row["dokument"] for row in rows.values()} == {DOCUMENT}
    assert {row["grunnlag"] for row in rows.values()} <= {"oppgitt", "utledet"}
    assert [key for key, row in rows.items() if bool(row.get("regel")) != (row["grunnlag"] == "utledet")] == []


@pytest.fixture(scope="module")
def report() -> str:
    """The report's own text, where it is at hand."""
    path = os.environ.get("KOMPETANSEGRAF_REPORT")
    if not path:
        pytest.skip("KOMPETANSEGRAF_REPORT does not name the report's text")
    return Path(path).read_text(encoding="utf-8")


def test_the_ledger_has_every_sentence_of_the_report_in_order(ledger: Ledger, report: str) -> None:
    expected = [(str(chapter), str(number), digest(words)) for chapter, number, words in sentences(report)]
    assert [(line["chapter"], line["number"], line["hash"]) for line in ledger] == expected


def test_the_reasons_do_not_quote_the_report(ledger: Ledger, report: str) -> None:
    said = " ".join(_words(report))
    for line in ledger:
        words = _words(line["reason"])
        runs = (words[at : at + LONGEST_QUOTATION] for at in range(len(words) - LONGEST_QUOTATION + 1))
        assert [run for run in runs if " ".join(run) in said] == []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
