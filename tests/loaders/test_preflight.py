"""Files that must not reach a library that trusts them, and ordinary ones that must."""

import io
import random
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph_model.problems import Place, Problem, Refusal
from loaders import preflight, sheet_scan
from loaders.limits import MOST_ALIKE
from loaders.preflight import inspect
from tests.loaders.handmade import (
    MAIN,
    parts_of,
    relation,
    relations,
    row,
    sheet,
    text,
    workbook,
    written,
)

FILE = "liste.xlsx"
ONE_CELL = sheet(row(1, text("A1", "navn")))
FAR_CELLS = [
    row(1, text("A1", "x")) + row(1048576, text("XFD1048576", "x")),
    row(1, text("A1", "x"), text("XFD1048576", "x")),
    row(1, text("A1", "x")) + row(1048576, *["<c><v>1</v></c>"] * 16384),
    row(1, text("A1", "x")) + row(1048576, '<c r="XFC1048576"/>', "<c><v>1</v></c>"),
    row(1, text("A1", "x")) + '<x:row xmlns:x="x" r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE


def refusal(data: bytes | Path) -> Problem:
    with pytest.raises(Refusal) as caught:
        inspect(data if isinstance(data, bytes) else data.read_bytes(), FILE)
    [problem] = caught.value.problems
    assert problem.blocks
    return problem


def code(data: bytes | Path) -> str:
    problem = refusal(data)
    assert problem.place == Place(FILE)
    return problem.message.code


class TestNotAWorkbook:
    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"navn;orgnr\r\nFirma;974760673\r\n", "text-named-as-workbook"),
            ("navn;sted\nBlåbær;Ærøy\n".encode("cp1252"), "text-named-as-workbook"),
            (b"<html><body><table><tr><td>navn</td></tr></table></body></html>", "web-page-named-as-workbook"),
            (b"\xef\xbb\xbf\r\n <!DOCTYPE html><html></html>", "web-page-named-as-workbook"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "workbook-old"),
            (b"\xd0\xcf\x11\xe0" + bytes(900) + "EncryptedPackage".encode("utf-16-le"), "workbook-locked"),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "workbook-broken"),
            (b"PK\x03\x04", "workbook-broken"),
        ],
    )
    def test_the_first_bytes_tell(self, data: bytes, expected: Any) -> None:
        assert code(data) == expected

    @pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
    def test_a_workbook_cut_short_is_damaged(self, path: Path, kept: Any) -> None:
        openpyxl.Workbook().save(path)
        data = path.read_bytes()
        assert code(data[: int(len(data) * kept)]) == "workbook-broken"

    def test_a_workbook_with_a_changed_byte_is_damaged(self, path: Path) -> None:
        workbook(path, sheet(row(1, text("A1", "navn" * 500))))
        data = bytearray(path.read_bytes())
        info = zipfile.ZipFile(io.BytesIO(data)).getinfo("xl/worksheets/sheet1.xml")
        data[info.header_offset + 30 + len(info.filename) + 20] ^= 0xFF
        assert code(bytes(data)) == "workbook-broken"

    def test_a_directory_that_points_before_the_file_is_damage(self, path: Path) -> None:
        data = bytearray(workbook(path, ONE_CELL).read_bytes())
        end = data.rindex(b"PK\x05\x06")
        data[end + 16 : end + 20] = (2**31 - 1).to_bytes(4, "little")
        assert code(bytes(data)) == "workbook-broken"

    def test_an_empty_archive_or_one_of_something_else_is_no_workbook(self, path: Path) -> None:
        assert code(written(path, {"readme.txt": "hei"})) == "workbook-other"
        document = {
            "_rels/.rels": relations(relation(1, "officeDocument", "word/document.xml")),
            "word/document.xml": "<d/>",
        }
        assert code(written(path, document)) == "workbook-other"

    @pytest.mark.parametrize("part", ["mimetype", "xl/workbook.bin"])
    def test_a_workbook_that_may_be_taken_for_another_kind(self, path: Path, part: Any) -> None:
        assert code(written(path, {**parts_of(ONE_CELL), part: "x"})) == "workbook-other"

    @pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
    def test_a_part_that_is_cut_short_is_damage(self, path: Path, part: Any) -> None:
        parts = parts_of(ONE_CELL)
        assert code(written(path, {**parts, part: parts[part][:-5]})) == "workbook-broken"

    def test_a_sheet_in_another_encoding_than_the_reader_of_values_takes_it_for(self, path: Path) -> None:
        content = sheet(row(1, text("A1", "Ærøy")), before='<?xml version="1.0" encoding="iso-8859-1"?>')
        parts: dict[str, str | bytes] = {**parts_of(ONE_CELL), "xl/worksheets/sheet1.xml": content.encode("latin-1")}
        assert code(written(path, parts)) == "workbook-broken"

    def test_a_sheet_that_is_not_there_is_damage(self, path: Path) -> None:
        parts = parts_of(ONE_CELL)
        del parts["xl/worksheets/sheet1.xml"]
        assert code(written(path, parts)) == "workbook-broken"


class TestBombs:
    @pytest.mark.parametrize("millions", [50, 300])
    def test_a_sheet_of_one_letter_over_and_over(self, path: Path, millions: Any) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts_of(ONE_CELL).items():
                if "sheet1" not in name:
                    archive.writestr(name, content)
            with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
                for _ in range(millions):
                    part.write(b"A" * 1_000_000)
        assert path.stat().st_size < 400_000
        assert code(path) == "workbook-swells"

    def test_many_parts_that_are_large_together(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(preflight, "MOST_UNPACKED", 50_000)
        noise = "".join(random.Random(1).choices("abcdefghij", k=20_000))
        parts = parts_of(*[sheet(row(1, text("A1", noise)))] * 2)
        assert len(inspect(written(path, parts).read_bytes(), FILE)) == 2
        assert code(written(path, {**parts, "xl/more.xml": f"<x>{noise}</x>"})) == "workbook-swells"

    @pytest.mark.parametrize("sum_too", [False, True])
    def test_a_size_that_the_directory_understates(self, path: Path, sum_too: Any) -> None:
        shown = sheet(row(1, text("A1", "x")))
        parts = parts_of(shown + " " * 5000)
        data = bytearray(written(path, parts).read_bytes())
        info = zipfile.ZipFile(io.BytesIO(data)).getinfo("xl/worksheets/sheet1.xml")
        lies = [(info.file_size, len(shown)), (info.CRC, zlib.crc32(shown.encode()))]
        for honest, stated in lies if sum_too else lies[:1]:
            assert data.count(honest.to_bytes(4, "little")) == 2
            data = data.replace(honest.to_bytes(4, "little"), stated.to_bytes(4, "little"))
        assert code(bytes(data)) == "workbook-broken"

    def test_two_parts_of_one_name(self, path: Path) -> None:
        written(path, parts_of(ONE_CELL))
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("xl/Worksheets/SHEET1.xml", sheet(FAR_CELLS[0]))
        assert code(path) == "workbook-broken"

    def test_a_part_behind_a_password(self, path: Path) -> None:
        data = bytearray(workbook(path, ONE_CELL).read_bytes())
        listed = data.index(b"PK\x01\x02")
        data[listed + 8] |= 1
        assert code(bytes(data)) == "workbook-broken"

    @pytest.mark.parametrize(
        "part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "docProps/app.xml"]
    )
    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        ],
    )
    def test_a_document_type_in_any_part(self, path: Path, part: Any, declared: Any) -> None:
        parts = {"xl/sharedStrings.xml": "<sst/>", "docProps/app.xml": "<a/>", **parts_of(ONE_CELL)}
        problem = refusal(written(path, {**parts, part: declared + parts[part]}))
        assert (problem.message.code, problem.values) == ("workbook-unsafe", {"part": part.lower()})


class TestFarCells:
    @pytest.mark.parametrize("rows", FAR_CELLS)
    def test_a_value_in_the_far_corner_is_refused_at_its_cell(self, path: Path, rows: Any) -> None:
        problem = refusal(workbook(path, sheet(rows)))
        assert problem.message.code == "cell-far-off"
        assert problem.place is not None
        assert (problem.place.file, problem.place.sheet) == (FILE, "Ark1")

    def test_the_place_is_the_cell_s(self, path: Path) -> None:
        assert refusal(workbook(path, ONE_CELL, sheet(FAR_CELLS[0]))).place == Place(FILE, "Ark2", 1048576, "XFD")

    def test_a_far_cell_in_a_part_that_is_no_sheet_by_its_name(self, path: Path) -> None:
        parts = parts_of(ONE_CELL)
        parts["customXml/item.xml"] = sheet(FAR_CELLS[0])
        parts["xl/_rels/workbook.xml.rels"] = relations(relation(1, "worksheet", "/customXml/item.xml"))
        assert refusal(written(path, parts)).place == Place(FILE, "Ark1", 1048576, "XFD")

    def test_a_sheet_in_a_part_that_nobody_looks_at(self, path: Path) -> None:
        parts = parts_of(ONE_CELL)
        parts["xl/media/image.png"] = sheet(FAR_CELLS[0])
        parts["xl/_rels/workbook.xml.rels"] = relations(relation(1, "worksheet", "media/image.png"))
        assert code(written(path, parts)) == "workbook-broken"

    def test_a_column_beyond_the_limit_alone(self, path: Path) -> None:
        assert refusal(workbook(path, sheet(row(1, text("NTQ1", "x"))))).place == Place(FILE, "Ark1", 1, "NTQ")
        assert inspect(workbook(path, sheet(row(1, text("NTP1", "x")))).read_bytes(), FILE)[0].width == 10_000

    def test_an_area_beyond_the_limit_alone(self, path: Path) -> None:
        rows = row(1, text("A1", "x")) + row(100_000, text("CV100000", "x"))
        [cells] = inspect(workbook(path, sheet(rows)).read_bytes(), FILE)
        assert cells.height * cells.width == sheet_scan.MOST_CELLS
        problem = refusal(workbook(path, sheet(rows + row(100_001, text("A100001", "x")))))
        assert (problem.message.code, problem.place) == ("cell-far-off", Place(FILE, "Ark1", 100_001, "A"))

    def test_a_stray_cell_at_the_foot_of_an_ordinary_list_is_no_bomb(self, path: Path) -> None:
        rows = row(1, text("A1", "navn"), text("I1", "notat")) + row(1048576, text("A1048576", "x"))
        [cells] = inspect(workbook(path, sheet(rows)).read_bytes(), FILE)
        assert (cells.height, cells.width) == (1048576, 9)

    def test_a_far_cell_that_only_has_a_colour_holds_nothing(self, path: Path) -> None:
        rows = row(1, text("A1", "x")) + row(1048576, '<c r="XFD1048576" s="1"/>')
        [cells] = inspect(workbook(path, sheet(rows)).read_bytes(), FILE)
        assert (cells.height, cells.width) == (1, 1)

    @pytest.mark.parametrize("reference", ["A0", "ABCD1", "A99999999", "1A", "A-1", "A1:B2", ""])
    def test_a_cell_that_is_nowhere_is_damage(self, path: Path, reference: Any) -> None:
        assert code(workbook(path, sheet(row(1, text(reference, "x"))))) == "workbook-broken"


# What ends the interpreter must not end the test run: these are read in a process of their own.
READ = """
import pathlib, sys
from loaders.workbook import Workbook
[problem] = Workbook().read(pathlib.Path(sys.argv[1])).problems
print(problem.message.code)
"""


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        *[(parts_of(sheet(rows)), "cell-far-off") for rows in FAR_CELLS],
        (
            {**parts_of(ONE_CELL), "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="99999999999"/>'},
            "workbook-broken",
        ),
    ],
)
def test_no_file_ends_the_interpreter(path: Path, parts: Any, expected: Any) -> None:
    written(path, parts)
    done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, expected), done.stderr[-2000:]


class TestCellsWithoutValue:
    def test_errors_come_with_their_cell_and_their_text(self, path: Path) -> None:
        rows = row(2, '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c r="AA2" t="e"><v>#N/A</v></c>') + row(
            3, '<c t="e"><v>#SPILL!</v></c>'
        )
        [cells] = inspect(workbook(path, sheet(rows)).read_bytes(), FILE)
        assert cells.errors == [(2, 2, "#DIV/0!"), (2, 27, "#N/A"), (3, 1, "#SPILL!")]
        assert cells.uncalculated == []

    def test_formulas_without_a_value_and_with_one(self, path: Path) -> None:
        rows = row(
            1,
            '<c r="A1"><f>1+1</f><v></v></c>',
            '<c r="B1"><f>1+1</f><v/></c>',
            '<c r="C1"><f>1+1</f></c>',
            '<c r="D1"><f>1+1</f>\n <v>2</v>\n</c>',
            '<c r="E1" t="str"><f>""</f><v></v></c>',
            '<c r="F1"><v>3</v></c>',
            '<c r="G1" s="1"/>',
            '<c r="H1"><f>1+1</f>\n <v></v>\n</c>',
        )
        # A rule for colours outside the cells has formulas of its own.
        after = '<extLst><ext><x:f xmlns:x="x">A1=1</x:f></ext></extLst>'
        [cells] = inspect(workbook(path, sheet(rows, after=after)).read_bytes(), FILE)
        assert cells.uncalculated == [(1, 1), (1, 2), (1, 3), (1, 8)]
        assert cells.errors == []

    def test_thousands_are_counted_and_the_first_kept(self, path: Path) -> None:
        rows = "".join(
            row(n, f'<c r="A{n}" t="e"><v>#N/A</v></c>', f'<c r="B{n}"><f>1</f></c>') for n in range(1, 1001)
        )
        [cells] = inspect(workbook(path, sheet(rows)).read_bytes(), FILE)
        assert (cells.errors_in_all, cells.uncalculated_in_all) == (1000, 1000)
        assert len(cells.errors) == len(cells.uncalculated) == MOST_ALIKE

    def test_each_sheet_has_its_own_in_the_order_of_the_workbook(self, path: Path) -> None:
        parts = parts_of(ONE_CELL, sheet(row(5, '<c r="C5" t="e"><v>#REF!</v></c>')))
        parts["xl/_rels/workbook.xml.rels"] = relations(
            relation(1, "worksheet", "worksheets/sheet2.xml"), relation(2, "worksheet", "/xl/worksheets/sheet1.xml")
        )
        first, second = inspect(written(path, parts).read_bytes(), FILE)
        assert (first.errors, second.errors) == ([(5, 3, "#REF!")], [])


class TestOrdinary:
    def test_a_part_of_another_program_in_utf_16(self, path: Path) -> None:
        parts = {**parts_of(ONE_CELL), "customXml/item1.xml": '<?xml version="1.0"?><hæ/>'.encode("utf-16")}
        assert len(inspect(written(path, parts).read_bytes(), FILE)) == 1

    def test_a_link_to_another_workbook_is_no_reason_to_refuse(self, path: Path) -> None:
        parts = parts_of(ONE_CELL)
        parts["xl/externalLinks/externalLink1.xml"] = f'<externalLink xmlns="{MAIN}"/>'
        parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = relations(
            '<Relationship Id="rId1" Type="t" Target="http://127.0.0.1:9/bok.xlsx" TargetMode="External"/>'
        )
        assert len(inspect(written(path, parts).read_bytes(), FILE)) == 1

    def test_the_limits_leave_room_for_a_hundred_thousand_rows_of_ten_columns(self, path: Path) -> None:
        book = openpyxl.Workbook(write_only=True)
        page = book.create_sheet("Ark1")
        for number in range(10_000):
            page.append([f"Firma {number}", 974760673, "Oslo", "deltaker", number, 1.5, None, "notat", True, "x"])
        book.save(path)
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo("xl/worksheets/sheet1.xml")
        assert info.file_size * 10 * 2 < preflight.MOST_UNPACKED
        assert info.file_size / info.compress_size * 2 < preflight.MOST_SWELLING
        assert sheet_scan.MOST_CELLS > 100_000 * 10 * 2
        [cells] = inspect(path.read_bytes(), FILE)
        assert (cells.height, cells.width) == (10_000, 10)
