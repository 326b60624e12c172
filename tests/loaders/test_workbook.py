"""Workbooks as offices make them: every value on the row that the spreadsheet shows, none lost without a word."""

import datetime as dt
import time
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from graph_model.problems import Place
from loaders.limits import MOST_ALIKE
from loaders.tables import CellValue, Reading, Table
from loaders.workbook import Workbook
from tests.loaders.handmade import DATE_STYLE, parts_of, row, sheet, text, workbook, written

FILE = "aktører.xlsx"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE


@pytest.fixture
def book() -> openpyxl.Workbook:
    return openpyxl.Workbook()


@pytest.fixture
def page(book: openpyxl.Workbook) -> Worksheet:
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "Aktører"
    return page


def saved(book: openpyxl.Workbook, path: Path) -> Reading:
    book.save(path)
    return Workbook().read(path)


def only_table(reading: Reading) -> Table:
    [table] = reading.tables
    return table


def rows(reading: Reading) -> dict[int, tuple[CellValue, ...]]:
    assert [problem for problem in reading.problems if problem.blocks] == []
    return {line.number: line.cells for line in only_table(reading).lines}


def told(reading: Reading) -> list[tuple[str, Place | None, bool]]:
    return [(problem.message.code, problem.place, problem.blocks) for problem in reading.problems]


class TestPlaces:
    def test_a_table_that_starts_at_c5_keeps_its_rows_and_columns(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path
    ) -> None:
        page["C5"], page["D5"], page["C6"], page["D6"] = "navn", "sted", "Firma", "Oslo"
        assert rows(saved(book, path)) == {5: (None, None, "navn", "sted"), 6: (None, None, "Firma", "Oslo")}

    def test_rows_above_and_below_the_table_are_delivered_with_their_numbers(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path
    ) -> None:
        for cells in (
            ["Oversikt"],
            [],
            ["navn", "antall"],
            ["A", 2],
            [],
            ["Totalt", 2],
            [None, None, None],
            ["Kilde: x"],
        ):
            page.append(cells)
        assert rows(saved(book, path)) == {
            1: ("Oversikt",),
            3: ("navn", "antall"),
            4: ("A", 2),
            6: ("Totalt", 2),
            8: ("Kilde: x",),
        }

    def test_hidden_and_filtered_rows_are_read(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        for name in ("navn", "A", "B"):
            page.append([name])
        page.row_dimensions[2].hidden = True
        page.auto_filter.ref = "A1:A3"
        assert rows(saved(book, path)) == {1: ("navn",), 2: ("A",), 3: ("B",)}

    def test_a_header_alone_is_a_table(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        page.append(["navn", "orgnr"])
        assert rows(saved(book, path)) == {1: ("navn", "orgnr")}

    def test_the_table_carries_file_and_sheet(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        page["A1"] = "navn"
        table = only_table(saved(book, path))
        assert (table.file, table.sheet) == (FILE, "Aktører")


class TestMerged:
    def test_a_cell_merged_over_several_rows_counts_for_each(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path
    ) -> None:
        for cells in (["region", "navn"], ["Nord", "A"], [None, "B"], [None, "C"], ["Sør", "D"]):
            page.append(cells)
        page.merge_cells("A2:A4")
        assert rows(saved(book, path)) == {
            1: ("region", "navn"),
            2: ("Nord", "A"),
            3: ("Nord", "B"),
            4: ("Nord", "C"),
            5: ("Sør", "D"),
        }

    def test_it_makes_no_row_of_an_empty_one(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        page["A1"], page["B1"], page["A2"], page["B2"], page["B4"] = "region", "navn", "Nord", "A", "B"
        page.merge_cells("A2:A6")
        assert rows(saved(book, path)) == {1: ("region", "navn"), 2: ("Nord", "A"), 4: ("Nord", "B")}

    def test_a_cell_merged_over_several_columns_stays_in_the_first(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path
    ) -> None:
        page["A1"], page["A2"], page["B2"] = "Oversikt", "navn", "sted"
        page.merge_cells("A1:C1")
        assert rows(saved(book, path)) == {1: ("Oversikt",), 2: ("navn", "sted")}

    def test_a_header_in_two_rows(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        page["A1"], page["B1"], page["B2"], page["C2"] = "navn", "kontakt", "telefon", "e-post"
        page.merge_cells("A1:A2")
        page.merge_cells("B1:C1")
        assert rows(saved(book, path)) == {1: ("navn", "kontakt"), 2: ("navn", "telefon", "e-post")}

    def test_a_block_counts_in_its_first_column(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        page["C5"], page["E5"], page["E6"] = "Nord", "A", "B"
        page.merge_cells("C5:D6")
        assert rows(saved(book, path)) == {
            5: (None, None, "Nord", None, "A"),
            6: (None, None, "Nord", None, "B"),
        }

    @pytest.mark.parametrize("merged", ["A1:A9", "B1:B4"])
    def test_a_merged_cell_without_a_value_adds_nothing(self, path: Path, merged: Any) -> None:
        content = row(3, text("B3", "navn"), text("C3", "sted")) + row(4, text("C4", "Oslo"))
        after = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>'
        reading = Workbook().read(workbook(path, sheet(content, after=after)))
        assert rows(reading) == {3: (None, "navn", "sted"), 4: (None, None, "Oslo")}

    def test_merged_cells_that_lie_over_each_other_do_not_multiply_the_work(self, path: Path) -> None:
        merged = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 40_001))
        content = "".join(row(n, text(f"A{n}", "x"), text(f"B{n}", "y")) for n in range(1, 40_001))
        workbook(path, sheet(content, after=f"<mergeCells>{merged}</mergeCells>"))
        before = time.process_time()
        assert len(rows(Workbook().read(path))) == 40_000
        assert time.process_time() - before < 5


class TestValues:
    def test_kinds(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        page.append(
            [
                974760673,
                974760673.0,
                12.5,
                -3,
                True,
                "0301",
                dt.date(2024, 5, 17),
                dt.datetime(2024, 5, 17),
                dt.datetime(2024, 5, 17, 13, 45),
                dt.time(9, 5),
                dt.timedelta(hours=30, minutes=5),
            ]
        )
        day = dt.date(2024, 5, 17)
        expected = (974760673, 974760673, 12.5, -3, True, "0301", day, day, day, "09:05", "30:05")
        cells = rows(saved(book, path))[1]
        assert cells == expected
        assert [type(cell) for cell in cells] == [type(cell) for cell in expected]

    @pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
    def test_dates_in_the_calendars_of_windows_and_of_old_macs(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path, epoch: Any
    ) -> None:
        book.epoch = epoch or book.epoch
        page.append([dt.date(1999, 12, 31), dt.date(2024, 2, 29)])
        assert rows(saved(book, path)) == {1: (dt.date(1999, 12, 31), dt.date(2024, 2, 29))}

    @pytest.mark.parametrize(("calendar", "day"), [("", dt.date(2024, 5, 17)), ("1", dt.date(2028, 5, 18))])
    def test_one_number_is_two_dates_by_the_calendar(self, path: Path, calendar: Any, day: Any) -> None:
        parts = parts_of(sheet(row(1, f'<c r="A1" s="{DATE_STYLE}"><v>45429</v></c>')))
        declared = f'<workbookPr date1904="{calendar}"/><sheets>' if calendar else "<sheets>"
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<sheets>", declared)
        assert rows(Workbook().read(written(path, parts))) == {1: (day,)}

    def test_a_number_that_is_not_shown_as_a_date_stays_a_number(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path
    ) -> None:
        page.append([45429])
        assert rows(saved(book, path)) == {1: (45429,)}

    @pytest.mark.parametrize("written_as", ["NaN", "inf", "1e400"])
    def test_what_is_no_number_becomes_text(self, path: Path, written_as: Any) -> None:
        reading = Workbook().read(workbook(path, sheet(row(1, f'<c r="A1"><v>{written_as}</v></c>'))))
        assert isinstance(rows(reading)[1][0], str)

    @pytest.mark.parametrize(
        ("content", "cleaned"),
        [
            ("  Firma\u00a0AS ", "Firma AS"),
            ("en \nto\r\n\r\n  tre\n", "en\nto\ntre"),
            (unicodedata.normalize("NFD", "Ålesund"), "Ålesund"),
            ("Kom\u00adpe\u200btanse\u202e", "Kompetanse"),
            (" \u200b ", None),
        ],
    )
    def test_text_is_cleaned(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path, content: Any, cleaned: Any
    ) -> None:
        page.append([content, "x"])
        assert rows(saved(book, path)) == {1: (cleaned, "x")}

    def test_the_escapes_that_excel_writes(self, path: Path) -> None:
        reading = Workbook().read(workbook(path, sheet(row(1, text("A1", "en_x000D_\nto_x001B_")))))
        assert rows(reading) == {1: ("en\nto",)}

    def test_the_value_that_a_formula_had_when_it_was_saved(self, path: Path) -> None:
        cells = row(
            1,
            '<c r="A1" t="str"><f>HYPERLINK("http://x.no","NTNU")</f><v>NTNU</v></c>',
            "<c r=\"B1\"><f>'[1]Ark1'!A1</f><v>7</v></c>",
            '<c r="C1" t="str"><f>""</f><v></v></c>',
            '<c r="D1" t="b"><f>TRUE()</f><v>1</v></c>',
        )
        assert rows(Workbook().read(workbook(path, sheet(cells)))) == {1: ("NTNU", 7, None, True)}

    def test_letters_ruined_before_are_noted_with_the_cell(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path
    ) -> None:
        page["A1"], page["B4"] = "navn", "TromsÃ¸"
        assert told(saved(book, path)) == [("letters-garbled", Place(FILE, "Aktører", 4, "B"), False)]


class TestCellsWithoutValue:
    @pytest.mark.parametrize("value", ["#DIV/0!", "#N/A", "#NAME?", "#REF!", "#VALUE!", "#NUM!", "#NULL!"])
    def test_a_cell_in_error_is_an_error_at_its_cell(self, path: Path, value: Any) -> None:
        content = row(2, text("A2", "x")) + row(3, f'<c r="C3" t="e"><v>{value}</v></c>', text("D3", "y"))
        reading = Workbook().read(workbook(path, sheet(content)))
        assert told(reading) == [("cell-in-error", Place(FILE, "Ark1", 3, "C"), True)]
        assert reading.problems[0].values == {"value": value}
        assert [line.cells for line in only_table(reading).lines] == [("x",), (None, None, None, "y")]

    def test_an_error_newer_than_the_library_is_told_once(self, path: Path) -> None:
        reading = Workbook().read(workbook(path, sheet(row(1, '<c r="B1" t="e"><v>#SPILL!</v></c>'))))
        assert told(reading) == [("cell-in-error", Place(FILE, "Ark1", 1, "B"), True)]

    def test_a_formula_that_no_program_has_calculated(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path
    ) -> None:
        page["A1"], page["B2"] = "x", "=1+1"
        assert told(saved(book, path)) == [("formula-not-calculated", Place(FILE, "Aktører", 2, "B"), True)]

    def test_hundreds_of_the_same_are_counted_and_not_listed(self, path: Path) -> None:
        content = "".join(row(n, f'<c r="A{n}" t="e"><v>#N/A</v></c>') for n in range(1, 501))
        *listed, last = Workbook().read(workbook(path, sheet(content))).problems
        assert [problem.message.code for problem in listed] == ["cell-in-error"] * MOST_ALIKE
        assert (last.message.code, last.values) == ("more-alike", {"count": 500 - MOST_ALIKE})

    def test_it_reads_as_a_sentence_with_its_place_and_what_to_do(self, path: Path) -> None:
        content = row(14, '<c r="C14" t="e"><v>#N/A</v></c>')
        [problem] = Workbook().read(workbook(path, sheet(content))).problems
        assert problem.to("nb") == (
            "aktører.xlsx, ark «Ark1», rad 14, kolonne C: Cellen viser feilen «#N/A». "
            "Rett formelen, eller skriv verdien i cellen."
        )


class TestSheets:
    def test_every_visible_sheet_in_order(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        page["A1"] = "en"
        book.create_sheet("Tomt")
        book.create_sheet("Medlemmer")["B2"] = "to"
        book.create_chartsheet("Diagram")
        book.create_sheet("Sist")["A1"] = "tre"
        reading = saved(book, path)
        assert [(table.sheet, table.lines[0].number) for table in reading.tables] == [
            ("Aktører", 1),
            ("Medlemmer", 2),
            ("Sist", 1),
        ]
        assert reading.problems == []

    @pytest.mark.parametrize("state", ["hidden", "veryHidden"])
    def test_a_hidden_sheet_is_noted_and_left_out_with_its_errors(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path, state: Any
    ) -> None:
        page["A1"] = "en"
        hidden = book.create_sheet("Gammelt")
        hidden["A1"], hidden["A2"] = "gammelt", "=1/0"
        hidden.sheet_state = state
        book.create_sheet("Tomt").sheet_state = state
        reading = saved(book, path)
        assert only_table(reading).sheet == "Aktører"
        assert told(reading) == [("sheet-hidden", Place(FILE, "Gammelt"), False)]

    def test_a_workbook_without_content_is_refused(self, book: openpyxl.Workbook, page: Worksheet, path: Path) -> None:
        assert told(saved(book, path)) == [("workbook-empty", Place(FILE), True)]

    def test_a_workbook_whose_only_content_is_hidden_is_refused(
        self, book: openpyxl.Workbook, page: Worksheet, path: Path
    ) -> None:
        hidden = book.create_sheet("Gammelt")
        hidden["A1"], hidden.sheet_state = "gammelt", "hidden"
        assert told(saved(book, path)) == [
            ("sheet-hidden", Place(FILE, "Gammelt"), False),
            ("workbook-empty", Place(FILE), True),
        ]


class TestDamage:
    def test_an_empty_file(self, path: Path) -> None:
        path.write_bytes(b"")
        assert told(Workbook().read(path)) == [("file-empty", Place(FILE), True)]

    def test_what_the_preflight_refuses_is_not_opened(self, path: Path) -> None:
        path.write_bytes(b"navn;orgnr\n")
        reading = Workbook().read(path)
        assert (reading.tables, told(reading)) == ([], [("text-named-as-workbook", Place(FILE), True)])

    def test_a_string_that_is_not_in_the_list_of_strings(self, path: Path) -> None:
        parts = parts_of(sheet(row(1, '<c r="A1" t="s"><v>5</v></c>')), sheet(row(1, text("A1", "x"))))
        reading = Workbook().read(written(path, parts))
        assert told(reading) == [("workbook-broken", Place(FILE, "Ark1"), True)]
        assert only_table(reading).sheet == "Ark2"

    def test_a_sheet_of_an_unknown_state(self, path: Path) -> None:
        parts = parts_of(sheet(row(1, text("A1", "x"))))
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<sheet ", '<sheet state="borte" ')
        assert told(Workbook().read(written(path, parts))) == [("workbook-broken", Place(FILE), True)]

    @pytest.mark.parametrize("serial", ["-1e300", "1e300"])
    def test_a_duration_longer_than_time(self, path: Path, serial: Any) -> None:
        # Built-in format 46 is a duration, [h]:mm:ss; the library panics, or gives what Python cannot hold.
        parts = parts_of(sheet(row(1, f'<c r="A1" s="{DATE_STYLE}"><v>{serial}</v></c>')))
        parts["xl/styles.xml"] = parts["xl/styles.xml"].replace('numFmtId="14"', 'numFmtId="46"')
        assert told(Workbook().read(written(path, parts))) == [("workbook-broken", Place(FILE, "Ark1"), True)]


def test_a_workbook_with_macros_is_read_for_its_values(tmp_path: Path) -> None:
    parts = {**parts_of(sheet(row(1, text("A1", "navn")))), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub Auto_Open()"}
    assert rows(Workbook().read(written(tmp_path / "aktører.xlsm", parts))) == {1: ("navn",)}
