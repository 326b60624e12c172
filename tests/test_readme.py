"""The README's first ten minutes, done as they are written: its tables as workbooks, its commands in its order."""

import json
import re
import subprocess
import sys
from pathlib import Path

import openpyxl

from tests.generated import README

TABLE = re.compile(r"^   `(?P<name>\w+)`\n\n(?P<rows>(?:   \|.*\n)+)", re.MULTILINE)


def lists() -> dict[str, list[list[str]]]:
    """The tables of the README's first step: header and rows, by the name of the list."""
    found = {}
    for table in TABLE.finditer(README.read_text(encoding="utf-8")):
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table["rows"].splitlines()]
        found[table["name"]] = [rows[0], *rows[2:]]
    return found


def run(folder: Path, command: str) -> str:
    """What a command of the README prints."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "cli", "--lang", "nb", *command.split()[1:]],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_ten_minutes(tmp_path: Path) -> None:
    folder = tmp_path / "lister"
    folder.mkdir()
    assert set(lists()) == {"regioner", "aktører", "medlemskap", "målgrupper", "ansatte"}
    for name, rows in lists().items():
        book = openpyxl.Workbook()
        assert book.active
        for row in rows:
            book.active.append([cell or None for cell in row])
        book.save(folder / f"{name}.xlsx")
    commands = re.findall(
        r"`(kompetansegraf (?:check|load|run|status|remove)[^`]*)`", README.read_text(encoding="utf-8")
    )
    check, load, ask, *rest = (command for command in commands if "--store" not in command)
    assert "Ingen feil" in run(tmp_path, check)
    assert "virksomhet" in run(tmp_path, load)
    answer = run(tmp_path, ask)
    assert "Fjordrådet" in answer
    assert "har som medlem" in answer
    assert "helse- og omsorgstjenesteloven § 3-1" in answer
    assert json.loads(run(tmp_path, f"{ask} --as-of 2018 --json"))["rows"] == []
    for command in rest:
        run(tmp_path, command)
    assert "medlemskap.xlsx" not in run(tmp_path, "kompetansegraf status")
