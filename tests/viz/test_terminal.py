"""What the terminal shows of long answers, of numbers, and of what a node says of itself, and how wide."""

import io
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from graph_model.text import Lang, Text
from queries.answer import Column
from tests.viz.handmade import answer
from viz.answer_table import answer_table
from viz.footnotes import Footnotes
from viz.terminal import console, show_answer
from viz.widths import broken


def test_a_long_answer_shows_its_first_rows_and_their_sources(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"actor": f"Aktør{at:02}", "path": [0]} for at in range(51)]
    show_answer(answer(*rows[:50], {"actor": "Aktør50", "path": [1]}), "nb")
    said = capsys.readouterr().out
    assert "Aktør49" in said
    assert "Aktør50" not in said
    assert "Viser 50 av 51 rader. Alle er med i --csv, --xlsx og --json." in said
    assert "Ark én" not in said


def test_a_short_answer_is_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    show_answer(answer(*({"actor": f"Actor{at:02}"} for at in range(50))), "en")
    said = capsys.readouterr().out
    assert "Actor49" in said
    assert "Showing" not in said


def test_what_a_node_says_of_itself_is_a_source(capsys: pytest.CaptureFixture[str]) -> None:
    show_answer(answer({"path": [0, 1]}), "nb")
    said = capsys.readouterr().out
    assert "1, 2" in said
    assert "Rapporten, kapittel 2 (oppgitt)" in said
    assert "liste, rad 3–4" in said
    assert "liste, ark «Ark én», rad 7" in said


@pytest.mark.parametrize(("lang", "shown"), [("nb", "0,333"), ("en", "0.333")])
def test_a_number_is_written_as_in_its_language(capsys: pytest.CaptureFixture[str], lang: str, shown: str) -> None:
    show_answer(answer({"credits": 1 / 3}), "nb" if lang == "nb" else "en")
    assert shown in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "date", "shown"),
    [
        ("nb", "2023-12-31", "31.12.2023"),
        ("nb", "2023-12", "12.2023"),
        ("nb", "2023", "2023"),
        ("en", "2023-12", "2023-12"),
    ],
)
def test_a_date_is_written_as_in_its_language(
    capsys: pytest.CaptureFixture[str], lang: Lang, date: str, shown: str
) -> None:
    show_answer(answer({"since": date}), lang)
    assert f" {shown} " in capsys.readouterr().out


def table(rows: list[dict[str, Any]], *columns: Column, width: int = 80) -> list[str]:
    """The lines of a table for the terminal, without the rule below its headers."""
    out = Console(width=width, file=io.StringIO(), record=True)
    made = replace(answer(*rows), columns=columns)
    out.print(answer_table(columns, made.rows, Footnotes(made, "nb"), "nb", width))
    lines = [line.strip() for line in out.export_text().splitlines()]
    return [line for line in lines if line and "──" not in line]


GROUP = Column("group", Text("Gruppe", "Group"), brief="once")
PLACE = Column("place", Text("Sted", "Place"))
WAY = Column("way", Text("Kanal", "Channel"), brief="once")
FLAG = Column("flag", Text("Merknad", "Remark"), brief="below")


def test_what_the_row_above_says_is_not_said_again() -> None:
    said = [
        ("lærere", "Vik", "samler kommune: Vik kommune", "usikkert"),
        ("lærere", "Dal", "samler kommune: Dal kommune", "usikkert"),
        ("lærere", "Øy", "samler kommune: Dal kommune", None),
        ("ledere", "Øy", "samler kommune: Dal kommune", None),
    ]
    rows = [dict(zip(("group", "place", "way", "flag"), row, strict=True)) for row in said]
    assert table(rows, GROUP, PLACE, WAY, FLAG) == [
        "Gruppe  Sted  Kanal                        Kilde",
        "lærere  Vik   samler kommune: Vik kommune",
        "(usikkert)",
        "Dal   … Dal kommune",
        "Øy    …",
        "ledere  Øy    samler kommune: Dal kommune",
    ]


def test_a_number_stands_beside_the_one_that_it_belongs_to() -> None:
    one = Column("one", Text("Aktører", "Actors"), unit=Text("aktører", "actors"))
    other = Column("other", Text("Andre", "Others"), unit=Text("aktører", "actors"), brief="beside")
    assert table([{"one": 5, "other": 12}, {"one": 7, "other": None}], one, other)[1:] == ["5 + 12", "7"]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_table_fits_its_width_and_breaks_words_after_a_hyphen(width: int) -> None:
    columns = [Column(f"{at}", Text(f"Kolonne{at}", "")) for at in range(4)]
    rows = [{f"{at}": "fagskoleutdanning i helse- og oppvekstfag for arbeidsgiverorganisasjoner" for at in range(4)}]
    lines = table(rows, *columns, width=width)
    assert max(map(len, lines)) <= width
    assert any("fagskoleutdanning" in line for line in lines) == (width > 40)
    assert any("fags-" in line for line in lines) == (width == 40)


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("fagskoleutdanning", ["fagskoleut-", "danning"]),
        ("HR-nettverksmøte", ["HR-", "nettverks-", "møte"]),
        ("www.kommune.no/om", ["www.kommune.", "no/om"]),
        ("123456789012345", ["123456789012", "345"]),
        ("ååååååååååååååå", ["ååååååååååå-", "åååå"]),
        ("helsefag", ["helsefag"]),
    ],
)
def test_a_word_is_broken_at_a_joint_else_before_a_syllable(word: str, lines: list[str]) -> None:
    assert broken(word, 12).split("\n") == lines


@pytest.mark.parametrize("width", [60, 80, 150])
def test_a_terminal_is_used_as_wide_as_it_is(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert console().width == 80
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert console().width == width
