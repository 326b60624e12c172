"""`mobilisation-plan` against rows written by hand, and against trying every choice of actors."""

import csv
import dataclasses
import itertools
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph_model.nodes import Region, TargetGroup
from graph_model.problems import Place, Refusal
from graph_model.relations import Mobilises
from graph_model.statements import Provenance, Reference, RelationClaim, SourceClaims
from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.answer import Answer
from queries.asking import ask
from queries.motor.covering import Covering, covering
from queries.question import all_questions
from tests.lists import built, in_memory, made_up_county, trondelag
from tests.loaders.reading import read
from tests.queries.brute_plan import Plan
from tests.queries.plain_facts import plain_facts
from tests.queries.random_graphs import random_facts

EXPECTED = Path(__file__).parent / "expected"
COMPARED = (
    "actor", "flags", "part", "reaches", "only", "only_reaches", "also_reaches", "tie", "basis", "left_out",
)  # fmt: skip
RANDOM_GRAPHS = 200
MOST_ABLE = 12
PAIRS = 4
ONE_DAY = "2021-06-15"
TIMES = ("2015", "2020", "2021-06-15", "all")

Case = tuple[str, str, str, str, str, str]


def by_hand(file: str) -> dict[Case, list[tuple[str, ...]]]:
    """The rows written by hand: for what is asked and each time, in the answer's order."""
    cases: dict[Case, list[tuple[str, ...]]] = {}
    asked = ("target_group", "region", "exclude", "at_least", "at_most", "as_of")
    with (EXPECTED / file).open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter=";"):
            group, region, exclude, at_least, at_most, as_of = (line[column] for column in asked)
            rows = cases.setdefault((group, region, exclude, at_least, at_most, as_of), [])
            if line["actor"]:
                rows.append(tuple(line[column] for column in COMPARED))
    return cases


def compared(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A row as it is written by hand."""
    values = (row[column] for column in COMPARED)
    return tuple(", ".join(v) if isinstance(v, list) else "" if v is None else str(v) for v in values)


def plan(snapshot: Snapshot, given: Mapping[str, Any], moment: str, lang: Any = "nb") -> Answer:
    return ask(snapshot, all_questions()["mobilisation-plan"], given, lang, time=moment)


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder = tmp_path_factory.mktemp("counties")
    return {
        "trondelag": built(folder / "trondelag", trondelag()),
        "county": built(folder / "county", made_up_county()),
    }


def given_of(case: Case) -> dict[str, Any]:
    group, region, exclude, at_least, at_most, _ = case
    more = {"exclude": [exclude] if exclude else "", "at_least": at_least, "at_most": at_most}
    return {"target_group": group, "region": region, **{name: value for name, value in more.items() if value}}


@pytest.mark.parametrize(
    ("county", "case", "rows"),
    [
        pytest.param(county, case, rows, id="-".join((county, *case)))
        for county in ("trondelag", "county")
        for case, rows in by_hand(f"{county}-mobilisation-plan.csv").items()
    ],
)
def test_rows_written_by_hand(
    counties: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    assert [compared(row) for row in plan(counties[county], given_of(case), case[-1]).rows] == rows


def drawn_pairs(claims: SourceClaims, rng: random.Random) -> list[tuple[str, str]]:
    groups, regions = (
        [str(claim.values["name"]) for claim in claims.nodes if claim.kind is kind] for kind in (TargetGroup, Region)
    )
    pairs = list(itertools.product(groups, regions))
    return rng.sample(pairs, min(PAIRS, len(pairs)))


@pytest.mark.parametrize("block", range(10))
def test_every_choice_is_tried(block: int) -> None:
    """Seeded random graphs, each for some groups and regions, with and without every other parameter."""
    for seed in range(block, RANDOM_GRAPHS, 10):
        claims, rng = random_facts(seed), random.Random(seed)
        snapshot, facts = in_memory([claims]), plain_facts(claims)
        moment = TIMES[seed // 10 % len(TIMES)]
        days = (first_day(None), last_day(None)) if moment == "all" else (first_day(moment), last_day(moment))
        for group, region in drawn_pairs(claims, rng):
            given: dict[str, Any] = {"target_group": group, "region": region}
            able = Plan(facts, {**given, "at_most": 0}, *days).able
            excluded = rng.sample(able, max(len(able) - MOST_ABLE, rng.randint(0, min(2, len(able)))))
            for numbers in ({}, {"at_least": 2}, {"at_most": 1}, {"at_least": rng.randint(2, 3), "at_most": 2}):
                asked = {**given, **numbers, "exclude": excluded}
                found = [compared(row) for row in plan(snapshot, asked, moment).rows]
                assert found == [compared(row) for row in Plan(facts, asked, *days).rows()], (seed, asked, moment)


def test_the_order_of_the_facts_changes_nothing() -> None:
    for seed in range(30):
        claims, rng = random_facts(seed), random.Random(seed)
        relations = rng.sample(claims.relations, len(claims.relations))
        turned = dataclasses.replace(claims, nodes=claims.nodes[::-1], relations=relations)
        one, other = in_memory([claims]), in_memory([turned])
        for group, region in drawn_pairs(claims, rng):
            given = {"target_group": group, "region": region, "at_least": rng.randint(1, 2)}
            assert shown(plan(one, given, "all")) == shown(plan(other, given, "all"))


def shown(answer: Answer) -> tuple[str, list[tuple[str, ...]]]:
    return answer.summary, [compared(row) for row in answer.rows]


def test_the_tie_that_is_named_would_reach_the_employer() -> None:
    tried = 0
    for seed in range(60):
        claims, rng = random_facts(seed), random.Random(seed)
        snapshot = in_memory([claims])
        for group, region in drawn_pairs(claims, rng):
            given = {"target_group": group, "region": region}
            for row in plan(snapshot, given, ONE_DAY).rows:
                if row["tie"]:
                    after = plan(in_memory([with_tie(claims, row["tie"], row["actor"])]), given, ONE_DAY).rows
                    assert row["actor"] in {name for one in after for name in reaches(one)}
                    tried += 1
    assert tried > 20


def with_tie(claims: SourceClaims, actor: str, employer: str) -> SourceClaims:
    """The same, and the actor mobilises the employer by name."""
    place = Place("random", "ties", 1)
    one, other = (Reference(name, role, place) for name, role in zip((actor, employer), Mobilises.ends, strict=True))
    tie = RelationClaim(Mobilises, one, other, {}, place, Provenance())
    return dataclasses.replace(claims, relations=[*claims.relations, tie])


def reaches(row: Mapping[str, Any]) -> list[str]:
    return [*row["only_reaches"], *row["also_reaches"]]


FOSEN = {"target_group": "helsearbeidere", "region": "Fosen"}
WHOLE = {"target_group": "helsearbeidere", "region": "Trøndelag"}
YTRE = {"target_group": "pleiere", "region": "Ytre Skjell"}
TODAY = "2026-11-24"


def test_the_summary_of_the_fewest(counties: dict[str, Snapshot]) -> None:
    assert plan(counties["trondelag"], FOSEN, TODAY).summary == (
        "Én aktør når alle arbeidsgivere med helsearbeidere i Fosen som kan nås ved navn (4 av 4; bevist færrest "
        "mulig): Fosenregionen interkommunalt politisk råd."
    )
    assert plan(counties["county"], {**YTRE, "at_least": 2, "at_most": 6}, "2023-05-01").summary == (
        "6 aktører når sammen alle arbeidsgivere med pleiere i Ytre Skjell som kan nås ved navn, hver av minst 2 "
        "der så mange når den (4 av 5; bevist færrest mulig): Nattklynga, Ytre Skjellråd, Arbeidskontoret Skjell, "
        "Indre Skjellråd, Omflakkende kurs og 1 til."
    )


def test_the_summary_of_the_most(counties: dict[str, Snapshot]) -> None:
    assert plan(counties["trondelag"], {**WHOLE, "at_most": 2}, TODAY).summary == (
        "De 2 aktørene som sammen når flest arbeidsgivere med helsearbeidere i Trøndelag, når 16 av 20 som kan nås "
        "ved navn (bevist flest mulig): Namdal regionråd og Trøndelag Sør interkommunalt politisk råd."
    )
    assert plan(counties["county"], {**YTRE, "at_most": 1}, "2023-05-01").summary == (
        "Den ene aktøren som når flest arbeidsgivere med pleiere i Ytre Skjell, når 2 av 4 som kan nås ved navn "
        "(bevist flest mulig): Nattklynga."
    )


@pytest.mark.parametrize(
    ("county", "given", "moment", "nearest"),
    [
        ("trondelag", {**FOSEN, "exclude": ["Fosenregionen interkommunalt politisk råd"]}, TODAY,
         "Nearest: Fosenregionen interkommunalt politisk råd, left out as asked."),
        ("trondelag", {"target_group": "ledere", "region": "Trøndelag Sør"}, TODAY,
         "Nearest: Karrieresenteret i Trøndelag, KS Trøndelags HR-nettverk and NAV, without going through employers."),
        ("county", {"target_group": "pleiere", "region": "Tangmo"}, "2019",
         "Nearest: Havfylke fylkeskommune, Personalnettverket and Ytre Skjellråd, without going through employers."),
        ("county", {"target_group": "pleiere", "region": "Utskjær"}, "2023-05-01",
         "Nearest: Fagskolen i Havfylke mobilises pleiere, but elsewhere."),
    ],
)  # fmt: skip
def test_an_empty_answer_names_what_is_nearest(
    counties: dict[str, Snapshot], county: str, given: dict[str, Any], moment: str, nearest: str
) -> None:
    answer = plan(counties[county], given, moment, "en")
    assert answer.summary.startswith("No actor reaches by name any employer of")
    assert answer.summary.endswith(nearest)
    assert not [row for row in answer.rows if row["part"] == "chosen"]


def test_nobody_is_left(counties: dict[str, Snapshot]) -> None:
    able = ["Ytre Skjellråd", "Nattklynga", "Arbeidskontoret Skjell", "Omflakkende kurs", "Indre Skjellråd",
            "Rådgiver Indre"]  # fmt: skip
    answer = plan(counties["county"], {**YTRE, "exclude": able}, "2023-05-01")
    assert answer.summary.endswith("når noen av dem, men er utelatt.")
    assert {row["part"] for row in answer.rows} == {"unreached"}
    assert all(row["left_out"] for row in answer.rows[1:])


def test_nearest_is_who_gathers_the_type(tmp_path: Path) -> None:
    lists = {
        "regioner.csv": "navn;type\nVik;kommune\n",
        "målgrupper.csv": "navn\npleiere\n",
        "aktører.csv": "navn;type;kommune\nVik kommune;kommune;Vik\n",
        "ansatte.csv": "arbeidsgiver;målgruppe\nVik kommune;pleiere\n",
        "nettverk.csv": "navn;type;kommune;samler\nVikforum;forum;Vik;kommune\n",
    }
    outcome = read(tmp_path, lists)
    assert not outcome.errors
    answer = plan(in_memory(outcome.lists.sources), {"target_group": "pleiere", "region": "Vik"}, TODAY, "en")
    assert answer.summary.endswith("Nearest: Vikforum, by type alone: no employer is named.")
    assert [(row["actor"], row["tie"], row["basis"]) for row in answer.rows] == [("Vik kommune", "Vikforum", "by type")]


def test_what_is_asked_is_said(counties: dict[str, Snapshot]) -> None:
    given = {**WHOLE, "exclude": ["NAV", "nav", "Namdal regionråd"], "at_least": " 2 ", "at_most": 1}
    answer = plan(counties["trondelag"], given, TODAY)
    assert answer.parameters == {**WHOLE, "exclude": ["NAV", "Namdal regionråd"], "at_least": 2, "at_most": 1}
    assert "Utelatt: Namdal regionråd og NAV." in answer.notes
    assert "Utelatt, men når uansett ingen av arbeidsgiverne ved navn: NAV." in answer.notes
    assert "Arbeidsgivere som færre enn 2 når i det hele tatt: 10." in answer.notes
    question = all_questions()["mobilisation-plan"]
    assert question.worded({**WHOLE, "exclude": ["NAV", "LO"]}).nb.endswith("i Trøndelag uten NAV og LO?")


def test_who_is_reached_by_too_few_is_told_of(counties: dict[str, Snapshot]) -> None:
    answer = plan(counties["county"], {**YTRE, "at_least": 2, "at_most": 2}, "2023-05-01")
    assert [row["actor"] for row in answer.rows if row["part"] == "chosen"] == ["Nattklynga", "Ytre Skjellråd"]
    assert "Arbeidsgivere som planen når med færre enn 2, selv om flere når dem: 4." in answer.notes


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "to", "", "1 000", "1" * 5000, 0, True, None])
@pytest.mark.parametrize("parameter", ["at_least", "at_most"])
def test_what_is_no_whole_number_is_refused(counties: dict[str, Snapshot], parameter: str, value: Any) -> None:
    with pytest.raises(Refusal) as refused:
        plan(counties["trondelag"], {**FOSEN, parameter: value}, TODAY)
    (problem,) = refused.value.problems
    assert problem.to("nb").endswith("Skriv et helt tall fra 1 og oppover.")
    assert f"--{parameter.replace('_', '-')}" in problem.to("en")


def test_each_of_several_names_must_lead_to_an_actor(counties: dict[str, Snapshot]) -> None:
    with pytest.raises(Refusal) as refused:
        plan(counties["trondelag"], {**FOSEN, "exclude": ["NAV", "ingen slik"]}, TODAY)
    (problem,) = refused.value.problems
    assert "'ingen slik'" in problem.to("en")


def test_past_the_time_limit_the_answer_says_so(counties: dict[str, Snapshot], monkeypatch: pytest.MonkeyPatch) -> None:
    def without_time(reach: Any, **how: Any) -> Covering:
        return covering(reach, **{**how, "seconds": 0})

    monkeypatch.setattr("queries.motor.plan.covering", without_time)
    fewest = plan(counties["county"], YTRE, "2023-05-01", "en")
    assert "(4 of 5; not proven minimal; at least 2 are needed)" in fewest.summary
    assert fewest.notes[-3].startswith("Computed for 10 seconds without finishing")
    most = plan(counties["county"], {**YTRE, "at_most": 1}, "2023-05-01", "en")
    assert "(not proven maximal; 4 or fewer are possible)" in most.summary
    often = plan(counties["county"], {**YTRE, "at_most": 2, "at_least": 2}, "2023-05-01", "en")
    assert "(not proven maximal; together they can be reached 8 times or fewer)" in often.summary
