"""What can be read of a Neo4j database, at one revision of it."""

import itertools
from collections.abc import Collection, Iterator

from graph_model import neo4j_records
from graph_model.neo4j_server import Server
from graph_model.statement_rows import statement_of
from graph_model.statements import Statement
from graph_model.store import Count, Named, Record, SourceRecord

_BATCH = 1000


class Neo4jSnapshot:
    """The graph at one revision."""

    def __init__(self, server: Server, state: neo4j_records.State) -> None:
        """Take a database in the state that it is in."""
        self._server = server
        self.state = state

    def query(self, cypher: str, **parameters: object) -> list[Record]:
        """See Snapshot.query."""
        return self._server.read(cypher, **parameters)

    def sources(self) -> list[SourceRecord]:
        """See Snapshot.sources."""
        return [neo4j_records.source_of(record) for record in self._server.read(neo4j_records.SOURCES)]

    def statements(self, ids: Collection[str]) -> list[Statement]:
        """See Snapshot.statements."""
        return self._said("id", ids)

    def said_by(self, sources: Collection[str]) -> list[Statement]:
        """See Snapshot.said_by."""
        return self._said("source", sources)

    def said_of(self, keys: Collection[str]) -> list[Statement]:
        """See Snapshot.said_of."""
        return self._said("key", keys)

    def _said(self, column: str, values: Collection[str]) -> list[Statement]:
        text = f"UNWIND $some AS i MATCH (s:StoredStatement) WHERE s.`{column}` = i AND {neo4j_records.ROWS}"
        wanted = sorted(values)
        batches = (wanted[at : at + _BATCH] for at in range(0, len(wanted), _BATCH))
        found = [statement_of(row) for some in batches for row in self._server.read(text, some=some)]
        return sorted(found, key=lambda statement: statement.id)

    def said_in(self, kind: str) -> Iterator[list[Statement]]:
        """See Snapshot.said_in."""
        text = f"MATCH (s:StoredStatement) WHERE s.kind = $kind AND {neo4j_records.ROWS} ORDER BY s.key, s.id"
        return _by_fact(self._server.stream(text, kind=kind))

    def disputed(self) -> Iterator[list[Statement]]:
        """See Snapshot.disputed."""
        several = "MATCH (s:StoredStatement) WITH s.key AS key, count(*) AS many WHERE many > 1"
        text = f"{several} MATCH (s:StoredStatement) WHERE s.key = key AND {neo4j_records.ROWS} ORDER BY s.key, s.id"
        return _by_fact(self._server.stream(text))

    def named(self, folded: str) -> list[str]:
        """See Snapshot.named."""
        text = "MATCH (n:StoredName) WHERE n.folded = $folded RETURN DISTINCT n.id ORDER BY n.id"
        return [record[0] for record in self._server.read(text, folded=folded)]

    def names(self) -> list[Named]:
        """See Snapshot.names."""
        records = self._server.read("MATCH (n:StoredName) RETURN n.text, n.id ORDER BY n.id, n.text")
        return [Named(*record) for record in records]

    def counts(self) -> dict[str, Count]:
        """See Snapshot.counts."""
        return self.state.counts


def _by_fact(rows: Iterator[Record]) -> Iterator[list[Statement]]:
    for _, group in itertools.groupby(map(statement_of, rows), key=lambda statement: statement.key):
        yield list(group)
