"""Commands as a user runs them: each in a process of its own, timed from outside, with the memory that it takes."""

import re
import shlex
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from queries.question import option_of
from tests.benchmarks.askings import Asking
from tests.benchmarks.in_process import LANG

_OWN = ("cli", "graph_model", "loaders", "queries", "viz")
_IMPORTED = re.compile(r"import time:\s*([0-9]+) \|\s*[0-9]+ \|\s*([\w.]+)")
_BLOCK = 1024
_EVERY_SECONDS = 0.01


class Load(NamedTuple):
    """What loading took: seconds, and the peaks in bytes of the command, of its child, and of both at one time."""

    seconds: float
    command: int
    child: int
    together: int


def command(store: Path | str, *words: str) -> list[str]:
    """A command of the program on a store: a folder, or the address of a server."""
    return [sys.executable, "-m", "cli", "--store", str(store), "--lang", LANG, *words]


def question(store: Path, asking: Asking) -> list[str]:
    """The command that asks a question."""
    given = [word for name, value in asking.given.items() for word in (option_of(name), value)]
    return command(store, "run", asking.question, *given, "--as-of", asking.time)


def run(words: Sequence[str]) -> str:
    """Run a command; what it prints is thrown away, and what it reports is given back. One that fails ends all."""
    done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{shlex.join(words)}\n{done.stderr}")
    return done.stderr


def seconds(words: Sequence[str], repeat: int) -> float:
    """The median wall-clock time of a command."""
    took = []
    for _ in range(repeat):
        begun = time.perf_counter()
        run(words)
        took.append(time.perf_counter() - begun)
    return median(took)


def import_seconds(words: Sequence[str], repeat: int) -> dict[str, float]:
    """What a command imports, by library: the median time of its own modules alone, the dearest first."""
    runs = [_imports(words) for _ in range(repeat)]
    medians = {library: median(took[library] for took in runs) / 1e6 for library in runs[0]}
    return dict(sorted(medians.items(), key=lambda item: -item[1]))


def _imports(words: Sequence[str]) -> Counter[str]:
    report = run([words[0], "-X", "importtime", *words[1:]])
    took: Counter[str] = Counter()
    for microseconds, module in _IMPORTED.findall(report):
        took[_library(module.partition(".")[0])] += int(microseconds)
    return took


def _library(name: str) -> str:
    if name in _OWN:
        return "Kompetansegraf"
    return "the standard library" if name in sys.stdlib_module_names else name.lstrip("_")


def load(words: Sequence[str], environment: Mapping[str, str] | None = None) -> Load:
    """Run a command that loads, and watch the memory of the command and of the child that builds the graph.

    The kernel keeps the highest use of each process; how much both had at one time is looked up every few moments.
    What getrusage says of a child would not do: it counts the memory that the child had before it became itself.
    """
    begun = time.perf_counter()
    peaks: Counter[int] = Counter()
    together = 0
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, env=environment) as process:
        while process.poll() is None:
            together = max(together, sum(_watched(process.pid, peaks)))
            time.sleep(_EVERY_SECONDS)
    took = time.perf_counter() - begun
    if process.returncode:
        sys.exit(process.returncode)
    own = peaks.pop(process.pid, 0)
    return Load(took, own, max(peaks.values(), default=0), together)


def _watched(pid: int, peaks: Counter[int]) -> Iterator[int]:
    """The memory of a process and of its children now; their highest so far goes into ``peaks``."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        children = []
    for each in (pid, *map(int, children)):
        try:
            status = Path(f"/proc/{each}/status").read_text(encoding="utf-8")
        except OSError:
            continue
        sizes = dict(re.findall(r"(VmHWM|VmRSS):\s*([0-9]+) kB", status))
        if sizes:
            peaks[each] = max(peaks[each], int(sizes["VmHWM"]) * _BLOCK)
            yield int(sizes["VmRSS"]) * _BLOCK
