"""`brokers` against rows written by hand for both counties and a second implementation, and what its rows say."""

import itertools
import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given

from graph_model.nodes import Region
from graph_model.statements import SourceClaims
from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.asking import ask
from queries.question import all_questions
from tests.lists import in_memory, made_up_county, trondelag
from tests.queries.brute_brokers import By, brute_brokers
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements
from tests.queries.plain_facts import plain_facts
from tests.queries.random_graphs import OF_WORLDS, WORLDS, random_facts

ASKED = ("asked_region", "asked_partition", "as_of")
MEASURES = ("betweenness", "constraint", "effective_size")
COUNTS = ("coordinator", "itinerant", "gatekeeper_representative", "liaison", "unclassified")
SAID = ("actor", "group", "role", "between", "pairs", *COUNTS)
SHOWN = (*SAID, "flags", *MEASURES)
BYS: tuple[By, ...] = ("region", "type")
TIMES = ("2021", "2020-06-15", "2024", "all", "2022-03", "2015")
RANDOM_GRAPHS = range(100, 130)
BLOCKS = 5


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("brokers", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "brokers", case)
    assert [compared(row, (*SAID, "flags")) for row in answer.rows] == [row[: -len(MEASURES)] for row in rows]
    for row, by_hand in zip(answer.rows, rows, strict=True):
        six_decimals = [float(value) for value in by_hand[-len(MEASURES) :]]
        assert [row[name] for name in MEASURES] == pytest.approx(six_decimals, abs=1e-6)
    assert rests_on_statements(answer)
    assert answer.summary


def brokers(snapshot: Snapshot, region: str | None, by: By, time: str) -> Sequence[Mapping[str, Any]]:
    given = {"partition": by, **({"region": region} if region else {})}
    return ask(snapshot, all_questions()["brokers"], given, "nb", time=time).rows


def assert_equal(snapshot: Snapshot, lists: Sequence[SourceClaims], region: str | None, by: By, time: str) -> int:
    """Hold the rows against those of the second implementation; how many there are."""
    first, last = (None, None) if time == "all" else (time, time)
    expected = brute_brokers(plain_facts(*lists), region, by, first_day(first), last_day(last))
    found = brokers(snapshot, region, by, time)
    case = region, by, time
    assert [{name: row[name] for name in SAID} for row in found] == [
        {name: value for name, value in row.items() if name in SAID} for row in expected
    ], case
    for row, other in zip(found, expected, strict=True):
        exact = [float(other["betweenness"]), float(other["constraint"]), float(other["effective_size"])]
        assert [row[name] for name in MEASURES] == pytest.approx(exact, abs=1e-9, rel=0), case
    return len(found)


def regions_of(claims: SourceClaims) -> list[str]:
    return [str(claim.values["name"]) for claim in claims.nodes if claim.kind is Region]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_second_implementation(block: int) -> None:
    """Seeded random worlds: all regions together, the widest, and another, by region and by type."""
    rows = 0
    for seed in RANDOM_GRAPHS[block::BLOCKS]:
        claims = random_facts(seed)
        snapshot = in_memory([claims])
        some = [None, regions_of(claims)[0], random.Random(seed).choice(regions_of(claims))]
        for at, (region, by) in enumerate(itertools.product(some, BYS)):
            rows += assert_equal(snapshot, [claims], region, by, TIMES[(seed + at) % len(TIMES)])
    assert rows


@pytest.mark.parametrize("county", ["trondelag", "county"])
def test_second_implementation_on_the_counties(county: str) -> None:
    lists = {"trondelag": trondelag, "county": made_up_county}[county]()
    snapshot = in_memory(lists)
    for by, time in itertools.product(BYS, ("2015", "2022", "2026-11-24", "all")):
        assert_equal(snapshot, lists, None, by, time)


@OF_WORLDS
@given(world=WORLDS)
def test_what_rows_say_adds_up(world: SourceClaims) -> None:
    snapshot = in_memory([world])
    for region, by in itertools.product([None, *regions_of(world)], BYS):
        rows = brokers(snapshot, region, by, "all")
        for row in rows:
            assert row["pairs"] == sum(row[name] for name in COUNTS) > 0
            assert 0 < row["betweenness"] <= 1
            assert row["constraint"] > 0
            assert row["effective_size"] >= 1
            assert row["between"]
        across = [row["gatekeeper_representative"] + row["liaison"] for row in rows]
        assert across == sorted(across, reverse=True)
