"""`missing-participants` against rows written by hand for both counties, and a second implementation."""

from typing import Any

import pytest

from graph_model.statements import SourceClaims
from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.answer import Answer
from queries.asking import ask
from queries.moteplass.missing_participants import whom_in_words
from queries.question import all_questions
from tests.lists import in_memory, trondelag
from tests.queries.brute_missing_participants import Comparison
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements
from tests.queries.plain_facts import FIRST, LAST, plain_facts
from tests.queries.random_graphs import random_facts

ASKED = ("forum", "as_of")
SHOWN = ("type", "having", "of", "forums", "actors", "wider", "flags")
TIMES = ("2020", "2021-06-15", "2022-03", "all")
BLOCKS, WORLDS = 4, 40


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


def asked(snapshot: Snapshot, forum: str, time: str) -> Answer:
    return ask(snapshot, all_questions()["missing-participants"], {"forum": forum}, "nb", time=time)


@pytest.mark.parametrize(("county", "case", "rows"), params("missing-participants", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "missing-participants", case)
    assert [compared(row, SHOWN) for row in answer.rows] == rows
    assert rests_on_statements(answer)
    assert answer.summary


@pytest.mark.parametrize(
    ("county", "forum", "time", "summary"),
    [
        (
            "trondelag", "Kompetanseforum Trøndelag Sør", "2026-11-24",
            ("Kompetanseforum Trøndelag Sør mangler én deltakertype som sammenlignbare forum har: ressurssenter; "
            "av typen ressurssenter finnes her Ressurssenteret på Oppdal videregående skole."),
        ),
        (
            "trondelag", "Kompetanseforum Namdalen", "2026-11-24",
            ("Kompetanseforum Namdalen mangler én deltakertype som sammenlignbare forum har: ressurssenter; "
            "ingen kjente aktører her kan fylle plassen."),
        ),
        (
            "trondelag", "Kompetanseforum Fosen", "2026-11-24",
            ("Kompetanseforum Fosen mangler ingen deltakertype som de sammenlignbare forumene (Kompetanseforum "
            "Namdalen og Kompetanseforum Trøndelag Sør) har."),
        ),
        (
            "trondelag", "Kompetanseforum Trøndelag", "2018",
            ("Ingen andre forum enn Kompetanseforum Trøndelag virker i samme slags område (fylke). "
            "Andre forum: Kompetanseforum Namdalen."),
        ),
        (
            "trondelag", "KS Trøndelags HR-nettverk", "2018",
            ("KS Trøndelags HR-nettverk er ikke et forum. "
            "Forum på dette tidspunktet: Kompetanseforum Namdalen og Kompetanseforum Trøndelag."),
        ),
        (
            "county", "Forum Indre Skjell", "2021",
            "Forum Indre Skjell finnes ikke på dette tidspunktet. Forum på dette tidspunktet: Forum Ytre Skjell.",
        ),
        (
            "county", "Forum Ytre Skjell", "2024",
            ("Forum Ytre Skjell kan ikke sammenlignes, for ingen liste sier hvem som deltar i forum av samme slag "
            "(Forum Indre Skjell)."),
        ),
        (
            "county", "Forum Ytre Skjell", "2021",
            ("Ingen andre forum enn Forum Ytre Skjell virker i samme slags område (region). "
            "Det er ingen andre forum på dette tidspunktet."),
        ),
    ],
)  # fmt: skip
def test_the_summary(graphs: dict[str, Snapshot], county: str, forum: str, time: str, summary: str) -> None:
    assert asked(graphs[county], forum, time).summary == summary


def test_the_proof_shows_what_was_searched(graphs: dict[str, Snapshot]) -> None:
    answer = asked(graphs["trondelag"], "Kompetanseforum Trøndelag Sør", "2026-11-24")
    (row,) = answer.rows
    relations = [fact for at in row["path"] for fact in answer.paths[at]["relations"]]
    forum = "network/kompetanseforum-trondelag-sor"
    gathered = {fact["to"] for fact in relations if fact["kind"] == "GATHERS" and fact["from"] == forum}
    members = {fact["from"] for fact in relations if fact["kind"] == "MEMBER_OF" and fact["to"] == forum}
    assert (len(gathered), len(members)) == (9, 11)
    invited = [answer.paths[at]["nodes"] for at in row["path"]]
    assert any([nodes[0]["name"], nodes[-1]["name"]] == [row["actors"][0], "Trøndelag Sør"] for nodes in invited)


def test_who_could_be_invited_in_words() -> None:
    many = [f"Bedrift {n}" for n in range(1, 8)]
    assert whom_in_words(many, []).nb == "Bedrift 1, Bedrift 2, Bedrift 3, Bedrift 4, Bedrift 5 og 2 til"
    assert whom_in_words([], ["A", "B"]).nb == "A og B (større område)"
    assert whom_in_words(["A"], ["B"]).en == "A; B (wider region)"
    assert whom_in_words([], []).nb == ""


def test_members_of_which_no_type_is_known_are_named() -> None:
    worlds = ((claims, _untyped(claims)) for claims in map(random_facts, range(20)))
    claims, (forum, member) = next((claims, found) for claims, found in worlds if found)
    assert member in asked(in_memory([claims]), forum, "all").notes[-1]


def _untyped(claims: SourceClaims) -> tuple[str, str] | None:
    """A forum and an organisation that is a member of it and has no type, if there are any."""
    facts = plain_facts(claims)
    holding = Comparison(facts, FIRST, LAST)
    for fact in holding.of_kind("MEMBER_OF"):
        is_organisation = facts.nodes[fact["start"]]["kind"] == "Organisation"
        if fact["end"] in holding.forums and is_organisation and not holding.ends_of("OF_TYPE", fact["start"]):
            return facts.nodes[fact["end"]]["name"], facts.nodes[fact["start"]]["name"]
    return None


def rows(answer: Answer) -> list[dict[str, Any]]:
    return [{column: row[column] for column in SHOWN} for row in answer.rows]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_random_worlds_against_a_second_implementation(block: int) -> None:
    found: list[dict[str, Any]] = []
    for seed in range(block, BLOCKS * WORLDS, BLOCKS):
        claims = random_facts(seed)
        snapshot, facts = in_memory([claims]), plain_facts(claims)
        for time in TIMES:
            first, last = (FIRST, LAST) if time == "all" else (first_day(time), last_day(time))
            comparison = Comparison(facts, first, last)
            for network in (node_id for node_id, node in facts.nodes.items() if node["kind"] == "Network"):
                expected = comparison.rows(network)
                assert rows(asked(snapshot, network, time)) == expected, (seed, network, time)
                found += [dict(row) for row in expected]
    assert any(row["wider"] for row in found)
    assert any(row["actors"] for row in found)
    assert any(row["flags"] for row in found)
    assert any(row["having"] < row["of"] for row in found)


def test_the_lists_against_a_second_implementation() -> None:
    lists = trondelag()
    snapshot, facts = in_memory(lists), plain_facts(*lists)
    comparison = Comparison(facts, first_day("2026"), last_day("2026"))
    for forum in comparison.forums:
        assert rows(asked(snapshot, forum, "2026")) == comparison.rows(forum)
