"""Headers as people write them, and how a table's kind is told by its sheet, its file or its headers."""

from pathlib import Path

import pytest

from graph_model.problems import Place
from tests.loaders.reading import Content, Outcome, Rows, csv_of, read, says, told


def actors(folder: Path, *headers: str, row: tuple[object, ...] = ()) -> Outcome:
    """What a list of actors with these headers gives; every cell is a dash unless a row is given."""
    return read(folder, {"aktører.csv": csv_of(headers, row or ("A", *["-"] * (len(headers) - 1)))})


class TestHeaders:
    @pytest.mark.parametrize("header", ["navn", "NAVN", "Name", " navn: ", "Virksomhet", "organisation"])
    @pytest.mark.parametrize(
        "number", ["Organisasjonsnummer", "Org.nr.", "org nr", "ORGNR", "Orgnummer", "organisation number"]
    )
    def test_both_languages_and_every_spelling_in_any_order(self, tmp_path: Path, header: str, number: str) -> None:
        found = actors(tmp_path, number, header, row=("974760673", "A"))
        assert found.problems == []
        assert found.nodes == [{"number": "974760673", "name": "A"}]

    def test_an_english_list_and_a_norwegian_one_say_the_same(self, tmp_path: Path) -> None:
        rows = [("A; B", "F", "leader", "2020-05-01", "2021", "Report", "3", "public")]
        english = ("member", "member of", "role", "since", "until", "document", "section", "basis")
        norwegian = ("Medlem", "Medlem av", "Rolle", "Fra", "Til", "Dokument", "Avsnitt", "Grunnlag")
        found = read(tmp_path, {"memberships.csv": csv_of(english, *rows), "medlemskap.csv": csv_of(norwegian, *rows)})
        one, other = found.lists.sources
        values = {"role": "leader", "since": "2020-05-01", "until": "2021"}
        assert found.relations == 2 * [("MEMBER_OF", "A", "F", values), ("MEMBER_OF", "B", "F", values)]
        assert [claim.origin for claim in one.relations] == [claim.origin for claim in other.relations]

    @pytest.mark.parametrize(
        ("header", "meant"),
        [
            ("Komune", "kommune"),
            ("Kommuner", "kommune"),
            ("Dekkar", "dekker"),
            ("Tpye", "type"),
            ("Hjemmsde", "nettsted"),
            ("Organisasjonsnumer", "organisasjonsnummer"),
            ("Nettstde", "nettsted"),
            ("Webside", "nettsted"),
            ("Kommune (hovedkontor)", "kommune"),
            ("Org.nr. [9 siffer]", "organisasjonsnummer"),
        ],
    )
    def test_a_header_that_is_nearly_another_is_refused_and_proposed(
        self, tmp_path: Path, header: str, meant: str
    ) -> None:
        error = actors(tmp_path, "Navn", header).error
        assert told([error]) == [("near-column", Place("aktører.csv", column=f"B ({header})"))]
        says(
            error, f"Overskriften «{header}» er ikke kjent. Mente du «{meant}»?", f"The header '{header}' is not known."
        )

    @pytest.mark.parametrize(
        "header", ["Navn på virksomhet", "Virksomhetsnavn", "Kommunenavn", "Navne", "name of body", "Organisasjon"]
    )
    def test_a_header_with_the_word_that_is_needed_is_proposed_for_it(self, tmp_path: Path, header: str) -> None:
        found = actors(tmp_path, header, "Org.nr.", row=("A", "974760674"))
        near, number = found.errors
        assert told([near]) == [("near-column", Place("aktører.csv", column=f"A ({header})"))]
        says(near, "Mente du «navn»?", "Did you mean 'name'?")
        assert number.message.code == "organisation-number-check-digit"  # what else is wrong shows at once

    @pytest.mark.parametrize(
        "header",
        [
            *(
                "Kommentar",
                "Adresse",
                "Postadresse",
                "Postnummer",
                "Poststed",
                "Kontakt",
                "Merknad",
                "Antall",
                "Status",
            ),
            *("Sist oppdatert", "Oppdatert av", "Opprettet av", "Leder", "Fylke", "Bransje", "Nr", "ID", "År", "NACE"),
            *(
                "Tilf.",
                "Stad",
                "Organisasjonsform",
                "Mobiliserer",
                "Rolle",
                "Beskrivelse",
                "Sektor",
                "Address",
                "Location",
                "2024",
            ),
        ],
    )
    def test_an_ordinary_column_more_is_noted_and_not_taken_for_another(self, tmp_path: Path, header: str) -> None:
        note = actors(tmp_path, "Navn", header).note
        assert told([note]) == [("ignored-columns", Place("aktører.csv", row=1))]
        says(note, f"er ikke lest: B ({header}).", f"are not read: B ({header}).")

    @pytest.mark.parametrize(
        "header",
        [
            *("Fødselsnummer", "Fnr.", "Personnr", "Fødselsdato", "Mobil", "Mobilnummer", "Telefon", "Tlf.", "Phone"),
            *("Kontaktperson", "E-post kontaktperson", "Navn på kontaktperson", "Etternavn", "First name"),
        ],
    )
    def test_a_personal_column_is_left_out_with_a_note(self, tmp_path: Path, header: str) -> None:
        found = actors(tmp_path, "Navn", header, row=("A", "01010112345 Kari Hemmelig 98765432"))
        assert told([found.note]) == [("personal-columns", Place("aktører.csv", row=1))]
        says(found.note, f"utelatt: B ({header})", f"left out: B ({header})")
        assert found.nodes == [{"name": "A"}]
        assert not any(secret in found.said for secret in ("01010112345", "Hemmelig", "98765432"))

    def test_two_columns_of_one_meaning_are_refused(self, tmp_path: Path) -> None:
        found = read(
            tmp_path, {"medlemskap.csv": csv_of(("Navn", "Virksomhet", "Forum", "Rolle"), ("P", "A", "F", ""))}
        )
        assert told(found.lists.problems) == [("double-column", Place("medlemskap.csv", column="B (Virksomhet)"))]
        says(
            found.lists.problems[0],
            "Både «Navn» og «Virksomhet» leses som «medlem». Slett den ene",
            "Both 'Navn' and 'Virksomhet' are read as 'member'. Delete one",
        )

    def test_a_column_that_no_row_can_do_without(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"aktører.csv": csv_of(("Liste",), ("Het", "Kommune"), ("kommune", "Oslo"))})
        assert told(found.errors) == [("missing-column", Place("aktører.csv"))]
        says(
            found.error,
            "Listen leses som «aktører», men kolonnen «navn» mangler blant overskriftene i rad 2. Legg til kolonnen",
            "The list is read as 'actors', but the column 'name' is missing among the headers in row 2. Add the column",
        )

    def test_columns_without_a_header_are_noted_where_they_hold_anything(self, tmp_path: Path) -> None:
        rows: Rows = [["Navn", None, "Org.nr."], ["A", "x", 974760673, "y", None, "z"], ["B", None, None, None, None]]
        note = read(tmp_path, {"lister.xlsx": {"Aktører": rows}}).note
        assert told([note]) == [("columns-without-header", Place("lister.xlsx", "Aktører", 1))]
        says(note, "ikke lest: B, D og F. Skal de leses, gi dem en overskrift.", "not read: B, D and F.")

    def test_ten_thousand_columns_are_one_note(self, tmp_path: Path) -> None:
        note = actors(tmp_path, "Navn", *(f"Spørsmål {at}" for at in range(10_000))).note
        says(note, "B (Spørsmål 0), C (Spørsmål 1)", "and 9980 more")

    def test_a_header_is_shown_shortened_and_never_a_national_identity_number(self, tmp_path: Path) -> None:
        found = actors(tmp_path, "Navn", "01010112345", "1010112345", "k" * 10_000, "a\u202eb\ue000")
        says(found.note, f"B (…), C (…), D ({'k' * 39}…) og E (ab?).", "and E (ab?).")

    @pytest.mark.parametrize(
        "above",
        [
            [("Aktører i fylket", "", ""), ("", "", ""), ("Oppdatert 1.2.2024 av Kari", "", "")],
            [("Virksomheten", "", "Sted")],
            [("Hvem", "Nummer", "Kommune")],
        ],
    )
    def test_the_header_is_below_titles_and_below_the_row_of_groups(
        self, tmp_path: Path, above: list[tuple[str, str, str]]
    ) -> None:
        content = csv_of(*above, ("Navn", "Org.nr.", "Kommune"), ("A", "974760673", "Oslo"))
        found = read(tmp_path, {"aktører.csv": content, "regioner.csv": "navn\nOslo\n"})
        assert found.problems == []
        assert found.nodes == [{"name": "A", "number": "974760673"}, {"name": "Oslo"}]

    @pytest.mark.parametrize(("titles", "code"), [(29, "no-rows"), (30, "missing-column")])
    def test_the_header_is_among_the_first_thirty_rows(self, tmp_path: Path, titles: int, code: str) -> None:
        found = read(tmp_path, {"aktører.csv": csv_of(*[("Tittel", "x")] * titles, ("Navn", "Type"))})
        assert code in [problem.message.code for problem in found.problems]

    def test_data_without_headers_is_not_guessed_at(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"aktører.csv": csv_of(("Oslo kommune", "kommune"), ("Kari", "01010112345"))})
        assert found.error.message.code == "missing-column"
        assert "01010112345" not in found.said


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
