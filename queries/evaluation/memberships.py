"""Who is tied to whom by common membership: so many pairs that the ways of one are sought when they are shown."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from graph_model import roles
from graph_model.catalogue import spelled
from graph_model.facts import Period
from graph_model.nodes import Network, Organisation
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge
from queries.evaluation.standing import Counts, Neighbours, Numbers, Pair, Stand, Way, joined, standing
from queries.hops import Hop

_MEMBERS = Hop("MEMBER_OF", spelled(roles.Actor), spelled(roles.Gathering), "end")
CYPHER = checked({_MEMBERS.kind: _MEMBERS.cypher})


class _Alike(NamedTuple):
    """What members have in common who are tied to the same others.

    Parameters
    ----------
    begins, ends: the days of the time that is asked for on which they are members.
    dated: whether it is known since when.
    begun: whether they became members in that time.
    """

    begins: dt.date
    ends: dt.date
    dated: bool
    begun: bool

    def tied(self, other: "_Alike", counts: Counts) -> bool:
        """Whether such members are tied to such others."""
        return (
            max(self.begins, other.begins) <= min(self.ends, other.ends)
            and (counts is Counts.ANY or self.dated or other.dated)
            and (counts is not Counts.BEGUN or self.begun or other.begun)
        )


class Memberships:
    """The ties that common memberships make at the time of a context, also between a part and its whole."""

    def __init__(self, context: Context, numbers: Numbers) -> None:
        """Read who are members of what."""
        self._numbers = numbers
        self._asked = context.as_of.period
        self._stands: dict[str, list[Stand]] = {}
        wholes = sorted(node for kind in (Organisation, Network) for node in context.nodes(kind))
        for start, end, key, _, _, first, last, *_ in context.hop(_MEMBERS, wholes):
            own = Stand(start, (Edge("MEMBER_OF", start, end, key),), Period(first, last))
            self._stands.setdefault(end, []).extend(standing(context, own))

    def years(self) -> set[int]:
        """The years in which a tie may be known to start; no other year is one."""
        some = (stands for stands in self._stands.values() if any(joined(stand.path) for stand in stands))
        return {stand.period.begins.year for stands in some for stand in stands}

    def ways(self, pair: Pair) -> list[Way]:
        """The ways in which two are tied."""
        return [
            way
            for whole, some in self._by_actor[pair.first].items()
            for one in some
            for other in self._by_actor[pair.second].get(whole, ())
            for way in self._common(one, other)
        ]

    @cached_property
    def _by_actor(self) -> dict[str, dict[str, list[Stand]]]:
        """For each organisation where it stands, and how."""
        found: dict[str, dict[str, list[Stand]]] = {}
        for whole, stands in self._stands.items():
            for stand in stands:
                found.setdefault(stand.actor, {}).setdefault(whole, []).append(stand)
        return found

    def _common(self, one: Stand, other: Stand) -> Iterator[Way]:
        period = one.period.within(other.period)
        common = period.within(self._asked)
        if common.begins <= common.ends:
            edges = dict.fromkeys((*one.path, *reversed(other.path)))
            yield Way(tuple(edges), period, joined(edges))

    def neighbours(self, counts: Counts) -> Neighbours:
        """Who is tied to whom, by ways that count."""
        found: Neighbours = {}
        for members in self._alike:
            bits = {alike: self._numbers.bits(some) for alike, some in members.items()}
            for alike, some in members.items():
                tied = 0
                for other, others in bits.items():
                    if alike.tied(other, counts):
                        tied |= others
                for member in some:
                    found[member] = found.get(member, 0) | tied
        own = ((member, 1 << self._numbers.of[member]) for member in found)
        return {member: found[member] & ~bit for member, bit in own}

    @cached_property
    def _alike(self) -> list[dict[_Alike, list[str]]]:
        """For each whole its members, by what they have in common."""
        return [self._grouped(stands) for stands in self._stands.values()]

    def _grouped(self, stands: list[Stand]) -> dict[_Alike, list[str]]:
        found: dict[_Alike, list[str]] = {}
        for stand in stands:
            holds = stand.period.within(self._asked)
            if holds.begins <= holds.ends:
                alike = _Alike(*holds, joined(stand.path), stand.period.begins >= self._asked.begins)
                found.setdefault(alike, []).append(stand.actor)
        return found
