"""Which offerings meet which needs at one time: as a list says, or computed from field, level, group and place."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from graph_model.brokering import ActivityStatus, Need, Offering
from queries import matters as of_matters
from queries.context import Context
from queries.cypher import checked
from queries.edges import Path
from queries.hops import Hop
from queries.matters import Matter, matters
from queries.scopes import Scopes

MEETS = Hop("MEETS", "Offering", "Need", "end")
CYPHER = checked({**of_matters.CYPHER, MEETS.kind: MEETS.cypher})
LIVE = (ActivityStatus.RUNNING, ActivityStatus.PLANNED, None)
"""The states in which an offering can meet a need."""


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
        self.stated = context.linked(MEETS, self.needs.keys())
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
        stated = self.stated.get(need.id, {})
        computed = {offering for offering in self._fitting(need) if self.near(need, self.offerings[offering])}
        return self._ordered(computed | stated.keys())

    def elsewhere(self, need: Matter) -> list[Matter]:
        """The offerings that would meet a need if they were held there, of whatever state."""
        met = {offering.id for offering in self.meeting(need)}
        return self._ordered(self._fitting(need) - met)

    def _ordered(self, offerings: set[str]) -> list[Matter]:
        return [self.offerings[offering] for offering in sorted(offerings, key=self._context.order)]

    def _fitting(self, need: Matter) -> set[str]:
        """The offerings that have the field, the level and the group of a need, wherever they are held."""
        fields = self._context.fields.below_all(need.fields)
        found = set().union(*(self._by_field.get(field, ()) for field in fields)) if fields else self.offerings.keys()
        return {offering for offering in found if self._suits(need, self.offerings[offering])}

    def _suits(self, need: Matter, offering: Matter) -> bool:
        groups = self._context.groups
        level = need.values["level"]
        return (not level or offering.values["level"] == level) and (
            not need.groups or any(not (groups.below(g) | groups.above(g)).isdisjoint(offering.groups) for g in need.groups)
        )

    def near(self, need: Matter, other: Matter) -> bool:
        """Whether an offering or a collaboration is held in a place of a need, a part of it, or around it."""
        regions, places = self._context.regions, self.places(need)
        return not places or any(
            not (regions.below(place) | regions.above(place)).isdisjoint(other.regions) for place in places
        )

    def ties(self, need: Matter, other: Matter) -> Iterator[Path]:
        """What an offering or a collaboration has in common with a need: the ways from the one to the other."""
        if stated := self.stated.get(need.id, {}).get(other.id):
            yield (stated,)
        fields, groups, regions = self._context.fields, self._context.groups, self._context.regions
        for field, edge in other.fields.items():
            for asked in sorted(need.fields.keys() & fields.above(field)):
                yield (edge, *fields.way(field, asked), need.fields[asked])
        for group, edge in other.groups.items():
            for asked in sorted(need.groups.keys() & (groups.above(group) | groups.below(group))):
                yield (edge, *groups.between(group, asked), need.groups[asked])
        for region, edge in other.regions.items():
            for place in sorted(self.places(need).keys() & (regions.above(region) | regions.below(region))):
                yield (edge, *regions.between(region, place), *reversed(self.places(need)[place]))
