"""Text tables as offices and programs save them, and as they come out damaged."""

import csv
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph_model.problems import Place, Problem
from loaders.delimited import Delimited
from loaders.limits import MOST_ALIKE
from loaders.tables import CellValue, Reading

Row = tuple[int, tuple[CellValue, ...]]


Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_bytes(data: bytes | str, name: str = "liste.csv") -> Reading:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return Delimited().read(path)

    return read_bytes


def rows(reading: Reading) -> list[Row]:
    [table] = reading.tables
    return [(line.number, line.cells) for line in table.lines]


def only_problem(reading: Reading) -> Problem:
    [problem] = reading.problems
    return problem


def refused(reading: Reading, code: str, row: int = 0) -> None:
    problem = only_problem(reading)
    assert (problem.message.code, problem.place, problem.blocks) == (code, Place("liste.csv", row=row), True)


class TestEmpty:
    @pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n\r\n", b";;;\n ; ;\n"])
    def test_a_file_without_a_cell_is_refused(self, read: Read, data: bytes) -> None:
        reading = read(data)
        refused(reading, "file-empty")
        assert reading.tables == []

    def test_a_header_alone_is_a_table(self, read: Read) -> None:
        reading = read("navn;orgnr\n")
        assert rows(reading) == [(1, ("navn", "orgnr"))]
        assert reading.problems == []


class TestEncoding:
    TEXT = "navn;sted\r\nBlåbær Øy AS;Ærøy\r\n"
    ROWS = ((1, ("navn", "sted")), (2, ("Blåbær Øy AS", "Ærøy")))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
    def test_utf_8_with_and_without_its_mark(self, read: Read, encoding: str) -> None:
        reading = read(self.TEXT.encode(encoding))
        assert tuple(rows(reading)) == self.ROWS
        assert reading.problems == []

    @pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
    def test_unicode_text_from_excel_is_utf_16_with_tabs(self, read: Read, mark: Any, encoding: str) -> None:
        reading = read(mark + self.TEXT.replace(";", "\t").encode(encoding), "liste.txt")
        assert tuple(rows(reading)) == self.ROWS
        assert reading.problems == []

    def test_windows_1252_is_read_with_a_note(self, read: Read) -> None:
        reading = read(self.TEXT.encode("cp1252"))
        assert tuple(rows(reading)) == self.ROWS
        problem = only_problem(reading)
        assert (problem.message.code, problem.blocks) == ("read-as-windows-1252", False)

    def test_plain_ascii_needs_no_note(self, read: Read) -> None:
        assert read("navn;sted\nFirma;Oslo\n").problems == []

    def test_a_byte_that_windows_1252_lacks_is_refused_with_its_line(self, read: Read) -> None:
        reading = read(b"navn\r\n\xc5lesund\r\n\x81rdal\r\n")
        refused(reading, "character-unknown", row=3)
        assert only_problem(reading).values == {"byte": "81"}
        assert reading.tables == []

    @pytest.mark.parametrize(
        ("lines", "row", "other"),
        [
            ([b"navn", "Ålesund".encode(), "Årdal".encode("cp1252")], 3, 2),
            ([b"navn", "Ærøy".encode("cp1252"), b"x", "Øy".encode()], 2, 4),
        ],
    )
    def test_two_encodings_in_one_file_are_refused_with_both_lines(
        self, read: Read, lines: Any, row: Any, other: Any
    ) -> None:
        reading = read(b"\n".join(lines))
        refused(reading, "encodings-mixed", row=row)
        assert only_problem(reading).values == {"line": other}

    @pytest.mark.parametrize(
        ("data", "row"),
        [
            (b"\xef\xbb\xbfnavn\n\xc5lesund\n", 2),
            (b"\xff\xfe" + "navn\nA\nB".encode("utf-16-le") + b"\x41", 3),
        ],
    )
    def test_a_mark_that_lies_is_refused_with_the_line(self, read: Read, data: bytes, row: Any) -> None:
        refused(read(data), "encoding-broken", row=row)

    @pytest.mark.parametrize("garbled", ["Ã…lesund", "TromsÃ¸", "BÃ¦rum", "Ã˜rsta", "2020â€“2024"])
    def test_letters_ruined_before_are_noted_with_the_cell(self, read: Read, garbled: Any) -> None:
        reading = read(f"navn;sted\nFirma;{garbled}\n")
        problem = only_problem(reading)
        assert (problem.message.code, problem.blocks) == ("letters-garbled", False)
        assert problem.place == Place("liste.csv", row=2, column="B")
        assert rows(reading)[1] == (2, ("Firma", garbled))

    def test_of_a_cell_with_ruined_letters_only_the_word_is_shown(self, read: Read) -> None:
        problem = only_problem(read("navn;sted\nFirma;01019012345 fra TromsÃ¸ by\nB;Ã…s\n"))
        assert problem.values == {"value": "TromsÃ¸", "count": 2}

    def test_true_words_are_not_taken_for_ruined(self, read: Read) -> None:
        assert read("navn\nSÃO PAULO\nÂge\nLe Pâtissier\nÅse\n").problems == []

    @pytest.mark.parametrize("data", [b"navn;a\nF\x00irma;b\n", "navn;a\nFirma;b\n".encode("utf-16-le")])
    def test_nul_is_refused_with_its_line(self, read: Read, data: bytes) -> None:
        reading = read(data)
        assert only_problem(reading).message.code == "nul-character"
        assert reading.tables == []

    def test_nul_names_the_line(self, read: Read) -> None:
        refused(read(b"navn;a\r\n\r\nx;y\r\nF\x00irma;b\r\n"), "nul-character", row=4)


class TestText:
    @pytest.mark.parametrize(
        ("written", "cleaned"),
        [
            (unicodedata.normalize("NFD", "Ålesund Øy é"), "Ålesund Øy é"),
            ("974\u00a0760\u202f673", "974 760 673"),
            ("\u00a0Firma\u2003", "Firma"),
            ("Kom\u200bpe\u00adtanse\ufeff", "Kompetanse"),
            ("A\u200b\u030alesund", "Ålesund"),
            ("abc\u202etxt.exe\u202c", "abctxt.exe"),
            ("\x1b[31mrød\x07", "[31mrød"),
            ("a\x0cb", "a\nb"),
            ("  ", None),
            ("\u200b\u00a0", None),
        ],
    )
    def test_what_nobody_sees_is_gone(self, read: Read, written: Any, cleaned: Any) -> None:
        assert rows(read(f"a;b;c\n1;{written};3\n"))[1] == (2, ("1", cleaned, "3"))

    def test_digits_stay_text(self, read: Read) -> None:
        assert rows(read("kommune;orgnr\n0301;974760673\n"))[1] == (2, ("0301", "974760673"))


class TestDelimiter:
    @pytest.mark.parametrize("delimiter", [";", ",", "\t"])
    def test_each_delimiter(self, read: Read, delimiter: Any) -> None:
        text = delimiter.join(["navn", "sted", "rolle"]) + "\n" + delimiter.join(["A", "B", "C"]) + "\n"
        assert rows(read(text)) == [(1, ("navn", "sted", "rolle")), (2, ("A", "B", "C"))]

    @pytest.mark.parametrize(
        ("text", "second"),
        [
            ("navn;andel\nA;1,5\nB;2,5\n", ("A", "1,5")),
            ("navn;om\nA;frukt, bær\nB;sopp, lyng\n", ("A", "frukt, bær")),
            ("navn,med i\nA,NTNU; Nord\nB,Nord; UiO; NTNU\n", ("A", "NTNU; Nord")),
            ('"navn";"om"\n"A";"en, to, tre"\n"B";"fire, fem, seks"\n', ("A", "en, to, tre")),
            ("Oversikt over aktører, pr. mars, etter sted\n\nnavn;sted\nA;B\nC;D\n", ("navn", "sted")),
        ],
    )
    def test_the_delimiter_that_gives_every_line_as_many_cells(self, read: Read, text: Any, second: Any) -> None:
        assert rows(read(text))[1][1] == second

    def test_one_column_needs_no_delimiter(self, read: Read) -> None:
        reading = read("navn\nHansen AS\nOlsen, Per og Kari\nNilsen\n")
        assert [cells for _, cells in rows(reading)] == [
            ("navn",),
            ("Hansen AS",),
            ("Olsen, Per og Kari",),
            ("Nilsen",),
        ]

    @pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "\ufeffsep=;"])
    def test_the_line_by_which_excel_names_the_delimiter_is_no_row_but_a_line(self, read: Read, first: Any) -> None:
        assert rows(read(f"{first}\r\na,b;c\r\nd,e;f\r\n")) == [(2, ("a,b", "c")), (3, ("d,e", "f"))]

    def test_a_named_tab(self, read: Read) -> None:
        assert rows(read("sep=\t\na;b\tc\n")) == [(2, ("a;b", "c"))]

    def test_a_space_before_a_quote_does_not_split_the_cell(self, read: Read) -> None:
        assert rows(read('navn, sted\nA, "Oslo, Bergen"\n'))[1] == (2, ("A", "Oslo, Bergen"))


class TestForm:
    def test_an_open_quote_is_refused_where_its_record_starts_and_swallows_nothing(self, read: Read) -> None:
        reading = read('navn;sted\nA;B\nC;"D\nE;F\nG;H\n')
        refused(reading, "quote-not-closed", row=3)
        assert rows(reading) == [(1, ("navn", "sted")), (2, ("A", "B"))]

    def test_an_open_quote_in_a_long_file_is_not_called_a_long_cell(self, read: Read) -> None:
        reading = read('navn;sted\nA;"B\n' + "C;D\n" * csv.field_size_limit())
        refused(reading, "quote-not-closed", row=2)
        assert rows(reading) == [(1, ("navn", "sted"))]

    def test_text_after_a_quote_is_refused_line_by_line(self, read: Read) -> None:
        reading = read('navn;sted\n"A"x;B\nC;D\n"E" f;"G"\n')
        assert [(problem.message.code, problem.place) for problem in reading.problems] == [
            ("text-after-quote", Place("liste.csv", row=2)),
            ("text-after-quote", Place("liste.csv", row=4)),
        ]
        assert rows(reading) == [(1, ("navn", "sted")), (3, ("C", "D"))]

    def test_hundreds_of_the_same_are_counted_and_not_listed(self, read: Read) -> None:
        reading = read("a;b\n" + '"x"y;z\n' * 1000)
        *listed, last = reading.problems
        assert {problem.message.code for problem in listed} == {"text-after-quote"}
        assert len(listed) == MOST_ALIKE
        assert (last.message.code, last.values) == ("more-alike", {"count": 1000 - MOST_ALIKE})

    def test_a_quote_inside_a_cell(self, read: Read) -> None:
        assert rows(read('navn;mål\n"Firma ""A""";3" rør\n'))[1] == (2, ('Firma "A"', '3" rør'))

    def test_short_and_long_rows(self, read: Read) -> None:
        reading = read("a;b;c\n1\n1;2;3;;;\n1;2;3;4\n")
        assert rows(reading)[1:] == [(2, ("1",)), (3, ("1", "2", "3")), (4, ("1", "2", "3", "4"))]
        assert reading.problems == []

    def test_a_cell_over_several_lines_is_one_row_on_its_first_line(self, read: Read) -> None:
        reading = read('a;b\n1;"en\nto\r\n tre"\n2;x\n')
        assert rows(reading) == [(1, ("a", "b")), (2, ("1", "en\nto\ntre")), (5, ("2", "x"))]

    def test_an_error_after_a_cell_over_several_lines_has_its_own_line(self, read: Read) -> None:
        refused(read('a;b\n1;"en\nto"\n"2"x;y\n'), "text-after-quote", row=4)

    def test_a_cell_longer_than_any_text_is_refused(self, read: Read) -> None:
        longest = csv.field_size_limit()
        assert read("a;b\n1;" + "x" * longest + "\n").problems == []
        reading = read("a;b\n1;" + "x" * (longest + 1) + "\n2;y\n")
        refused(reading, "cell-too-long", row=2)
        assert rows(reading)[-1] == (3, ("2", "y"))

    @pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
    def test_every_line_ending(self, read: Read, end: Any) -> None:
        assert rows(read(f"a;b{end}{end}1;2{end}")) == [(1, ("a", "b")), (3, ("1", "2"))]

    def test_line_endings_mixed_in_one_file(self, read: Read) -> None:
        assert [number for number, _ in rows(read("a;b\r1;2\n3;4\r\n5;6"))] == [1, 2, 3, 4]

    def test_a_form_feed_or_a_line_separator_ends_no_line(self, read: Read) -> None:
        assert [number for number, _ in rows(read("a;b\n1;x\x0cy\u2028z\x85\n3;4\n"))] == [1, 2, 3]

    def test_blank_rows_count_and_are_left_out(self, read: Read) -> None:
        assert rows(read("\n;;\na;b\n\n ; \n1;2\n")) == [(3, ("a", "b")), (6, ("1", "2"))]


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_workbook_named_as_text_is_told_apart(read: Read, data: bytes) -> None:
    refused(read(data), "workbook-named-as-text")


def test_a_file_larger_than_any_list_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.limits.LARGEST_FILE", 10)
    refused(read("a;b\n1;2;3;4;5\n"), "file-too-large")


def test_the_table_carries_the_name_of_the_file_without_its_folder(read: Read) -> None:
    [table] = read("a;b\n", "aktører.tsv").tables
    assert (table.file, table.sheet) == ("aktører.tsv", "")


def test_a_problem_reads_as_a_sentence_with_its_place_and_what_to_do(read: Read) -> None:
    said = only_problem(read('navn;sted\nA;"B\n')).to("nb")
    assert said.startswith("liste.csv, rad 2: En celle som begynner her,")
    assert said.endswith("Sett inn anførselstegnet som mangler, eller ta bort det som er for mye.")
