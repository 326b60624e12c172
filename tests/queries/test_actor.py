"""`actor` against rows written by hand for both counties."""

import pytest

from graph_model.store import Snapshot
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements

ASKED = ("actor", "as_of")
SHOWN = ("fact", "value", "details", "status", "since", "until", "flags")


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("actor", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "actor", case)
    assert [compared(row, SHOWN) for row in answer.rows] == rows
    assert rests_on_statements(answer)
    assert answer.summary


def test_a_collaboration_of_two_is_proven_by_its_grounds_and_its_own_rows(graphs: dict[str, Snapshot]) -> None:
    answer = answered(graphs["county"], "actor", (("actor", "HFK"), ("as_of", "2024-03")))
    row = next(row for row in answer.rows if row["value"] == "Ytre Skjellråd")
    path, own = (answer.paths[at] for at in row["path"])
    kinds = sorted(relation["kind"] for relation in path["relations"])
    assert kinds == ["HELD_AT", "RUNS", "RUNS", "TAKES_PART_IN", "TAKES_PART_IN"]
    (collaboration,) = own["nodes"]
    assert collaboration["kind"] == "Collaboration"
    assert collaboration["statements"]


def test_who_does_not_exist_then_is_said_to_do_so_at_another_time(graphs: dict[str, Snapshot]) -> None:
    case = (("actor", "Lomvi kommune"), ("as_of", "2023"))
    assert answered(graphs["county"], "actor", case).summary == (
        "Lomvi kommune finnes ikke på dette tidspunktet; i listene finnes den til og med 31.12.2019."
    )
