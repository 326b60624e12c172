"""The question ``brokers`` as one would write it on NetworkX: the same rows, from its own measures."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

import networkx as nx

from graph_model.actor_types import ActorTypeCode
from graph_model.facts import Period
from graph_model.text import Lang, listed
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts
from tests.benchmarks.networkx_places import Scopes
from tests.benchmarks.networkx_ties import Ties

_LABELS = {code.label.nb: code.label for code in ActorTypeCode}
_UNKNOWN = {"nb": "ukjent gruppe", "en": "group unknown"}
_INSIDE = {"nb": "innad", "en": "within"}
_ELSEWHERE_IN = {"nb": "{} ellers", "en": "elsewhere in {}"}
_ELSEWHERE = {"nb": "ellers", "en": "elsewhere"}
_ROLES = {
    "liaison": "liaison",
    "gatekeeper_representative": "gatekeeper-representative",
    "itinerant": "itinerant-broker",
    "coordinator": "coordinator",
}
_Pair = tuple[str, str]
_Group = frozenset[str] | None
_Groups = frozenset[frozenset[str]] | None


class _Way(NamedTuple):
    """A way in which two are tied: its facts from the first on, when all hold, whether the start is known."""

    path: tuple[tuple[str, str, str, str], ...]
    period: Period
    dated: bool


def brokers(facts: NetworkxFacts, given: Mapping[str, str], period: Period, lang: Lang) -> list[dict[str, Any]]:
    """Who stands between groups, in a region or anywhere."""
    moment = Moment(facts, period)
    return _Brokers(facts, moment, given, lang).rows()


class _Brokers:
    def __init__(self, facts: NetworkxFacts, moment: Moment, given: Mapping[str, str], lang: Lang) -> None:
        self.facts, self.moment, self.lang, self.region = facts, moment, lang, given.get("region")
        self.ties = Ties(moment, membership=False)
        self.scopes = Scopes(moment)
        self.actors = self.ties.within(self.region) if self.region else set(self.ties.actors)
        self.graph = nx.Graph()
        for actor in sorted(self.actors & self.ties.neighbours.keys()):
            self.graph.add_edges_from((actor, other) for other in sorted(self.ties.neighbours[actor] & self.actors))
        self.widest = [self.region] if self.region else self._outermost()
        self.compared = self._compared()
        by_type = given.get("partition") == "type"
        self.groups = {actor: (self._types if by_type else self._regions)(actor) for actor in self.graph}

    def rows(self) -> list[dict[str, Any]]:
        pairs = {actor: list(self._pairs(actor)) for actor in sorted(self.graph)}
        found = [actor for actor in pairs if pairs[actor]]
        shares = nx.betweenness_centrality(self.graph, normalized=False)
        constraints, sizes = nx.constraint(self.graph, found), nx.effective_size(self.graph, found)
        possible = (len(self.actors) - 1) * (len(self.actors) - 2) / 2
        rows = {}
        for actor in found:
            rows[actor] = {
                **self._said(actor, pairs[actor]),
                "betweenness": round(shares[actor] / possible, 9),
                "constraint": round(constraints[actor], 9),
                "effective_size": round(sizes[actor], 9),
            }
        return [rows[actor] for actor in sorted(rows, key=lambda actor: self._order(actor, rows[actor]))]

    def _order(self, actor: str, row: Mapping[str, Any]) -> tuple[object, ...]:
        return -row["gatekeeper_representative"] - row["liaison"], -row["pairs"], *self._node(actor)

    def _pairs(self, actor: str) -> Iterator[_Pair]:
        above = self.moment.above
        for one, other in combinations(sorted(self.graph[actor]), 2):
            related = one in above("PART_OF", other) or other in above("PART_OF", one)
            if not related and not self.graph.has_edge(one, other):
                yield one, other

    def _said(self, actor: str, pairs: list[_Pair]) -> dict[str, Any]:
        own = self.groups[actor]
        by_groups: dict[_Groups, list[_Pair]] = {}
        for pair in pairs:
            groups = [self.groups[end] for end in pair]
            known = None if own is None or None in groups else frozenset(group for group in groups if group is not None)
            by_groups.setdefault(known, []).append(pair)
        order: Callable[[_Groups], Any] = lambda key: (  # noqa: E731
            key is None, -len(by_groups[key]), sorted(self._group_order(group) for group in key or ()),
        )  # fmt: skip
        ordered = sorted(by_groups, key=order)
        counts: Counter[str] = Counter()
        for key in ordered:
            counts[_role(own, key)] += len(by_groups[key])
        known_roles = [role for role in _ROLES if counts[role]]
        return {
            "actor": self.moment.nodes[actor]["name"],
            "group": None if own is None else self._name(own),
            "role": _ROLES[max(known_roles, key=lambda role: counts[role])] if known_roles else None,
            "flags": ["time unknown"] if self._undated(actor, by_groups[ordered[0]][0]) else [],
            "between": listed([f"{self._between(key)} ({len(by_groups[key])})" for key in ordered], self.lang, 3),
            "pairs": len(pairs),
            **{role: counts[role] for role in (*_ROLES, "unclassified")},
        }

    def _between(self, key: _Groups) -> str:
        if key is None:
            return _UNKNOWN[self.lang]
        names = [self._name(group) for group in sorted(key, key=self._group_order)]
        return f"{_INSIDE[self.lang]}: {names[0]}" if len(names) == 1 else " – ".join(names)

    # Groups

    def _types(self, actor: str) -> _Group:
        return frozenset(self.moment.ends("OF_TYPE", actor)) or None

    def _regions(self, actor: str) -> _Group:
        located = self.moment.ends("LOCATED_IN", actor)
        places = located or self.scopes.of(actor)
        if not places:
            return None
        inside = {region: self.moment.below("PART_OF", region) for region in self.compared}
        if located:
            return frozenset(region for region, parts in inside.items() if not parts.isdisjoint(places))
        return frozenset(region for region, parts in inside.items() if parts.issuperset(places))

    def _outermost(self) -> list[str]:
        return [region for region in self.moment.existing("Region") if not self.moment.ends("PART_OF", region)]

    def _compared(self) -> list[str]:
        existing = self.moment.existing("Region")
        municipalities = {region for region in existing if self.moment.nodes[region]["type"] == "municipality"}
        level = set(self.widest) - municipalities
        while level:
            if len(level) > 1:
                return sorted(level)
            level = {part for region in level for part in self.moment.starts("PART_OF", region)} - municipalities
        inside = {part for region in self.widest for part in self.moment.below("PART_OF", region)}
        return sorted(inside & municipalities)

    def _name(self, group: frozenset[str]) -> str:
        if group:
            names = self.moment.names(group)
            return "/".join(_LABELS[name].to(self.lang) if name in _LABELS else name for name in names)
        if len(self.widest) != 1:
            return _ELSEWHERE[self.lang]
        whole = str(self.moment.nodes[self.widest[0]]["name"])
        return _ELSEWHERE_IN[self.lang].format(whole) if self.compared else whole

    def _group_order(self, group: frozenset[str]) -> tuple[object, ...]:
        return not group, *sorted(map(self._node, group))

    def _node(self, node: str) -> tuple[str, str]:
        return self.moment.nodes[node]["alphabetical"], node

    # Time

    def _undated(self, actor: str, pair: _Pair) -> bool:
        one, other = (min(self._ways(*sorted((actor, end))), key=lambda way: (not way.dated, way)) for end in pair)
        never = max(one.period.begins, other.period.begins) > min(one.period.ends, other.period.ends)
        return never or any(self._has_no_date(*edge) for way in (one, other) for edge in way.path)

    def _has_no_date(self, kind: str, start: str, end: str, key: str) -> bool:
        values = self.facts.graphs[kind].edges[start, end, key]
        return kind in ("RUNS", "HELD_AT") and values["since"] is None and values["until"] is None

    def _ways(self, first: str, second: str) -> Iterator[_Way]:
        for tie in self.moment.out("COLLABORATES_WITH", first):
            if tie.end == second:
                edges = [(*key.split("|")[:3], key) for key in tie.values["grounds"]]
                parts = [(end, key.split("|")[3]) for kind, _, end, key in edges if kind == "TAKES_PART_IN"]
                dated = any(since or self.moment.nodes[end]["values"]["since"] for end, since in parts)
                yield _Way(_walked(edges, first), tie.period, dated)


def _walked(edges: list[tuple[str, str, str, str]], start: str) -> tuple[tuple[str, str, str, str], ...]:
    left, path, reached = sorted(edges), [], {start}
    while left:
        edge = next(edge for edge in left if not reached.isdisjoint(edge[1:3]))
        left.remove(edge)
        path.append(edge)
        reached.update(edge[1:3])
    return tuple(path)


def _role(own: _Group, groups: _Groups) -> str:
    if own is None or groups is None:
        return "unclassified"
    if len(groups) == 1:
        return "coordinator" if own in groups else "itinerant"
    return "gatekeeper_representative" if own in groups else "liaison"
