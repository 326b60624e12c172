"""What was measured, as lines of two tables."""

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple

from rich import box
from rich.table import Table

from tests.benchmarks.drawings import MOST_SECONDS, Drawing
from tests.benchmarks.in_process import Measured, Times
from tests.benchmarks.loads import Loads

MIB = 2**20


class Line(NamedTuple):
    """A line of the table: what the program took, and how many times as long the others did.

    Parameters
    ----------
    data, what: what was measured on which data.
    first, later, whole: what the program took; see Times.
    neo4j_first, neo4j_later, neo4j_whole: the ratios of Neo4j to these.
    networkx_first, networkx_later: the ratios of NetworkX to the first two.
    remark: what else there is to say.
    """

    data: str
    what: str
    first: str = ""
    later: str = ""
    whole: str = ""
    neo4j_first: str = ""
    neo4j_later: str = ""
    neo4j_whole: str = ""
    networkx_first: str = ""
    networkx_later: str = ""
    remark: str = ""


def question_line(one: Measured) -> Line:
    """A question in the process."""
    times, others = one.embedded, one.neo4j
    neo4j = [ratio(other, mine) for other, mine in zip(others, times, strict=True)] if others else ["", "", ""]
    networkx = [ratio(other, mine) for other, mine in zip(one.networkx, times[:2], strict=True)] if one.networkx else []
    answers = f"{one.found} rows {'equal' if one.equal else 'NOT EQUAL'}"
    cells = dict(zip(Line._fields[2:10], (*map(ms, times), *neo4j, *networkx), strict=False))
    return Line(one.data, str(one.asking), remark=answers, **cells)


def load_lines(data: str, load: Loads) -> Iterator[Line]:
    """A load, and the memory that it took."""
    peak = load.peak
    remark = f"{load.rows / load.embedded:,.0f} rows/s"
    neo4j = ratio(load.neo4j, load.embedded) if load.neo4j else ""
    took = f"{load.embedded:.1f} s"
    what = f"load {load.rows:,} rows"
    yield Line(data, what, took, neo4j_first=neo4j, networkx_first=ratio(load.networkx, load.embedded), remark=remark)
    most = (
        f"command {peak.command // MIB}, its child {peak.child // MIB} MiB; NetworkX {load.networkx_bytes // MIB} MiB"
    )
    networkx = ratio(load.networkx_bytes, peak.together) if peak.together else ""
    memory = f"{peak.together // MIB} MiB"
    yield Line(data, "its memory", memory, networkx_first=networkx, remark=most)


def import_lines(imports: Mapping[str, float], shown: int) -> Iterator[Line]:
    """What the command imports, the dearest by name."""
    found = list(imports.items())
    for library, took in found[:shown]:
        yield Line("any", f"import of {library}", ms(took))
    rest = sum(took for _, took in found[shown:])
    yield Line("any", f"import of {max(0, len(found) - shown)} others", ms(rest))


def ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1000:,.1f} ms"


def ratio(other: float, mine: float) -> str:
    """How many times as long another took."""
    return f"{other / mine:.2f}"


def table(title: str, lines: Sequence[Line]) -> Table:
    """The lines as one table."""
    made = Table(title=title, box=box.SIMPLE_HEAD)
    for column in ("Data", "What"):
        made.add_column(column, no_wrap=True)
    for column in (
        *(f"program\n{name}" for name in Times._fields),
        *(f"Neo4j /\n{name}" for name in Times._fields),
        *(f"NetworkX /\n{name}" for name in Times._fields[:2]),
    ):
        made.add_column(column, justify="right", no_wrap=True)
    made.add_column("Remark", no_wrap=True)
    for line in lines:
        made.add_row(*line)
    return made


def drawing_table(title: str, drawings: Sequence[Drawing]) -> Table:
    """The drawings as a table."""
    made = Table(title=title, box=box.SIMPLE_HEAD)
    for column in (
        "Nodes", "Relations", "Layout", "Page\nmade", "Page\nsize", "Program\nfirst drawing", "pyvis\nfirst drawing",
        "pyvis /\nprogram",
    ):  # fmt: skip
        made.add_column(column, justify="right", no_wrap=True)
    for one in drawings:
        made.add_row(
            *(f"{count:,}" for count in (one.nodes, one.relations)),
            *(f"{took:.2f} s" for took in (one.layout, one.page)),
            f"{one.size / 1000:,.0f} kB",
            until_drawn(one.drawn),
            until_drawn(one.pyvis),
            times_as_long(one),
        )
    return made


def until_drawn(seconds: float | None) -> str:
    """How long it took until something was drawn."""
    if seconds is None:
        return "not measured"
    return f"more than {MOST_SECONDS} s" if seconds == inf else f"{seconds:.2f} s"


def times_as_long(one: Drawing) -> str:
    """How many times as long pyvis' page took."""
    found = one.ratio()
    if found is None:
        return ""
    return f"more than {found:.0f}" if one.pyvis == inf else f"{found:.2f}"
