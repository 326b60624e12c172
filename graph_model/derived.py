"""The relations that no list states: that two organisations collaborate, from the collaborations that there are."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import combinations, groupby, product
from typing import NamedTuple

from graph_model import catalogue
from graph_model.brokering import ActivityStatus
from graph_model.brokering_relations import CollaboratesWith, TakesPartIn
from graph_model.facts import NEVER, Fact, Period, Projection
from graph_model.nodes import Organisation
from graph_model.relations import HeldAt, Runs

_NO_TIE = (ActivityStatus.PLANNED, ActivityStatus.ATTEMPTED)


class _Stand(NamedTuple):
    """An organisation that takes part in a collaboration, itself or by what it runs or holds, and the facts for it."""

    organisation: str
    facts: tuple[Fact, ...]


def relations(projection: Projection, kind: str) -> Iterator[Fact]:
    """The relations of a kind, stated or derived, each with the days on which it holds."""
    return _collaborations(projection) if kind == CollaboratesWith.kind() else projection.relations(kind)


def _collaborations(projection: Projection) -> Iterator[Fact]:
    """A fact for each two organisations in a collaboration, and for each two ways in which they are in it.

    A programme, a network or a position stands for the organisations that run it or where it is held, at once or over
    others that do.
    """
    above: dict[str, list[Fact]] = {}
    for fact in projection.relations(Runs.kind()):
        above.setdefault(fact.end, []).append(fact)
    for fact in projection.relations(HeldAt.kind()):
        above.setdefault(fact.start, []).append(fact)
    taking_part = sorted(projection.relations(TakesPartIn.kind()), key=lambda fact: (fact.end, fact.key))
    for collaboration, facts in groupby(taking_part, key=lambda fact: fact.end):
        node = projection.node(collaboration)
        assert node
        if _is_tie(node):
            stands = [stand for fact in facts for stand in _stands(fact.start, (fact,), above)]
            yield from _pairs(node, stands)


def _is_tie(collaboration: Fact) -> bool:
    """Whether it is or was going on, and, if it has ended, when is known."""
    status = collaboration.values.get("status")
    over = status == ActivityStatus.ENDED and not collaboration.values.get("until")
    return status not in _NO_TIE and not over


def _stands(actor: str, facts: tuple[Fact, ...], above: Mapping[str, Iterable[Fact]]) -> Iterator[_Stand]:
    if catalogue.kind_of(actor) is Organisation:
        yield _Stand(actor, facts)
        return
    for fact in above.get(actor, ()):
        other = fact.end if fact.start == actor else fact.start
        if not any(other in (known.start, known.end) for known in facts):
            yield from _stands(other, (*facts, fact), above)


def _pairs(collaboration: Fact, stands: Iterable[_Stand]) -> Iterator[Fact]:
    by_organisation: dict[str, list[_Stand]] = {}
    for stand in stands:
        by_organisation.setdefault(stand.organisation, []).append(stand)
    values = {name: value for name, value in collaboration.values.items() if name in ("topics", "level")}
    for start, end in combinations(sorted(by_organisation), 2):
        for one, other in product(by_organisation[start], by_organisation[end]):
            facts = {fact.key: fact for fact in (*one.facts, *other.facts)}
            period = reduce(Period.within, (fact.period for fact in facts.values())).proper()
            if period != NEVER:
                grounds = sorted(facts)
                key = "|".join((CollaboratesWith.kind(), start, end, "", *grounds))
                rests_on = (*(facts[name] for name in grounds), collaboration)
                said = dict.fromkeys(statement for fact in rests_on for statement in fact.statements)
                yield Fact(
                    CollaboratesWith.kind(), key, start, end, {**values, "grounds": grounds}, tuple(said), period
                )
