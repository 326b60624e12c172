"""Files and folders as they are given, and whole lists as the offices of a county make them."""

import os
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from graph_model.problems import Place
from loaders.files import read_lists
from tests.loaders.reading import Content, Rows, csv_of, outcome, read, says, told, write

ACTORS = "Navn\nA\n"


class TestFiles:
    @pytest.mark.parametrize("name", ["finnes ikke.csv", "mappe/x.xlsx", "mangler"])
    def test_a_path_that_is_not_there(self, tmp_path: Path, name: str) -> None:
        error = outcome([tmp_path / name]).error
        assert (error.message.code, error.place) == ("file-missing", None)
        says(error, "finnes ikke. Kontroller navnet og mappen", "does not exist. Check the name")

    @pytest.mark.parametrize("name", ["x\0.csv", "x" * 300 + ".csv"])
    def test_a_path_that_no_file_can_have(self, name: str) -> None:
        assert outcome([Path(name)]).error.message.code == "file-unreadable"

    @pytest.mark.parametrize("others", [(), ("notater.docx", "bilde.png"), (".skjult.csv", "~$aktører.xlsx")])
    def test_a_folder_without_lists(self, tmp_path: Path, others: tuple[str, ...]) -> None:
        for name in others:
            write(tmp_path / name, ACTORS)
        error = outcome([tmp_path]).error
        assert error.message.code == "empty-folder"
        says(error, "inneholder ingen lister. Lister er filer som slutter på .xlsx eller .csv.", "holds no lists.")

    def test_what_else_lies_in_a_folder_is_noted_and_hidden_files_are_not(self, tmp_path: Path) -> None:
        for name in ("aktører.csv", "notater.docx", "~$aktører.xlsx", ".~lock.aktører.csv#", ".DS_Store"):
            write(tmp_path / name, ACTORS)
        (tmp_path / "gamle").mkdir()
        write(tmp_path / "gamle" / "aktører.csv", "Navn\nB\n")
        found = outcome([tmp_path])
        assert sorted(told(found.problems)) == [("other-file", Place("notater.docx")), ("subfolder", Place("gamle"))]
        says(found.notes[0], "Mappen i mappen er ikke lest.", "The folder inside the folder is not read.")
        assert (found.nodes, found.errors) == ([{"name": "A"}], [])

    @pytest.mark.parametrize("name", ["aktører.docx", "aktører.ods", "aktører.pdf", "aktører"])
    def test_a_file_of_another_sort(self, tmp_path: Path, name: str) -> None:
        error = read(tmp_path, {name: ACTORS}).error
        assert told([error]) == [("unreadable-format", Place(name))]
        suffix = Path(name).suffix or "–"
        says(
            error,
            f"Filer av typen {suffix} kan ikke leses. Åpne den i Excel",
            f"Files of the type {suffix} cannot be read.",
        )

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "aktører.csv")
        assert outcome([tmp_path / "aktører.csv"]).error.message.code == "not-a-file"
        assert {problem.message.code for problem in outcome([tmp_path]).problems} == {"empty-folder", "other-file"}

    def test_a_file_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        locked, other = write(tmp_path / "aktører.csv", ACTORS), write(tmp_path / "nettverk.csv", "Navn\nF\n")
        monkeypatch.setattr(Path, "open", _refusing(Path.open, locked))
        found = outcome([locked, other])
        assert found.error.message.code == "file-unreadable"
        says(
            found.error, "aktører.csv» kan ikke leses. Er den åpen i et annet program", "Is it open in another program"
        )
        assert found.nodes == [{"name": "F"}]

    def test_a_folder_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Path, "iterdir", _refusing(Path.iterdir, tmp_path))
        assert outcome([tmp_path]).error.message.code == "file-unreadable"

    @pytest.mark.skipif(os.name != "posix", reason="only here can names be in another encoding")
    def test_a_file_name_in_another_encoding(self, tmp_path: Path) -> None:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/akt\xf8rer.csv")).write_text(ACTORS)
        for paths in ([tmp_path], list(tmp_path.iterdir())):
            found = outcome(paths)
            assert (found.error.message.code, found.nodes) == ("file-name-unreadable", [])
            says(found.error, "«akt?rer.csv» har tegn som ikke kan vises. Gi filen et nytt navn.", "Rename the file.")


class TestSources:
    def test_a_source_is_called_as_its_file_or_as_one_says(self, tmp_path: Path) -> None:
        file = write(tmp_path / "aktører.csv", ACTORS)
        assert [source.id for source in read_lists([file]).sources] == ["aktører.csv"]
        assert [source.id for source in read_lists([tmp_path]).sources] == ["aktører.csv"]
        assert [source.id for source in read_lists([file], "fylket").sources] == ["fylket"]
        assert [source.id for source in read_lists([tmp_path], "fylket").sources] == ["fylket/aktører.csv"]
        assert [source.folder for source in read_lists([file]).sources] == [str(tmp_path)]

    def test_a_name_from_a_mac_is_the_same_name(self, tmp_path: Path) -> None:
        [source] = read_lists([write(tmp_path / "a\u030arsmøter.csv", "Forum;Dato\n")]).sources
        assert source.id == "årsmøter.csv"

    def test_a_file_that_two_paths_lead_to_is_read_once(self, tmp_path: Path) -> None:
        file = write(tmp_path / "aktører.csv", ACTORS)
        found = outcome([tmp_path, file, tmp_path / "." / "aktører.csv"])
        assert (found.problems, found.nodes) == ([], [{"name": "A"}])

    @pytest.mark.parametrize("name", [None, "fylket"])
    def test_two_files_of_one_name_are_refused(self, tmp_path: Path, name: str | None) -> None:
        folders = [tmp_path / "nord", tmp_path / "sør"]
        for folder in folders:
            folder.mkdir()
            write(folder / "aktører.csv", ACTORS)
        error = outcome([folder / "aktører.csv" for folder in folders], name).error
        called = name or "aktører.csv"
        assert error.message.code == "double-source"
        says(error, f"To filer heter «{called}». Les dem inn hver for seg", f"Two files are called '{called}'.")


class TestOffices:
    """One county's lists, as each of its offices would send them."""

    NORWEGIAN = (
        ("Navn", "Org.nr.", "Type", "Kommune", "Dekker", "Nettside"),
        ("Ørland kommune", "964 982 597", "Kommune", "Ørland", "", "www.orland.kommune.no"),
        ("Åfjord kommune", "NO964981604", "kommune", "Åfjord", "", ""),
        ("Fosen regionråd", "", "regionråd", "Ørland", "Ørland; Åfjord", "-"),
    )
    ENGLISH = (
        ("municipality", "covers", "name", "type", "organisation number", "website"),
        ("ørland", None, "Ørland kommune", "municipality", 964982597, "www.orland.kommune.no"),
        ("ÅFJORD", None, "Åfjord kommune", "municipality", 964981604, None),
        ("Ørland", "Ørland;Åfjord", "Fosen regionråd", "regional council", None, None),
    )
    REGIONS = csv_of(("Navn", "Type"), ("Ørland", "kommune"), ("Åfjord", "kommune"))

    def said(self, folder: Path, name: str, content: Content) -> list[tuple[object, ...]]:
        """What a list says, once it is known of whom."""
        folder.mkdir()
        found = read(folder, {"regioner.csv": self.REGIONS, name: content})
        assert found.errors == []
        [said] = (said for record, said in found.plan.change.loaded.items() if record.id == name)
        return sorted((one.kind, one.key, one.start, one.end, sorted(one.values.items())) for one in said)

    def test_windows_1252_with_a_title_above_says_the_same_as_an_english_workbook(self, tmp_path: Path) -> None:
        title = ("Kompetanseaktører på Fosen", "", "", "", "", "")
        office = csv_of(title, (), *self.NORWEGIAN, ("Sum", 3), (), ("* Foreløpig", "")).replace("\n", "\r\n")
        one = self.said(tmp_path / "nb", "aktører.csv", office.encode("cp1252"))
        other = self.said(tmp_path / "en", "Actors.xlsx", {"Sheet1": self.ENGLISH})
        assert one == other
        assert len(one) == 3 + 3 + 3 + 2  # actors, types, places, what the council covers

    def test_merged_cells(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = "Medlemskap"
        for row in (
            ("Medlemmer i forumene", None, None),
            ("Forum", "Deltakelse", None),
            (None, "Medlem", "Rolle"),
            ("Forum Fosen", "Ørland kommune", "leder"),
            (None, "Åfjord kommune", None),
        ):
            sheet.append(row)
        for merged in ("A1:C1", "A2:A3", "B2:C2", "A4:A5"):
            sheet.merge_cells(merged)
        book.save(tmp_path / "medlemmer.xlsx")
        found = outcome([tmp_path / "medlemmer.xlsx"])
        assert found.lists.problems == []
        assert found.relations == [
            ("MEMBER_OF", "Ørland kommune", "Forum Fosen", {"role": "leader"}),
            ("MEMBER_OF", "Åfjord kommune", "Forum Fosen", {}),
        ]

    def test_an_overview_as_an_advisor_keeps_it(self, tmp_path: Path) -> None:
        headers = ("Nr.", "Virksomhet", "Org. nr.", "Type", "Kommune", "Kontaktperson", "Telefon", "E-post", "Nettside")
        actors = [
            ("Aktører på Fosen",),
            ("Sist oppdatert 12.03.2024",),
            (),
            (*headers, "Kommentar", "Sist oppdatert"),
            (
                1,
                "Ørland kommune",
                964982597,
                "Kommune",
                "Ørland",
                "Kari N.",
                98765432,
                "post@orland.no",
                None,
                "Viktig",
            ),
            (
                2,
                "Fosen vgs.",
                None,
                "VGS",
                "Ørland",
                "Ola N.",
                "480 00 000",
                "ola.n@skole.no",
                "https://skole.no/fosen",
            ),
            (3, "NAV Ørland", None, "NAV", "Ørland", None, None, "-", None, None, "12.3.24"),
            (None, "Sum", 3),
        ]
        members = [
            ("Navn", "Forum", "Rolle", "Fra og med", "Merknad"),
            ("Ørland kommune", "Forum Fosen", "Medlem", 2023, "x"),
            ("Fosen vgs", "Forum Fosen", "Fast medlem", "høst 2023", None),
        ]
        about = [("Oversikt over aktører",), ("Kontakt: Kari, tlf. 98765432",)]
        sheets: dict[str, Rows] = {
            "Om listen": about,
            "Aktører": actors,
            "Medlemmer": members,
            "Nettverk": [("Navn",), ("Forum Fosen",)],
        }
        found = read(tmp_path, {"Fosen 2024.xlsx": sheets, "regioner.csv": self.REGIONS})
        assert [(problem.message.code, problem.place) for problem in found.errors] == [
            ("unknown-choice-near", Place("Fosen 2024.xlsx", "Medlemmer", 3, "C (Rolle)")),
            ("bad-date", Place("Fosen 2024.xlsx", "Medlemmer", 3, "D (Fra og med)")),
            ("unknown-reference-near", Place("Fosen 2024.xlsx", "Medlemmer", 3, "A (Navn)")),
        ]
        says(found.errors[2], "«Fosen vgs» er ikke kjent", "Did you mean 'Fosen vgs.'")
        assert {problem.message.code for problem in found.notes} == {
            *("unknown-sheet", "personal-columns", "ignored-columns", "personal-address", "skipped-sum"),
        }
        assert not any(secret in found.said for secret in ("Kari", "Ola", "98765432", "480 00 000", "ola.n"))

    def test_a_members_list_by_the_county_secretariat(self, tmp_path: Path) -> None:
        rows = [
            ("Medlemsliste HR-nettverket", "", "", "", ""),
            ("Organisasjon", "Nettverk", "Mobil", "E-post", "Rolle"),
            ("Malvik kommune; Stjørdal kommune", "HR-nettverket", "99999999", "per@malvik.no", "Leder"),
            ("Stjørdal kommune", "HR-nettverket", "", "", "medlem"),
        ]
        lists = {"aktører.csv": csv_of(("Organisasjon",), ("Malvik kommune",), ("Stjørdal kommune",))}
        found = read(
            tmp_path, {**lists, "HR.csv": csv_of(*rows).encode("cp1252"), "nettverk.csv": "Navn\nHR-nettverket\n"}
        )
        near, contradiction = found.errors
        assert told([near]) == [("near-column", Place("aktører.csv", column="A (Organisasjon)"))]
        assert told([contradiction]) == [("contradiction", Place("HR.csv", "", 4))]
        says(contradiction, "(HR.csv, rad 3)", "(HR.csv, row 3)")
        assert [problem.message.code for problem in found.notes] == [
            *("read-as-windows-1252", "personal-columns", "ignored-columns", "read-by-headers"),
        ]
        assert not any(secret in found.said for secret in ("99999999", "per@malvik.no"))

    def test_mobilisation_by_region_with_codes_beside(self, tmp_path: Path) -> None:
        headers = ("Hvem", "Målgruppe", "Region", "Kanal", "Status", "Når")
        sheets: dict[str, Rows] = {
            "Ørland": [
                headers,
                ("Studiesenteret", "helsearbeidere", "Ørland", "Direkte kontakt, nettsider", "Pågår", "2023"),
            ],
            "Åfjord": [headers, ("Studiesenteret", "Helsearbeidere", "Åfjord", "sosiale medier", "", "")],
            "Koder": [("Kode", "Betydning"), ("D", "Direkte")],
        }
        lists: dict[str, Content] = {
            "målgrupper.csv": "Gruppe\nHelsearbeidere\n",
            "virksomheter.csv": "Navn\nStudiesenteret\n",
        }
        found = read(tmp_path, {"Mobilisering.xlsx": sheets, **lists, "regioner.csv": self.REGIONS})
        assert told(found.errors) == [
            ("unknown-choice", Place("Mobilisering.xlsx", "Ørland", 2, "E (Status)")),
            ("near-column", Place("målgrupper.csv", column="A (Gruppe)")),
        ]
        says(
            found.errors[0], "Velg mellom planlagt, forsøkt, eller la cellen være tom.", "planned, attempted, or leave"
        )
        assert [values for _, _, _, values in found.relations] == [
            {"regions": ["Ørland"]},  # a row with an error claims no more than whom it names
            {"regions": ["Åfjord"], "medium": ["media"]},
        ]


def _refusing(method: Callable[..., object], refused: Path) -> Callable[..., object]:
    """A method of paths that one path does not allow."""

    def guarded(path: Path, *args: object, **how: object) -> object:
        if path == refused:
            raise PermissionError(path)
        return method(path, *args, **how)

    return guarded
