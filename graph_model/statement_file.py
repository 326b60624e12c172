"""All statements of one generation in one SQLite file: who says what of which fact, and which names lead where."""

import datetime as dt
import itertools
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from graph_model.statement_rows import COLUMNS, row_of, statement_of
from graph_model.statements import Statement
from graph_model.store import Change, Count, Named, SourceRecord

_SCHEMA = """
CREATE TABLE source (id TEXT PRIMARY KEY, folder TEXT, digest TEXT, changed TEXT, statements INTEGER);
CREATE TABLE statement (
    id TEXT PRIMARY KEY, source TEXT, file TEXT, sheet TEXT, row INTEGER, kind TEXT, key TEXT, start TEXT, "end" TEXT,
    "values" TEXT, document TEXT, section TEXT, stated_on TEXT, basis TEXT, rule TEXT
) WITHOUT ROWID;
CREATE TABLE name (folded TEXT, text TEXT, id TEXT);
CREATE INDEX name_folded ON name (folded);
CREATE TABLE count (kind TEXT PRIMARY KEY, facts INTEGER, waiting INTEGER);
"""
_INDICES = {"statement_source": "source", "statement_fact": "kind, key", "statement_key": "key"}
_COLUMNS = ", ".join(f'"{name}"' for name in COLUMNS)
_BATCH = 500


class StatementFile:
    """The statements of a generation. Written once, then only read."""

    def __init__(self, path: Path | None, *, write: bool = False) -> None:
        """Open the file, or make an empty one where it is to be written and is not there.

        Parameters
        ----------
        path: the SQLite file; None for one that holds nothing.
        write: open it for writing; such a file is not safe against a crash until it is closed.

        Raises
        ------
        FileNotFoundError: it is not there, or cannot be opened.
        """
        new = path is None or (write and not path.exists())
        address = f"{path.absolute().as_uri()}?mode={'rwc' if write else 'ro'}" if path else ":memory:"
        try:
            self._db = sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.OperationalError as error:
            raise FileNotFoundError(path) from error
        if write:
            self._db.execute("PRAGMA journal_mode = OFF")
            self._db.execute("PRAGMA synchronous = OFF")
        if new:
            self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Write what is not yet written, and let go of the file."""
        self._db.commit()
        self._db.close()

    def apply(self, change: Change) -> None:
        """Replace what the loaded sources said, and drop what the removed ones did."""
        gone = [(source,) for source in (*change.removed, *(record.id for record in change.loaded))]
        self._db.executemany("DELETE FROM statement WHERE source = ?", gone)
        self._db.executemany("DELETE FROM source WHERE id = ?", gone)
        for name in _INDICES:  # made anew below: much faster than adding each statement to each
            self._db.execute(f"DROP INDEX IF EXISTS {name}")
        said = sorted((one for some in change.loaded.values() for one in some), key=lambda statement: statement.id)
        self.add(change.loaded, map(row_of, said))
        for name, columns in _INDICES.items():
            self._db.execute(f"CREATE INDEX {name} ON statement ({columns})")

    def add(self, records: Iterable[SourceRecord], rows: Iterable[Sequence[object]]) -> None:
        """Add sources and the rows of their statements, which are not there yet."""
        for record in records:
            values = (record.id, record.folder, record.digest, record.changed.isoformat(), record.statements)
            self._db.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?)", values)
        self._db.executemany(f"INSERT INTO statement VALUES ({', '.join('?' * len(COLUMNS))})", rows)

    def write_summary(self, names: Iterable[tuple[str, Named]], counts: dict[str, int]) -> None:
        """Replace the names that lead to nodes (each with its folded form), and the number of facts of each kind."""
        said = dict(self._db.execute("SELECT kind, count(DISTINCT key) FROM statement GROUP BY kind"))
        self._db.execute("DELETE FROM name")
        self._db.execute("DELETE FROM count")
        self._db.executemany("INSERT INTO name VALUES (?, ?, ?)", ((folded, *named) for folded, named in names))
        waiting = ((kind, facts, max(0, said.get(kind, 0) - facts)) for kind, facts in counts.items())
        self._db.executemany("INSERT INTO count VALUES (?, ?, ?)", waiting)

    def sources(self) -> list[SourceRecord]:
        """The lists that are loaded, in the order of their ids."""
        rows = self._db.execute("SELECT id, folder, digest, changed, statements FROM source ORDER BY id")
        return [
            SourceRecord(name, folder, digest, dt.date.fromisoformat(changed), statements)
            for name, folder, digest, changed, statements in rows
        ]

    def statements(self, column: str, values: Collection[str]) -> list[Statement]:
        """The statements that have one of the values in a column, in the order of their ids."""
        found: list[Statement] = []
        wanted = sorted(values)
        for at in range(0, len(wanted), _BATCH):
            batch = wanted[at : at + _BATCH]
            marks = ", ".join("?" * len(batch))
            found += map(
                statement_of, self._db.execute(f"SELECT {_COLUMNS} FROM statement WHERE {column} IN ({marks})", batch)
            )
        return sorted(found, key=lambda statement: statement.id)

    def facts(self, kind: str) -> Iterator[list[Statement]]:
        """All statements of a kind, fact by fact, in the order of the facts' keys."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM statement WHERE kind = ? ORDER BY key, id", (kind,))
        for _, group in itertools.groupby(map(statement_of, rows), key=lambda statement: statement.key):
            yield list(group)

    def disputed(self) -> Iterator[list[Statement]]:
        """The statements of each fact that has more than one."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM statement WHERE key IN "
            "(SELECT key FROM statement GROUP BY key HAVING count(*) > 1) ORDER BY key, id"
        )
        for _, group in itertools.groupby(map(statement_of, rows), key=lambda statement: statement.key):
            yield list(group)

    def named(self, folded: str) -> list[str]:
        """The ids of the nodes that a folded name leads to."""
        return [
            row[0] for row in self._db.execute("SELECT DISTINCT id FROM name WHERE folded = ? ORDER BY id", (folded,))
        ]

    def names(self) -> list[Named]:
        """Every name that leads to a node."""
        return [Named(*row) for row in self._db.execute("SELECT text, id FROM name ORDER BY id, text")]

    def counts(self) -> dict[str, Count]:
        """How many facts of each kind there are."""
        rows = self._db.execute("SELECT kind, facts, waiting FROM count ORDER BY kind")
        return {kind: Count(facts, waiting) for kind, facts, waiting in rows}
