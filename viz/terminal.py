"""Tables for the terminal: answers, with the sources behind each row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from graph_model.problems import printable
from graph_model.text import Lang, Text
from queries.answer import Answer
from viz.answer_table import answer_table
from viz.cell_words import unit_beside
from viz.footnotes import SOURCES, Footnote, Footnotes
from viz.moment import moment

WIDTH = 80
MOST_ROWS = 50
"""How many rows of an answer are shown."""
_MORE_ROWS = Text(
    "Viser {shown} av {all} rader. Alle er med i --csv, --xlsx og --json.",
    "Showing {shown} of {all} rows. All are in --csv, --xlsx and --json.",
)


def console(*, error: bool = False) -> Console:
    """A console as wide as the terminal, or of the usual width where there is none; it runs nothing from a list."""
    made = Console(stderr=error, highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made.width = WIDTH
    return made


@contextmanager
def progress(label: str) -> Iterator[Callable[[float], None]]:
    """A bar that shows how much is done, from 0 to 1; nothing where nobody watches."""
    from rich.progress import Progress  # here, since no question needs it

    shown = Console(stderr=True)
    with Progress(console=shown, transient=True, disable=not shown.is_terminal) as bar:
        task = bar.add_task(label, total=1.0)
        yield lambda share: bar.update(task, completed=share)


def plain_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Sequence[int] = ()) -> Table:
    """A table of texts and numbers; the columns of these indices are set to the right."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for at, column in enumerate(columns):
        table.add_column(Styled(column), justify="right" if at in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Styled(printable("" if cell is None else str(cell))) for cell in row))
    return table


def show_answer(answer: Answer, lang: Lang) -> None:
    """Print an answer: its sentence, its rows with the sources behind each, and what the sources are."""
    out = console()
    show_summary(answer, lang)
    if answer.rows:
        notes = Footnotes(answer, lang)
        rows = answer.rows[:MOST_ROWS]
        out.print(answer_table(answer.columns, rows, notes, lang, out.width))
        if len(rows) < len(answer.rows):
            out.print(_MORE_ROWS.filled(shown=len(rows), all=len(answer.rows)).to(lang))
        for unit, labels in _units(answer, lang).items():
            out.print(f"{', '.join(labels)}: {unit}.")
    for note in answer.notes:
        out.print(printable(note))
    if answer.rows:
        out.print(f"\n{SOURCES.to(lang)}", style="bold")
        out.print(_sources_table(notes.all(), lang))


def show_summary(answer: Answer, lang: Lang) -> None:
    """Print the time that an answer is for, and its sentence."""
    out = console()
    out.print(moment(answer.as_of, lang))
    out.print(printable(answer.summary))


def _units(answer: Answer, lang: Lang) -> dict[str, list[str]]:
    """The units of the columns that are shown, each with the titles of its columns."""
    units: dict[str, list[str]] = {}
    for column in answer.columns:
        if column.brief in ("column", "once") and (unit := unit_beside(column, lang)):
            units.setdefault(unit, []).append(column.label.to(lang))
    return units


def _sources_table(notes: Sequence[Footnote], lang: Lang) -> Table:
    """What each number stands for: the document and section, the basis, and the rows of the lists."""
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", width=3)
    table.add_column(overflow="fold")
    for note in notes:
        line = Styled(printable(note.cited()))
        places = Styled(printable(note.places(lang)), style="dim")
        table.add_row(str(note.number), Styled("\n").join([line, places]))
    return table
