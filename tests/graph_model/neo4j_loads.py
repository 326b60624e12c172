"""Loads of a few small lists into a Neo4j server, all that it holds of them, and loads that are cut off."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from graph_model import neo4j_writer
from graph_model.neo4j_login import Login
from graph_model.neo4j_server import Run, Server
from graph_model.neo4j_store import Neo4jStore
from graph_model.store import Snapshot
from tests.graph_model.desk import Desk, Lists
from tests.graph_model.raw import raw
from tests.neo4j_server import Server as Running

T = TypeVar("T")
FIELDS = "navn;andre navn;nettsted"
BEFORE: Lists = {
    "aktører.csv": [FIELDS, *(f"A{at};B{at};www.a.no" for at in range(8))],
    "nettverk.csv": ["navn", "HR", "Forum"],
    "medlemskap.csv": ["medlem;medlem av;rolle", *(f"A{at};HR;leder" for at in range(8))],
}
"""What is there first: names, aliases, values and relations."""
AFTER: Lists = {
    "aktører.csv": [FIELDS, *(f"A{at};C{at};www.a.no" for at in range(4, 8)), *(f"A{at};;" for at in range(8, 12))],
    "medlemskap.csv": ["medlem;medlem av;rolle", *(f"A{at};HR;medlem" for at in range(4, 10)), "A11;Forum;"],
}
"""Some of it goes, some changes, some comes, in nodes, names and relations."""
NEXT: Lists = {"aktører flere.csv": ["navn;nettsted", "A5;www.b.no", "Neste;"]}
"""A load of something else, which also speaks of what is there."""


class CutOffError(Exception):
    """A load ends here, whatever it was at."""


def parts(monkeypatch: pytest.MonkeyPatch, batch: int = 25) -> None:
    """Have every load written in parts."""
    monkeypatch.setattr(neo4j_writer, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(neo4j_writer, "BATCH", batch)


def cut_off(monkeypatch: pytest.MonkeyPatch, at: int, load: Callable[[], object]) -> bool:
    """Cut a load off before its write of this number, from 0; whether it came so far."""
    seen = 0
    write = Server.write

    def counted(self: Server, work: Callable[[Run], T]) -> T:
        nonlocal seen
        if seen == at:
            raise CutOffError
        seen += 1
        return write(self, work)

    with monkeypatch.context() as patched:
        patched.setattr(Server, "write", counted)
        try:
            load()
        except CutOffError:
            return True
    return False


def store_on(server: Running) -> Neo4jStore:
    """A store on a server as another process would have it."""
    return Neo4jStore(Login(server.address, server.user, server.password, server.database))


def held(desk: Desk) -> object:
    """All that a store holds: the graph as the driver gives it, and names, statements, sources and counts."""
    with desk.store.reading() as snapshot:
        return raw(desk.store), _kept(snapshot)


def _kept(snapshot: Snapshot) -> object:
    sources = snapshot.sources()
    said = sorted(snapshot.said_by([source.id for source in sources]), key=lambda said: said.id)
    counts = {kind: count for kind, count in snapshot.counts().items() if count.facts or count.waiting}
    return sorted(snapshot.names()), said, [(source.id, source.digest) for source in sources], counts


def leftovers(server: Running) -> list[object]:
    """What a load that was cut off has left: what is laid beside the graph, and the mark of the state."""
    text = (
        "OPTIONAL MATCH (c:StoredChange) WITH count(c) AS laid MATCH (s:StoredState) RETURN laid, s.loading AS loading"
    )
    with server.driver() as driver:
        (record,) = driver.execute_query(text, database_=server.database).records
    return [record["laid"], record["loading"] or ""]
