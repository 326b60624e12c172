"""Writes a load to a Neo4j database: what differs, and no more; at once, or, where it is large, in parts."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from graph_model import messages, neo4j_records
from graph_model.facts import Projection
from graph_model.neo4j_difference import Difference, Step
from graph_model.neo4j_records import LAID, MOVING, State
from graph_model.neo4j_server import Run, Server
from graph_model.neo4j_snapshot import Neo4jSnapshot
from graph_model.problems import refuse
from graph_model.statement_file import StatementFile
from graph_model.statement_rows import row_of
from graph_model.store import Change, Progress

MOST_AT_ONCE = 50_000
"""How many statements, facts and names a load may write to be one transaction. A row takes the server some 2.5 kB until
it is committed: 146,000 were too many for a heap of 512 MB, of which transactions may take 70 %."""
BATCH = 5_000
_FORGET = "UNWIND $rows AS row MATCH (s:StoredStatement {id: row}) DELETE s RETURN count(*)"
_SAY = "UNWIND $rows AS row CREATE (s:StoredStatement) SET s = row RETURN count(*)"
_SAY_OTHERWISE = "UNWIND $rows AS row MATCH (s:StoredStatement {id: row.id}) SET s = row RETURN count(*)"
_LAY = "UNWIND $rows AS row CREATE (c:StoredChange) SET c = row RETURN count(*)"
_FORGET_SOURCE = "UNWIND $rows AS row MATCH (s:StoredSource {id: row}) DELETE s RETURN count(*)"
_SAY_SOURCE = "UNWIND $rows AS row MERGE (s:StoredSource {id: row.id}) SET s = row RETURN count(*)"
_TAKE = "MATCH (c:StoredChange) RETURN c.id, c.kind LIMIT $most"
_MOVE = (
    "UNWIND $rows AS row MATCH (c:StoredChange {id: row}) SET c:StoredStatement REMOVE c:StoredChange RETURN count(*)"
)
_DROP = "UNWIND $rows AS row MATCH (c:StoredChange {id: row}) DELETE c RETURN count(*)"
_TAKE_OVER = "MERGE (s:StoredState {id: 'state'}) SET s.writer = $writer"
_HOLD = "MATCH (s:StoredState {id: 'state'}) SET s.held = timestamp() RETURN s.writer"
_MARK = "MATCH (s:StoredState {id: 'state'}) SET s.loading = $loading"
_FINISH = (
    "MATCH (s:StoredState {id: 'state'}) "
    "SET s.revision = coalesce(s.revision, 0) + 1, s.counts = $counts, s.loading = ''"
)


class Neo4jWriter:
    """The right to write to a database, which nobody else has meanwhile.

    The lock is lost with its connection, which the writer may outlive. So each transaction makes sure first that nobody
    has taken over.
    """

    def __init__(self, server: Server) -> None:
        """Begin from the newest state."""
        self.has_finished_another = False
        self._server = server
        self._name = secrets.token_hex(8)

    def current(self) -> Neo4jSnapshot:
        """See Writer.current."""
        return Neo4jSnapshot(self._server, self._state())

    def is_sound(self) -> bool:
        """See Writer.is_sound: whether there are as many facts of each kind as were written."""
        counts = self._state().counts
        found = dict(map(tuple, self._server.read(neo4j_records.COUNTED)))
        return all(found.get(kind, 0) == count.facts for kind, count in counts.items())

    def apply(self, change: Change, progress: Progress) -> None:
        """See Writer.apply."""
        with self._statements() as file:
            statements, sources = list(_said_anew(file, change)), list(_sources(change))
            file.apply(change)
            difference = Difference(self._server.read, Projection(file.facts))
            steps, counts = [*statements, *sources, *difference.steps()], _counts(file, difference)
            if _rows(steps) <= MOST_AT_ONCE:
                self._apply_at_once(steps, counts, progress)
            else:
                self._lay(statements, sources, progress)
                self._finish_moving(difference, counts, progress)

    def take_over(self) -> None:
        """Undo a load that was cut off before it was certain, and finish one that was cut off behind that."""
        self._server.write(lambda run: run(_TAKE_OVER, writer=self._name))
        loading = self._state().loading
        if loading == LAID:
            self._drop_laid()
        elif loading == MOVING:
            self._move(lambda _: None)
            with self._statements() as file:
                file.apply(Change({}))
                difference = Difference(self._server.read, Projection(file.facts))
                self._finish_moving(difference, _counts(file, difference), lambda _: None)
            self.has_finished_another = True

    def _write(self, work: Callable[[Run], object]) -> None:
        """Do something in a transaction."""

        def held(run: Run) -> None:
            if run(_HOLD) != [[self._name]]:
                raise refuse(messages.SERVER_CHANGED, address=self._server.address)
            work(run)

        self._server.write(held)

    def _state(self) -> State:
        return neo4j_records.state_of(self._server.read(neo4j_records.STATE)[0])

    @contextmanager
    def _statements(self) -> Iterator[StatementFile]:
        """All statements of the database, in a file here."""
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            file = StatementFile(Path(folder, "statements"), write=True)
            try:
                rows = self._server.stream(f"MATCH (s:StoredStatement) WHERE {neo4j_records.ROWS}")
                file.add(self.current().sources(), rows)
                yield file
            finally:
                file.close()

    def _apply_at_once(self, steps: list[Step], counts: str, progress: Progress) -> None:
        all_rows = _rows(steps) or 1

        def work(run: Run) -> None:
            done = 0
            for step in _batches(steps):
                self._run_whole(run, step)
                done += len(step.rows)
                progress(done / all_rows)
            run(_FINISH, counts=counts)

        self._write(work)

    def _lay(self, statements: list[Step], sources: list[Step], progress: Progress) -> None:
        """Lay what changes beside the graph, then say that it counts, and move it in."""
        self._write(lambda run: run(_MARK, loading=LAID))
        gone, *said = statements
        laid = [Step(_LAY, [{"id": name} for name in gone.rows]), *(Step(_LAY, step.rows) for step in said)]
        self._run_each(laid, lambda share: progress(share / 3))

        def mark(run: Run) -> None:
            for step in _batches(sources):
                self._run_whole(run, step)
            run(_MARK, loading=MOVING)

        self._write(mark)
        self._move(lambda share: progress((1 + share) / 3))

    def _move(self, progress: Progress) -> None:
        """Put what is laid beside the graph in the place of what was said before."""
        left = self._server.read("MATCH (c:StoredChange) RETURN count(*)")[0][0]
        for done in range(0, left, BATCH):
            self._write(self._move_some)
            progress(min(1.0, (done + BATCH) / left))

    def _drop_laid(self) -> None:
        while laid := self._server.read("MATCH (c:StoredChange) RETURN c.id LIMIT $most", most=BATCH):
            self._write(partial(self._run_whole, step=Step(_DROP, [record[0] for record in laid])))
        self._write(lambda run: run(_MARK, loading=""))

    def _finish_moving(self, difference: Difference, counts: str, progress: Progress) -> None:
        self._run_each(list(difference.steps()), lambda share: progress((2 + share) / 3))
        self._write(lambda run: run(_FINISH, counts=counts))

    def _run_each(self, steps: list[Step], progress: Progress) -> None:
        """Run each batch in a transaction of its own."""
        all_rows, done = _rows(steps) or 1, 0
        for step in _batches(steps):
            self._write(partial(self._run_whole, step=step))
            done += len(step.rows)
            progress(done / all_rows)

    def _move_some(self, run: Run) -> None:
        laid = run(_TAKE, most=BATCH)
        run(_FORGET, rows=[name for name, _ in laid])
        self._run_whole(run, Step(_MOVE, [name for name, kind in laid if kind]))
        self._run_whole(run, Step(_DROP, [name for name, kind in laid if not kind]))

    def _run_whole(self, run: Run, step: Step) -> None:
        """Run a step, which must find a place for each of its rows."""
        found = run(step.cypher, rows=list(step.rows))[0][0]
        if found != len(step.rows):
            counted = {"found": found, "rows": len(step.rows)}
            raise refuse(messages.SERVER_ALTERED, address=self._server.address, **counted)


def _said_anew(file: StatementFile, change: Change) -> Iterator[Step]:
    """The statements that go, and those that are new or other than before."""
    before = {
        said.id: said for said in file.statements("source", [*change.removed, *(one.id for one in change.loaded)])
    }
    after = {said.id: said for some in change.loaded.values() for said in some}
    yield Step(_FORGET, sorted(before.keys() - after.keys()))
    changed = [said for name, said in sorted(after.items()) if before.get(name) != said]
    for text, some in (
        (_SAY, [said for said in changed if said.id not in before]),
        (_SAY_OTHERWISE, [said for said in changed if said.id in before]),
    ):
        yield Step(text, [neo4j_records.statement_properties(row_of(said)) for said in some])


def _sources(change: Change) -> Iterator[Step]:
    yield Step(_FORGET_SOURCE, sorted(change.removed))
    yield Step(_SAY_SOURCE, [neo4j_records.source_properties(record) for record in change.loaded])


def _counts(file: StatementFile, difference: Difference) -> str:
    file.write_summary((), difference.counts)
    return neo4j_records.counts_json(file.counts())


def _rows(steps: list[Step]) -> int:
    return sum(len(step.rows) for step in steps)


def _batches(steps: list[Step]) -> Iterator[Step]:
    for step in steps:
        for at in range(0, len(step.rows), BATCH):
            yield Step(step.cypher, step.rows[at : at + BATCH])
