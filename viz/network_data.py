"""The nodes and edges of a picture as vis-network takes them; the only module that knows pyvis."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import dist
from typing import Any

from viz.drawn import FEW, MARK, Place

Edges = list[Mapping[str, Any]]
_BEND = 0.25


def network_data(picture: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """
    The picture's nodes and edges, positions given and physics off.

    Their ids are their places in the picture's lists: an id from a list never becomes a key in the page.
    """
    from pyvis.edge import Edge  # pyvis takes a second to import: it brings all of IPython
    from pyvis.network import Network

    kinds = {kind["id"]: kind for kind in picture["kinds"]}
    relations = {relation["id"]: relation for relation in picture["relations"]}
    places = {node["id"]: place for place, node in enumerate(picture["nodes"])}
    network = Network(directed=True)
    for place, node in enumerate(picture["nodes"]):
        kind = kinds[node["kind"]]
        network.add_node(
            place,
            label=node["label"] or node["name"],
            shape=kind["shape"],
            color=kind["colour"],
            x=node["x"],
            y=node["y"],
            physics=False,
        )
    edges: Edges = picture["edges"]
    for place, (edge, bend) in enumerate(zip(edges, _bends(edges, picture["nodes"]), strict=True)):
        relation = relations[edge["kind"]]
        # Network.add_edge looks both ends up in a list of all nodes: four seconds at 5,000 nodes and 20,000 edges
        network.edges.append(
            Edge(
                places[edge["from"]],
                places[edge["to"]],
                directed=True,
                id=place,
                color=relation["colour"],
                dashes=relation["dashes"] or False,
                width=relation["width"],
                smooth=_curve(bend),
            ).options
        )
    return {"nodes": network.nodes, "edges": network.edges}


def _bends(edges: Edges, nodes: Sequence[Mapping[str, Any]]) -> list[float]:
    """How far each edge bends to its left: around nodes in its way, and so that edges of one pair lie side by side."""
    at = {node["id"]: (node["x"], node["y"]) for node in nodes}
    marks = list(at.values()) if len(nodes) <= FEW else []
    between: dict[frozenset[str], list[int]] = defaultdict(list)
    for place, edge in enumerate(edges):
        between[frozenset((edge["from"], edge["to"]))].append(place)
    bends = [0.0] * len(edges)
    for places in between.values():
        first = edges[places[0]]
        is_blocked = any(_near(mark, at[first["from"]], at[first["to"]]) for mark in marks)
        middle = (len(places) - 1) / 2 - is_blocked
        for turn, place in enumerate(places):
            side = 1 if edges[place]["from"] <= edges[place]["to"] else -1
            bends[place] = side * _BEND * (turn - middle)
    return bends


def _near(mark: Place, start: Place, end: Place) -> bool:
    """Whether a line passes through a mark that is not at one of its ends."""
    length = dist(start, end)
    if mark in (start, end) or not length:
        return False
    (x, y), (x1, y1), (x2, y2) = mark, start, end
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length
    across = abs((x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)) / length
    return 0 < along < length and across < MARK / 2


def _curve(bend: float) -> dict[str, Any] | bool:
    if not bend:
        return False
    return {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
