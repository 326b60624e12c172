"""What surrounds something once more, from its definition alone and in the plainest way, to judge the program by.

Whatever is asked is found by going over all facts, again and again; of the program only the catalogue is read, for its
order of kinds and its words for relations.
"""

import datetime as dt
from typing import NamedTuple, TypedDict

from graph_model import catalogue
from tests.queries.brute_mobilisers import Facts, Holding, PlainRelation, alphabetical

SHARED = ["Region", "ActorType", "TargetGroup", "Field"]
NOT_IN_THE_WHOLE = ["ActorType", "TargetGroup", "Field", "Source"]
NOT_REACHED = ["Source"]

Called = tuple[str, str]
"""A node as it is compared: its kind and its name."""
Tie = tuple[str, Called, Called]
"""A relation as it is compared: its kind and its ends."""


class Surrounding(TypedDict):
    """A row of the answer."""

    name: str
    kind: str
    distance: int
    through: str | None
    links: int


class Surrounded(NamedTuple):
    """A row, and the relations of its paths."""

    row: Surrounding
    ties: list[Tie]


def brute_surroundings(
    facts: Facts, around: str | None, region: str | None, depth: int, first: dt.date, last: dt.date
) -> list[Surrounded]:
    """What surrounds a node or a region, by id, at a time from its first to its last day; without either, all."""
    time = Time(facts, first, last)
    if around:
        return time.answer({around}, depth)
    if region:
        return time.answer({region} | time.below("PART_OF", region), depth, region)
    return time.answer(time.whole(), 0)


class Time(Holding):
    """The facts that hold at a time, with what is reached over them."""

    def __init__(self, facts: Facts, first: dt.date, last: dt.date) -> None:
        super().__init__(facts, first, last)
        self.first, self.last = first, last
        self.relations = [fact for fact in self.relations if fact["kind"] != "COLLABORATES_WITH"]

    def whole(self) -> set[str]:
        """All nodes that exist on a day of the time, but for types of actor, target groups, fields and sources."""
        return {
            node_id
            for node_id, node in self.nodes.items()
            if node["kind"] not in NOT_IN_THE_WHOLE and max(node["begins"], self.first) <= min(node["ends"], self.last)
        }

    def distances(self, start: set[str], depth: int) -> dict[str, int]:
        """All that is reached from the start, and at which distance."""
        distances = dict.fromkeys(start, 0)
        for nearer in range(depth):
            leads_on = {node for node, distance in distances.items() if self.leads_from(node, distance, nearer)}
            for fact in self.relations:
                for one, other in ((fact["start"], fact["end"]), (fact["end"], fact["start"])):
                    if one in leads_on and other not in distances and self.joins(other, nearer):
                        distances[other] = nearer + 1
        return distances

    def leads_from(self, node: str, distance: int, wanted: int) -> bool:
        """Whether the way goes on from a node, and its distance is the one that is wanted."""
        return distance == wanted and (distance == 0 or self.nodes[node]["kind"] not in SHARED)

    def joins(self, node: str, nearer: int) -> bool:
        """Whether a node can be reached from what is at a distance: what many share, from the start alone."""
        kind = self.nodes[node]["kind"]
        return kind not in NOT_REACHED and (nearer == 0 or kind not in SHARED)

    # The answer

    def answer(self, start: set[str], depth: int, asked: str | None = None) -> list[Surrounded]:
        """One row a node, in the order of the answer; the region that is asked for goes before its parts."""
        distances = self.distances(start, depth)
        among = [fact for fact in self.relations if fact["start"] in distances and fact["end"] in distances]
        ordered = sorted(distances, key=lambda node: (node != asked, self.order(node, distances[node])))
        return [self.surrounded(node, distances, among) for node in ordered]

    def order(self, node: str, distance: int) -> tuple[int, int, str, str]:
        """By distance, then by kind, then by name; what is equal in these, by id."""
        kinds = [kind.kind() for kind in catalogue.NODES]
        known = self.nodes[node]
        return distance, kinds.index(known["kind"]), alphabetical(known["name"]), node

    def surrounded(self, node: str, distances: dict[str, int], among: list[PlainRelation]) -> Surrounded:
        """The row of a node, with its relations to the others."""
        own = [fact for fact in among if node in (fact["start"], fact["end"])]
        row: Surrounding = {
            "name": self.nodes[node]["name"],
            "kind": self.nodes[node]["kind"],
            "distance": distances[node],
            "through": self.through(node, distances, own),
            "links": len(own),
        }
        ties = [(fact["kind"], self.called(fact["start"]), self.called(fact["end"])) for fact in own]
        return Surrounded(row, sorted(ties))

    def through(self, node: str, distances: dict[str, int], own: list[PlainRelation]) -> str | None:
        """How a node was reached, in words: the relation as read from it, and the name of the node that is nearer."""
        if distances[node] == 0:
            return None
        nearer = distances[node] - 1
        ways = [fact for fact in own if self.leads_from(other := other_end(fact, node), distances[other], nearer)]
        fact = min(ways, key=lambda way: self.order_of_way(way, node))
        kind = catalogue.relation_kind(fact["kind"])
        words = kind.label if fact["start"] == node else kind.inverse
        return f"{words.nb} {self.nodes[other_end(fact, node)]['name']}"

    def order_of_way(self, fact: PlainRelation, node: str) -> tuple[int, str, str]:
        """By the catalogue's order of kinds, the name of the node that is nearer, and the key."""
        kinds = [kind.kind() for kind in catalogue.RELATIONS]
        name = self.nodes[other_end(fact, node)]["name"]
        return kinds.index(fact["kind"]), alphabetical(name), fact["key"]

    def called(self, node: str) -> Called:
        """A node as it is compared."""
        return self.nodes[node]["kind"], self.nodes[node]["name"]


def other_end(fact: PlainRelation, node: str) -> str:
    """The other end of a relation of a node."""
    return fact["end"] if fact["start"] == node else fact["start"]
