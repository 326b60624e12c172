"""Who is chosen to reach everybody, or the most: against trying every choice, and on what is too large for that."""

import math
import random
import time
from collections import Counter

import pytest

from queries.motor.covering import covering
from tests.queries.brute_plan import best_choice


@pytest.mark.parametrize("seed", range(250))
def test_the_choice_is_the_first_of_the_best(seed: int) -> None:
    """Denser than what random graphs have: up to 12 who can be chosen, in any order, and many equals."""
    rng = random.Random(seed)
    density = rng.choice((0.1, 0.2, 0.4))
    employers = [f"e{at}" for at in range(rng.randint(1, 25))]
    reach = [{one for one in employers if rng.random() < density} for _ in range(rng.randint(1, 12))]
    if rng.random() < 0.8:
        reach.sort(key=len, reverse=True)
    at_least, at_most = rng.choice((1, 1, 2, 3)), rng.choice((None, None, 1, 2, 3, 5))
    found = covering([*map(frozenset, reach)], at_least=at_least, at_most=at_most, seconds=60)
    assert found.proven
    assert found.first
    assert found.chosen == best_choice(reach, at_least, at_most)
    served = sum(min(at_least, sum(one in reach[at] for at in found.chosen)) for one in employers)
    assert found.fewest == len(found.chosen)
    assert found.most == served


def employers_by_chance(actors: int, employers: int, most: int) -> list[frozenset[str]]:
    """Whom each reaches, where each employer is reached by one to so many, drawn evenly."""
    rng = random.Random(f"{actors} {employers} {most}")
    reach: list[set[str]] = [set() for _ in range(actors)]
    for employer in range(employers):
        for at in rng.sample(range(actors), rng.randint(1, most)):
            reach[at].add(f"e{employer}")
    return sorted(map(frozenset, reach), key=len, reverse=True)


def test_a_large_region_is_planned_exactly() -> None:
    reach = employers_by_chance(2_000, 20_000, 3)
    begun = time.monotonic()
    found = covering(reach, seconds=60)
    assert found.proven
    assert found.first
    assert time.monotonic() - begun < 60
    assert set().union(*(reach[at] for at in found.chosen)) == set().union(*reach)


@pytest.mark.parametrize(("at_least", "at_most"), [(1, None), (2, None), (1, 100)])
@pytest.mark.parametrize("seconds", [0, 2])
def test_a_hard_one_is_answered_within_the_time_with_a_bound(at_least: int, at_most: int | None, seconds: int) -> None:
    reach = [*map(frozenset, hard(2_000, 20_000))]
    begun = time.monotonic()
    found = covering(reach, at_least=at_least, at_most=at_most, seconds=seconds)
    assert time.monotonic() - begun < seconds + 10  # building the programme, and what the solver needs to stop
    assert not found.proven
    assert not found.first
    wanted = 20_000 * at_least
    served = sum(min(at_least, count) for count in Counter(one for at in found.chosen for one in reach[at]).values())
    if at_most is None:
        assert served == wanted
        assert math.ceil(wanted / max(map(len, reach))) <= found.fewest < len(found.chosen)
    else:
        assert len(found.chosen) == at_most
        assert served < found.most <= wanted


def hard(actors: int, employers: int) -> list[set[str]]:
    """Whom each reaches, where every employer is reached by four, drawn evenly: no part is easier than another."""
    rng = random.Random(1)
    reach: list[set[str]] = [set() for _ in range(actors)]
    for employer in range(employers):
        for at in rng.sample(range(actors), 4):
            reach[at].add(f"e{employer}")
    return reach
