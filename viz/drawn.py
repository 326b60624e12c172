"""What is laid out in a picture, and what every layout goes by.

Lengths are in pixels at full size; x grows to the right, y downwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

Place = tuple[float, float]
FEW = 60
"""Up to so many nodes each has room for its label."""
MARK, LINE, GAP = 34, 17, 8
"""The height of a node's mark, of each line of its label, and of what is free between two nodes."""


@dataclass(frozen=True)
class Drawn:
    """What is to be laid out.

    Parameters
    ----------
    labels: the lines of each node's label.
    links: the two ends of each relation.
    asked: the nodes that are asked about.
    answers: the nodes that the rows are about, in the order of the rows; none where all are.
    distances: how far each node is from what is asked for, where the layout is by distance.
    """

    labels: Mapping[str, Sequence[str]]
    links: Sequence[tuple[str, str]]
    asked: Sequence[str]
    answers: Sequence[str]
    distances: Mapping[str, int]

    def graph(self) -> "nx.Graph[str]":
        """The nodes and their relations, in a fixed order and without direction."""
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(sorted(self.labels))
        graph.add_edges_from(sorted(link for link in self.links if link[0] != link[1]))
        return graph


def rounded(places: Mapping[str, Place]) -> dict[str, Place]:
    """Places to a tenth of a pixel, so that one machine's last digit is another's."""
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in places.items()}
