"""The page of a picture as text: what it allows, what it says, and that nothing in it comes from elsewhere."""

import base64
import hashlib
import html
import json
import re

import pytest

from graph_model.text import LANGUAGES, Lang
from tests.viz.pictures import answer, edge, node, picture, surroundings
from viz.fetch_vendor import FILES, Taken
from viz.network_data import network_data
from viz.page import PARTS, page
from viz.page_words import PAGE_WORDS

PLACEHOLDER = re.compile(r"\{(\w+)\}")


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy(text: str) -> str:
    (found,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    return html.unescape(found)


def test_the_policy_comes_first_and_allows_its_own_script_and_style_alone() -> None:
    text = page(answer(), "nb")
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert text.split("<head>\n")[1].startswith("<meta http-equiv")
    assert policy(text).split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{digest(script)}'",
        f"style-src 'sha256-{digest(style)}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_nothing_is_fetched_and_no_element_carries_script_or_style() -> None:
    text = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page(answer(), "nb"), flags=re.DOTALL)
    assert not re.findall(r"<[^>]*\s(src|style|on\w+|srcset|action|background)=", text)
    assert {href[0] for href in re.findall(r'href="([^"]*)"', text)} == {"#"}


def test_the_data_cannot_end_its_element() -> None:
    given = answer()
    given["nodes"][0]["name"] = "</script><script>1</script> & \u2028\u2029 <!-- ]]>"
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page(given, "nb"), re.DOTALL)
    assert not set("<>&\u2028\u2029") & set(data)
    assert json.loads(data)["picture"] == given


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_tells_what_it_is_without_running(lang: Lang) -> None:
    given = answer(lang)
    text = html.unescape(page(given, lang))
    assert f'<html lang="{lang}">' in text
    assert f"<title>{given['title']}</title>" in text
    for told in (given["moment"], given["summary"], *given["notes"], *(source["title"] for source in given["sources"])):
        assert told in text
    for row in given["rows"]:
        assert all(cell in text for cell in row["cells"])


def test_the_words_say_the_same_in_both_languages() -> None:
    for name, text in PAGE_WORDS.items():
        assert text.nb
        assert text.en
        assert set(PLACEHOLDER.findall(text.nb)) == set(PLACEHOLDER.findall(text.en)), name


def test_every_word_is_used() -> None:
    parts = "".join(file.read_text(encoding="utf-8") for file in PARTS.glob("page.html")) + "".join(
        file.read_text(encoding="utf-8") for file in PARTS.glob("*.js")
    )
    assert not [name for name in PAGE_WORDS if not re.search(rf"words\.{name}\b|\"{name}\"", parts)]


def test_an_answer_without_rows_has_a_summary_and_no_drawing() -> None:
    text = page(picture("nb", [], [], []), "nb")
    assert '<p class="summary">' in text
    assert 'id="drawing"' not in text.split("<script")[0]
    assert "<table" not in text.split("<script")[0]


def test_the_same_picture_gives_the_same_page() -> None:
    assert page(surroundings(40), "nb") == page(surroundings(40), "nb")


def test_network_data_has_places_as_ids_and_positions_as_given() -> None:
    given = answer()
    data = network_data(given)
    assert [item["id"] for item in data["nodes"]] == list(range(len(given["nodes"])))
    assert [(item["x"], item["y"]) for item in data["nodes"]] == [(item["x"], item["y"]) for item in given["nodes"]]
    assert all(item["physics"] is False for item in data["nodes"])
    ends = [(given["nodes"][item["from"]]["id"], given["nodes"][item["to"]]["id"]) for item in data["edges"]]
    assert ends == [(item["from"], item["to"]) for item in given["edges"]]
    assert {item["arrows"] for item in data["edges"]} == {"to"}


def test_edges_between_the_same_two_lie_beside_each_other() -> None:
    nodes = [node("a", "Region", "a", (0, 0)), node("b", "Region", "b", (200, 0)), node("c", "Region", "c", (400, 0))]
    edges = [
        edge("MEMBER_OF", "a", "b"),
        edge("MOBILISES", "b", "a"),
        edge("EMPLOYS", "a", "b"),
        edge("EMPLOYS", "b", "c"),
    ]
    curves = [item["smooth"] for item in network_data(picture("nb", nodes, edges, []))["edges"]]
    assert curves[3] is False  # alone between its two
    left = [
        item["roundness"] if (item["type"] == "curvedCW") == (edge["from"] == "a") else -item["roundness"]
        for item, edge in zip(curves, edges, strict=True)
        if isinstance(item, dict)
    ]
    assert len(set(left)) == len(left) == 2
    assert curves.count(False) == 2


def test_a_kind_of_node_and_of_relation_reaches_the_drawing_with_its_look() -> None:
    data = network_data(answer())
    assert (data["nodes"][0]["shape"], data["nodes"][0]["color"]) == ("star", "#D55E00")
    assert {str(item["dashes"]) for item in data["edges"]} == {"False", "[10, 5]", "[2, 4]", "[12, 4, 2, 4]"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.target.name)
def test_what_others_made_is_what_was_fetched(file: Taken) -> None:
    assert hashlib.sha256(file.target.read_bytes()).hexdigest() == file.sha256


def test_the_licences_of_what_is_in_the_page_are_in_the_page() -> None:
    text = page(answer(), "nb")
    for holder in ("Almende B.V", "Jorik Tangelder", "Sindre Sorhus", "Robert Kieffer", "Denis Pushkarev"):
        assert holder in text
