"""How a table's kind is told: by the name of its sheet or its file, or by its headers."""

from pathlib import Path

import pytest

from graph_model.problems import Place
from tests.loaders.reading import Content, csv_of, read, says, told


class TestRecognition:
    ACTORS = (("Navn", "Type", "Kommune"), ("A", "-", "-"))
    MEMBERS = (("Navn", "Forum", "Rolle"), ("A", "F", "leder"))

    @pytest.mark.parametrize(
        ("file", "sheet"),
        [
            ("x.xlsx", "Aktører"),
            ("x.xlsx", "VIRKSOMHETER"),
            ("x.xlsx", "Actors 2024"),
            ("Aktører.xlsx", "Ark1"),
            ("aktører 2024.xlsx", "Ark1"),
            ("aktører_Fosen-v2 (1).csv", ""),
            ("organisations.csv", ""),
        ],
    )
    def test_by_the_name_of_the_sheet_else_of_the_file(self, tmp_path: Path, file: str, sheet: str) -> None:
        content: Content = {sheet: self.ACTORS} if sheet else csv_of(*self.ACTORS)
        found = read(tmp_path, {file: content})
        assert (found.problems, found.kinds) == ([], {"Organisation"})

    def test_the_name_of_the_file_holds_for_all_its_sheets_that_fit(self, tmp_path: Path) -> None:
        sheets = {"Fosen": self.ACTORS, "Namdalen": self.ACTORS, "Om": [["Navn"], ["det folk sier"]]}
        found = read(tmp_path, {"Aktører.xlsx": sheets})
        assert [claim.place.sheet for claim in found.lists.sources[0].nodes] == ["Fosen", "Namdalen"]
        assert told(found.problems) == [("unknown-sheet", Place("Aktører.xlsx", "Om"))]

    @pytest.mark.parametrize(
        ("headers", "kind", "label"),
        [
            (("Medlem", "Medlem av"), "MEMBER_OF", "medlemskap"),
            (("Navn", "Forum", "Rolle"), "MEMBER_OF", "medlemskap"),
            (("Navn", "Orgnr"), "Organisation", "aktører"),
            (("Navn", "Kommunenummer"), "Region", "regioner"),
            (("Arbeidsgiver", "Målgruppe", "Antall"), "EMPLOYS", "ansatte"),
            (("Hvem", "Mobiliserer", "Hvordan"), "MOBILISES", "mobilisering"),
            (("Forum", "Dato"), "Meeting", "møter"),
        ],
    )
    def test_by_headers_alone_with_a_note(
        self, tmp_path: Path, headers: tuple[str, ...], kind: str, label: str
    ) -> None:
        found = read(tmp_path, {"Bok1.xlsx": {"Ark1": [headers, ["A", "2020", None][: len(headers)]]}})
        note = found.notes[0]
        assert told([note]) == [("read-by-headers", Place("Bok1.xlsx", "Ark1"))]
        assert f"lest som «{label}»" in note.to("nb")
        assert kind in found.kinds | {source.nodes[0].kind.kind() for source in found.lists.sources if source.nodes}

    @pytest.mark.parametrize(
        "headers",
        [
            ("Navn",),
            ("Navn", "Type", "Kommune"),
            ("Navn", "Nr"),
            ("Kode", "Navn"),
            ("Navn", "Dato"),
            ("Navn", "Fra", "Til"),
            ("Forum", "Sted"),
            ("Hvordan",),
            ("a", "b"),
        ],
    )
    def test_headers_that_any_list_has_tell_nothing(self, tmp_path: Path, headers: tuple[str, ...]) -> None:
        found = read(tmp_path, {"liste.csv": csv_of(headers, ["1"] * len(headers))})
        assert told(found.errors) == [("unknown-table", Place("liste.csv"))]
        says(found.error, "disse navnene: regioner, aktører, nettverk,", "these names: regions, actors, networks,")
        assert found.kinds == set()

    def test_a_file_of_which_nothing_is_known_is_an_error_for_each_sheet(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"budsjett.xlsx": {"Inn": [["Post", "Beløp"], ["x", 1]], "Ut": [["Post"], ["y"]]}})
        assert told(found.errors) == [("unknown-table", Place("budsjett.xlsx", sheet)) for sheet in ("Inn", "Ut")]

    def test_notes_beside_a_list_are_only_noted(self, tmp_path: Path) -> None:
        explained = [["Kolonne", "Forklaring"], ["Navn", "det folk sier"], ["Type", "land, fylke"], ["Hvordan", "…"]]
        note = read(tmp_path, {"lister.xlsx": {"Om regioner": explained, "Aktører": self.ACTORS}}).note
        assert told([note]) == [("unknown-sheet", Place("lister.xlsx", "Om regioner"))]
        says(note, "Skal det leses, gi det navn etter innholdet, som «aktører».", "name it by what it holds")

    @pytest.mark.parametrize("sheet", ["Forum", "Medlemmer i forum", "Kompetanseforum – deltakere", "Aktører i forum"])
    def test_members_are_not_taken_for_forums_whatever_the_sheet_is_called(self, tmp_path: Path, sheet: str) -> None:
        assert read(tmp_path, {"x.xlsx": {sheet: self.MEMBERS}}).kinds == {"MEMBER_OF"}

    @pytest.mark.parametrize(
        ("name", "headers", "kinds"),
        [
            ("Medlemmer i forum", ("Navn", "Rolle", "Fra"), set()),
            ("Medlemmer i forum", ("Navn", "Org.nr."), set()),
            ("Aktører og forum", ("Navn", "Org.nr."), {"Organisation"}),
            ("Participant types", ("Name", "Type"), {"GATHERS"}),
        ],
    )
    def test_a_name_of_two_kinds_leaves_it_to_the_headers_which(
        self, tmp_path: Path, name: str, headers: tuple[str, ...], kinds: set[str]
    ) -> None:
        found = read(tmp_path, {f"{name}.xlsx": {"Ark1": [headers, ("A", "B", "C")]}})
        assert found.kinds == kinds
        assert ("unknown-table" in [problem.message.code for problem in found.errors]) is not bool(kinds)

    @pytest.mark.parametrize(
        ("sheet", "headers", "code"),
        [
            ("Aktører", ("Firma", "By"), "missing-column"),
            ("Aktører 2024", ("Type", "By"), "unknown-sheet"),
            ("Aktører 2024", ("Type", "Kommune"), "missing-column"),
            ("Aktører 2024", ("Navn", "By"), "ignored-columns"),
        ],
    )
    def test_a_sheet_whose_name_fits_better_than_its_headers(
        self, tmp_path: Path, sheet: str, headers: tuple[str, ...], code: str
    ) -> None:
        found = read(
            tmp_path,
            {"x.xlsx": {sheet: [headers, ("A", "-"), ("B", "-"), ("C", "-")], "Nettverk": [("Navn",), ("F",)]}},
        )
        assert code in [problem.message.code for problem in found.problems]

    def test_a_file_with_part_of_a_name_and_few_headers_is_refused(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"aktører 2024.csv": csv_of(("Type", "By"), ("kommune", "Oslo"))})
        assert told(found.errors) == [("unknown-table", Place("aktører 2024.csv"))]

    def test_the_name_counts_before_the_headers_of_other_nodes(self, tmp_path: Path) -> None:
        headers = ("Navn", "Kommunenummer", "Org.nr.", "Nettside", "E-post", "Type")
        found = read(tmp_path, {"regioner.csv": csv_of(headers, ("Oslo", "301", "958935420", "", "", ""))})
        assert (found.errors, found.nodes) == ([], [{"name": "Oslo", "number": "0301"}])

    def test_several_sheets_of_one_workbook_are_one_source(self, tmp_path: Path) -> None:
        sheets = {"Aktører": self.ACTORS, "Nettverk": [["Navn"], ["F"]], "Medlemmer": self.MEMBERS}
        found = read(tmp_path, {"lister.xlsx": sheets})
        assert (found.problems, len(found.lists.sources)) == ([], 1)
        assert found.relations == [("MEMBER_OF", "A", "F", {"role": "leader"})]

    @pytest.mark.parametrize("file", ["aktører.csv", "aktører 2024.csv"])
    def test_a_list_with_names_alone(self, tmp_path: Path, file: str) -> None:
        found = read(tmp_path, {file: "Navn\nA\nB, C og D\n"})
        assert (found.problems, found.nodes) == ([], [{"name": "A"}, {"name": "B, C og D"}])
