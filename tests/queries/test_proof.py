"""Every row rests on its path: without the statements of the path, the row is gone or its path is another."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pytest

from graph_model.statements import Statement
from graph_model.store import Snapshot
from loaders.shipped import examples
from queries.answer import Answer
from queries.asking import ask
from queries.question import Question, all_questions
from tests.lists import in_memory, in_memory_from, made_up_county, said, trondelag
from tests.queries.all_askings import Given, answered, answers

ASKED = {
    "trondelag": [
        {"target_group": "helsearbeidere", "region": "Fosen"},
        {"target_group": "ledere", "region": "Namdalen"},
    ],
    "county": [{"target_group": "pleiere", "region": "Ytre Skjell"}, {"target_group": "pleiere", "region": "Havfylke"}],
}
LISTS = {"trondelag": trondelag, "county": made_up_county}

Facts = frozenset[tuple[str, ...]]


class County(NamedTuple):
    name: str
    whole: Snapshot
    said: Sequence[Statement]


@pytest.fixture(scope="module", params=LISTS)
def county(request: pytest.FixtureRequest) -> County:
    lists = LISTS[request.param]()
    return County(request.param, in_memory(lists), said(lists))


class Case(NamedTuple):
    given: Given
    time: str
    answer: Answer
    row: Mapping[str, Any]


def cases(county: County, question: Question) -> list[Case]:
    """The rows of a question, each once: with the parameters above, of the shipped example, and with every value."""
    first: list[Given] = list(ASKED[county.name]) if question.id == "mobilisers" else []
    if county.name == "trondelag" and question.id in examples():
        first.append(examples()[question.id])
    found: dict[object, Case] = {}
    for given, time, answer in answers(county.whole, question, first):
        for row in answer.rows:
            shown = [row[column.id] for column in answer.columns]
            found.setdefault((time, str(shown), facts(answer, row)), Case(given, time, answer, row))
    return list(found.values())


def facts(answer: Answer, row: Mapping[str, Any]) -> Facts:
    """What the paths of a row say: their relations, and the nodes of which they show the own fields."""
    paths = [answer.paths[at] for at in row["path"]]
    relations = {(fact["kind"], fact["from"], fact["to"]) for path in paths for fact in path["relations"]}
    return frozenset(relations | {(node["id"],) for path in paths for node in path["nodes"] if "statements" in node})


def statements(answer: Answer, row: Mapping[str, Any]) -> set[str]:
    return {
        said
        for path in (answer.paths[at] for at in row["path"])
        for fact in (*path["relations"], *path["nodes"])
        for said in fact.get("statements", ())
    }


def counts_nothing(case: Case) -> bool:
    """Whether all numbers of a row are 0 or left out: then there is nothing that it could rest on."""
    return not any(case.row[column.id] for column in case.answer.columns if column.unit)


def rests_on_it_still(case: Case, left: Answer, row: Mapping[str, Any]) -> bool:
    """Whether a row of what is left has the path that should be gone, or says the same without any other."""
    before, after = facts(case.answer, case.row), facts(left, row)
    ids = [column.id for column in case.answer.columns]
    says_the_same = [row.get(column) for column in ids] == [case.row[column] for column in ids]
    return (after == before and row.get(ids[0]) == case.row[ids[0]]) or (says_the_same and after <= before)


@pytest.mark.parametrize("question", all_questions().values(), ids=lambda question: question.id)
def test_no_row_without_the_statements_of_its_path(county: County, question: Question) -> None:
    everything = cases(county, question)
    assert everything or county.name == "trondelag"  # the county that is made up has rows for every question
    for case in everything:
        gone = statements(case.answer, case.row)
        assert gone or counts_nothing(case), (case.given, case.time, case.row)
        if not gone:
            continue
        without = in_memory_from([one for one in county.said if one.id not in gone])
        left = answered(without, question, case.given, case.time)
        assert not [row for row in (left.rows if left else ()) if left and rests_on_it_still(case, left, row)], case


@pytest.mark.parametrize("question", all_questions().values(), ids=lambda question: question.id)
def test_every_path_hangs_together(county: County, question: Question) -> None:
    for case in cases(county, question):
        for path in (case.answer.paths[at] for at in case.row["path"]):
            assert connected(path), (case.given, case.time, path)


def test_every_path_of_a_mobiliser_leads_from_it_to_the_group(county: County) -> None:
    for given in ASKED[county.name]:
        answer = ask(county.whole, all_questions()["mobilisers"], given, "en", time="2023-05-01")
        assert answer.rows
        for row in answer.rows:
            reached: set[str] = set()
            for path in (answer.paths[at] for at in row["path"]):
                assert path["nodes"][0]["name"] == row["actor"] or row["actor"] in {
                    node["name"] for node in path["nodes"]
                }
                assert all(relation["statements"] for relation in path["relations"])
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
