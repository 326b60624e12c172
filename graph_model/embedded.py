"""The embedded store: a folder of finished generations, each a graph file and its statements, under one pointer.

A generation is written once, beside the current one, by a process of its own; then the pointer moves. So a reader
sees whole states only, a writer that dies at any moment leaves the state before, and what it left behind is swept
by the next one.
"""

import os
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from graph_model import messages
from graph_model.problems import Refusal, refuse
from graph_model.statement_file import StatementFile
from graph_model.statements import Statement
from graph_model.store import Change, Count, Named, Progress, Record, SourceRecord

if TYPE_CHECKING:
    import ladybug

GRAPH = "graph.lbug"
STATEMENTS = "statements.sqlite"
POINTER = "current"
LOCK = "writing.lock"
BUILD = (sys.executable, "-P", "-m", "graph_model.embedded_build")
_NUMBER = re.compile(r"generation-([0-9]+)-.*")
_SHARE = re.compile(r"[01](?:\.[0-9]+)?\s*")
MOST_BYTES = 2**36
"""The address space that is set aside for a graph file: the engine's own choice, 8 TiB, is more than a machine with a
limit gives, and no machine gives it for 16 files at once."""
_READ_BUFFER_BYTES = 512 * 2**20


class Generation:
    """One finished state of the graph, read-only."""

    def __init__(self, folder: Path | None) -> None:
        """Take the generation in a folder; without one, the empty state before the first load."""
        self.folder = folder
        self._said = StatementFile(folder / STATEMENTS if folder else None)
        self._graph: tuple[ladybug.Database, ladybug.Connection] | None = None
        self.readers = 0

    def open_graph(self) -> None:
        """Open the graph file, which the statements alone do not need.

        Raises
        ------
        FileNotFoundError: a newer generation has replaced this one meanwhile.
        Refusal: this version of the engine cannot read it.
        """
        import ladybug  # here, since a load only reads statements and need not wait for the engine

        assert self.folder
        path = self.folder / GRAPH
        unreadable = refuse(messages.GRAPH_UNREADABLE, folder=self.folder.parent, version=ladybug.__version__)
        if not path.stat().st_size:  # the engine takes an empty file for a graph without tables
            raise unreadable
        try:
            database = ladybug.Database(
                str(path), read_only=True, buffer_pool_size=_READ_BUFFER_BYTES, max_db_size=MOST_BYTES
            )
        except RuntimeError as error:
            if not path.exists():
                raise FileNotFoundError(path) from error
            raise unreadable from error
        self._graph = database, ladybug.Connection(database)

    def close(self) -> None:
        """Let go of the files."""
        self._said.close()
        for handle in reversed(self._graph or ()):
            handle.close()

    def query(self, cypher: str, **parameters: object) -> list[Record]:
        """See Snapshot.query."""
        assert self._graph
        result = self._graph[1].execute(cypher, parameters)
        assert not isinstance(result, list), "one statement a call"
        # Half the time of get_all, which asks before each record whether there is one.
        return cast(list[Record], [result.get_next() for _ in range(result.get_num_tuples())])

    def sources(self) -> list[SourceRecord]:
        """See Snapshot.sources."""
        return self._said.sources()

    def statements(self, ids: Collection[str]) -> list[Statement]:
        """See Snapshot.statements."""
        return self._said.statements("id", ids)

    def said_by(self, sources: Collection[str]) -> list[Statement]:
        """See Snapshot.said_by."""
        return self._said.statements("source", sources)

    def said_of(self, keys: Collection[str]) -> list[Statement]:
        """See Snapshot.said_of."""
        return self._said.statements("key", keys)

    def said_in(self, kind: str) -> Iterator[list[Statement]]:
        """See Snapshot.said_in."""
        return self._said.facts(kind)

    def disputed(self) -> Iterator[list[Statement]]:
        """See Snapshot.disputed."""
        return self._said.disputed()

    def named(self, folded: str) -> list[str]:
        """See Snapshot.named."""
        return self._said.named(folded)

    def names(self) -> list[Named]:
        """See Snapshot.names."""
        return self._said.names()

    def counts(self) -> dict[str, Count]:
        """See Snapshot.counts."""
        return self._said.counts()


class EmbeddedStore:
    """A graph in a folder, for one machine; many may read while one writes."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made by the first load."""
        self.folder = folder
        self.place = str(folder)
        self._open: Generation | None = None

    @contextmanager
    def reading(self, *, or_empty: bool = False) -> Iterator[Generation]:
        """See Store.reading."""
        if or_empty and self._pointed() is None:
            with closing(Generation(None)) as empty:
                yield empty
        else:
            with self._damage_told(), self._held(self._newest()) as generation:
                yield generation

    @contextmanager
    def _held(self, generation: Generation) -> Iterator[Generation]:
        """A generation that stays open for as long as it is read, also when a newer one is opened meanwhile."""
        generation.readers += 1
        try:
            yield generation
        finally:
            generation.readers -= 1
            if generation is not self._open and not generation.readers:
                generation.close()

    @contextmanager
    def _damage_told(self) -> Iterator[None]:
        """Tell the user of statements that cannot be read; other errors of theirs are the program's own."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if type(error) not in (sqlite3.DatabaseError, sqlite3.OperationalError):
                raise
            raise refuse(messages.STORE_DAMAGED, folder=self.folder) from error

    def _newest(self) -> Generation:
        """The generation that the pointer shows; looked at anew each time, opened anew when it has moved."""
        while folder := self._pointed():
            if self._open and self._open.folder == folder:
                return self._open
            self.close()
            try:
                self._open = _opened(folder)
            except FileNotFoundError as error:
                if folder == self._pointed():
                    raise refuse(messages.STORE_DAMAGED, folder=self.folder) from error
        raise refuse(messages.NO_GRAPH, folder=self.folder)

    def _pointed(self) -> Path | None:
        try:
            return self.folder / (self.folder / POINTER).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except NotADirectoryError as error:
            raise refuse(messages.STORE_IS_A_FILE, folder=self.folder) from error
        except UnicodeDecodeError as error:
            raise refuse(messages.STORE_DAMAGED, folder=self.folder) from error
        except OSError as error:
            raise refuse(messages.STORE_UNREADABLE, folder=self.folder) from error

    def close(self) -> None:
        """Let go of the generation that is open, if any; one that is being read goes when it is no more."""
        if self._open and not self._open.readers:
            self._open.close()
        self._open = None

    @contextmanager
    def writing(self) -> Iterator["EmbeddedWriter"]:
        """See Store.writing. The lock is the operating system's, so a dead process does not keep it."""
        import filelock  # here, since what only reads need not wait for it

        if self._pointed() is None:
            self._refuse_if_full_of_else()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = filelock.FileLock(self.folder / LOCK, timeout=0)
            lock.acquire()
        except filelock.Timeout:
            raise refuse(messages.STORE_BUSY, folder=self.folder) from None
        except OSError as error:
            raise refuse(messages.STORE_UNWRITABLE, folder=self.folder) from error
        with lock, self._damage_told():
            lock.release()
            with closing(self._statements()) as current:
                yield EmbeddedWriter(self.folder, current)

    def _refuse_if_full_of_else(self) -> None:
        """Stop before a graph is put among the files of somebody who named the wrong folder."""
        there = sorted(path.name for path in self.folder.iterdir()) if self.folder.is_dir() else []
        others = [
            name for name in there if not (name == LOCK or name.startswith((POINTER, ".")) or _NUMBER.match(name))
        ]
        if others:
            raise refuse(messages.NOT_A_STORE, folder=self.folder, files=others[:3])

    def _statements(self) -> Generation:
        """The current generation for a writer, which needs no graph file."""
        try:
            return Generation(self._pointed())
        except FileNotFoundError as error:
            raise refuse(messages.STORE_DAMAGED, folder=self.folder) from error


def _opened(folder: Path) -> Generation:
    """The generation in a folder with its graph open; where that fails, nothing stays open."""
    generation = Generation(folder)
    try:
        generation.open_graph()
    except BaseException:
        generation.close()
        raise
    return generation


class EmbeddedWriter:
    """Builds the next generation and moves the pointer to it."""

    has_finished_another = False

    def __init__(self, folder: Path, current: Generation) -> None:
        """Begin from the current generation of the store in a folder."""
        self._folder = folder
        self._current = current

    def current(self) -> Generation:
        """See Writer.current."""
        return self._current

    def is_sound(self) -> bool:
        """See Writer.is_sound."""
        if self._current.folder is None:
            return True
        try:
            _opened(self._current.folder).close()
        except (Refusal, FileNotFoundError):
            return False
        return True

    def apply(self, change: Change, progress: Progress) -> None:
        """See Writer.apply. The state before stays until the pointer has moved."""
        try:
            self._sweep()
            fresh = self._folder / f"generation-{self._last_number() + 1:06}-{secrets.token_hex(4)}"
            fresh.mkdir()
            self._write_statements(fresh / STATEMENTS, change)
            _run_build(fresh, progress)
            for path in (fresh / STATEMENTS, fresh / GRAPH, fresh):
                _sync(path)
            self._point_to(fresh)
        except (OSError, sqlite3.OperationalError) as error:
            raise refuse(messages.STORE_UNWRITABLE, folder=self._folder) from error
        finally:
            self._sweep()

    def _write_statements(self, path: Path, change: Change) -> None:
        if self._current.folder:
            shutil.copyfile(self._current.folder / STATEMENTS, path)
        said = StatementFile(path, write=True)
        said.apply(change)
        said.close()

    def _generations(self) -> list[Path]:
        return [path for path in self._folder.iterdir() if _NUMBER.fullmatch(path.name)]

    def _last_number(self) -> int:
        return max((int(path.name.split("-")[1]) for path in self._generations()), default=0)

    def _point_to(self, fresh: Path) -> None:
        pointer = self._folder / POINTER
        draft = pointer.with_suffix(".new")
        draft.write_text(fresh.name, encoding="ascii")
        _sync(draft)
        draft.replace(pointer)
        _sync(self._folder)

    def _sweep(self) -> None:
        """Remove every generation but the current one; what another program holds open stays until the next load."""
        pointer = self._folder / POINTER
        keep = pointer.read_text(encoding="ascii").strip() if pointer.exists() else ""
        for path in self._generations():
            if path.name != keep:
                shutil.rmtree(path, ignore_errors=True)


def _run_build(folder: Path, progress: Progress) -> None:
    """Build the graph file in a child process, and tell how far it is.

    Raises
    ------
    Refusal: the child failed or was killed.
    """
    with tempfile.TemporaryFile() as said:  # no pipe: a child that fills one nobody reads yet would wait for ever
        command = (*BUILD, str(folder))
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True, errors="replace") as child:
            assert child.stdout
            try:
                for line in filter(_SHARE.fullmatch, child.stdout):
                    progress(float(line))
            except BaseException:
                child.kill()  # an interrupted load must not go on writing what is about to be swept
                child.wait()
                raise
        said.seek(0)
        detail = said.read().decode(errors="replace").strip()
    if child.returncode:
        last = detail.splitlines()[-1] if detail else f"{child.returncode}"
        raise refuse(messages.BUILD_FAILED, folder=folder.parent, detail=last)


def _sync(path: Path) -> None:
    """Have a file or folder on the disk before what depends on it; Windows cannot do this for folders."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
