"""How fast the program is: ``python -m tests.benchmarks`` prints two tables, and whether each aim is reached."""

import argparse
import datetime as dt
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rich.console import Console

from graph_model.embedded import EmbeddedStore
from graph_model.loading import plan_load
from graph_model.store import Snapshot, Store
from loaders.shipped import shipped_lists
from tests.benchmarks import aims, drawings, in_shell, report
from tests.benchmarks.askings import askings, mobilisers
from tests.benchmarks.county import write_county
from tests.benchmarks.in_process import Engine, InNetworkx, Measured, measured
from tests.benchmarks.loads import Loads, loads
from tests.benchmarks.networkx_loading import from_snapshot
from tests.benchmarks.server import SERVES_WITH, measured_server, store_on
from tests.benchmarks.turns import MOST_SECONDS
from tests.neo4j_server import NoServerError, Server

_LIBRARIES_SHOWN = 10
_DRAWN_TIMES = 3


class Report:
    """Measures, and keeps what the table and the aims are made of."""

    def __init__(self, repeat: int) -> None:
        self._repeat = repeat
        self.lines: list[report.Line] = []
        self.questions: list[Measured] = []
        self.shell: list[float] = []

    def measure_load(self, folder: Path, lists: Path, server: Server | None) -> Loads:
        """Load the county's lists, as a user does."""
        load = loads(folder, lists, server, self._repeat)
        self.lines += report.load_lines("county", load)
        return load

    def measure_questions(self, data: str, store: Path, server: Server | None, say: Callable[[str], None]) -> None:
        """Ask in the process; of a county on a server too everything, else what the shell is asked."""
        with ExitStack() as opened:
            engines = [Engine(lambda: _anew(EmbeddedStore(store)), opened.enter_context(_anew(EmbeddedStore(store))))]
            if server:
                there = opened.enter_context(_anew(store_on(server)))
                engines.append(Engine(lambda: _anew(store_on(server)), there))
            snapshot = engines[0].kept
            begun = time.perf_counter()
            facts = from_snapshot(snapshot)
            networkx = InNetworkx(facts, time.perf_counter() - begun)
            self.lines.append(report.Line(data, "NetworkX reads the graph first", remark=report.ms(networkx.read)))
            asked = askings(snapshot) if data == "county" else mobilisers(snapshot)
            for asking in asked:
                say(f"{data}, {asking}")
                one = measured(data, asking, engines, networkx, self._repeat)
                self.questions.append(one)
                self.lines.append(report.question_line(one))

    def measure_shell(self, data: str, store: Path) -> None:
        """Ask from the shell."""
        with _anew(EmbeddedStore(store)) as snapshot:
            asked = mobilisers(snapshot)
        for asking in asked:
            took = in_shell.seconds(in_shell.question(store, asking), self._repeat)
            self.shell.append(took)
            self.lines.append(report.Line(data, f"{asking}, from the shell", report.ms(took)))

    def measure_imports(self, store: Path) -> None:
        """What the command spends before it asks: the interpreter, and each library that it imports."""
        with _anew(EmbeddedStore(store)) as snapshot:
            asking = mobilisers(snapshot)[-1]
        start = in_shell.seconds([sys.executable, "-c", "pass"], self._repeat)
        self.lines.append(report.Line("any", "Python starts", report.ms(start)))
        imports = in_shell.import_seconds(in_shell.question(store, asking), self._repeat)
        self.lines += report.import_lines(imports, _LIBRARIES_SHOWN)


@contextmanager
def _anew(store: Store) -> Iterator[Snapshot]:
    """A store's graph, of which nothing is kept from an earlier question."""
    with store.reading() as snapshot:
        yield snapshot
    store.close()


def _load_shipped(store: Path) -> None:
    """Load the lists that ship with the program."""
    today = dt.datetime.now().astimezone().date()
    with EmbeddedStore(store).writing() as writer:
        writer.apply(plan_load(writer.current(), shipped_lists().sources, today).change, lambda _: None)


def _machine() -> str:
    """What the figures were measured on, and how busy it was besides: a busy machine says little."""
    busy = f"{os.getloadavg()[0]:.1f} processes running beside" if hasattr(os, "getloadavg") else "load not known"
    name = f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}"
    return f"{name}, {os.cpu_count()} processors, {busy}; medians"


_HOW = (
    f"first, later: the rows, as the first question after the graph was opened, and as a later one; whole: the whole "
    f"answer with all proof, as a later one. 'Neo4j /', 'NetworkX /': how many times as long they take; above 1 the "
    f"program is faster. NetworkX gives the rows: first, it reads the graph before; later, it has it in memory. "
    f"All take turns; no turn begins more than {MOST_SECONDS} s after the first did. Neo4j is {SERVES_WITH}."
)


_HOW_DRAWN = (
    f"Layout, page made: in Python, with the libraries imported before. First drawing: from opening the file until the "
    f"browser has put the first lines and marks on the screen; each page of the program is opened up to {_DRAWN_TIMES} "
    f"times, pyvis' default page of the same nodes and relations once, and for no more than {drawings.MOST_SECONDS} s. "
    f"The browser is offline: pyvis' page asks a content network for Bootstrap, and that must not decide."
)


def main() -> None:
    """Measure everything and print it; the exit status is 1 where an answer is not the same everywhere."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--organisations", type=int, default=10_000)
    parser.add_argument("--relations", type=int, default=60_000)
    parser.add_argument("--repeat", type=int, default=7, help="how often each thing is measured, at most")
    parser.add_argument("--only-drawings", action="store_true", help="measure nothing but how soon pages are drawn")
    given = parser.parse_args()
    console = Console(width=max(Console().width, 225))
    if given.only_drawings:
        _show_drawings(console, given.repeat)
        return
    made, machine = Report(given.repeat), _machine()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        status = stack.enter_context(console.status("…"))
        lists, trondelag = folder / "lists", folder / "trondelag"
        counted = write_county(lists, given.organisations, given.relations)
        status.update("starting Neo4j")
        server, without = _server(stack)
        status.update("loading")
        load = made.measure_load(folder, lists, server)
        _load_shipped(trondelag)
        made.measure_questions("Trøndelag", trondelag, None, status.update)
        made.measure_questions("county", load.store, server, status.update)
        for data, store in (("Trøndelag", trondelag), ("county", load.store)):
            status.update(f"asking from the shell: {data}")
            made.measure_shell(data, store)
        made.measure_imports(load.store)
    console.print(report.table(machine, made.lines))
    console.print(f"county: {given.organisations:,} organisations, {counted.total():,} relations. {_HOW}\n")
    reached = (aims.shell_aim(made.shell), *aims.question_aims(made.questions), aims.load_aim(load))
    _show_aims(console, reached, aims.not_measured(made.questions, without))
    _show_drawings(console, given.repeat)
    sys.exit(not all(one.equal for one in made.questions))


def _show_drawings(console: Console, repeat: int) -> None:
    """Measure how soon pages are drawn, and print it."""
    machine, found = _machine(), []
    with console.status("…") as status:
        for nodes in drawings.SIZES:
            status.update(f"drawing {nodes:,} nodes")
            found.append(drawings.measured(nodes, min(repeat, _DRAWN_TIMES)))
    console.print(report.drawing_table(machine, found))
    console.print(f"{_HOW_DRAWN}\n")
    _show_aims(console, aims.drawing_aims(found), aims.drawings_not_measured(found))


def _show_aims(console: Console, reached: Iterable[aims.Aim], not_measured: Iterable[str]) -> None:
    for aim in reached:
        console.print(f"{'reached' if aim.reached else 'MISSED ':8} {aim.text}: {aim.figures}", highlight=False)
        for missed in aim.missed:
            console.print(f"         - {missed}", highlight=False)
    for what in not_measured:
        console.print(f"not measured {what}", highlight=False)


def _server(stack: ExitStack) -> tuple[Server | None, str]:
    """A server, or why there can be none."""
    try:
        return stack.enter_context(measured_server()), ""
    except NoServerError as reason:
        return None, str(reason)


if __name__ == "__main__":
    main()
