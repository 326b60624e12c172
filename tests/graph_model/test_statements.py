"""What lists say, what the graph makes of it, and what a load, a changed load and a removal do to it."""

import datetime as dt

import pytest

from graph_model.facts import NEVER, differences
from graph_model.loading import plan_removal
from graph_model.problems import Refusal
from tests.graph_model.desk import TODAY, Desk, codes

LATER = TODAY + dt.timedelta(days=30)
ACTORS = ["navn;nettsted;fra", "NTNU;www.ntnu.no;1996", "Nord;www.nord.no;2016", "THYF;;"]
NETWORKS = ["navn;type", "HR-nettverket;fagnettverk"]
MEMBERS = ["medlem;medlem av;fra;til", "NTNU;HR-nettverket;2020;2021", "Nord;HR-nettverket;;"]
ALL = {"aktører.csv": ACTORS, "nettverk.csv": NETWORKS, "medlemskap.csv": MEMBERS}
NTNU, NORD, HR = "organisation/ntnu", "organisation/nord", "network/hr-nettverket"


class TestLoading:
    def test_each_row_is_a_fact_with_its_statement_and_its_place(self, desk: Desk) -> None:
        desk.load(ALL)
        graph = desk.graph()
        assert graph.ids == {NTNU, NORD, "organisation/thyf", HR}
        assert graph.nodes[NTNU].values == {"name": "NTNU", "website": "www.ntnu.no", "since": "1996"}
        assert graph.ties == [("MEMBER_OF", NORD, HR), ("MEMBER_OF", NTNU, HR)]
        [said] = [said for said in desk.said_by("medlemskap.csv") if said.start == NTNU]
        assert (said.place.file, said.place.row) == ("medlemskap.csv", 2)
        assert [tie.statements for tie in graph.relations.values() if tie.start == NTNU] == [(said.id,)]

    def test_the_columns_that_cite_are_kept_beside_the_list_that_cites(self, desk: Desk) -> None:
        row = "NTNU;Rapporten;kapittel 3;2024-05;utledet;regel 1"
        desk.load({"aktører.csv": ["navn;dokument;avsnitt;opplyst dato;grunnlag;regel", row]})
        [said] = desk.said_by("aktører.csv")
        cited = said.origin.model_dump(mode="json")
        assert list(cited.values()) == ["Rapporten", "kapittel 3", "2024-05", "derived", "regel 1"]
        assert said.source == "aktører.csv"

    def test_a_list_loaded_again_changes_nothing(self, desk: Desk) -> None:
        desk.load(ALL)
        graph, record, said = desk.graph(), desk.record("aktører.csv"), desk.said_by("aktører.csv")
        plan = desk.load(ALL, today=LATER)
        assert not plan.changes
        assert not plan.writes
        assert not plan.doubts
        assert not plan.joins
        desk.load({"målgrupper.csv": ["navn;styrk08", "Helse;2"]}, today=LATER)
        desk.load(ALL, today=LATER)
        assert desk.record("aktører.csv") == record
        assert record.changed == TODAY
        assert desk.said_by("aktører.csv") == said
        after = desk.graph()
        del after.nodes["targetgroup/helse"]
        assert after == graph

    def test_a_changed_list_replaces_what_it_said(self, desk: Desk) -> None:
        desk.load(ALL)
        before = desk.record("aktører.csv")
        plan = desk.load(
            {"aktører.csv": ["navn;nettsted;fra", "NTNU;www.ntnu.edu;1996", "Nord;www.nord.no;2016", "Fosen;;"]},
            today=LATER,
        )
        assert (plan.changes.new, plan.changes.changed, plan.changes.gone) == (
            {"Organisation": 1}, {"Organisation": 1}, {"Organisation": 1},
        )  # fmt: skip
        graph, record = desk.graph(), desk.record("aktører.csv")
        assert graph.ids == {NTNU, NORD, "organisation/fosen", HR}
        assert graph.nodes[NTNU].values["website"] == "www.ntnu.edu"
        assert len(graph.of_kind("MEMBER_OF")) == 2
        assert (record.changed, record.statements) == (LATER, 3)
        assert record.digest != before.digest
        assert desk.record("nettverk.csv").changed == TODAY

    def test_a_value_that_a_list_no_longer_gives_is_gone(self, desk: Desk) -> None:
        desk.load(ALL)
        desk.load({"aktører.csv": ["navn;nettsted", "NTNU;", "Nord;www.nord.no", "THYF;"]})
        assert desk.shown(NTNU) == {"name": "NTNU"}

    def test_another_citation_is_another_list_though_no_fact_changes(self, desk: Desk) -> None:
        for at, (document, basis) in enumerate([("A", "oppgitt"), ("B", "oppgitt"), ("B", "utledet")]):
            day = TODAY + dt.timedelta(days=at)
            plan = desk.load({"aktører.csv": ["navn;dokument;grunnlag", f"NTNU;{document};{basis}"]}, today=day)
            assert plan.writes
            assert bool(plan.changes) is (at == 0)
            [said] = desk.said_by("aktører.csv")
            assert (said.origin.document, desk.record("aktører.csv").changed) == (document, day)

    def test_a_plan_writes_nothing(self, desk: Desk) -> None:
        desk.load(ALL)
        before = desk.graph()
        assert desk.plan({"aktører.csv": ["navn", "Annet"]}).writes
        assert desk.graph() == before


class TestSeveralSources:
    def test_a_fact_that_two_lists_state_lives_until_neither_does(self, desk: Desk) -> None:
        desk.load({**ALL, "medlemskap b.csv": MEMBERS[:2], "aktører b.csv": ["navn", "NTNU"]})
        [tie] = [tie for tie in desk.graph().of_kind("MEMBER_OF") if tie.start == NTNU]
        assert len(tie.statements) == 2
        desk.load({"medlemskap.csv": [MEMBERS[0], MEMBERS[2]]})
        [tie] = [tie for tie in desk.graph().of_kind("MEMBER_OF") if tie.start == NTNU]
        assert len(tie.statements) == 1
        plan = desk.remove("medlemskap b.csv")
        assert plan.changes.gone == {"MEMBER_OF": 1}
        assert [tie.start for tie in desk.graph().of_kind("MEMBER_OF")] == [NORD]

    def test_remove_takes_out_one_source_and_leaves_the_others(self, desk: Desk) -> None:
        desk.load({**ALL, "aktører b.csv": ["navn;nettsted", "NTNU;www.annet.no"]})
        desk.remove("aktører.csv")
        graph = desk.graph()
        assert graph.ids == {NTNU, HR}
        assert graph.nodes[NTNU].values == {"name": "NTNU", "website": "www.annet.no"}
        with desk.store.reading() as snapshot:
            assert [record.id for record in snapshot.sources()] == [
                "aktører b.csv", "kompetansegraf", "medlemskap.csv", "nettverk.csv",
            ]  # fmt: skip

    @pytest.mark.parametrize("source", ["ukjent.csv", "kompetansegraf"])
    def test_only_a_loaded_list_can_be_removed(self, paper: Desk, source: str) -> None:
        paper.load(ALL)
        with paper.store.reading() as snapshot, pytest.raises(Refusal) as caught:
            plan_removal(snapshot, source)
        assert codes(caught.value.problems) == ["unknown-source"]

    @pytest.mark.parametrize(
        ("rows", "shown"),
        [
            (["a;2020;allment kjent", "b;2010;oppgitt", "c;2025;utledet"], "bac"),
            (["a;2020;oppgitt", "b;2021;oppgitt", "c;;oppgitt"], "bac"),
            (["a;2020-05;utledet", "b;2020-06-01;utledet", "c;2020-06;utledet"], "bca"),
            (["b;;", "a;;", "c;;"], "abc"),
        ],
        ids=["basis before date", "later date, none the earliest", "a month is before its next", "source's id"],
    )
    def test_disagreement_is_kept_and_the_order_picks_the_value_shown(
        self, paper: Desk, rows: list[str], shown: str
    ) -> None:
        lists = {
            f"aktører {name}.csv": ["navn;nettsted;opplyst dato;grunnlag", f"NTNU;www.{name}.no;{rest}"]
            for name, _, rest in (row.partition(";") for row in rows)
        }
        paper.load(lists)
        assert paper.shown(NTNU)["website"] == f"www.{shown[0]}.no"
        with paper.store.reading() as snapshot:
            [disputed] = [said for said in snapshot.disputed() if said[0].key == NTNU]
        [difference] = differences(disputed)
        assert (difference.key, difference.field) == (NTNU, "website")
        assert [value for value, _ in difference.values] == [f"www.{name}.no" for name in shown]
        assert [said.source for _, said in difference.values] == [f"aktører {name}.csv" for name in shown]

    def test_a_store_lists_the_facts_with_several_statements(self, desk: Desk) -> None:
        desk.load({**ALL, "aktører b.csv": ["navn;nettsted", "NTNU;www.b.no", "Nord;"]})
        with desk.store.reading() as snapshot:
            disputed = {some[0].key: list(differences(some)) for some in snapshot.disputed()}
        assert {key: [found.field for found in some] for key, some in disputed.items()} == {
            NTNU: ["website"],
            NORD: [],
        }

    def test_a_field_that_the_most_believed_leaves_open_comes_from_the_next(self, paper: Desk) -> None:
        paper.load({
            "aktører a.csv": ["navn;nettsted;grunnlag", "NTNU;www.a.no;oppgitt"],
            "aktører b.csv": ["navn;nettsted;fra;grunnlag", "NTNU;www.b.no;1996;utledet"],
        })  # fmt: skip
        assert paper.shown(NTNU) == {"name": "NTNU", "website": "www.a.no", "since": "1996"}


class TestEnds:
    def test_a_relation_goes_with_its_end_and_comes_back_with_it(self, desk: Desk) -> None:
        desk.load(ALL)
        before = desk.graph()
        desk.load({"aktører.csv": [ACTORS[0], *ACTORS[2:]]})
        assert desk.graph().ties == [("MEMBER_OF", NORD, HR)]
        with desk.store.reading() as snapshot:
            assert snapshot.counts()["MEMBER_OF"] == (1, 1)
            assert snapshot.counts()["Organisation"] == (2, 0)
        desk.load(ALL)
        assert desk.graph() == before
        with desk.store.reading() as snapshot:
            assert snapshot.counts()["MEMBER_OF"] == (2, 0)

    def test_a_relation_goes_with_a_node_that_its_values_name(self, paper: Desk) -> None:
        regions = {"regioner.csv": ["navn", "Fosen", "Namdalen"]}
        mobilises = ["aktør;mobiliserer;i region", "NTNU;Helse;Fosen", "Nord;Helse;Namdalen"]
        paper.load({**ALL, **regions, "målgrupper.csv": ["navn", "Helse"], "mobilisering.csv": mobilises})
        assert len(paper.graph().of_kind("MOBILISES")) == 2
        paper.load({"regioner.csv": ["navn", "Fosen"]})
        [left] = paper.graph().of_kind("MOBILISES")
        assert (left.start, left.values["regions"]) == (NTNU, ["region/fosen"])


class TestTime:
    def test_two_periods_are_two_facts(self, desk: Desk) -> None:
        periods = [MEMBERS[0], "NTNU;HR-nettverket;2015;2016-06", "NTNU;HR-nettverket;2020-09-12;"]
        desk.load({**ALL, "medlemskap.csv": periods})
        first, second = desk.graph().of_kind("MEMBER_OF")
        assert (first.first, first.last) == (dt.date(2015, 1, 1), dt.date(2016, 6, 30))
        assert (second.first, second.last) == (dt.date(2020, 9, 12), dt.date.max)
        assert (first.values, second.values) == ({"since": "2015", "until": "2016-06"}, {"since": "2020-09-12"})

    def test_a_relation_holds_only_while_both_its_ends_do(self, desk: Desk) -> None:
        desk.load({
            "aktører.csv": ["navn;fra;til", "NTNU;2016;2022", "Nord;2023;"],
            "nettverk.csv": ["navn;etablert;til", "HR;2018;2021-03"],
            "medlemskap.csv": ["medlem;medlem av;til", "NTNU;HR;2030", "Nord;HR;"],
        })  # fmt: skip
        ties = {tie.start: (tie.first, tie.last) for tie in desk.graph().relations.values()}
        assert ties == {NTNU: (dt.date(2018, 1, 1), dt.date(2021, 3, 31)), NORD: NEVER}

    def test_a_position_lasts_as_long_as_it_is_held(self, desk: Desk) -> None:
        desk.load({
            "aktører.csv": ["navn;fra;til", "Fosen;2018;", "Namdal;;2024"],
            "stillinger.csv": ["navn", "Prosjektleder", "Ubesatt"],
            "stillingers tilknytning.csv": [
                "stilling;ved;fra;til", "Prosjektleder;Fosen;2017;2020", "Prosjektleder;Namdal;2022-05;",
            ],
            "regioner.csv": ["navn", "Sør"],
            "dekning.csv": ["aktør;dekker", "Prosjektleder;Sør", "Ubesatt;Sør"],
        })  # fmt: skip
        graph = desk.graph()
        held = (dt.date(2018, 1, 1), dt.date(2024, 12, 31))
        assert graph.nodes["position/prosjektleder"][1:3] == held
        assert graph.nodes["position/ubesatt"][1:3] == (dt.date.min, dt.date.max)
        covers = {tie.start: (tie.first, tie.last) for tie in graph.of_kind("COVERS")}
        assert covers["position/prosjektleder"] == held

    def test_a_forum_begins_with_its_first_meeting_else_when_it_was_established(self, desk: Desk) -> None:
        desk.load({
            "forum.csv": ["navn;type;vedtatt;etablert;til", "Nord;forum;2018;2019;2024", "Sør;forum;2018;2019;",
                          "Klynga;klynge;;2010;"],
            "møter.csv": ["forum;dato", "Nord;2020-11", "Nord;2020-03-05", "Nord;2023", "Klynga;2022"],
        })  # fmt: skip
        graph = desk.graph()
        assert graph.nodes["network/nord"][1:3] == (dt.date(2020, 3, 5), dt.date(2024, 12, 31))
        assert graph.nodes["network/nord"].values["decided"] == "2018"
        assert graph.nodes["network/sor"][1:3] == (dt.date(2019, 1, 1), dt.date.max)
        assert graph.nodes["network/klynga"][1:3] == (dt.date(2010, 1, 1), dt.date.max)


class TestDoubts:
    def test_the_same_id_from_another_folder(self, paper: Desk) -> None:
        paper.load(ALL)
        plan = paper.plan(ALL, folder="annet")
        assert not plan.changes
        assert codes(plan.doubts) == ["other-folder"] * 3
        assert {doubt.values["source"] for doubt in plan.doubts} == set(ALL)
        assert plan.writes

    @pytest.mark.parametrize(("kept", "doubted"), [(1, True), (2, False), (3, False)])
    def test_a_list_that_has_lost_more_than_half_of_its_facts(self, paper: Desk, kept: int, *, doubted: bool) -> None:
        names = ["A", "B", "C", "D"]
        paper.load({"aktører.csv": ["navn", *names]})
        plan = paper.plan({"aktører.csv": ["navn", *names[:kept], "Ny", "Nyere"]})
        assert codes(plan.doubts) == ["lost-half"] * doubted

    def test_a_list_that_grows_is_not_doubted(self, paper: Desk) -> None:
        paper.load({"aktører.csv": ["navn", "A"]})
        assert not paper.plan({"aktører.csv": ["navn", "A", "B", "C", "D"]}).doubts
