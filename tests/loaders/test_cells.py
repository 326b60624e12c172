"""Values as Norwegian offices and spreadsheets write them: read as what they mean, or refused with what to do."""

import datetime as dt
from pathlib import Path

import pytest

from graph_model.problems import Place, Problem
from tests.loaders.reading import Rows, csv_of, read, says, told

FILE = "liste.xlsx"
ACTORS, NETWORKS, REGIONS, PROGRAMMES, EMPLOYS = "aktører", "nettverk", "regioner", "programmer", "ansatte"


def value(folder: Path, sheet: str, header: str, cell: object) -> object:
    """What a cell of a list of nodes is read as; None where it says that nothing is known."""
    found = read(folder, {FILE: {sheet: [("navn", header), ("A", cell)]}})
    assert found.lists.problems == []
    [node] = found.nodes
    assert node.pop("name") == "A"
    return next(iter(node.values()), None)


def refusal(folder: Path, sheet: str, header: str, cell: object) -> Problem:
    """What is said of a cell that cannot be read, which is in row 2."""
    found = read(folder, {FILE: {sheet: [("navn", header), ("A", cell)]}})
    [problem] = found.lists.problems
    assert (problem.place, problem.blocks) == (Place(FILE, sheet, 2, f"B ({header})"), True)
    return problem


class TestOrganisationNumber:
    @pytest.mark.parametrize(
        "cell",
        [
            *(
                974760673,
                974760673.0,
                "974760673",
                "974 760 673",
                "974\u00a0760\u00a0673",
                "974.760.673",
                "974-760-673",
            ),
            *(
                "NO 974 760 673 MVA",
                "no974760673mva",
                "974760673MVA",
                "Org.nr. 974 760 673",
                "974760673.0",
                "974760673,00",
            ),
        ],
    )
    def test_every_way_to_write_it(self, tmp_path: Path, cell: object) -> None:
        assert value(tmp_path, ACTORS, "Org.nr.", cell) == "974760673"

    @pytest.mark.parametrize("cell", [97476067, "9747606734", "97476067A", "٩٧٤٧٦٠٦٧٣", "97476067³", "søkt", True])
    def test_not_nine_digits(self, tmp_path: Path, cell: object) -> None:
        problem = refusal(tmp_path, ACTORS, "Org.nr.", cell)
        assert problem.message.code == "organisation-number-length"
        says(problem, f"«{cell}» er ikke et organisasjonsnummer; det har ni siffer. Mangler", f"'{cell}' is no")

    def test_a_wrong_check_digit(self, tmp_path: Path) -> None:
        problem = refusal(tmp_path, ACTORS, "Orgnr", "974 760 674")
        assert problem.message.code == "organisation-number-check-digit"
        says(problem, "«974 760 674» har feil kontrollsiffer. Er to siffer byttet om?", "Are two digits swapped?")

    @pytest.mark.parametrize("cell", ["9,75E+08", "9.7476E8"])
    def test_one_that_a_spreadsheet_has_rounded(self, tmp_path: Path, cell: str) -> None:
        problem = refusal(tmp_path, ACTORS, "Orgnr", cell)
        assert problem.message.code == "number-in-scientific-form"
        says(
            problem,
            f"«{cell}» er et nummer som regnearket har avrundet. Gjør kolonnen om til tekst",
            "Make the column text",
        )


class TestRegionNumber:
    @pytest.mark.parametrize(
        ("cell", "number"),
        [("0301", "0301"), (301, "0301"), (3, "03"), ("50", "50"), ("5001.0", "5001"), ("50 01", "5001")],
    )
    def test_the_zero_that_is_lost_comes_back(self, tmp_path: Path, cell: object, number: str) -> None:
        assert value(tmp_path, REGIONS, "Kommunenr", cell) == number

    def test_the_zero_comes_back_also_where_a_region_is_named_by_its_number(self, tmp_path: Path) -> None:
        actors: Rows = [("navn", "kommune"), ("A", 301)]
        sheets = {"regioner": [("navn", "kommunenr"), ("Oslo", "0301")], "aktører": actors}
        found = read(tmp_path, {FILE: sheets})
        assert (found.problems, found.relations) == ([], [("LOCATED_IN", "A", "0301", {})])

    @pytest.mark.parametrize("cell", [50011, "K-5001", "٠٣٠١", "5001²", "500 11"])
    def test_another_length(self, tmp_path: Path, cell: object) -> None:
        problem = refusal(tmp_path, REGIONS, "Kommunenr", cell)
        assert problem.message.code == "region-number-length"
        says(
            problem, f"«{cell}» er ikke et kommune- eller fylkesnummer. En kommune har fire siffer", f"'{cell}' is not"
        )


class TestDate:
    @pytest.mark.parametrize(
        ("cell", "date"),
        [
            *((2020, "2020"), ("2020", "2020"), ("2020-09", "2020-09"), ("09.2020", "2020-09"), ("9/2020", "2020-09")),
            *(("12.06.2020", "2020-06-12"), ("1.2.2020", "2020-02-01"), ("31-12-2023", "2023-12-31")),
            *(("17/5/2024", "2024-05-17"), ("6/6/2024", "2024-06-06"), ("2020-06-12", "2020-06-12")),
            *(("2020-06-12 00:00:00", "2020-06-12"), ("2020-06-12T00:00:00Z", "2020-06-12")),
            *((dt.date(2020, 6, 12), "2020-06-12"), (dt.datetime(2020, 6, 12, 13, 30), "2020-06-12")),
        ],
    )
    def test_every_way_to_write_it_with_its_precision(self, tmp_path: Path, cell: object, date: str) -> None:
        assert value(tmp_path, PROGRAMMES, "Fra", cell) == date

    @pytest.mark.parametrize(
        "cell",
        [
            *("31.02.2024", "5/17/2024", "2024-13", "13.2024", "2024-02-30", "0000", "202", "2024-5", "99999"),
            *("juni 2024", "høsten 2024", "2020–2023", "ca. 2020", "٢٠٢٠", "2020²", "12.6.2020 kl. 10", True),
        ],
    )
    def test_what_is_no_day_is_shown_as_it_stands(self, tmp_path: Path, cell: object) -> None:
        problem = refusal(tmp_path, PROGRAMMES, "Fra", cell)
        assert problem.message.code == "bad-date"
        says(
            problem,
            f"«{cell}» er ikke en dato. Skriv 2024, 2024-05 eller 17.05.2024.",
            f"'{cell}' is not a date. Write",
        )

    @pytest.mark.parametrize("cell", [45429, "45429", 45429.0])
    def test_a_spreadsheets_number_for_a_day_is_not_guessed_but_explained(self, tmp_path: Path, cell: object) -> None:
        problem = refusal(tmp_path, PROGRAMMES, "Fra", cell)
        assert problem.message.code == "date-as-serial"
        says(problem, "«45429» er regnearkets interne tall for en dato. Er det 17.05.2024?", "Is it 17.05.2024?")

    @pytest.mark.parametrize("cell", ["5/17/24", "17.05.24", "1-1-99"])
    def test_a_year_of_two_digits(self, tmp_path: Path, cell: str) -> None:
        problem = refusal(tmp_path, PROGRAMMES, "Fra", cell)
        assert problem.message.code == "date-short-year"
        says(problem, f"«{cell}» har et årstall med to siffer. Skriv året med fire", "Write the year with four digits")

    def test_slashes_say_nothing_of_the_order(self, tmp_path: Path) -> None:
        problem = refusal(tmp_path, PROGRAMMES, "Fra", "5/6/2024")
        assert problem.message.code == "date-order-uncertain"
        says(
            problem,
            "«5/6/2024» kan være 05.06.2024 eller 06.05.2024. Skriv",
            "'5/6/2024' can be 05.06.2024 or 06.05.2024",
        )

    def test_the_date_that_a_row_states(self, tmp_path: Path) -> None:
        assert refusal(tmp_path, ACTORS, "Opplyst dato", "31.02.2024").message.code == "bad-date"


class TestNumber:
    @pytest.mark.parametrize(
        ("cell", "number"),
        [
            *(
                (2, 2.0),
                (2.5, 2.5),
                (1e-7, 1e-7),
                ("2,5", 2.5),
                ("2.5", 2.5),
                ("1 234,5", 1234.5),
                ("1\u00a0234,5", 1234.5),
            ),
            *(("1\u202f234", 1234.0), ("1.234,5", 1234.5), ("1.234.567", 1234567.0), (2**53 - 1, 2.0**53 - 1)),
        ],
    )
    def test_every_way_to_write_it(self, tmp_path: Path, cell: object, number: float) -> None:
        assert value(tmp_path, NETWORKS, "Møter i året", cell) == number

    @pytest.mark.parametrize(
        "cell",
        [
            *(
                "12 kr",
                "kr 500",
                "50 %",
                "50%",
                "ca. 4",
                "4-6",
                "10+",
                "1,234.5",
                "1 23",
                "nan",
                "NaN",
                "inf",
                "-Infinity",
            ),
            *("1e5", "٣", "²", "½", "0x10", "1_000", "fire", True),
        ],
    )
    def test_what_is_more_than_a_number_is_refused_and_told_how(self, tmp_path: Path, cell: object) -> None:
        problem = refusal(tmp_path, NETWORKS, "Møter i året", cell)
        assert problem.message.code == "bad-number"
        says(
            problem, f"«{cell}» er ikke et tall. Skriv bare tallet, uten enhet", "Write only the number, without a unit"
        )

    @pytest.mark.parametrize("cell", [2**53, "12345678901234567", "-12345678901234567", "9" * 400])
    def test_a_number_that_is_no_longer_exact(self, tmp_path: Path, cell: object) -> None:
        problem = refusal(tmp_path, NETWORKS, "Møter i året", cell)
        assert problem.message.code == "number-too-large"
        says(problem, "er for stort til å være nøyaktig. Er det et nummer", "is too large to be exact")

    @pytest.mark.parametrize("cell", [-2, -0.5, "-2,5", "\u22121"])
    def test_nothing_is_less_than_nothing(self, tmp_path: Path, cell: object) -> None:
        problem = refusal(tmp_path, NETWORKS, "Møter i året", cell)
        assert problem.message.code == "below-zero"
        said = str(cell).replace(".", ",")
        says(
            problem, f"«{said}» er mindre enn null. Skriv tallet uten minustegn", "is less than zero. Write it without"
        )

    @pytest.mark.parametrize(
        ("sheet", "header", "said"),
        [
            (EMPLOYS, "antall", "er ikke et antall"),
            (PROGRAMMES, "Fra", "er ikke en dato"),
            (NETWORKS, "Type", "er ikke blant de faste verdiene"),
            (ACTORS, "Orgnr", "er ikke et organisasjonsnummer"),
        ],
    )
    def test_a_number_is_quoted_as_it_is_written_in_the_readers_language(
        self, tmp_path: Path, sheet: str, header: str, said: str
    ) -> None:
        names: Rows = [("arbeidsgiver", "målgruppe", header), ("A", "B", 2.5)]
        rows: Rows = names if sheet == EMPLOYS else [("navn", header), ("A", 2.5)]
        [problem] = read(tmp_path, {FILE: {sheet: rows}}).lists.problems
        says(problem, f"«2,5» {said}", "'2.5'")

    @pytest.mark.parametrize("cell", [-1, "2,5", "-1", "\u22121", "1,234"])
    def test_a_count_is_whole_and_not_negative(self, tmp_path: Path, cell: object) -> None:
        found = read(tmp_path, {FILE: {EMPLOYS: [("arbeidsgiver", "målgruppe", "antall"), ("A", "B", cell)]}})
        [problem] = found.lists.problems
        assert told([problem]) == [("not-a-count", Place(FILE, EMPLOYS, 2, "C (antall)"))]
        says(problem, f"«{cell}» er ikke et antall. Skriv et helt tall, null eller større.", "Write a whole number")


@pytest.mark.parametrize("cell", ["-", "–", "n/a", "N/A", "NULL", "Ukjent", "ikke kjent", "?", " - ", "", None])
@pytest.mark.parametrize(
    ("sheet", "header"),
    [
        (ACTORS, "Org.nr."),
        (PROGRAMMES, "Fra"),
        (NETWORKS, "Møter i året"),
        (NETWORKS, "Type"),
        (ACTORS, "Kommune"),
        (ACTORS, "Andre navn"),
    ],
)
def test_what_says_that_nothing_is_known_is_empty(tmp_path: Path, sheet: str, header: str, cell: str | None) -> None:
    assert value(tmp_path, sheet, header, cell) is None


class TestChoice:
    @pytest.mark.parametrize("cell", ["forum", "FORUM", " Forum ", "møteplass", "meeting place"])
    def test_by_every_word_in_any_case(self, tmp_path: Path, cell: str) -> None:
        assert value(tmp_path, NETWORKS, "Type", cell) == "forum"

    def test_one_that_is_nearly_another_is_proposed_in_the_readers_language(self, tmp_path: Path) -> None:
        problem = refusal(tmp_path, NETWORKS, "Type", "clusters")
        assert problem.message.code == "unknown-choice-near"
        says(problem, "«clusters» er ikke blant de faste verdiene. Mente du «klynge»?", "Did you mean 'cluster'?")
        says(problem, "Velg mellom forum, fagnettverk, klynge, partnerskap,", "forum, professional network, cluster,")

    def test_one_that_is_like_none_gets_the_list(self, tmp_path: Path) -> None:
        problem = refusal(tmp_path, NETWORKS, "Type", 7)
        assert problem.message.code == "unknown-choice"
        says(problem, "«7» er ikke blant de faste verdiene. Velg mellom forum, fagnettverk", "or leave the cell empty")

    @pytest.mark.parametrize("cell", ["direkte kontakt; media", "Direkte kontakt, Media", "besøk;;aviser;"])
    def test_several_of_a_fixed_list_between_semicolons_or_commas(self, tmp_path: Path, cell: str) -> None:
        content = csv_of(("aktør", "mobiliserer", "hvordan"), ("A", "B", cell))
        [(_, _, _, values)] = read(tmp_path, {"mobilisering.csv": content}).relations
        assert values == {"medium": ["direct-contact", "media"]}


class TestAddress:
    @pytest.mark.parametrize("cell", ["www.kommune.no", "https://kommune.no/om?a=1#b", "https://medium.com/@forum"])
    def test_a_web_address(self, tmp_path: Path, cell: str) -> None:
        assert value(tmp_path, ACTORS, "Nettside", cell) == cell

    @pytest.mark.parametrize(
        "cell",
        ["javascript:alert(1)", "JavaScript://a.no/%0Aalert(1)", "data:text/html,x", "file:///etc/passwd", "ingen"],
    )
    def test_what_could_run_or_leads_nowhere(self, tmp_path: Path, cell: str) -> None:
        problem = refusal(tmp_path, ACTORS, "Nettside", cell)
        assert problem.message.code == "bad-address"
        says(problem, f"«{cell}» er ikke en adresse. Skriv den som www.kommune.no", "or leave the cell empty.")

    @pytest.mark.parametrize("cell", ["post@kommune.no", "mailto:post@kommune.no", "<post@kommune.no>"])
    def test_a_shared_mailbox_is_kept(self, tmp_path: Path, cell: str) -> None:
        assert value(tmp_path, ACTORS, "E-post", cell) == "post@kommune.no"

    @pytest.mark.parametrize("cell", ["post@kommune", "post@a.no, info@a.no", "se nettsiden"])
    def test_what_is_no_mail_address(self, tmp_path: Path, cell: str) -> None:
        assert refusal(tmp_path, ACTORS, "E-post", cell).message.code == "bad-address"
