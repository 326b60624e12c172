"""What the lists leave open: each gap found where it is, and nowhere else."""

import datetime as dt
from pathlib import Path

import pytest

from graph_model.store import Snapshot
from loaders.files import read_lists
from queries.gaps import Gap, gaps
from tests.lists import TODAY, built

LISTS = {
    "regioner": "navn;type\nVik;kommune\n",
    "målgrupper": "navn\nansatte\n",
    "fagfelt": "navn\nhelse\n",
    "aktører": "navn;type;kommune;opplyst dato\nVik kommune;kommune;Vik;2026-11\nØyrådet;;;2025-01\n"
    "Skolen;fagskole;;\n",
    "stillinger": "navn;ved\nRådgiver;Vik kommune\nLøs rådgiver;\n",
    "programmer": "navn;drives av;fra\nPiloten;Vik kommune;2024\n",
    "dekning": "aktør;dekker\nSkolen;Vik\n",
    "tilbud": "navn;nivå;tilbys av;region\nKurs A;kurs;Skolen;Vik\nKurs B;;;\n",
    "tilbydere": "tilbyder;tilbud;fra\nSkolen;Kurs A;2024\n",
    "behov": "navn;hvem;fagfelt\nHelsefolk;Skolen;helse\nSveisere;Skolen;\n",
    "samarbeid": 'navn;parter\nDialogen;"Skolen; Øyrådet"\n',
    "medlemskap": "medlem;medlem av;fra;til\nVik kommune;Øyrådet;;\nSkolen;Øyrådet;;2020\n",
    "mobilisering": "aktør;mobiliserer;fra\nSkolen;ansatte;2020\nØyrådet;ansatte;\n",
}


def found(snapshot: Snapshot, today: dt.date = TODAY) -> dict[str, Gap]:
    return {gap.about.en: gap for gap in gaps(snapshot, today)}


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    folder = tmp_path / "lister"
    folder.mkdir()
    for name, text in LISTS.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    lists = read_lists([folder])
    assert not lists.problems, [problem.to("en") for problem in lists.problems]
    return built(tmp_path / "graph", lists.sources)


NO_TYPE = "Organisations without a type, as 'load --create-missing' makes them"


CASES: list[tuple[str, int, list[str]]] = [
    ("Actors that the lists do not tie to any place", 6, ["Løs rådgiver", "Øyrådet"]),
    ("Offerings without a level", 2, ["Kurs B"]),
    ("Offerings without a provider", 2, ["Kurs B"]),
    ("Offerings without a place", 2, ["Kurs B"]),
    ("Needs without a field", 2, ["Sveisere"]),
    ("Without a date: 'is a member of'", 2, ["Vik kommune → Øyrådet"]),
    ("Without a date: 'runs'", 1, ["Vik kommune → Piloten"]),
    ("Without a date: 'is held at'", 1, ["Rådgiver → Vik kommune"]),
    ("Without a date: 'mobilises'", 2, ["Øyrådet → ansatte"]),
    ("Without a date: 'takes part in'", 2, ["Skolen → Dialogen", "Øyrådet → Dialogen"]),
    ("Without a date: 'offers'", 1, []),
    (NO_TYPE, 3, ["Øyrådet"]),
]


@pytest.mark.parametrize(("about", "of", "names"), CASES)
def test_a_gap_is_found_where_it_is(snapshot: Snapshot, about: str, of: int, names: list[str]) -> None:
    gap = found(snapshot)[about]
    assert (gap.lacking, gap.of, gap.names) == (len(names), of, names)


OLD_LIST, OLD_ROW = "Lists that have not changed for over a year", "Rows that state a date over a year ago"


def test_every_gap_has_its_case(snapshot: Snapshot) -> None:
    assert found(snapshot).keys() == {about for about, *_ in CASES} | {OLD_LIST, OLD_ROW}


def test_what_may_be_out_of_date(snapshot: Snapshot) -> None:
    now = found(snapshot)
    assert (now[OLD_LIST].lacking, now[OLD_LIST].of) == (0, len(LISTS))
    assert (now[OLD_ROW].lacking, now[OLD_ROW].of, now[OLD_ROW].names) == (1, 2, ["aktører.csv"])
    for days, lists, rows in ((365, 0, 1), (366, len(LISTS), 1), (372, len(LISTS), 2)):
        later = found(snapshot, TODAY + dt.timedelta(days=days))
        assert (later[OLD_LIST].lacking, later[OLD_ROW].lacking) == (lists, rows)


def test_a_remedy_names_the_column_and_the_sheet(snapshot: Snapshot) -> None:
    remedies = {gap.about.nb: gap.remedy.nb for gap in gaps(snapshot, TODAY)}
    assert remedies["Tilbud uten tilbyder"] == "Fyll ut «tilbys av» på arket «tilbud»."
    assert remedies["Behov uten fagfelt"] == "Fyll ut «fagfelt» på arket «behov»."
    assert remedies["Uten dato: «tilbyr»"] == "Fyll ut «fra» på arket «tilbydere»."
