"""How much one file may hold: enough for any list, too little to take the machine down."""

from pathlib import Path

from graph_model.messages import FILE_EMPTY, FILE_TOO_LARGE, MORE_ALIKE
from graph_model.problems import Place, Problem, refuse

MEGABYTE = 1_000_000
LARGEST_FILE = 100 * MEGABYTE
MOST_ALIKE = 100


def contents(path: Path) -> bytes:
    """The bytes of a file, read once, so that what is checked is what is used.

    Raises
    ------
    Refusal: the file is empty or larger than any list.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if not data:
        raise refuse(FILE_EMPTY, Place(path.name))
    if len(data) > LARGEST_FILE:
        raise refuse(FILE_TOO_LARGE, Place(path.name), most=LARGEST_FILE // MEGABYTE)
    return data


def the_first(problems: list[Problem], place: Place, in_all: int) -> list[Problem]:
    """At most ``MOST_ALIKE`` of the problems, and one that says how many more there are.

    Parameters
    ----------
    problems: problems of one sort.
    place: the table that they are in.
    in_all: how many there are, of which ``problems`` may be only the beginning.
    """
    shown = problems[:MOST_ALIKE]
    unshown = in_all - len(shown)
    return [*shown, Problem(MORE_ALIKE, place, {"count": unshown})] if unshown else shown
