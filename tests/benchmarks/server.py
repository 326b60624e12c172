"""The Neo4j server that the program is measured beside: with all that the tests' server lacks for a quick start."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from graph_model.neo4j_login import PASSWORD, Login
from graph_model.neo4j_store import Neo4jStore
from tests import neo4j_server
from tests.neo4j_server import Server, any_server

HEAP, PAGES = "1g", "512m"
SERVES_WITH = f"a server of our own: heap {HEAP}, page cache {PAGES}; one that is named or in Docker: its own settings"
_JAVA = (f"-Xms{HEAP}", f"-Xmx{HEAP}")
_EMPTY = "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*)"


@contextmanager
def measured_server() -> Iterator[Server]:
    """A server whose Java compiles all it can and whose memory the county fits into.

    Raises
    ------
    NoServerError: there can be none here.
    """
    settings = neo4j_server.SETTINGS.read_text(encoding="utf-8")
    for few, many in (
        ("heap.max_size=512m", f"heap.max_size={HEAP}"),
        ("pagecache.size=64m", f"pagecache.size={PAGES}"),
    ):
        assert few in settings
        settings = settings.replace(few, many)
    with TemporaryDirectory() as folder:
        file = Path(folder, "neo4j.conf")
        file.write_text(settings, encoding="utf-8")
        settings_for_speed = patch.object(neo4j_server, "SETTINGS", file), patch.object(neo4j_server, "QUICK", _JAVA)
        with settings_for_speed[0], settings_for_speed[1], any_server() as server:
            yield server


def store_on(server: Server) -> Neo4jStore:
    """The store on a server, connected to anew."""
    return Neo4jStore(Login(server.address, server.user, server.password, server.database))


def empty(server: Server) -> None:
    """Leave nothing on a server but the schema. It goes in parts: a whole county at once needs too much memory."""
    with server.driver() as driver:
        while driver.execute_query(_EMPTY, database_=server.database).records[0][0]:
            pass
    store = store_on(server)
    with store.writing():
        pass
    store.close()


def environment(server: Server) -> dict[str, str]:
    """The environment of a command that logs in to a server."""
    named = {"KOMPETANSEGRAF_NEO4J_USER": server.user, "KOMPETANSEGRAF_NEO4J_DATABASE": server.database}
    return {**os.environ, **named, PASSWORD: server.password}
