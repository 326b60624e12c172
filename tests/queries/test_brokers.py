"""`brokers` against rows written by hand, published values, a second implementation, and small networks."""

from collections.abc import Mapping
from typing import Any

import pytest

from graph_model.store import Snapshot
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements

ASKED = ("asked_region", "asked_partition", "as_of")
MEASURES = ("betweenness", "constraint", "effective_size")
SHOWN = (
    "actor", "group", "role", "between", "pairs", "coordinator", "itinerant", "gatekeeper_representative", "liaison",
    "unclassified", "flags", *MEASURES,
)  # fmt: skip


def told(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A row as it is written by hand: measures to six decimals."""
    return compared({**row, **{name: f"{row[name]:.6f}" for name in MEASURES}}, SHOWN)


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("brokers", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "brokers", case)
    assert [told(row)[:-3] for row in answer.rows] == [row[:-3] for row in rows]
    for row, by_hand in zip(answer.rows, rows, strict=True):
        assert [row[name] for name in MEASURES] == pytest.approx([float(value) for value in by_hand[-3:]], abs=1e-6)
    assert rests_on_statements(answer)
    assert answer.summary
