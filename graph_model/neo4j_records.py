"""What a Neo4j database holds beside the graph: statements, sources, names, and the state that all of it is in.

Their labels begin with ``Stored``, which no kind of the catalogue does.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import NamedTuple

from graph_model import catalogue
from graph_model.statement_rows import COLUMNS
from graph_model.store import Count, Record, SourceRecord

_UNIQUE = {"StoredStatement": "id", "StoredChange": "id", "StoredSource": "id", "StoredState": "id"}
_INDEXED = {"StoredStatement": ("source", "kind", "key"), "StoredName": ("folded", "id")}

ROWS = f"s.id IS NOT NULL RETURN {', '.join(f's.`{name}`' for name in COLUMNS)}"
SOURCES = "MATCH (s:StoredSource) RETURN s.id, s.folder, s.digest, s.changed, s.statements ORDER BY s.id"
STATE = "OPTIONAL MATCH (s:StoredState {id: 'state'}) RETURN s.revision, s.counts, s.loading"
OTHERS = "MATCH (n) WHERE NOT n:StoredLock AND NOT n:StoredState RETURN n LIMIT 1"
COUNTED = " UNION ALL ".join(
    f"MATCH {pattern} RETURN '{kind}' AS kind, count(*) AS facts"
    for kind, pattern in (
        *((kind.kind(), f"(x:`{kind.kind()}`)") for kind in catalogue.NODES),
        *((kind.kind(), f"()-[x:`{kind.kind()}`]->()") for kind in catalogue.RELATIONS),
    )
)


LAID, MOVING = "laid", "moving"


class State(NamedTuple):
    """What the whole of a database is in.

    Parameters
    ----------
    revision: how many loads there have been; 0 where nothing has ever been loaded.
    counts: how many facts of each kind there are.
    loading: how far a load has come that is written in several transactions; empty where none is under way.
    """

    revision: int
    counts: dict[str, Count]
    loading: str

    @property
    def is_halfway(self) -> bool:
        """Whether the graph is neither the one before a load nor the one after it."""
        return self.loading == MOVING


def schema() -> Iterator[tuple[str, str]]:
    """The constraints and indexes by their names, from the catalogue: each id and key is there once, and indexed."""
    for kind in catalogue.NODES:
        yield _constraint(f"node_{kind.kind()}", f"(x:`{kind.kind()}`)", "id")
    for relation in catalogue.RELATIONS:
        yield _constraint(f"relation_{relation.kind()}", f"()-[x:`{relation.kind()}`]-()", "key")
    for label, name in _UNIQUE.items():
        yield _constraint(f"stored_{label}", f"(x:{label})", name)
    for label, names in _INDEXED.items():
        for name in names:
            index = f"stored_{label}_{name}"
            yield index, f"CREATE INDEX {index} IF NOT EXISTS FOR (x:{label}) ON (x.{name})"


def _constraint(name: str, pattern: str, unique: str) -> tuple[str, str]:
    return name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR {pattern} REQUIRE x.{unique} IS UNIQUE"


LOCK_SCHEMA = (_constraint("stored_StoredLock", "(x:StoredLock)", "id"),)
"""What must be there before the lock is taken, since two could have it else; and not defined while somebody has it."""


def state_of(record: Record) -> State:
    """The state that a record of STATE tells of."""
    revision, counts, loading = record
    known = {kind: Count(*count) for kind, count in json.loads(counts or "{}").items()}
    return State(revision or 0, known, loading or "")


def counts_json(counts: Mapping[str, Count]) -> str:
    """Counts as the state keeps them."""
    return json.dumps(counts)


def source_of(record: Record) -> SourceRecord:
    """The source that a record of SOURCES tells of."""
    name, folder, digest, changed, statements = record
    return SourceRecord(name, folder, digest, dt.date.fromisoformat(changed), statements)


def source_properties(record: SourceRecord) -> dict[str, object]:
    """A source as it is kept."""
    return {**asdict(record), "changed": record.changed.isoformat()}


def statement_properties(row: Sequence[object]) -> dict[str, object]:
    """A row of a statement as it is kept."""
    return properties(dict(zip(COLUMNS, row, strict=True)))


def properties(values: Mapping[str, object]) -> dict[str, object]:
    """Values as the server keeps them: without those that are left open."""
    return {name: value for name, value in values.items() if value is not None}
