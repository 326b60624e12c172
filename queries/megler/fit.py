"""Which offerings meet which needs at one time: as a list says, or computed from field, level, group and place."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from graph_model.brokering import ActivityStatus, Need, Offering
from queries import matters as of_matters
from queries.context import Context
from queries.cypher import checked
from queries.edges import Path
from queries.hierarchy import Hierarchy
from queries.hops import Hop
from queries.matters import Matter, matters
from queries.scopes import Scopes

MEETS = Hop("MEETS", "Offering", "Need", "end")
CYPHER = checked({**of_matters.CYPHER, MEETS.kind: MEETS.cypher})
_LIVE = (ActivityStatus.RUNNING, ActivityStatus.PLANNED, None)


class Fit:
    """The needs and the offerings of one time, and which of these meet which of those.

    An offering, of whatever state, meets a need when a MEETS says so; or, computed, when what the need asks for fits:
    a field of the offering is a field of the need or narrower; its level is the need's; it is for a group of the need,
    a narrower or a broader one; and it is held in a place of the need, a part of it, or a region that contains it.
    What the need leaves open, fits.
    """

    def __init__(self, context: Context) -> None:
        """Read needs and offerings at the time of the context."""
        self._context = context
        self.needs = matters(context, Need)
        self.offerings = matters(context, Offering)
        self._stated = context.linked(MEETS, self.needs.keys())
        self._scopes = Scopes(context)
        self._scopes.learn(actor for need in self.needs.values() if not need.regions for actor in need.actors)
        self._places: dict[str, Mapping[str, Path]] = {}

    @cached_property
    def _by_field(self) -> Mapping[str, set[str]]:
        """The ids of the offerings of each field."""
        found: dict[str, set[str]] = {}
        for offering in self.offerings.values():
            for field in offering.fields:
                found.setdefault(field, set()).add(offering.id)
        return found

    def places(self, need: Matter) -> Mapping[str, Path]:
        """The regions that a need is HELD_IN, else the scopes of those who NEED it; each with the way from the need."""
        if need.id not in self._places:
            found: dict[str, Path] = {region: (edge,) for region, edge in need.regions.items()}
            for actor, edge in () if found else need.actors.items():
                for region, way in self._scopes.of(actor).ways.items():
                    found.setdefault(region, (edge, *way))
            self._places[need.id] = found
        return self._places[need.id]

    def meeting(self, need: Matter) -> list[Matter]:
        """The offerings that meet a need, of whatever state, in the order of their names."""
        computed = {one for one in self._suiting(need) if self.near(need, self.offerings[one])}
        return self._ordered(computed | self._stated.get(need.id, {}).keys())

    def stated(self, need: str, offerings: Iterable[Matter]) -> bool:
        """Whether a list says of one of some offerings that it meets a need."""
        return not self._stated.get(need, {}).keys().isdisjoint(offering.id for offering in offerings)

    def but_for_place(self, need: Matter) -> list[Matter]:
        """The offerings, of whatever state, that do not meet a need, but would if they were held where it is."""
        return self._ordered(self._suiting(need) - {offering.id for offering in self.meeting(need)})

    @staticmethod
    def live(offerings: Iterable[Matter]) -> Iterator[Matter]:
        """Those of some offerings that can meet a need: they run, are planned, or have no status."""
        return (offering for offering in offerings if offering.state in _LIVE)

    def near(self, need: Matter, other: Matter) -> bool:
        """Whether an offering or a collaboration is held in a place of a need, a part of it, or around it."""
        return not self.places(need) or _meet(self._context.regions, self.places(need), other.regions)

    def ties(self, need: Matter, other: Matter) -> Iterator[Path]:
        """What ties an offering or a collaboration to a need: what is stated, and over what they have in common."""
        if stated := self._stated.get(need.id, {}).get(other.id):
            yield (stated,)
        fields, groups, regions = self._context.fields, self._context.groups, self._context.regions
        for field, edge in other.fields.items():
            for asked in sorted(need.fields.keys() & fields.above(field)):
                yield (edge, *fields.way(field, asked), need.fields[asked])
        for group, edge in other.groups.items():
            for asked in sorted(need.groups.keys() & _around(groups, group)):
                yield (edge, *groups.between(group, asked), need.groups[asked])
        for region, edge in other.regions.items():
            for place in sorted(self.places(need).keys() & _around(regions, region)):
                yield (edge, *regions.between(region, place), *reversed(self.places(need)[place]))

    def _suiting(self, need: Matter) -> set[str]:
        """The offerings that have the field, the level and the group of a need, wherever they are held."""
        fields = self._context.fields.below_all(need.fields)
        found = {one for field in fields for one in self._by_field.get(field, ())} if fields else set(self.offerings)
        return {one for one in found if self._suits(need, self.offerings[one])}

    def _suits(self, need: Matter, offering: Matter) -> bool:
        """Whether an offering has the level and the group of a need."""
        level = need.values["level"]
        return level in (None, offering.values["level"]) and (
            not need.groups or _meet(self._context.groups, need.groups, offering.groups)
        )

    def _ordered(self, offerings: Iterable[str]) -> list[Matter]:
        return [self.offerings[offering] for offering in sorted(offerings, key=self._context.order)]


def _around(hierarchy: Hierarchy, node: str) -> frozenset[str]:
    """A node, all that is below it, and all that is above it."""
    return hierarchy.below(node) | hierarchy.above(node)


def _meet(hierarchy: Hierarchy, some: Iterable[str], others: Collection[str]) -> bool:
    """Whether one of some nodes, or what is below or above it, is among others."""
    return any(not _around(hierarchy, node).isdisjoint(others) for node in some)
