"""From paths to sources: finds the files, has each read, and gathers every claim and problem of all of them."""

import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph_model import messages
from graph_model.nodes import Organisation
from graph_model.problems import LONGEST_VALUE, Place, Problem, printable
from graph_model.statements import SourceClaims
from loaders.asides import is_guide
from loaders.claims import TableClaims
from loaders.delimited import Delimited
from loaders.header_check import checked
from loaders.headings import recognised, sheet_names
from loaders.tables import Reader, Reading, Table
from loaders.workbook import Workbook

READERS: tuple[Reader, ...] = (Delimited(), Workbook())
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
_OTHER_TABLES = (".ods", ".numbers")


@dataclass(frozen=True, slots=True)
class Lists:
    """What some files say, and all that is wrong with them or was left out."""

    sources: list[SourceClaims] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_lists(paths: Sequence[Path], name: str | None = None) -> Lists:
    """Read files, and every table file of folders; a file that several paths lead to is read once.

    Parameters
    ----------
    paths: files and folders; of a folder, the files that lie in it directly.
    name: the source's name; of a folder, what the names of its files go behind. Without one a source is called as
        its file is.

    Returns
    -------
    What they say, with a problem for each thing that is wrong (these block) or left out (these do not).
    """
    lists = Lists()
    read: set[Path] = set()
    for path in paths:
        for file in _files(path, lists.problems):
            if file.resolve() in read:
                continue
            read.add(file.resolve())
            # Mac systems give names in another Unicode form than all others.
            file_name = unicodedata.normalize("NFC", file.name)
            source_id = f"{name}/{file_name}" if name and path.is_dir() else name or file_name
            source = SourceClaims(source_id, str(file.parent.resolve()))
            if any(source_id == other.id for other in lists.sources):
                lists.problems.append(Problem(messages.DOUBLE_SOURCE, values={"source": source_id}))
            lists.sources.append(source)
            _read_file(file, source, lists.problems)
    return lists


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    """The table files that a path leads to; what it cannot lead to is a problem."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _files_in(path, problems)
        elif not stat.S_ISREG(mode):
            problems.append(Problem(messages.NOT_A_FILE, values={"path": _tail(path)}))
        elif _has_a_safe_name(path, problems):
            yield path
    except FileNotFoundError:
        problems.append(Problem(messages.FILE_MISSING, values={"path": _tail(path)}))
    except (OSError, ValueError):
        problems.append(Problem(messages.FILE_UNREADABLE, values={"path": _tail(path)}))


def _files_in(folder: Path, problems: list[Problem]) -> list[Path]:
    found = sorted(child for child in folder.iterdir() if not child.name.startswith((".", "~$")))
    tables = [child for child in found if child.suffix.lower() in (*_BY_SUFFIX, *_OTHER_TABLES) and child.is_file()]
    if not tables:
        problems.append(Problem(messages.EMPTY_FOLDER, values={"path": _tail(folder)}))
    for child in (child for child in found if child not in tables):
        message = messages.SUBFOLDER if child.is_dir() else messages.OTHER_FILE
        problems.append(Problem(message, Place(child.name), blocks=False))
    return [child for child in tables if _has_a_safe_name(child, problems)]


def _has_a_safe_name(file: Path, problems: list[Problem]) -> bool:
    """Whether a file's name can be kept and shown; one in another encoding, or with control characters, cannot."""
    safe = printable(file.name) == file.name
    if not safe:
        problems.append(Problem(messages.FILE_NAME_UNREADABLE, values={"path": file.name}))
    return safe


def _tail(path: Path) -> str:
    """The end of a path, which tells more than its beginning, as long as can be shown."""
    text = str(path)
    return text if len(text) <= LONGEST_VALUE else f"…{text[1 - LONGEST_VALUE :]}"


def _read_file(file: Path, source: SourceClaims, problems: list[Problem]) -> None:
    reader = _BY_SUFFIX.get(file.suffix.lower())
    if reader is None:
        problems.append(Problem(messages.UNREADABLE_FORMAT, Place(file.name), {"suffix": file.suffix or "–"}))
        return
    try:
        reading = reader.read(file)
    except OSError:
        problems.append(Problem(messages.FILE_UNREADABLE, values={"path": _tail(file)}))
        return
    problems += _read_tables(reading, source)


def _read_tables(reading: Reading, source: SourceClaims) -> Iterator[Problem]:
    """The claims of every table that is recognised, of which a file must have one, and all that is wrong with it.

    What is wrong with a cell is of its row, but for a header, which all rows below it need.
    """
    tables = [table for table in reading.tables if not is_guide(table)]
    alone = len(tables) == 1
    layouts = [(table, recognised(table, alone=alone)) for table in tables]
    some = any(layout for _, layout in layouts)
    headers = {table.place(): layout.header.number for table, layout in layouts if layout}
    for problem in reading.problems:
        below = problem.row and problem.row.row > headers.get(problem.row.table, problem.row.row)
        yield problem if below else replace(problem, of_its_row=False)
    for table, layout in layouts:
        if layout is None:
            yield _unknown(table, beside_known=some)
            continue
        guessed, problems = checked(layout, table)
        yield from problems
        if not layout.named:
            yield Problem(messages.READ_BY_HEADERS, table.place(), {"sheet": layout.kind.sheet.label}, blocks=False)
        if not guessed.required:
            claims = TableClaims(table, guessed, source)
            claims.read()
            yield from claims.problems


def _unknown(table: Table, *, beside_known: bool) -> Problem:
    """A table that nothing is known of: in a file of lists it may be anything."""
    if beside_known:
        return Problem(messages.UNKNOWN_SHEET, table.place(), {"sheet": Organisation.sheet.label}, blocks=False)
    return Problem(messages.UNKNOWN_TABLE, table.place(), {"sheets": sheet_names()})
