"""`brokers` against rows written by hand for both counties and a second implementation, and what its rows say."""

import itertools
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from graph_model.nodes import Region
from graph_model.statements import SourceClaims
from graph_model.store import Snapshot
from graph_model.values import first_day, last_day
from queries.asking import ask
from queries.question import all_questions
from tests.lists import in_memory, made_up_county, trondelag
from tests.loaders.reading import read
from tests.queries.brute_brokers import By, brute_brokers
from tests.queries.moteplass_by_hand import Case, answered, compared, counties, params, rests_on_statements
from tests.queries.plain_facts import plain_facts
from tests.queries.random_graphs import OF_WORLDS, WORLDS, random_facts

ASKED = ("asked_region", "asked_partition", "as_of")
MEASURES = ("betweenness", "constraint", "effective_size")
COUNTS = ("coordinator", "itinerant", "gatekeeper_representative", "liaison", "unclassified")
SAID = ("actor", "group", "role", "between", "pairs", *COUNTS)
SHOWN = (*SAID, "flags", *MEASURES)
BYS: tuple[By, ...] = ("region", "type")
TIMES = ("2021", "2020-06-15", "2024", "all", "2022-03", "2015")
RANDOM_GRAPHS = range(100, 130)
BLOCKS = 5


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return counties(tmp_path_factory.mktemp("counties"))


@pytest.mark.parametrize(("county", "case", "rows"), params("brokers", ASKED, SHOWN))
def test_rows_written_by_hand(
    graphs: dict[str, Snapshot], county: str, case: Case, rows: list[tuple[str, ...]]
) -> None:
    answer = answered(graphs[county], "brokers", case)
    assert [compared(row, (*SAID, "flags")) for row in answer.rows] == [row[: -len(MEASURES)] for row in rows]
    for row, by_hand in zip(answer.rows, rows, strict=True):
        six_decimals = [float(value) for value in by_hand[-len(MEASURES) :]]
        assert [row[name] for name in MEASURES] == pytest.approx(six_decimals, abs=1e-6)
    assert rests_on_statements(answer)
    assert answer.summary


def brokers(snapshot: Snapshot, region: str | None, by: By, time: str) -> Sequence[Mapping[str, Any]]:
    given = {"partition": by, **({"region": region} if region else {})}
    return ask(snapshot, all_questions()["brokers"], given, "nb", time=time).rows


def assert_equal(snapshot: Snapshot, lists: Sequence[SourceClaims], region: str | None, by: By, time: str) -> int:
    """Hold the rows against those of the second implementation; how many there are."""
    first, last = (None, None) if time == "all" else (time, time)
    expected = brute_brokers(plain_facts(*lists), region, by, first_day(first), last_day(last))
    found = brokers(snapshot, region, by, time)
    case = region, by, time
    assert [{name: row[name] for name in SAID} for row in found] == [
        {name: value for name, value in row.items() if name in SAID} for row in expected
    ], case
    for row, other in zip(found, expected, strict=True):
        exact = [float(other["betweenness"]), float(other["constraint"]), float(other["effective_size"])]
        assert [row[name] for name in MEASURES] == pytest.approx(exact, abs=1e-9, rel=0), case
    return len(found)


def regions_of(claims: SourceClaims) -> list[str]:
    return [str(claim.values["name"]) for claim in claims.nodes if claim.kind is Region]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_second_implementation(block: int) -> None:
    """Seeded random worlds: all regions together, the widest, and another, by region and by type."""
    rows = 0
    for seed in RANDOM_GRAPHS[block::BLOCKS]:
        claims = random_facts(seed)
        snapshot = in_memory([claims])
        some = [None, regions_of(claims)[0], random.Random(seed).choice(regions_of(claims))]
        for at, (region, by) in enumerate(itertools.product(some, BYS)):
            rows += assert_equal(snapshot, [claims], region, by, TIMES[(seed + at) % len(TIMES)])
    assert rows


@pytest.mark.parametrize("county", ["trondelag", "county"])
def test_second_implementation_on_the_counties(county: str) -> None:
    lists = {"trondelag": trondelag, "county": made_up_county}[county]()
    snapshot = in_memory(lists)
    for by, time in itertools.product(BYS, ("2015", "2022", "2026-11-24", "all")):
        assert_equal(snapshot, lists, None, by, time)


SMALL = {
    "regioner.csv": """navn;type;del av
Fylke;fylke;
Nord;region;Fylke
Sør;region;Fylke
Fjord;kommune;Nord
Nes;kommune;Nord
Dal;kommune;Sør
Grense;kommune;"Nord; Sør"
""",
    "aktører.csv": """navn;type;kommune;dekker;del av
Megleren;bedrift;;Fylke;
Fjordfolk;bedrift;Fjord;;
Fjordfolks avdeling;bedrift;Fjord;;Fjordfolk
Nesfolk;kommune;Nes;;
Dalfolk;;Dal;;
Grensefolk;bedrift;Grense;;
Ingensteds;kommune;;;
""",
    "stillinger.csv": """navn;ved
Megleren selv;Megleren
""",
}


def small(folder: Path, *collaborations: str) -> Snapshot:
    """A small world with collaborations, each given as its parties, since and until."""
    split = [row.rsplit(";", 2) for row in collaborations]
    rows = "".join(f'Nr. {at};"{parties}";{since};{until}\n' for at, (parties, since, until) in enumerate(split, 1))
    outcome = read(folder, {**SMALL, "samarbeid.csv": f"navn;parter;fra;til\n{rows}"})
    assert not outcome.errors
    return in_memory(outcome.lists.sources)


def told(snapshot: Snapshot, region: str | None, by: By, time: str = "all") -> list[tuple[object, ...]]:
    return [
        (row["actor"], row["group"], row["role"], row["between"], row["flags"])
        for row in brokers(snapshot, region, by, time)
    ]


def test_nobody_stands_between_a_part_and_its_whole(tmp_path: Path) -> None:
    snapshot = small(tmp_path, "Megleren; Fjordfolk;2020;", "Megleren; Fjordfolks avdeling;2020;")
    assert not told(snapshot, None, "region")


def test_who_is_in_two_regions_is_in_a_group_of_its_own(tmp_path: Path) -> None:
    snapshot = small(tmp_path, "Megleren; Fjordfolk;2020;", "Megleren; Grensefolk;2020;", "Megleren; Nesfolk;2020;")
    between = "Nord – Nord/Sør (2) og innad: Nord (1)"
    assert told(snapshot, None, "region") == [("Megleren", "Fylke ellers", "liaison", between, [])]
    assert told(snapshot, "Fylke", "region") == told(snapshot, None, "region")


def test_a_region_without_regions_is_split_up_by_its_municipalities(tmp_path: Path) -> None:
    snapshot = small(tmp_path, "Fjordfolk; Grensefolk;2020;", "Grensefolk; Nesfolk;2020;", "Fjordfolk; Megleren;2020;")
    assert told(snapshot, "Nord", "region") == [("Grensefolk", "Grense", "liaison", "Fjord – Nes (1)", [])]
    assert told(snapshot, "Nord", "type") == [
        ("Grensefolk", "bedrift", "gatekeeper-representative", "bedrift – kommune (1)", [])
    ]


def test_an_unknown_group_is_no_group(tmp_path: Path) -> None:
    snapshot = small(tmp_path, "Megleren; Nesfolk;2020;", "Megleren; Ingensteds;2020;", "Ingensteds; Dalfolk;2020;")
    assert told(snapshot, None, "region") == [
        ("Ingensteds", None, None, "ukjent gruppe (1)", []),
        ("Megleren", "Fylke ellers", None, "ukjent gruppe (1)", []),
    ]
    assert told(snapshot, None, "type") == [
        ("Ingensteds", "kommune", None, "ukjent gruppe (1)", []),
        ("Megleren", "bedrift", "itinerant-broker", "innad: kommune (1)", []),
    ]
    answer = ask(snapshot, all_questions()["brokers"], {}, "nb", time="all")
    assert "Av 4 aktører med bånd er det 1 som listene ikke sier gruppen til" in " ".join(answer.notes)
    assert answer.summary.startswith(
        "I hele nettverket står 2 av 4 aktører mellom andre som ikke selv samarbeider, men"
    )


def test_two_ties_that_never_are_at_once_are_flagged(tmp_path: Path) -> None:
    snapshot = small(tmp_path, "Megleren; Nesfolk;2020;2020", "Megleren; Dalfolk;2022;")
    gatekeeper = "Megleren", "Fylke ellers", "liaison", "Nord – Sør (1)"
    assert told(snapshot, None, "region") == [(*gatekeeper, ["time unknown"])]
    assert not told(snapshot, None, "region", "2020")
    assert not told(snapshot, None, "region", "2022")


def test_a_position_that_nobody_knows_since_when_is_flagged(tmp_path: Path) -> None:
    snapshot = small(tmp_path, "Megleren selv; Nesfolk;2020;", "Megleren; Dalfolk;2020;")
    (row,) = brokers(snapshot, None, "region", "2021")
    assert row["flags"] == ["time unknown"]


def test_a_tie_that_is_missing_is_shown_by_those_that_there_are(tmp_path: Path) -> None:
    """Nesfolk have one more tie, Dalfolk two: those of Nesfolk are shown, and none of them is to Dalfolk."""
    more = "Nesfolk; Fjordfolk;2020;", "Dalfolk; Grensefolk;2020;", "Dalfolk; Ingensteds;2020;"
    snapshot = small(tmp_path, "Megleren; Nesfolk;2020;", "Megleren; Dalfolk;2020;", *more)
    answer = ask(snapshot, all_questions()["brokers"], {}, "nb", time="2021")
    row = next(row for row in answer.rows if row["actor"] == "Megleren")
    shown = {node["name"] for at in row["path"] for node in answer.paths[at]["nodes"]}
    assert {"Megleren", "Nesfolk", "Dalfolk", "Fjordfolk", "Nord", "Sør", "Fylke"} <= shown
    assert not {"Grensefolk", "Ingensteds"} & shown


def test_an_empty_answer_names_who_is_nearest(graphs: dict[str, Snapshot], tmp_path: Path) -> None:
    here = answered(graphs["trondelag"], "brokers", (("region", "Fosen"), ("as_of", "2026-11-24")))
    assert here.summary == (
        "I Fosen står ingen mellom andre (aktører: 5, bånd mellom dem: 0). Ser en også ut over regionen, gjør disse "
        "derfra det: Fosenregionen interkommunalt politisk råd."
    )
    elsewhere = answered(graphs["county"], "brokers", (("region", "Utskjær"), ("as_of", "2024-06-01")))
    assert elsewhere.summary.endswith("Andre steder: Karrieresenter Skjell og Reketangen kommune.")
    never = ask(small(tmp_path, "Megleren; Nesfolk;2020;"), all_questions()["brokers"], {}, "nb", time="2021")
    assert never.summary.endswith("til noen tid.")
    other_times = answered(graphs["county"], "brokers", (("as_of", "2019"),))
    assert "på dette tidspunktet. Når som helst: " in other_times.summary


@OF_WORLDS
@given(world=WORLDS)
def test_what_rows_say_adds_up(world: SourceClaims) -> None:
    snapshot = in_memory([world])
    for region, by in itertools.product([None, *regions_of(world)], BYS):
        rows = brokers(snapshot, region, by, "all")
        for row in rows:
            assert row["pairs"] == sum(row[name] for name in COUNTS) > 0
            assert 0 < row["betweenness"] <= 1
            assert row["constraint"] > 0
            assert row["effective_size"] >= 1
            assert row["between"]
        across = [row["gatekeeper_representative"] + row["liaison"] for row in rows]
        assert across == sorted(across, reverse=True)
