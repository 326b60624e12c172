"""What the rows of lists say together, and what they must not be able to do."""

import unicodedata
from pathlib import Path

import pytest

from graph_model.problems import Place
from tests.loaders.reading import Content, Rows, csv_of, outcome, read, says, told, write

REGIONS = csv_of(("navn", "type", "kommunenr"), ("Oslo", "kommune", "0301"), ("Bergen", "kommune", "4601"))


class TestMeaning:
    def test_the_same_row_twice_is_fine_and_so_are_two_forms_of_a_number(self, tmp_path: Path) -> None:
        rows = [("A", "kommune", "974 760 673", "Oslo"), ("A", "Kommune", "NO974760673MVA", "0301")]
        content = csv_of(("navn", "type", "org.nr.", "kommune"), *rows)
        assert read(tmp_path, {"regioner.csv": REGIONS, "aktører.csv": content}).problems == []

    def test_two_values_of_one_field_are_refused_with_both_rows(self, tmp_path: Path) -> None:
        content = csv_of(("Navn", "Type", "Fra"), ("P", "pilot", "2020"), ("Q", "", ""), ("P", "prosjekt", "2021"))
        found = read(tmp_path, {"programmer.csv": content})
        assert told(found.errors) == 2 * [("contradiction", Place("programmer.csv", "", 4))]
        says(
            found.errors[1],
            "P har to verdier for «fra»: «2020» (programmer.csv, rad 2) og «2021».",
            "(programmer.csv, row 2)",
        )

    def test_a_name_that_no_list_has(self, tmp_path: Path) -> None:
        content = csv_of(("navn", "kommune"), ("A", "Osslo"), ("B", "Zanzibar"))
        found = read(tmp_path, {"regioner.csv": REGIONS, "aktører.csv": content})
        near, far = found.errors
        place = Place("aktører.csv", "", 2, "B (kommune)")
        assert told([near, far])[0] == ("unknown-reference-near", place)
        assert told([near, far])[1] == ("unknown-reference", Place("aktører.csv", "", 3, "B (kommune)"))
        says(
            near,
            "«Osslo» er ikke kjent (region). Mente du «Oslo»?",
            "'Osslo' is not known (region). Did you mean 'Oslo'?",
        )
        says(
            far,
            "«Zanzibar» er ikke kjent (region). Rett navnet, eller legg til en rad",
            "Correct the name, or add a row",
        )

    @pytest.mark.parametrize("cell", ["Oslo, Bergen", "Oslo, Ingensteds", "Et, to og tre"])
    def test_several_names_between_commas(self, tmp_path: Path, cell: str) -> None:
        lists = {"regioner.csv": REGIONS, "aktører.csv": csv_of(("navn", "dekker"), ("A", cell))}
        error = read(tmp_path, lists).error
        assert told([error]) == [("several-in-one", Place("aktører.csv", "", 2, "B (dekker)"))]
        says(error, f"«{cell}» er ikke kjent (region). Er det flere navn, skill dem med semikolon", "with semicolons")

    def test_a_comma_in_a_name_that_is_nearly_another(self, tmp_path: Path) -> None:
        lists = {"regioner.csv": "navn\nOslo, øst\n", "aktører.csv": csv_of(("navn", "dekker"), ("A", "Osloo, øst"))}
        assert read(tmp_path, lists).error.message.code == "unknown-reference-near"

    @pytest.mark.parametrize("cell", ["Oslo\nBergen", "Oslo;\r\n Bergen", "Oslo\n\nBergen\n"])
    def test_several_names_on_lines_of_a_cell(self, tmp_path: Path, cell: str) -> None:
        lists = {"regioner.csv": REGIONS, "aktører.csv": csv_of(("navn", "dekker"), ("A\nog B", cell))}
        found = read(tmp_path, lists)
        covered: list[tuple[str, str, str, dict[str, object]]] = [
            ("COVERS", "A og B", "Oslo", {}),
            ("COVERS", "A og B", "Bergen", {}),
        ]
        assert (found.errors, found.relations) == ([], covered)

    def test_a_header_on_two_lines_is_read_and_shown_on_one(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"aktører.csv": csv_of(("navn", "andre\nnavn", "kjekt å\nvite"), ("A", "B", "C"))})
        assert found.nodes == [{"name": "A", "aliases": ["B"]}]
        says(found.note, "C (kjekt å vite)", "C (kjekt å vite)")

    def test_a_name_that_two_have(self, tmp_path: Path) -> None:
        actors = csv_of(("navn", "kommune"), ("Skolen", "Oslo"), ("Skolen", "Bergen"), ("B", ""))
        lists = {"regioner.csv": REGIONS, "aktører.csv": actors, "tilhørighet.csv": "del;del av\nB;skolen\n"}
        error = read(tmp_path, lists).error
        assert told([error]) == [("ambiguous-reference", Place("tilhørighet.csv", "", 2, "B (del av)"))]
        says(
            error,
            "«skolen» passer på flere: Skolen (organisation/skolen-bergen); Skolen",
            "'skolen' fits several: Skolen",
        )

    def test_part_of_itself(self, tmp_path: Path) -> None:
        error = read(tmp_path, {"aktører.csv": "navn;del av\nA;a\n"}).error
        assert told([error]) == [("self-loop", Place("aktører.csv", "", 2))]
        says(error, "«A» er del av seg selv.", "'A' is part of itself.")

    def test_parts_in_a_circle(self, tmp_path: Path) -> None:
        error = read(tmp_path, {"regioner.csv": "navn;del av\nA;B\nB;C\nC;A\n"}).error
        assert told([error]) == [("cycle", Place("regioner.csv", "", 4))]
        says(error, "Det går i ring: A – B – C – A.", "This goes in a circle: A – B – C – A.")

    @pytest.mark.parametrize(
        ("sheet", "headers", "row", "column"),
        [
            ("programmer", ("navn", "fra", "til", "dokument"), ("A", "2021", "31.12.2020", "x"), "C (til)"),
            ("nettverk", ("navn", "til", "etablert"), ("A", "2020-05", "1.6.2020"), "B (til)"),
            ("medlemskap", ("medlem", "medlem av", "fra", "til"), ("A", "A", "2022", "2021"), "D (til)"),
        ],
    )
    def test_an_end_before_the_beginning(
        self, tmp_path: Path, sheet: str, headers: tuple[str, ...], row: tuple[str, ...], column: str
    ) -> None:
        [problem] = read(tmp_path, {f"{sheet}.csv": csv_of(headers, row)}).lists.problems
        assert told([problem]) == [("end-before-start", Place(f"{sheet}.csv", "", 2, column))]
        since, until = (dict(zip(headers, row, strict=True)).get(name) for name in ("fra", "til"))
        says(problem, f"Slutten ({until}) kommer før begynnelsen ({since or '1.6.2020'}).", "Correct one of the dates.")

    @pytest.mark.parametrize(("since", "until"), [("2021-05", "2021"), ("12.06.2020", "2020-06"), ("2020", "1.1.2020")])
    def test_an_end_within_the_beginning_is_none(self, tmp_path: Path, since: str, until: str) -> None:
        assert read(tmp_path, {"programmer.csv": csv_of(("navn", "fra", "til"), ("A", since, until))}).problems == []

    def test_a_bad_row_does_not_make_others_look_bad(self, tmp_path: Path) -> None:
        actors = csv_of(("navn", "org.nr.", "kommune"), ("A", "974760674", ""), ("B", "", "Osslo"))
        rows = [("A", "B", "leder", "2020"), ("A", "B", "eier", "20xx"), ("B", "A", "", "")]
        memberships = csv_of(("medlem", "medlem av", "rolle", "fra"), *rows)
        found = read(tmp_path, {"aktører.csv": actors, "medlemskap.csv": memberships, "regioner.csv": REGIONS})
        assert [code for code, _ in told(found.errors)] == [
            "organisation-number-check-digit",
            "bad-date",
            "unknown-reference-near",
        ]

    def test_all_that_is_wrong_in_all_files_and_several_in_a_row(self, tmp_path: Path) -> None:
        headers = ("Navn", "Org.nr.", "Nettside", "Fra", "Til", "Opplyst dato", "Grunnlag", "Kommune")
        row = ("x" * 501, "1", "javascript:x", "31.02.2020", "2019-13", "45429", "hørt", "Osslo")
        lists: dict[str, Content] = {
            "aktører.csv": csv_of(headers, row, ("A",)),
            "medlemskap.csv": "medlem;rolle\nA;sjef\n",
            "x.pdf": b"%PDF",
        }
        found = read(tmp_path, {**lists, "regioner.csv": REGIONS, "ansatte.xlsx": b"PK\x03\x04"})
        codes = {
            *("organisation-number-length", "bad-address", "bad-date", "date-as-serial", "unknown-choice", "too-long"),
            *("missing-column", "unreadable-format", "workbook-broken"),
        }
        assert {problem.message.code for problem in found.errors} == codes
        assert [code for code, _ in told(found.errors)].count("bad-date") == 2
        assert "Teksten «xxx" in found.said
        assert "x" * 61 not in found.said

    def test_the_row_is_named_as_the_spreadsheet_counts(self, tmp_path: Path) -> None:
        sheet: Rows = [["Medlemmer"], [], ["Medlem", None, "Medlem av", "Rolle"], [], ["A", None, "B", "sjef"]]
        [problem] = read(tmp_path, {"x.xlsx": {"Medlemmer": sheet}}).lists.problems
        assert told([problem]) == [("unknown-choice", Place("x.xlsx", "Medlemmer", 5, "D (Rolle)"))]
        assert problem.to("nb").startswith("x.xlsx, ark «Medlemmer», rad 5, kolonne D (Rolle): «sjef» er ikke")
        assert problem.to("en").startswith("x.xlsx, sheet 'Medlemmer', row 5, column D (Rolle): 'sjef' is not")


class TestHostile:
    @pytest.mark.parametrize(
        "name",
        [
            *(
                "x'}) DETACH DELETE a //",
                'a"})-[:MEMBER_OF]->(b) SET b.name="c',
                "$regions",
                "`Organisation`",
                "{name}",
            ),
            *(
                "<img src=x onerror=alert(1)>",
                "</script><script>alert(1)</script>",
                "=cmd|'/c calc'!A1",
                "[red]x[/red]",
            ),
        ],
    )
    def test_a_value_is_only_text(self, tmp_path: Path, name: str) -> None:
        lists = {
            "aktører.csv": csv_of(("navn",), (name,)),
            "medlemskap.csv": csv_of(("medlem", "forum"), (name, name + "!")),
        }
        found = read(tmp_path, lists)
        assert found.nodes == [{"name": name}]
        assert name[:40] in found.error.to("nb")

    CONTROLS = "\x1b[31m\x07\u202e\u2066\ue000\U000e0041\x9b"

    def test_nothing_in_a_list_reaches_the_terminal_as_a_command(self, tmp_path: Path) -> None:
        bad = f"b{self.CONTROLS}d"
        rows = [(bad, bad, bad, bad), ("A", f"{bad}\nny linje", "", bad)]
        actors = csv_of(("navn", "org.nr.", bad, "kommune"), *rows)
        members = csv_of(("medlem", "medlem av", "rolle", f"Rolle{self.CONTROLS} (x)"), (bad, bad, bad, bad))
        book: dict[str, Rows] = {
            "Nettverk": [["Navn", "Type", bad.replace("\x1b", "").replace("\x07", "")], ["A", "z", None]]
        }
        lists: dict[str, Content] = {
            "aktører.csv": actors,
            "medlemskap.csv": members,
            "x.xlsx": book,
            "regioner.csv": f"navn\nbd{chr(0xE001)}\n",
        }
        found = read(tmp_path, lists)
        assert len(found.errors) > 6
        lines = [problem.to(lang) for problem in found.lists.problems for lang in ("nb", "en")]
        assert {unicodedata.category(char) for char in "".join(lines)}.isdisjoint({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})

    def test_a_hostile_file_name_is_refused_and_shown_harmless(self, tmp_path: Path) -> None:
        found = outcome([write(tmp_path / "aktører\x1b[31m\n\u202e.csv", "navn\nA\n")])
        assert [code for code, _ in told(found.errors)] == ["file-name-unreadable"]
        says(
            found.error, "«aktører?[31m??.csv» har tegn som ikke kan vises. Gi filen et nytt navn.", "Rename the file."
        )
        assert found.nodes == []

    def test_a_sheet_name_is_shown_harmless(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"x.xlsx": {"Ark\u202e\ue0001": [["a", "b"], [1, 2]]}})
        assert found.error.to("en").startswith("x.xlsx, sheet 'Ark??1': It is not clear")
