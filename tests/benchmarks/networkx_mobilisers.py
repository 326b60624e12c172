"""The question ``mobilisers`` as one would write it on NetworkX: the same rows, by walking the graph in memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from graph_model.facts import Period
from graph_model.names import alphabetical
from graph_model.text import Lang
from tests.benchmarks.networkx_chains import (
    ELSEWHERE,
    HERE,
    KINDS,
    MATCHES,
    PLACES,
    WIDER,
    Chain,
    Way,
    channel,
    flags,
    type_of,
)
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts, Tie
from tests.benchmarks.networkx_places import Scopes

Order = tuple[int, int, int, int, str, str]


def mobilisers(facts: NetworkxFacts, given: Mapping[str, str], period: Period, lang: Lang) -> list[dict[str, Any]]:
    """The rows of the answer: who reaches a target group in a region, at a time."""
    moment = Moment(facts, period)
    return Mobilisers(moment, Scopes(moment), given["target_group"], given["region"], lang).rows()


class Mobilisers:
    """Who reaches the target group of an id in the region of an id."""

    def __init__(self, moment: Moment, scopes: Scopes, group: str, region: str, lang: Lang) -> None:
        self._moment, self._lang = moment, lang
        self._nodes = moment.nodes
        self._inside = moment.below("PART_OF", region)
        self._around = moment.above("PART_OF", region) - {region}
        narrower, broader = moment.below("BROADER", group), moment.above("BROADER", group) - {group}
        self._matches = {**dict.fromkeys(broader, 2), **dict.fromkeys(narrower, 1), group: 0}
        topmost = {other for other in self._matches if not moment.ends("BROADER", other)}
        self._employed = {other for other, match in self._matches.items() if match < 2 or other not in topmost}
        self._scopes = scopes
        self._employers = self._find_employers()
        """The employers in their order, each with its match."""
        self._ranks = {employer: rank for rank, (employer, _) in enumerate(self._employers)}
        self._direct: dict[str, list[Chain]] = {}
        self._ways: dict[str, list[Way]] = {}
        self._find_direct()
        self._find_ways()
        self._linked = self._links()

    # Where

    def _regions(self, tie: Tie, actor: str) -> Collection[str]:
        """Where a tie of an actor works: the regions that it states, else the actor's scope."""
        return tie.values.get("regions") or self._scopes.of(actor)

    def _place(self, regions: Collection[str]) -> int:
        if not self._inside.isdisjoint(regions):
            return HERE
        return ELSEWHERE if self._around.isdisjoint(regions) else WIDER

    # Who

    def _find_employers(self) -> list[tuple[str, int]]:
        groups = self._employed
        found: dict[str, int] = {}
        if self._moment.size("EMPLOYS", groups) < self._moment.size("LOCATED_IN", self._inside):
            employing = (tie for group in groups for tie in self._moment.into("EMPLOYS", group))
            employs = (tie for tie in employing if self._lies_here(tie.start))
        else:
            here = {tie.start for region in self._inside for tie in self._moment.into("LOCATED_IN", region)}
            employs = (tie for node in here for tie in self._moment.out("EMPLOYS", node) if tie.end in groups)
        for tie in employs:
            found[tie.start] = min(self._matches[tie.end], found.get(tie.start, 2))
        return sorted(found.items(), key=lambda item: (item[1], self._nodes[item[0]]["alphabetical"], item[0]))

    def _lies_here(self, node: str) -> bool:
        return any(tie.end in self._inside for tie in self._moment.out("LOCATED_IN", node))

    def _find_direct(self) -> None:
        for group, match in self._matches.items():
            for tie in self._mobilisations(group):
                place = self._place(self._regions(tie, tie.start))
                if place != ELSEWHERE:
                    chain = Chain(match, place, 0, self._nodes[group]["alphabetical"], group, tie.key, tie)
                    self._direct.setdefault(tie.start, []).append(chain)

    def _mobilisations(self, audience: str) -> Iterator[Tie]:
        return (tie for tie in self._moment.into("MOBILISES", audience) if tie.values["status"] is None)

    def _find_ways(self) -> None:
        lying: dict[tuple[str, frozenset[str]], set[int]] = {}
        for rank, (employer, _) in enumerate(self._employers):
            for tie in self._moment.out("MEMBER_OF", employer):
                self._add_way(tie.end, tie, {rank}, by_name=True)
            for tie in self._mobilisations(employer):
                self._add_way(tie.start, tie, {rank}, by_name=True)
            places: set[str] = set()
            for tie in self._moment.out("LOCATED_IN", employer):
                places |= self._moment.above("PART_OF", tie.end)
            for tie in self._moment.out("OF_TYPE", employer):
                lying.setdefault((tie.end, frozenset(places)), set()).add(rank)
        for kind in {wider for own, _ in lying for wider in self._moment.above("BROADER", own)}:
            for tie in (*self._moment.into("GATHERS", kind), *self._mobilisations(kind)):
                regions = self._regions(tie, tie.start)
                within = (
                    some
                    for (own, places), some in lying.items()
                    if kind in self._moment.above("BROADER", own) and not places.isdisjoint(regions)
                )
                self._add_way(tie.start, tie, set().union(*within), by_name=False)

    def _add_way(self, actor: str, tie: Tie, employers: set[int], *, by_name: bool) -> None:
        others = frozenset(employers - {self._ranks.get(actor)})
        if others:
            self._ways.setdefault(actor, []).append(Way(tie, by_name, self._place(self._regions(tie, actor)), others))

    def _links(self) -> dict[str, dict[str, tuple[int, str, Tie]]]:
        """For each actor the others that it works through, with its best link to each."""
        links: dict[str, dict[str, tuple[int, str, Tie]]] = {}
        for other in self._direct.keys() | self._ways.keys():
            for tie in (
                *self._moment.into("RUNS", other),
                *(tie for tie in self._moment.into("MEMBER_OF", other) if tie.values["role"] == "leader"),
                *self._moment.into("HELD_AT", other),
                *self._mobilisations(other),
            ):
                place = self._place(self._regions(tie, tie.start))
                serves = self._place(self._scopes.of(tie.start)) != ELSEWHERE
                if serves and place != ELSEWHERE and tie.start != other:
                    link = (place, tie.key, tie)
                    mine = links.setdefault(tie.start, {})
                    mine[other] = min(mine.get(other, link), link, key=lambda some: some[:2])
        return links

    # The answer

    def rows(self) -> list[dict[str, Any]]:
        """One row an actor, in the order of the answer."""
        rows = (self._found(actor) for actor in {*self._direct, *self._ways, *self._linked})
        return [row for _, row in sorted(filter(None, rows), key=lambda pair: pair[0])]

    def row_of(self, actor: str) -> dict[str, Any]:
        """The row of an actor that has one."""
        found = self._found(actor)
        assert found
        return found[1]

    def ends(self, actor: str) -> set[tuple[str, str]]:
        """The pairs of a group and a region in which the chains of an actor end."""
        others = [other for other in self._linked.get(actor, {}) if self._inner(other, actor)]
        return self._own_ends(actor, "").union(*(self._own_ends(other, actor) for other in others))

    def _own_ends(self, actor: str, without: str) -> set[tuple[str, str]]:
        around = self._inside | self._around
        found = {
            (chain.end, region)
            for chain in self._direct.get(actor, [])
            for region in around.intersection(self._regions(chain.tie, actor))
        }
        for rank in {rank for way in self._ways_without(actor, without) for rank in way.employers}:
            employer = self._employers[rank][0]
            groups = self._moment.ends("EMPLOYS", employer) & self._employed
            found |= set(product(groups, self._moment.ends("LOCATED_IN", employer) & self._inside))
        return found

    def _inner(self, other: str, actor: str) -> Chain | None:
        """The first chain of another that an actor works through."""
        gathered = map(self._best, self._ways_without(other, actor))
        return min([*self._direct.get(other, []), *gathered], default=None)

    def _found(self, actor: str) -> tuple[Order, dict[str, Any]] | None:
        ways = self._ways.get(actor, [])
        reaching = list(ways)
        chains = list(self._direct.get(actor, []))
        for other, (place, key, tie) in self._linked.get(actor, {}).items():
            inner = self._inner(other, actor)
            if inner:
                name = self._nodes[other]["alphabetical"]
                chains.append(Chain(inner.match, place, 2, name, other, key, tie, inner))
                reaching += self._ways_without(other, actor)
        count = len(chains) + sum(len(way.employers) for way in ways)
        chains += map(self._best, ways)
        return self._row(actor, min(chains), count, reaching) if chains else None

    def _ways_without(self, actor: str, employer: str) -> Iterator[Way]:
        rank = self._ranks.get(employer)
        for way in self._ways.get(actor, []):
            if rank not in way.employers:
                yield way
            elif len(way.employers) > 1:
                yield way._replace(employers=way.employers - {rank})

    def _best(self, way: Way) -> Chain:
        """The chain of a way to the first of its employers."""
        employer, match = self._employers[min(way.employers)]
        name = self._nodes[employer]["alphabetical"]
        return Chain(match, way.place, 1, name, employer, way.tie.key, way.tie)

    def _row(self, actor: str, first: Chain, count: int, reaching: Iterable[Way]) -> tuple[Order, dict[str, Any]]:
        node = self._nodes[actor]
        by_name = frozenset().union(*(way.employers for way in reaching if way.by_name))
        by_type = frozenset().union(*(way.employers for way in reaching if not way.by_name)) - by_name
        wider = self._around.intersection(self._regions(first.tie, actor)) if first.place == WIDER else ()
        reached = len(by_name) + len(by_type)
        order = (first.match, first.place, first.kind, -reached, node["alphabetical"], actor)
        return order, {
            "actor": node["name"],
            "actor_type": type_of(self._moment, actor, self._lang),
            "chain": KINDS[first.kind],
            "channel": channel(self._moment, first, len(by_name), len(by_type), self._lang),
            "over": self._nodes[first.end]["name"] if first.kind == 2 else None,
            "group_match": MATCHES[first.match],
            "where": PLACES[first.place],
            "wider": sorted((self._nodes[region]["name"] for region in wider), key=alphabetical),
            "by_name": len(by_name),
            "by_type": len(by_type),
            "of": len(self._employers),
            "other_chains": count - 1,
            "flags": flags(first, len(by_name), len(by_type)),
        }
