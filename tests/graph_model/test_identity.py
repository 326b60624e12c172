"""Which rows are of one node, what its id is, and what a list's references lead to."""

import pytest

from graph_model.loading import Plan
from graph_model.names import LONGEST_ID, slug
from tests.graph_model.desk import NORD, NTNU, OTHER, Desk, Lists, codes

REGIONS = {"regioner.csv": ["navn;type", "Ørland;kommune", "Bjugn;kommune", "Åfjord;kommune"]}


def joined(plan: Plan) -> list[tuple[str, str]]:
    """The joins that a load reports: the list whose row was joined, and the node."""
    return sorted((claim.place.file, node_id) for claim, node_id in plan.joins)


class TestOneActor:
    @pytest.mark.parametrize("written", [NTNU, "974 767 880", f"NO{NTNU}MVA", "974.767.880"])
    @pytest.mark.parametrize("together", [True, False])
    def test_equal_organisation_numbers(self, paper: Desk, written: str, *, together: bool) -> None:
        first = {"aktører a.csv": ["navn;orgnr;type", f"NTNU;{NTNU};universitet"]}
        second = {"aktører b.csv": ["navn;orgnr;type", f"Teknisk universitet;{written};bedrift"]}
        for lists in [{**first, **second}] if together else [first, second]:
            plan = paper.load(lists)
        assert paper.graph().ids == {"organisation/ntnu"}
        assert paper.shown("organisation/ntnu") == {"name": "NTNU", "number": NTNU}
        assert ("aktører b.csv", "organisation/ntnu") in joined(plan)

    def test_equal_numbers_within_one_list_are_one_actor_whose_names_differ(self, paper: Desk) -> None:
        problems = paper.problems({"aktører.csv": ["navn;orgnr", f"NTNU;{NTNU}", f"Nord;{NTNU}"]})
        assert codes(problems) == ["contradiction"]

    @pytest.mark.parametrize("together", [True, False])
    @pytest.mark.parametrize(
        ("list_name", "columns", "row", "other", "one"),
        [
            ("aktører", "navn;type", "THYF;fagskole", "thyf;fagskole", True),
            ("aktører", "navn;type", "THYF;fagskole", "THYF;bedrift", False),
            ("aktører", "navn;type;orgnr", f"THYF;fagskole;{NTNU}", f"THYF;fagskole;{NORD}", False),
            ("aktører", "navn;type;orgnr", f"THYF;fagskole;{NTNU}", "THYF;fagskole;", True),
            ("aktører", "navn;type;kommune", "NAV;nav;Ørland", "NAV;nav;Bjugn", False),
            ("aktører", "navn;type;kommune", "NAV;nav;Ørland", "NAV;nav;Ørland", True),
            ("aktører", "navn;type;kommune", "NAV;nav;Ørland", "NAV;nav;", True),
            ("nettverk", "navn;type", "HR;fagnettverk", "HR;fagnettverk", True),
            ("nettverk", "navn;type", "HR;fagnettverk", "HR;klynge", False),
            ("regioner", "navn;type", "Fosen;region", "Fosen;region", True),
            ("regioner", "navn;kommunenummer", "Herøy;1515", "Herøy;1818", False),
            ("programmer", "navn;type", "Pilot;pilot", "Pilot;pilot", True),
        ],
    )
    def test_equal_name_and_type_unless_number_or_municipality_speak_against_it(
        self, paper: Desk, list_name: str, columns: str, row: str, other: str, *, one: bool, together: bool
    ) -> None:
        paper.load(REGIONS)
        before = len(paper.graph().ids)
        lists: list[Lists] = [{f"{list_name} {at}.csv": [columns, line]} for at, line in (("a", row), ("b", other))]
        for some in [{**lists[0], **lists[1]}] if together else lists:
            plan = paper.load(some)
        assert len(paper.graph().ids) - before == (1 if one else 2)
        assert bool(plan.joins) is one

    def test_a_bare_row_joins_where_exactly_one_candidate_exists(self, paper: Desk) -> None:
        paper.load({"aktører a.csv": ["navn;orgnr", f"NAV;{NTNU}"]})
        plan = paper.load({"aktører b.csv": ["navn;nettsted", "nav;www.nav.no"]})
        assert joined(plan) == [("aktører b.csv", "organisation/nav")]
        assert paper.shown("organisation/nav")["website"] == "www.nav.no"

    def test_a_row_joins_the_one_of_its_municipality_before_one_of_unknown_place(self, paper: Desk) -> None:
        rows = ["navn;orgnr;kommune", f"NAV;{NTNU};", f"NAV;{NORD};Ørland"]
        paper.load({**REGIONS, "aktører a.csv": rows})
        plan = paper.load({"aktører b.csv": ["navn;kommune", "NAV;Ørland"]})
        assert joined(plan) == [("aktører b.csv", "organisation/nav-orland")]

    @pytest.mark.parametrize("together", [True, False])
    def test_a_bare_row_that_fits_several_is_an_error_that_lists_them(self, paper: Desk, *, together: bool) -> None:
        both: Lists = {"aktører a.csv": ["navn;type;kommune", "NAV;nav;Ørland", "NAV;nav;Bjugn"]}
        bare: Lists = {"aktører b.csv": ["navn", "NAV", "Annet"]}
        paper.load(REGIONS)
        if not together:
            paper.load(both)
        [problem] = paper.problems({**both, **bare} if together else bare)
        assert problem.message.code == "ambiguous-row"
        assert problem.place
        assert (problem.place.file, problem.place.row) == ("aktører b.csv", 2)
        by_row = "NAV (aktører a.csv, row 2); NAV (aktører a.csv, row 3)"
        by_id = "organisation/nav-bjugn; organisation/nav-orland"
        assert f"'NAV' may be several: {by_row if together else by_id}." in problem.to("en")

    @pytest.mark.parametrize("told", ["orgnr", "kommune"])
    def test_a_node_that_two_rows_fit_which_are_not_one_is_neither(self, paper: Desk, told: str) -> None:
        one, two = (NTNU, NORD) if told == "orgnr" else ("Bjugn", "Ørland")
        paper.load({**REGIONS, "aktører.csv": ["navn", "NAV"]})
        plan = paper.load(
            {f"aktører {at}.csv": [f"navn;{told}", f"NAV;{value}"] for at, value in (("b", two), ("a", one))}
        )
        assert not plan.joins
        actors = {node_id for node_id in paper.graph().ids if node_id.startswith("organisation/")}
        assert actors == {"organisation/nav", *(f"organisation/nav-{slug(value)}" for value in (one, two))}

    def test_within_one_list_a_bare_row_that_fits_several_is_an_error(self, paper: Desk) -> None:
        paper.load(REGIONS)
        rows = ["navn;type;kommune", "NAV;nav;Ørland", "NAV;nav;Bjugn", "NAV;;"]
        [problem] = paper.problems({"aktører.csv": rows})
        assert (problem.message.code, problem.place and problem.place.row) == ("ambiguous-row", 4)

    def test_within_one_list_equal_names_are_one_whatever_their_type(self, paper: Desk) -> None:
        paper.load({"aktører.csv": ["navn;type", "THYF;fagskole", "THYF;bedrift", "THYF;"]})
        graph = paper.graph()
        assert graph.ids == {"organisation/thyf"}
        assert [end for _, _, end in graph.ties] == ["actortype/bedrift", "actortype/fagskole"]

    def test_spelling_variants_are_not_merged(self, paper: Desk) -> None:
        plan = paper.load({"aktører a.csv": ["navn", "Ørland kommune"], "aktører b.csv": ["navn", "Ørland komune"]})
        assert len(paper.graph().ids) == 2
        assert not plan.joins

    def test_equal_names_of_different_kinds_are_different_nodes(self, paper: Desk) -> None:
        paper.load({"aktører.csv": ["navn", "Fosen"], "regioner.csv": ["navn", "Fosen"]})
        assert paper.graph().ids == {"organisation/fosen", "region/fosen"}


class TestIds:
    def test_ids_are_readable_and_tell_namesakes_apart(self, paper: Desk) -> None:
        paper.load({
            **REGIONS,
            "aktører.csv": [
                "navn;type;kommune", "Ørland kommune;kommune;", "NAV;nav;Ørland", "NAV;nav;Bjugn",
                'THYF;fagskole;"Ørland;Åfjord"', "THYF;fagskole;Bjugn",
            ],
            "målgrupper.csv": ["navn", "Ledere i " + "svært " * 20],
        })  # fmt: skip
        ids = paper.graph().ids
        named = {"orland-kommune", "nav-orland", "nav-bjugn", "thyf-afjord", "thyf-bjugn"}
        assert named == {
            node_id.removeprefix("organisation/") for node_id in ids if node_id.startswith("organisation/")
        }
        [group] = [node_id for node_id in ids if node_id.startswith("targetgroup/")]
        assert len(group) <= LONGEST_ID + len("targetgroup/")

    @pytest.mark.parametrize(
        ("columns", "before", "after", "kept"),
        [
            ("navn;type", ["THYF;fagskole"], ["THYF;bedrift"], "thyf"),
            ("navn;orgnr", [f"THYF;{NTNU}"], [f"THYF;{NORD}"], "thyf"),
            ("navn;kommune", ["NAV;Ørland"], ["NAV;Bjugn"], "nav"),
            ("navn;orgnr", [f"THYF;{NTNU}"], [f"Fagskolen;{NTNU}"], "thyf"),
            ("navn;orgnr", ["THYF;"], [f"THYF;{NTNU}"], "thyf"),
            ("navn;orgnr", [f"THYF;{NTNU}"], [f"THYF;{NTNU}", f"THYF;{NORD}"], "thyf"),
            ("navn;kommune", ["NAV;Ørland"], ["NAV;Ørland", "NAV;Bjugn"], "nav"),
            ("navn;kommune", ["NAV;Ørland", "NAV;Bjugn"], ["NAV;Bjugn"], "nav-bjugn"),
        ],
        ids=["type", "number", "place", "name", "number added", "namesake number", "namesake place", "namesake gone"],
    )
    def test_a_corrected_row_keeps_its_id(
        self, paper: Desk, columns: str, before: list[str], after: list[str], kept: str
    ) -> None:
        paper.load(REGIONS)
        paper.load({"aktører.csv": [columns, *before]})
        paper.load({"aktører.csv": [columns, *after]})
        actors = {node_id for node_id in paper.graph().ids if node_id.startswith("organisation/")}
        assert f"organisation/{kept}" in actors
        assert len(actors) == len(after)

    @pytest.mark.parametrize(
        ("columns", "before", "after"),
        [
            ("navn;type", "THYF;fagskole", "THYF;bedrift"),
            ("navn;orgnr", f"THYF;{NTNU}", f"THYF;{NORD}"),
            ("navn;kommune", "THYF;Ørland", "THYF;Bjugn"),
        ],
    )
    def test_a_correction_makes_no_second_actor_beside_another_list_that_says_it(
        self, paper: Desk, columns: str, before: str, after: str
    ) -> None:
        paper.load({**REGIONS, "aktører.csv": [columns, before], "aktører b.csv": ["navn", "THYF"]})
        paper.load({"aktører.csv": [columns, after]})
        assert [node_id for node_id in paper.graph().ids if "thyf" in node_id] == ["organisation/thyf"]

    def test_a_corrected_type_makes_no_second_actor_though_another_list_states_the_old_one(self, paper: Desk) -> None:
        typed = {f"aktører {name}.csv": ["navn;type", "THYF;fagskole"] for name in "ab"}
        paper.load(typed)
        paper.load({"aktører a.csv": ["navn;type", "THYF;bedrift"]})
        graph = paper.graph()
        assert graph.ids == {"organisation/thyf"}
        assert [end for _, _, end in graph.ties] == ["actortype/bedrift", "actortype/fagskole"]

    def test_a_row_in_place_of_two_namesakes_is_a_new_actor(self, paper: Desk) -> None:
        paper.load({**REGIONS, "aktører.csv": ["navn;kommune", "NAV;Ørland", "NAV;Bjugn"]})
        paper.load({"aktører.csv": ["navn;kommune", "NAV;Åfjord"]})
        assert [node_id for node_id in paper.graph().ids if "nav" in node_id] == ["organisation/nav"]

    def test_a_number_that_another_list_states_speaks_against_it(self, paper: Desk) -> None:
        paper.load({"aktører.csv": ["navn;orgnr", f"THYF;{NTNU}"], "aktører b.csv": ["navn;orgnr", f"THYF;{NTNU}"]})
        paper.load({"aktører.csv": ["navn;orgnr", f"THYF;{NORD}"]})
        assert paper.graph().ids == {"organisation/thyf", f"organisation/thyf-{NORD}"}

    def test_ids_are_kept_when_namesakes_come_from_another_list(self, paper: Desk) -> None:
        first = {"aktører a.csv": ["navn;orgnr;nettsted", f"NAV;{OTHER};www.nav.no"]}
        paper.load(first)
        paper.load({"aktører b.csv": ["navn;orgnr", f"NAV;{NTNU}"]})
        paper.load(first)
        graph = paper.graph()
        assert graph.nodes["organisation/nav"].values["number"] == OTHER
        assert graph.nodes[f"organisation/nav-{NTNU}"].values["number"] == NTNU
