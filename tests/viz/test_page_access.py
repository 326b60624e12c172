"""A page for everybody: checked by axe-core, on a telephone, enlarged, printed, without motion, without script."""

from pathlib import Path
from typing import Any

import pytest

from graph_model.text import LANGUAGES
from tests.viz.conftest import Open
from tests.viz.opened import Opened
from tests.viz.pictures import answer, picture, surroundings
from viz.fetch_vendor import TEST_VENDOR

pytestmark = pytest.mark.needs("chromium")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def violations(page: Opened) -> list[tuple[str, Any]]:
    """What axe-core finds, with the element that it is about."""
    page.tab.evaluate((TEST_VENDOR / "axe.min.js").read_text(encoding="utf-8"))
    found = page.tab.evaluate("(rules) => axe.run({ runOnly: rules })", RULES)
    return [(one["id"], node["html"][:200]) for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_as_opened_and_when_used(opened: Open, lang: str, width: int) -> None:
    page = opened(answer(lang), width=width)
    assert violations(page) == []
    page.tab.locator("details.help summary").click()
    page.row("NTNU").click()
    page.tab.get_by_role("combobox").press_sequentially("fjord")
    page.tab.keyboard.press("ArrowDown")
    assert violations(page) == []
    page.tab.keyboard.press("Enter")
    page.tab.locator("thead button").first.click()
    assert violations(page) == []


def test_axe_finds_nothing_on_large_and_on_empty_pages(opened: Open) -> None:
    assert violations(opened(surroundings(300))) == []
    assert violations(opened(picture("nb", [], [], []))) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_speaks_one_language(opened: Open, lang: str) -> None:
    page = opened(answer(lang))
    page.row("NTNU").click()
    read = page.tab.locator("body").inner_text().casefold()
    other = {
        "nb": ["source", "picture", "search", "larger", "points", "show all"],
        "en": ["kilde", "bilde", "søk", "større", "punkt", "vis alt"],
    }[lang]
    assert not [word for word in other if word in read]
    assert page.tab.locator("html").get_attribute("lang") == lang


@pytest.mark.parametrize("size", [(360, 740), (640, 450), (320, 640)])
def test_a_narrow_or_enlarged_page_is_used_without_scrolling_sideways(opened: Open, size: tuple[int, int]) -> None:
    page = opened(surroundings(60), *size)
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.tab.locator("tbody button").first.click()
    page.tab.get_by_role("combobox").press_sequentially("Nordmarka")
    page.tab.keyboard.press("Enter")
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    drawing, panel = page.tab.locator("#drawing").bounding_box(), page.panel().bounding_box()
    assert drawing
    assert panel
    assert panel["y"] >= drawing["y"] + drawing["height"]
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= size[0]


def test_the_facts_stand_beside_the_picture_where_there_is_room(opened: Open) -> None:
    page = opened(answer())
    page.row("NTNU").click()
    drawing, panel = page.tab.locator("#drawing").bounding_box(), page.panel().bounding_box()
    assert drawing
    assert panel
    assert panel["x"] >= drawing["x"] + drawing["width"]


def test_turning_the_telephone_fits_the_picture_anew(opened: Open) -> None:
    page = opened(surroundings(60), 360, 740)
    narrow = page.scale()
    page.tab.set_viewport_size({"width": 740, "height": 360})
    page.until(f"window.kompetansegraf.scale() > {narrow} * 1.5")
    page.tab.set_viewport_size({"width": 360, "height": 740})
    page.until(f"window.kompetansegraf.scale() < {narrow} * 1.05")


def test_nothing_moves_by_itself_where_motion_is_turned_off(opened: Open) -> None:
    page = opened(surroundings(300), reduced_motion="reduce")
    page.tab.get_by_role("combobox").press_sequentially("kommune 297")
    page.tab.keyboard.press("Enter")
    at_once = page.boxes("node")
    page.tab.wait_for_timeout(400)
    assert page.boxes("node") == at_once
    assert page.tab.evaluate("document.getAnimations().length") == 0
    moving = (
        "[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s').length"
    )
    assert page.tab.evaluate(moving) == 0


def test_print_on_a4_has_the_picture_whole_the_table_and_the_sources(opened: Open, tmp_path: Path) -> None:
    page = opened(surroundings(60))
    page.tab.emulate_media(media="print")
    page.tab.set_viewport_size({"width": 690, "height": 1000})  # what A4 leaves between its margins
    canvas = page.tab.locator("#drawing canvas").bounding_box()
    assert canvas
    assert canvas["width"] <= 690
    assert canvas["height"] <= 800
    for hidden in ("#tools", "#panel", ".skip", "#legend input >> nth=0"):
        assert not page.tab.locator(hidden).is_visible()
    for shown in ("#legend svg >> nth=0", "table", "#source-2", "h1", ".summary"):
        assert page.tab.locator(shown).is_visible()
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= 690
    file = tmp_path / "page.pdf"
    page.tab.pdf(path=file, format="A4")
    assert file.read_bytes().startswith(b"%PDF")


def test_print_holds_what_is_selected(opened: Open) -> None:
    page = opened(answer())
    page.row("NTNU").click()
    page.tab.emulate_media(media="print")
    assert page.panel().is_visible()
    assert not page.panel().get_by_role("button", name="Nullstill").is_visible()


def test_without_script_the_table_and_the_sources_are_the_answer(opened: Open) -> None:
    page = opened(answer(), java_script_enabled=False)
    assert page.tab.get_by_text("skript er slått av").is_visible()
    assert page.tab.get_by_role("rowheader", name="NTNU").is_visible()
    assert page.tab.locator("#source-1").is_visible()
    assert not page.tab.locator("#tools").is_visible()


def test_an_empty_answer_says_its_summary(opened: Open) -> None:
    page = opened(picture("nb", [], [], []))
    assert page.tab.locator(".summary").is_visible()
    assert page.tab.locator("canvas, table").count() == 0
