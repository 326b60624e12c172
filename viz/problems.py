"""What is wrong with lists: in the terminal sheet by sheet, in a file row by row."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from graph_model.new_file import save_new
from graph_model.problems import Place, Problem
from graph_model.text import Lang, Text

_COLUMNS = (
    Text("fil", "file"),
    Text("ark", "sheet"),
    Text("rad", "row"),
    Text("kolonne", "column"),
    Text("feil", "error"),
)


def show_problems(out: Console, lang: Lang, problems: Sequence[Problem]) -> None:
    """Print problems: those of one sheet or text file together, row by row below its name."""
    by_table: dict[Place | None, list[Problem]] = {}
    for problem in problems:
        by_table.setdefault(problem.place and problem.place.table, []).append(problem)
    for table, found in by_table.items():
        if table:
            out.print(Styled(f"{table.to(lang)}:", style="bold"))
            out.print(_rows(found, lang))
        else:
            out.print(Styled("\n").join(Styled(problem.said(lang)) for problem in found))


def _rows(problems: Sequence[Problem], lang: Lang) -> Table:
    lines = Table.grid(padding=(0, 1, 0, 0))
    for problem in sorted(problems, key=lambda problem: problem.place.row if problem.place else 0):
        where = problem.place.in_table(lang) if problem.place else ""
        lines.add_row("–", Styled(f"{where}: {problem.said(lang)}" if where else problem.said(lang)))
    return lines


def write_problems(problems: Sequence[Problem], file: Path, lang: Lang) -> None:
    """Write problems to a text table that is not there yet: a line each, with its place in columns.

    Raises
    ------
    Refusal: it is there, or cannot be written.
    """
    lines = io.StringIO(newline="")
    table = csv.writer(lines, delimiter=";")
    table.writerow(column.to(lang) for column in _COLUMNS)
    for problem in problems:
        place = problem.place or Place("")
        table.writerow([place.file, place.sheet, place.row, place.column, problem.said(lang)])
    save_new({file: lines.getvalue().encode("utf-8-sig")})
