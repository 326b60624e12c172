"""The best chains of acquaintances between two actors, found from both ends; see ``introduction``."""

from collections.abc import Collection, Iterator
from itertools import product
from typing import NamedTuple

from queries.context import Context
from queries.motor.acquaintance import Acquaintances

MOST_HOPS, MOST_CHAINS = 6, 3

Steps = tuple[tuple[object, ...], ...]
"""For each hop how close it is, and the name and the id of whom it leads to: what equally good chains are sorted by."""


class Chain(NamedTuple):
    """A chain, in the order in which chains stand.

    Parameters
    ----------
    shared: how many of its intermediaries earlier chains have.
    hops: how many hops it has.
    steps: its hops.
    actors: all on it, with both ends.
    """

    shared: int
    hops: int
    steps: Steps
    actors: tuple[str, ...]

    @property
    def over(self) -> tuple[str, ...]:
        """Its intermediaries."""
        return self.actors[1:-1]


class End:
    """One of the two ends, and who is reached from it: how far each is, and who are the farthest."""

    def __init__(self, actor: str) -> None:
        self.actor = actor
        self.distances = {actor: 0}
        self.farthest = [actor]
        self.radius = 0

    def grow(self, acquaintances: Acquaintances) -> None:
        """Go one hop further."""
        acquaintances.learn(self.farthest)
        reached = {other for actor in self.farthest for other in acquaintances.of(actor)}
        self.radius += 1
        self.farthest = sorted(reached - self.distances.keys())
        self.distances.update(dict.fromkeys(self.farthest, self.radius))

    def within(self, hops: int) -> list[str]:
        """Who is reached over at most so many hops, without the end itself."""
        return [actor for actor, distance in self.distances.items() if 0 < distance <= hops]


class Between:
    """The chains between two different actors."""

    def __init__(self, context: Context, start: str, end: str) -> None:
        """Look for chains from the one to the other."""
        self._context = context
        self.acquaintances = Acquaintances(context)
        self.start, self.end = End(start), End(end)

    def chains(self) -> list[Chain]:
        """The best chains, the shortest first."""
        found: list[Chain] = []
        while len(found) < MOST_CHAINS and (chain := self._next(found)):
            found.append(chain)
        return sorted(found, key=lambda chain: chain.hops)

    def reached(self, hops: int) -> tuple["End", "End"]:
        """The two ends, once it is known who is reached from each over so many hops."""
        for end in (self.start, self.end):
            while end.radius < hops and end.farthest:
                end.grow(self.acquaintances)
        return self.start, self.end

    def _next(self, earlier: Collection[Chain]) -> Chain | None:
        """The best chain that is none of the earlier ones."""
        over = frozenset(actor for chain in earlier for actor in chain.over)
        least = 2 if earlier else 1
        for hops in self._lengths([over], least):
            if chain := self._best(hops, over, frozenset()):
                return chain
        sets = {frozenset(one) for one in product(*(chain.over for chain in earlier if chain.over))}
        found: list[Chain] = []
        for hops in self._lengths(sets, least) if over else ():
            found += filter(None, (self._best(hops, without, over) for without in sets))
            if any(chain.shared == 1 for chain in found):
                break
        return min(found, default=None)

    def _lengths(self, sets: Collection[frozenset[str]], least: int) -> Iterator[int]:
        """The lengths that a chain without one of these sets of actors can have, once all of that length are known."""
        for hops in range(least, MOST_HOPS + 1):
            while self.start.radius + self.end.radius < hops:
                ends = [end for end in (self.start, self.end) if end.farthest]
                if len(ends) < 2 or all(self._is_cut_off(without) for without in sets):
                    break
                min(ends, key=lambda end: len(end.farthest)).grow(self.acquaintances)
            yield hops

    def _is_cut_off(self, without: frozenset[str]) -> bool:
        """Whether one of the ends is known to reach no further than it does, and not to the other, without these."""
        return any(self._is_closed(one, without) for one in (self.start, self.end))

    def _is_closed(self, end: End, without: frozenset[str]) -> bool:
        found, waiting = {end.actor, *without}, [end.actor]
        ends = {self.start.actor, self.end.actor}
        while waiting:
            actor = waiting.pop()
            if not self.acquaintances.known(actor):
                return False
            further = {other for other in self.acquaintances.of(actor) if other not in found and other not in ends}
            found |= further
            waiting += further
        return True

    def _best(self, hops: int, without: frozenset[str], over: Collection[str]) -> Chain | None:
        """The best chain of just so many hops, without some actors; ``over`` are the intermediaries of earlier ones."""
        start, end = self.start.actor, self.end.actor
        left_from = self._distances(hops - 1, without)
        layer: dict[str, Chain] = {start: Chain(0, 0, (), (start,))}
        for left in range(hops - 1, -1, -1):
            onward = {
                actor: [
                    other
                    for other in self.acquaintances.of(actor)
                    if (other == end if not left else other != end and left_from.get(other, hops) <= left)
                ]
                for actor in layer
            }
            self._context.learn_names({other for some in onward.values() for other in some})
            following: dict[str, Chain] = {}
            for actor, some in onward.items():
                for other in some:
                    longer = self._longer(layer[actor], other, over)
                    following[other] = min(longer, following.get(other, longer))
            layer = following
        return layer.get(end)

    def _longer(self, chain: Chain, other: str, over: Collection[str]) -> Chain:
        step = self.acquaintances.strength(chain.actors[-1], other), *self._context.order(other)
        return Chain(chain.shared + (other in over), chain.hops + 1, (*chain.steps, step), (*chain.actors, other))

    def _distances(self, most: int, without: frozenset[str]) -> dict[str, int]:
        """How far at most so many hops actors are from the end, as far as is known; neither over the start nor some."""
        found = {self.end.actor: 0}
        farthest = [self.end.actor]
        for distance in range(1, most + 1):
            reached = {other for actor in farthest for other in self.acquaintances.of(actor)}
            farthest = list(reached - found.keys() - without - {self.start.actor})
            found.update(dict.fromkeys(farthest, distance))
        return found
