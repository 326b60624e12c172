"""Pages from the command line: written once, to where they are told, of what was asked."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.test_cli import ASK, LISTS, Shell
from tests.viz.test_page_hostile import PATTERNS

DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def loaded(shell: Shell) -> Shell:
    assert shell.run("load", "lister").returncode == 0
    return shell


def picture(page: Path) -> Any:
    found = DATA.search(page.read_text(encoding="utf-8"))
    assert found
    return json.loads(found[1])["picture"]


def names(page: Path) -> set[str]:
    return {node["name"] for node in picture(page)["nodes"]}


def test_an_answer_is_written_as_a_page(loaded: Shell) -> None:
    done = loaded.run(*ASK, "--html", "svar.html")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Skrevet: «svar.html»" in done.stdout
    made = picture(loaded.folder / "svar.html")
    assert made["title"] == "Hvem mobiliserer sveisere i Fjordlandet?"
    assert [row["cells"][0] for row in made["rows"]] == ["Øyrådet"]
    assert names(loaded.folder / "svar.html") >= {"Øyrådet", "Vik kommune", "sveisere", "Fjordlandet"}


def test_a_page_can_be_written_beside_a_table_a_workbook_and_json(loaded: Shell) -> None:
    done = loaded.run(*ASK, "--html", "s.html", "--csv", "s.csv", "--xlsx", "s.xlsx", "--json", lang="en")
    assert json.loads(done.stdout)["question"] == "mobilisers"
    assert {file.name for file in loaded.folder.iterdir()} >= {"s.html", "s.csv", "s-sources.csv", "s.xlsx"}
    assert picture(loaded.folder / "s.html")["lang"] == "en"


def test_an_answer_without_rows_is_a_page_that_says_so(loaded: Shell) -> None:
    assert loaded.run("run", "offerings", "--html", "ingen.html").returncode == 0
    made = picture(loaded.folder / "ingen.html")
    assert (made["nodes"], made["rows"]) == ([], [])
    assert made["summary"] in (loaded.folder / "ingen.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("how", "seen"),
    [
        (("--around", "vik kommune"), {"Vik kommune", "kommune", "Vik", "sveisere", "Øyrådet"}),
        (("--around", "Øyrådet", "--depth", "0"), {"Øyrådet"}),
        (("--around", "Øyrådet", "--as-of", "2018"), {"Øyrådet", "regionråd"}),
        (("--region", "fjordlandet"), {"Fjordlandet", "Vik", "Vestfylket", "Vik kommune"}),
        ((), {"Vestfylket", "Fjordlandet", "Vik", "Vik kommune", "Øyrådet"}),
    ],
)
def test_what_is_around_something_is_drawn(loaded: Shell, how: tuple[str, ...], seen: set[str]) -> None:
    done = loaded.run("draw", *how, "--html", "bilde.html")
    assert (done.returncode, done.stderr) == (0, "")
    assert names(loaded.folder / "bilde.html") == seen


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (("--around", "Vik kommune", "--region", "Vik", "--html", "a.html"), "--around og --region"),
        (("--depth", "2", "--html", "a.html"), "--depth er avstanden fra noe"),
        (("--around", "Viik kommune", "--html", "a.html"), "Mente du «Vik kommune»"),
        (("--html", "a.htm"), "slutter ikke på .html"),
        (("--html", "finnes.html"), "finnes fra før"),
        (("--html", "mappe/a.html"), "mappe/a.html"),
        (("--as-of", "i fjor", "--html", "a.html"), "i fjor"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_one_go(loaded: Shell, how: tuple[str, ...], said: str) -> None:
    (loaded.folder / "finnes.html").write_text("mitt", encoding="utf-8")
    done = loaded.run("draw", *how)
    assert done.returncode == 1
    assert said in " ".join(done.stderr.split())
    assert (loaded.folder / "finnes.html").read_text(encoding="utf-8") == "mitt"
    assert not (loaded.folder / "a.html").exists()


def test_the_demo_writes_its_page_and_says_where(shell: Shell) -> None:
    done = shell.run("--store", "demo", "demo", "--html", "demo.html")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Skrevet: «demo.html»" in done.stdout
    assert "Kompetanseforum Fosen" in names(shell.folder / "demo.html")
    again = shell.run("--store", "demo", "demo", "--html", "demo.html")
    assert again.returncode == 1
    assert "finnes fra før" in again.stderr


def test_the_same_graph_gives_the_same_page(loaded: Shell) -> None:
    for file in ("en.html", "to.html"):
        assert loaded.run("draw", "--html", file).returncode == 0
    assert (loaded.folder / "en.html").read_bytes() == (loaded.folder / "to.html").read_bytes()


@pytest.mark.needs("chromium")
def test_hostile_names_in_a_list_are_drawn_as_text(shell: Shell, chromium: Browser) -> None:
    texts = [pattern.format(1).replace('"', '""') for pattern in PATTERNS if pattern.isprintable()]
    rows = "".join(f'"{text}";kommune\n' for text in texts)
    shell.write("aktører.csv", LISTS["aktører.csv"] + rows.replace(";kommune", ";;kommune;"))
    assert shell.run("load", "lister").returncode == 0, shell.run("check", "lister").stderr
    assert shell.run("draw", "--html", "bilde.html").returncode == 0
    tab = chromium.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("dialog", lambda dialog: complaints.append(dialog.message))
    tab.on("request", lambda request: complaints.append(request.url))
    tab.goto((shell.folder / "bilde.html").as_uri())
    tab.wait_for_timeout(500)
    shown = tab.locator("tbody").inner_text()
    assert "<img src=x onerror=ran(1)>" in shown
    assert complaints == [(shell.folder / "bilde.html").as_uri()]
    tab.close()
