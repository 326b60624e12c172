"""The layout of surroundings: what is asked for in the middle, and the others around it by their distance."""

import math
from collections.abc import Iterator
from itertools import count, islice

import networkx as nx

from viz.drawn import FEW, GAP, LINE, MARK, Drawn, Place, rounded

_CELL, _WIDEST, _MOST_LINES, _BREADTH = 180, 850, 4, 1.4
_CLOSEST, _LOOSEST, _ACROSS = 48, 110, 1_000  # between the nodes of a circle, and about across the whole


def rings(drawn: Drawn) -> dict[str, Place]:
    """The place of each node: the asked one in the middle, else the best connected; the others around it by distance.

    Where the nodes are few, each has a cell that is large enough for its label. Those of one distance are in the order
    of their kinds and names, and beyond the first distance in the direction of those that they are tied to.
    """
    graph = drawn.graph()
    distances = drawn.distances or _distances(graph)
    if not distances:
        return {}
    order = sorted(distances, key=lambda node: (distances[node], node not in drawn.asked, node))
    middle, others = order[0], order[1:]
    places = {middle: (0.0, 0.0)}
    spots = islice(_cells(drawn) if len(order) <= FEW else _circles(len(order)), len(others))
    for distance in sorted({distances[node] for node in others}):
        some = [node for node in others if distances[node] == distance]
        there = sorted(islice(spots, len(some)), key=_angle)
        toward = {node: _toward(graph, node, places, at / len(some)) for at, node in enumerate(some)}
        some.sort(key=lambda node: (toward[node], node))
        places |= dict(zip(some, there, strict=True))
    return rounded(places)


def _distances(graph: "nx.Graph[str]") -> dict[str, int]:
    """How far each node is from the best connected one; what it is not tied to comes last."""
    middle = max(graph, key=lambda node: (graph.degree(node), node), default=None)
    found = nx.single_source_shortest_path_length(graph, middle) if middle else {}
    return dict.fromkeys(graph, max(found.values(), default=0) + 1) | dict(found)


def _toward(graph: "nx.Graph[str]", node: str, places: dict[str, Place], share: float) -> float:
    """The direction in which a node is drawn: to those that it is tied to, else its share of the circle."""
    tied = [places[other] for other in graph[node] if other in places and places[other] != (0.0, 0.0)]
    x, y = (sum(axis) for axis in zip(*tied, strict=True)) if tied else (0.0, 0.0)
    return _angle((x, y)) if (x, y) != (0.0, 0.0) else 2 * math.pi * share


def _angle(place: Place) -> float:
    """The direction of a place from the middle: 0 is up, and it grows as the hands of a clock move."""
    x, y = place
    return math.atan2(x, -y) % (2 * math.pi)


def _cells(drawn: Drawn) -> Iterator[Place]:
    """The cells of a wall of bricks, the nearest to the middle first, but for the one there."""
    lines = min(_MOST_LINES, max(len(label) for label in drawn.labels.values()))
    high = MARK + LINE * lines + GAP
    needed = len(drawn.labels) * _CELL * high
    width = min(_WIDEST, math.sqrt(needed * _BREADTH))
    reach = len(drawn.labels)
    bricks = [
        ((column + row % 2 / 2) * _CELL, row * high)
        for row in range(-reach, reach + 1)
        for column in range(-reach, reach + 1)
    ]
    inside = [brick for brick in bricks if brick != (0, 0) and 2 * abs(brick[0]) <= width]
    yield from sorted(
        inside, key=lambda brick: (math.hypot(brick[0] / width, brick[1] * width / needed), _angle(brick))
    )


def _circles(nodes: int) -> Iterator[Place]:
    """Places on circles around the middle, from the inside, the closer the more nodes there are."""
    apart = min(_LOOSEST, max(_CLOSEST, _ACROSS / math.sqrt(nodes)))
    for ring in count(1):
        radius = ring * apart * _BREADTH
        most = int(2 * math.pi * radius / apart)
        for at in range(most):
            angle = 2 * math.pi * (at + ring % 2 / 2) / most
            yield radius * math.sin(angle), -radius * math.cos(angle)
