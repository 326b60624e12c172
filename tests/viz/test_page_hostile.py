"""Text from a list is text on a page, whatever it looks like: nothing of it runs, and all of it is shown."""

import itertools
from typing import Any

import pytest

from tests.viz.conftest import Open
from tests.viz.pictures import Picture, surroundings

pytestmark = pytest.mark.needs("chromium")
PATTERNS = (
    "<img src=x onerror=ran({})>",
    "</script><script>ran({})</script>",
    "<script>ran({})</script>",
    "javascript:ran({})",
    '<a href="javascript:ran({})">her</a>',
    '" onmouseover="ran({})" x="',
    "' onfocus='ran({})' autofocus='",
    "<svg onload=ran({})>",
    "<iframe srcdoc='<script>parent.ran({})</script>'>",
    "<!-- {} --><b>",
    "]]>{}<![CDATA[",
    "{{{{constructor.constructor('ran({})')()}}}}",
    "${{ran({})}}",
    "`ran({})`",
    "\\u003cscript>ran({})\\u003c/script>",
    "&lt;img src=x onerror=ran({})&gt;",
    "<style>*{{display:none}}</style>{}",
    "<base href=//x.invalid/>{}",
    "<meta http-equiv=refresh content=0;url=//x.invalid/{}>",
    "<link rel=stylesheet href=//x.invalid/{}>",
    "\u202egnirts desrever {}\u202c",
    "\u200f\u200e\u2066{}\u2069",
    "👩‍👩‍👧‍👦 🇳🇴 {} é\u0301\u0301\u0301",
    "\u2028{}\u2029",
    "{} \x00\x1b[31m\x7f",
    "__proto__ {}",
    "constructor {}",
    '=HYPERLINK("//x.invalid/{}")',
    "{}; DROP TABLE noder; --",
    "%00%0d%0a{}",
    "<object data=//x.invalid/{}>",
    "<form action=//x.invalid/{}><button>",
    "<math><mi xlink:href=//x.invalid/{}>",
    "ÆØÅ æøå {}",
)
COUNT = 1000
FOREIGN = "body :is(img, iframe, base, meta, link, object, form, math), main :is(style, script)"
HANDLERS = "document.querySelectorAll('[onerror], [onload], [onmouseover], [onfocus]').length"
WATCH = "window.ran = (which) => { window.didRun = which; }"


def hostile() -> "itertools.chain[str]":
    """Strings that would do something if anything read them as more than text, without end and all different."""
    some = (pattern.format(number) for number in itertools.count() for pattern in PATTERNS)
    return itertools.chain(["__proto__", "constructor", "x" * 10_000, "Å" * 5_000 + " " + "<b>" * 1_700], some)


def hostile_picture(texts: "itertools.chain[str]") -> Picture:
    """A picture all of whose texts are hostile: more than a thousand of them."""
    given = surroundings(120)
    for node in given["nodes"]:
        node |= {"name": (name := next(texts)), "label": name, "also": [next(texts), next(texts)]}
        node["facts"] = [{"label": next(texts), "value": next(texts)}, {"label": "notat", "value": next(texts)}]
    for edge in given["edges"]:
        edge["facts"] = [{"label": next(texts), "value": next(texts)}]
    for row in given["rows"]:
        row["cells"] = [next(texts), next(texts), "1"]
        row["sort"] = [row["cells"][0], row["cells"][1], 1]
    for labelled in (*given["kinds"], *given["relations"], *given["columns"]):
        labelled["label"] = next(texts)
    given["columns"][0]["unit"] = next(texts)
    given["sources"] = [{"number": n + 1, "title": next(texts), "places": next(texts)} for n in range(2)]
    given |= {
        "title": next(texts),
        "moment": next(texts),
        "summary": next(texts),
        "notes": list(itertools.islice(texts, 20)),
    }
    return given


def strings(value: Any) -> int:
    """How many texts there are in a value."""
    if isinstance(value, dict):
        return sum(map(strings, value.values()))
    return sum(map(strings, value)) if isinstance(value, list) else int(isinstance(value, str))


def test_a_thousand_hostile_texts_are_shown_and_none_of_them_runs(opened: Open) -> None:
    given = hostile_picture(hostile())
    assert strings(given) > COUNT
    page = opened(given)
    page.tab.evaluate(WATCH)
    assert len(page.boxes("node")) == len(given["nodes"])
    assert page.tab.locator(FOREIGN).count() == 0
    assert page.tab.title() == " ".join(given["title"].split())
    notes = [note.replace("\0", "") for note in given["notes"]]  # HTML has no such sign
    assert page.tab.locator(".notes li").all_text_contents() == notes
    for place in range(0, len(given["rows"]), 7):
        page.tab.locator("tbody button").nth(place).click()
        assert page.panel().locator("h3").text_content() == given["rows"][place]["cells"][0]
    page.tab.keyboard.press("Escape")
    assert page.tab.evaluate("window.didRun") is None


def test_every_hostile_node_is_found_by_its_name_and_shown_as_it_is(opened: Open) -> None:
    given = hostile_picture(hostile())
    page = opened(given)
    page.tab.evaluate(WATCH)
    field = page.tab.get_by_role("combobox")
    for node in given["nodes"][::3]:
        field.fill(node["name"])
        page.tab.get_by_role("option").first.hover()
        field.press("Enter")
        assert page.panel().locator("h3").text_content() == node["name"]
        assert page.panel().locator("dd").all_text_contents() == [fact["value"] for fact in node["facts"]]
    assert page.tab.evaluate("window.didRun") is None
    assert page.tab.evaluate(HANDLERS) == 0


def test_ids_and_kinds_may_be_the_names_of_javascripts_own(opened: Open) -> None:
    given = surroundings(12)
    for node, name in zip(given["nodes"], ("__proto__", "constructor", "toString", "hasOwnProperty"), strict=False):
        for edge in given["edges"]:
            for end in ("from", "to"):
                edge[end] = name if edge[end] == node["id"] else edge[end]
        for row in given["rows"]:
            row["nodes"] = [name if key == node["id"] else key for key in row["nodes"]]
            row["subject"] = name if row["subject"] == node["id"] else row["subject"]
        node["id"] = name
    page = opened(given)
    page.click_on("node", "__proto__")
    assert page.selected() == "__proto__"
    assert page.lit()["edges"]


@pytest.mark.parametrize("width", [1280, 360])
def test_very_long_texts_do_not_break_the_page(opened: Open, width: int) -> None:
    given = surroundings(20)
    given["nodes"][3]["name"] = given["nodes"][3]["label"] = given["rows"][2]["cells"][0] = "W" * 10_000
    given["kinds"][0]["label"] = given["relations"][0]["label"] = "ord " * 2_500
    page = opened(given, width=width)
    page.tab.locator("tbody button").nth(2).click()
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
    assert all(box["width"] < 400 for box in page.boxes("label", "edge-label"))
    drawing = page.tab.locator("#drawing").bounding_box()
    assert drawing
    assert drawing["y"] < 2_000
