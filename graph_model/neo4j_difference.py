"""What a Neo4j database must be told so that its graph is the one that all statements add up to."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from graph_model import catalogue, derived
from graph_model.facts import Fact, Projection
from graph_model.kind import Node, Relation
from graph_model.names import folded, names_of
from graph_model.neo4j_records import properties
from graph_model.neo4j_server import Run


class Step(NamedTuple):
    """A text that takes ``$rows`` and returns how many it found a place for: all of them, in batches of any size."""

    cypher: str
    rows: Sequence[object]


class Difference:
    """The facts that are missing, other than they should be, or gone, kind by kind; nothing is read of their values.

    Each fact lies in the database with a digest of all that it shows, so that equal ones need not be written.
    """

    def __init__(self, read: Run, projection: Projection) -> None:
        """Compare a database with a projection."""
        self.counts: dict[str, int] = {}
        """How many facts of each kind there are in the projection."""
        self._read = read
        self._gone: list[Step] = []
        self._nodes: list[Step] = []
        self._relations: list[Step] = []
        self._renamed: list[str] = []
        self._names: list[dict[str, str]] = []
        for relation in catalogue.RELATIONS:
            self._compare_relations(relation, list(derived.relations(projection, relation.kind())))
        for kind in catalogue.NODES:
            self._compare_nodes(kind, list(projection.nodes(kind.kind())))

    def steps(self) -> Iterator[Step]:
        """What to run, in this order: a relation goes before its ends, and comes after them.

        Names come first. Where a load is cut off behind a node's names, the node still differs, so they come again.
        """
        yield Step(_FORGET_NAMES, self._renamed)
        yield Step("UNWIND $rows AS row CREATE (n:StoredName) SET n = row RETURN count(*)", self._names)
        yield from self._gone
        yield from self._nodes
        yield from self._relations

    def _compare_nodes(self, kind: type[Node], facts: Sequence[Fact]) -> None:
        name = kind.kind()
        there = dict(map(tuple, self._read(f"MATCH (n:`{name}`) RETURN n.id, n.digest")))
        changed = self._changed(name, facts, there)
        gone = sorted(there.keys() - {fact.key for fact in facts})
        self._gone.append(Step(f"UNWIND $rows AS row MATCH (n:`{name}` {{id: row}}) DELETE n RETURN count(*)", gone))
        for pattern, some in (
            (f"CREATE (n:`{name}`)", [fact for fact in changed if fact.key not in there]),
            (f"MATCH (n:`{name}` {{id: row.id}})", [fact for fact in changed if fact.key in there]),
        ):
            rows = [{"id": fact.key, **_shown(fact)} for fact in some]
            self._nodes.append(Step(f"UNWIND $rows AS row {pattern} SET n = row RETURN count(*)", rows))
        self._renamed += [*gone, *(fact.key for fact in changed)]
        self._names += [
            {"folded": folded(text), "text": text, "id": fact.key} for fact in changed for text in names_of(fact)
        ]

    def _compare_relations(self, kind: type[Relation], facts: Sequence[Fact]) -> None:
        name = kind.kind()
        there = dict(map(tuple, self._read(f"MATCH ()-[r:`{name}`]->() RETURN r.key, r.digest")))
        changed = self._changed(name, facts, there)
        found = f"UNWIND $rows AS row MATCH ()-[r:`{name}` {{key: row.key}}]->()"
        gone = [{"key": key} for key in sorted(there.keys() - {fact.key for fact in facts})]
        self._gone.insert(0, Step(f"{found} DELETE r RETURN count(*)", gone))
        again = [fact for fact in changed if fact.key in there]
        self._relations.append(Step(f"{found} SET r = row RETURN count(*)", list(map(_row, again))))
        new = sorted((fact for fact in changed if fact.key not in there), key=_ends)
        for (start, end), some in groupby(new, key=_ends):
            ends = f"MATCH (s:`{start}` {{id: row.start}}) MATCH (e:`{end}` {{id: row.end}})"
            text = f"UNWIND $rows AS row {ends} CREATE (s)-[r:`{name}`]->(e) SET r = row.shown RETURN count(*)"
            rows = [{"start": fact.start, "end": fact.end, "shown": _row(fact)} for fact in some]
            self._relations.append(Step(text, rows))

    def _changed(self, kind: str, facts: Sequence[Fact], there: Mapping[str, str]) -> list[Fact]:
        self.counts[kind] = len(facts)
        return [fact for fact in facts if there.get(fact.key) != _digest(fact)]


_FORGET_NAMES = (
    "UNWIND $rows AS row OPTIONAL MATCH (n:StoredName {id: row}) WITH row, collect(n) AS some "
    "FOREACH (n IN some | DELETE n) RETURN count(*)"
)


def _ends(fact: Fact) -> tuple[str, str]:
    return catalogue.kind_of(fact.start).kind(), catalogue.kind_of(fact.end).kind()


def _row(fact: Fact) -> dict[str, object]:
    return {"key": fact.key, **_shown(fact)}


def _shown(fact: Fact) -> dict[str, object]:
    """The properties of a fact, besides its id or key."""
    days = {"first_day": fact.period.begins, "last_day": fact.period.ends}
    return properties({**fact.values, **days, "statements": list(fact.statements), "digest": _digest(fact)})


def _digest(fact: Fact) -> str:
    shown = [sorted(fact.values.items()), list(fact.statements), *(day.isoformat() for day in fact.period)]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]
