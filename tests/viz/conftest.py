"""A real browser for the tests of pages: the system's Chromium, one a process."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.viz.opened import ARGUMENTS, Opened

Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens pictures as pages; afterwards none of them may have complained, or asked for anything but its file."""
    pages: list[Opened] = []

    def open_one(picture: dict[str, Any], width: int = 1280, height: int = 900, **how: Any) -> Opened:
        file = tmp_path / f"page-{len(pages)}.html"
        pages.append(Opened(chromium, picture, file, {"width": width, "height": height}, how))
        return pages[-1]

    yield open_one
    for page in pages:
        page.context.close()
    assert [page.complaints for page in pages] == [[] for _ in pages]
    assert all(request.partition("#")[0] == page.address for page in pages for request in page.requests)
