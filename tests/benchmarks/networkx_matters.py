"""Offerings, needs and collaborations on NetworkX, and which offerings meet which needs."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from tests.benchmarks.networkx_facts import Moment
from tests.benchmarks.networkx_places import Scopes

_BY = {"Offering": "OFFERS", "Need": "NEEDS", "Collaboration": "TAKES_PART_IN"}


class Matter(NamedTuple):
    """What it is about, for whom, where, and who offers it, needs it or takes part in it."""

    id: str
    values: dict[str, Any]
    state: str | None
    fields: set[str]
    groups: set[str]
    regions: set[str]
    actors: set[str]


def matters(moment: Moment, kind: str) -> dict[str, Matter]:
    """All of a kind that exist, in the order of their names."""
    return {node: _matter(moment, kind, node) for node in moment.existing(kind)}


def state_of(values: dict[str, Any]) -> str | None:
    """The status; what ended at a known time was running until then."""
    status: str | None = values["status"]
    return "running" if status == "ended" and values["until"] else status


def _matter(moment: Moment, kind: str, node: str) -> Matter:
    values = moment.nodes[node]["values"]
    fields, groups, regions = (moment.ends(relation, node) for relation in ("IN_FIELD", "FOR", "HELD_IN"))
    return Matter(node, values, state_of(values), fields, groups, regions, moment.starts(_BY[kind], node))


class Fit:
    """Which offerings meet which needs at one time."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        self.needs, self.offerings = matters(moment, "Need"), matters(moment, "Offering")
        self._scopes = Scopes(moment)

    def places(self, need: Matter) -> set[str]:
        """Where a need is, else where those work whose it is."""
        return need.regions or set().union(*map(self._scopes.of, need.actors))

    def meeting(self, need: Matter) -> list[Matter]:
        """The offerings that meet a need, of whatever state."""
        stated = self.moment.starts("MEETS", need.id)
        return [
            offering
            for offering in self.offerings.values()
            if offering.id in stated or (self.suits(need, offering) and self.near(need, offering))
        ]

    def suits(self, need: Matter, offering: Matter) -> bool:
        """Whether an offering has the level, the field and the group of a need, wherever it is held."""
        return (
            need.values["level"] in (None, offering.values["level"])
            and (not need.fields or not self.fields(need).isdisjoint(offering.fields))
            and (not need.groups or self._meet("BROADER", need.groups, offering.groups))
        )

    def fields(self, need: Matter) -> set[str]:
        """The fields of a need and all narrower ones."""
        return set().union(*(self.moment.below("BROADER", field) for field in need.fields))

    def near(self, need: Matter, other: Matter) -> bool:
        """Whether something is held where a need is, in a part of that, or around it."""
        places = self.places(need)
        return not places or self._meet("PART_OF", places, other.regions)

    def _meet(self, kind: str, some: Iterable[str], others: set[str]) -> bool:
        below, above = self.moment.below, self.moment.above
        return any(not (below(kind, node) | above(kind, node)).isdisjoint(others) for node in some)
