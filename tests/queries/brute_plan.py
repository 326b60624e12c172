"""The question `mobilisation-plan` once more, from its definition alone: every choice of actors is tried."""

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from tests.queries.brute_mobilisers import ACTORS, MATCHES, Chain, Facts, Moment, alphabetical, found

Choice = tuple[int, ...]


def best_choice(reach: Sequence[set[str]], at_least: int, at_most: int | None) -> Choice:
    """The plan among all choices; each who can be chosen is given by whom it reaches."""
    by = {one: {at for at, some in enumerate(reach) if one in some} for one in set().union(*reach)}

    def served(choice: Choice) -> int:
        return sum(min(at_least, len(some), len(some & set(choice))) for some in by.values())

    every = itertools.chain.from_iterable(itertools.combinations(range(len(reach)), n) for n in range(len(reach) + 1))
    allowed = [choice for choice in every if at_most is None or len(choice) <= at_most]
    return min(allowed, key=lambda choice: (-served(choice), len(choice), choice))


class Plan:
    """The plan for a group in a region at a time; ids or names do."""

    def __init__(self, facts: Facts, given: Mapping[str, Any], first: dt.date, last: dt.date) -> None:
        group, region = found(facts, "TargetGroup", given["target_group"]), found(facts, "Region", given["region"])
        self.moment = moment = Moment(facts, group, region, first, last)
        self.names = {node_id: node["name"] for node_id, node in facts.nodes.items()}
        actors = [node_id for node_id, node in facts.nodes.items() if node["kind"] in ACTORS]
        self.gathers = {actor: moment.gathers(actor) for actor in actors}
        self.reach = {actor: {chain.to for chain in some if chain.by_name} for actor, some in self.gathers.items()}
        self.excluded = set(given.get("exclude", ()))
        self.able = self.in_order(actor for actor in actors if self.reach[actor] and actor not in self.excluded)
        sets = [self.reach[actor] for actor in self.able]
        choice = best_choice(sets, given.get("at_least", 1), given.get("at_most"))
        self.chosen = [self.able[at] for at in choice]
        helpful = [actor for actor in actors if self.gathers[actor] or moment.direct(actor)]
        self.others = self.in_order(set(helpful) - set(self.chosen) - self.excluded)

    def in_order(self, actors: Any) -> list[str]:
        """Actors in their order."""
        return sorted(actors, key=lambda one: (-len(self.reach[one]), alphabetical(self.names[one]), one))

    def employers(self, some: Any) -> list[str]:
        """Employers in their order."""
        match = self.moment.employers
        return sorted(some, key=lambda one: (MATCHES.index(match[one]), alphabetical(self.names[one]), one))

    def rows(self) -> list[dict[str, Any]]:
        """The rows of the answer."""
        reached = set().union(*(self.reach[actor] for actor in self.chosen))
        unreached = self.employers(set(self.moment.employers) - reached)
        return [*map(self.chosen_row, self.chosen), *map(self.unreached_row, unreached)]

    def chosen_row(self, actor: str) -> dict[str, Any]:
        """The row of one who is chosen."""
        by_others = set().union(*(self.reach[other] for other in self.chosen if other != actor))
        only = self.employers(self.reach[actor] - by_others)
        also = self.employers(self.reach[actor] & by_others)
        chain = min((chain for chain in self.gathers[actor] if chain.by_name), key=self.moment.order)
        return {
            "actor": self.names[actor],
            "part": "chosen",
            "reaches": len(only) + len(also),
            "only": len(only),
            "only_reaches": [self.names[one] for one in only],
            "also_reaches": [self.names[one] for one in also],
            "tie": None,
            "basis": None,
            "left_out": [],
            "flags": self.flags(chain),
        }

    @staticmethod
    def flags(chain: Chain) -> list[str]:
        """The remarks on a chain."""
        [fact] = chain.timed
        flags = [flag for flag in (chain.match, chain.where) if flag not in ("itself", "here")]
        return flags + ([] if fact["since"] or fact["until"] else ["time unknown"])

    def unreached_row(self, employer: str) -> dict[str, Any]:
        """The row of an employer that none of the chosen reaches."""
        left_out = sorted(
            (actor for actor, some in self.reach.items() if employer in some),
            key=lambda one: (alphabetical(self.names[one]), one),
        )
        match = self.moment.employers[employer]
        tie, basis = self.tie(employer)
        return {
            "actor": self.names[employer],
            "part": "unreached",
            "reaches": None,
            "only": None,
            "only_reaches": [],
            "also_reaches": [],
            "tie": tie and self.names[tie],
            "basis": basis,
            "left_out": [self.names[actor] for actor in left_out],
            "flags": [match] if match != "itself" else [],
        }

    def tie(self, employer: str) -> tuple[str | None, str | None]:
        """With whom one tie would do, and why."""
        for actors in (self.chosen, self.others):
            possible = [actor for actor in actors if actor != employer and employer not in self.reach[actor]]
            for actor in possible:
                if any(chain.to == employer and not chain.by_name for chain in self.gathers[actor]):
                    return actor, "by type"
            for actor in possible:
                for place in self.moment.ends_of("LOCATED_IN", employer) & self.moment.inside:
                    if ({place} | self.moment.above("PART_OF", place)) & self.moment.scope(actor):
                        return actor, "near"
        return None, None
