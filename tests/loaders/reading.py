"""Lists written into a folder and read, with all that is said about them."""

import csv
import datetime as dt
import io
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import openpyxl

from graph_model.embedded import Generation
from graph_model.loading import Plan, plan_load
from graph_model.problems import Place, Problem, Refusal
from graph_model.statements import NodeClaim, Reference, RelationClaim
from graph_model.text import LANGUAGES
from graph_model.values import Choice
from loaders.files import Lists, read_lists

TODAY = dt.date(2026, 11, 24)
Rows = Sequence[Sequence[object]]
Content = str | bytes | Mapping[str, Rows]
"""A text table, the bytes of a file, or the sheets of a workbook."""


@dataclass(frozen=True)
class Outcome:
    """What reading some lists gave."""

    lists: Lists

    @cached_property
    def plan(self) -> Plan:
        """What loading them into an empty graph would do."""
        with closing(Generation(None)) as empty:
            return plan_load(empty, self.lists.sources, TODAY)

    @property
    def problems(self) -> list[Problem]:
        return [*self.lists.problems, *self.plan.problems]

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.blocks]

    @property
    def notes(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.blocks]

    @property
    def error(self) -> Problem:
        """The only error."""
        [problem] = self.errors
        return problem

    @property
    def note(self) -> Problem:
        """The only note; there is no error."""
        [problem] = self.problems
        assert not problem.blocks
        return problem

    @property
    def nodes(self) -> list[dict[str, object]]:
        """The values of every node that is claimed."""
        return [_plain(claim.values) for source in self.lists.sources for claim in source.nodes]

    @property
    def kinds(self) -> set[str]:
        """The kinds of every claim."""
        nodes = {claim.kind.kind() for source in self.lists.sources for claim in source.nodes}
        return nodes | {claim.kind.kind() for source in self.lists.sources for claim in source.relations}

    @property
    def relations(self) -> list[tuple[str, str, str, dict[str, object]]]:
        """The kind, the names of the ends, and the values of every relation that is claimed."""
        return [_relation(claim) for source in self.lists.sources for claim in source.relations]

    @property
    def said(self) -> str:
        """All that a user could see of the problems, in every language."""
        lines = [problem.to(lang) for problem in self.problems for lang in LANGUAGES]
        return "\n".join([*lines, str(Refusal(self.problems))])


def csv_of(*rows: Sequence[object], delimiter: str = ";") -> str:
    """A text table of rows; cells are quoted where they must be."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def write(path: Path, content: Content) -> Path:
    """Write one list."""
    if isinstance(content, str):
        path.write_text(content, encoding="utf-8")
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in content.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(path)
    return path


def read(folder: Path, files: Mapping[str, Content]) -> Outcome:
    """Write lists into a folder and read them, one path a list."""
    return outcome([write(folder / name, content) for name, content in files.items()])


def outcome(paths: Sequence[Path], name: str | None = None) -> Outcome:
    """Read lists."""
    return Outcome(read_lists(paths, name))


def saved_by_libreoffice(file: Path, folder: Path) -> Path:
    """The file as another office program saves it."""
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
            "--outdir", str(folder / "saved"), str(file),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / "saved" / file.name


def told(problems: Sequence[Problem]) -> list[tuple[str, Place | None]]:
    """The codes of problems, with their places."""
    return [(problem.message.code, problem.place) for problem in problems]


def says(problem: Problem, nb: str, en: str) -> None:
    """Hold against a problem what it must say in each language."""
    assert nb in problem.to("nb"), problem.to("nb")
    assert en in problem.to("en"), problem.to("en")


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _bare(value) for name, value in values.items()}


def _bare(value: object) -> object:
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if isinstance(value, Reference):
        return value.text
    return value.value if isinstance(value, Choice) else value


def _relation(claim: RelationClaim) -> tuple[str, str, str, dict[str, object]]:
    return claim.kind.kind(), _name(claim.start), _name(claim.end), _plain(claim.values)


def _name(end: Reference | NodeClaim) -> str:
    return end.text if isinstance(end, Reference) else str(end.values["name"])
