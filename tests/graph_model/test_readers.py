"""Readers that stay open while others load: never an error, never a mixture, each sees the graph before or after."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from graph_model.embedded import EmbeddedStore
from graph_model.store import Snapshot
from tests.graph_model.desk import Desk, Lists

REPOSITORY = Path(__file__).parents[2]
LOADS = 20
READS = """
import sys, time
from pathlib import Path
from graph_model.embedded import EmbeddedStore
from tests.graph_model.test_readers import marker

folder, last, anew = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "anew"
store, seen = EmbeddedStore(folder), []
while seen[-1:] != [last]:
    if anew:
        store.close()
        store = EmbeddedStore(folder)
    with store.reading() as snapshot:
        found = [marker(snapshot) for _ in range(3)]
    if len(set(found)) != 1:
        sys.exit(f"a mixture: {found}")
    if seen[-1:] != found[:1]:
        seen.append(found[0])
        print(found[0], flush=True)
    time.sleep(0.002)
"""


def marked(number: int) -> Lists:
    """Lists of two kinds that bear the number of their load, in several facts each."""
    sites = [f"N{at};www.m{number}.no" for at in range(5)]
    return {"aktører.csv": ["navn;nettsted", *sites], "nettverk.csv": ["navn;nettsted", *sites]}


def marker(snapshot: Snapshot) -> int:
    """The number that both kinds, the facts and their statements bear."""
    cyphers = ["MATCH (n:Organisation) RETURN n.website", "MATCH (n:Network) RETURN n.website"]
    sites = {row[0] for cypher in cyphers for row in snapshot.query(cypher)}
    sites |= {str(said.values["website"]) for said in snapshot.said_by(["aktører.csv", "nettverk.csv"])}
    assert len(sites) == 1, f"a mixture: {sites}"
    [site] = sites
    return int(site.removeprefix("www.m").removesuffix(".no"))


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A store that holds the first of the marked graphs."""
    store = EmbeddedStore(tmp_path / "store")
    Desk(store, tmp_path).load(marked(0))
    yield store
    store.close()


def generations(store: EmbeddedStore) -> int:
    return len(list(store.folder.glob("generation-*")))


def test_other_processes_read_while_one_loads(embedded: EmbeddedStore, tmp_path: Path) -> None:
    readers = []
    for opened in ("once", "anew"):
        command = (sys.executable, "-c", READS, str(embedded.folder), str(LOADS), opened)
        reader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=REPOSITORY)
        assert reader.stdout
        readers.append((reader, [reader.stdout.readline()]))
    desk = Desk(embedded, tmp_path)
    for number in range(1, LOADS + 1):
        desk.load(marked(number))
    for reader, first in readers:
        rest, complaint = reader.communicate(timeout=30)
        assert (reader.returncode, complaint) == (0, "")
        seen = list(map(int, [*first, *rest.split()]))
        assert seen == sorted(seen)
        assert (seen[0], seen[-1]) == (0, LOADS)
        assert len(seen) > LOADS / 4, "the reader was too slow to see anything of the loads"
    assert generations(embedded) == 1


def test_a_snapshot_that_is_held_stays_as_it_was(embedded: EmbeddedStore, tmp_path: Path) -> None:
    other = EmbeddedStore(embedded.folder)
    desk = Desk(other, tmp_path)
    with ExitStack() as held:
        first = held.enter_context(embedded.reading())
        opened = first
        for number in range(1, 6):
            desk.load(marked(number))
            assert marker(first) == 0
            assert marker(opened) == number - 1
            opened = held.enter_context(embedded.reading())
            assert marker(opened) == number
    with pytest.raises(sqlite3.ProgrammingError):
        first.sources()  # it is closed now that nobody holds it
    with embedded.reading() as newest, embedded.reading() as again:
        assert newest is again
        assert marker(newest) == 5
    desk.load(marked(6))
    assert generations(embedded) == 1
    other.close()


def test_a_store_that_reads_and_loads_itself_sees_what_it_loaded(embedded: EmbeddedStore, tmp_path: Path) -> None:
    desk = Desk(embedded, tmp_path)
    with embedded.reading() as before:
        desk.load(marked(1))
        assert marker(before) == 0
        embedded.close()
        assert marker(before) == 0
    with embedded.reading() as after:
        assert marker(after) == 1


def test_a_dry_run_beside_a_load_reads_the_graph_before(embedded: EmbeddedStore, tmp_path: Path) -> None:
    with embedded.writing() as writer, embedded.reading() as snapshot:
        assert marker(snapshot) == 0
        assert len(writer.current().said_by(["aktører.csv"])) == 5
        Desk(embedded, tmp_path).plan(marked(1))
