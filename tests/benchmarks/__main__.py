"""How fast the program is: ``python -m tests.benchmarks`` prints one table, and whether each aim is reached."""

import argparse
import datetime as dt
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich import box
from rich.console import Console
from rich.table import Table

from graph_model.embedded import EmbeddedStore
from graph_model.loading import plan_load
from loaders.shipped import shipped_lists
from tests.benchmarks import in_process, in_shell
from tests.benchmarks.county import write_county

SHELL_SECONDS, LOAD_SECONDS, LOAD_BYTES = 0.5, 15, 500 * 2**20
_LIBRARIES_SHOWN = 10
_MIB = 2**20


class Line(NamedTuple):
    """A line of the table."""

    data: str
    what: str
    program: str = ""
    networkx: str = ""
    ratio: str = ""
    remark: str = ""


class Aim(NamedTuple):
    """What was to be reached, whether it was, and the figures that say so."""

    text: str
    reached: bool
    figures: str


class Report:
    """Measures, and keeps what the table and the aims are made of."""

    def __init__(self, repeat: int) -> None:
        self._repeat = repeat
        self.lines: list[Line] = []
        self.questions: list[in_process.Measured] = []
        self.shell: list[float] = []
        self.loads: list[in_shell.Load] = []

    def measure_load(self, data: str, store: Path, lists: Path) -> None:
        """Load a folder of lists, as a user does."""
        load = in_shell.load(store, lists)
        rows = sum(_rows(file) for file in lists.iterdir())
        self.loads.append(load)
        most = f"command {load.command // _MIB}, its child {load.child // _MIB}, together {load.together // _MIB} MiB"
        remark = f"{rows / load.seconds:,.0f} rows/s; {most}"
        self.lines.append(Line(data, f"load {rows:,} rows", f"{load.seconds:.1f} s", remark=remark))

    def measure_questions(self, data: str, store: Path) -> None:
        """Ask for every pair, in the process and from the shell."""
        with EmbeddedStore(store).reading() as snapshot:
            measured, read = in_process.asked(snapshot, self._repeat)
        self.questions += measured
        self.lines.append(Line(data, "reading the graph first", networkx=_ms(read)))
        for one in measured:
            equal = "equal" if one.equal else "NOT EQUAL"
            remark = f"{one.found} rows {equal}, {one.employers} employers; with all proof {_ms(one.answer)}"
            ratio = f"{one.networkx / one.rows:.2f}"
            self.lines.append(Line(data, f"{one.pair}", _ms(one.rows), _ms(one.networkx), ratio, remark))
        for one in measured:
            took = in_shell.seconds(in_shell.question(store, one.pair), self._repeat)
            self.shell.append(took)
            self.lines.append(Line(data, f"{one.pair}, from the shell", _ms(took)))

    def measure_imports(self, store: Path) -> None:
        """What the command spends before it asks: the interpreter, and each library that it imports."""
        with EmbeddedStore(store).reading() as snapshot:
            pair = in_process.pairs(snapshot)[-1]
        start = in_shell.seconds([sys.executable, "-c", "pass"], self._repeat)
        self.lines.append(Line("any", "Python starts", _ms(start)))
        found = list(in_shell.import_seconds(in_shell.question(store, pair), self._repeat).items())
        for library, took in found[:_LIBRARIES_SHOWN]:
            self.lines.append(Line("any", f"import of {library}", _ms(took)))
        rest = sum(took for _, took in found[_LIBRARIES_SHOWN:])
        self.lines.append(Line("any", f"import of {max(0, len(found) - _LIBRARIES_SHOWN)} others", _ms(rest)))

    def aims(self) -> Iterator[Aim]:
        """Whether each aim is reached."""
        slowest = max(self.shell)
        yield Aim(
            f"the question from the shell under {SHELL_SECONDS} s",
            slowest < SHELL_SECONDS,
            f"{sum(took < SHELL_SECONDS for took in self.shell)} of {len(self.shell)}, the slowest {slowest:.2f} s",
        )
        ratios = [one.networkx / one.rows for one in self.questions]
        yield Aim(
            "in the process at least as fast as NetworkX",
            min(ratios) >= 1 and all(one.equal for one in self.questions),
            f"{sum(ratio >= 1 for ratio in ratios)} of {len(ratios)}, ratios {min(ratios):.2f} to {max(ratios):.2f}",
        )
        for load in self.loads:
            memory = f"{load.together // _MIB} MiB" if load.together else "memory is measured on Linux alone"
            yield Aim(
                f"the county loaded in under {LOAD_SECONDS} s and {LOAD_BYTES // _MIB} MiB",
                load.seconds < LOAD_SECONDS and 0 < load.together < LOAD_BYTES,
                f"{load.seconds:.1f} s, {memory}",
            )


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms"


def _rows(file: Path) -> int:
    with file.open(encoding="utf-8") as lines:
        return sum(1 for _ in lines) - 1


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


def _table(title: str, lines: Sequence[Line]) -> Table:
    table = Table(title=title, box=box.SIMPLE_HEAD)
    for column in ("Data", "What"):
        table.add_column(column)
    for column in ("Program", "NetworkX", "NetworkX / program"):
        table.add_column(column, justify="right")
    table.add_column("Remark")
    for line in lines:
        table.add_row(*line)
    return table


def main() -> None:
    """Measure everything and print it; the exit status is 1 where an answer is not NetworkX'."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--organisations", type=int, default=10_000)
    parser.add_argument("--relations", type=int, default=60_000)
    parser.add_argument("--repeat", type=int, default=7, help="how often each thing is measured")
    given = parser.parse_args()
    console = Console(width=max(Console().width, 150))
    report, machine = Report(given.repeat), _machine()
    with tempfile.TemporaryDirectory() as folder, console.status("…") as status:
        lists, county, trondelag = (Path(folder, name) for name in ("lists", "county", "trondelag"))
        write_county(lists, given.organisations, given.relations)
        status.update("loading")
        report.measure_load("county", county, lists)
        _load_shipped(trondelag)
        for data, store in (("Trøndelag", trondelag), ("county", county)):
            status.update(f"asking: {data}")
            report.measure_questions(data, store)
        report.measure_imports(county)
    console.print(_table(machine, report.lines))
    for aim in report.aims():
        console.print(f"{'reached' if aim.reached else 'MISSED ':8} {aim.text}: {aim.figures}", highlight=False)
    sys.exit(not all(one.equal for one in report.questions))


if __name__ == "__main__":
    main()
