"""The store on a Neo4j server: the graph and what was said of it in one database, read by many and written by one.

A load that is small enough is one transaction: readers see the graph before it or after it, and one that is cut off
has not been. A larger one (``neo4j_writer.MOST_AT_ONCE`` rows) would not fit in the server's memory. It is first
laid beside the graph, where no reader sees it; one that is cut off there is forgotten by the next. Then the state is
marked, and it is moved in, batch by batch, each of which can be repeated; from then on no question is answered until
the mark is gone, and one that is cut off there is finished by the next load.

The server's transactions do not freeze the graph for readers. So the state counts its revisions, and a snapshot whose
revision is no longer the newest when it is let go of is refused, with all that was read of it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from graph_model import messages, neo4j_records
from graph_model.neo4j_faults import ServerFault
from graph_model.neo4j_login import Login
from graph_model.neo4j_server import Server
from graph_model.neo4j_snapshot import Neo4jSnapshot
from graph_model.neo4j_writer import Neo4jWriter
from graph_model.problems import refuse
from graph_model.store import StateChanged


class Neo4jStore:
    """A graph on a server, for as many as may log in there."""

    def __init__(self, login: Login) -> None:
        """Name the server; it is connected to when it is first read or written."""
        self.place = login.address
        self._server = Server(login)
        self._snapshot: Neo4jSnapshot | None = None

    def close(self) -> None:
        """Let go of the connections."""
        self._server.close()

    @contextmanager
    def reading(self, *, or_empty: bool = False) -> Iterator[Neo4jSnapshot]:
        """See Store.reading; a load that finishes meanwhile is noticed at the end.

        Raises
        ------
        StateChanged: what was read may be of two states.
        """
        state = self._state()
        if state.is_halfway:
            raise refuse(messages.SERVER_LOADING, address=self.place)
        if not state.revision:
            self._refuse_if_full_of_else(state)
            if not or_empty:
                raise refuse(messages.NO_GRAPH, folder=self.place)
        if self._snapshot is None or self._snapshot.state.revision != state.revision:
            self._snapshot = Neo4jSnapshot(self._server, state)
        try:
            yield self._snapshot
        except ServerFault:
            raise
        except Exception as error:  # what is read of two states need not fit together, and a name be missing
            self._refuse_unless_still(state, error)
            raise
        self._refuse_unless_still(state)

    @contextmanager
    def writing(self) -> Iterator[Neo4jWriter]:
        """See Store.writing. The lock is the server's, so a dead process does not keep it."""
        self._refuse_if_full_of_else(self._state())
        self._define(neo4j_records.LOCK_SCHEMA)
        with self._server.locked():
            self._define(neo4j_records.schema())  # it would wait for whoever writes, so nobody else must
            writer = Neo4jWriter(self._server)
            writer.take_over()
            yield writer

    def _refuse_if_full_of_else(self, state: neo4j_records.State) -> None:
        if not state.revision and not state.loading and self._server.read(neo4j_records.OTHERS):
            raise refuse(messages.SERVER_OTHER_DATA, address=self.place)

    def _define(self, schema: Iterable[tuple[str, str]]) -> None:
        there = {record[0] for record in self._server.read("SHOW INDEXES YIELD name RETURN name")}
        for name, text in schema:
            if name not in there:
                self._server.define(text)

    def _state(self) -> neo4j_records.State:
        return neo4j_records.state_of(self._server.read(neo4j_records.STATE)[0])

    def _refuse_unless_still(self, state: neo4j_records.State, error: Exception | None = None) -> None:
        now = self._state()
        if now.is_halfway or now.revision != state.revision:
            self._snapshot = None
            raise StateChanged(refuse(messages.SERVER_CHANGED, address=self.place).problems) from error
