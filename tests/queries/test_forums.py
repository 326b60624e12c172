"""`forums` against rows written by hand for both counties."""

import pytest

from graph_model.store import Snapshot
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements

ASKED = ("region", "as_of")
SHOWN = (
    "forum",
    "since",
    "decided",
    "meetings_a_year",
    "meetings",
    "last_meeting",
    "run_by",
    "members",
    "types",
    "regions",
    "flags",
)


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("forums", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "forums", case)
    assert [compared(row, SHOWN) for row in answer.rows] == rows
    assert rests_on_statements(answer)
    assert answer.summary


def test_an_empty_answer_names_what_is_nearest(graphs: dict[str, Snapshot]) -> None:
    before = answered(graphs["county"], "forums", (("region", "Ytre Skjell"), ("as_of", "2020")))
    assert before.summary == (
        "Det er ingen forum som virker i Ytre Skjell på dette tidspunktet, men til andre tider: "
        "Forum Ytre Skjell (fra 10.03.2021)."
    )
    elsewhere = answered(graphs["county"], "forums", (("region", "Utskjær"), ("as_of", "2022")))
    assert "Andre forum: Forum Indre Skjell (fra 2022)" in elsewhere.summary
    never = answered(graphs["county"], "forums", (("region", "Utskjær"), ("as_of", "2010")))
    assert never.summary.endswith("til andre tider og steder: 2.")


def test_a_meeting_that_is_counted_is_proven(graphs: dict[str, Snapshot]) -> None:
    answer = answered(graphs["county"], "forums", (("region", "Ytre Skjell"), ("as_of", "2021-06-15")))
    (row,) = answer.rows
    nodes = {node["id"] for at in row["path"] for node in answer.paths[at]["nodes"] if node["kind"] == "Meeting"}
    assert len(nodes) == row["meetings"] == 1
