"""Rows as they stand in real lists: which are read, which are beside the table, and what is missing in them."""

import datetime as dt
from pathlib import Path

import pytest

from graph_model.problems import Place
from tests.loaders.reading import Rows, csv_of, read, says, told


def members(folder: Path, *rows: tuple[object, ...]) -> list[tuple[str, Place | None]]:
    """What is said of a list of members, by code and place."""
    return told(read(folder, {"medlemskap.csv": csv_of(("medlem", "medlem av", "rolle"), *rows)}).lists.problems)


class TestRows:
    def test_several_names_in_both_cells_are_every_pair(self, tmp_path: Path) -> None:
        content = csv_of(("medlem", "medlem av", "fra"), ("NTNU; Nord universitet;", "F;G", "2020"))
        pairs = [(start, end) for start in ("NTNU", "Nord universitet") for end in ("F", "G")]
        found = read(tmp_path, {"medlemskap.csv": content})
        assert found.relations == [("MEMBER_OF", start, end, {"since": "2020"}) for start, end in pairs]

    def test_a_row_with_names_for_millions_of_pairs_is_refused(self, tmp_path: Path) -> None:
        names = ";".join(f"n{at}" for at in range(2000))
        assert members(tmp_path, (names, names, "")) == [("too-many-names", Place("medlemskap.csv", "", 2))]

    def test_blank_rows_count_but_say_nothing(self, tmp_path: Path) -> None:
        content = csv_of(("navn", "type"), (), ("A", "kommune"), ("", ""), ("B", " "), (), ("C", ""))
        found = read(tmp_path, {"aktører.csv": content})
        assert [(claim.values["name"], claim.place.row) for claim in found.lists.sources[0].nodes] == [
            *(("A", 3), ("B", 5), ("C", 7))
        ]
        assert found.problems == []

    @pytest.mark.parametrize(
        "row",
        [
            ("Sum", 12),
            ("Sum", None, dt.date(2024, 1, 1)),
            (None, "Sum", 3),
            ("Totalt:", "1 200"),
            ("TOTALT", ""),
            ("I alt", 3),
            ("Sum ansatte", "12,5"),
            ("Totalt antall: 7",),
        ],
    )
    def test_a_sum_is_not_read(self, tmp_path: Path, row: tuple[object, ...]) -> None:
        rows = [("Navn", "Møter per år", "Etablert"), ("A", 2, 2020), row]
        found = read(tmp_path, {"x.xlsx": {"Nettverk": rows}})
        assert told(found.problems) == [("skipped-sum", Place("x.xlsx", "Nettverk", 3))]
        says(found.note, "Raden er en sum, og er ikke lest.", "The row is a sum, and is not read.")
        assert len(found.nodes) == 1

    @pytest.mark.parametrize("row", [("Total", "kommune"), ("Sum Regnskap AS",), ("Totalbygg", ""), ("Oslo i alt", 3)])
    def test_an_organisation_is_no_sum_for_its_name(self, tmp_path: Path, row: tuple[object, ...]) -> None:
        found = read(tmp_path, {"aktører.csv": csv_of(("Navn", "Aktørtype"), ("A", "kommune"), row)})
        assert [node["name"] for node in found.nodes] == ["A", row[0]]

    def test_remarks_under_the_table_are_not_read(self, tmp_path: Path) -> None:
        under = [
            ("* Foreløpig", ""),
            ("Kilde: Enhetsregisteret", ""),
            (),
            ("Ta kontakt ved feil", ""),
            ("Hilsen Kari", ""),
        ]
        content = csv_of(("Navn", "Type"), ("A", "kommune"), ("B", "kommune"), ("C", "NAV"), ("Sum", 3), *under)
        found = read(tmp_path, {"aktører.csv": content})
        assert [node["name"] for node in found.nodes] == ["A", "B", "C"]
        skipped = [("skipped-remark", Place("aktører.csv", "", row)) for row in (6, 7, 9, 10)]
        assert sorted(told(found.problems), key=str) == sorted(
            [*skipped, ("skipped-sum", Place("aktører.csv", "", 5))], key=str
        )

    def test_what_stands_below_a_gap_or_a_sum_is_no_name_where_every_row_has_more(self, tmp_path: Path) -> None:
        rows: Rows = [("Navn", "Type", "Kommune"), ("A", "kommune"), ("B", "kommune")]
        for under in ([(None, None, None), (7,), (None, None, "Hilsen Kari")], [("Sum", 2), ("Hilsen", None, None)]):
            found = read(tmp_path, {"x.xlsx": {"Aktører": [*rows, *under]}})
            assert [node["name"] for node in found.nodes] == ["A", "B"]
            assert found.problems[-1].message.code == "skipped-remark"

    def test_a_row_with_more_than_its_name_is_no_remark_for_how_it_ends(self, tmp_path: Path) -> None:
        rows: Rows = [("Navn", "Type", "Logg"), ("A", "kommune"), ("B", None, "Merk: ny"), (2024,)]
        found = read(tmp_path, {"x.xlsx": {"Aktører": rows}})
        assert [node["name"] for node in found.nodes] == ["A", "B", "2024"]

    @pytest.mark.parametrize("kinds", [("", "", ""), ("kommune", "kommune", ""), ("kommune", "", "kommune")])
    def test_names_alone_below_a_gap_are_no_remarks_where_others_stand_alone(
        self, tmp_path: Path, kinds: tuple[str, ...]
    ) -> None:
        rows = zip("ABC", kinds, strict=True)
        content = csv_of(("Navn", "Type"), *rows, (), ("D", ""), ("* Foreløpig", ""))
        found = read(tmp_path, {"aktører.csv": content})
        assert [node["name"] for node in found.nodes] == ["A", "B", "C", "D"]
        assert told(found.problems) == [("skipped-remark", Place("aktører.csv", "", 7))]

    def test_the_header_once_more_is_not_read(self, tmp_path: Path) -> None:
        content = csv_of(("Navn", "Type"), ("A", "kommune"), ("Navn", "Type"), ("B", "kommune"))
        found = read(tmp_path, {"aktører.csv": content})
        assert told(found.problems) == [("skipped-header", Place("aktører.csv", "", 3))]
        assert [node["name"] for node in found.nodes] == ["A", "B"]

    def test_a_header_without_rows_is_noted(self, tmp_path: Path) -> None:
        note = read(tmp_path, {"aktører.csv": "Navn;Type\n"}).note
        assert told([note]) == [("no-rows", Place("aktører.csv"))]

    def test_every_cell_that_is_missing_is_told(self, tmp_path: Path) -> None:
        first, second = Place("medlemskap.csv", "", 2, "B (medlem av)"), Place("medlemskap.csv", "", 3, "A (medlem)")
        third = Place("medlemskap.csv", "", 3, "B (medlem av)")
        assert members(tmp_path, ("A", "", "leder"), ("", "-", "leder")) == [
            ("missing-value", place) for place in (first, second, third)
        ]

    def test_what_a_missing_value_says(self, tmp_path: Path) -> None:
        error = read(tmp_path, {"aktører.csv": csv_of(("Navn", "Type"), ("A", "kommune"), ("", "kommune"))}).error
        says(
            error,
            "kolonne A (Navn): «navn» er tom. Fyll den ut, eller slett raden.",
            "column A (Navn): 'name' is empty.",
        )

    def test_a_cell_over_several_lines_is_one_value_on_its_first_line(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"aktører.csv": csv_of(("Navn", "Org.nr."), ("Fosen\nvgs ", "1\n2"), ("B", "3"))})
        assert [node["name"] for node in found.nodes] == ["Fosen vgs", "B"]
        assert told(found.errors) == [
            ("organisation-number-length", Place("aktører.csv", "", row, "B (Org.nr.)")) for row in (2, 5)
        ]

    def test_a_semicolon_that_is_not_quoted_shifts_nothing_silently(self, tmp_path: Path) -> None:
        content = "Navn;Andre navn;Kommune\nNTNU;Gløshaugen;Dragvoll;Trondheim\n"
        found = read(tmp_path, {"aktører.csv": content, "medlemskap.csv": "medlem;medlem av\nNTNU;NTNU\n"})
        row, loop = found.errors
        assert told([row]) == [("row-too-long", Place("aktører.csv", "", 2))]
        says(
            row,
            'Sett en celle som inneholder skilletegnet, i anførselstegn, som "NTNU; Nord universitet".',
            "Put a cell",
        )
        assert (loop.message.code, found.nodes) == (
            "self-loop",
            [{"name": "NTNU"}],
        )  # the row is known of, and not read

    @pytest.mark.parametrize(
        ("sheet", "header"), [("aktører", "Andre navn"), ("målgrupper", "Andre navn"), ("målgrupper", "STYRK-08")]
    )
    def test_a_text_that_is_too_long_is_shown_by_its_beginning(self, tmp_path: Path, sheet: str, header: str) -> None:
        content = csv_of(("Navn", header), ("A", "x" * 10_000), ("B", "x" * 500))
        error = read(tmp_path, {f"{sheet}.csv": content}).error
        assert told([error]) == [("too-long", Place(f"{sheet}.csv", "", 2, f"B ({header})"))]
        says(
            error,
            f"Teksten «{'x' * 59}…» er for lang. Den kan ha 500 tegn.",
            "is too long. It may have 500 characters.",
        )

    def test_of_several_values_the_one_that_is_too_long_is_shown(self, tmp_path: Path) -> None:
        error = read(tmp_path, {"aktører.csv": csv_of(("Navn", "Andre navn"), ("A", f"B; {'x' * 501}; C"))}).error
        assert "«xxx" in error.to("nb")

    def test_a_meeting_without_its_forum(self, tmp_path: Path) -> None:
        error = read(tmp_path, {"møter.csv": csv_of(("Forum", "Dato"), ("", "2021"))}).error
        assert told([error]) == [("missing-value", Place("møter.csv", "", 2, "A (Forum)"))]

    def test_a_meeting_is_named_after_its_forum_and_date(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"møter.csv": csv_of(("Forum", "Dato"), ("F", "2021-10"), ("F", "10.3.2021"))})
        assert [node["name"] for node in found.nodes] == ["F 2021-10", "F 2021-03-10"]
