"""A picture of an answer: everything that proves it and nothing else, with what is known of each part."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import loaders
from graph_model.text import LANGUAGES, Lang
from loaders.shipped import examples
from queries.asking import ask
from queries.context import Context, as_of
from queries.question import all_questions
from queries.surroundings import surroundings
from tests.graph_model.memory import MemoryStore
from tests.lists import in_memory, made_up_county, trondelag
from viz.answer_picture import picture
from viz.picture import NodeShown, Picture

DAY = "2026-11-24"
TRONDELAG = Path(loaders.__path__[0]) / "trondelag"


@pytest.fixture(scope="module")
def shipped() -> MemoryStore:
    return in_memory(trondelag())


def drawn(store: MemoryStore, question: str, given: Mapping[str, str], lang: Lang = "nb") -> Picture:
    with store.reading() as snapshot:
        asked = all_questions()[question]
        answer = ask(snapshot, asked, given, lang, time=DAY)
        return picture(Context(snapshot, as_of(DAY), lang), answer, asked.worded(answer.parameters).to(lang))


def around(store: MemoryStore, lang: Lang = "nb", **what: Any) -> Picture:
    with store.reading() as snapshot:
        answer, title = surroundings(snapshot, lang, as_of=DAY, **what)
        return picture(Context(snapshot, as_of(DAY), lang), answer, title.to(lang))


def named(made: Picture, name: str) -> NodeShown:
    (node,) = [node for node in made["nodes"] if node["name"] == name]
    return node


def test_the_first_answer_as_the_report_has_it(shipped: MemoryStore) -> None:
    made = drawn(shipped, "mobilisers", examples()["mobilisers"])
    assert made["title"] == "Hvem mobiliserer helsearbeidere i Fosen?"
    assert made["moment"] == "Slik det var 24.11.2026"
    assert {node["name"] for node in made["nodes"] if node["asked"]} == {"helsearbeidere", "Fosen"}
    subjects = {node["id"]: node["name"] for node in made["nodes"]}
    assert [subjects[row["subject"]] for row in made["rows"]] == [row["cells"][0] for row in made["rows"]]
    assert {"Kompetanseforum Fosen", "Prosjektleder Fosen", "NAV"} <= {row["cells"][0] for row in made["rows"]}
    left = max(node["x"] for node in made["nodes"] if node["asked"])
    right = min(node["x"] for node in made["nodes"] if node["id"] in {row["subject"] for row in made["rows"]})
    between = [node["x"] for node in made["nodes"] if node["name"] in ("Osen kommune", "kommune", "ansatte")]
    assert all(left < x < right for x in between)


@pytest.mark.parametrize("question", all_questions())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_node_and_relation_of_the_paths_is_there_once_and_cited(
    shipped: MemoryStore, question: str, lang: Lang
) -> None:
    given = examples()[question]
    made = drawn(shipped, question, given, lang)
    with shipped.reading() as snapshot:
        answer = ask(snapshot, all_questions()[question], given, lang, time=DAY)
    ids = [node["id"] for node in made["nodes"]]
    assert sorted(ids) == sorted({node["id"] for path in answer.paths for node in path["nodes"]})
    hops = {(part["kind"], part["from"], part["to"]) for path in answer.paths for part in path["relations"]}
    assert {(edge["kind"], edge["from"], edge["to"]) for edge in made["edges"]} == hops
    assert len({edge["id"] for edge in made["edges"]}) == len(made["edges"])
    known = {source["number"] for source in made["sources"]}
    assert known == set(range(1, len(known) + 1))
    for part in [*made["nodes"], *made["edges"], *made["rows"]]:
        assert {cited["number"] for cited in part["sources"]} <= known
    assert all(part["sources"] for part in [*made["nodes"], *made["edges"]])
    for row, told in zip(made["rows"], answer.rows, strict=True):
        assert set(row["nodes"]) == {node["id"] for path in told["path"] for node in answer.paths[path]["nodes"]}
        assert row["subject"] in {*row["nodes"], ""}
    assert {kind["id"] for kind in made["kinds"]} == {node["kind"] for node in made["nodes"]}
    assert {kind["id"] for kind in made["relations"]} == {edge["kind"] for edge in made["edges"]}


def test_nodes_and_relations_tell_their_names_their_fields_and_their_dates() -> None:
    """By hand from tests/county/lists: nettverk.csv row 2, aktorer.csv and finansiering.csv row 2."""
    made = around(in_memory(made_up_county()), around="forum ytre skjell")
    facts = {fact["label"]: fact["value"] for fact in named(made, "Forum Ytre Skjell")["facts"]}
    assert facts == {"type": "forum", "vedtatt": "11.2019", "etablert": "01.2020", "møter i året": "2 møter per år"}
    funded = around(in_memory(made_up_county()), "en", around="Pleiebachelor Torskø")
    payer = named(funded, "Havfylke fylkeskommune")
    assert payer["also"] == ["HFK", "Fylkeskommunen"]
    (edge,) = [edge for edge in funded["edges"] if (edge["kind"], edge["from"]) == ("FUNDS", payer["id"])]
    assert [tuple(fact.values()) for fact in edge["facts"]] == [
        ("since", "2022"),
        ("until", "2026"),
        ("amount", "1200000 NOK"),
    ]
    assert [cited["places"] for cited in edge["sources"]] == ["finansiering.csv, row 2"]
    runs = next(edge for edge in made["edges"] if edge["kind"] == "RUNS")
    assert [tuple(fact.values()) for fact in runs["facts"]] == [("tid", "ukjent")]
    council = named(made, "Ytre Skjellråd")
    assert {"label": "type", "value": "regionråd"} in council["facts"]


def test_each_part_cites_the_rows_that_state_it_and_no_others(shipped: MemoryStore) -> None:
    """Åfjord's membership stands in one row of one list; the municipality itself in another list."""
    made = drawn(shipped, "mobilisers", examples()["mobilisers"])
    member = next(
        edge for edge in made["edges"] if edge["kind"] == "MEMBER_OF" and edge["from"] == "organisation/afjord-kommune"
    )
    rows = (TRONDELAG / "offentlig" / "medlemskap.csv").read_text(encoding="utf-8-sig").splitlines()
    at = next(number for number, row in enumerate(rows, 1) if row.startswith("Åfjord kommune"))
    assert [cited["places"] for cited in member["sources"]] == [f"offentlig/medlemskap.csv, rad {at}"]


def test_what_answers_is_told_from_what_lies_between(shipped: MemoryStore) -> None:
    made = drawn(shipped, "mobilisers", examples()["mobilisers"])
    answers = [node["name"] for node in made["nodes"] if node["answers"]]
    assert sorted(answers) == sorted(row["cells"][0] for row in made["rows"])
    assert not [node for node in around(shipped, around="NTNU")["nodes"] if node["answers"]]


def test_a_column_that_is_empty_or_for_programs_is_left_out(shipped: MemoryStore) -> None:
    labels = [column["label"] for column in drawn(shipped, "mobilisers", examples()["mobilisers"])["columns"]]
    assert labels[:2] == ["Aktør", "Kanal"]
    assert "Kjede" not in labels


def test_the_title_has_the_names_that_were_asked_for_where_a_phrasing_has_places_for_them(
    shipped: MemoryStore,
) -> None:
    assert drawn(shipped, "offerings", {"region": "namdalen"})["title"] == "Hvilke tilbud finnes i Namdalen?"
    given = {"region": "namdalen", "level": "fagskole"}
    assert drawn(shipped, "offerings", given)["title"] == all_questions()["offerings"].title.nb
    roles = {"region": "fosen", "role": "mobiliserer"}
    assert drawn(shipped, "actors", roles)["title"] == "Hvem har rollen mobiliserer i Fosen?"
    assert drawn(shipped, "actors", roles, "en")["title"] == "Who has the role mobiliser in Fosen?"


def test_surroundings_have_what_is_asked_in_the_middle(shipped: MemoryStore) -> None:
    made = around(shipped, around="NTNU")
    (middle,) = [node for node in made["nodes"] if node["asked"]]
    assert (middle["name"], middle["x"], middle["y"], middle["rank"]) == ("NTNU", 0, 0, 1)
    assert made["title"] == "Rundt NTNU"
    assert len(made["rows"]) == len(made["nodes"])
    assert {row["subject"] for row in made["rows"]} == {node["id"] for node in made["nodes"]}


def test_types_of_actor_are_named_in_the_language_of_the_page(shipped: MemoryStore) -> None:
    made = around(shipped, "en", around="NTNU")
    assert named(made, "university")["kind"] == "ActorType"
    assert named(around(shipped, around="NTNU"), "universitet")["kind"] == "ActorType"


def test_the_way_from_one_actor_to_another_reads_from_left_to_right(shipped: MemoryStore) -> None:
    made = drawn(shipped, "introduction", {"from_actor": "NTNU", "to_actor": "Åfjord kommune"})
    start, end = named(made, "NTNU"), named(made, "Åfjord kommune")
    between = [node["x"] for node in made["nodes"] if not node["asked"]]
    assert start["asked"]
    assert end["asked"]
    assert start["x"] < min(between) <= max(between) < end["x"]


def test_a_word_that_is_wider_than_a_label_is_broken_with_a_hyphen(shipped: MemoryStore) -> None:
    label = named(around(shipped, around="arbeidstakerorganisasjon"), "arbeidstakerorganisasjon")["label"]
    assert label.replace("-\n", "") == "arbeidstakerorganisasjon"
    assert max(map(len, label.split("\n"))) <= 22
