"""The groups that actors fall into, each actor into one at most: by region or by type."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from graph_model.nodes import Region, RegionType
from graph_model.text import Text
from queries.context import Context
from queries.edges import Path
from queries.evaluation.ties import Ties
from queries.megler.brokerage import Group, Groups
from queries.moteplass.words import name_in_words

_ELSEWHERE_IN = Text("{whole} ellers", "elsewhere in {whole}")
_ELSEWHERE = Text("ellers", "elsewhere")
_INSIDE = Text("innad: {group}", "within: {group}")
_UNKNOWN = Text("ukjent gruppe", "group unknown")


class Partition(ABC):
    """Groups of actors, so that each is in one, or in none that is known."""

    def __init__(self, context: Context, ties: Ties, region: str | None) -> None:
        """Divide the actors of a region, or all."""
        self._context = context
        self._ties = ties
        self._region = region

    @abstractmethod
    def of(self, actor: str) -> Group | None:
        """The group of an actor; None where it is not known."""

    @abstractmethod
    def proof(self, actor: str) -> Iterator[Path]:
        """What says that an actor is in its group, and in the region that is asked for."""

    def name(self, group: Group) -> str:
        """What a group is called."""
        return "/".join(name_in_words(self._context, node) for node in sorted(group, key=self._context.order))

    def order_of(self, group: Group) -> tuple[object, ...]:
        """What groups are sorted by: the names of what their actors have in common; those of no region last."""
        return not group, *sorted(map(self._context.order, group))

    def order(self, groups: Groups | None) -> list[tuple[object, ...]]:
        """What the groups of two actors are sorted by."""
        return sorted(map(self.order_of, groups or ()))

    def between(self, groups: Groups | None) -> str:
        """What the groups of two actors are called; None where they are not known."""
        if groups is None:
            return _UNKNOWN.to(self._context.lang)
        names = [self.name(group) for group in sorted(groups, key=self.order_of)]
        return " – ".join(names) if len(names) > 1 else _INSIDE.filled(group=names[0]).to(self._context.lang)

    def _up(self, place: str, wider: str | None) -> Path:
        """The way up from where an actor is to a region, where it is in that one."""
        regions = self._context.regions
        return regions.way(place, wider) if wider in regions.above(place) else ()


class ByType(Partition):
    """Actors that state the same types are of one group."""

    def of(self, actor: str) -> Group | None:
        """The types of an actor."""
        return tuple(sorted(self._ties.types.get(actor, ()))) or None

    def proof(self, actor: str) -> Iterator[Path]:
        """What says of which types it is, and where."""
        yield from ((edge,) for edge in self._ties.types.get(actor, {}).values())
        if self._region:
            for place, way in self._ties.places(actor).items():
                yield (*way, *self._up(place, self._region))


class ByRegion(Partition):
    """Actors that are in the same of the regions that are compared are of one group, those in none of them too."""

    def __init__(self, context: Context, ties: Ties, region: str | None) -> None:
        """Find the regions that are compared; see ``brokers``."""
        super().__init__(context, ties, region)
        nodes = context.nodes(Region)
        widest = [region] if region else [node for node in nodes if not context.regions.has_wider(node)]
        self._whole = widest[0] if len(widest) == 1 else None
        compared = _compared(context, widest)
        self._parts = {one: context.regions.below(one) for one in compared}

    def of(self, actor: str) -> Group | None:
        """Those of the regions in which an actor is."""
        if not self._ties.places(actor):
            return None
        return tuple(sorted(region for region, parts in self._parts.items() if self._ties.is_in(actor, parts)))

    def name(self, group: Group) -> str:
        """What a group is called; those that are in none of the regions are elsewhere."""
        if group:
            return super().name(group)
        if self._whole is None:
            return _ELSEWHERE.to(self._context.lang)
        whole = self._context.name(self._whole)
        return _ELSEWHERE_IN.filled(whole=whole).to(self._context.lang) if self._parts else whole

    def proof(self, actor: str) -> Iterator[Path]:
        """What says where an actor is, and the ways from there up to the regions of its group."""
        group = self.of(actor) or ()
        for place, way in self._ties.places(actor).items():
            there = [region for region in group if place in self._parts[region]]
            for region in there:
                yield (*way, *self._up(place, region), *self._up(region, self._region))
            if not there:
                yield (*way, *self._up(place, self._region))


def _compared(context: Context, widest: list[str]) -> list[str]:
    """The first level of regions, from the widest downwards, that has two or more; else the municipalities."""
    nodes = context.nodes(Region)
    municipalities = {node.id for node in nodes.values() if node.values["type"] == RegionType.MUNICIPALITY}
    level = sorted(set(widest) - municipalities)
    while level:
        if len(level) > 1:
            return level
        level = sorted({part for region in level for part in context.regions.parts(region)} - municipalities)
    return sorted(context.regions.below_all(widest) & municipalities)
