"""Files that are made: never over another one, and with nothing in them that a spreadsheet would run."""

from collections.abc import Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import Any

from graph_model import messages
from graph_model.problems import refuse

TABLE, WORKBOOK, GRAPHML, PAGE = ".csv", ".xlsx", ".graphml", ".html"
RUNS = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet takes for a formula once it reads the file or somebody edits the cell."""
PLAIN_CELLS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""How XlsxWriter is told that a text is a text."""
_A4, _LINE, _MOST_LINES = 9, 15, 27  # a row is at most 409 points high
LAST_ROW = 2**20
"""The last row that a sheet of a workbook can have."""


def print_whole(sheet: Any) -> None:
    """Have a sheet print on A4 across, all of its columns on one page's width, and its first row on each page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def height(cells: Sequence[str], widths: Sequence[float]) -> float:
    """How high a row must be for texts that are wrapped in columns of these widths; no reader but Excel measures it."""
    pairs = zip(cells, widths, strict=False)
    lines = max((ceil(len(line) / width) for cell, width in pairs for line in (cell.split("\n") or [""])), default=1)
    return _LINE * min(max(1, lines), _MOST_LINES)


def refuse_unless_new(file: Path, ending: str) -> None:
    """Stop before any work is done for a file that is there, or is called as another sort of file.

    Raises
    ------
    Refusal: so it is.
    """
    if file.suffix.lower() != ending:
        raise refuse(messages.WRONG_ENDING, path=file, ending=ending)
    try:
        is_there = file.exists()
    except OSError as error:  # its name is too long, for instance
        raise refuse(messages.FILE_UNWRITABLE, path=file) from error
    if is_there:
        raise refuse(messages.FILE_EXISTS, path=file)


def save_new(contents: Mapping[Path, bytes]) -> None:
    """Write files that must not be there: all of them, or none.

    Raises
    ------
    Refusal: one of them is, or cannot be written.
    """
    made: list[Path] = []
    for file, content in contents.items():
        try:
            with file.open("xb") as out:
                made.append(file)
                out.write(content)
        except OSError as error:
            for done in made:
                done.unlink()
            message = messages.FILE_EXISTS if isinstance(error, FileExistsError) else messages.FILE_UNWRITABLE
            raise refuse(message, path=file) from error
