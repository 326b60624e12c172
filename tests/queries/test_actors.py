"""`actors` against rows written by hand for both counties."""

import pytest

from graph_model.store import Snapshot
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements

ASKED = ("region", "type", "role", "as_of")
SHOWN = ("actor", "actor_type", "roles", "regions", "networks", "website", "flags")


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("actors", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "actors", case)
    assert [compared(row, SHOWN) for row in answer.rows] == rows
    assert rests_on_statements(answer)
    assert answer.summary


def test_who_works_nobody_knows_where_is_counted(graphs: dict[str, Snapshot]) -> None:
    case = (("region", "Fosen"), ("role", "mobiliser"), ("as_of", "2024"))
    answer = answered(graphs["trondelag"], "actors", case)
    assert "NAV" not in {row["actor"] for row in answer.rows}
    assert answer.notes[-1].startswith("Aktører som ellers passer, men som ingen liste sier hvor virker: 1.")


def test_an_empty_answer_names_who_else_would_fit(graphs: dict[str, Snapshot]) -> None:
    case = (("region", "Utskjær"), ("role", "leder"), ("as_of", "2024"))
    assert answered(graphs["county"], "actors", case).summary == (
        "Ingen aktører som virker i Utskjær (rolle: leder) på dette tidspunktet. "
        "Andre som ellers passer: Kystens arbeidsgivere og Tare omsorg AS."
    )


def test_the_way_to_the_region_and_to_the_type_is_shown(graphs: dict[str, Snapshot]) -> None:
    case = (("region", "Havfylke"), ("type", "offentlig virksomhet"), ("as_of", "2024"))
    answer = answered(graphs["county"], "actors", case)
    for row in answer.rows:
        reached = {node["name"] for at in row["path"] for node in answer.paths[at]["nodes"]}
        assert reached >= {row["actor"], "Havfylke", "offentlig virksomhet"}
