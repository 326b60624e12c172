"""Finding one's way on a page: the search, moving about in the picture, and the table by mouse and by keyboard."""

import pytest

from tests.viz.conftest import Open
from tests.viz.opened import Opened
from tests.viz.pictures import answer, surroundings

pytestmark = pytest.mark.needs("chromium")


def search(page: Opened, typed: str) -> list[str]:
    page.tab.get_by_role("combobox", name="Søk etter navn").press_sequentially(typed)
    return page.tab.get_by_role("option").locator("span").all_inner_texts()


def test_a_search_finds_names_and_aliases_as_one_types_in_any_case(opened: Open) -> None:
    page = opened(answer())
    assert search(page, "fjordråd") == ["Prosjektleder, Fjordrådet", "Fjordrådet"][::-1]
    assert page.said() == "Antall treff: 2"
    page.tab.keyboard.press("Escape")
    page.tab.get_by_role("combobox").fill("")
    assert search(page, "NOREGS") == ["NTNU – Norges teknisk-naturvitenskapelige universitet"]
    assert "Noregs" in page.tab.get_by_role("option").inner_text()


def test_a_search_without_matches_says_so(opened: Open) -> None:
    page = opened(answer())
    assert search(page, "finnes ikke") == []
    assert page.said() == "Ingen treff"


def test_arrow_keys_and_enter_choose_a_match(opened: Open) -> None:
    page = opened(answer())
    search(page, "kommune")
    page.tab.keyboard.press("ArrowDown")
    page.tab.keyboard.press("ArrowDown")
    field = page.tab.get_by_role("combobox")
    assert page.tab.locator(f"#{field.get_attribute('aria-activedescendant')}").inner_text().startswith("Øygarden")
    page.tab.keyboard.press("Enter")
    assert page.selected() == "municipality/oy"
    assert field.get_attribute("aria-expanded") == "false"
    assert "Øygarden kommune" in page.panel().inner_text()


def test_a_click_chooses_a_match_and_the_picture_goes_there(opened: Open) -> None:
    page = opened(surroundings(300))
    search(page, "kommune 297")
    page.tab.get_by_role("option").first.click()
    assert page.selected() == "node/297"
    (box,) = [box for box in page.boxes("node") if box["id"] == "node/297"]
    frame = page.tab.locator("#drawing").bounding_box()
    assert frame
    scrolled = page.tab.evaluate("scrollY")
    assert abs(box["x"] + box["width"] / 2 - frame["x"] - frame["width"] / 2) < 2
    assert abs(box["y"] + box["height"] / 2 - scrolled - frame["y"] - frame["height"] / 2) < 2
    assert [label for label in page.boxes("label") if label["id"] == "node/297"]


def test_a_match_of_a_hidden_kind_is_shown_again(opened: Open) -> None:
    page = opened(answer())
    page.tab.get_by_label("virksomhet").uncheck()
    search(page, "NTNU")
    page.tab.keyboard.press("Enter")
    assert page.tab.get_by_label("virksomhet").is_checked()
    assert [box for box in page.boxes("node") if box["id"] == "organisation/ntnu"]


def test_the_buttons_and_the_keys_enlarge_shrink_and_show_all(opened: Open) -> None:
    page = opened(surroundings(300))
    whole = page.scale()
    page.tab.get_by_role("button", name="Større").click()
    assert page.scale() > whole
    page.tab.get_by_role("button", name="Vis alt").click()
    assert page.scale() == pytest.approx(whole)
    page.tab.locator("#drawing").focus()
    before = page.boxes("node")[0]["x"]
    page.tab.keyboard.press("ArrowRight")
    assert page.boxes("node")[0]["x"] == pytest.approx(before - 60, abs=1)
    page.tab.keyboard.press("+")
    assert page.scale() > whole
    page.tab.keyboard.press("0")
    assert page.scale() == pytest.approx(whole)


def test_the_wheel_scrolls_the_page_and_with_ctrl_enlarges_the_picture(opened: Open) -> None:
    page = opened(answer(), height=500)
    frame = page.tab.locator("#drawing").bounding_box()
    assert frame
    whole = page.scale()
    page.tab.mouse.move(frame["x"] + 200, frame["y"] + 100)
    page.tab.mouse.wheel(0, 100)
    page.until("scrollY > 0")
    assert page.scale() == whole
    page.tab.keyboard.down("Control")
    page.tab.mouse.wheel(0, -100)
    page.until(f"window.kompetansegraf.scale() > {whole}")
    page.tab.keyboard.up("Control")


def test_hovering_a_row_lights_its_path_and_leaving_it_ends_that(opened: Open) -> None:
    page = opened(answer())
    page.tab.locator("tbody tr").nth(2).locator("td").first.hover()
    assert set(page.lit()["edges"]) == set(page.picture["rows"][2]["edges"])
    assert {box["id"] for box in page.boxes("label")} == set(page.picture["rows"][2]["nodes"])
    page.tab.locator("h1").hover()
    assert page.lit()["nodes"] == []
    assert page.selected() is None


def test_the_rows_are_walked_by_keyboard_and_light_their_paths(opened: Open) -> None:
    page = opened(answer())
    page.row("NTNU").focus()
    for at, key in ((1, "ArrowDown"), (2, "ArrowDown"), (3, "End"), (0, "Home")):
        page.tab.keyboard.press(key)
        assert page.lit()["rows"] == [at]
    page.tab.keyboard.press("Enter")
    assert page.selected() == "row 0"
    assert page.row("NTNU").get_attribute("aria-pressed") == "true"
    assert "Kompetanseforum Fjordlandet" in page.panel().inner_text()
    assert page.tab.evaluate("document.activeElement.textContent") == "NTNU"
    page.panel().get_by_role("button", name="Tilbake til raden").focus()
    page.tab.keyboard.press("Enter")
    assert page.tab.evaluate("document.activeElement.className") == "pick"
    page.tab.keyboard.press("Enter")
    assert page.selected() is None


def test_a_row_is_chosen_by_a_click_anywhere_in_it(opened: Open) -> None:
    page = opened(answer())
    page.tab.locator("tbody tr").nth(1).locator("td").nth(1).click()
    assert page.selected() == "row 1"


def test_the_headings_sort_words_as_norwegian_does_and_numbers_as_numbers(opened: Open) -> None:
    page = opened(answer())
    page.tab.get_by_role("button", name="Aktør").click()
    assert page.column(0) == ["Fagskolen i Vestfylket", "Fjordrådet", "NTNU", "Studiesenteret Åfjord"]
    heading = page.tab.get_by_role("columnheader", name="Aktør")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert page.said() == "Sortert etter Aktør, stigende."
    page.tab.get_by_role("button", name="Når").click()
    assert page.column(2) == ["4", "9", "12", ""]
    assert heading.get_attribute("aria-sort") is None
    page.tab.get_by_role("button", name="Når").press("Enter")
    assert page.column(2) == ["12", "9", "4", ""]


def test_a_sorted_row_still_lights_its_own_path(opened: Open) -> None:
    page = opened(answer())
    page.tab.get_by_role("button", name="Aktør").click()
    page.row("Fagskolen i Vestfylket").click()
    assert set(page.lit()["nodes"]) == set(page.picture["rows"][2]["nodes"])


def test_a_source_number_leads_to_its_source(opened: Open) -> None:
    page = opened(answer())
    page.tab.locator("tbody tr").first.get_by_role("link", name="Kilde 2").click()
    assert page.tab.locator("li:target").inner_text().startswith("Medlemsliste 2026")


def test_the_first_tab_leads_to_the_table(opened: Open) -> None:
    page = opened(answer())
    page.tab.keyboard.press("Tab")
    assert page.tab.evaluate("document.activeElement.textContent") == "Gå til tabellen"
    page.tab.keyboard.press("Enter")
    page.tab.keyboard.press("Tab")
    assert page.tab.evaluate("document.activeElement.closest('#table') !== null")


def in_sight(page: Opened, what: str) -> bool:
    """Whether the top of an element is on the screen."""
    return bool(
        page.tab.evaluate(
            "(what) => { const { top } = document.querySelector(what).getBoundingClientRect(); "
            "return top >= 0 && top < window.innerHeight - 40; }",
            what,
        )
    )


@pytest.mark.parametrize("width", [1280, 360])
def test_a_chosen_row_brings_its_picture_and_back(opened: Open, width: int) -> None:
    page = opened(answer(), width=width, height=500)
    page.row("NTNU").click()
    assert in_sight(page, "#picture-part")
    assert not in_sight(page, "tr.lit")
    page.panel().get_by_role("button", name="Tilbake til raden").click()
    assert in_sight(page, "tr.lit")


def test_a_chosen_row_shows_what_was_hidden_of_its_path(opened: Open) -> None:
    page = opened(answer())
    everything = len(page.boxes("node"))
    page.tab.get_by_label("virksomhet").uncheck()
    page.tab.get_by_label("er medlem av").uncheck()
    page.row("NTNU").click()
    assert len(page.boxes("node")) == everything
    assert page.tab.get_by_label("virksomhet").is_checked()
    assert page.tab.get_by_label("er medlem av").is_checked()


def test_a_search_without_matches_says_so_to_the_eye_too(opened: Open) -> None:
    page = opened(answer())
    page.tab.get_by_label("Søk etter navn").fill("finnes ikke")
    assert page.tab.get_by_text("Ingen treff").first.is_visible()
    page.tab.get_by_label("Søk etter navn").fill("NTNU")
    assert not page.tab.locator("#no-match").is_visible()


def test_each_connection_in_the_panel_cites_its_own_source(opened: Open) -> None:
    page = opened(answer())
    page.click_on("node", "organisation/ntnu")
    links = page.panel().locator(".links li", has_text="er medlem av Kompetanseforum Fjordlandet")
    assert links.get_by_role("link", name="Kilde 2").count() == 1
