"""Answers as text tables and workbooks: what a spreadsheet shows of them, and what it must not do."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph_model.problems import Refusal
from graph_model.text import Lang
from tests.viz.handmade import answer
from viz.files import sources_file, write_csv, write_xlsx

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
            ["Aktør", "Status", "Merknader", "Studiepoeng (studiepoeng)", "Fra", "Kilde"],
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
    made = write_csv(answer(FULL, {}), file, lang)
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
    assert write_xlsx(answer(FULL, {"credits": 180, "since": "2024-02"}, {"since": "1850-01-01"}), file, "nb") == [file]
    assert openpyxl.load_workbook(file).sheetnames == ["Svar", "Kilder"]
    header, first, second, third = cells(file, 0)
    assert header == ["Aktør", "Status", "Merknader", "Studiepoeng (studiepoeng)", "Fra", "Kilde"]
    assert first == [
        "Øy; Vik", "planlagt", "større område; større område", 7.5, dt.datetime(2024, 2, 29), "1; 2",
    ]  # fmt: skip
    assert second[3:5] == [180, "2024-02"]
    assert third[4] == "1850-01-01"
    assert cells(file, 1)[1] == [1, "Rapporten", "kapittel 2", "oppgitt", "liste", None, 3]


def test_no_cell_runs(tmp_path: Path) -> None:
    made = answer(*({"actor": text} for text in RUNS), {"flags": ["=2+2", "wider"]}, {"credits": -1})
    write_csv(made, tmp_path / "svar.csv", "nb")
    rows = table(tmp_path / "svar.csv")[1:]
    assert [row[0] for row in rows[:-2]] == [f"'{text}" for text in RUNS]
    assert rows[-2][2] == "'=2+2; større område"
    assert rows[-1][3] == "-1"
    write_xlsx(made, tmp_path / "svar.xlsx", "nb")
    for row in openpyxl.load_workbook(tmp_path / "svar.xlsx").worksheets[0].iter_rows(min_row=2, max_col=3):
        assert all(cell.data_type in ("s", "n") and (cell.value is None or cell.data_type == "s") for cell in row)
    quoted = openpyxl.load_workbook(tmp_path / "svar.xlsx").worksheets[0]["A2"]
    assert (quoted.value, quoted.quotePrefix) == ("=1+1", True)


def test_an_answer_without_rows_has_its_headers(tmp_path: Path) -> None:
    write_csv(answer(), tmp_path / "svar.csv", "en")
    write_xlsx(answer(), tmp_path / "svar.xlsx", "en")
    assert len(table(tmp_path / "svar.csv")) == len(cells(tmp_path / "svar.xlsx", 0)) == 1
    assert len(table(tmp_path / "svar-sources.csv")) == len(cells(tmp_path / "svar.xlsx", 1)) == 1


def test_a_cell_that_is_too_long_is_cut_visibly(tmp_path: Path) -> None:
    write_xlsx(answer({"actor": "å" * 40_000}), tmp_path / "svar.xlsx", "nb")
    text = cells(tmp_path / "svar.xlsx", 0)[1][0]
    assert (len(text), text[-2:]) == (32_767, "å…")


def test_an_answer_with_more_rows_than_a_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.files.LAST_ROW", 2)
    write_xlsx(answer({}), tmp_path / "en.xlsx", "nb")
    with pytest.raises(Refusal):
        write_xlsx(answer({}, {}), tmp_path / "to.xlsx", "nb")
    assert not (tmp_path / "to.xlsx").exists()


def test_no_file_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    sources_file(file, "nb").write_text("mitt", encoding="utf-8")
    with pytest.raises(Refusal):
        write_csv(answer({}), file, "nb")
    assert not file.exists()
