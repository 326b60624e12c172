"""The rows of a question that are written by hand, and those of an answer in the same form."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from graph_model.store import Snapshot
from queries.answer import Answer
from queries.asking import ask
from queries.question import all_questions
from tests.lists import built, made_up_county, trondelag

EXPECTED = Path(__file__).parent / "expected"

ASKED = "asked_"

Case = tuple[tuple[str, str], ...]
"""What is asked: the parameters that are given, and 'as_of'."""


def by_hand(file: str, asked: Sequence[str], shown: Sequence[str]) -> dict[Case, list[tuple[str, ...]]]:
    """The rows of each case, in the answer's order; a line without them is a case that has none.

    What is asked has 'asked_' before its name where a column of the answer has the same name.
    """
    cases: dict[Case, list[tuple[str, ...]]] = {}
    with (EXPECTED / file).open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter=";"):
            rows = cases.setdefault(tuple((name.removeprefix(ASKED), line[name]) for name in asked if line[name]), [])
            if any(line[column] for column in shown):
                rows.append(tuple(line[column] for column in shown))
    return cases


def params(question: str, asked: Sequence[str], shown: Sequence[str]) -> list[Any]:
    """All cases of a question in both counties."""
    return [
        pytest.param(county, case, rows, id="-".join((county, *(text for _, text in case))))
        for county in ("trondelag", "county")
        for case, rows in by_hand(f"{county}-{question}.csv", asked, shown).items()
    ]


def compared(row: Mapping[str, Any], shown: Sequence[str]) -> tuple[str, ...]:
    """A row as it is written by hand."""
    return tuple(_written(row[column]) for column in shown)


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def answered(snapshot: Snapshot, question: str, case: Case) -> Answer:
    """The answer to a case, in Norwegian."""
    given = dict(case)
    return ask(snapshot, all_questions()[question], given, "nb", time=given.pop("as_of"))


def counties(folder: Path) -> dict[str, Snapshot]:
    """The graphs of both counties."""
    return {
        "trondelag": built(folder / "trondelag", trondelag()),
        "county": built(folder / "county", made_up_county()),
    }


def rests_on_statements(answer: Answer) -> bool:
    """Whether every row has paths, and all that they are made of is stated."""
    return all(row["path"] for row in answer.rows) and all(
        relation["statements"] for path in answer.paths for relation in (path["relations"] or [path["nodes"][0]])
    )
