"""What the benchmarks rest on: a county that is the same each time, and an answer on NetworkX that is the program's."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model import catalogue
from graph_model.embedded import EmbeddedStore
from graph_model.loading import plan_load
from graph_model.store import Snapshot
from loaders.files import read_lists
from queries.question import all_questions
from tests.benchmarks.county import write_county
from tests.benchmarks.in_process import networkx_rows, pairs, program_rows
from tests.benchmarks.networkx_facts import NetworkxFacts

ORGANISATIONS, RELATIONS = 300, 1_800


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Counter[str]]:
    """The lists of a small county, and how many relations they give."""
    folder = tmp_path_factory.mktemp("county") / "lists"
    return folder, write_county(folder, ORGANISATIONS, RELATIONS)


@pytest.fixture(scope="module")
def snapshot(lists: tuple[Path, Counter[str]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """The small county, loaded."""
    store = EmbeddedStore(tmp_path_factory.mktemp("store"))
    read = read_lists([lists[0]], "county")
    assert read.problems == []
    with store.writing() as writer:
        plan = plan_load(writer.current(), read.sources, dt.date(2025, 1, 1))
        assert plan.problems == []
        writer.apply(plan.change, lambda _: None)
    with store.reading() as opened:
        yield opened
    store.close()


def test_networkx_gives_the_rows_of_the_program(snapshot: Snapshot) -> None:
    question, facts = all_questions()["mobilisers"], NetworkxFacts(snapshot)
    asked = pairs(snapshot)
    assert len(asked) == 6
    for pair in asked:
        rows = program_rows(snapshot, question, pair)
        assert rows
        assert networkx_rows(facts, pair) == rows


def test_the_answers_are_of_every_sort(snapshot: Snapshot) -> None:
    question = all_questions()["mobilisers"]
    rows = [row for pair in pairs(snapshot) for row in program_rows(snapshot, question, pair)]
    assert {row["chain"] for row in rows} == {"direct", "gathers", "through"}
    assert {row["where"] for row in rows} == {"here", "wider", "elsewhere"}
    assert {row["group_match"] for row in rows} == {"itself", "narrower", "broader"}
    assert {flag for row in rows for flag in row["flags"]} >= {"by type", "time unknown"}


def test_a_seed_gives_one_county(lists: tuple[Path, Counter[str]], tmp_path: Path) -> None:
    write_county(tmp_path / "same", ORGANISATIONS, RELATIONS)
    write_county(tmp_path / "other", ORGANISATIONS, RELATIONS, seed=2)
    assert _contents(tmp_path / "same") == _contents(lists[0])
    assert _contents(tmp_path / "other") != _contents(lists[0])


def test_a_county_has_the_size_that_is_asked_for(lists: tuple[Path, Counter[str]], snapshot: Snapshot) -> None:
    built_in = 27
    counts = snapshot.counts()
    facts = {relation.kind(): counts[relation.kind()].facts for relation in catalogue.RELATIONS}
    loaded = {kind: count for kind, count in facts.items() if count}
    assert counts["Organisation"].facts == ORGANISATIONS
    assert loaded == {**lists[1], "BROADER": lists[1]["BROADER"] + built_in}
    assert lists[1].total() == pytest.approx(RELATIONS, rel=0.02)


def test_a_county_cannot_be_too_small(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="organisations"):
        write_county(tmp_path, 10, 60)


def _contents(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
