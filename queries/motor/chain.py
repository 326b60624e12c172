"""What a chain is: the relations by which one actor mobilises a target group, and the order that chains stand in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from graph_model.facts import Period
from queries.around import Where
from queries.edges import Edge


class Match(IntEnum):
    """How the group that is met relates to the one that is asked for, the best first."""

    ITSELF = 0
    NARROWER = 1
    BROADER = 2


class ChainKind(IntEnum):
    """How a chain leads from the actor to the group, the best first."""

    DIRECT = 0
    GATHERS = 1
    THROUGH = 2


class Tie(NamedTuple):
    """A relation of a chain: what it is, whether it has a date of its own, when it holds, and what it carries."""

    edge: Edge
    dated: bool
    period: Period
    regions: frozenset[str]
    medium: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Employer:
    """An organisation of the region that employs the group, with the facts that say so.

    Parameters
    ----------
    id: the organisation.
    match: how the group that it employs relates to the one asked for; the best, where it employs several.
    group, key: that group, and the key of the fact that it employs it; of several the first.
    groups: all of the groups that it employs.
    located: where it is, in the region or elsewhere, each with the key of the fact.
    """

    id: str
    match: Match
    group: str
    key: str
    groups: Sequence[str]
    located: Sequence[tuple[str, str]]

    @property
    def employs(self) -> Edge:
        """The fact that it employs the best group."""
        return Edge("EMPLOYS", self.id, self.group, self.key)

    @property
    def places(self) -> frozenset[str]:
        """Where it is."""
        return frozenset(region for region, _ in self.located)

    def located_in(self, regions: Collection[str]) -> Edge:
        """The first fact that it is in one of some regions."""
        return min(Edge("LOCATED_IN", self.id, region, key) for region, key in self.located if region in regions)


class Chain(NamedTuple):
    """A way from an actor to the group, in the order in which the chains of an actor stand.

    Parameters
    ----------
    match, where, kind: what the order is by.
    name, target, key: then the name and id of the group (direct), the employer (gathers) or the intermediary
        (through), and the key of the fact.
    tie: the actor's own relation in it.
    employer: the employer at its end; None for a direct one.
    inner: for through, the first chain of the intermediary.
    """

    match: Match
    where: Where
    kind: ChainKind
    name: str
    target: str
    key: str
    tie: Tie
    employer: Employer | None = None
    inner: "Chain | None" = None

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The actor's relations and, behind them, those of the intermediary."""
        return (self.tie, *(self.inner.ties if self.inner else ()))


class Way(NamedTuple):
    """One fact by which an actor gathers employers, the best of them first."""

    tie: Tie
    by_name: bool
    where: Where
    employers: tuple[str, ...]


Ways = tuple[tuple[Tie, ...], tuple[Way, ...]]
"""Ways by which one actor gathers employers, behind the relation to that actor where it is an intermediary."""


class Reached(NamedTuple):
    """What an actor reaches: its first chain and the number of all, and the employers by name and by type alone.

    ``ways`` are the facts by which it gathers them, each behind the relation to the intermediary that has it, if any.
    """

    first: Chain
    chains: int
    by_name: frozenset[str]
    by_type: frozenset[str]
    ways: tuple[Ways, ...]
