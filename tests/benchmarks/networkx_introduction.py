"""The question ``introduction`` as one would write it on NetworkX: the same rows, over one graph of all ties."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations, pairwise, product
from typing import Any, NamedTuple

import networkx as nx

from graph_model.facts import ALWAYS, Period
from graph_model.text import Lang
from queries.motor.hop_words import hop_in_words
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts, Tie

_MOST_HOPS, _MOST_CHAINS = 6, 3
_RUNNING, _POST, _COLLABORATION, _MEMBERSHIP, _MOBILISATION = range(5)
_LEADING = ("leader", "secretariat", "owner")
_KINDS = {"RUNS": _RUNNING, "HELD_AT": _POST, "MEMBER_OF": _MEMBERSHIP, "MOBILISES": _MOBILISATION}
_TOGETHER = {"nb": "samarbeider med {} ({})", "en": "collaborates with {} ({})"}
_WHICH = {"nb": "som", "en": "which"}


class _Chain(NamedTuple):
    shared: int
    steps: tuple[tuple[object, ...], ...]
    actors: tuple[str, ...]


def introduction(facts: NetworkxFacts, given: Mapping[str, str], period: Period, lang: Lang) -> list[dict[str, Any]]:
    """The three best chains from one actor to another."""
    start, end = given["from_actor"], given["to_actor"]
    moment = Moment(facts, period)
    ties = _ties(moment)
    if start == end or start not in ties or end not in ties:
        return []
    chains: list[_Chain] = []
    while len(chains) < _MOST_CHAINS and (chain := _next(moment, ties, (start, end), chains)):
        chains.append(chain)
    return [_row(moment, ties, chain, chains, lang) for chain in sorted(chains, key=lambda chain: len(chain.steps))]


def _ties(moment: Moment) -> nx.Graph:
    """The actors, and what ties two of them: how close, and the facts."""
    ties: nx.Graph = nx.Graph()
    actors = dict.fromkeys(moment.existing("Organisation", "Network", "Programme", "Position"))
    for kind, closeness in _KINDS.items():
        for tie in (tie for actor in actors for tie in moment.out(kind, actor)):
            leads = kind == "MEMBER_OF" and tie.values["role"] in _LEADING
            if tie.end in actors and not (kind == "MOBILISES" and tie.values["status"]):
                _tie(ties, tie.start, tie.end, _RUNNING if leads else closeness, (tie,))
    for collaboration in moment.existing("Collaboration"):
        values = moment.nodes[collaboration]["values"]
        over = values["status"] == "ended" and not values["until"]
        if values["status"] not in ("planned", "attempted") and not over:
            for one, other in combinations(moment.into("TAKES_PART_IN", collaboration), 2):
                _tie(ties, one.start, other.start, _COLLABORATION, (one, other))
    return ties


def _tie(ties: nx.Graph, one: str, other: str, closeness: int, facts: tuple[Tie, ...]) -> None:
    if one != other:
        ties.add_edge(one, other)
        ties[one][other].setdefault("facts", []).append((closeness, facts))


def _first(ties: nx.Graph, one: str, other: str) -> tuple[int, tuple[Tie, ...]]:
    """The closest tie of two, seen from the one."""
    turned = [
        (closeness, facts if facts[0].start == one else facts[::-1]) for closeness, facts in ties[one][other]["facts"]
    ]
    return min(turned, key=lambda tie: (tie[0], [fact.key for fact in tie[1]]))


def _next(moment: Moment, ties: nx.Graph, ends: tuple[str, str], earlier: Collection[_Chain]) -> _Chain | None:
    over = frozenset(actor for chain in earlier for actor in chain.actors[1:-1])
    sets = {frozenset(one) for one in product(*(chain.actors[1:-1] for chain in earlier if chain.actors[1:-1]))}
    for without, least in (([over], 0), (sets if over else [], 1)):
        found: list[tuple[int, int, _Chain]] = []
        for hops in range(2 if earlier else 1, _MOST_HOPS + 1):
            found += [(chain.shared, hops, chain) for chain in _best(moment, ties, ends, hops, without, over)]
            if any(shared == least for shared, _, _ in found):
                break
        if found:
            return min(found)[2]
    return None


def _best(
    moment: Moment,
    ties: nx.Graph,
    ends: tuple[str, str],
    hops: int,
    sets: Iterable[frozenset[str]],
    over: frozenset[str],
) -> list[_Chain]:
    """The best chain of so many hops without each of these sets of actors, where there is one."""
    found = []
    for without in sets:
        start, end = ends
        open_to = nx.subgraph_view(ties, filter_node=lambda actor: actor not in without and actor != start)  # noqa: B023
        left_from = nx.single_source_shortest_path_length(open_to, end, cutoff=hops - 1)
        layer = {start: _Chain(0, (), (start,))}
        for left in range(hops - 1, -1, -1):
            following: dict[str, _Chain] = {}
            for actor, chain in layer.items():
                for other in ties[actor]:
                    if left_from.get(other, hops) <= left and (other != end) == bool(left):
                        step = _first(ties, actor, other)[0], moment.nodes[other]["alphabetical"], other
                        longer = _Chain(chain.shared + (other in over), (*chain.steps, step), (*chain.actors, other))
                        following[other] = min(longer, following.get(other, longer))
            layer = following
        found += [layer[end]] if end in layer else []
    return found


def _row(moment: Moment, ties: nx.Graph, chain: _Chain, chains: list[_Chain], lang: Lang) -> dict[str, Any]:
    names = [moment.nodes[actor]["name"] for actor in chain.actors]
    first = [_first(ties, one, other) for one, other in pairwise(chain.actors)]
    timed = [facts[0] for closeness, facts in first if closeness != _COLLABORATION]
    common = ALWAYS
    for fact in timed:
        common = common.within(fact.period)
    undated = not all(fact.dated for fact in timed) or common.begins > common.ends
    elsewhere = {actor for other in chains if other is not chain for actor in other.actors[1:-1]}
    hops = [_hop(moment, one, name, tie, lang) for one, name, tie in zip(chain.actors, names[1:], first, strict=False)]
    return {
        "first": names[1],
        "over": names[1:-1],
        "hops": len(names) - 1,
        "chain": f"{names[0]} " + f", {_WHICH[lang]} ".join(hops),
        "shared": [moment.nodes[actor]["name"] for actor in chain.actors[1:-1] if actor in elsewhere],
        "flags": ["time unknown"] if undated else [],
    }


def _hop(moment: Moment, one: str, name: str, tie: tuple[int, tuple[Tie, ...]], lang: Lang) -> str:
    closeness, (fact, *_) = tie
    if closeness == _COLLABORATION:
        return _TOGETHER[lang].format(name, moment.nodes[fact.end]["name"])
    return hop_in_words(fact.kind, fact.values.get("role"), name, outgoing=fact.start == one).to(lang)
