"""What a list's references lead to, and what a load refuses."""

import pytest

from graph_model.facts import differences
from tests.graph_model.desk import NTNU, Desk, codes

ACTORS = ["navn;orgnr;andre navn;type", f"Norges universitet;{NTNU};NTNU; Teknisk universitet", "Trøndelag;;;"]
ACTORS[1] = f'Norges universitet;{NTNU};"NTNU; Teknisk universitet";universitet'
REGIONS = ["navn;kommunenummer", "Trøndelag;50", "Oslo;0301", "Fosen;"]
LISTS = {"aktører.csv": ACTORS, "regioner.csv": REGIONS, "nettverk.csv": ["navn", "HR-nettverket", "HR-forum"]}
UNIVERSITY = "organisation/norges-universitet"


def members(*names: str) -> dict[str, list[str]]:
    """A list of members of one network."""
    return {"medlemskap.csv": ["medlem;medlem av", *(f"{name};HR-forum" for name in names)]}


class TestReferences:
    @pytest.mark.parametrize(
        "text",
        [
            UNIVERSITY, UNIVERSITY.upper(), "norges UNIVERSITET", "ntnu", "Teknisk  universitet", NTNU, "974 767 880",
        ],
    )  # fmt: skip
    def test_id_number_name_and_alias_lead_to_a_node_in_any_case(self, paper: Desk, text: str) -> None:
        paper.load(LISTS)
        paper.load(members(text))
        assert paper.graph().ties[0] == ("MEMBER_OF", UNIVERSITY, "network/hr-forum")

    @pytest.mark.parametrize("text", ["Oslo", "0301", "301", "region/oslo"])
    def test_the_number_of_a_region_leads_to_it(self, paper: Desk, text: str) -> None:
        paper.load(LISTS)
        paper.load({"dekning.csv": ["aktør;dekker", f"NTNU;{text}"]})
        assert ("COVERS", UNIVERSITY, "region/oslo") in paper.graph().ties

    def test_the_role_chooses_among_equal_names(self, paper: Desk) -> None:
        paper.load({**LISTS, "dekning.csv": ["aktør;dekker", "Trøndelag;Trøndelag"]})
        assert ("COVERS", "organisation/trondelag", "region/trondelag") in paper.graph().ties

    def test_an_actor_counts_before_a_type_of_its_name(self, paper: Desk) -> None:
        mobilises = {"mobilisering.csv": ["aktør;mobiliserer", "NTNU;NAV", "NTNU;kommuner"]}
        paper.load({**LISTS, **mobilises})
        assert {tie.end for tie in paper.graph().of_kind("MOBILISES")} == {"actortype/nav-kontor", "actortype/kommune"}
        paper.load({**LISTS, **mobilises, "aktører b.csv": ["navn;type", "NAV;nav"]})
        assert {tie.end for tie in paper.graph().of_kind("MOBILISES")} == {"organisation/nav", "actortype/kommune"}

    def test_a_whole_is_of_the_kind_of_its_part(self, paper: Desk) -> None:
        paper.load({
            "regioner.csv": ["navn;del av", "Trøndelag;", "Fosen;Trøndelag", "Ørland;"],
            "aktører.csv": ["navn;del av", "Trøndelag;", "Kontoret;Trøndelag", "Sekretariatet;"],
            "tilhørighet.csv": ["del;del av", "Ørland;Trøndelag", "Trøndelag;Sekretariatet"],
        })  # fmt: skip
        assert paper.graph().ties == [
            ("PART_OF", "organisation/kontoret", "organisation/trondelag"),
            ("PART_OF", "organisation/trondelag", "organisation/sekretariatet"),
            ("PART_OF", "region/fosen", "region/trondelag"),
            ("PART_OF", "region/orland", "region/trondelag"),
        ]

    @pytest.mark.parametrize("create_missing", [True, False])
    @pytest.mark.parametrize(
        "lists",
        [
            {"regioner.csv": ["navn;del av", "Fosen;NTNU"]},
            {"regioner.csv": ["navn", "Fosen"], "tilhørighet.csv": ["del;del av", "Fosen;NTNU"]},
            {"målgrupper.csv": ["navn;overordnet gruppe", "Helse;kommune"]},
        ],
    )
    def test_a_whole_of_another_kind_is_unknown(
        self, paper: Desk, lists: dict[str, list[str]], *, create_missing: bool
    ) -> None:
        problems = paper.problems({"aktører.csv": ACTORS, **lists}, create_missing=create_missing)
        assert codes(problems) == ["unknown-reference"]

    @pytest.mark.parametrize("named", ["NTNU; ntnu", f"{NTNU};Teknisk universitet", "NTNU;NTNU"])
    def test_a_cell_that_names_one_node_twice_says_it_once(self, paper: Desk, named: str) -> None:
        paper.load(LISTS)
        paper.load({"programmer.csv": ["navn;drives av", f'Pilot;"{named}"']})
        [run] = paper.graph().of_kind("RUNS")
        assert len(run.statements) == 1

    def test_one_that_fits_several_is_an_error_that_lists_them(self, paper: Desk) -> None:
        paper.load({**LISTS, "aktører b.csv": ["navn;andre navn", "Norsk teater;NTNU"]})
        [problem] = paper.problems(members("NTNU"))
        assert problem.message.code == "ambiguous-reference"
        assert problem.place
        assert problem.place.to("en") == "medlemskap.csv, row 2, column A (medlem)"
        listed = [f"Norges universitet ({UNIVERSITY})", "Norsk teater (organisation/norsk-teater)"]
        assert problem.values["candidates"] == listed
        paper.load(members(UNIVERSITY))

    def test_one_that_fits_none_is_an_error_with_the_nearest_names(self, paper: Desk) -> None:
        paper.load(LISTS)
        near, far = paper.problems(members("Norges universitetet", "Xyzzy"))
        assert codes([near, far]) == ["unknown-reference-near", "unknown-actor"]
        assert "Did you mean 'Norges universitet'?" in near.to("en")
        assert (near.place and near.place.row, far.place and far.place.row) == (2, 3)

    def test_a_name_leads_nowhere_once_its_list_no_longer_says_it(self, paper: Desk) -> None:
        paper.load({**LISTS, "aktører b.csv": ["navn;andre navn", "Norsk teater;NTNU"]})
        renamed = ["navn;orgnr", f"Universitetet i Trondheim;{NTNU}"]
        assert codes(paper.problems({"aktører.csv": renamed, **members("Norges universitet")})) == ["unknown-actor"]
        paper.load({"aktører.csv": renamed, **members("NTNU")})
        assert paper.graph().ties == [("MEMBER_OF", "organisation/norsk-teater", "network/hr-forum")]


class TestCreateMissing:
    def test_makes_an_organisation_of_unknown_type_which_a_typed_row_joins(self, paper: Desk) -> None:
        assert codes(paper.problems({**LISTS, **members("Ny skole")})) == ["unknown-actor"]
        paper.load({**LISTS, **members("Ny skole", "ny SKOLE")}, create_missing=True)
        graph = paper.graph()
        assert graph.nodes["organisation/ny-skole"].values == {"name": "Ny skole"}
        assert not [tie for tie in graph.of_kind("OF_TYPE") if tie.start == "organisation/ny-skole"]
        [made] = [said for said in paper.said_by("medlemskap.csv") if said.kind == "Organisation"]
        assert (made.place.row, made.origin.basis, made.origin.rule) == (2, "derived", "--create-missing")
        plan = paper.load({"aktører b.csv": ["navn;type", "Ny Skole;fagskole"]})
        assert [node_id for _, node_id in plan.joins] == ["organisation/ny-skole"]
        assert ("OF_TYPE", "organisation/ny-skole", "actortype/fagskole") in paper.graph().ties
        assert paper.shown("organisation/ny-skole")["name"] == "Ny Skole"

    def test_loaded_again_changes_nothing(self, paper: Desk) -> None:
        paper.load({**LISTS, **members("Ny skole")}, create_missing=True)
        plan = paper.load({**LISTS, **members("Ny skole")}, create_missing=True)
        assert not plan.writes

    def test_makes_nothing_of_what_fits_several(self, paper: Desk) -> None:
        lists = {**LISTS, "aktører b.csv": ["navn;andre navn", "Norsk teater;NTNU"], **members("NTNU")}
        [problem] = paper.problems(lists, create_missing=True)
        assert problem.message.code == "ambiguous-reference"
        assert "organisation/ntnu" not in problem.to("en")

    def test_makes_nothing_but_organisations(self, paper: Desk) -> None:
        lists = {**LISTS, "dekning.csv": ["aktør;dekker", "NTNU;Ingensteds"]}
        assert codes(paper.problems(lists, create_missing=True)) == ["unknown-reference"]


class TestRefused:
    @pytest.mark.parametrize(
        ("lists", "code", "place"),
        [
            ({"aktører.csv": ["navn;del av", "A;a"]}, "self-loop", "aktører.csv, row 2"),
            ({"aktører.csv": ["navn;del av", "A;B", "B;C", "C;A"]}, "cycle", "aktører.csv, row 4"),
            (
                {"målgrupper.csv": ["navn;overordnet", "A;B", "B;"], "hierarki.csv": ["gruppe;overordnet", "B;A"]},
                "cycle",
                "målgrupper.csv, row 2",
            ),
            ({"aktører.csv": ["navn;nettsted", "A;www.a.no", "a;www.b.no"]}, "contradiction", "aktører.csv, row 3"),
        ],
    )  # fmt: skip
    def test_with_its_place(self, paper: Desk, lists: dict[str, list[str]], code: str, place: str) -> None:
        [problem] = paper.problems(lists)
        assert (problem.message.code, problem.place and problem.place.to("en")) == (code, place)

    def test_a_circle_over_two_loads(self, paper: Desk) -> None:
        paper.load({"aktører.csv": ["navn;del av", "A;B", "B;"]})
        [problem] = paper.problems({"tilhørighet.csv": ["del;del av", "B;A"]})
        assert problem.message.code == "cycle"
        assert problem.values["chain"] == "A – B – A"
        paper.load({"aktører.csv": ["navn;del av", "A;", "B;"], "tilhørighet.csv": ["del;del av", "B;A"]})

    def test_two_memberships_each_way_are_no_circle(self, paper: Desk) -> None:
        both_ways = ["medlem;medlem av", "HR-forum;HR-nettverket", "HR-nettverket;HR-forum"]
        paper.load({**LISTS, "medlemskap.csv": both_ways})

    def test_doubled_rows_with_different_values_name_both_rows(self, paper: Desk) -> None:
        rows = ["medlem;medlem av;rolle", "NTNU;HR-forum;leder", "Trøndelag;HR-forum;", "ntnu;HR-forum;medlem"]
        [problem] = paper.problems({**LISTS, "medlemskap.csv": rows})
        assert problem.to("en").startswith("medlemskap.csv, row 4: Norges universitet – HR-forum")
        assert "'leader' (medlemskap.csv, row 2) and 'member'" in problem.to("en")

    def test_doubled_rows_that_agree_are_one_fact_of_two_statements(self, paper: Desk) -> None:
        paper.load({"aktører.csv": ["navn;nettsted", "A;www.a.no", "a;", "A;www.a.no"]})
        assert len(paper.graph().nodes["organisation/a"].statements) == 3
        with paper.store.reading() as snapshot:
            [disputed] = snapshot.disputed()
        assert [found.field for found in differences(disputed)] == ["name"]
