"""`density` against rows written by hand, a second implementation, and what must change nothing, or only names."""

import dataclasses
import datetime as dt
import itertools
import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given

from graph_model import brokering_relations, relations
from graph_model.brokering import ActivityStatus, Collaboration
from graph_model.kind import Relation
from graph_model.nodes import Network, Organisation, Programme, Region
from graph_model.problems import Place
from graph_model.statements import NodeClaim, Provenance, Reference, RelationClaim, SourceClaims
from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.asking import ask
from queries.question import all_questions
from tests.lists import in_memory, made_up_county, trondelag
from tests.queries.brute_density import By, Ties, brute_density
from tests.queries.moteplass_by_hand import Case, answered, counties, params
from tests.queries.plain_facts import plain_facts
from tests.queries.random_graphs import LAST_YEAR, OF_WORLDS, WORLDS, random_facts

THIS_YEAR = dt.datetime.now().astimezone().year
COLUMNS = (
    "region", "other_region", "type", "other_type", "year", "actors", "other_actors", "ties", "possible", "density",
    "undated_ties", "in_both",
)  # fmt: skip
ASKED_BY_HAND = ("asked_region", "asked_by", "asked_ties", "as_of")
RANDOM_GRAPHS = range(12, 42)
BLOCKS = 5
TIMES = ("2021", "2020-06-15", "2024", "all", "2022-03", "2015")
BYS: tuple[By, ...] = ("region", "type", "year")
TIES: tuple[Ties, ...] = ("collaboration", "membership")
LATER = LAST_YEAR + 2

Told = tuple[str, ...]


def density(snapshot: Snapshot, region: str | None, by: By, ties: Ties, time: str) -> list[Mapping[str, Any]]:
    given = {"by": by, "ties": ties, **({"region": region} if region else {})}
    return list(ask(snapshot, all_questions()["density"], given, "nb", time=time).rows)


def compared(row: Mapping[str, Any]) -> Told:
    """A row as plain text; of a column that it does not have, nothing."""
    values = (row.get(column) for column in COLUMNS)
    return tuple("" if v is None else f"{v:.6f}" if isinstance(v, float) else str(v) for v in values)


def expected(claims: Sequence[SourceClaims], region: str | None, by: By, ties: Ties, time: str) -> list[Told]:
    first, last = (None, None) if time == "all" else (time, time)
    rows = brute_density(plain_facts(*claims), region, by, ties, first_day(first), last_day(last), THIS_YEAR)
    return [compared(row) for row in rows]


def regions_of(claims: SourceClaims) -> list[str]:
    return [str(claim.values["name"]) for claim in claims.nodes if claim.kind is Region]


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("density", ASKED_BY_HAND, COLUMNS))
def test_rows_written_by_hand(graphs: dict[str, Snapshot], county: str, case: Case, rows: list[Told]) -> None:
    answer = answered(graphs[county], "density", case)
    assert [compared(row) for row in answer.rows] == rows
    assert answer.summary
    for row in answer.rows:
        assert bool(row["path"]) == bool(row["actors"]), row


@pytest.mark.parametrize("block", range(BLOCKS))
def test_second_implementation(block: int) -> None:
    """Seeded random worlds: all regions together and some alone, split up in each way, with ties of both kinds."""
    for seed in RANDOM_GRAPHS[block::BLOCKS]:
        claims = random_facts(seed)
        snapshot = in_memory([claims])
        # The first regions are the widest: these hold most.
        some = [None, regions_of(claims)[0], random.Random(seed).choice(regions_of(claims))]
        for at, (region, by, ties) in enumerate(itertools.product(some, BYS, TIES)):
            # By year, all years at once tell more than one.
            time = "all" if by == "year" and at % 2 else TIMES[(seed + at) % len(TIMES)]
            found = [compared(row) for row in density(snapshot, region, by, ties, time)]
            assert found == expected([claims], region, by, ties, time), (seed, region, by, ties, time)


@pytest.mark.parametrize("county", ["trondelag", "county"])
def test_second_implementation_on_the_counties(county: str) -> None:
    lists = {"trondelag": trondelag, "county": made_up_county}[county]()
    snapshot = in_memory(lists)
    for by, ties, time in itertools.product(BYS, TIES, ("2015", "2023-05-01", "all")):
        found = [compared(row) for row in density(snapshot, None, by, ties, time)]
        assert found == expected(lists, None, by, ties, time), (by, ties, time)


# What must change nothing, or only names


def everything(claims: SourceClaims, ties: Sequence[Ties] = TIES) -> list[Told]:
    """The rows of all questions about a world: all of it and its widest region, in each way, at two times."""
    snapshot = in_memory([claims])
    asked = itertools.product([None, regions_of(claims)[0]], BYS, ties, ("2021", "all"))
    rows = [
        (str(region is None), by, kind, time, *compared(row))
        for region, by, kind, time in asked
        for row in density(snapshot, region, by, kind, time)
    ]
    assert rows
    return rows


@OF_WORLDS
@given(world=WORLDS)
def test_other_names_change_nothing_but_names(world: SourceClaims) -> None:
    """The order may be another, and so the side of a pair that is named first."""
    names = [str(claim.values["name"]) for claim in world.nodes]
    words = random.Random(1).choices(["å", "ø", "æ", "z", "m", "a"], k=len(names))
    others = [f"{word} {at:03}" for at, word in enumerate(words)]
    new = dict(zip(names, others, strict=True))
    old = dict(zip(others, names, strict=True))
    found = everything(renamed(world, new))
    back = [tuple(old.get(cell, cell) for cell in row) for row in found]
    assert sorted(map(either_side_first, back)) == sorted(map(either_side_first, everything(world)))
    assert {cell for row in found for cell in row} & set(others)


def renamed(claims: SourceClaims, new: Mapping[str, str]) -> SourceClaims:
    """A world of which every node that it claims has another name."""

    def meant(end: Reference | NodeClaim) -> Reference:
        assert isinstance(end, Reference)
        return dataclasses.replace(end, text=new.get(end.text, end.text))

    changed = SourceClaims(claims.id, claims.folder)
    for node in claims.nodes:
        values = {**node.values, "name": new[str(node.values["name"])]}
        changed.nodes.append(dataclasses.replace(node, values=values))
    for fact in claims.relations:
        values = dict(fact.values)
        regions = values.get("regions")
        if isinstance(regions, list):
            values["regions"] = [meant(region) for region in regions]
        changed.relations.append(dataclasses.replace(fact, start=meant(fact.start), end=meant(fact.end), values=values))
    return changed


def either_side_first(row: Told) -> Told:
    """A row with the two sides of its pair in one order, whichever is named first."""
    head, told = row[:4], dict(zip(COLUMNS, row[4:], strict=True))
    sides = [("other_region", "other_type", "other_actors"), ("region", "type", "actors")]
    first, second = sorted([tuple(told[column] for column in side) for side in sides])
    paired = told["other_region"] or told["other_type"]
    kept = "ties", "possible", "density", "undated_ties", "in_both", "year"
    return (*head, *(told[column] for column in kept), *((*first, *second) if paired else map(told.get, COLUMNS[:7])))


@OF_WORLDS
@given(world=WORLDS)
def test_a_second_collaboration_of_the_same_parties_changes_nothing(world: SourceClaims) -> None:
    as_is = everything(world, ["collaboration"])
    again: dict[str, str] = {}
    more = more_of(world)
    for node in world.nodes:
        if node.kind is Collaboration:
            name = str(node.values["name"])
            again[name] = f"{name} once more"
            more.nodes.append(dataclasses.replace(node, values={**node.values, "name": again[name]}))
    for fact in world.relations:
        if fact.kind is brokering_relations.TakesPartIn:
            assert isinstance(fact.end, Reference)
            end = dataclasses.replace(fact.end, text=again[fact.end.text])
            more.relations.append(dataclasses.replace(fact, end=end))
    assert again
    assert everything(more, ["collaboration"]) == as_is


@OF_WORLDS
@given(world=WORLDS)
def test_what_happens_later_does_not_change_earlier_years(world: SourceClaims) -> None:
    """Collaborations, memberships, running and places that are dated after all else."""
    more = more_of(world)
    rng = random.Random(1)
    organisations, networks, programmes = (
        [str(claim.values["name"]) for claim in world.nodes if claim.kind is kind]
        for kind in (Organisation, Network, Programme)
    )
    place = Place("later", "later", 1)

    def relate(kind: type[Relation], start: str, end: str, **values: object) -> None:
        first, second = (Reference(text, role, place) for text, role in zip((start, end), kind.ends, strict=True))
        said = {"since": f"{LATER}", **values}
        more.relations.append(RelationClaim(kind, first, second, said, place, Provenance()))

    for at in range(3):
        name = f"Later {at}"
        values: dict[str, object] = {"name": name, "since": f"{LATER}", "status": ActivityStatus.RUNNING}
        more.nodes.append(NodeClaim(Collaboration, values, place, Provenance()))
        for party in rng.sample([*organisations, *networks], 5):
            relate(brokering_relations.TakesPartIn, party, name)
    for organisation in rng.sample(organisations, 5):
        relate(relations.MemberOf, organisation, networks[0])
        relate(relations.Runs, organisation, programmes[0])
        relate(relations.LocatedIn, organisation, rng.choice(regions_of(world)))
    before, after = in_memory([world]), in_memory([more])
    changed = False
    for region, ties in itertools.product([None, regions_of(world)[0]], TIES):
        rows, rows_after = ([*density(graph, region, "year", ties, "all")] for graph in (before, after))
        assert earlier(rows) == earlier(rows_after), (region, ties)
        changed |= [compared(row) for row in rows] != [compared(row) for row in rows_after]
        for by, time in itertools.product(BYS[:2], ("2020", "2021-06-15", f"{LATER - 1}")):
            rows, rows_after = ([*density(graph, region, by, ties, time)] for graph in (before, after))
            assert [compared(row) for row in rows] == [compared(row) for row in rows_after], (region, by, ties, time)
    assert changed


def earlier(rows: Sequence[Mapping[str, Any]]) -> list[Told]:
    return [compared(row) for row in rows if row["year"] < LATER]


def more_of(claims: SourceClaims) -> SourceClaims:
    """The same claims, to which others can be added."""
    more = SourceClaims(claims.id, claims.folder)
    more.nodes.extend(claims.nodes)
    more.relations.extend(claims.relations)
    return more


@OF_WORLDS
@given(world=WORLDS)
def test_no_more_ties_than_are_possible(world: SourceClaims) -> None:
    snapshot = in_memory([world])
    dense = 0
    for region, by, ties, time in itertools.product([None, *regions_of(world)], BYS, TIES, ("2021", "all")):
        for row in density(snapshot, region, by, ties, time):
            assert 0 <= row["ties"] + (row.get("undated_ties") or 0) <= row["possible"]
            assert (row["density"] is None) == (row["possible"] == 0)
            if row["possible"]:
                assert row["density"] == pytest.approx(row["ties"] / row["possible"], abs=1e-6)
                assert 0 <= row["density"] <= 1
                dense += row["density"] > 0
    assert dense


@OF_WORLDS
@given(world=WORLDS)
def test_a_year_is_that_region_in_that_year(world: SourceClaims) -> None:
    """A year counts the actors and the ties that the region has when that year is asked for."""
    snapshot = in_memory([world])
    years = 0
    for region, ties in itertools.product(regions_of(world), TIES):
        for row in density(snapshot, region, "year", ties, "all"):
            now = density(snapshot, region, "region", ties, str(row["year"]))[0]
            assert (row["actors"], row["possible"]) == (now["actors"], now["possible"])
            assert row["ties"] + row["undated_ties"] == now["ties"]
            years += 1
    assert years
