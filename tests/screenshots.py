"""The pictures of pages that the README shows, taken anew in the system's Chromium: ``make screenshots``."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from graph_model.embedded import EmbeddedStore
from graph_model.text import Lang
from loaders.shipped import examples
from queries.answer import Answer
from queries.asking import ask
from queries.context import Context, as_of
from queries.question import all_questions
from queries.surroundings import surroundings
from tests.lists import loaded, trondelag
from tests.viz.opened import ARGUMENTS
from viz.answer_picture import picture
from viz.page import page

DOCS = Path(__file__).parents[1] / "docs"
LANG: Lang = "nb"
DAY = "2026-11-25"
WIDTH, HEIGHT = 1280, 900


def pages(store: EmbeddedStore) -> dict[str, str]:
    """The page of the demo, and surroundings of some 10, 60 and 200 nodes from the same data, by their files' names."""
    with store.reading() as snapshot:
        context = Context(snapshot, as_of(DAY), LANG)

        def made(answer: Answer, title: str) -> str:
            return page(picture(context, answer, title), LANG)

        question = all_questions()["mobilisers"]
        answer = ask(snapshot, question, examples()["mobilisers"], LANG, time=DAY)
        found = {
            "rundt-ntnu": surroundings(snapshot, LANG, around="NTNU", as_of=DAY),
            "i-namdalen": surroundings(snapshot, LANG, region="Namdalen", as_of=DAY),
            "hele-grafen": surroundings(snapshot, LANG, as_of=DAY),
        }
        drawn = {name: made(around, title.to(LANG)) for name, (around, title) in found.items()}
        return {"demo": made(answer, question.worded(answer.parameters).to(LANG)), **drawn}


def take(browser: Browser, html: Path, to: Path) -> None:
    """A picture of the top of a page, down to the end of its drawing."""
    tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    tab.goto(html.as_uri())
    tab.wait_for_timeout(1_000)
    box = tab.locator("#drawing").bounding_box()
    assert box
    high = int(box["y"] + box["height"]) + 30
    tab.screenshot(path=to, full_page=True, clip={"x": 0, "y": 0, "width": WIDTH, "height": high})
    tab.close()


def main() -> None:
    """Take them all."""
    DOCS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        store = loaded(Path(folder) / "graph", trondelag())
        for name, text in pages(store).items():
            html = Path(folder) / f"{name}.html"
            html.write_text(text, encoding="utf-8")
            take(browser, html, DOCS / f"{name}.png")
        store.close()
        browser.close()


if __name__ == "__main__":
    main()
