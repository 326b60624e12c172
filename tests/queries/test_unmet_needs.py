"""`unmet-needs` against rows written by hand: for both counties, and for a small world with every way to fit or not."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from graph_model.statements import SourceClaims
from graph_model.store import Snapshot
from queries.answer import Answer
from queries.asking import ask
from queries.question import all_questions
from tests.lists import built, in_memory, in_memory_from, made_up_county, said, trondelag
from tests.loaders.reading import read

EXPECTED = Path(__file__).parent / "expected"
COMPARED = ("need", "whose", "regions", "fields", "level", "groups", "status", "flags", "tried", "elsewhere")
SMALL = {
    "regioner.csv": """navn;type;del av
Land;land;
Fylke;fylke;Land
Nord;region;Fylke
Sør;region;Fylke
Fjord;kommune;Nord
Dal;kommune;Sør
""",
    "fagfelt.csv": """navn;overordnet fagfelt
helse;
pleie;helse
jus;
teknikk;
bygg;teknikk
""",
    "målgrupper.csv": """navn;overordnet gruppe
ansatte;
pleiere;ansatte
nattpleiere;pleiere
ledere;ansatte
""",
    "aktører.csv": """navn;type;kommune;dekker;del av
Skolen;fagskole;Dal;;
Fjord kommune;kommune;Fjord;;
Fjordhjemmet;bedrift;;;Fjord kommune
Fylket;fylkeskommune;;Fylke;
Ingensteds;bedrift;;;
""",
    "tilbud.csv": """navn;nivå;status;fra;til;fagfelt;målgruppe;region;tilbys av;dekker behov
Pleie i Dal;fagskole;pågår;2020;;pleie;pleiere;Dal;Skolen;
Helse for alle;fagskole;pågår;;;helse;ansatte;Nord;;
Pleie på nett;fagskole;;;;pleie;pleiere;;Skolen;
Forsøkt i Fjord;kurs;forsøkt;;;pleie;pleiere;Fjord;Skolen;
Gammelt i Fylke;kurs;avsluttet;2015;2018;pleie;ansatte;Fylke;Skolen;
Slutt en gang;kurs;avsluttet;;;pleie;pleiere;Fjord;;
Bygg til høsten;;planlagt;2030;;bygg;;Land;Skolen;
Jus i Dal;kurs;pågår;;;jus;;Dal;Skolen;
Noe helt annet;kurs;pågår;2021;2022;jus;;Dal;Skolen;pleie for ledere
Kunstkurs;kurs;forsøkt;;;jus;;Dal;;pleie for ledere
""",
    "behov.csv": """navn;nivå;status;fra;til;fagfelt;målgruppe;region;hvem
pleie på Fjord;kurs;udekket;;;pleie;nattpleiere;;Fjordhjemmet
fagskole i pleie;fagskole;forsøkt;;;pleie;pleiere;Fjord;Fjord kommune
helse i Nord;;udekket;;;helse;;Nord;
bygg i Dal;universitet;udekket;;;bygg;;Dal;
bygg i Fjord;;dekket;;;bygg;;Fjord;
jurister;universitet;udekket;;;jus;;;Fylket
jus i fylket;;dekket;;;jus;;;Fylket
jus i Fjord;;dekket;;;jus;;Fjord;
pleie for ledere;universitet;udekket;2019;;pleie;ledere;Dal;
teknikk et sted;universitet;;;;teknikk;;;Ingensteds
""",
    "samarbeid.csv": """navn;gjelder;status;fra;til;fagfelt;region;parter;førte til
Byggprosjektet;utvikling;forsøkt;2016;2017;bygg;Sør;Skolen;
Juristene;dialog;forsøkt;;;jus;Dal;Skolen;teknikk et sted
Pleiesamtalen;dialog;pågår;;;pleie;Fjord;Skolen;
Helseplanen;dialog;forsøkt;;;helse;Fjord;Skolen;
""",
}

Case = tuple[str, str, str]
Cases = Mapping[Case, list[tuple[str, ...]]]


def by_hand(file: str) -> Cases:
    """The rows written by hand: for each region, field and time, in the answer's order."""
    cases: dict[Case, list[tuple[str, ...]]] = {}
    with (EXPECTED / file).open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter=";"):
            rows = cases.setdefault((line["region"], line["field"], line["as_of"]), [])
            if line["need"]:
                rows.append(tuple(line[column] for column in COMPARED))
    return cases


def compared(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A row as it is written by hand."""
    values = (row[column] for column in COMPARED)
    return tuple(", ".join(v) if isinstance(v, list) else "" if v is None else str(v) for v in values)


def unmet(snapshot: Snapshot, region: str, field: str, time: str) -> Answer:
    given = {**({"region": region} if region else {}), **({"field": field} if field else {})}
    return ask(snapshot, all_questions()["unmet-needs"], given, "nb", time=time)


def small(folder: Path) -> list[SourceClaims]:
    """The lists of the small world."""
    folder.mkdir()
    outcome = read(folder, SMALL)
    assert not outcome.errors
    return outcome.lists.sources


WORLDS = {name: by_hand(f"{name}-unmet-needs.csv") for name in ("small", "county", "trondelag")}


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder = tmp_path_factory.mktemp("worlds")
    return {
        "small": built(folder / "small", small(folder / "lists")),
        "county": built(folder / "county", made_up_county()),
        "trondelag": built(folder / "trondelag", trondelag()),
    }


@pytest.mark.parametrize(
    ("world", "case", "rows"),
    [
        pytest.param(world, case, rows, id="-".join((world, *case)))
        for world, cases in WORLDS.items()
        for case, rows in cases.items()
    ],
)
def test_rows_written_by_hand(worlds: dict[str, Snapshot], world: str, case: Case, rows: list[tuple[str, ...]]) -> None:
    assert [compared(row) for row in unmet(worlds[world], *case).rows] == rows


@pytest.mark.parametrize(
    ("case", "summary"),
    [
        (("Dal", "bygg", "2024"), "Ett behov i Dal innen bygg dekkes ikke av noe tilbud: bygg i Dal."),
        (
            ("Fjord", "bygg", "2024"),
            (
                "Ingen behov i Fjord innen bygg er udekket; kjente behov som dekkes: 1. Udekket ellers: bygg i Dal, "
                "fagskole i pleie, jurister, jus i Fjord, pleie for ledere og 2 til."
            ),
        ),
        (
            ("Sør", "helse", "2017"),
            (
                "Ingen liste sier at noen har behov i Sør innen helse. Udekket ellers: bygg i Dal, fagskole i pleie, "
                "jurister, jus i Fjord og teknikk et sted."
            ),
        ),
    ],
)
def test_the_summary_says_what_was_looked_for(worlds: dict[str, Snapshot], case: Case, summary: str) -> None:
    assert unmet(worlds["small"], *case).summary == summary


def test_the_notes_say_what_was_searched_and_left_out(worlds: dict[str, Snapshot]) -> None:
    notes = unmet(worlds["small"], "Dal", "", "2024").notes
    assert any("uten status: 5." in note for note in notes)
    assert any("hvor gjelder: 1." in note for note in notes)
    assert any("beregnet som dekket, uten at noen liste sier det: 1." in note for note in notes)
    assert not any("beregnet som dekket" in note for note in unmet(worlds["small"], "Dal", "pleie", "2021").notes)
    assert not any("hvor gjelder" in note for note in unmet(worlds["small"], "", "", "2024").notes)


def test_the_notes_say_by_which_offerings_a_need_is_met(worlds: dict[str, Snapshot]) -> None:
    met = "1. De er ikke med: bygg i Fjord (Bygg til høsten)."
    notes = unmet(worlds["small"], "Fjord", "bygg", "2024").notes
    assert f"Behov som er beregnet som dekket, uten at noen liste sier det: {met}" in notes
    assert f"Behov som bare dekkes av planlagte tilbud: {met}" in notes
    assert not any("planlagte" in note for note in unmet(worlds["small"], "Dal", "pleie", "2024").notes)


def facts(answer: Answer, row: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """The facts of a row's paths, each with its statements."""
    for path in (answer.paths[at] for at in row["path"]):
        for relation in path["relations"]:
            yield f"{relation['kind']}|{relation['from']}|{relation['to']}", relation["statements"]
        if not path["relations"]:
            (node,) = path["nodes"]
            yield node["id"], node["statements"]


def test_every_row_rests_on_each_of_its_facts(tmp_path: Path) -> None:
    """Without what is said of one of them, the row is gone, or no longer shows it."""
    lists = small(tmp_path / "lists")
    case = "Fjord", "jus", "2024"
    whole = unmet(in_memory(lists), *case)
    shown = {fact: statements for row in whole.rows for fact, statements in facts(whole, row)}
    assert all(shown.values())
    everything = said(lists)
    for fact, gone in shown.items():
        kept = [statement for statement in everything if statement.id not in gone]
        left = unmet(in_memory_from(kept), *case)
        assert fact not in {other for row in left.rows for other, _ in facts(left, row)}, fact


def test_what_ties_the_searched_facts_to_a_need_is_shown(worlds: dict[str, Snapshot]) -> None:
    answer = unmet(worlds["small"], "", "", "2024")
    shown = {row["need"]: set(dict(facts(answer, row))) for row in answer.rows}
    assert "MEETS|offering/noe-helt-annet|need/pleie-for-ledere" in shown["pleie for ledere"]
    assert "RESULTED_IN|collaboration/juristene|need/teknikk-et-sted" in shown["teknikk et sted"]
    assert "BROADER|field/bygg|field/teknikk" in shown["teknikk et sted"]
    assert "PART_OF|region/dal|region/sor" in shown["bygg i Dal"]
    assert "OFFERS|organisation/skolen|offering/pleie-i-dal" in shown["fagskole i pleie"]
    assert "PART_OF|organisation/fjordhjemmet|organisation/fjord-kommune" in shown["pleie på Fjord"]
