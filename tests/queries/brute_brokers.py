"""The question `brokers` once more, from its definition alone and in the plainest way, to judge the program by.

The roles are Gould and Fernandez's own, of arcs; shortest ways are counted, and sums of fractions are exact.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple, TypedDict, TypeVar

from tests.queries.brute_density import At, without_what_is_over
from tests.queries.brute_mobilisers import Facts, alphabetical, found

By = Literal["region", "type"]
Group = frozenset[str] | None
Node = TypeVar("Node", bound=Hashable)
Tied = Mapping[Node, set[Node]]
LIAISON, GATEKEEPER, REPRESENTATIVE, ITINERANT, COORDINATOR = (
    "liaison", "gatekeeper", "representative", "itinerant", "coordinator",
)  # fmt: skip
ROLES = {
    LIAISON: "liaison",
    GATEKEEPER: "gatekeeper-representative",
    ITINERANT: "itinerant-broker",
    COORDINATOR: "coordinator",
}


class BrokerRow(TypedDict):
    """A row of the answer without its remarks; everything is given by name."""

    actor: str
    group: str | None
    role: str | None
    between: str
    pairs: int
    coordinator: int
    itinerant: int
    gatekeeper_representative: int
    liaison: int
    unclassified: int
    betweenness: Fraction
    constraint: Fraction
    effective_size: Fraction


def brute_brokers(facts: Facts, region: str | None, by: By, first: dt.date, last: dt.date) -> list[BrokerRow]:
    """Who stands between the actors of a region, or of all, at a time from its first to its last day."""
    at = At(without_what_is_over(facts), "collaboration", first, last)
    return Brokers(at, found(facts, "Region", region) if region else None, by).rows()


# Networks of any kind of node


def arc_roles(tied: Tied[Node], groups: Mapping[Node, object], j: Node) -> Counter[str]:
    """How often a node is in each of the five roles, each tie being an arc each way; of three whose groups are known.

    Directly from Gould and Fernandez: over all i -> j -> k without i -> k.
    """
    counts: Counter[str] = Counter()
    for i, k in itertools.permutations(tied, 2):
        if j in (i, k) or j not in tied[i] or k not in tied[j] or k in tied[i]:
            continue
        a, b, c = groups[i], groups[j], groups[k]
        if None in (a, b, c):
            continue
        if a == b == c:
            counts[COORDINATOR] += 1
        elif a == c:
            counts[ITINERANT] += 1
        elif b == c:
            counts[GATEKEEPER] += 1
        elif a == b:
            counts[REPRESENTATIVE] += 1
        else:
            counts[LIAISON] += 1
    return counts


class Ways(NamedTuple):
    """How far each node is from one, and in how many shortest ways it is reached."""

    steps: dict[Hashable, int]
    number: Counter[Hashable]


def shortest_ways(tied: Tied[Node], start: Node) -> Ways:
    """The shortest ways from a node, step by step."""
    ways = Ways({start: 0}, Counter({start: 1}))
    border = [start]
    while border:
        further = {other for node in border for other in tied[node] if other not in ways.steps}
        for other in further:
            ways.number[other] = sum(ways.number[node] for node in border if node in tied[other])
        ways.steps.update(dict.fromkeys(further, ways.steps[border[0]] + 1))
        border = list(further)
    return ways


def betweenness(tied: Tied[Node], j: Node) -> Fraction:
    """Freeman's betweenness of a node as a share of all pairs of others."""
    others = [node for node in tied if node != j]
    ways = {node: shortest_ways(tied, node) for node in tied}
    total = Fraction(0)
    for s, t in itertools.combinations(others, 2):
        steps, number = ways[s]
        if t in steps and j in steps and steps[j] + ways[j].steps[t] == steps[t]:
            total += Fraction(number[j] * ways[j].number[t], number[t])
    return total / Fraction(len(others) * (len(others) - 1), 2)


def share(tied: Tied[Node], x: Node, y: Node) -> Fraction:
    """Burt's p: how much of what x has goes into its tie to y."""
    return Fraction(1, len(tied[x])) if y in tied[x] else Fraction(0)


def constraint(tied: Tied[Node], j: Node) -> Fraction:
    """Burt's constraint of a node."""
    return sum(
        (
            (share(tied, j, i) + sum(share(tied, j, q) * share(tied, q, i) for q in tied if q not in (i, j))) ** 2
            for i in tied[j]
        ),
        Fraction(0),
    )


def effective_size(tied: Tied[Node], j: Node) -> Fraction:
    """Burt's effective size of a node, as he has it: each contact less what of it is redundant."""
    return sum(
        (1 - sum((share(tied, j, q) for q in tied[i] if q != j), Fraction(0)) for i in tied[j]),
        Fraction(0),
    )


# The question


class Brokers:
    """The network that is asked about."""

    def __init__(self, at: At, region: str | None, by: By) -> None:
        self.at, self.region, self.by = at, region, by
        actors = at.actors_in(region) if region else set(at.actors)
        self.tied: dict[str, set[str]] = {actor: set() for actor in actors}
        for one, other in itertools.combinations(sorted(actors), 2):
            if at.starts(one, other):
                self.tied[one].add(other)
                self.tied[other].add(one)
        self.compared = self.find_compared()
        self.groups = {actor: self.group(actor) for actor in actors}

    def rows(self) -> list[BrokerRow]:
        """The rows in their order."""
        rows = {actor: self.row(actor) for actor in self.tied if self.pairs(actor)}
        return [rows[actor] for actor in sorted(rows, key=lambda actor: self.order(actor, rows[actor]))]

    def order(self, actor: str, row: BrokerRow) -> tuple[object, ...]:
        """By pairs of two groups, by all pairs, by name and id."""
        across = row["gatekeeper_representative"] + row["liaison"]
        return -across, -row["pairs"], alphabetical(self.at.name(actor)), actor

    def pairs(self, actor: str) -> list[tuple[str, str]]:
        """The open pairs of an actor."""
        at = self.at
        return [
            (one, other)
            for one, other in itertools.combinations(sorted(self.tied[actor]), 2)
            if other not in self.tied[one]
            and one not in at.above("PART_OF", other)
            and other not in at.above("PART_OF", one)
        ]

    def row(self, actor: str) -> BrokerRow:
        """The row of an actor."""
        pairs = self.pairs(actor)
        near = {node: set(others) for node, others in self.tied.items()}
        for one, other in itertools.combinations(self.tied[actor], 2):
            if (one, other) not in pairs and (other, one) not in pairs:
                near[one].add(other)
                near[other].add(one)
        arcs = arc_roles(near, self.groups, actor)
        assert arcs[GATEKEEPER] == arcs[REPRESENTATIVE]
        counts = {role: arcs[role] // (1 if role == GATEKEEPER else 2) for role in ROLES}
        most = max(counts.values())
        return {
            "actor": self.at.name(actor),
            "group": None if self.groups[actor] is None else self.group_name(self.groups[actor]),
            "role": next(ROLES[role] for role in ROLES if counts[role] == most) if most else None,
            "between": self.between(actor, pairs),
            "pairs": len(pairs),
            "coordinator": counts[COORDINATOR],
            "itinerant": counts[ITINERANT],
            "gatekeeper_representative": counts[GATEKEEPER],
            "liaison": counts[LIAISON],
            "unclassified": len(pairs) - sum(counts.values()),
            "betweenness": betweenness(self.tied, actor),
            "constraint": constraint(self.tied, actor),
            "effective_size": effective_size(self.tied, actor),
        }

    def between(self, actor: str, pairs: list[tuple[str, str]]) -> str:
        """In words, in Norwegian, between whom an actor stands."""
        numbers: Counter[tuple[object, str]] = Counter()
        for one, other in pairs:
            groups = self.groups[one], self.groups[other]
            if None in (self.groups[actor], *groups):
                numbers[(1,), "ukjent gruppe"] += 1
                continue
            keys = sorted({(self.group_order(group), self.group_name(group)) for group in groups})
            names = [name for _, name in keys]
            words = f"innad: {names[0]}" if len(names) == 1 else " – ".join(names)
            numbers[(0, *(key for key, _ in keys)), words] += 1
        unknown_last = sorted(numbers, key=lambda key: (key[0] == (1,), -numbers[key], key[0]))
        said = [f"{key[1]} ({numbers[key]})" for key in unknown_last]
        if len(said) > 3:
            return ", ".join(said[:3]) + f" og {len(said) - 3} til"
        return " og ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)

    # Groups

    def group(self, actor: str) -> Group:
        """The group of an actor."""
        at = self.at
        if self.by == "type":
            return frozenset(at.ends_of("OF_TYPE", actor)) or None
        if not at.ends_of("LOCATED_IN", actor) and not at.scope(actor):
            return None
        return frozenset(region for region in self.compared if at.is_in(actor, region))

    def group_name(self, group: Group) -> str:
        """What a group is called."""
        assert group is not None
        if group:
            return "/".join(self.at.name(node) for node in sorted(group, key=self.node_order))
        widest = self.widest()
        if len(widest) != 1:
            return "ellers"
        return f"{self.at.name(widest[0])} ellers" if self.compared else self.at.name(widest[0])

    def group_order(self, group: Group) -> tuple[object, ...]:
        """What groups are sorted by."""
        assert group is not None
        return not group, *sorted(self.node_order(node) for node in group)

    def node_order(self, node: str) -> tuple[str, str]:
        """The name in Norwegian order, then the id."""
        return alphabetical(self.at.name(node)), node

    def widest(self) -> list[str]:
        """The region that is asked about, or those that are part of none."""
        return [self.region] if self.region else self.at.outermost()

    def is_municipality(self, region: str) -> bool:
        """Whether a region is a municipality, and exists."""
        node = self.at.nodes[region]
        there = node["begins"] <= self.at.last and node["ends"] >= self.at.first
        return node["type"] == "municipality" and there

    def find_compared(self) -> list[str]:
        """The regions that are compared."""
        level = {region for region in self.widest() if not self.is_municipality(region)}
        while level:
            if len(level) > 1:
                return sorted(level)
            parts = {part for region in level for part in self.at.starts_of("PART_OF", region)}
            level = {part for part in parts if not self.is_municipality(part)}
        everything = {region for region, node in self.at.nodes.items() if node["kind"] == "Region"}
        inside = {region for region in everything if any(self.at.within(region, wide) for wide in self.widest())}
        return sorted(region for region in inside if self.is_municipality(region))
