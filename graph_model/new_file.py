"""Files that are made: never over another one, and with nothing in them that a spreadsheet would run."""

from pathlib import Path

from graph_model import messages
from graph_model.problems import refuse

WORKBOOK = ".xlsx"
RUNS = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet takes for a formula once it reads the file or somebody edits the cell."""
PLAIN_CELLS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""How XlsxWriter is told that a text is a text."""
LAST_ROW = 2**20
"""The last row that a sheet of a workbook can have."""


def refuse_unless_new(file: Path, suffix: str = "") -> None:
    """Stop before any work is done for a file that is there, or is called as another sort of file.

    Raises
    ------
    Refusal: so it is.
    """
    if suffix and file.suffix.lower() != suffix:
        raise refuse(messages.NOT_A_WORKBOOK, path=file)
    if file.exists():
        raise refuse(messages.FILE_EXISTS, path=file)


def save_new(file: Path, content: bytes) -> None:
    """Write a file that must not be there.

    Raises
    ------
    Refusal: it is, or it cannot be written.
    """
    try:
        with file.open("xb") as out:
            out.write(content)
    except FileExistsError as error:
        raise refuse(messages.FILE_EXISTS, path=file) from error
    except OSError as error:
        raise refuse(messages.FILE_UNWRITABLE, path=file) from error
