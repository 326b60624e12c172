"""Putting facts into NetworkX: read from a store, or from lists as a user who has no store would read them."""

import datetime as dt
import sys
from collections.abc import Sequence
from contextlib import closing
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from graph_model import catalogue, derived
from graph_model.embedded import Generation
from graph_model.facts import Period, Projection
from graph_model.loading import plan_load
from graph_model.statements import Statement
from graph_model.store import Snapshot
from loaders.files import read_lists
from tests.benchmarks.networkx_facts import NetworkxFacts


def from_snapshot(snapshot: Snapshot) -> NetworkxFacts:
    """All facts of a store."""
    facts = NetworkxFacts()
    for kind in catalogue.NODES:
        fields = list(kind.props())
        returned = ", ".join(f"n.{field}" for field in ("first_day", "last_day", *fields))
        for node, first, last, *values in snapshot.query(f"MATCH (n:{kind.kind()}) RETURN n.id, {returned}"):
            facts.add_node(kind.kind(), node, dict(zip(fields, values, strict=True)), Period(first, last))
    for relation in catalogue.RELATIONS:
        fields = [*relation.props(), "first_day", "last_day"]
        returned = ", ".join(f"r.{field}" for field in fields)
        text = f"MATCH (a)-[r:`{relation.kind()}`]->(b) RETURN r.key, a.id, b.id, {returned}"
        for key, start, end, *values in snapshot.query(text):
            facts.add_relation(relation.kind(), key, start, end, dict(zip(fields, values, strict=True)))
    return facts


def from_lists(folder: Path, today: dt.date) -> NetworkxFacts:
    """All facts of a folder of lists: the same reading and checking as for a store, then NetworkX instead of one."""
    with closing(Generation(None)) as empty:
        plan = plan_load(empty, read_lists([folder]).sources, today)
    said: dict[str, list[Statement]] = {}
    for statement in (statement for some in plan.change.loaded.values() for statement in some):
        said.setdefault(statement.kind, []).append(statement)
    return from_projection(Projection(lambda kind: _by_fact(said.get(kind, []))))


def _by_fact(said: Sequence[Statement]) -> list[list[Statement]]:
    by_key = attrgetter("key")
    return [list(some) for _, some in groupby(sorted(said, key=by_key), key=by_key)]


def from_projection(projection: Projection) -> NetworkxFacts:
    """All facts of a projection."""
    facts = NetworkxFacts()
    for kind in catalogue.NODES:
        for node in projection.nodes(kind.kind()):
            facts.add_node(kind.kind(), node.key, node.values, node.period)
    for relation in catalogue.RELATIONS:
        unsaid = dict.fromkeys(relation.props())
        for fact in derived.relations(projection, relation.kind()):
            days = {"first_day": fact.period.begins, "last_day": fact.period.ends}
            facts.add_relation(relation.kind(), fact.key, fact.start, fact.end, {**unsaid, **fact.values, **days})
    return facts


if __name__ == "__main__":
    from_lists(Path(sys.argv[1]), dt.datetime.now().astimezone().date())
