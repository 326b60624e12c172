"""Formulas that no program has calculated: told once, and left out with their row, unless more rests on them."""

from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from graph_model.embedded import Generation
from graph_model.loading import plan_sound_rows
from graph_model.problems import Place
from tests.loaders.reading import TODAY, Outcome, Rows, outcome, told

FILE = "lister.xlsx"
FORMULA = "=1+1"


def saved(folder: Path, rows: Rows, merged: str = "", title: str = "nettverk") -> Outcome:
    """A workbook with a list of networks."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    if merged:
        page.merge_cells(merged)
    book.save(folder / FILE)
    return outcome([folder / FILE])


def left(found: Outcome) -> tuple[list[object], list[Place | None]]:
    """The names that are loaded without the bad rows, and the places of what still blocks."""
    problems = found.lists.problems
    with closing(Generation(None)) as empty:
        plan, skipped = plan_sound_rows(empty, found.lists.sources, problems, TODAY)
    blocking = [problem.place for problem in (*problems, *plan.problems) if problem not in skipped and problem.blocks]
    said = (one for source, some in plan.change.loaded.items() if source.id == FILE for one in some)
    return [one.values.get("name") for one in said], blocking


@pytest.mark.parametrize("column", [0, 1])
def test_it_is_told_once_and_its_row_can_be_left_out(tmp_path: Path, column: int) -> None:
    bad = ["B", "forum"]
    bad[column] = FORMULA
    found = saved(tmp_path, [("navn", "type"), ("A", "forum"), bad, ("C", "forum")])
    assert told(found.problems) == [("formula-not-calculated", Place(FILE, "nettverk", 3, "AB"[column]))]
    assert left(found) == (["A", "C"], [])


def test_a_header_is_of_all_rows(tmp_path: Path) -> None:
    found = saved(tmp_path, [("navn", "type", FORMULA), ("A", "forum", "x")])
    assert left(found)[1] == [Place(FILE, "nettverk", 1, "C")]


def test_a_cell_that_is_merged_over_several_rows_is_of_all_of_them(tmp_path: Path) -> None:
    found = saved(tmp_path, [("navn", "type"), ("A", FORMULA), ("B", None)], merged="B2:B3")
    assert left(found)[1] == [Place(FILE, "nettverk", 2, "B")]


def test_a_sheet_that_is_not_read_cannot_be_sound(tmp_path: Path) -> None:
    found = saved(tmp_path, [("hva", "tall"), ("A", FORMULA)], title="Ark1")
    assert Place(FILE, "Ark1", 2, "B") in left(found)[1]
