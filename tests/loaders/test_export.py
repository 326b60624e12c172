"""A graph as a workbook, and back: the same facts, from the same documents; and as GraphML."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import networkx as nx
import openpyxl
import pytest

from graph_model import catalogue, derived
from graph_model.builtin import BUILT_IN
from graph_model.embedded import Generation
from graph_model.facts import Fact, Projection
from graph_model.loading import plan_load
from graph_model.nodes import Meeting, Organisation
from graph_model.problems import Problem, Refusal
from graph_model.statements import SourceClaims, Statement
from graph_model.store import Snapshot
from graph_model.text import LANGUAGES, Lang
from loaders.export import export
from tests.lists import TODAY, built, built_from, made_up_county, trondelag
from tests.loaders.reading import Content, csv_of, outcome, read, saved_by_libreoffice, told
from tests.queries.random_graphs import random_facts

COUNTIES = [pytest.param(made_up_county, id="made-up county"), pytest.param(trondelag, id="Trøndelag")]


Build = Callable[[Sequence[SourceClaims]], Generation]
County = Callable[[], list[SourceClaims]]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    made: list[Generation] = []

    def build(sources: Sequence[SourceClaims]) -> Generation:
        made.append(built(tmp_path / f"graf {len(made)}", sources))
        return made[-1]

    yield build
    for one in made:
        one.close()


def facts(snapshot: Snapshot) -> dict[str, tuple[object, ...]]:
    """Every fact of a graph, stated or derived; the order of several values is left open."""
    return {fact.key: _content(fact) for fact in _facts(snapshot)}


def _facts(snapshot: Snapshot) -> Iterator[Fact]:
    projection = Projection(snapshot.said_in)
    for kind in catalogue.NODES:
        yield from projection.nodes(kind.kind())
    for relation in catalogue.RELATIONS:
        yield from derived.relations(projection, relation.kind())


def _content(fact: Fact) -> tuple[object, ...]:
    values = {name: sorted(value) if isinstance(value, list) else value for name, value in fact.values.items()}
    return fact.kind, fact.start, fact.end, values, fact.period


def statements(snapshot: Snapshot) -> list[Statement]:
    return [said for kind in catalogue.BY_NAME for some in snapshot.said_in(kind) for said in some]


def cited(snapshot: Snapshot) -> Counter[tuple[object, ...]]:
    """How often each fact is stated with what it cites."""
    return Counter((said.key, said.origin) for said in statements(snapshot))


class Exported:
    """A graph written as a workbook and loaded into an empty graph."""

    def __init__(self, snapshot: Snapshot, folder: Path, lang: Lang = "nb", region: str | None = None) -> None:
        folder.mkdir()
        self.file = folder / "ut.xlsx"
        self.notes = export(snapshot, self.file, lang, region=region)
        self.load(self.file, folder)

    def load(self, file: Path, folder: Path) -> None:
        found = outcome([file])
        assert told(found.problems) == []
        self.plan = found.plan
        said = [one for some in self.plan.change.loaded.values() for one in some]
        with closing(built_from(folder / f"igjen {file.parent.name}", said)) as again:
            self.facts, self.cited = facts(again), cited(again)


def lists(folder: Path, files: Mapping[str, Content]) -> list[SourceClaims]:
    found = read(folder, files)
    assert found.errors == []
    return found.lists.sources


class TestThereAndBack:
    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize("county", COUNTIES)
    def test_the_facts_of_a_county(self, county: County, lang: Lang, build: Build, tmp_path: Path) -> None:
        before = build(county())
        after = Exported(before, tmp_path / "ut", lang)
        assert after.facts == facts(before)
        assert after.cited == cited(before)

    @pytest.mark.needs("soffice")
    @pytest.mark.parametrize("county", COUNTIES)
    def test_saved_by_another_program_meanwhile(self, county: County, build: Build, tmp_path: Path) -> None:
        before = build(county())
        after = Exported(before, tmp_path / "ut")
        after.load(saved_by_libreoffice(after.file, tmp_path), tmp_path)
        assert after.facts == facts(before)

    @pytest.mark.parametrize("seed", range(6))
    def test_random_worlds(self, seed: int, build: Build, tmp_path: Path) -> None:
        world = random_facts(seed)
        for meeting in (claim for claim in world.nodes if claim.kind is Meeting):
            meeting.values.setdefault("date", "2021")  # no list can lack it
        before = build([world])
        after = Exported(before, tmp_path / "ut", LANGUAGES[seed % 2])
        assert (after.facts, after.cited, after.notes) == (facts(before), cited(before), [])

    def test_beside_the_lists_that_it_comes_from_it_adds_no_fact(self, build: Build, tmp_path: Path) -> None:
        before = build(made_up_county())
        after = Exported(before, tmp_path / "ut")
        plan = plan_load(before, outcome([after.file]).lists.sources, TODAY)
        assert not plan.problems
        assert not plan.changes
        assert not plan.likenesses

    def test_a_kind_without_facts_has_an_example_and_others_have_none(self, build: Build, tmp_path: Path) -> None:
        after = Exported(build(lists(tmp_path, {"aktører.csv": "navn\nVik kommune\n"})), tmp_path / "ut")
        book = openpyxl.load_workbook(after.file)
        assert [row[0].value for row in book["aktører"]] == ["navn", "Vik kommune"]
        assert str(book["nettverk"]["A2"].value).startswith("Eksempel:")


class TestNames:
    REGIONS = csv_of(
        ("navn", "type"), ("Vik", "kommune"), ("Nes", "kommune"), ("Øy; holme", "kommune"), ("301", "region")
    )
    ACTORS = csv_of(
        ("navn", "andre navn", "type", "orgnr", "kommune"),
        ("NAV", "", "nav", "", "Vik"),
        ("NAV", "", "nav", "", "Nes"),
        ("Havbruk", "", "bedrift", "974767880", ""),
        ("Havbruk", "", "bedrift", "970940243", ""),
        ("A; B", "Nes kommune", "bedrift", "", ""),
        ("Nes kommune", "", "kommune", "", "Nes"),
        ("helsefag", "", "bedrift", "", ""),
    )
    MORE = csv_of(("navn", "type"), ("Havbruk", "universitet"), ("A; B", "universitet"))
    COVERS = csv_of(
        ("aktør", "dekker", "fra"),
        ("organisation/nav-vik", "Nes", "2020"),
        ("organisation/nav-nes", "Nes; region/301", "2020"),
        ("organisation/nav-nes", "Nes", "2022-09"),
        ("974767880", "region/oy-holme", ""),
        ("organisation/havbruk-universitet", "Vik", ""),
        ("organisation/nes-kommune", "Nes", ""),
        ("organisation/a-b-bedrift", "Nes", ""),
        ("helsefag", "Nes", ""),
    )

    @pytest.fixture
    def namesakes(self, build: Build, tmp_path: Path) -> Generation:
        """Actors of one name that place, number or type tell apart, and names that a cell would split or change."""
        files = {
            "regioner.csv": self.REGIONS,
            "aktører.csv": self.ACTORS,
            "flere aktører.csv": self.MORE,
            "fagfelt.csv": "navn\nhelsefag\n",
            "dekning.csv": self.COVERS,
        }
        return build(lists(tmp_path, files))

    def test_namesakes_stay_apart_and_keep_their_ids(self, namesakes: Generation, tmp_path: Path) -> None:
        after = Exported(namesakes, tmp_path / "ut")
        assert after.facts == facts(namesakes)
        names = Counter(values["name"] for kind, _, _, values, _ in after.facts.values() if kind == Organisation.kind())  # type: ignore[index]
        assert (names["NAV"], names["Havbruk"], names["A; B"]) == (2, 3, 2)

    def test_who_has_a_name_alone_is_named_by_it(self, namesakes: Generation, tmp_path: Path) -> None:
        rows = openpyxl.load_workbook(Exported(namesakes, tmp_path / "ut").file)["dekning"].values
        pairs = {(actor, region) for actor, region, *_ in rows}
        assert ("helsefag", "Nes") in pairs  # a field of that name cannot cover anything
        assert ("organisation/nav-vik", "Nes") in pairs
        assert ("organisation/nes-kommune", "Nes") in pairs  # an alias of another
        assert ("organisation/nav-nes", "region/301") in pairs  # would be read as the number 0301

    def test_a_renamed_node_keeps_its_id(self, build: Build, tmp_path: Path) -> None:
        before = build(lists(tmp_path, {"aktører.csv": "navn;orgnr\nGammelt navn;974767880\n"}))
        renamed = [
            Statement(
                **{**{name: getattr(said, name) for name in Statement.__slots__}, "values": {"name": "Nytt navn"}}
            )
            if said.source != BUILT_IN
            else said
            for said in statements(before)
        ]
        with closing(built_from(tmp_path / "ny", renamed)) as now:
            after = Exported(now, tmp_path / "ut")
        assert after.facts["organisation/gammelt-navn"][3] == {"name": "Nytt navn"}

    def test_an_id_of_another_kind_is_refused(self, tmp_path: Path) -> None:
        for wrong in ("region/vik", "organisation/", "organisation/Vik", "17"):
            rows = csv_of(("navn", "Kompetansegraf-id"), ("Vik", wrong))
            error = read(tmp_path, {"aktører.csv": rows}).error
            assert error.message.code == "bad-id"

    def test_a_column_of_other_ids_is_no_concern(self, tmp_path: Path) -> None:
        found = read(tmp_path, {"aktører.csv": csv_of(("id", "navn"), ("17", "Vik"))})
        assert (told(found.errors), found.nodes) == ([], [{"name": "Vik"}])


class TestWhatCannotRun:
    RUNNING = ('=HYPERLINK("http://x.no";"y")', "+47 Vik", "-1+1", "@SUM(A1)", "=1+1", "{=1}", "'=1", "_x0041_", "<b>&")

    def test_it_is_text_in_the_workbook_and_the_same_text_when_loaded(self, build: Build, tmp_path: Path) -> None:
        rows = [("navn", "dokument"), *((text, f"={at}") for at, text in enumerate(self.RUNNING))]
        before = build(lists(tmp_path, {"aktører.csv": csv_of(*rows)}))
        after = Exported(before, tmp_path / "ut")
        assert after.facts == facts(before)
        assert after.cited == cited(before)
        for sheet in openpyxl.load_workbook(after.file).worksheets:
            for cell in (cell for row in sheet for cell in row if isinstance(cell.value, str)):
                assert cell.data_type == "s"
                assert cell.hyperlink is None
                assert cell.quotePrefix is cell.value.startswith(("=", "+", "-", "@"))

    @pytest.mark.parametrize("start", ["\t", "\r"])
    def test_what_starts_unseen(self, start: str, build: Build, tmp_path: Path) -> None:
        """Lists lose such a start when they are read; a graph that has it anyway is written safely."""
        before = build(lists(tmp_path, {"aktører.csv": "navn;dokument\nVik;x\n"}))
        said = [
            Statement(
                **{**{name: getattr(one, name) for name in Statement.__slots__}, "values": {"name": f"{start}=1+1"}}
            )
            if one.source != BUILT_IN
            else one
            for one in statements(before)
        ]
        with closing(built_from(tmp_path / "ny", said)) as now:
            after = Exported(now, tmp_path / "ut")
        assert after.facts["organisation/vik"][3] == {"name": "=1+1"}
        cell = openpyxl.load_workbook(after.file)["aktører"]["A2"]
        assert (cell.data_type, cell.quotePrefix) == ("s", True)


class TestWhatDoesNotSurvive:
    def test_values_that_are_not_shown_are_left_out_and_counted(self, build: Build, tmp_path: Path) -> None:
        files = {
            "aktører.csv": "navn;orgnr;nettsted;grunnlag\nNTNU;974767880;www.ntnu.no;oppgitt\n",
            "flere aktører.csv": "navn;orgnr;nettsted;grunnlag;dokument\n"
            "Norges universitet;974767880;ntnu.edu;allment kjent;D\n",
        }
        before = build(lists(tmp_path, files))
        after = Exported(before, tmp_path / "ut")
        assert after.facts == facts(before)
        assert after.cited == cited(before)
        [note] = after.notes
        assert (note.message.code, note.values["count"], note.blocks) == ("disputes-not-exported", 2, False)

    def test_relations_that_wait_for_an_end_are_not_written(self, build: Build, tmp_path: Path) -> None:
        files = {
            "aktører.csv": "navn\nVik kommune\n",
            "nettverk.csv": "navn;type\nForum Vik;forum\n",
            "medlemskap.csv": "medlem;medlem av\nVik kommune;Forum Vik\n",
            "møter.csv": "forum;dato\nForum Vik;2024-05-02\n",
        }
        before = build(lists(tmp_path, files))
        with closing(
            built_from(tmp_path / "ny", [one for one in statements(before) if one.source != "nettverk.csv"])
        ) as now:
            after = Exported(now, tmp_path / "ut")
            expected = facts(now)
        del expected["meeting/forum-vik-2024-05-02"]
        assert after.facts == expected
        assert [note.message.code for note in after.notes] == ["nodes-not-exported"]
        assert "Forum Vik 2024-05-02" in after.notes[0].to("nb")


class TestRegion:
    FILES: Mapping[str, Content] = {
        "regioner.csv": csv_of(
            ("navn", "type", "del av"),
            ("Fylket", "fylke", ""), ("Indre", "region", "Fylket"), ("Ytre", "region", "Fylket"),
            ("Vik", "kommune", "Indre"), ("Nes", "kommune", "Ytre"),
        ),
        "aktører.csv": csv_of(
            ("navn", "kommune", "dekker", "type"),
            ("Vik kommune", "Vik", "", "kommune"), ("Nes kommune", "Nes", "", "kommune"),
            ("Indre råd", "", "Indre", "regionråd"), ("Fylkeskommunen", "Nes", "Fylket", ""),
            ("Høyskolen", "Nes", "", "høyskole"), ("Uten sted", "", "", ""), ("Langt unna", "", "", ""),
        ),
        "målgrupper.csv": "navn;overordnet gruppe\nansatte;\nsykepleiere;ansatte\nsveisere;ansatte\n",
        "ansatte.csv": "arbeidsgiver;målgruppe\nVik kommune;sykepleiere\nNes kommune;sveisere\n",
        "nettverk.csv": "navn\nHR\nAnnet\n",
        "medlemskap.csv": "medlem;medlem av\nVik kommune;HR\nNes kommune;HR\nUten sted;HR\nNes kommune;Annet\n",
        "tilbud.csv": "navn;tilbys av;region;målgruppe\nSykepleie;Høyskolen;Vik;sykepleiere\n"
        "Sveising;Høyskolen;Nes;sveisere\n",
        "stillinger.csv": "navn;ved;dekker\nprosjektleder Indre;Fylkeskommunen;Indre\n",
        "mobilisering.csv": "aktør;mobiliserer;i region\nprosjektleder Indre;sykepleiere;Indre; \n",
    }  # fmt: skip

    @pytest.fixture
    def county(self, build: Build, tmp_path: Path) -> Generation:
        return build(lists(tmp_path, self.FILES))

    def names(self, after: Exported) -> set[object]:
        return {
            values["name"]  # type: ignore[index]
            for kind, _, _, values, _ in after.facts.values()
            if kind in {"Region", "Organisation", "Network", "TargetGroup", "Offering", "Position"}
        }

    def test_what_is_of_a_region_with_what_it_needs(self, county: Generation, tmp_path: Path) -> None:
        after = Exported(county, tmp_path / "ut", region="region/indre")
        assert self.names(after) == {
            *("Indre", "Vik", "Fylket"),  # the region, its part, and what it is part of
            *("Vik kommune", "Indre råd", "Sykepleie", "prosjektleder Indre"),  # located, covering, held there
            *("HR", "sykepleiere", "ansatte"),  # without a place of their own
            *("Høyskolen", "Fylkeskommunen"),  # a party to an offering there, and where a position is held
        }
        before = facts(county)
        assert {key: before[key] for key in after.facts} == after.facts
        within = [key for key, (_, start, end, _, _) in before.items() if start in after.facts and end in after.facts]
        assert all(key in after.facts for key in within)

    def test_a_part_has_less_and_the_whole_has_all_that_has_a_place(self, county: Generation, tmp_path: Path) -> None:
        part = self.names(Exported(county, tmp_path / "del", region="region/vik"))
        assert "Indre råd" not in part
        assert {"Vik kommune", "Sykepleie", "Indre", "Fylket"} <= part
        whole = self.names(Exported(county, tmp_path / "alt", region="region/fylket"))
        assert "Langt unna" not in whole
        assert len(whole) == 5 + 5 + 2 + 3 + 2 + 1

    def test_a_region_of_the_pilot_loads_by_itself(self, build: Build, tmp_path: Path) -> None:
        before = build(trondelag())
        after = Exported(before, tmp_path / "ut", region="region/fosen")
        assert after.notes == []
        assert "network/kompetanseforum-fosen" in after.facts
        assert "network/kompetanseforum-namdalen" not in after.facts
        known = facts(before)
        assert {key: known[key] for key in after.facts} == after.facts


class TestGraphml:
    @pytest.fixture
    def graph(self, build: Build, tmp_path: Path) -> tuple[Generation, nx.MultiDiGraph]:
        before = build(trondelag())
        export(before, tmp_path / "ut.xlsx", "nb", graphml=tmp_path / "ut.graphml")
        return before, nx.read_graphml(tmp_path / "ut.graphml", force_multigraph=True)

    def test_networkx_reads_every_node_and_relation(self, graph: tuple[Generation, nx.MultiDiGraph]) -> None:
        before, found = graph
        known = list(_facts(before))
        assert set(found) == {fact.key for fact in known if not fact.start}
        assert {(*edge,) for edge in found.edges(keys=True)} == {
            (fact.start, fact.end, fact.key) for fact in known if fact.start
        }

    def test_labels_kinds_and_fields(self, graph: tuple[Generation, nx.MultiDiGraph]) -> None:
        before, found = graph
        for fact in _facts(before):
            has = found.edges[fact.start, fact.end, fact.key] if fact.start else dict(found.nodes[fact.key])
            assert has.pop("kind") == fact.kind if not fact.start else has["kind"] == fact.kind
            if not fact.start:
                assert has.pop("label") == fact.values["name"]
            for name, value in fact.values.items():
                if name != "name":
                    assert has[name] == ("; ".join(value) if isinstance(value, list) else value)

    def test_no_two_edges_have_one_id(self, graph: tuple[Generation, nx.MultiDiGraph]) -> None:
        """Two edges of one id are one to Gephi."""
        ids = [key for *_, key in graph[1].edges(keys=True)]
        assert len(ids) == len(set(ids))


class TestFiles:
    @pytest.mark.parametrize("there", ["ut.xlsx", "ut.graphml"])
    def test_nothing_is_overwritten_and_nothing_half_written(self, there: str, build: Build, tmp_path: Path) -> None:
        (tmp_path / there).write_text("mitt")
        with pytest.raises(Refusal) as refused:
            export(build(made_up_county()), tmp_path / "ut.xlsx", "nb", graphml=tmp_path / "ut.graphml")
        assert _codes(refused.value.problems) == ["file-exists"]
        assert (tmp_path / there).read_text() == "mitt"
        assert not ({"ut.xlsx", "ut.graphml"} - {there}) & {file.name for file in tmp_path.iterdir()}

    @pytest.mark.parametrize("file", ["ut.xls", "ut"])
    def test_a_name_of_another_sort_of_file(self, file: str, build: Build, tmp_path: Path) -> None:
        with pytest.raises(Refusal) as refused:
            export(build([]), tmp_path / file, "nb")
        assert _codes(refused.value.problems) == ["wrong-ending"]

    def test_more_rows_than_a_sheet_has(self, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("loaders.workbook_writer.MOST_CELLS", 60)
        with pytest.raises(Refusal) as refused:
            export(build(trondelag()), tmp_path / "ut.xlsx", "nb")
        assert _codes(refused.value.problems) == ["sheet-full"]
        assert not (tmp_path / "ut.xlsx").exists()


def _codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.message.code for problem in problems]
