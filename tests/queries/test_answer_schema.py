"""Every answer of every question has the form that the schema describes, and nothing in it leads nowhere."""

import itertools
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import queries
from graph_model.statements import Basis
from graph_model.store import Snapshot
from graph_model.text import LANGUAGES, Lang
from loaders.shipped import examples
from queries.asking import ask
from queries.question import all_questions
from tests.lists import built, made_up_county, trondelag
from tests.queries.all_askings import TIMES, Given, answered, givens

SCHEMA = json.loads((Path(queries.__path__[0]) / "answer.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
ASKED = 12
COUNTIES = {"trondelag": trondelag, "county": made_up_county}
SAID = {"id": "1", "source": "a", "place": "a, row 1", "document": None, "section": None, "basis": "stated"}
ANSWER: dict[str, Any] = {
    "question": "one", "parameters": {}, "as_of": "all", "summary": "One.", "notes": [],
    "columns": [{"id": "actor", "label": "Actor", "unit": None}], "rows": [{"actor": "A", "path": [0]}],
    "paths": [{"nodes": [{"id": "network/a", "kind": "Network", "name": "A", "statements": ["1"]}], "relations": []}],
    "statements": [SAID], "sources": [{"id": "a", "title": "a", "changed": "2026-01-31"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder = tmp_path_factory.mktemp("counties")
    return {name: built(folder / name, lists()) for name, lists in COUNTIES.items()}


@pytest.mark.parametrize("county", COUNTIES)
@pytest.mark.parametrize("question", all_questions().values(), ids=lambda question: question.id)
def test_every_answer_has_the_form(counties: dict[str, Snapshot], county: str, question: Any) -> None:
    snapshot = counties[county]
    drawn: list[Given] = list(itertools.islice(givens(snapshot, question), ASKED))
    shipped = [examples()[question.id]] if county == "trondelag" and question.id in examples() else []
    asked = 0
    for given, time in itertools.product((*shipped, *drawn), TIMES):
        answer = answered(snapshot, question, given, time)
        if answer:
            asked += 1
            for lang in LANGUAGES:
                check(answer.as_json(lang))
    assert asked or not drawn


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", examples())
def test_an_example_has_an_answer(counties: dict[str, Snapshot], question: str, lang: Lang) -> None:
    answer = ask(counties["trondelag"], all_questions()[question], examples()[question], lang)
    assert answer.rows
    check(answer.as_json(lang))


def check(answer: dict[str, Any]) -> None:
    VALIDATOR.validate(answer)
    columns = [column["id"] for column in answer["columns"]]
    assert len(columns) == len(set(columns))
    sources = {source["id"] for source in answer["sources"]}
    statements = {said["id"] for said in answer["statements"]}
    assert len(statements) == len(answer["statements"])
    assert {said["source"] for said in answer["statements"]} == sources
    for row in answer["rows"]:
        assert row.keys() == {*columns, "path"}
        assert all(at < len(answer["paths"]) for at in row["path"])
    assert {at for row in answer["rows"] for at in row["path"]} == set(range(len(answer["paths"])))
    cited = set()
    for path in answer["paths"]:
        nodes = {node["id"] for node in path["nodes"]}
        ends = {relation[end] for relation in path["relations"] for end in ("from", "to")}
        assert not path["relations"] or nodes == ends
        for fact in (*path["relations"], *path["nodes"]):
            cited.update(fact.get("statements", ()))
    assert cited == statements


def test_the_schema_is_one_and_takes_a_plain_answer() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    check(ANSWER)
    said = SCHEMA["properties"]["statements"]["items"]["properties"]["basis"]["enum"]
    assert said == [basis.value for basis in Basis]


RELATION = {"kind": "RUNS", "from": "network/a", "to": "network/a", "statements": ["1"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": "One question"},
        {"as_of": "today"},
        {"summary": ""},
        {"columns": []},
        {"columns": [{"id": "path", "label": "Path", "unit": None}]},
        {"rows": [{"actor": "A"}]},
        {"rows": [{"actor": {"name": "A"}, "path": [0]}]},
        {"rows": [{"actor": "A", "path": [0, 0]}]},
        {"paths": [{"nodes": [{"id": "network/a", "kind": "Network", "name": "A"}], "relations": []}]},
        {"paths": [{**ANSWER["paths"][0], "relations": [RELATION]}]},
        {"paths": [{"nodes": [], "relations": []}]},
        {"statements": [{**SAID, "basis": "oppgitt"}]},
        {"sources": [{"id": "a", "title": "a", "changed": "31.01.2026"}]},
        {"more": 1},
    ],
    ids=str,
)
def test_the_schema_refuses_another_form(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**ANSWER, **wrong})
