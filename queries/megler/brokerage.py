"""Who stands between whom, and in which role: Gould and Fernandez (1989), for ties without a direction."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

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
