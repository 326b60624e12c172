"""Headers as people write them: known, nearly known, personal, doubled or missing."""

from pathlib import Path

import pytest

from graph_model.problems import Place
from tests.loaders.reading import Outcome, Rows, csv_of, read, says, told


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
