"""Loading the same lists on each engine, each in a command of its own: into a new folder, an empty server, NetworkX."""

import sys
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import in_shell
from tests.benchmarks.in_shell import Load
from tests.benchmarks.server import empty, environment
from tests.benchmarks.turns import by_turns
from tests.neo4j_server import Server


class Loads(NamedTuple):
    """What loading took: how many rows, the seconds on each engine, and the peaks in bytes on the embedded store.

    Parameters
    ----------
    store: the last folder that was loaded into.
    rows: how many rows the lists have.
    embedded, networkx: the seconds there.
    neo4j: those on the server; None without one.
    peak: the load on the embedded store that took most memory.
    networkx_bytes: the most memory that loading into NetworkX took.
    """

    store: Path
    rows: int
    embedded: float
    networkx: float
    neo4j: float | None
    peak: Load
    networkx_bytes: int


def loads(folder: Path, lists: Path, server: Server | None, repeat: int) -> Loads:
    """Load a folder of lists on each engine, by turns; the graph of the last turn stays in folder and on server.

    What all need is in all of their times: the start of Python, reading the lists, and judging them.
    """
    numbers, mine, theirs = count(), list[Load](), list[Load]()

    def embedded() -> float:
        mine.append(in_shell.load(in_shell.command(folder / f"store-{next(numbers)}", "load", str(lists))))
        return mine[-1].seconds

    def networkx() -> float:
        theirs.append(in_shell.load([sys.executable, "-m", "tests.benchmarks.networkx_loading", str(lists)]))
        return theirs[-1].seconds

    def neo4j() -> float:
        assert server
        empty(server)
        words = in_shell.command(server.address, "load", str(lists))
        return in_shell.load(words, environment(server)).seconds

    took = by_turns(repeat, embedded, networkx, *([neo4j] if server else []))
    peak = max(mine, key=lambda load: load.together)
    rows = sum(_rows(file) for file in lists.iterdir())
    store = folder / f"store-{len(mine) - 1}"
    on_server = took[2] if server else None
    return Loads(store, rows, took[0], took[1], on_server, peak, max(load.together for load in theirs))


def _rows(file: Path) -> int:
    with file.open(encoding="utf-8") as lines:
        return sum(1 for _ in lines) - 1
