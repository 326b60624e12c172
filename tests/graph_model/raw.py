"""The facts of a store as its engine's own driver gives them, so that a writer is not judged by its own reader."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

import ladybug
import neo4j

from graph_model.embedded import GRAPH, MOST_BYTES, POINTER, EmbeddedStore
from graph_model.neo4j_store import Neo4jStore
from graph_model.store import Store
from tests.graph_model.memory import MemoryStore

_OURS = ("key", "first_day", "last_day", "statements", "digest")
BUILT_IN_KIND = "ActorType"


class RawNode(NamedTuple):
    """A node of the graph: what it shows, the days on which it exists, and how many statements say it."""

    values: dict[str, Any]
    first: dt.date
    last: dt.date
    statements: tuple[str, ...]


class RawRelation(NamedTuple):
    """A relation of the graph."""

    kind: str
    start: str
    end: str
    values: dict[str, Any]
    first: dt.date
    last: dt.date
    statements: tuple[str, ...]


@dataclass
class Raw:
    """A graph: nodes by their ids, relations by their keys; without the types of actor, which every graph has."""

    nodes: dict[str, RawNode] = field(default_factory=dict)
    relations: dict[str, RawRelation] = field(default_factory=dict)

    @property
    def ids(self) -> set[str]:
        """The ids of the nodes."""
        return set(self.nodes)

    @property
    def ties(self) -> list[tuple[str, str, str]]:
        """The relations by kind and ends, in order; one that is there for two periods stands twice."""
        return sorted((tie.kind, tie.start, tie.end) for tie in self.relations.values())

    def of_kind(self, kind: str) -> list[RawRelation]:
        """The relations of a kind, by the day on which they begin."""
        return sorted((tie for tie in self.relations.values() if tie.kind == kind), key=lambda tie: tie.first)

    def without_statements(self) -> object:
        """What the graph shows, to compare with another; the ids of statements name rows, which may have moved."""
        nodes = {key: node._replace(statements=()) for key, node in self.nodes.items()}
        return nodes, {key: tie._replace(statements=()) for key, tie in self.relations.items()}


def raw(store: Store) -> Raw:
    """What a store holds, read by the driver of its engine."""
    if isinstance(store, MemoryStore):
        return _of_memory(store)
    if isinstance(store, Neo4jStore):
        return _of_neo4j(store)
    assert isinstance(store, EmbeddedStore)
    generation = store.folder / (store.folder / POINTER).read_text()
    graph = Raw()
    with (
        ladybug.Database(
            str(generation / GRAPH), read_only=True, buffer_pool_size=64 * 2**20, max_db_size=MOST_BYTES
        ) as database,
        ladybug.Connection(database) as connection,
    ):
        for (node,) in _records(connection, "MATCH (n) RETURN n"):
            if node["_LABEL"] != BUILT_IN_KIND:
                graph.nodes[node["id"]] = RawNode(_values(node, "id"), *_days(node), tuple(node["statements"]))
        for start, tie, end in _records(connection, "MATCH (a)-[r]->(b) RETURN a.id, r, b.id"):
            if not start.startswith(BUILT_IN_KIND.lower()):
                ends = (tie["_LABEL"], start, end)
                assert tie["key"] not in graph.relations, f"{tie['key']} stands twice in the graph"
                graph.relations[tie["key"]] = RawRelation(*ends, _values(tie), *_days(tie), tuple(tie["statements"]))
    return graph


def _of_neo4j(store: Neo4jStore) -> Raw:
    graph = Raw()
    login = store._server._login
    with neo4j.GraphDatabase.driver(login.address, auth=(login.user, login.password)) as driver:
        for (node,) in driver.execute_query("MATCH (n) RETURN n", database_=login.database).records:
            (label,) = node.labels
            if label != BUILT_IN_KIND and not label.startswith("Stored"):
                graph.nodes[node["id"]] = RawNode(_values(node, "id"), *_native_days(node), tuple(node["statements"]))
        found = driver.execute_query("MATCH (a)-[r]->(b) RETURN a.id, r, b.id", database_=login.database).records
        for start, tie, end in found:
            if not start.startswith(BUILT_IN_KIND.lower()):
                assert tie["key"] not in graph.relations, f"{tie['key']} stands twice in the graph"
                graph.relations[tie["key"]] = RawRelation(
                    tie.type, start, end, _values(tie), *_native_days(tie), tuple(tie["statements"])
                )
    return graph


def _native_days(found: Mapping[str, Any]) -> tuple[dt.date, dt.date]:
    return found["first_day"].to_native(), found["last_day"].to_native()


def _of_memory(store: MemoryStore) -> Raw:
    graph = Raw()
    for fact in store.facts():
        found = (dict(fact.values), *fact.period, fact.statements)
        if fact.start and not fact.start.startswith(BUILT_IN_KIND.lower()):
            graph.relations[fact.key] = RawRelation(fact.kind, fact.start, fact.end, *found)
        elif not fact.start and fact.kind != BUILT_IN_KIND:
            graph.nodes[fact.key] = RawNode(*found)
    return graph


def _records(connection: ladybug.Connection, cypher: str) -> Iterator[list[Any]]:
    result = connection.execute(cypher)
    assert isinstance(result, ladybug.QueryResult)
    return iter(cast("list[list[Any]]", result.get_all()))


def _values(found: Mapping[str, Any], *others: str) -> dict[str, Any]:
    """The fields that are filled in, without the engine's and the store's own."""
    ours = (*_OURS, *others)
    return {name: value for name, value in found.items() if name[0] != "_" and name not in ours and value is not None}


def _days(found: dict[str, Any]) -> tuple[dt.date, dt.date]:
    return found["first_day"], found["last_day"]
