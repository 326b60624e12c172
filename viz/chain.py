"""The layout of an answer: a chain from what is asked for, on the left, to what answers it, on the right."""

from collections.abc import Collection, Mapping, Sequence
from itertools import count
from math import ceil
from textwrap import wrap

import networkx as nx

from viz.drawn import GAP, LINE, MARK, Drawn, Place, rounded

_NARROWEST, _WIDEST, _WIDTH = 210, 320, 640  # between two columns; of all of them
_IN_A_LANE, _LANES, _SWEEPS = 14, 6, 6
_NARROW, _NARROW_LINE = 1.4, 14


def chain(drawn: Drawn) -> dict[str, Place]:
    """The place of each node: columns by distance from what is asked for, the answers in the last.

    Within a column the nodes are in the order of the mean place of those that they are tied to (the barycentre method
    of Sugiyama, Tagawa and Toda, 1981), the answers in the order of their rows.
    """
    graph = drawn.graph()
    columns = _columns(drawn, graph)
    fixed = set(drawn.answers)
    heights = _heights(columns)
    for _ in range(_SWEEPS):
        for column in [*reversed(columns), *columns]:
            if not fixed.issuperset(column):
                order = {node: at for at, node in enumerate(column)}
                column.sort(key=lambda node: (_mean(graph, node, heights, order), order[node]))
                heights |= _heights([column])
    return rounded(_placed(columns, drawn))


def _columns(drawn: Drawn, graph: "nx.Graph[str]") -> list[list[str]]:
    """The columns from the left: what is asked for, the ways to the answers, these, and what lies behind them."""
    answers = {node for node in drawn.answers if node not in drawn.asked}
    ways = graph.subgraph(node for node in graph if node not in answers)
    at = _steps(ways, drawn.asked)
    last = max(at.values(), default=-1) + 1
    first = [node for node in sorted(answers) if not at.keys().isdisjoint(graph[node])] or sorted(answers)
    behind = graph.subgraph(node for node in graph if node not in at)
    at |= {node: last + step for node, step in _steps(behind, first).items()}
    columns: dict[int, list[str]] = {}
    for node in [*drawn.asked, *drawn.answers, *graph]:
        column = columns.setdefault(at.get(node, last + 1), [])
        if node not in column:
            column.append(node)
    return [columns[column] for column in sorted(columns)]


def _steps(graph: "nx.Graph[str]", start: Collection[str]) -> dict[str, int]:
    """How far nodes are from those to start from, by the fewest relations."""
    there = {node for node in start if node in graph}
    found: dict[str, int] = nx.multi_source_dijkstra_path_length(graph, there, weight=lambda *_: 1) if there else {}
    return found


def _heights(columns: Sequence[Sequence[str]]) -> dict[str, float]:
    """How far down each node stands, from -0.5 to 0.5."""
    return {node: (at + 0.5) / len(column) - 0.5 for column in columns for at, node in enumerate(column)}


def _mean(graph: "nx.Graph[str]", node: str, heights: Mapping[str, float], order: Collection[str]) -> float:
    """How far down those stand that a node is tied to, but for those of its own column."""
    tied = [heights[other] for other in graph[node] if other not in order]
    return sum(tied) / len(tied) if tied else heights[node]


def _placed(columns: Sequence[Sequence[str]], drawn: Drawn) -> dict[str, Place]:
    lanes = _lanes(columns)
    gaps = max(1, len(lanes) - 1)
    apart = min(_WIDEST, max(_NARROWEST, _WIDTH / gaps))
    # A picture that is wider than the page is shrunk, but its labels are not: they get more lines, and more height.
    shrunk = max(1.0, apart * gaps / _WIDTH)
    places: dict[str, Place] = {}
    for at, (lane, shift) in enumerate(lanes):
        rooms = [shrunk * (MARK + GAP + LINE * _lines(drawn.labels[node], shrunk)) for node in lane]
        top = -sum(rooms) / 2 + shift * max(rooms)
        for node, room in zip(lane, rooms, strict=True):
            places[node] = (at * apart, top + MARK / 2)
            top += room
    return places


def _lines(label: Sequence[str], shrunk: float) -> int:
    return len(label) if shrunk < _NARROW else len(wrap(" ".join(label), _NARROW_LINE))


def _lanes(columns: Sequence[Sequence[str]]) -> list[tuple[list[str], float]]:
    """Long columns as lanes beside each other, each a little lower than the one before; not too many of them."""
    counts = [len(column) for column in columns]
    most = next(
        most for most in count(_IN_A_LANE) if sum(ceil(one / most) for one in counts) <= max(_LANES, len(counts))
    )
    return [
        (list(column[at::lanes]), at / lanes - (lanes - 1) / (2 * lanes))
        for column in columns
        for lanes in (ceil(len(column) / most),)
        for at in range(lanes)
    ]
