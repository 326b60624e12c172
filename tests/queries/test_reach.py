"""`reach` against rows written by hand, a second implementation, and `mobilisers`, whose rows it turns round."""

import itertools
import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from graph_model.nodes import Network, Organisation, Position, Programme, Region, TargetGroup
from graph_model.relations import Gathers, HeldAt, MemberOf, Mobilises, Runs
from graph_model.statements import Reference, SourceClaims
from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.answer import Answer
from queries.asking import ask
from queries.question import all_questions
from tests.lists import in_memory, made_up_county, trondelag
from tests.queries.brute_reach import brute_reach
from tests.queries.moteplass_by_hand import Case, answered, counties, params, rests_on_statements
from tests.queries.moteplass_by_hand import compared as written
from tests.queries.plain_facts import plain_facts
from tests.queries.random_graphs import random_facts
from tests.queries.test_mobilisers import COMPARED, compared, mobilisers

ACTORS = (Organisation, Network, Programme, Position)
RANDOM_GRAPHS = 32
BLOCKS = 4
ASKED = 16
TIMES = ("2021", "2020-06-15", "2024", "all", "2022-03")
COUNTY_TIMES = ("2023-05-01", "all")
ASKED_BY_HAND = ("actor", "asked_target_group", "asked_region", "as_of")
SHOWN_BY_HAND = ("target_group", "region", *COMPARED[1:])

Proof = list[tuple[tuple[str, ...], ...]]
Told = tuple[str, ...]


def reach(snapshot: Snapshot, actor: str, group: str | None, region: str | None, time: str) -> Answer:
    given = {"actor": actor, "target_group": group, "region": region}
    asked = {name: value for name, value in given.items() if value is not None}
    return ask(snapshot, all_questions()["reach"], asked, "nb", time=time)


def told(row: Mapping[str, Any]) -> Told:
    """What a row tells of the actor's row in `mobilisers`, in the columns that both have."""
    shown = {column.id for column in all_questions()["reach"].columns}
    return compared({column: row[column] if column in shown else "" for column in COMPARED})


def whole(row: Mapping[str, Any]) -> Told:
    return row["target_group"], row["region"], *told(row)


def named(lists: Sequence[SourceClaims], *kinds: type) -> list[str]:
    """The names of the nodes of some kinds that lists claim, each once."""
    claimed = [claim for source in lists for claim in source.nodes if claim.kind in kinds]
    return sorted({str(claim.values["name"]) for claim in claimed})


def mobilising(claims: SourceClaims) -> list[str]:
    """The names of actors, those more often that have relations by which they may reach somebody."""
    often = [fact.start for fact in claims.relations if fact.kind in (Mobilises, Gathers, Runs, HeldAt)]
    often += [fact.end for fact in claims.relations if fact.kind is MemberOf]
    return [*named([claims], *ACTORS), *(end.text for end in often if isinstance(end, Reference))]


def proof(answer: Answer, row: Mapping[str, Any]) -> Proof:
    """The paths of a row: of each its relations with what they rest on, in their order."""
    return [
        tuple(
            (relation["kind"], relation["from"], relation["to"], *sorted(relation["statements"]))
            for relation in answer.paths[path]["relations"]
        )
        for path in row["path"]
    ]


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("reach", ASKED_BY_HAND, SHOWN_BY_HAND))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "reach", case)
    assert [written(row, SHOWN_BY_HAND) for row in answer.rows] == rows
    assert rests_on_statements(answer)
    assert answer.summary


def test_columns_are_those_of_mobilisers() -> None:
    """From `chain` to `flags`, behind the group and the region."""
    columns = [column.id for column in all_questions()["mobilisers"].columns]
    shown = columns[columns.index("chain") : columns.index("flags") + 1]
    assert [column.id for column in all_questions()["reach"].columns] == ["target_group", "region", *shown]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_second_implementation(block: int) -> None:
    """Seeded random worlds, and of each some actors; with a group, a region, both and neither."""
    for seed in range(block, RANDOM_GRAPHS, BLOCKS):
        claims = random_facts(seed)
        snapshot = in_memory([claims])
        facts = plain_facts(claims)
        rng = random.Random(seed)
        actors, groups, regions = mobilising(claims), named([claims], TargetGroup), named([claims], Region)
        for at in range(ASKED):
            actor, time = rng.choice(actors), TIMES[(seed + at) % len(TIMES)]
            group = rng.choice(groups) if at % 2 else None
            region = rng.choice(regions) if at // 2 % 2 else None
            first, last = (None, None) if time == "all" else (time, time)
            found = [whole(row) for row in reach(snapshot, actor, group, region, time).rows]
            expected = [
                whole(row) for row in brute_reach(facts, actor, group, region, first_day(first), last_day(last))
            ]
            assert found == expected, (seed, actor, group, region, time)


def agrees_with_mobilisers(snapshot: Snapshot, actors: Sequence[str], group: str, region: str, time: str) -> None:
    """An actor reaches something in a group and a region exactly when it is a mobiliser there; by the same chain."""
    answer = mobilisers(snapshot, group, region, time)
    rows = {row["actor"]: row for row in answer.rows}
    for actor in actors:
        reached = reach(snapshot, actor, group, region, time)
        case = actor, group, region, time
        assert bool(reached.rows) == (actor in rows), case
        for row in reached.rows:
            assert told(row) == told(rows[actor]), case
            assert proof(reached, row) == proof(answer, rows[actor]), case
        pairs = [(row["target_group"], row["region"]) for row in reached.rows]
        assert len(set(pairs)) == len(pairs), case


def check_narrowing(snapshot: Snapshot, actor: str, groups: Sequence[str], regions: Sequence[str], time: str) -> None:
    """What is reached without a group or a region is what is reached in each, in the pairs that are of it itself."""
    everything = [whole(row) for row in reach(snapshot, actor, None, None, time).rows]
    of_groups = [
        whole(row)
        for one in groups
        for row in reach(snapshot, actor, one, None, time).rows
        if row["target_group"] == one
    ]
    of_regions = [
        whole(row) for one in regions for row in reach(snapshot, actor, None, one, time).rows if row["region"] == one
    ]
    assert sorted(of_groups) == sorted(everything)
    assert sorted(of_regions) == sorted(everything)


@pytest.mark.parametrize("seed", range(100, 103))
def test_random_mobilisers_are_who_reaches(seed: int) -> None:
    claims = random_facts(seed)
    snapshot = in_memory([claims])
    actors, groups, regions = named([claims], *ACTORS), named([claims], TargetGroup), named([claims], Region)
    rng = random.Random(seed)
    for group, region in itertools.product(groups, regions):
        agrees_with_mobilisers(snapshot, rng.sample(actors, 8), group, region, "2021")
    for actor in rng.sample(actors, 3):
        check_narrowing(snapshot, actor, groups, regions, "2021")


@pytest.mark.parametrize(("county", "actors_asked"), [("trondelag", 6), ("county", 16)])
def test_mobilisers_of_the_counties_are_who_reaches(county: str, actors_asked: int) -> None:
    """For every group and every region; of the actors some that are mobilisers there, and some that are others."""
    lists = {"trondelag": trondelag, "county": made_up_county}[county]()
    snapshot = in_memory(lists)
    facts = plain_facts(*lists)
    actors, groups, regions = (
        sorted(node["name"] for node in facts.nodes.values() if node["kind"] in [kind.__name__ for kind in kinds])
        for kinds in (ACTORS, (TargetGroup,), (Region,))
    )
    rng = random.Random(county)
    for at, (group, region) in enumerate(itertools.product(groups, regions)):
        time = COUNTY_TIMES[at % len(COUNTY_TIMES)]
        mobilising = [row["actor"] for row in mobilisers(snapshot, group, region, time).rows]
        some = rng.sample(mobilising, min(len(mobilising), actors_asked // 2))
        agrees_with_mobilisers(snapshot, [*some, *rng.sample(actors, actors_asked // 2)], group, region, time)
