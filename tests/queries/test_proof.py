"""Every row rests on its path: without the statements of the path, the row is gone or its path is another."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph_model.statements import SourceClaims
from graph_model.store import Snapshot
from queries.answer import Answer
from queries.asking import ask
from queries.question import all_questions
from tests.lists import built, built_from, made_up_county, said, trondelag

ASKED = {
    "trondelag": [
        {"target_group": "helsearbeidere", "region": "Fosen"},
        {"target_group": "ledere", "region": "Namdalen"},
    ],
    "county": [{"target_group": "pleiere", "region": "Ytre Skjell"}, {"target_group": "pleiere", "region": "Havfylke"}],
}
LISTS = {"trondelag": trondelag, "county": made_up_county}

Edges = frozenset[tuple[str, str, str]]


def answered(snapshot: Snapshot, given: Mapping[str, str]) -> Answer:
    return ask(snapshot, all_questions()["mobilisers"], given, "en", time="2023-05-01")


def edges(answer: Answer, row: Mapping[str, Any]) -> Edges:
    return frozenset(
        (relation["kind"], relation["from"], relation["to"])
        for path in row["path"]
        for relation in answer.paths[path]["relations"]
    )


def statements(answer: Answer, row: Mapping[str, Any]) -> set[str]:
    return {
        said for path in row["path"] for relation in answer.paths[path]["relations"] for said in relation["statements"]
    }


@pytest.mark.parametrize("county", ["trondelag", "county"])
def test_no_row_without_the_statements_of_its_path(county: str, tmp_path: Path) -> None:
    lists: list[SourceClaims] = LISTS[county]()
    everything = said(lists)
    whole = built(tmp_path / "whole", lists)
    for given in ASKED[county]:
        answer = answered(whole, given)
        assert answer.rows
        for number, row in enumerate(answer.rows):
            gone = statements(answer, row)
            assert gone <= {statement.id for statement in answer.statements}
            kept = [statement for statement in everything if statement.id not in gone]
            without = built_from(tmp_path / str(number), kept)
            left = answered(without, given)
            same = [other for other in left.rows if other["actor"] == row["actor"]]
            assert not same or edges(left, same[0]) != edges(answer, row), row
            without.close()
            shutil.rmtree(tmp_path / str(number))


@pytest.mark.parametrize("county", ["trondelag", "county"])
def test_every_path_leads_from_the_actor_to_what_was_asked(county: str, tmp_path: Path) -> None:
    whole = built(tmp_path / "whole", LISTS[county]())
    for given in ASKED[county]:
        answer = answered(whole, given)
        known = {statement.id for statement in answer.statements}
        sources = {source.id for source in answer.sources}
        assert {statement.source for statement in answer.statements} == sources
        for row in answer.rows:
            reached: set[str] = set()
            for path in (answer.paths[at] for at in row["path"]):
                assert path["nodes"][0]["name"] == row["actor"] or row["actor"] in {
                    node["name"] for node in path["nodes"]
                }
                assert all(relation["statements"] for relation in path["relations"])
                assert {one for relation in path["relations"] for one in relation["statements"]} <= known
                assert connected(path)
                reached |= {node["name"] for node in path["nodes"]}
            assert row["actor"] in reached
            assert answer.parameters["target_group"] in reached


def connected(path: Mapping[str, Any]) -> bool:
    """Whether the relations of a path hang together."""
    left = [{relation["from"], relation["to"]} for relation in path["relations"]]
    joined = left.pop(0) if left else set()
    while touching := [ends for ends in left if ends & joined]:
        for ends in touching:
            joined |= ends
            left.remove(ends)
    return not left
