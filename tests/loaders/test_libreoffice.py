"""Lists that another office program has saved: the made-up county as one workbook, written by LibreOffice."""

import subprocess
from pathlib import Path

import pytest

from graph_model.statements import SourceClaims
from loaders.files import read_lists
from tests.lists import MADE_UP, said


@pytest.mark.needs("soffice")
def test_workbooks_saved_by_libreoffice_say_the_same(tmp_path: Path) -> None:
    """Each text list is opened and saved as .xlsx; what it says is the same, but for where it stands."""
    lists = ("regioner.csv", "malgrupper.csv", "moter.csv")
    for name in lists:
        # LibreOffice is told: fields are separated by ; (59), texts quoted by " (34), and the file is UTF-8 (76).
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx",
                "--infilter=CSV:59,34,76", "--outdir", str(tmp_path / "saved"), str(MADE_UP / name),
            ],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    as_saved = read_lists([tmp_path / "saved"])
    assert not [problem.to("en") for problem in as_saved.problems if problem.blocks]
    as_text = read_lists([MADE_UP / name for name in lists])
    others = [source for source in read_lists([MADE_UP]).sources if source.id not in lists]
    assert facts(as_saved.sources + others) == facts(as_text.sources + others)


def facts(sources: list[SourceClaims]) -> set[tuple[str, str]]:
    return {(statement.key, str(sorted(statement.values.items()))) for statement in said(sources)}
