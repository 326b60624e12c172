"""A page that is open in a browser, and what a person does with it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, ViewportSize

from tests.viz.pictures import Picture
from viz.page import page as html_of

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
Box = dict[str, Any]


class Opened:
    """A picture's page, opened from its file; everything that it says on the console or asks for is kept."""

    def __init__(self, browser: Browser, picture: Picture, file: Path, size: ViewportSize, how: dict[str, Any]) -> None:
        file.write_text(html_of(picture, picture["lang"]), encoding="utf-8")
        self.picture = picture
        self.address = file.as_uri()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.context = browser.new_context(viewport=size, **how)
        self.tab = self.context.new_page()
        self.tab.on("console", self._heard)
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("dialog", self._asked)
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.goto(self.address)
        if picture["rows"] and how.get("java_script_enabled", True):
            self.until("window.kompetansegraf?.drawnAt() > 0")

    def _asked(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def _heard(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def until(self, holds: str) -> None:
        """Wait until an expression holds; Playwright's own waiting evaluates in the page, which its policy forbids."""
        for _ in range(600):
            if self.tab.evaluate(holds):
                return
            self.tab.wait_for_timeout(25)
        raise AssertionError(holds)

    def boxes(self, *what: str) -> list[Box]:
        """The boxes of nodes, labels and edge labels as drawn, in pixels of the page."""
        self.settle()
        boxes: list[Box] = self.tab.evaluate("window.kompetansegraf.boxes()")
        return [box for box in boxes if not what or box["what"] in what]

    def settle(self) -> None:
        """Wait until what has changed is drawn."""
        self.tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def lit(self) -> dict[str, Any]:
        """What is lit up: the ids of nodes and edges, the numbers of rows."""
        found: dict[str, Any] = self.tab.evaluate("window.kompetansegraf.lit()")
        return found

    def selected(self) -> Any:
        return self.tab.evaluate("window.kompetansegraf.selected()")

    def scale(self) -> float:
        return float(self.tab.evaluate("window.kompetansegraf.scale()"))

    def click_on(self, what: str, key: str) -> None:
        """Click the middle of a node, of its label or of an edge's label."""
        self.tab.evaluate("window.scrollTo(0, 0)")
        (box,) = [box for box in self.boxes(what) if box["id"] == key]
        self.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.tab.wait_for_timeout(350)  # the library waits whether a second click makes it a double one

    def panel(self) -> Locator:
        return self.tab.locator("#panel")

    def said(self) -> str:
        """What a screen reader was told last."""
        return self.tab.locator("#said").inner_text()

    def column(self, at: int) -> list[str]:
        """The cells of a column of the table, from the top."""
        return self.tab.locator(f"tbody tr > :nth-child({at + 1})").all_inner_texts()

    def row(self, name: str) -> Locator:
        return self.tab.locator("tbody").get_by_role("button", name=name, exact=True)


def overlapping(boxes: list[Box], least: float = 0.5) -> list[tuple[str, str]]:
    """The pairs of boxes of which one covers the other, by more than so much of a pixel."""
    return [
        (f"{one['what']} {one['id']}", f"{other['what']} {other['id']}")
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if _shared(one, other, "x", "width") > least and _shared(one, other, "y", "height") > least
    ]


def _shared(one: Box, other: Box, start: str, length: str) -> float:
    return float(min(one[start] + one[length], other[start] + other[length]) - max(one[start], other[start]))
