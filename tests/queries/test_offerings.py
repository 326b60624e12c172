"""`offerings` against rows written by hand for both counties."""

import pytest

from graph_model.store import Snapshot
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements

ASKED = ("asked_region", "asked_target_group", "asked_level", "asked_field", "asked_status", "as_of")
SHOWN = (
    "offering",
    "level",
    "fields",
    "providers",
    "regions",
    "groups",
    "delivery",
    "credits",
    "participants",
    "status",
    "flags",
    "since",
    "until",
)


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("offerings", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "offerings", case)
    assert [compared(row, SHOWN) for row in answer.rows] == rows
    assert rests_on_statements(answer)
    assert answer.summary


def test_what_is_held_nowhere_is_counted_where_a_region_is_asked_for(graphs: dict[str, Snapshot]) -> None:
    """`Fagbrev på nattskift` is the only offering of which no list says where it is held."""
    held = "Tilbud som ellers passer, men som ingen liste sier hvor gis: 1. De er ikke med."
    there = answered(graphs["county"], "offerings", (("region", "Ytre Skjell"), ("as_of", "2024-06-01")))
    assert held in there.notes
    not_yet = answered(graphs["county"], "offerings", (("region", "Ytre Skjell"), ("as_of", "2020")))
    assert held not in not_yet.notes
    asked = (("region", "Ytre Skjell"), ("target_group", "sjøfolk"), ("as_of", "2024-06-01"))
    assert held not in answered(graphs["county"], "offerings", asked).notes
    assert held not in answered(graphs["county"], "offerings", (("as_of", "2024-06-01"),)).notes
