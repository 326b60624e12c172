"""The question ``reach`` as one would write it on NetworkX: ``mobilisers`` for every pair that may be reached."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from graph_model.facts import Period
from graph_model.text import Lang
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts
from tests.benchmarks.networkx_mobilisers import Mobilisers
from tests.benchmarks.networkx_places import Scopes


def reach(facts: NetworkxFacts, given: Mapping[str, str], period: Period, lang: Lang) -> list[dict[str, Any]]:
    """Whom an actor reaches at a time: a row for each pair of a group and a region in which one of its chains ends."""
    moment, actor = Moment(facts, period), given["actor"]
    scopes = Scopes(moment)
    group, region = given.get("target_group"), given.get("region")
    pairs = {(group, region)} if group and region else set(_candidates(moment, scopes, actor))
    found: list[tuple[tuple[str, ...], dict[str, Any]]] = []
    for asked_group, asked_region in {(group or one, region or other) for one, other in pairs}:
        mobilisers = Mobilisers(moment, scopes, asked_group, asked_region, lang)
        row = None
        for end in mobilisers.ends(actor):
            if (group or end[0] == asked_group) and (region or end[1] == asked_region):
                row = row or _shared(mobilisers, actor)
                nodes = [moment.nodes[node] for node in end]
                order = (nodes[0]["alphabetical"], end[0], nodes[1]["alphabetical"], end[1])
                found.append((order, {"target_group": nodes[0]["name"], "region": nodes[1]["name"], **row}))
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def _shared(mobilisers: Mobilisers, actor: str) -> dict[str, Any]:
    row = mobilisers.row_of(actor)
    return {name: value for name, value in row.items() if name not in ("actor", "actor_type")}


def _candidates(moment: Moment, scopes: Scopes, actor: str) -> Iterator[tuple[str, str]]:
    """Pairs of a group and a region; every pair that the actor reaches is among them."""
    actors = {actor}.union(*(moment.ends(kind, actor) for kind in ("RUNS", "MEMBER_OF", "HELD_AT", "MOBILISES")))
    employers: set[str] = set()
    for one in actors:
        employers |= moment.starts("MEMBER_OF", one) | _by_type(moment, scopes, one)
        for tie in moment.out("MOBILISES", one):
            kind = moment.nodes[tie.end]["kind"]
            if kind == "TargetGroup":
                yield from product([tie.end], tie.values["regions"] or scopes.of(one))
            elif kind == "Organisation":
                employers.add(tie.end)
    for employer in employers:
        yield from product(moment.ends("EMPLOYS", employer), moment.ends("LOCATED_IN", employer))


def _by_type(moment: Moment, scopes: Scopes, actor: str) -> set[str]:
    """The organisations that an actor gathers or mobilises by their type, where it does."""
    found: set[str] = set()
    for kind in ("GATHERS", "MOBILISES"):
        for tie in moment.out(kind, actor):
            if moment.nodes[tie.end]["kind"] == "ActorType":
                around = tie.values.get("regions") or scopes.of(actor)
                regions = frozenset().union(*(moment.below("PART_OF", region) for region in around))
                types = moment.below("BROADER", tie.end)
                located = {one for region in regions for one in moment.starts("LOCATED_IN", region)}
                found |= {one for one in located if not types.isdisjoint(moment.ends("OF_TYPE", one))}
    return found
