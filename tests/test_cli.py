"""The command line as people and programs use it: what it prints, where, in which language, with which exit status."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO

import openpyxl
import pytest

HOUSE = Path(__file__).parents[1]
LISTS = {
    "regioner.csv": "navn;type;del av\nVestfylket;fylke;\nFjordlandet;region;Vestfylket\nVik;kommune;Fjordlandet\n",
    "aktører.csv": "navn;andre navn;type;kommune\nVik kommune;;kommune;Vik\nØyrådet;ØR;regionråd;\n",
    "målgrupper.csv": "navn;andre navn;overordnet gruppe\nansatte;;\nsveisere;metallfolk;ansatte\n",
    "ansatte.csv": "arbeidsgiver;målgruppe\nVik kommune;sveisere\n",
    "medlemskap.csv": "medlem;medlem av;fra\nVik kommune;Øyrådet;2019\n",
}


class Shell:
    """A folder with lists, and the command to run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lists = folder / "lister"
        self.lists.mkdir()
        for name, text in LISTS.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        (self.lists / name).write_text(text, encoding="utf-8")

    def run(self, *arguments: str, lang: str = "nb", **environment: str) -> subprocess.CompletedProcess[str]:
        begun = self.begin(*arguments, lang=lang, environment=environment)
        out, said = begun.communicate()
        return subprocess.CompletedProcess(arguments, begun.returncode, out, said)

    def begin(
        self,
        *arguments: str,
        lang: str = "nb",
        to: int | IO[str] = subprocess.PIPE,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> subprocess.Popen[str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("KOMPETANSEGRAF")}
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "cli", "--lang", lang, *arguments],
            cwd=self.folder,
            env={**inherited, "COLUMNS": "80", **environment},
            stdin=subprocess.DEVNULL,
            stdout=to,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def loaded(shell: Shell) -> Shell:
    done = shell.run("load", "lister")
    assert done.returncode == 0, done.stderr
    return shell


ASK = ("run", "mobilisers", "--target-group", "sveisere", "--region", "Fjordlandet")


def test_an_answer_as_a_table(loaded: Shell) -> None:
    done = loaded.run(*ASK)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Øyrådet" in done.stdout
    assert "har som medlem" in done.stdout
    assert "medlemskap.csv, rad 2" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_an_option_may_be_repeated_and_a_number_is_checked(loaded: Shell) -> None:
    plan = ("run", "mobilisation-plan", "--target-group", "sveisere", "--region", "Fjordlandet", "--json")
    answer = json.loads(loaded.run(*plan, "--at-most", "2").stdout)
    assert answer["parameters"] == {"target_group": "sveisere", "region": "Fjordlandet", "at_most": 2}
    assert [(row["actor"], row["part"], row["reaches"]) for row in answer["rows"]] == [("Øyrådet", "chosen", 1)]
    answer = json.loads(loaded.run(*plan, "--exclude", "ØR", "--exclude", "Vik kommune").stdout)
    assert answer["parameters"]["exclude"] == ["Øyrådet", "Vik kommune"]
    assert [(row["actor"], row["left_out"]) for row in answer["rows"]] == [("Vik kommune", ["Øyrådet"])]
    for lang, said in (("nb", "Skriv et helt tall fra 1 og oppover."), ("en", "Write a whole number from 1 upwards.")):
        refused = loaded.run(*plan, "--at-most", "0", lang=lang)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert said in refused.stderr


def test_an_answer_as_json_stands_alone(loaded: Shell) -> None:
    answer = json.loads(loaded.run(*ASK, "--json").stdout)
    assert answer["question"] == "mobilisers"
    assert answer["parameters"] == {"target_group": "sveisere", "region": "Fjordlandet"}
    (row,) = answer["rows"]
    assert (row["actor"], row["by_name"], row["of"], row["where"]) == ("Øyrådet", 1, 1, "elsewhere")
    said = {statement["id"]: statement for statement in answer["statements"]}
    places = {
        said[one]["place"]
        for path in row["path"]
        for hop in answer["paths"][path]["relations"]
        for one in hop["statements"]
    }
    assert "medlemskap.csv, rad 2" in places
    assert {source["id"] for source in answer["sources"]} >= {"medlemskap.csv", "ansatte.csv"}


def test_an_answer_as_files(loaded: Shell) -> None:
    done = loaded.run(*ASK, "--csv", "svar.csv", "--xlsx", "svar.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ved navn" not in done.stdout
    written = ["svar.csv", "svar-kilder.csv", "svar.xlsx"]
    assert [line for line in done.stdout.splitlines() if "Skrevet" in line] == [f"Skrevet: «{n}»." for n in written]
    assert "Øyrådet;" in (loaded.folder / "svar.csv").read_text(encoding="utf-8-sig")
    assert ";medlemskap.csv;;2" in (loaded.folder / "svar-kilder.csv").read_text(encoding="utf-8-sig")
    assert openpyxl.load_workbook(loaded.folder / "svar.xlsx").sheetnames == ["Svar", "Kilder"]


def test_an_answer_as_files_and_json(loaded: Shell) -> None:
    done = loaded.run(*ASK, "--csv", "answer.csv", "--json", lang="en")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["question"] == "mobilisers"
    assert (loaded.folder / "answer-sources.csv").exists()


@pytest.mark.parametrize(
    ("there", "arguments", "said"),
    [
        ("svar.csv", ("--csv", "svar.csv"), "finnes fra før"),
        ("svar-kilder.csv", ("--csv", "svar.csv"), "finnes fra før"),
        ("svar.xlsx", ("--xlsx", "svar.xlsx"), "finnes fra før"),
        ("", ("--xlsx", "svar.csv"), "slutter ikke på .xlsx"),
        ("", ("--csv", "svar.xlsx"), "slutter ikke på .csv"),
        ("", ("--csv", "svar.xlsx", "--xlsx", "svar.xlsx"), "slutter ikke på .csv"),
        ("", ("--csv", "svar.csv", "--xlsx", "mangler/svar.xlsx"), "kan ikke skrives"),
        ("", ("--csv", "mangler/svar.csv"), "kan ikke skrives"),
        ("", ("--xlsx", "mangler/svar.xlsx"), "kan ikke skrives"),
    ],
)
def test_an_answer_that_cannot_be_written(loaded: Shell, there: str, arguments: tuple[str, ...], said: str) -> None:
    if there:
        (loaded.folder / there).write_text("mitt", encoding="utf-8")
    done = loaded.run(*ASK, *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert not there or (loaded.folder / there).read_text(encoding="utf-8") == "mitt"
    assert {path.name for path in loaded.folder.iterdir() if "svar" in path.name} <= {there}


def test_loading_the_same_again_changes_no_answer(loaded: Shell) -> None:
    before = loaded.run(*ASK, "--json").stdout
    again = loaded.run("load", "lister")
    assert "Ingenting er endret" in again.stdout
    assert loaded.run(*ASK, "--json").stdout == before


def test_a_damaged_graph_is_rebuilt_by_loading_the_same_lists(loaded: Shell) -> None:
    (graph,) = (loaded.folder / "kompetansegraf").glob("generation-*/graph.lbug")
    graph.write_bytes(graph.read_bytes()[:100])
    refused = loaded.run(*ASK)
    assert refused.returncode == 1
    assert "på nytt" in refused.stderr
    assert loaded.run("load", "lister").returncode == 0
    assert "Øyrådet" in loaded.run(*ASK).stdout


@pytest.mark.parametrize(("group", "region"), [("METALLFOLK", "fjordlandet"), ("targetgroup/sveisere", "region/vik")])
def test_names_are_found_by_alias_case_and_id(loaded: Shell, group: str, region: str) -> None:
    done = loaded.run("run", "mobilisers", "--target-group", group, "--region", region, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["parameters"]["target_group"] == "sveisere"


def test_a_name_that_fits_nothing_gets_the_nearest(loaded: Shell) -> None:
    done = loaded.run("run", "mobilisers", "--target-group", "sveisarar", "--region", "Fjordlandet")
    assert (done.returncode, done.stdout) == (1, "")
    assert "sveisere" in done.stderr


def test_a_name_that_fits_several_lists_them(loaded: Shell) -> None:
    loaded.write("regioner.csv", LISTS["regioner.csv"] + "Vik;region;\n")
    loaded.write("aktører.csv", LISTS["aktører.csv"].replace(";Vik\n", ";\n"))
    assert loaded.run("load", "lister").returncode == 1  # two regions of one name in one list are one, of two types
    loaded.write("regioner.csv", LISTS["regioner.csv"])
    loaded.write("flere regioner.csv", "navn;type\nVik;region\n")
    assert loaded.run("load", "lister").returncode == 0
    done = loaded.run("run", "mobilisers", "--target-group", "sveisere", "--region", "Vik")
    assert done.returncode == 1
    assert "region/vik" in done.stderr
    assert "region/vik-region" in done.stderr


def test_an_answer_of_none_says_what_is_nearest(loaded: Shell) -> None:
    done = loaded.run("run", "mobilisers", "--target-group", "sveisere", "--region", "Vestfylket", "--as-of", "2018")
    assert done.returncode == 0
    assert "Ingen aktør når sveisere i Vestfylket" in done.stdout


@pytest.mark.parametrize(
    ("time", "members"), [("2018", 0), ("2019", 1), ("2019-06", 1), ("01.01.2019", 1), ("31.12.2018", 0), ("alle", 1)]
)
def test_as_of(loaded: Shell, time: str, members: int) -> None:
    assert len(json.loads(loaded.run(*ASK, "--as-of", time, "--json").stdout)["rows"]) == members


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (ASK, 1, "ingen graf"),
        (("export", "ut.xlsx"), 1, "ingen graf"),
        (("export",), 2, "FIL.xlsx"),
        (("status",), 1, "ingen graf"),
        (("load", "finnes-ikke"), 1, "finnes ikke"),
        (("remove", "ukjent.csv"), 1, "ikke lest inn"),
        (("lod",), 2, "load"),
        (("run", "mobiliser"), 2, "mobilisers"),
        (("run", "mobilisers", "--region", "Vik"), 2, "--target-group"),
        (("run", "mobilisers", "--regoin", "Vik"), 2, "--region"),
        (("load",), 2, "FIL"),
        (("--store", "", "load", "lister"), 1, "--store er tom"),
        (("--store", "localhost:7687", "load", "lister"), 1, "ligner en adresse"),
        (("--store", "lister", "load", "lister"), 1, "har andre filer i seg"),
        (("load", "lister", "--store", "graf"), 2, "--store står før kommandoen"),
        (("--store", "neo4j:hemmelig@graf.no:7687", "status"), 1, "kan ikke ha bruker og passord"),
    ],
)
def test_what_is_wrong_is_said_in_norwegian(shell: Shell, arguments: tuple[str, ...], status: int, said: str) -> None:
    done = shell.run(*arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not {"Error", "Usage", "Missing", "Try"} & set(done.stderr.replace(":", " ").split())


def test_every_error_of_every_list_at_once_and_nothing_loaded(shell: Shell) -> None:
    shell.write("ansatte.csv", "arbeidsgiver;målgruppe\nVik kommunne;sveisere\nVik kommune;sveisarar\n")
    shell.write("medlemskap.csv", "medlem;medlem av;fra\nVik kommune;Øyrådet;31.02.2019\n")
    done = shell.run("load", "lister")
    assert done.returncode == 1
    said = " ".join(done.stderr.split())
    assert "medlemskap.csv: – rad 2, kolonne C (fra): «31.02.2019» er ikke en dato." in said
    assert "ansatte.csv: – rad 2, kolonne A (arbeidsgiver): «Vik kommunne» er ikke kjent" in said
    assert "Mente du «Vik kommune»? – rad 3, kolonne B (målgruppe): «sveisarar»" in said
    assert "3 feil." in said
    assert shell.run("status").returncode == 1


def test_check_finds_the_same_and_loads_nothing(shell: Shell) -> None:
    assert shell.run("check", "lister").returncode == 0
    assert not (shell.folder / "kompetansegraf").exists()
    shell.write("ansatte.csv", "arbeidsgiver;målgruppe\nVik kommunne;sveisere\n")
    assert shell.run("check", "lister").returncode == 1


def test_skip_bad_rows(shell: Shell) -> None:
    shell.write("ansatte.csv", "arbeidsgiver;målgruppe\nVik kommunne;sveisere\nVik kommune;sveisere\n")
    done = shell.run("load", "lister", "--skip-bad-rows", "feil.csv")
    assert done.returncode == 0, done.stderr
    skipped = (shell.folder / "feil.csv").read_text(encoding="utf-8-sig")
    assert "Vik kommunne" in skipped
    assert len(json.loads(shell.run(*ASK, "--json").stdout)["rows"]) == 1


def test_dry_run_stops_before_loading(shell: Shell) -> None:
    done = shell.run("load", "lister", "--dry-run")
    assert done.returncode == 0
    assert "Ingenting er lest inn" in done.stdout
    assert shell.run("status").returncode == 1


def test_create_missing(shell: Shell) -> None:
    shell.write("medlemskap.csv", "medlem;medlem av\nUkjent verft;Øyrådet\n")
    assert shell.run("load", "lister").returncode == 1
    assert shell.run("load", "lister", "--create-missing").returncode == 0
    assert "virksomhet" in shell.run("status").stdout


def test_a_list_from_another_folder_or_half_gone_needs_a_yes(loaded: Shell) -> None:
    other = loaded.folder / "andre"
    other.mkdir()
    (other / "medlemskap.csv").write_text("medlem;medlem av;fra\nVik kommune;Øyrådet;2020\n", encoding="utf-8")
    for how, status in ((("--dry-run",), 0), ((), 1)):
        told = loaded.run("load", "andre", *how)
        assert told.returncode == status
        assert "--yes" in told.stderr
    assert loaded.run("load", "andre", "--source", "nytt").returncode == 0
    loaded.write("regioner.csv", "navn;type\nVik;kommune\n")
    assert "har mistet" in loaded.run("load", "lister/regioner.csv").stderr
    assert loaded.run("load", "lister/regioner.csv", "--yes").returncode == 0


def test_remove_takes_a_list_out(loaded: Shell) -> None:
    assert loaded.run("remove", "medlemskap.csv").returncode == 0
    assert json.loads(loaded.run(*ASK, "--json").stdout)["rows"] == []
    assert "medlemskap.csv" not in loaded.run("status").stdout


def test_status_shows_sources_counts_and_disagreements(loaded: Shell) -> None:
    loaded.write("mer om medlemmer.csv", "medlem;medlem av;fra;rolle\nVik kommune;Øyrådet;2019;observatør\n")
    loaded.write("medlemskap.csv", "medlem;medlem av;fra;rolle\nVik kommune;Øyrådet;2019;leder\n")
    assert loaded.run("load", "lister").returncode == 0
    said = loaded.run("status").stdout
    assert "aktører.csv" in said
    assert "leader" in said or "leder" in said
    assert "observatør" in said or "observer" in said


def test_status_shows_what_the_lists_lack(loaded: Shell) -> None:
    loaded.write("medlemskap.csv", "medlem;medlem av;fra\nVik kommune;Øyrådet;\n")
    loaded.write("aktører.csv", "navn;andre navn;type;kommune\nVik kommune;;kommune;Vik\nØyrådet;ØR;;\n")
    assert loaded.run("load", "lister", "--yes").returncode == 0
    done = loaded.run("status", "--gaps")
    assert (done.returncode, done.stderr) == (0, "")
    said = " ".join(done.stdout.split())
    assert "Uten dato: «er medlem av»: 1 av 1 Vik kommune → Øyrådet Fyll ut «fra» på arket «medlemskap»." in said
    assert "til noe sted: 1 av 2 Øyrådet Fyll ut «kommune» eller «dekker»" in said
    assert "lager: 1 av 2 Øyrådet Fyll ut «type» på arket «aktører»." in said
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "1 of 1" in loaded.run("status", "--gaps", lang="en").stdout


def test_a_template_is_written_in_the_language_that_is_asked_for(shell: Shell) -> None:
    assert "Skrevet: «mal.xlsx»" in shell.run("template", "mal.xlsx").stdout
    assert shell.run("template", "form.xlsx", "--lang", "en").returncode == 0
    assert shell.run("check", "mal.xlsx", "form.xlsx").returncode == 0
    sheets = [openpyxl.load_workbook(shell.folder / name).sheetnames[:2] for name in ("mal.xlsx", "form.xlsx")]
    assert sheets == [["Les dette først", "regioner"], ["Read this first", "regions"]]


def test_an_export_answers_as_the_lists_do(loaded: Shell) -> None:
    done = loaded.run("export", "ut.xlsx", "--graphml", "ut.graphml")
    assert (done.returncode, done.stderr) == (0, "")
    assert (loaded.folder / "ut.graphml").exists()
    before, after = (
        json.loads(loaded.run("--store", store, *ASK, "--json").stdout)["rows"]
        for store in ("kompetansegraf", "igjen")
        if store == "kompetansegraf" or loaded.run("--store", store, "load", "ut.xlsx").returncode == 0
    )
    assert before == after
    assert loaded.run("--store", "igjen", "load", "ut.xlsx").stdout.count("Ingenting er endret") == 1


def test_an_export_of_a_region(loaded: Shell) -> None:
    assert loaded.run("export", "vik.xlsx", "--region", "VIK").returncode == 0
    names = [row[0].value for row in openpyxl.load_workbook(loaded.folder / "vik.xlsx")["aktører"]]
    assert names == ["navn", "Vik kommune", "Øyrådet"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("template", "lister/aktører.csv"), "slutter ikke på .xlsx"),
        (("template", "mangler/mal.xlsx"), "kan ikke skrives"),
        (("export", "mangler/ut.xlsx"), "kan ikke skrives"),
        (("export", "ut.graphml"), "slutter ikke på .xlsx"),
        (("export", "ut.xlsx", "--graphml", "ut.xlsx"), "slutter ikke på .graphml"),
        (("export", "ut.xlsx", "--graphml", "mangler/ut.graphml"), "kan ikke skrives"),
        (("load", "lister", "--skip-bad-rows", "feil.xlsx"), "slutter ikke på .csv"),
        (("remove", "medlemskap.xlsx"), "Mente du «medlemskap.csv»?"),
        (("export", "ut.xlsx", "--region", "Vikk"), "Mente du «Vik»"),
    ],
)
def test_what_cannot_be_written_is_said(loaded: Shell, arguments: tuple[str, ...], said: str) -> None:
    done = loaded.run(*arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert {path.name for path in loaded.folder.iterdir()} == {"kompetansegraf", "lister"}


def test_an_export_of_nothing_says_so(loaded: Shell) -> None:
    loaded.write("regioner.csv", LISTS["regioner.csv"] + "Tomvika;kommune;Vestfylket\n")
    assert loaded.run("load", "lister/regioner.csv").returncode == 0
    done = loaded.run("export", "tom.xlsx", "--region", "Tomvika")
    assert done.returncode == 0
    assert "Ingenting i grafen er knyttet til Tomvika; bare regioner er skrevet." in done.stderr
    for name in LISTS:
        assert loaded.run("remove", name).returncode == 0
    done = loaded.run("export", "ingenting.xlsx", lang="en")
    assert done.returncode == 0
    assert "The graph is empty" in done.stderr


def test_no_file_is_overwritten(loaded: Shell) -> None:
    for command in ("template", "export"):
        assert loaded.run(command, f"{command}.xlsx").returncode == 0
        before = (loaded.folder / f"{command}.xlsx").read_bytes()
        done = loaded.run(command, f"{command}.xlsx")
        assert done.returncode == 1
        assert "finnes fra før" in done.stderr
        assert (loaded.folder / f"{command}.xlsx").read_bytes() == before


def test_the_store_can_be_set_by_option_and_environment(shell: Shell) -> None:
    assert shell.run("--store", "en", "load", "lister").returncode == 0
    assert shell.run(*ASK, KOMPETANSEGRAF_STORE="en").returncode == 0
    assert shell.run(*ASK).returncode == 1


def test_the_language_is_chosen_by_option_environment_or_locale(shell: Shell) -> None:
    def spoken(*arguments: str, **environment: str) -> str:
        inherited = {"PATH": os.environ["PATH"], "COLUMNS": "80", **environment}
        command = [sys.executable, "-P", "-m", "cli", *arguments, "questions"]
        return subprocess.run(
            command, cwd=shell.folder, env=inherited, capture_output=True, encoding="utf-8", check=True
        ).stdout

    assert "Gruppen som skal nås" in spoken("--lang", "nb")
    assert "The group that is to be reached" in spoken("--lang=en", LANG="nb_NO.UTF-8")
    assert "Gruppen som skal nås" in spoken(KOMPETANSEGRAF_LANG="nb", LANG="en_US.UTF-8")
    assert "Gruppen som skal nås" in spoken(LANG="nb_NO.UTF-8")
    assert "The group that is to be reached" in spoken(LANG="C.UTF-8")


def outside(shell: Shell, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as it is without ``--lang`` before it."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "cli", *arguments],
        cwd=shell.folder,
        env={"PATH": os.environ["PATH"], "COLUMNS": "80", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    "command",
    [("status",), ("questions",), ASK, ("check", "lister"), ("remove", "x.csv"), ("export", "ut.xlsx"), ("lod",)],
)
def test_the_language_may_be_said_behind_every_command(shell: Shell, command: tuple[str, ...]) -> None:
    nb, en = (outside(shell, *command, "--lang", lang) for lang in ("nb", "en"))
    assert nb.returncode == en.returncode == shell.run(*command).returncode
    assert (nb.stdout, nb.stderr) == (shell.run(*command).stdout, shell.run(*command).stderr)
    assert (en.stdout, en.stderr) != (nb.stdout, nb.stderr)


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (("--lang", "no", "status"), {}, "Feil: Ugyldig verdi for «--lang»: «no» er ikke blant «nb», «en»."),
        (("status", "--lang", "nn"), {"LANG": "en_US.UTF-8"}, "«nn» er ikke blant «nb», «en»."),
        (("status", "--lang=norsk"), {}, "«norsk» er ikke blant"),
        (("status", "--lang", "de"), {"KOMPETANSEGRAF_LANG": "nb", "LANG": "C"}, "«de» er ikke blant «nb», «en»."),
        (("status", "--lang", "de"), {"LANG": "nn_NO.UTF-8"}, "«de» er ikke blant"),
        (("status", "--lang", "english"), {"LANG": "nb_NO.UTF-8"}, "'english' is not one of 'nb', 'en'."),
        (("status", "--lang", "de"), {"LANG": "C.UTF-8"}, "Error: Invalid value for '--lang': 'de' is not one of"),
    ],
)
def test_a_wrong_language_is_complained_of_in_the_users_own(
    shell: Shell, arguments: tuple[str, ...], environment: dict[str, str], said: str
) -> None:
    done = outside(shell, *arguments, **environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_overviews_fit_the_terminal(shell: Shell, lang: str) -> None:
    for command in (
        ("model",),
        ("questions",),
        ("--help",),
        ("run", "mobilisers", "--help"),
        ("export", "--help"),
    ):
        done = shell.run(*command, lang=lang)
        assert done.returncode == 0, done.stderr
        assert max(map(len, done.stdout.splitlines())) <= 80, command


ENDED = "Avbrutt. Var det en innlesing, les inn listene på nytt: den er helt med eller ikke."


@pytest.mark.parametrize("after", [0.05, 0.15, 0.3, 0.6, 1.0, 1.5])
def test_ctrl_c_ends_it_without_a_traceback_at_any_moment(shell: Shell, after: float) -> None:
    begun = shell.begin("load", "lister")
    time.sleep(after)
    begun.send_signal(signal.SIGINT)
    out, said = begun.communicate(timeout=30)
    assert "Traceback" not in said
    assert "programmet" not in said
    if begun.returncode == 1:
        assert said.strip() == ENDED
    else:
        assert begun.returncode in (0, -signal.SIGINT, 128 + signal.SIGINT)
    assert shell.run("load", "lister").returncode == 0
    assert len(json.loads(shell.run(*ASK, "--json").stdout)["rows"]) == 1
    assert out == "" or begun.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_for_the_answer_is_told_of(loaded: Shell) -> None:
    with Path("/dev/full").open("w") as full:
        begun = loaded.begin(*ASK, "--json", to=full)
        _, said = begun.communicate()
    assert begun.returncode == 1
    assert "ikke plass til svaret" in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_demo_answers_for_fosen(shell: Shell, lang: str) -> None:
    done = shell.run("demo", lang=lang)
    assert done.returncode == 0, done.stderr
    words = " ".join(done.stdout.split())
    for actor in ("Kompetanseforum", "Fosenregionen", "Prosjektleder Fosen", "Karrieresenteret", "NAV", "HR-nettverk"):
        assert actor in words
    assert "kapittel 2" in words
    assert "Kompetanseforum Namdalen" not in words


def test_nothing_from_a_list_runs_in_the_terminal(shell: Shell) -> None:
    shell.write(
        "aktører.csv", "navn;type;kommune\nVik kommune;kommune;Vik\n[red]Øy\x1b[31m\u202erådet[/red];regionråd;\n"
    )
    shell.write("medlemskap.csv", "medlem;medlem av;fra\nVik kommune;[red]Øy[31mrådet[/red];2019\n")
    done = shell.run("load", "lister")
    assert done.returncode == 0, done.stderr
    answer = shell.run(*ASK).stdout
    assert "[red]Øy[31mrådet[/red]" in "".join(answer.split())
    assert "\x1b" not in answer + done.stdout
    assert "\u202e" not in answer + done.stdout
