"""Answers as text tables and workbooks: what a spreadsheet shows of them, and what it must not do."""

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph_model.problems import Refusal
from graph_model.text import Lang
from queries.evaluation.density import QUESTION
from tests.viz.handmade import answer
from viz.files import Files, sources_file, write

FULL = {
    "actor": "Øy; Vik",
    "status": "planned",
    "flags": ["wider", "wider"],
    "credits": 7.5,
    "since": "2024-02-29",
    "path": [0, 1],
}
RUNS = ["=1+1", "+47 73", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def table(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, delimiter=";"))


def cells(file: Path, sheet: int) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(file).worksheets[sheet].iter_rows()]


@pytest.mark.parametrize(
    ("lang", "header", "row", "sources"),
    [
        (
            "nb",
            ["Aktør", "Status", "Merknader", "Studiepoeng", "Fra", "Kilde"],
            ["Øy; Vik", "planlagt", "større område; større område", "7,5", "2024-02-29", "1; 2"],
            ["Nummer", "Dokument", "Avsnitt", "Grunnlag", "Liste", "Ark", "Rad"],
        ),
        (
            "en",
            ["Actor", "Status", "Remarks", "Credits (ECTS credits)", "Since", "Source"],
            ["Øy; Vik", "planned", "wider region; wider region", "7.5", "2024-02-29", "1; 2"],
            ["Number", "Document", "Section", "Basis", "List", "Sheet", "Row"],
        ),
    ],
)
def test_a_text_table(tmp_path: Path, lang: Lang, header: list[str], row: list[str], sources: list[str]) -> None:
    file = tmp_path / "svar.csv"
    made = write(answer(FULL, {}), lang, Files(table=file))
    assert made == [file, tmp_path / {"nb": "svar-kilder.csv", "en": "svar-sources.csv"}[lang]]
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert table(file) == [header, row, ["Vik", "", "", "", "", ""]]
    stated = {"nb": "oppgitt", "en": "stated"}[lang]
    assert table(made[1]) == [
        sources,
        ["1", "Rapporten", "kapittel 2", stated, "liste", "", "3"],
        ["1", "Rapporten", "kapittel 2", stated, "liste", "", "4"],
        ["2", "liste", "", stated, "liste", "Ark én", "7"],
    ]


def test_a_workbook_has_real_numbers_and_dates(tmp_path: Path) -> None:
    file = tmp_path / "svar.xlsx"
    assert write(
        answer(FULL, {"credits": 180, "since": "2024-02"}, {"since": "1850-01-01"}), "nb", Files(workbook=file)
    ) == [file]
    assert openpyxl.load_workbook(file).sheetnames == ["Svar", "Kilder"]
    header, first, second, third = cells(file, 0)
    assert header == ["Aktør", "Status", "Merknader", "Studiepoeng", "Fra", "Kilde"]
    assert first == [
        "Øy; Vik", "planlagt", "større område; større område", 7.5, dt.datetime(2024, 2, 29), "1; 2",
    ]  # fmt: skip
    assert second[3:5] == [180, "2024-02"]
    assert third[4] == "1850-01-01"
    assert cells(file, 1)[1] == [1, "Rapporten", "kapittel 2", "oppgitt", "liste", None, 3]


@pytest.mark.parametrize(
    ("number", "text"),
    [(1 / 37, "0,02703"), (2 / 3, "0,6667"), (1e-5, "1e-05"), (7.5, "7,5"), (1234567.891, "1234567,891")],
)
def test_numbers_have_as_many_decimals_as_tell_anything(tmp_path: Path, number: float, text: str) -> None:
    write(answer({"credits": number}), "nb", Files(table=tmp_path / "svar.csv", workbook=tmp_path / "svar.xlsx"))
    assert table(tmp_path / "svar.csv")[1][3] == text
    cell = openpyxl.load_workbook(tmp_path / "svar.xlsx").worksheets[0]["D2"]
    assert (cell.value, cell.number_format) == (number, "0.0###")


def test_a_unit_that_the_title_says_is_not_said_again(tmp_path: Path) -> None:
    write(replace(answer({}), columns=QUESTION.columns, rows=[]), "nb", Files(table=tmp_path / "svar.csv"))
    assert table(tmp_path / "svar.csv")[0][5:-1] == [
        *("Aktører", "Andre aktører", "Bånd", "Mulige bånd", "Tetthet (andel av mulige bånd)", "Bånd uten dato"),
        "I begge (aktører)",
    ]


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        write(answer({}), "nb", Files(table=tmp_path / "svar.csv", workbook=tmp_path / "mangler" / "svar.xlsx"))
    assert [problem.message.code for problem in refused.value.problems] == ["file-unwritable"]
    assert list(tmp_path.iterdir()) == []


def test_no_cell_runs(tmp_path: Path) -> None:
    made = answer(*({"actor": text} for text in RUNS), {"flags": ["=2+2", "wider"]}, {"credits": -1})
    write(made, "nb", Files(table=tmp_path / "svar.csv"))
    rows = table(tmp_path / "svar.csv")[1:]
    assert [row[0] for row in rows[:-2]] == [f"'{text}" for text in RUNS]
    assert rows[-2][2] == "'=2+2; større område"
    assert rows[-1][3] == "-1"
    write(made, "nb", Files(workbook=tmp_path / "svar.xlsx"))
    for row in openpyxl.load_workbook(tmp_path / "svar.xlsx").worksheets[0].iter_rows(min_row=2, max_col=3):
        assert all(cell.data_type in ("s", "n") and (cell.value is None or cell.data_type == "s") for cell in row)
    quoted = openpyxl.load_workbook(tmp_path / "svar.xlsx").worksheets[0]["A2"]
    assert (quoted.value, quoted.quotePrefix) == ("=1+1", True)


def test_an_answer_without_rows_has_its_headers(tmp_path: Path) -> None:
    write(answer(), "en", Files(table=tmp_path / "svar.csv"))
    write(answer(), "en", Files(workbook=tmp_path / "svar.xlsx"))
    assert len(table(tmp_path / "svar.csv")) == len(cells(tmp_path / "svar.xlsx", 0)) == 1
    assert len(table(tmp_path / "svar-sources.csv")) == len(cells(tmp_path / "svar.xlsx", 1)) == 1


def test_a_cell_that_is_too_long_is_cut_visibly(tmp_path: Path) -> None:
    write(answer({"actor": "å" * 40_000}), "nb", Files(workbook=tmp_path / "svar.xlsx"))
    text = cells(tmp_path / "svar.xlsx", 0)[1][0]
    assert (len(text), text[-2:]) == (32_767, "å…")


def test_an_answer_with_more_rows_than_a_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.files.LAST_ROW", 2)
    write(answer({}), "nb", Files(workbook=tmp_path / "en.xlsx"))
    with pytest.raises(Refusal):
        write(answer({}, {}), "nb", Files(workbook=tmp_path / "to.xlsx"))
    assert not (tmp_path / "to.xlsx").exists()


def test_no_file_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    sources_file(file, "nb").write_text("mitt", encoding="utf-8")
    with pytest.raises(Refusal):
        write(answer({}), "nb", Files(table=file))
    assert not file.exists()
