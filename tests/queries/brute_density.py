"""The question `density` once more, from its definition alone and in the plainest way, to judge the program by.

Whatever is asked is found by going over all facts, again and again; no index, no query, nothing of the program.
"""

import datetime as dt
import itertools
from typing import Literal, NamedTuple, TypedDict

from tests.queries.brute_mobilisers import Facts, Holding, PlainRelation, alphabetical, found

BETWEEN_ACTORS = ["MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES", "OFFERS", "NEEDS", "FUNDS", "TAKES_PART_IN"]
STAND_FOR_OTHERS = ["Programme", "Network", "Position"]
FIRST = dt.date(1, 1, 1)

By = Literal["region", "type", "year"]
Ties = Literal["collaboration", "membership"]


class DensityRow(TypedDict):
    """A row of the answer; regions and types are given by name."""

    region: str
    other_region: str | None
    type: str | None
    other_type: str | None
    year: int | None
    actors: int
    other_actors: int | None
    ties: int
    possible: int
    density: float | None
    undated_ties: int | None
    in_both: int | None


class Way(NamedTuple):
    """A way in which an organisation stands in something: what that is, and the facts for it."""

    into: str
    facts: list[PlainRelation]


def brute_density(
    facts: Facts, region: str | None, by: By, ties: Ties, first: dt.date, last: dt.date, this_year: int
) -> list[DensityRow]:
    """How densely the actors of a region, given by id or name, collaborate at a time from its first to its last day."""
    facts = without_what_is_over(facts)
    at = At(facts, ties, first, last)
    rows: list[DensityRow] = []
    for asked in [found(facts, "Region", region)] if region else at.outermost():
        if by == "region":
            rows += rows_by_region(at, asked)
        elif by == "type":
            rows += rows_by_type(at, asked)
        else:
            for year in years(facts, ties, asked, this_year):
                days = dt.date(year, 1, 1), dt.date(year, 12, 31)
                if days[0] <= last and days[1] >= first:
                    rows.append(row_of_year(At(facts, ties, *days), asked, year))
    return rows


def without_what_is_over(facts: Facts) -> Facts:
    """The facts without those that lead to what has ended nobody knows when."""
    over = {node for node, known in facts.nodes.items() if known["status"] == "ended" and not known["until"]}
    return Facts(facts.nodes, [fact for fact in facts.relations if not {fact["start"], fact["end"]} & over])


class At(Holding):
    """The facts that hold at a time, with the actors and their ties."""

    def __init__(self, facts: Facts, ties: Ties, first: dt.date, last: dt.date) -> None:
        super().__init__(facts, first, last)
        self.first, self.last = first, last
        self.ties = ties
        self.actors = self.all_actors()  # V
        self.ways = {actor: self.ways_of(actor, []) for actor in self.actors}

    # Actors

    def all_actors(self) -> list[str]:
        """The organisations at either end of a relation that makes it an actor, by their ids."""
        at_ends = {
            node for fact in self.relations if fact["kind"] in BETWEEN_ACTORS for node in (fact["start"], fact["end"])
        }
        return sorted(node for node in at_ends if self.nodes[node]["kind"] == "Organisation")

    def within(self, region: str, wider: str) -> bool:
        """Whether a region is another or part of it."""
        return region == wider or wider in self.above("PART_OF", region)

    def is_in(self, actor: str, region: str) -> bool:
        """Whether an organisation is in a region: by one of its places, or, without any, by all of its scope."""
        places = self.ends_of("LOCATED_IN", actor)
        if places:
            return any(self.within(place, region) for place in places)
        scope = self.scope(actor)
        return bool(scope) and all(self.within(place, region) for place in scope)

    def actors_in(self, region: str) -> set[str]:
        """The actors in a region."""
        return {actor for actor in self.actors if self.is_in(actor, region)}

    # Ties

    def ways_of(self, actor: str, by: list[str]) -> list[Way]:
        """The ways in which an actor stands in something, itself or by what it runs or hosts; `by` led to it."""
        ways = []
        for fact in self.relations:
            if fact["start"] == actor and self.is_way_in(fact):
                ways.append(Way(fact["end"], [fact]))
            if fact["kind"] == "RUNS" and fact["start"] == actor:
                other = fact["end"]
            elif fact["kind"] == "HELD_AT" and fact["end"] == actor:
                other = fact["start"]
            else:
                continue
            if self.nodes[other]["kind"] in STAND_FOR_OTHERS and other not in by:
                ways += [Way(way.into, [fact, *way.facts]) for way in self.ways_of(other, [*by, other])]
        return ways

    def is_way_in(self, fact: PlainRelation) -> bool:
        """Whether a fact is such that those whom it puts into one thing have ties."""
        if self.ties == "membership":
            return fact["kind"] == "MEMBER_OF"
        return fact["kind"] == "TAKES_PART_IN" and self.nodes[fact["end"]]["status"] not in ("planned", "attempted")

    def starts(self, one: str, other: str) -> list[dt.date | None]:
        """For each two ways by which two actors have a tie, when that is known to start; none where they have none."""
        if one in self.above("PART_OF", other) or other in self.above("PART_OF", one):
            return []
        starts: list[dt.date | None] = []
        for way, other_way in itertools.product(self.ways[one], self.ways[other]):
            facts = [*way.facts, *other_way.facts]
            begins, ends = max(fact["begins"] for fact in facts), min(fact["ends"] for fact in facts)
            if way.into == other_way.into and max(begins, self.first) <= min(ends, self.last):
                joined = any(fact["since"] for fact in facts if fact["kind"] in ("TAKES_PART_IN", "MEMBER_OF"))
                begun = self.ties == "collaboration" and self.nodes[way.into]["begins"] > FIRST
                starts.append(begins if joined or begun else None)
        return starts

    # Regions and types

    def name(self, node: str) -> str:
        """The name of a node."""
        return self.nodes[node]["name"]

    def by_name(self, some: set[str]) -> list[str]:
        """Nodes in the order of their names, and of their ids where these are equal."""
        return sorted(some, key=lambda node: (alphabetical(self.name(node)), node))

    def outermost(self) -> list[str]:
        """The regions that exist and are part of none."""
        regions = {
            node
            for node, known in self.nodes.items()
            if known["kind"] == "Region" and known["begins"] <= self.last and known["ends"] >= self.first
        }
        return self.by_name({region for region in regions if not self.ends_of("PART_OF", region)})


def rows_by_region(at: At, region: str) -> list[DensityRow]:
    """The region, its direct parts but the municipalities, and each pair of these."""
    parts = at.by_name(
        {part for part in at.starts_of("PART_OF", region) if at.nodes[part]["type"] != "municipality"},
    )
    rows = [inside(at, at.actors_in(part), region=at.name(part)) for part in (region, *parts)]
    for part, other in itertools.combinations(parts, 2):
        row = between(at, at.actors_in(part), at.actors_in(other), region=at.name(part))
        rows.append({**row, "other_region": at.name(other)})
    return rows


def rows_by_type(at: At, region: str) -> list[DensityRow]:
    """Each type of the actors in a region, and each pair of these."""
    name = at.name(region)
    everybody = at.actors_in(region)
    types = at.by_name({kind for actor in everybody for kind in at.ends_of("OF_TYPE", actor)})
    of_type = {kind: {actor for actor in everybody if kind in at.ends_of("OF_TYPE", actor)} for kind in types}
    rows: list[DensityRow] = [{**inside(at, of_type[kind], region=name), "type": at.name(kind)} for kind in types]
    for kind, other in itertools.combinations(types, 2):
        row = between(at, of_type[kind], of_type[other], region=name)
        rows.append({**row, "type": at.name(kind), "other_type": at.name(other)})
    return rows


def years(facts: Facts, ties: Ties, region: str, this_year: int) -> list[int]:
    """The years from the first one in which a tie in a region is known to start, to this year; else this year."""
    stated = {fact["begins"].year for fact in facts.relations if fact["begins"] > FIRST}
    for year in sorted(stated):
        at = At(facts, ties, dt.date(year, 1, 1), dt.date(year, 12, 31))
        for pair in itertools.combinations(sorted(at.actors_in(region)), 2):
            if any(start and start.year == year for start in at.starts(*pair)):
                return list(range(year, this_year + 1))
    return [this_year]


def row_of_year(at: At, region: str, year: int) -> DensityRow:
    """A region in a year, with the ties of which no start is known counted apart."""
    actors = at.actors_in(region)
    ties = [at.starts(*pair) for pair in itertools.combinations(sorted(actors), 2)]
    dated = sum(1 for starts in ties if any(starts))
    row = inside(at, actors, region=at.name(region))
    counted: DensityRow = {**row, "year": year, "ties": dated, "undated_ties": sum(1 for one in ties if one) - dated}
    counted["density"] = dated / row["possible"] if row["possible"] else None
    return counted


def inside(at: At, actors: set[str], region: str) -> DensityRow:
    """The actors of one group, and their ties."""
    possible = len(actors) * (len(actors) - 1) // 2
    ties = sum(1 for pair in itertools.combinations(sorted(actors), 2) if at.starts(*pair))
    return {
        "region": region,
        "other_region": None,
        "type": None,
        "other_type": None,
        "year": None,
        "actors": len(actors),
        "other_actors": None,
        "ties": ties,
        "possible": possible,
        "density": ties / possible if possible else None,
        "undated_ties": None,
        "in_both": None,
    }


def between(at: At, actors: set[str], others: set[str], region: str) -> DensityRow:
    """The actors of two groups without those that are in both, and the ties from the one to the other."""
    both = actors & others
    ties = sum(1 for pair in itertools.product(actors - both, others - both) if at.starts(*pair))
    possible = len(actors - both) * len(others - both)
    return {
        **inside(at, set(), region),
        "actors": len(actors - both),
        "other_actors": len(others - both),
        "ties": ties,
        "possible": possible,
        "density": ties / possible if possible else None,
        "in_both": len(both),
    }
