"""The question ``density`` as one would write it on NetworkX: the same rows, by walking the graph in memory."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from graph_model.facts import ALWAYS, Period
from graph_model.text import Lang
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts
from tests.benchmarks.networkx_ties import Ties


def density(facts: NetworkxFacts, given: Mapping[str, str], period: Period, _lang: Lang) -> list[dict[str, Any]]:
    """The density of a region, or of each that is part of none, split up as is asked for."""
    moment, membership = Moment(facts, period), given.get("ties") == "membership"
    widest = (region for region in moment.existing("Region") if not moment.ends("PART_OF", region))
    regions = [given["region"]] if "region" in given else list(widest)
    if given.get("by") == "year":
        return [row for region in regions for row in _by_year(facts, region, period, membership=membership)]
    ties = Ties(moment, membership=membership)
    split = _by_type if given.get("by") == "type" else _by_region
    return [row for region in regions for row in split(ties, region)]


def _by_region(ties: Ties, region: str) -> Iterator[dict[str, Any]]:
    nodes = ties.moment.nodes
    parts = (part for part in ties.moment.starts("PART_OF", region) if nodes[part]["type"] != "municipality")
    within = {part: ties.within(part) for part in (region, *ties.moment.ordered(parts))}
    for part, actors in within.items():
        yield _row({"region": nodes[part]["name"], "other_region": None}, ties.neighbours, actors)
    for one, other in combinations([part for part in within if part != region], 2):
        labels = {"region": nodes[one]["name"], "other_region": nodes[other]["name"]}
        yield _row(labels, ties.neighbours, within[one], within[other])


def _by_type(ties: Ties, region: str) -> Iterator[dict[str, Any]]:
    nodes = ties.moment.nodes
    of_type: dict[str, set[str]] = {}
    for actor in ties.within(region):
        for kind in ties.moment.ends("OF_TYPE", actor):
            of_type.setdefault(kind, set()).add(actor)
    place, kinds = {"region": nodes[region]["name"]}, ties.moment.ordered(of_type)
    for kind in kinds:
        labels = {**place, "type": nodes[kind]["name"], "other_type": None}
        yield _row(labels, ties.neighbours, of_type[kind])
    for one, other in combinations(kinds, 2):
        labels = {**place, "type": nodes[one]["name"], "other_type": nodes[other]["name"]}
        yield _row(labels, ties.neighbours, of_type[one], of_type[other])


def _by_year(facts: NetworkxFacts, region: str, period: Period, *, membership: bool) -> Iterator[dict[str, Any]]:
    def at(year: int) -> Ties:
        return Ties(Moment(facts, Period(dt.date(year, 1, 1), dt.date(year, 12, 31))), membership=membership)

    today = dt.datetime.now().astimezone().year
    known = sorted(year for year in Ties(Moment(facts, ALWAYS), membership=membership).starts if year <= today)
    first = next((year for year in known if _starts(at(year), region, year)), today)
    for year in range(max(first, period.begins.year), min(today, period.ends.year) + 1):
        ties = at(year)
        actors = ties.within(region)
        row = _row({"region": facts.nodes[region]["name"], "year": year}, ties.dated, actors)
        yield {**row, "undated_ties": _tied(ties.neighbours, actors, actors) // 2 - row["ties"]}


def _starts(ties: Ties, region: str, year: int) -> bool:
    """Whether a tie in a region starts in the year whose ties these are."""
    there = ties.within(region)
    return any(there.issuperset(pair) and pair[1] in ties.dated.get(pair[0], ()) for pair in ties.starts.get(year, ()))


def _tied(neighbours: Mapping[str, set[str]], some: set[str], others: set[str]) -> int:
    return sum(len(neighbours[actor] & others) for actor in some if actor in neighbours)


def _row(
    labels: Mapping[str, object], neighbours: Mapping[str, set[str]], some: set[str], others: set[str] | None = None
) -> dict[str, Any]:
    both = some & others if others is not None else set()
    mine = some - both
    theirs = None if others is None else others - both
    tied = _tied(neighbours, mine, mine) // 2 if theirs is None else _tied(neighbours, mine, theirs)
    possible = len(mine) * (len(mine) - 1) // 2 if theirs is None else len(mine) * len(theirs)
    return {
        **labels,
        "actors": len(mine),
        "other_actors": None if theirs is None else len(theirs),
        "ties": tied,
        "possible": possible,
        "density": tied / possible if possible else None,
        "in_both": None if theirs is None else len(both),
    }
