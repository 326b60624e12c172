"""The lists of the two counties that the tests run on, and loading lists into a store."""

import datetime as dt
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from graph_model.embedded import STATEMENTS, EmbeddedStore, Generation
from graph_model.embedded_build import build
from graph_model.loading import plan_load
from graph_model.neo4j_login import Login
from graph_model.neo4j_store import Neo4jStore
from graph_model.statement_file import StatementFile
from graph_model.statements import SourceClaims, Statement
from graph_model.store import Change, SourceRecord, Store
from loaders.files import Lists, read_lists
from loaders.shipped import shipped_lists
from tests.graph_model.memory import MemoryStore
from tests.neo4j_server import Server

TODAY = dt.date(2026, 11, 24)
MADE_UP = Path(__file__).parent / "county" / "lists"


def made_up_county() -> list[SourceClaims]:
    """The lists of the county that does not exist."""
    return _sound(read_lists([MADE_UP]))


def trondelag() -> list[SourceClaims]:
    """The lists that ship with the program."""
    return _sound(shipped_lists())


def loaded(folder: Path, sources: Sequence[SourceClaims], today: dt.date = TODAY) -> EmbeddedStore:
    """A store in a folder, into which lists that must have no problems are loaded."""
    store = EmbeddedStore(folder)
    loaded_into(store, sources, today)
    return store


def loaded_into(store: Store, sources: Sequence[SourceClaims], today: dt.date = TODAY) -> None:
    """Load lists that must have no problems into a store."""
    with store.writing() as writer:
        plan = plan_load(writer.current(), sources, today)
        assert not plan.problems, [problem.to("en") for problem in plan.problems]
        writer.apply(plan.change, lambda _: None)


def emptied(server: Server) -> Neo4jStore:
    """A store on a server, on which there is nothing now."""
    with server.driver() as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=server.database)
    return Neo4jStore(Login(server.address, server.user, server.password, server.database))


def said(sources: Sequence[SourceClaims]) -> list[Statement]:
    """The statements of lists that must have no problems."""
    return [statement for statements in _change(sources).loaded.values() for statement in statements]


def built(folder: Path, sources: Sequence[SourceClaims]) -> Generation:
    """A graph of lists, built in this process: for tests that need many small ones."""
    return _built(folder, _change(sources))


def in_memory(sources: Sequence[SourceClaims]) -> MemoryStore:
    """A graph of lists without an engine, which every question can be asked of: for tests that need hundreds."""
    return _in_memory(_change(sources))


def in_memory_from(statements: Sequence[Statement]) -> MemoryStore:
    """The same of statements, whatever lists they come from."""
    return _in_memory(_change_of(statements))


def _in_memory(change: Change) -> MemoryStore:
    store = MemoryStore()
    store.apply(change, lambda _: None)
    return store


def built_from(folder: Path, statements: Sequence[Statement]) -> Generation:
    """A graph of statements, whatever lists they come from."""
    return _built(folder, _change_of(statements))


def _change_of(statements: Sequence[Statement]) -> Change:
    by_source: dict[str, list[Statement]] = {}
    for statement in statements:
        by_source.setdefault(statement.source, []).append(statement)
    records = {source: SourceRecord(source, "", "", TODAY, len(some)) for source, some in by_source.items()}
    return Change({records[source]: some for source, some in by_source.items()})


def _change(sources: Sequence[SourceClaims]) -> Change:
    with closing(Generation(None)) as empty:
        plan = plan_load(empty, sources, TODAY)
    assert not plan.problems, [problem.to("en") for problem in plan.problems]
    return plan.change


def _built(folder: Path, change: Change) -> Generation:
    folder.mkdir()
    file = StatementFile(folder / STATEMENTS, write=True)
    file.apply(change)
    file.close()
    build(folder)
    generation = Generation(folder)
    generation.open_graph()
    return generation


def _sound(lists: Lists) -> list[SourceClaims]:
    assert not [problem for problem in lists.problems if problem.blocks]
    return lists.sources
