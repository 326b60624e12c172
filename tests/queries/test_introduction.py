"""`introduction` against rows written by hand for both counties, and against every chain that there is."""

import random
from typing import Any

import pytest

from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.answer import Answer
from queries.asking import ask
from queries.question import all_questions
from tests.lists import in_memory, made_up_county
from tests.queries.brute_introduction import Introduction
from tests.queries.brute_mobilisers import ACTORS
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements
from tests.queries.plain_facts import FIRST, LAST, plain_facts
from tests.queries.random_graphs import random_facts

ASKED = ("from_actor", "to_actor", "as_of")
SHOWN = ("first", "over", "hops", "shared", "flags")
TIMES = ("2020", "2021-06-15", "2022-03", "all")
BLOCKS, WORLDS, PAIRS, COUNTY_PAIRS = 4, 10, 12, 120


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


def asked(snapshot: Snapshot, start: str, end: str, time: str) -> Answer:
    return ask(snapshot, all_questions()["introduction"], {"from_actor": start, "to_actor": end}, "nb", time=time)


@pytest.mark.parametrize(("county", "case", "rows"), params("introduction", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "introduction", case)
    assert [compared(row, SHOWN) for row in answer.rows] == rows
    assert rests_on_statements(answer)
    assert answer.summary


def rows(answer: Answer) -> list[dict[str, Any]]:
    """The rows, and the keys of the facts that their chains go over."""
    keys = {said.id: said.key for said in answer.statements}
    return [
        {
            **{column: row[column] for column in SHOWN},
            "keys": [keys[fact["statements"][0]] for fact in answer.paths[row["path"][0]]["relations"]],
        }
        for row in answer.rows
    ]


@pytest.mark.parametrize("time", ["2024", "all"])
def test_a_county_against_every_chain(graphs: dict[str, Snapshot], time: str) -> None:
    lists, drawn = made_up_county(), random.Random(time)
    facts = plain_facts(*lists)
    first, last = (FIRST, LAST) if time == "all" else (first_day(time), last_day(time))
    introduction = Introduction(facts, first, last)
    actors = sorted(node_id for node_id, node in facts.nodes.items() if node["kind"] in ACTORS)
    for start, end in (drawn.sample(actors, 2) for _ in range(COUNTY_PAIRS)):
        expected = [dict(row) for row in introduction.rows(start, end)]
        assert rows(asked(graphs["county"], start, end, time)) == expected, (start, end)


@pytest.mark.parametrize(
    ("county", "start", "end", "time", "summary"),
    [
        (
            "trondelag",
            "Ørland kommune",
            "NTNU",
            "2026-11-24",
            (
                "Ørland kommune er medlem av Fosenregionen interkommunalt politisk råd, som driver Kompetanseforum "
                "Fosen, som har NTNU som medlem; ellers går veien over Kompetansepilot Fosen."
            ),
        ),
        (
            "county",
            "Tare omsorg AS",
            "Fagskolen i Havfylke",
            "2022",
            (
                "Ingen kjede på høyst 6 ledd går fra Tare omsorg AS til Fagskolen i Havfylke; Tare omsorg AS er "
                "knyttet til Nattklynga og Rådgiver Indre (innen 3 ledd: 13), og Fagskolen i Havfylke er ikke knyttet "
                "til noen på dette tidspunktet."
            ),
        ),
        (
            "county",
            "Ytre Skjellråd",
            "Kystens arbeidsgivere",
            "2024",
            (
                "Ytre Skjellråd driver Forum Ytre Skjell, som mobiliseres av Kystens arbeidsgivere; ellers går veien "
                "over Delpilot Ytre og Personalnettverket, eller over Torskø kommune, Reketangen kommune og "
                "Omsorgspartnerskapet."
            ),
        ),
        (
            "county",
            "Tare omsorg AS",
            "Personalnettverket",
            "2024",
            "Tare omsorg AS mobiliseres av Rådgiver Indre, som samarbeider med Personalnettverket (Skjellveven).",
        ),
        ("county", "HFK", "Fylkeskommunen", "2024", "Havfylke fylkeskommune er den samme i begge ender."),
    ],
)
def test_the_summary(graphs: dict[str, Snapshot], county: str, start: str, end: str, time: str, summary: str) -> None:
    assert asked(graphs[county], start, end, time).summary == summary


def test_a_gatekeeper_is_named(graphs: dict[str, Snapshot]) -> None:
    answer = asked(graphs["trondelag"], "Ørland kommune", "NTNU", "2026-11-24")
    assert answer.notes[-1] == "Alle disse kjedene går over Fosenregionen interkommunalt politisk råd."


@pytest.mark.parametrize("block", range(BLOCKS))
def test_random_worlds_against_every_chain(block: int) -> None:
    found: list[list[dict[str, Any]]] = []
    for seed in range(block, BLOCKS * WORLDS, BLOCKS):
        claims, drawn = random_facts(seed), random.Random(seed)
        snapshot, facts = in_memory([claims]), plain_facts(claims)
        actors = sorted(node_id for node_id, node in facts.nodes.items() if node["kind"] in ACTORS)
        for time in TIMES:
            first, last = (FIRST, LAST) if time == "all" else (first_day(time), last_day(time))
            introduction = Introduction(facts, first, last)
            for _ in range(PAIRS):
                start, end = drawn.choice(actors), drawn.choice(actors)
                expected = [dict(row) for row in introduction.rows(start, end)]
                assert rows(asked(snapshot, start, end, time)) == expected, (seed, start, end, time)
                found.append(expected)
    hops = {row["hops"] for some in found for row in some}
    assert hops >= {1, 2, 3, 4, 5}
    assert {len(some) for some in found} == {0, 1, 2, 3}
    assert any(row["shared"] for some in found for row in some)
    assert any(len(some) == 3 and not any(row["shared"] for row in some) for some in found)
