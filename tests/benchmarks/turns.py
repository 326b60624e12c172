"""Timing several calls so that they can be compared on a machine that others use too."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

MOST_SECONDS = 15
"""After so many seconds the calls get no further turn."""

Call = Callable[[], float]
"""Does something once, and gives the seconds that the part took which is measured."""


def timed(call: Callable[[], object]) -> Call:
    """A call that is measured from its beginning to its end."""

    def measured() -> float:
        begun = time.perf_counter()
        call()
        return time.perf_counter() - begun

    return measured


def by_turns(repeat: int, *calls: Call) -> list[float]:
    """The median seconds of each call. They take turns, so that what disturbs the machine disturbs all of them."""
    took: list[list[float]] = [[] for _ in calls]
    begun = time.perf_counter()
    for _ in range(repeat):
        for call, mine in zip(calls, took, strict=True):
            mine.append(call())
        if time.perf_counter() - begun > MOST_SECONDS:
            break
    return [median(mine) for mine in took]


@contextmanager
def without_garbage_of_others() -> Iterator[None]:
    """Spare the garbage collector what is in memory already: what one keeps there must not slow the others down."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
