"""The question `introduction` once more, from its definition alone: every chain is written down, and the best taken."""

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import NamedTuple, TypedDict

from tests.queries.brute_mobilisers import ACTORS, Facts, Holding, PlainRelation, alphabetical

MOST_HOPS, MOST_CHAINS = 6, 3
TIMED = ["MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES"]
RUNNING, POST, COLLABORATION, MEMBERSHIP, MOBILISATION = range(5)


class Row(TypedDict):
    """A row of the answer; actors are given by name, and the facts of the chain by their keys."""

    first: str
    over: list[str]
    hops: int
    shared: list[str]
    flags: list[str]
    keys: list[str]


class Tie(NamedTuple):
    """What ties two actors, in the order in which ties stand."""

    closeness: int
    keys: tuple[str, ...]
    timed: tuple[int, ...]


class Introduction(Holding):
    """The facts that hold at a time, and the ties of actors by them."""

    def __init__(self, facts: Facts, first: dt.date, last: dt.date) -> None:
        super().__init__(facts, first, last)
        self.ties: dict[tuple[str, str], list[Tie]] = {}
        for at, fact in enumerate(self.relations):
            self.tie_by(at, fact)
        parties = [fact for fact in self.of_kind("TAKES_PART_IN") if self.is_going_on(fact["end"])]
        for one, other in itertools.permutations(parties, 2):
            if one["end"] == other["end"]:
                self.tied(one["start"], other["start"], Tie(COLLABORATION, (one["key"], other["key"]), ()))

    def tie_by(self, at: int, fact: PlainRelation) -> None:
        """Take up the tie that a fact is, if it is one."""
        kind = fact["kind"]
        if not {self.nodes[fact["start"]]["kind"], self.nodes[fact["end"]]["kind"]} <= set(ACTORS):
            return
        leads = kind == "MEMBER_OF" and fact["role"] in ("leader", "secretariat", "owner")
        if kind == "RUNS" or leads:
            closeness = RUNNING
        elif kind == "HELD_AT":
            closeness = POST
        elif kind == "MEMBER_OF":
            closeness = MEMBERSHIP
        elif kind == "MOBILISES" and not fact["status"]:
            closeness = MOBILISATION
        else:
            return
        tie = Tie(closeness, (fact["key"],), (at,))
        self.tied(fact["start"], fact["end"], tie)
        self.tied(fact["end"], fact["start"], tie)

    def tied(self, one: str, other: str, tie: Tie) -> None:
        if one != other:
            self.ties.setdefault((one, other), []).append(tie)

    def is_going_on(self, collaboration: str) -> bool:
        """Whether a collaboration ties those who take part."""
        node = self.nodes[collaboration]
        over = node["status"] == "ended" and node["until"] is None
        return node["status"] not in ("planned", "attempted") and not over

    def chains(self, trail: list[str], end: str) -> Iterator[list[str]]:
        """Every chain that goes on from here."""
        for one, other in self.ties:
            if one == trail[-1] and other not in trail:
                if other == end:
                    yield [*trail, other]
                elif len(trail) < MOST_HOPS:
                    yield from self.chains([*trail, other], end)

    def rows(self, start: str, end: str) -> list[Row]:
        if start == end:
            return []
        chosen: list[list[str]] = []
        everything = list(self.chains([start], end))
        while len(chosen) < MOST_CHAINS:
            shown = {actor for chain in chosen for actor in chain[1:-1]}
            possible = [chain for chain in everything if self.is_further(chain, chosen)]
            if not possible:
                break
            chosen.append(min(possible, key=lambda chain: (len(shown & set(chain[1:-1])), *self.order(chain))))
        return [self.row(chain, chosen) for chain in sorted(chosen, key=len)]

    def is_further(self, chain: list[str], chosen: list[list[str]]) -> bool:
        over = set(chain[1:-1])
        return not chosen or (bool(over) and not any(other[1:-1] and set(other[1:-1]) <= over for other in chosen))

    def order(self, chain: list[str]) -> tuple[object, ...]:
        steps = [
            (self.tie(one, other).closeness, alphabetical(self.nodes[other]["name"]), other)
            for one, other in itertools.pairwise(chain)
        ]
        return len(chain), steps

    def tie(self, one: str, other: str) -> Tie:
        return min(self.ties[one, other])

    def row(self, chain: list[str], chosen: list[list[str]]) -> Row:
        ties = [self.tie(one, other) for one, other in itertools.pairwise(chain)]
        timed = [self.relations[at] for tie in ties for at in tie.timed]
        undated = any(not fact["since"] and not fact["until"] for fact in timed)
        apart = bool(timed) and max(fact["begins"] for fact in timed) > min(fact["ends"] for fact in timed)
        elsewhere = {actor for other in chosen if other != chain for actor in other[1:-1]}
        return {
            "first": self.nodes[chain[1]]["name"],
            "over": [self.nodes[actor]["name"] for actor in chain[1:-1]],
            "hops": len(chain) - 1,
            "shared": [self.nodes[actor]["name"] for actor in chain[1:-1] if actor in elsewhere],
            "flags": ["time unknown"] if undated or apart else [],
            "keys": [key for tie in ties for key in tie.keys],
        }
