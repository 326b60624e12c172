"""Small random worlds, the same for the same seed: lists that claim every kind of fact that the questions read."""

import itertools
import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from graph_model import brokering, brokering_relations, nodes, relations
from graph_model.actor_types import BROADER_TYPES, ActorTypeCode
from graph_model.kind import Node, Relation
from graph_model.nodes import RegionType
from graph_model.problems import Place
from graph_model.roles import Area
from graph_model.statements import NodeClaim, Provenance, Reference, RelationClaim, SourceClaims
from graph_model.values import Choice, first_day

WORDS = ("Alm", "bjerk", "einer", "Furu", "gran", "osp", "Pil", "Ærfugl", "ærlig", "Ørn", "øre", "Ås", "åre")
FIRST_YEAR, LAST_YEAR = 2020, 2022
LEVELS = (RegionType.COUNTRY, RegionType.COUNTY, RegionType.REGION, RegionType.MUNICIPALITY)

T = TypeVar("T")


def random_facts(seed: int) -> SourceClaims:
    """What one list says of a random world: regions, groups, actors of every kind, and relations between them."""
    return _World(random.Random(seed)).claims


WORLDS = st.integers(0, 2**32 - 1).map(random_facts)
"""Such worlds for Hypothesis, of which the seed is drawn."""
OF_WORLDS = settings(deadline=None, derandomize=True, database=None, max_examples=12)
"""How a test of such worlds runs: each is a graph of its own."""


class _World:
    """A world that grows: names of nodes that are claimed, and the claims.

    No two nodes have one name, no two relations are one fact, none leads to where it starts, and of what is part of
    something or narrower than something, the wider one was always claimed before: there are no circles.
    """

    def __init__(self, rng: random.Random) -> None:
        self.claims = SourceClaims("random", "")
        self._rng = rng
        self._facts: set[tuple[object, ...]] = set()
        self._levels = self._claim_regions()
        self._regions = [region for level in self._levels for region in level]
        self._groups = self._claim_nodes(nodes.TargetGroup, 4, 7)
        self._types = self._choose_types()
        self._organisations = self._claim_nodes(nodes.Organisation, 8, 16)
        self._networks = self._claim_nodes(nodes.Network, 3, 6)
        self._programmes = self._claim_nodes(nodes.Programme, 2, 3)
        self._positions = self._claim_nodes(nodes.Position, 2, 4)
        self._actors = [*self._organisations, *self._networks, *self._programmes, *self._positions]
        self._relate_hierarchies()
        self._relate_places()
        self._relate_employers()
        self._relate_ties()
        self._relate_mobilisation()
        self._relate_collaborations()
        self._relate_matters()
        self._relate_funds()

    # Nodes

    def _claim_regions(self) -> list[list[str]]:
        """Five to twelve regions on two to four levels; most are part of one of the level above, some of two."""
        count, depth = self._rng.randint(5, 12), self._rng.randint(2, 4)
        types = LEVELS[-depth:]
        sizes = [1] * depth
        for _ in range(count - depth):
            sizes[max(self._rng.randrange(depth), self._rng.randrange(depth))] += 1
        levels = [
            [
                self._claim_node(nodes.Region, self._sometimes_typed(kind) | self._sometimes_dated(nodes.Region, 0.08))
                for _ in range(size)
            ]
            for kind, size in zip(types, sizes, strict=True)
        ]
        for wider, level in itertools.pairwise(levels):
            for region in level:
                for parent in self._some(wider, self._pick({1: 6, 2: 3, 0: 1})):
                    self._relate(relations.PartOf, region, parent, dated=0.25)
        return levels

    def _sometimes_typed(self, kind: RegionType) -> dict[str, object]:
        return {"type": kind} if self._chance(0.9) else {}

    def _choose_types(self) -> list[ActorTypeCode]:
        """Three to five types, some of them the broader and narrower ones of each other."""
        broad = self._some(list(BROADER_TYPES), 2)
        narrow = [narrower for wider in broad for narrower in self._some(BROADER_TYPES[wider], 2)]
        return self._some([broad[0], *narrow, *broad[1:]], self._rng.randint(3, 5))

    def _claim_nodes(self, kind: type[Node], fewest: int, most: int) -> list[str]:
        return [
            self._claim_node(kind, self._sometimes_dated(kind, 0.25) | self._sometimes_a_forum(kind))
            for _ in range(self._rng.randint(fewest, most))
        ]

    def _sometimes_a_forum(self, kind: type[Node]) -> dict[str, object]:
        if kind is not nodes.Network:
            return {}
        return {"type": nodes.NetworkType.FORUM if self._chance(0.7) else nodes.NetworkType.CLUSTER}

    def _claim_node(self, kind: type[Node], values: dict[str, object]) -> str:
        """Claim a node of a name that no other has; returns the name."""
        number = len(self.claims.nodes) + 1
        name = f"{self._rng.choice(WORDS)} {number:02}"
        self.claims.nodes.append(NodeClaim(kind, {"name": name, **values}, self._place("nodes", number), Provenance()))
        return name

    # Relations

    def _relate_hierarchies(self) -> None:
        for at, group in enumerate(self._groups[1:], 1):
            for broader in self._some(self._groups[:at], self._pick({1: 7, 2: 2, 0: 1})):
                self._relate(relations.Broader, group, broader, dated=0.2)
        for actors, chance in ((self._organisations, 0.3), (self._networks, 0.2), (self._programmes, 0.5)):
            for at, actor in enumerate(actors[1:], 1):
                if self._chance(chance):
                    self._relate(relations.PartOf, actor, self._rng.choice(actors[:at]), dated=0.4)

    def _relate_places(self) -> None:
        for actor in [*self._organisations, *self._networks]:
            chance = 0.8 if actor in self._organisations else 0.3
            for _ in range(self._pick({1: 5, 2: 1}) if self._chance(chance) else 0):
                regions = self._levels[-1] if self._chance(0.8) else self._regions
                self._relate(relations.LocatedIn, actor, self._rng.choice(regions), dated=0.2)
        for actor in self._actors:
            for region in self._some(self._regions, self._pick({0: 6, 1: 3, 2: 1})):
                self._relate(relations.Covers, actor, region, dated=0.4)

    def _relate_employers(self) -> None:
        for organisation in self._organisations:
            for actor_type in self._some(self._types, self._pick({1: 8, 0: 1, 2: 1})):
                self._relate(relations.OfType, organisation, actor_type.label.nb, dated=0.1)
            for group in self._some(self._groups, self._pick({1: 4, 2: 2, 0: 2})):
                headcount = {"headcount": self._rng.randint(1, 500)} if self._chance(0.3) else {}
                self._relate(relations.Employs, organisation, group, headcount, dated=0.3)

    def _relate_ties(self) -> None:
        for network in self._networks:
            for actor in self._some(self._actors, self._rng.randint(0, 5)):
                self._relate_member(actor, network)
            for actor_type in self._some(self._types, self._pick({0: 3, 1: 2, 2: 1})):
                self._relate(relations.Gathers, network, actor_type.label.nb, dated=0.4)
            for _ in range(self._pick({0: 3, 1: 1, 2: 1})):
                meeting = self._claim_node(nodes.Meeting, self._sometimes_dated(nodes.Meeting, 0.9))
                self._relate(relations.MeetingOf, meeting, network, dated=0)
        self._relate_councils()
        for run in [*self._networks, *self._programmes, *self._some(self._organisations, 2)]:
            for actor in self._some(self._actors, self._pick({0: 2, 1: 3, 2: 1})):
                self._relate(relations.Runs, actor, run, dated=0.5)
                if self._chance(0.3):
                    self._mobilise(actor, run)
        for position in self._positions:
            for host in self._some([*self._organisations, *self._programmes], self._pick({0: 1, 1: 4, 2: 3})):
                self._relate(relations.HeldAt, position, host, dated=0.6)

    def _relate_councils(self) -> None:
        for council in self._some(self._organisations, 2):
            for actor in self._some(self._organisations, self._rng.randint(1, 4)):
                self._relate_member(actor, council)

    def _relate_member(self, actor: str, gathering: str) -> None:
        """A membership, of some a second period or another role."""
        for _ in range(self._pick({1: 5, 2: 1})):
            role = self._rng.choice([None, relations.MemberRole.LEADER, *relations.MemberRole])
            self._relate(relations.MemberOf, actor, gathering, {"role": role} if role else {}, dated=0.6)

    def _relate_mobilisation(self) -> None:
        types = [code.label.nb for code in self._types]
        for actor in self._actors:
            for _ in range(self._pick({0: 4, 1: 3, 2: 2, 3: 1})):
                audience = self._rng.choice([self._groups, self._actors, self._organisations, types])
                self._mobilise(actor, self._rng.choice(audience))

    def _mobilise(self, actor: str, whom: str) -> None:
        """A mobilisation in some regions or none, seldom only planned or attempted."""
        values: dict[str, object] = {}
        if self._chance(0.45):
            regions = self._some(self._regions, self._rng.randint(1, 2))
            values["regions"] = [Reference(region, Area, self._next_place()) for region in regions]
        if self._chance(0.15):
            values["status"] = self._rng.choice(list(relations.MobilisationStatus))
        if self._chance(0.5):
            values["medium"] = self._some(list(relations.Medium), self._rng.randint(1, 2))
        self._relate(relations.Mobilises, actor, whom, values, dated=0.6)

    def _relate_collaborations(self) -> None:
        """Collaborations of one to four parties: half of these are organisations, the others actors of any kind."""
        self._collaborations = self._claim_matters(brokering.Collaboration, 5, 10, brokering.ActivityStatus)
        for collaboration in self._collaborations:
            count = self._pick({1: 1, 2: 4, 3: 3, 4: 2})
            organisations = self._some(self._organisations, self._rng.randint(0, count))
            for party in [*organisations, *self._some(self._actors, count - len(organisations))]:
                self._relate(brokering_relations.TakesPartIn, party, collaboration, dated=0.35)

    def _relate_matters(self) -> None:
        self._offerings = self._claim_matters(brokering.Offering, 2, 6, brokering.ActivityStatus)
        for offering in self._offerings:
            for actor in self._some(self._actors, self._rng.randint(0, 2)):
                self._relate(brokering_relations.Offers, actor, offering, dated=0.2)
        for need in self._claim_matters(brokering.Need, 1, 3, brokering.NeedStatus):
            for actor in self._some(self._actors, self._rng.randint(0, 2)):
                self._relate(brokering_relations.Needs, actor, need, dated=0.4)

    def _relate_funds(self) -> None:
        funded = [*self._organisations, *self._networks, *self._programmes, *self._offerings, *self._collaborations]
        for _ in range(self._rng.randint(0, 4)):
            values = {"amount": 1000.0 * self._rng.randint(1, 99)} if self._chance(0.5) else {}
            funder, whom = self._rng.choice(self._actors), self._rng.choice(funded)
            self._relate(brokering_relations.Funds, funder, whom, values, dated=0.4)

    def _claim_matters(self, kind: type[Node], fewest: int, most: int, statuses: type[Choice]) -> list[str]:
        """Claim nodes that have a status, or of which none is known."""
        claimed = []
        for _ in range(self._rng.randint(fewest, most)):
            # The first status, planned or open, is rarely decisive, and so twice as frequent.
            status = {"status": self._rng.choice([*statuses, *list(statuses)[:1]])} if self._chance(0.6) else {}
            claimed.append(self._claim_node(kind, {**status, **self._sometimes_dated(kind, 0.6)}))
        return claimed

    def _relate(
        self, kind: type[Relation], start: str, end: str, values: Mapping[str, object] | None = None, *, dated: float
    ) -> None:
        """Claim a relation, unless it leads to where it starts or is claimed already; with a chance of dates."""
        values = {**(values or {}), **self._sometimes_dated(kind, dated)}
        regions = values.get("regions", [])
        assert isinstance(regions, list)
        fact = kind, start, end, values.get("since"), frozenset(region.text for region in regions)
        if start == end or fact in self._facts:
            return
        self._facts.add(fact)
        place = self._next_place()
        first, second = (Reference(text, role, place) for text, role in zip((start, end), kind.ends, strict=True))
        self.claims.relations.append(RelationClaim(kind, first, second, values, place, Provenance()))

    # Chance

    def _sometimes_dated(self, kind: type[Node] | type[Relation], chance: float) -> dict[str, object]:
        """With a chance, a begin or an end or both, in the fields that the kind has for them."""
        if not kind.lasts or not self._chance(chance):
            return {}
        begin, finish = kind.lasts
        if begin == finish:
            return {begin: self._date()}
        since, until = sorted((self._date(), self._date()), key=first_day)
        given = self._rng.choice([{begin}, {begin}, {finish}, {begin, finish}])
        return {name: date for name, date in ((begin, since), (finish, until)) if name in given}

    def _date(self) -> str:
        """A year, a month or a day."""
        year, month, day = self._rng.randint(FIRST_YEAR, LAST_YEAR), self._rng.randint(1, 12), self._rng.randint(1, 28)
        return self._rng.choice([f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"])

    def _chance(self, chance: float) -> bool:
        return self._rng.random() < chance

    def _pick(self, weights: dict[int, int]) -> int:
        """One of the numbers, each as often as its weight says."""
        return self._rng.choices(list(weights), list(weights.values()))[0]

    def _some(self, items: Sequence[T], count: int) -> list[T]:
        return self._rng.sample(items, min(count, len(items)))

    def _place(self, sheet: str, row: int) -> Place:
        return Place("random", sheet, row)

    def _next_place(self) -> Place:
        return self._place("relations", len(self.claims.relations) + 1)
