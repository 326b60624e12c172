"""Personal data in lists: never kept, and never shown again where the list is complained about."""

from pathlib import Path

import pytest

from graph_model.problems import Place
from loaders.cells import BadCell, is_national_id, text_of
from tests.loaders.reading import read, says, told

FILE, ACTORS = "liste.xlsx", "aktører"


class TestAddress:
    @pytest.mark.parametrize("header", ["E-post", "Nettside"])
    @pytest.mark.parametrize(
        "cell",
        ["ola@hemmelig.no", "Ola N. <ola@hemmelig.no>", "post@a.no; ola@hemmelig.no", "ola@hemmelig", "ø@hemmelig.no"],
    )
    def test_a_persons_address_is_left_out_with_a_note_and_not_shown(
        self, tmp_path: Path, header: str, cell: str
    ) -> None:
        found = read(tmp_path, {FILE: {ACTORS: [("navn", header), ("A", cell)]}})
        assert told([found.note]) == [("personal-address", Place(FILE, ACTORS, 2, f"B ({header})"))]
        says(found.note, "er utelatt. Bruk en felles postkasse", "is left out. Use a shared mailbox")
        assert found.nodes == [{"name": "A"}]
        assert "hemmelig" not in found.said


class TestNationalIdentityNumber:
    WRITTEN = (
        *("01010112345", "010101 12345", "010101-12345", "01.01.01 12345", "01.01.1901-12345", "010101 123 45"),
        *("41010112345", "01410112345", "01810112345", "٠١٠١٠١١٢٣٤٥", "Kari (01010112345)", "974760673; 01010112345"),
        *("1010112345", "1010112345,0", "12061234567.0", "1,01011E+10", "1,01011E+09"),
    )
    NOT = (
        *(
            "974760673",
            "974 760 673",
            "00112312345",
            "4798765432",
            "31.12.2023",
            "2020-06-12 00:00:00",
            "7080001234567",
        ),
        *("kapittel 12.06 side 20", "32010112345", "01130112345", "010101123456", "+47 98 76 54 32", "9,75E+08"),
    )

    @pytest.mark.parametrize("written", WRITTEN)
    def test_however_it_is_written(self, written: str) -> None:
        assert is_national_id(written)
        with pytest.raises(BadCell) as refused:
            text_of(written)
        assert str(refused.value) == "national-id"
        assert refused.value.values == {}

    @pytest.mark.parametrize("written", NOT)
    def test_other_numbers_are_none(self, written: str) -> None:
        assert not is_national_id(written)

    @pytest.mark.parametrize("cell", ["01010112345", 12061234567, 1010112345])
    @pytest.mark.parametrize(
        ("sheet", "headers"),
        [
            (
                ACTORS,
                "navn;andre navn;org.nr.;nettsted;e-post;fra;kommune;type;del av;drives av;dokument;avsnitt;regel",
            ),
            (ACTORS, "navn;opplyst dato;grunnlag"),
            ("nettverk", "navn;type;etablert;møter i året;samler"),
            ("regioner", "navn;kommunenummer"),
            ("medlemskap", "medlem;medlem av;rolle"),
            ("mobilisering", "aktør;mobiliserer;i region;hvordan"),
            ("ansatte", "arbeidsgiver;målgruppe;antall ansatte"),
        ],
    )
    def test_in_any_cell_it_is_refused_and_never_shown(
        self, tmp_path: Path, sheet: str, headers: str, cell: object
    ) -> None:
        columns = headers.split(";")
        found = read(tmp_path, {FILE: {sheet: [columns, [cell] * len(columns)]}})
        places = [Place(FILE, sheet, 2, f"{chr(ord('A') + at)} ({header})") for at, header in enumerate(columns)]
        assert told(found.lists.problems) == [("national-id", place) for place in places]
        says(found.lists.problems[0], "vises ikke. Fjern det fra listen", "Remove it from the list")
        assert str(cell) not in found.said + repr(found.problems) + repr(found.lists.sources)
