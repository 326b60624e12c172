"""What statements add up to: one fact for each key, and the graph as the projection of all statements."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph_model import catalogue
from graph_model.kind import Kind, Relation
from graph_model.statements import Basis, Statement
from graph_model.values import FIRST_DAY, LAST_DAY, first_day, last_day

_PLANNED = "planned"
_BELIEF = {basis: rank for rank, basis in enumerate(Basis)}


class Period(NamedTuple):
    """The days from the first to the last, both included; empty where the first comes after the last."""

    begins: dt.date
    ends: dt.date

    def within(self, other: "Period") -> "Period":
        """The days that are in both."""
        return Period(max(self.begins, other.begins), min(self.ends, other.ends))

    def proper(self) -> "Period":
        """The same period, an empty one as NEVER."""
        return self if self.begins <= self.ends else NEVER


ALWAYS = Period(FIRST_DAY, LAST_DAY)
NEVER = Period(LAST_DAY, FIRST_DAY)


@dataclass(frozen=True, slots=True)
class Fact:
    """A node or a relation as the graph has it.

    Parameters
    ----------
    kind, key, start, end: as in a Statement.
    values: the value shown of each field, by the order of belief.
    statements: the ids of the statements that say it, the most believed first.
    period: the days on which it exists; for a relation those on which both its ends exist too.
    """

    kind: str
    key: str
    start: str
    end: str
    values: dict[str, object]
    statements: tuple[str, ...]
    period: Period = ALWAYS


class Difference(NamedTuple):
    """A field of a fact for which its statements give different values, the shown one first."""

    key: str
    field: str
    values: tuple[tuple[object, Statement], ...]


def by_belief(statements: Sequence[Statement]) -> list[Statement]:
    """Statements of one fact, the most believed first.

    Stated comes before public and derived; then the later date on which it was true, none being earliest; then the
    source's id. Within one source the values decide and not the place, so that the order of rows changes nothing.
    """
    return sorted(
        statements,
        key=lambda said: (
            _BELIEF[said.origin.basis],
            -(first_day(said.origin.stated_on).toordinal()),
            said.source,
            json.dumps(said.values, sort_keys=True) if len(statements) > 1 else "",
            said.place,
        ),
    )


def merged(statements: Sequence[Statement]) -> Fact:
    """The fact that statements with one key add up to.

    Each field has the value of the most believed statement that gives one; lists are joined.
    """
    ordered = by_belief(statements)
    first = ordered[0]
    values: dict[str, object] = {}
    for statement in ordered:
        for name, value in statement.values.items():
            if isinstance(value, list):
                known = values.setdefault(name, [])
                assert isinstance(known, list)
                values[name] = known + [item for item in value if item not in known]
            else:
                values.setdefault(name, value)
    return Fact(first.kind, first.key, first.start, first.end, values, tuple(said.id for said in ordered))


def differences(statements: Sequence[Statement]) -> Iterator[Difference]:
    """The fields of one fact for which its statements give different values; lists never differ, they are joined."""
    ordered = by_belief(statements)
    for name in {name: None for said in ordered for name, value in said.values.items() if not isinstance(value, list)}:
        given = tuple((said.values[name], said) for said in ordered if name in said.values)
        if len({value for value, _ in given}) > 1:
            yield Difference(ordered[0].key, name, given)


def fact_key(kind: type[Relation], start: str, end: str, values: dict[str, object]) -> str:
    """The key of a relation: its kind, its ends, the date on which it began, and the fields that tell facts apart."""
    apart = [name for name, prop in kind.props().items() if prop.distinguishes]
    parts = (values.get(name) for name in ("since", *apart))
    told = ("+".join(sorted(part)) if isinstance(part, list) else str(part or "") for part in parts)
    return "|".join((kind.kind(), start, end, *told))


Groups = Callable[[str], Iterable[Sequence[Statement]]]
"""For a kind, the statements of each of its facts, fact by fact."""


class Projection:
    """The graph that all statements add up to; the same for the same statements, in whatever order they came.

    A relation is there only while statements for both its ends are; and it holds only while both its ends do.
    A forum that held meetings begins with the first of them. A position lasts as long as it is held somewhere:
    from the first day of its earliest holding to the last day of its latest. What is planned counts, as planned, before
    it begins too.
    """

    def __init__(self, groups: Groups) -> None:
        """Read the nodes; relations are read when they are asked for.

        Parameters
        ----------
        groups: gives the statements of a kind, fact by fact.
        """
        self._groups = groups
        self._nodes = {kind.kind(): {fact.key: fact for fact in self._merged(kind)} for kind in catalogue.NODES}
        for relation in catalogue.RELATIONS:
            if relation.dates:
                self._lend_dates(relation)

    def nodes(self, kind: str) -> Iterable[Fact]:
        """The nodes of a kind, in the order of their ids."""
        return (self._nodes[kind][key] for key in sorted(self._nodes[kind]))

    def relations(self, kind: str) -> Iterator[Fact]:
        """The relations of a kind whose ends exist, each with the days on which it holds."""
        for fact in self._merged(catalogue.relation_kind(kind)):
            start, end = self.node(fact.start), self.node(fact.end)
            if start and end and all(self.node(node_id) for node_id in references(fact)):
                period = fact.period.within(start.period).within(end.period)
                yield replace(fact, period=period.proper())

    def node(self, node_id: str) -> Fact | None:
        """The node of an id, where there is one."""
        return self._nodes[catalogue.kind_of(node_id).kind()].get(node_id)

    def _merged(self, kind: type[Kind]) -> Iterator[Fact]:
        begin, finish = kind.lasts or ("", "")
        for statements in self._groups(kind.kind()):
            fact = merged(statements)
            since, until = fact.values.get(begin), fact.values.get(finish)
            begins = FIRST_DAY if fact.values.get("status") == _PLANNED else first_day(_date(since))
            period = Period(begins, last_day(_date(until)))
            yield replace(fact, period=period) if since or until else fact

    def _lend_dates(self, relation: type[Relation]) -> None:
        """Give the nodes whose dates follow from a relation those dates."""
        lent: dict[str, list[Period]] = {}
        for fact in list(self.relations(relation.kind())):
            start, end = self.node(fact.start), self.node(fact.end)
            assert start
            assert end
            if relation.dates == "start lasts as long":
                lent.setdefault(fact.start, []).append(fact.period)
            elif start.period.begins > FIRST_DAY:
                lent.setdefault(fact.end, []).append(Period(start.period.begins, end.period.ends))
        for node_id, periods in lent.items():
            node = self.node(node_id)
            assert node
            if relation.dates_type not in (None, node.values.get("type")):
                continue
            begins = min(period.begins for period in periods)
            self._nodes[node.kind][node_id] = replace(
                node, period=Period(begins, max(p.ends for p in periods)).proper()
            )


def references(fact: Fact | Statement) -> Iterator[str]:
    """The ids of the nodes that a fact's values name, besides its ends."""
    for name, prop in catalogue.BY_NAME[fact.kind].props().items():
        if prop.refers_to:
            value = fact.values.get(name, [])
            assert isinstance(value, list)
            yield from value


def _date(value: object) -> str | None:
    return value if isinstance(value, str) else None
