"""The fewest that together reach everybody, or the few that together reach the most.

The integer programmes of set multi-cover and of maximum coverage (Church and ReVelle 1974; Wolsey 1998, chapter 1): for
each who can be chosen x, which is 1 for who is; for those whom the same ones reach y, which is how often they are
reached, at most as often as is asked for.
"""

import heapq
import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from queries.motor.solver import Solved, Solver

_ROUNDING = 1e-6


class Covering(NamedTuple):
    """Who is chosen, and what is known of it.

    Parameters
    ----------
    chosen: who is chosen, in order.
    fewest: no choice that reaches as many has fewer.
    most: no choice of as many as are allowed reaches more, each counted as often as it is asked for.
    proven: there is none better.
    first: it is the first of those that are as good.
    """

    chosen: tuple[int, ...]
    fewest: int
    most: int
    proven: bool
    first: bool


def covering(
    reach: Sequence[frozenset[str]], *, at_least: int = 1, at_most: int | None = None, seconds: float
) -> Covering:
    """Choose the fewest that reach each as often as is asked for; where these are too many, those that reach the most.

    Of equals the first is chosen, as lists of positions are ordered.

    Parameters
    ----------
    reach: for each who can be chosen, whom it reaches.
    at_least: how often each is to be reached; less often where fewer reach it.
    at_most: how many may be chosen.
    seconds: after this time the best that was found is the answer.
    """
    if not any(reach):
        return Covering((), 0, 0, proven=True, first=True)
    programme = _Programme(reach, at_least, seconds)
    return (programme.most(at_most) if at_most else None) or programme.fewest()


class _Programme:
    """Who can be chosen, and whom each reaches; those whom the same ones reach stand together."""

    def __init__(self, reach: Sequence[frozenset[str]], at_least: int, seconds: float) -> None:
        self._count = len(reach)
        reachers: dict[str, list[int]] = {}
        for one, some in enumerate(reach):
            for other in some:
                reachers.setdefault(other, []).append(one)
        alike = Counter(map(tuple, reachers.values()))
        self._alike = sorted(alike)
        self._weights = [alike[by] for by in self._alike]
        self._often = [min(at_least, len(by)) for by in self._alike]
        self.wanted = sum(map(int.__mul__, self._often, self._weights))
        self._useful = set(_undominated(reach, reachers) if at_least == 1 else range(self._count))
        self._solver = Solver(
            [*(one in self._useful for one in range(self._count)), *self._often], self._count, seconds
        )
        for row, by in enumerate(self._alike, self._count):
            self._solver.add_row({**dict.fromkeys(by, 1), row: -1}, 0, math.inf)

    def reached(self, chosen: Collection[int]) -> int:
        """How many are reached by these, each counted as often as it is asked for."""
        return sum(
            weight * min(often, len(set(chosen).intersection(by)))
            for by, often, weight in zip(self._alike, self._often, self._weights, strict=True)
        )

    def most(self, at_most: int) -> Covering | None:
        """So many that together reach the most; None where these, or fewer, reach all."""
        number = self._solver.add_row(dict.fromkeys(range(self._count), 1), 0, at_most)
        weights = dict(enumerate(self._weights, self._count))
        greedy = sorted(list(self._greedily())[:at_most])
        solved = self._solver.best(weights, most=True, start=self._start(greedy))
        chosen = max(self._chosen(solved), greedy, key=self.reached)
        bound = self.wanted if math.isinf(solved.bound) else min(self.wanted, math.floor(solved.bound + _ROUNDING))
        if self.reached(chosen) == self.wanted:
            self._solver.drop_row(number)
            return None
        first = False
        if solved.proven:
            self._solver.add_row(weights, self.reached(chosen), math.inf)
            chosen, first = self._first(chosen)
        return Covering(tuple(chosen), len(chosen), bound, solved.proven, first)

    def fewest(self) -> Covering:
        """The fewest that together reach all."""
        for variable, often in enumerate(self._often, self._count):
            self._solver.keep(variable, often, often)
        everybody = dict.fromkeys(range(self._count), 1)
        greedy = sorted(self._greedily())
        solved = self._solver.best(everybody, start=self._start(greedy))
        chosen = min(self._chosen(solved) or greedy, greedy, key=len)
        bound = math.ceil(max(solved.bound, self._shares()) - _ROUNDING)
        first = False
        if solved.proven:
            self._solver.add_row(everybody, 0, len(chosen))
            chosen, first = self._first(chosen)
        return Covering(tuple(chosen), bound, self.wanted, solved.proven, first)

    def _shares(self) -> float:
        """A bound of the fewest: each who is chosen costs 1, which those whom it reaches share; each pays its least."""
        sizes = [0] * self._count
        for by, weight in zip(self._alike, self._weights, strict=True):
            for one in by:
                sizes[one] += weight
        least = (1 / max(sizes[one] for one in by) for by in self._alike)
        return sum(
            share * often * weight for share, often, weight in zip(least, self._often, self._weights, strict=True)
        )

    def _first(self, chosen: list[int]) -> tuple[list[int], bool]:
        """The first choice that is as good as this one; and whether that is proven."""
        settled = 0
        at = 0
        while at < len(chosen):
            earlier = [one for one in range(settled, chosen[at]) if one in self._useful]
            if earlier:
                any_of_them = self._solver.add_row(dict.fromkeys(earlier, 1), 1, math.inf)
                solved = self._solver.best({})
                self._solver.drop_row(any_of_them)
                if solved.values:
                    chosen = self._chosen(solved)
                    continue
                if not solved.proven:
                    return chosen, False
                for one in earlier:
                    self._solver.keep(one, 0, 0)
            self._solver.keep(chosen[at], 1, 1)
            settled = chosen[at] + 1
            at += 1
        return chosen, True

    def _chosen(self, solved: Solved) -> list[int]:
        return [one for one in range(self._count) if solved.values[one] > 0.5] if solved.values else []

    def _start(self, chosen: Collection[int]) -> Mapping[int, int]:
        """A choice as values of the variables."""
        some = set(chosen)
        often = (min(often, len(some.intersection(by))) for by, often in zip(self._alike, self._often, strict=True))
        return {**{one: one in some for one in range(self._count)}, **dict(enumerate(often, self._count))}

    def _greedily(self) -> Iterator[int]:
        """Choose who adds the most, again and again, until all are reached."""
        left = list(self._often)
        reach: dict[int, list[int]] = {one: [] for one in range(self._count)}
        for at, by in enumerate(self._alike):
            for one in by:
                reach[one].append(at)

        def adds(one: int) -> int:
            return sum(self._weights[at] for at in reach[one] if left[at])

        heap = [(-adds(one), one) for one in sorted(self._useful)]
        heapq.heapify(heap)
        while any(left):
            promised, one = heapq.heappop(heap)
            now = -adds(one)
            if now > promised:
                heapq.heappush(heap, (now, one))
                continue
            yield one
            for at in reach[one]:
                left[at] -= left[at] > 0


def _undominated(reach: Sequence[frozenset[str]], reachers: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """Those who reach somebody whom no one before them reaches together with all the others.

    Where each is to be reached once, the first of the best choices has only these: another could take its place.
    """
    for one, some in enumerate(reach):
        if some:
            rarest = min(some, key=lambda other: len(reachers[other]))
            if not any(other < one and some <= reach[other] for other in reachers[rarest]):
                yield one
