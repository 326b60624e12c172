"""Who stands between whom, and in which role: Gould and Fernandez (1989), for ties without a direction."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple, Self

from graph_model.values import Choice

Group = tuple[str, ...]
"""What actors of one group have in common, as ids in their order; two are of one group when it is equal."""
Groups = frozenset[Group]
"""The groups of two actors: one, when they are of the same."""
Contacts = Mapping[str, Collection[str]]
"""For each actor that has ties those that it is tied to."""


class Role(Choice):
    """What one is to two others that it stands between."""

    LIAISON = "liaison", "bindeledd", "liaison"
    GATEKEEPER = "gatekeeper-representative", "portvakt og representant", "gatekeeper and representative"
    ITINERANT = "itinerant-broker", "megler utenfra", "itinerant broker"
    COORDINATOR = "coordinator", "koordinator", "coordinator"


class Between(NamedTuple):
    """How many pairs of certain groups one stands between, and the first of them by their ids."""

    pairs: int
    first: tuple[str, str]


def role(own: Group, others: Groups) -> Role:
    """The role of an actor of one group between two others."""
    if len(others) == 1:
        return Role.COORDINATOR if own in others else Role.ITINERANT
    return Role.GATEKEEPER if own in others else Role.LIAISON


def open_pairs(contacts: Contacts, near: Contacts, actor: str) -> Iterator[tuple[str, str]]:
    """The pairs of contacts of an actor that are not near each other, in the order of their ids.

    Parameters
    ----------
    contacts: who is tied to whom.
    near: between which others nobody stands: those that are tied, and what else is so.
    actor: the one whose contacts these are.
    """
    return ((one, other) for one, other in combinations(sorted(contacts[actor]), 2) if other not in near[one])


def brokered(
    pairs: Iterable[tuple[str, str]], groups: Mapping[str, Group | None], actor: str
) -> dict[Groups | None, Between]:
    """The open pairs of an actor by their groups; None where the group of one of the three is unknown."""
    found: dict[Groups | None, Between] = {}
    for pair in pairs:
        three = groups[actor], *(groups[end] for end in pair)
        key = frozenset(group for group in three[1:] if group is not None) if None not in three else None
        known = found.get(key, Between(0, pair))
        found[key] = known._replace(pairs=known.pairs + 1)
    return found


@dataclass(frozen=True, slots=True)
class Broker:
    """An actor with the pairs that it stands between by their groups, in order, and their number by its role."""

    id: str
    group: Group | None
    between: Mapping[Groups | None, Between]
    counts: Mapping[Role | None, int]

    @classmethod
    def of(
        cls,
        actor: str,
        pairs: Iterable[tuple[str, str]],
        groups: Mapping[str, Group | None],
        order: Callable[[Groups | None], Any],
    ) -> Self:
        """Count the open pairs of an actor by their groups: most first, of as many in an order, the unknown last."""
        found = brokered(pairs, groups, actor)
        between = dict(sorted(found.items(), key=lambda item: (item[0] is None, -item[1].pairs, order(item[0]))))
        own = groups[actor]
        counts: Counter[Role | None] = Counter()
        for key, some in between.items():
            counts[None if own is None or key is None else role(own, key)] += some.pairs
        return cls(actor, own, between, counts)

    @property
    def pairs(self) -> int:
        """How many pairs it stands between."""
        return sum(self.counts.values())

    @property
    def across(self) -> int:
        """How many of them are of two groups."""
        return sum(self.counts.get(one, 0) for one in (Role.GATEKEEPER, Role.LIAISON))

    def mostly(self) -> str | None:
        """The role with the most pairs, of equals the first."""
        known = [one for one in Role if one in self.counts]
        return max(known, key=lambda one: self.counts[one]).value if known else None

    def first_pairs(self) -> Iterator[tuple[str, str]]:
        """The first pair of each two groups."""
        return (between.first for between in self.between.values())
