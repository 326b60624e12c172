"""The question ``actors`` as one would write it on NetworkX: the same rows, by walking the graph in memory."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph_model import catalogue, roles
from graph_model.facts import Period
from graph_model.text import Lang
from tests.benchmarks.networkx_chains import type_of
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts, Tie
from tests.benchmarks.networkx_places import ELSEWHERE, WIDER, Around, Scopes

_ACTORS = [kind.kind() for kind in catalogue.playing(roles.Actor)]
_ORDER = (
    "mobiliser", "provider", "partner", "member", "leader", "secretariat", "owner", "runs", "funder", "needs",
    "employer", "host", "meeting-place",
)  # fmt: skip
_PLAIN = {"runs": "RUNS", "funder": "FUNDS", "needs": "NEEDS", "employer": "EMPLOYS"}
_DATED = ("MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES")
_NOT_DONE = ("planned", "attempted")


def actors(facts: NetworkxFacts, given: Mapping[str, str], period: Period, lang: Lang) -> list[dict[str, Any]]:
    """The actors that exist at a time, narrowed by what is given."""
    moment = Moment(facts, period)
    around, scopes = Around(moment, given.get("region")), Scopes(moment)
    types = moment.below("BROADER", given["type"]) if "type" in given else None
    rows = []
    for actor in moment.existing(*_ACTORS):
        where = around.where(scopes.of(actor))
        if where == ELSEWHERE or (types is not None and types.isdisjoint(moment.ends("OF_TYPE", actor))):
            continue
        found = _roles(moment, actor)
        if given.get("role") in (None, *found):
            unknown = _is_undated(found[given["role"]]) if "role" in given else False
            flags = [*(["wider"] if where == WIDER else []), *(["time unknown"] if unknown else [])]
            rows.append((where, _row(moment, actor, found, scopes.of(actor), flags, lang)))
    return [row for _, row in sorted(rows, key=lambda one: one[0])]


def _roles(moment: Moment, actor: str) -> dict[str, list[Tie]]:
    """Its roles in their order, each with the relations that give it."""
    found: dict[str, list[Tie]] = {}
    for role, tie in _ties(moment, actor):
        found.setdefault(role, []).append(tie)
    if moment.nodes[actor]["type"] == "forum":
        found["meeting-place"] = []
    return {role: found[role] for role in _ORDER if role in found}


def _ties(moment: Moment, actor: str) -> Iterator[tuple[str, Tie]]:
    for tie in moment.out("MEMBER_OF", actor):
        role = tie.values["role"]
        yield role if role in ("leader", "secretariat", "owner") else "member", tie
    yield from (("mobiliser", tie) for tie in moment.out("MOBILISES", actor) if tie.values["status"] is None)
    for role, kind in (("provider", "OFFERS"), ("partner", "TAKES_PART_IN")):
        for tie in moment.out(kind, actor):
            values = moment.nodes[tie.end]["values"]
            over = role == "partner" and values["status"] == "ended" and not values["until"]
            if values["status"] not in _NOT_DONE and not over:
                yield role, tie
    for role, kind in _PLAIN.items():
        yield from ((role, tie) for tie in moment.out(kind, actor))
    yield from (("host", tie) for tie in moment.into("HELD_AT", actor))


def _is_undated(ties: list[Tie]) -> bool:
    """Whether nobody knows when the first of some relations holds, of which one must know it."""
    first = min(ties, key=lambda tie: tie.key, default=None)
    return first is not None and first.kind in _DATED and not first.dated


def _row(
    moment: Moment, actor: str, found: dict[str, list[Tie]], scope: frozenset[str], flags: list[str], lang: Lang
) -> dict[str, Any]:
    return {
        "actor": moment.nodes[actor]["name"],
        "flags": flags,
        "actor_type": type_of(moment, actor, lang),
        "roles": list(found),
        "regions": moment.names(scope),
        "networks": moment.names(moment.ends("MEMBER_OF", actor)),
        "website": moment.nodes[actor]["values"].get("website"),
    }
