"""`mobilisers` against rows written by hand for both counties, and against a second implementation."""

import csv
import itertools
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph_model.nodes import Region, TargetGroup
from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.answer import Answer
from queries.asking import ask
from queries.question import all_questions
from tests.lists import built, in_memory, made_up_county, trondelag
from tests.queries.brute_mobilisers import brute
from tests.queries.plain_facts import plain_facts
from tests.queries.random_graphs import random_facts

EXPECTED = Path(__file__).parent / "expected"
COMPARED = (
    "actor", "chain", "over", "group_match", "where", "wider", "by_name", "by_type", "of", "other_chains", "flags",
)  # fmt: skip
RANDOM_GRAPHS = 200
PAIRS = 8
TIMES = ("2015", "2019-06-15", "2024", "all")

Case = tuple[str, str, str]


def by_hand(file: str) -> dict[Case, list[tuple[str, ...]]]:
    """The rows written by hand: for each group, region and time, in the answer's order."""
    cases: dict[Case, list[tuple[str, ...]]] = {}
    with (EXPECTED / file).open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter=";"):
            rows = cases.setdefault((line["target_group"], line["region"], line["as_of"]), [])
            if line["actor"]:
                rows.append(tuple(line[column] for column in COMPARED))
    return cases


def compared(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A row as it is written by hand."""
    values = (row[column] for column in COMPARED)
    return tuple(", ".join(v) if isinstance(v, list) else "" if v is None else str(v) for v in values)


def mobilisers(snapshot: Snapshot, group: str, region: str, time: str) -> Answer:
    given = {"target_group": group, "region": region}
    return ask(snapshot, all_questions()["mobilisers"], given, "nb", time=time)


TRONDELAG, COUNTY = by_hand("trondelag-mobilisers.csv"), by_hand("county-mobilisers.csv")


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder = tmp_path_factory.mktemp("counties")
    return {
        "trondelag": built(folder / "trondelag", trondelag()),
        "county": built(folder / "county", made_up_county()),
    }


@pytest.mark.parametrize(
    ("county", "case", "rows"),
    [
        pytest.param(county, case, rows, id="-".join((county, *case)))
        for county, cases in (("trondelag", TRONDELAG), ("county", COUNTY))
        for case, rows in cases.items()
    ],
)
def test_rows_written_by_hand(
    counties: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    assert [compared(row) for row in mobilisers(counties[county], *case).rows] == rows


def test_health_workers_on_fosen(counties: dict[str, Snapshot]) -> None:
    found = {row["actor"] for row in mobilisers(counties["trondelag"], "helsearbeidere", "Fosen", "2026-11-24").rows}
    assert found >= {
        "Kompetanseforum Fosen",
        "Fosenregionen interkommunalt politisk råd",
        "Prosjektleder Fosen",
        "Karrieresenteret i Trøndelag",
        "NAV",
        "KS Trøndelags HR-nettverk",
    }
    assert not {actor for actor in found if "Namdal" in actor or "elseleder" in actor}


@pytest.mark.parametrize("block", range(10))
def test_second_implementation(block: int) -> None:
    """Seeded random graphs, and of each some pairs of a group and a region; in blocks, so that one can be run alone."""
    for seed in range(block, RANDOM_GRAPHS, 10):
        claims = random_facts(seed)
        snapshot = in_memory([claims])
        facts = plain_facts(claims)
        time = TIMES[seed % len(TIMES)]
        first, last = (None, None) if time == "all" else (time, time)
        groups, regions = (
            [str(claim.values["name"]) for claim in claims.nodes if claim.kind is kind]
            for kind in (TargetGroup, Region)
        )
        pairs = list(itertools.product(groups, regions))
        for group, region in random.Random(seed).sample(pairs, min(PAIRS, len(pairs))):
            found = [compared(row) for row in mobilisers(snapshot, group, region, time).rows]
            expected = [compared(row) for row in brute(facts, group, region, first_day(first), last_day(last))]
            assert found == expected, (seed, group, region, time)
