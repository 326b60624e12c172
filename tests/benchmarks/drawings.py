"""How soon a page shows its picture, beside pyvis' own default page of the same nodes and edges, in a real browser.

The first drawing is taken to be there when the browser asks for the next frame after the one in which the page drew its
first mark or line on a canvas: then it has put that on the screen. Both pages draw in the callback of a frame, and all
of the graph at once, pyvis' when its physics has come to rest. Time runs from the start of the navigation. The browser
is offline, or what a firewall does with pyvis' requests for Bootstrap would decide.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as TooLateError

from tests.benchmarks.county_lists import Chance
from tests.benchmarks.county_words import company_names
from tests.benchmarks.in_process import LANG
from tests.benchmarks.turns import by_turns, timed
from tests.viz.opened import ARGUMENTS
from tests.viz.pictures import KINDS, RELATIONS, Picture, edge, node, picture, row
from viz.drawn import Drawn, Place
from viz.layout import laid_out
from viz.page import page

Edge = dict[str, Any]
SIZES = (60, 300, 2_000, 5_000)
MOST_SECONDS = 60
"""A page that has drawn nothing by then is given up."""
_SHARES = (2, 1, 4, 3, 88, 2)
_TIES, _SLOPE = (1, 1, 2, 4, 5, 8), 0.8
_TOLD = "first drawing at "
_TELLS = f"""(() => {{
  const marks = CanvasRenderingContext2D.prototype;
  const {{ fill, stroke }} = marks;
  const tell = () => console.debug("{_TOLD}" + performance.now());
  const first = (drawing) =>
    function (...given) {{
      Object.assign(marks, {{ fill, stroke }});
      requestAnimationFrame(tell);
      return drawing.apply(this, given);
    }};
  Object.assign(marks, {{ fill: first(fill), stroke: first(stroke) }});
}})();"""


class Drawing(NamedTuple):
    """What the page of a graph took.

    Parameters
    ----------
    nodes, relations: how large the graph is.
    layout, page: the seconds of the layout, and of making the page; its libraries are imported before.
    size: the bytes of the page.
    drawn, pyvis: the seconds until the first drawing of the page, and of pyvis'; infinite where it was given up, None
        where it was not opened.
    """

    nodes: int
    relations: int
    layout: float
    page: float
    size: int
    drawn: float | None
    pyvis: float | None

    def ratio(self) -> float | None:
        """How many times as long pyvis' page took; at least so many, where it was given up."""
        return min(self.pyvis, MOST_SECONDS) / self.drawn if self.pyvis and self.drawn else None


def measured(count: int, repeat: int, *, beside_pyvis: bool = True) -> Drawing:
    """Lay a graph out, make its page and open it, and open pyvis' page of it once."""
    drawn, made = graph(count)
    places = laid_out(drawn)
    show = partial(page, _placed(made, places), LANG)
    html = show()
    layout, making = by_turns(repeat, timed(partial(laid_out, drawn)), timed(show))
    ours, pyvis = _opened(html, pyvis_page(made) if beside_pyvis else "", repeat)
    return Drawing(count, len(made["edges"]), layout, making, len(html.encode()), ours, pyvis)


def graph(count: int, seed: int = 1) -> tuple[Drawn, Picture]:
    """A graph to be laid out, and its picture without places: like a county's, some have most of the relations.

    As in the picture of a whole graph, each node has a row, and on it its relations and the nodes at their other ends.
    """
    edges = _edges(count, Chance(seed))
    ties: dict[str, list[Edge]] = {_key(at): [] for at in range(count)}
    for one in edges:
        for end in {one["from"], one["to"]}:
            ties[end].append(one)
    ranks = {key: rank for rank, key in enumerate(sorted(ties, key=lambda key: -len(ties[key])), 1)}
    kinds = Chance(seed).rng.choices(list(KINDS), _SHARES, k=count)
    nodes = [
        node(key, kind, name, (0, 0), rank=ranks[key])
        for key, kind, name in zip(ties, kinds, islice(company_names(), count), strict=True)
    ]
    rows = [row(one["name"], one["kind"], len(ties[one["id"]]), ties[one["id"]], one["id"]) for one in nodes]
    labels = {one["id"]: one["label"].split("\n") for one in nodes}
    links = [(one["from"], one["to"]) for one in edges]
    return Drawn(labels, links, [], [], {}), picture(LANG, nodes, edges, rows)


def _edges(count: int, chance: Chance) -> list[Edge]:
    """Some three and a half relations a node, most of them to few nodes; some pairs have several."""
    made = {}
    for at in range(count):
        for _ in range(chance.rng.choice(_TIES)):
            other = chance.skewed(count, _SLOPE)
            if other != at:
                one = edge(chance.rng.choice(list(RELATIONS)), _key(at), _key(other))
                made[one["id"]] = one
    return list(made.values())


def _key(at: int) -> str:
    return f"organisation/{at}"


def _placed(made: Picture, places: Mapping[str, Place]) -> Picture:
    nodes = [{**one, "x": places[one["id"]][0], "y": places[one["id"]][1]} for one in made["nodes"]]
    return {**made, "nodes": nodes}


def pyvis_page(made: Picture) -> str:
    """The page that pyvis makes by default, but with direction: without, it drops second relations of a pair."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for one in made["nodes"]:
        network.add_node(one["id"], label=one["name"])
    for one in made["edges"]:
        network.add_edge(one["from"], one["to"])
    html: str = network.generate_html()
    return html


def _opened(ours: str, pyvis: str, repeat: int) -> tuple[float | None, float | None]:
    """The seconds until the first drawing of both pages, of what there is to open and to open it in."""
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        if not browser:
            return None, None
        file, beside = Path(folder, "page.html"), Path(folder, "pyvis.html")
        file.write_text(ours, encoding="utf-8")
        beside.write_text(pyvis, encoding="utf-8")
        (drawn,) = by_turns(repeat, partial(_first_drawing, browser, file))
        return drawn, _first_drawing(browser, beside) if pyvis else None


@contextmanager
def _browser() -> Iterator[Browser | None]:
    """The system's Chromium, if it is there: one for each graph, so that no page that was given up goes on beside."""
    path = shutil.which("chromium")
    if not path:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def _first_drawing(browser: Browser, file: Path) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    tab = context.new_page()
    tab.add_init_script(_TELLS)
    try:
        with tab.expect_console_message(lambda said: said.text.startswith(_TOLD), timeout=MOST_SECONDS * 1000) as told:
            tab.goto(file.as_uri(), wait_until="commit")
        return float(told.value.text.removeprefix(_TOLD)) / 1000
    except TooLateError:
        return inf
    finally:
        context.close()
