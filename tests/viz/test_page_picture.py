"""The picture on a page, in a real browser: what is drawn where, and what a click, a hover and a search do."""

import pytest

from graph_model.text import LANGUAGES
from tests.viz.conftest import Open
from tests.viz.opened import overlapping
from tests.viz.pictures import answer, node, picture, surroundings

pytestmark = pytest.mark.needs("chromium")
STRAY = """
(sets) => {
  const canvas = document.querySelector("#drawing canvas");
  const frame = canvas.getBoundingClientRect();
  const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const near = ({ x, y, width, height }) => {
    const [left, top] = [x - frame.left - scrollX - 3, y - frame.top - scrollY - 3];
    return { left, top, right: left + width + 6, bottom: top + height + 6 };
  };
  return sets.map((boxes) => {
    const all = boxes.map(near);
    const inside = (x, y) => all.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    let stray = 0;
    for (let at = 0; at < data.length; at += 4) {
      const dark = data[at + 3] > 40 && data[at] + data[at + 1] + data[at + 2] < 600;
      if (dark && !inside((at / 4) % width, Math.floor(at / 4 / width))) stray += 1;
    }
    return stray;
  });
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answers_chain_is_drawn_with_every_label(opened: Open, lang: str) -> None:
    page = opened(answer(lang))
    assert len(page.boxes("label")) == len(page.picture["nodes"])
    assert overlapping(page.boxes()) == []


@pytest.mark.parametrize("count", [2, 15, 30, 60])
def test_up_to_sixty_nodes_all_have_a_label_that_covers_nothing(opened: Open, count: int) -> None:
    page = opened(surroundings(count))
    assert len(page.boxes("label")) == count
    assert overlapping(page.boxes()) == []


def test_nothing_but_lines_is_drawn_outside_the_boxes(opened: Open) -> None:
    page = opened(surroundings(60))
    for box in page.tab.get_by_role("group", name="Linjene").get_by_role("checkbox").all():
        box.uncheck()
    outside_all, outside_nodes = page.tab.evaluate(STRAY, [page.boxes(), page.boxes("node")])
    assert outside_all == 0
    assert outside_nodes > 1000  # the labels' own pixels


def test_at_three_hundred_nodes_labels_come_by_importance_and_on_zoom(opened: Open) -> None:
    page = opened(surroundings(300))
    first = page.boxes("label")
    ranks = {item["id"]: item["rank"] for item in page.picture["nodes"]}
    assert 10 <= len(first) < 100
    assert overlapping(first) == []
    assert sum(ranks[box["id"]] for box in first) / len(first) < sum(ranks.values()) / len(ranks)
    for _ in range(4):
        page.tab.get_by_role("button", name="Større").click()
    assert len(page.boxes("label")) > 2 * len(first)


def test_two_thousand_nodes_open_in_overview(opened: Open) -> None:
    page = opened(surroundings(2000))
    frame = page.tab.locator("#drawing").bounding_box()
    assert frame
    for box in page.boxes("node"):
        assert frame["x"] <= box["x"] <= frame["x"] + frame["width"]
        assert frame["y"] <= box["y"] <= frame["y"] + frame["height"]
    assert 5 < len(page.boxes("label")) < 100
    assert page.tab.evaluate("window.kompetansegraf.drawnAt()") < 15_000  # about 1 s on a machine that is not busy


def test_a_click_on_a_node_shows_what_is_known_and_lights_its_row_and_path(opened: Open) -> None:
    page = opened(answer())
    page.click_on("node", "organisation/ntnu")
    assert page.selected() == "organisation/ntnu"
    for told in (
        "NTNU – Norges teknisk",
        "virksomhet",
        "www.ntnu.no",
        "974 767 880",
        "er medlem av",
        "fra 2019",
        "Medlemsliste 2026",
        "medlemskap.csv, rad 31",
        "Også kalt",
    ):
        assert told in page.panel().inner_text()
    assert page.lit()["rows"] == [0]
    assert set(page.lit()["nodes"]) == set(page.picture["rows"][0]["nodes"])
    assert page.tab.locator("tr.lit").count() == 1
    assert "Rader i tabellen: 1" in page.said()


def test_a_click_on_a_label_selects_its_node(opened: Open) -> None:
    page = opened(answer())
    page.click_on("label", "network/helse")
    assert page.selected() == "network/helse"
    assert page.lit()["rows"] == [2]


def test_a_click_on_a_line_says_what_relates_what_since_when(opened: Open) -> None:
    page = opened(answer())
    line = page.picture["edges"][7]["id"]
    page.click_on("edge-label", line)
    assert page.selected() == line
    assert "er medlem av Kompetanseforum Fjordlandet" in " ".join(page.panel().inner_text().split())
    assert "2019" in page.panel().inner_text()
    assert page.lit()["rows"] == [0]


def test_a_click_beside_everything_and_escape_clear(opened: Open) -> None:
    page = opened(answer())
    page.click_on("node", "organisation/ntnu")
    page.tab.keyboard.press("Escape")
    assert page.selected() is None
    assert page.said() == "Ingenting er valgt."
    page.click_on("node", "organisation/ntnu")
    page.tab.locator("#drawing").click(position={"x": 8, "y": 8})
    page.tab.wait_for_timeout(350)
    assert page.selected() is None


def test_what_is_not_lit_fades(opened: Open) -> None:
    page = opened(answer())
    before = len(page.boxes("label"))
    page.click_on("node", "organisation/ntnu")
    assert {box["id"] for box in page.boxes("label")} == set(page.lit()["nodes"])
    assert len(page.boxes("label")) < before


def test_the_panel_leads_on_to_the_neighbours(opened: Open) -> None:
    page = opened(answer())
    page.click_on("node", "organisation/ntnu")
    page.panel().get_by_role("button", name="Kompetanseforum Fjordlandet").click()
    assert page.selected() == "network/forum"
    assert page.tab.evaluate("document.activeElement.textContent") == "Kompetanseforum Fjordlandet"


def test_a_node_with_many_connections_shows_twenty_and_then_all(opened: Open) -> None:
    hub = surroundings(50)
    for edge in hub["edges"]:
        edge["to"] = "node/0"
    page = opened(hub)
    page.click_on("node", "node/0")
    assert page.panel().locator(".links li").count() == 20
    page.panel().get_by_role("button", name="Vis alle 49").click()
    assert page.panel().locator(".links li").count() == 49


def test_the_legend_hides_and_shows_a_kind_and_a_relation(opened: Open) -> None:
    page = opened(answer())
    nodes, lines = len(page.boxes("node")), len(page.boxes("edge-label"))
    page.tab.get_by_label("virksomhet").uncheck()
    assert len(page.boxes("node")) == nodes - 4
    assert len(page.boxes("label")) == nodes - 4
    page.tab.get_by_label("virksomhet").check()
    assert len(page.boxes("node")) == nodes
    page.tab.get_by_label("er medlem av").uncheck()
    assert len(page.boxes("edge-label")) < lines
    assert len(page.boxes("node")) == nodes


def test_the_legend_draws_each_shape_and_each_line_of_its_own(opened: Open) -> None:
    page = opened(answer())
    kinds, relations = page.tab.locator("#legend fieldset").all()
    assert kinds.get_by_role("checkbox").count() == len(page.picture["kinds"])
    shapes = kinds.locator("svg").evaluate_all("all => all.map((one) => one.innerHTML)")
    dashes = relations.locator("line").evaluate_all("all => all.map((one) => one.getAttribute('stroke-dasharray'))")
    assert len(set(shapes)) == len(shapes)
    assert len(set(dashes)) == len(dashes)


def test_one_node_alone_and_nodes_in_one_place_are_drawn(opened: Open) -> None:
    alone = node("a", "Region", "Fjordlandet", (5, 5))
    row = {
        "cells": ["Fjordlandet", "", ""],
        "sort": ["", "", None],
        "nodes": ["a"],
        "edges": [],
        "subject": "a",
        "sources": [],
    }
    assert len(opened(picture("nb", [alone], [], [row])).boxes("label")) == 1
    twice = [alone, node("b", "Region", "Øyane", (5, 5))]
    assert len(opened(picture("nb", twice, [], [row])).boxes("node")) == 2


def test_the_picture_is_the_same_each_time(opened: Open) -> None:
    assert opened(surroundings(300)).boxes() == opened(surroundings(300)).boxes()
