"""Loads into a Neo4j server whose process, lock, memory or server is taken from them, and who reads beside them."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from graph_model import neo4j_server as session
from graph_model.neo4j_login import PASSWORD
from graph_model.neo4j_store import Neo4jStore
from graph_model.problems import Refusal
from tests.graph_model.desk import Desk
from tests.graph_model.memory import MemoryStore
from tests.graph_model.neo4j_loads import AFTER, BEFORE, NEXT, held, leftovers, parts, store_on
from tests.graph_model.test_readers import marked
from tests.lists import emptied
from tests.neo4j_server import LocalServer, Server

pytestmark = [
    pytest.mark.needs("neo4j"),
    pytest.mark.xdist_group("neo4j"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL"),
]
REPOSITORY = Path(__file__).parents[2]
MOMENTS = 9
BEGIN = """
import os, sys
from pathlib import Path
from graph_model import neo4j_writer
from graph_model.store import StateChanged
from graph_model.neo4j_login import log_in
from graph_model.neo4j_store import Neo4jStore
from tests.graph_model.desk import Desk
from tests.graph_model.neo4j_loads import AFTER
from tests.graph_model.test_readers import marker

store = Neo4jStore(log_in(sys.argv[1], os.environ, lambda: None, user=sys.argv[2]))
"""
LOADS = """
if sys.argv[4] == "in parts":
    neo4j_writer.MOST_AT_ONCE, neo4j_writer.BATCH = 0, 7
desk = Desk(store, Path(sys.argv[3]))
with store.reading():
    print("begins", flush=True)
desk.load(AFTER)
print("done", flush=True)
"""
READS = """
seen, last = [], int(sys.argv[3])
while seen[-1:] != [last]:
    try:
        with store.reading() as snapshot:
            found = [marker(snapshot) for _ in range(2)]
    except StateChanged:
        continue
    if len(set(found)) != 1:
        sys.exit(f"a mixture: {found}")
    if seen[-1:] != found[:1]:
        seen.append(found[0])
        print(found[0], flush=True)
store.close()
"""


def process(server: Server, script: str, *arguments: object) -> subprocess.Popen[str]:
    """A process that does something with the store on a server, which it logs in to as the program does."""
    command = [sys.executable, "-c", BEGIN + script, server.address, server.user, *map(str, arguments)]
    environment = {**os.environ, PASSWORD: server.password}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=REPOSITORY
    )


def killed(loader: subprocess.Popen[str], after: float) -> None:
    """Wait until a load begins, and kill it some seconds later, unless it is done."""
    assert loader.stdout
    assert loader.stdout.readline() == "begins\n"
    time.sleep(after)
    loader.send_signal(signal.SIGKILL)
    loader.communicate(timeout=30)


def duration(server: Server, folder: Path, how: str) -> float:
    """How long a load takes that is left alone."""
    loader = process(server, LOADS, folder, how)
    assert loader.stdout
    loader.stdout.readline()
    begun = time.monotonic()
    assert loader.stdout.readline() == "done\n"
    taken = time.monotonic() - begun
    loader.communicate(timeout=30)
    return taken


def expected(folder: Path, *lists: dict[str, Sequence[str]]) -> object:
    desk = Desk(MemoryStore(), folder)
    for some in lists:
        desk.load(some)
    return held(desk)


@pytest.mark.parametrize("how", ["at once", "in parts"])
def test_a_loading_process_that_is_killed_at_random_moments(neo4j_server: Server, tmp_path: Path, how: str) -> None:
    outcomes = [expected(tmp_path, *map(dict, lists)) for lists in ((BEFORE, NEXT), (BEFORE, AFTER, NEXT))]
    chance, taken, seen, finished = random.Random(20261125), 0.0, [], []
    for number in range(MOMENTS):
        with closing(emptied(neo4j_server)) as store:
            Desk(store, tmp_path).load(BEFORE)
        if number:
            killed(process(neo4j_server, LOADS, tmp_path, how), chance.uniform(0, 1.2) * taken)
        else:
            taken = duration(neo4j_server, tmp_path, how)
        with closing(store_on(neo4j_server)) as store:
            with store.writing() as writer:  # the next load begins so: no lock is left
                finished.append(writer.has_finished_another)
            desk = Desk(store, tmp_path)
            desk.load(NEXT)
            seen.append(outcomes.index(held(desk)))
        assert leftovers(neo4j_server) == [0, ""]
    assert set(seen) == {0, 1}, "the moments are not spread over the load"
    assert not [True for told, outcome in zip(finished, seen, strict=True) if told and not outcome]
    assert how == "in parts" or not any(finished)


@pytest.fixture
def other(neo4j_server: Server) -> Iterator[Neo4jStore]:
    """The same store, as another program has it."""
    with closing(store_on(neo4j_server)) as store:
        yield store


def take_lock_away(server: Server) -> None:
    """End the transaction that has the lock, as the server does where its connection is lost."""
    text = (
        "SHOW TRANSACTIONS YIELD transactionId, currentQuery, status, activeLockCount "
        "WHERE activeLockCount > 0 AND status = 'Running' AND NOT currentQuery STARTS WITH 'SHOW' "
        "RETURN transactionId AS name"
    )
    with server.driver() as driver:
        for record in driver.execute_query(text, database_=server.database).records:
            driver.execute_query("TERMINATE TRANSACTION $name", record.data(), database_=server.database)


@pytest.mark.parametrize("how", ["at once", "in parts"])
def test_who_has_lost_the_lock_to_another_writes_nothing_more(
    neo4j_server: Server, other: Neo4jStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    with closing(emptied(neo4j_server)) as store:
        desk, others = Desk(store, tmp_path), Desk(other, tmp_path)
        desk.load(BEFORE)
        plan = desk.plan(AFTER)
        with store.writing() as writer:
            take_lock_away(neo4j_server)
            others.load(NEXT)
            if how == "in parts":
                parts(monkeypatch)
            with pytest.raises(Refusal, match="changed meanwhile"):
                writer.apply(plan.change, lambda _: None)
        assert held(others) == expected(tmp_path, dict(BEFORE), dict(NEXT))
        assert leftovers(neo4j_server) == [0, ""]
        desk.load(AFTER)


def test_other_processes_read_while_one_loads(neo4j_server: Server, tmp_path: Path) -> None:
    loads = 8
    with closing(emptied(neo4j_server)) as store:
        desk = Desk(store, tmp_path)
        desk.load(marked(0))
        readers = [process(neo4j_server, READS, loads) for _ in range(2)]
        first = [reader.stdout.readline() for reader in readers if reader.stdout]
        for number in range(1, loads + 1):
            desk.load(marked(number))
    for reader, begun in zip(readers, first, strict=True):
        rest, complaint = reader.communicate(timeout=60)
        assert (reader.returncode, complaint) == (0, "")
        seen = list(map(int, [begun, *rest.split()]))
        assert seen == sorted(seen)
        assert (seen[0], seen[-1]) == (0, loads)


def test_a_load_outlives_a_restart_of_the_server(
    own_neo4j_server: LocalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In parts and patient, it goes on where it was, although the lock is lost."""
    monkeypatch.setattr(session, "RETRY_SECONDS", 60)
    with closing(emptied(own_neo4j_server)) as store:
        desk = Desk(store, tmp_path)
        desk.load(BEFORE)
        plan = desk.plan(AFTER)
    restarts: list[threading.Thread] = []

    def restart(share: float) -> None:
        if share > 0.5 and not restarts:
            own_neo4j_server.kill()
            restarts.append(threading.Thread(target=own_neo4j_server.start_again))
            restarts[0].start()

    parts(monkeypatch)
    with closing(store_on(own_neo4j_server)) as store:
        with store.writing() as writer:
            writer.apply(plan.change, restart)
        restarts[0].join()
        assert held(Desk(store, tmp_path)) == expected(tmp_path, dict(BEFORE), dict(AFTER))
        assert leftovers(own_neo4j_server) == [0, ""]


def test_too_little_memory_is_told_at_once_and_parts_need_less(
    own_neo4j_server: LocalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {"aktører.csv": ["navn;nettsted", *(f"Aktør {at};www.a{at}.no" for at in range(1500))]}
    settings = own_neo4j_server.home / "neo4j.conf"
    usual = settings.read_text()
    emptied(own_neo4j_server).close()
    settings.write_text(f"{usual}\ndb.memory.transaction.max=2m\n")
    own_neo4j_server.start_again()
    try:
        with closing(store_on(own_neo4j_server)) as store:
            desk = Desk(store, tmp_path)
            monkeypatch.setattr(session, "RETRY_SECONDS", 60)
            begun = time.monotonic()
            with pytest.raises(Refusal, match="too little memory"):
                desk.load(many)
            assert time.monotonic() - begun < 60, "it was tried again"
            with pytest.raises(Refusal, match="no graph"):
                held(desk)
            parts(monkeypatch, batch=100)
            desk.load(many)
            assert len(desk.graph().nodes) == 1500
    finally:
        settings.write_text(usual)
        own_neo4j_server.start_again()
