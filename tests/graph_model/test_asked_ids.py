"""Rows that ask for an id, as those of an exported list do."""

import pytest

from tests.graph_model.desk import NORD, NTNU, Desk, codes

HEADER = "navn;type;orgnr;Kompetansegraf-id"
ASKED = "organisation/gammelt-navn"


def test_a_new_node_gets_the_id_that_it_asks_for(paper: Desk) -> None:
    paper.load({"aktører.csv": [HEADER, f"Nytt navn;;;{ASKED}"]})
    assert paper.graph().ids == {ASKED}


def test_a_known_node_is_found_by_it_whatever_it_is_called_now(paper: Desk) -> None:
    paper.load({"aktører.csv": ["navn", "Gammelt navn"]})
    plan = paper.load({"flere aktører.csv": [HEADER, f"Nytt navn;;;{ASKED}"]})
    assert paper.graph().ids == {ASKED}
    assert [(claim.values["name"], node) for claim, node in plan.joins] == [("Nytt navn", ASKED)]


@pytest.mark.parametrize("rows", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_rows_of_one_name_and_different_ids_are_different_nodes(paper: Desk, rows: tuple[int, ...]) -> None:
    lines = ["Vik;bedrift;;organisation/vik", "Vik;bedrift;;organisation/vik-2", "Vik;bedrift;;organisation/vik-2"]
    paper.load({"aktører.csv": [HEADER, *(lines[row] for row in rows)]})
    assert paper.graph().ids == {"organisation/vik", "organisation/vik-2"}


def test_between_lists_too(paper: Desk) -> None:
    rows = {f"aktører {at}.csv": [HEADER, f"Vik;bedrift;;organisation/vik{at}"] for at in ("", "-2")}
    paper.load(rows)
    assert paper.graph().ids == {"organisation/vik", "organisation/vik-2"}


def test_an_id_that_nobody_has_does_not_keep_a_row_from_the_node_of_its_name_and_type(paper: Desk) -> None:
    paper.load({"aktører.csv": ["navn;type", "Vik;bedrift"]})
    paper.load({"flere aktører.csv": [HEADER, "Vik;bedrift;;organisation/vik-bedrift"]})
    assert paper.graph().ids == {"organisation/vik"}


def test_an_id_and_a_number_of_two_nodes_are_refused(paper: Desk) -> None:
    paper.load({"aktører.csv": ["navn;orgnr", f"NTNU;{NTNU}", f"Nord;{NORD}"]})
    problems = paper.problems({"flere aktører.csv": [HEADER, f"Nord;;{NORD};organisation/ntnu"]})
    assert codes(problems) == ["ambiguous-row"]


def test_a_list_that_is_loaded_again_with_another_name_renames_its_node(paper: Desk) -> None:
    paper.load({"aktører.csv": [HEADER, f"Gammelt navn;;;{ASKED}"], "medlemskap.csv": ["medlem;medlem av"]})
    paper.load({"aktører.csv": [HEADER, f"Helt annet;;;{ASKED}"]})
    assert paper.shown(ASKED) == {"name": "Helt annet"}
    assert paper.graph().ids == {ASKED}


def test_a_row_without_one_gets_another_id_than_those_that_are_asked_for(paper: Desk) -> None:
    paper.load({"aktører.csv": [HEADER, "Nes;;;organisation/vik", "Vik;;;"]})
    assert paper.graph().ids == {"organisation/vik", "organisation/vik-2"}
    assert paper.shown("organisation/vik") == {"name": "Nes"}
