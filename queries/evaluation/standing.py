"""Who stands in what: organisations, themselves or by what they run or hold, and the ways in which two are tied."""

from collections.abc import Collection, Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from graph_model import catalogue, roles
from graph_model.catalogue import spelled
from graph_model.facts import Period
from graph_model.nodes import Organisation
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path, edge_since
from queries.hops import Hop

_RUNS = Hop("RUNS", spelled(roles.Actor), spelled(roles.Run, roles.Actor), "end")
_HELD = Hop("HELD_AT", "Position", spelled(roles.Host), "start")
CYPHER = checked({hop.kind: hop.cypher for hop in (_RUNS, _HELD)})

Neighbours = dict[str, int]
"""For each organisation those that it is tied to, as the bits of a number; see Numbers."""


class Counts(Enum):
    """Which ways count: any; those whose start is known; of these those that start in the time that is asked for."""

    ANY = auto()
    DATED = auto()
    BEGUN = auto()


class Pair(NamedTuple):
    """Two organisations, the one whose id comes first before the other."""

    first: str
    second: str


class Way(NamedTuple):
    """One way in which two organisations are tied: the facts for it, when all hold, and whether its start is known."""

    path: Path
    period: Period
    dated: bool


class Stand(NamedTuple):
    """An actor that stands in something, itself or by what it runs or holds: the facts for it, and when all hold."""

    actor: str
    path: Path
    period: Period


class Numbers:
    """Numbers for organisations, in the order of their ids: a set of them is an int, in which bit i stands for i."""

    def __init__(self, organisations: Iterable[str]) -> None:
        """Number these, which are in the order of their ids."""
        self.ids = list(organisations)
        self.of = {organisation: number for number, organisation in enumerate(self.ids)}

    def bits(self, organisations: Iterable[str]) -> int:
        """A set of organisations as bits."""
        found = bytearray(len(self.ids) // 8 + 1)
        for organisation in organisations:
            number = self.of[organisation]
            found[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(found, "little")

    def after(self, organisation: str, bits: int) -> Iterator[str]:
        """The organisations of a set whose ids come after one, in their order."""
        number = self.of[organisation] + 1
        left = bits >> number
        while left:
            step = (left & -left).bit_length()
            number += step
            left >>= step
            yield self.ids[number - 1]


def standing(context: Context, stand: Stand) -> Iterator[Stand]:
    """The organisations that stand in something where an actor does: itself, or those that it is run by or held at."""
    if catalogue.kind_of(stand.actor) is Organisation:
        yield stand
        return
    for hop in (_RUNS, _HELD):
        for start, end, key, _, _, first, last, *_ in context.hop(hop, [stand.actor]):
            above = start if hop is _RUNS else end
            edge = Edge(hop.kind, start, end, key)
            if not any(above in (known.start, known.end) for known in stand.path):
                yield from standing(
                    context, Stand(above, (edge, *stand.path), stand.period.within(Period(first, last)))
                )


def joined(edges: Iterable[Edge]) -> bool:
    """Whether it is known when one of those who stand in something did so first."""
    return any(edge_since(edge) for edge in edges if edge.kind in ("TAKES_PART_IN", "MEMBER_OF"))


def undated(context: Context, edges: Collection[Edge]) -> set[str]:
    """Those of these relations, by the keys of their facts, by which one stands for another nobody knows when."""
    found: set[str] = set()
    for hop in (_RUNS, _HELD):
        ids = {edge.end if hop is _RUNS else edge.start for edge in edges if edge.kind == hop.kind}
        records = context.hop(hop, sorted(ids))
        found.update(key for _, _, key, since, until, *_ in records if since is None and until is None)
    return found & {edge.key for edge in edges}
