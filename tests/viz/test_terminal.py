"""What the terminal shows of long answers, of numbers, and of what a node says of itself."""

import pytest

from tests.viz.handmade import answer
from viz.terminal import show_answer


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
