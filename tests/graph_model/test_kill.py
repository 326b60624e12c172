"""A load that is killed at any moment leaves the graph before it or the graph after it, and the next load succeeds."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph_model.embedded import GRAPH, LOCK, POINTER, STATEMENTS, EmbeddedStore
from graph_model.problems import Refusal
from tests.graph_model.desk import Desk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL and no process groups")

REPOSITORY = Path(__file__).parents[2]
BEFORE, AFTER = [f"A{number}" for number in range(20)], [f"A{number}" for number in range(10, 40)]
LOADS = """
import os, signal, subprocess, sys
from pathlib import Path
from graph_model import embedded
from tests.graph_model.desk import Desk

folder, lists, event, at = Path(sys.argv[1]), sys.argv[2].split(","), sys.argv[3], int(sys.argv[4])
seen = 0

def kill(name, arguments):
    global seen
    if name == event and str(folder) in str(arguments):
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

class Told(subprocess.Popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        print("builds", self.pid, flush=True)

subprocess.Popen = Told
sys.addaudithook(kill)
desk = Desk(embedded.EmbeddedStore(folder / "store"), folder)
print("begins", flush=True)
desk.load({"aktører.csv": ["navn", *lists]})
print("done", flush=True)
"""


@dataclass
class Killed:
    """A store with the graph before, and the process that loads the one after."""

    folder: Path
    event: str = "never"
    at: int = 0

    def __post_init__(self) -> None:
        self.store = EmbeddedStore(self.folder / "store")
        self.desk = Desk(self.store, self.folder)
        self.pointed = (self.store.folder / POINTER).read_text()
        command = (sys.executable, "-c", LOADS, str(self.folder), ",".join(AFTER), self.event, str(self.at))
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, cwd=REPOSITORY
        )
        assert self.process.stdout
        self.lines: Iterator[bytes] = iter(self.process.stdout)

    def wait_for(self, word: bytes) -> int:
        """Wait until the process is so far; the number that it tells."""
        line = next(line for line in self.lines if line.startswith(word))
        return int(line.split()[-1]) if line.split()[1:] else 0

    def kill(self, who: str, builder: int) -> None:
        """Kill the whole group, the loading process alone, or its builder alone, unless it is done already."""
        with suppress(ProcessLookupError):
            if who == "group":
                os.killpg(self.process.pid, signal.SIGKILL)
            elif who == "loader":
                os.kill(self.process.pid, signal.SIGKILL)
            elif os.getpgid(builder) == self.process.pid:
                os.kill(builder, signal.SIGKILL)

    def end(self) -> str:
        """Wait until all of it is gone; what the loading process complained of."""
        _, complaint = self.process.communicate(timeout=30)
        return complaint.decode()

    @property
    def moved(self) -> bool:
        """Whether the pointer shows another generation than before."""
        return (self.store.folder / POINTER).read_text() != self.pointed

    def check(self) -> None:
        """See that the graph is one of the two, by the pointer; that the next load succeeds; that leftovers go."""
        self.expect(AFTER if self.moved else BEFORE)
        self.wait_for_lock()
        self.desk.load({"aktører.csv": ["navn", *BEFORE, "Neste"]})
        self.expect([*BEFORE, "Neste"])
        pointed = (self.store.folder / POINTER).read_text()
        assert {path.name for path in self.store.folder.iterdir()} == {pointed, POINTER, LOCK}
        assert {path.name for path in (self.store.folder / pointed).iterdir()} == {GRAPH, STATEMENTS}
        self.store.close()

    def wait_for_lock(self) -> None:
        """A builder that was being started when its loader died has the lock of that until its program begins."""
        for _ in range(100):
            with suppress(Refusal), self.store.writing():
                return
            time.sleep(0.02)

    def expect(self, names: list[str]) -> None:
        """See that our reader and the engine's driver both find these."""
        with self.store.reading() as snapshot:
            assert sorted(row[0] for row in snapshot.query("MATCH (n:Organisation) RETURN n.name")) == sorted(names)
            assert len(snapshot.said_by(["aktører.csv"])) == len(names)
        assert sorted(node.values["name"] for node in self.desk.graph().nodes.values()) == sorted(names)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that holds the graph before."""
    folder = tmp_path_factory.mktemp("before")
    store = EmbeddedStore(folder / "store")
    Desk(store, folder).load({"aktører.csv": ["navn", *BEFORE]})
    store.close()
    return folder


MOMENTS, MEASURED = 52, 10


def duration_of(untouched: Killed) -> float:
    """How long a load takes that is left alone, once its process has started."""
    untouched.wait_for(b"begins")
    begun = time.monotonic()
    untouched.wait_for(b"done")
    taken = time.monotonic() - begun
    untouched.end()
    assert untouched.moved
    untouched.check()
    return taken


def test_at_random_moments(before: Path, tmp_path: Path) -> None:
    """The whole group, the loading process alone, or its builder alone.

    How long a load takes depends on what else the machine does, so some are left alone and measured all along.
    """
    chance = random.Random(20261102)
    moments = [(chance.choice(["group", "loader", "builder"]), chance.uniform(0, 1.3)) for _ in range(MOMENTS)]
    durations = [0.5]

    def killed(number: int) -> bool:
        who, share = moments[number]
        trial = Killed(shutil.copytree(before, tmp_path / f"{number}"))
        if number % MEASURED == 0:
            durations.append(duration_of(trial))
            return True
        trial.wait_for(b"begins")
        builder = trial.wait_for(b"builds") if who == "builder" else 0
        time.sleep(share * durations[-1])
        trial.kill(who, builder)
        complaint = trial.end()
        moved = trial.moved
        if who == "builder" and not moved:
            assert "The graph engine stopped while the graph was built" in complaint
            assert trial.process.returncode == 1
        trial.check()
        return moved

    with ThreadPoolExecutor(2) as two:
        outcomes = list(two.map(killed, range(MOMENTS)))
    assert MOMENTS / MEASURED < sum(outcomes) < MOMENTS, "the moments are not spread over the load"


@pytest.mark.parametrize(
    ("event", "at", "moved"),
    [
        ("open", 3, False),
        ("os.mkdir", 1, False),
        ("shutil.copyfile", 1, False),
        ("sqlite3.connect", 3, False),
        ("subprocess.Popen", 1, False),
        ("os.rename", 1, False),
        ("shutil.rmtree", 1, True),
    ],
)
def test_at_each_step(before: Path, tmp_path: Path, event: str, at: int, *, moved: bool) -> None:
    trial = Killed(shutil.copytree(before, tmp_path / "copy"), event, at)
    trial.end()
    assert trial.process.returncode == -signal.SIGKILL, "the load never came to this step"
    assert trial.moved is moved
    trial.check()
