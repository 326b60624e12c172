"""`introduction` against rows written by hand for both counties, and against every chain that there is."""

import random
from typing import Any

import pytest

from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.answer import Answer
from queries.asking import ask
from queries.question import all_questions
from tests.lists import in_memory
from tests.queries.brute_introduction import Introduction
from tests.queries.brute_mobilisers import ACTORS
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements
from tests.queries.plain_facts import FIRST, LAST, plain_facts
from tests.queries.random_graphs import random_facts

ASKED = ("from_actor", "to_actor", "as_of")
SHOWN = ("first", "over", "hops", "shared", "flags")
TIMES = ("2020", "2021-06-15", "2022-03", "all")
BLOCKS, WORLDS, PAIRS = 4, 10, 12


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
