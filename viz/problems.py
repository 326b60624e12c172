"""What is wrong with lists, sheet by sheet."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from graph_model.problems import Place, Problem
from graph_model.text import Lang


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
