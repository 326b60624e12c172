"""From paths to sources: finds the files, has each read, and gathers every claim and problem of all of them."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph_model import messages
from graph_model.problems import Place, Problem
from graph_model.statements import SourceClaims
from loaders.claims import TableClaims
from loaders.delimited import Delimited
from loaders.headings import recognised, sheet_names
from loaders.tables import Reader, Reading, Table
from loaders.workbook import Workbook

READERS: tuple[Reader, ...] = (Delimited(), Workbook())
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
_OTHER_TABLES = (".xls", ".xlsb", ".ods", ".numbers")


@dataclass(frozen=True, slots=True)
class Lists:
    """What some files say, and all that is wrong with them or was left out."""

    sources: list[SourceClaims] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_lists(paths: Sequence[Path], name: str | None = None) -> Lists:
    """Read files, and every table file of folders.

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
    for path in paths:
        for file in _files(path, lists.problems):
            source_id = f"{name}/{file.name}" if name and path.is_dir() else name or file.name
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
        if not stat.S_ISDIR(mode):
            if not stat.S_ISREG(mode):
                raise OSError
            yield path
            return
        found = sorted(child for child in path.iterdir() if not child.name.startswith((".", "~$")))
    except FileNotFoundError:
        problems.append(Problem(messages.FILE_MISSING, values={"path": path}))
        return
    except OSError:
        problems.append(Problem(messages.FILE_UNREADABLE, values={"path": path}))
        return
    tables = [child for child in found if child.suffix.lower() in (*_BY_SUFFIX, *_OTHER_TABLES) and child.is_file()]
    if not tables:
        problems.append(Problem(messages.EMPTY_FOLDER, values={"path": path}))
    for child in (child for child in found if child not in tables):
        problems.append(Problem(messages.OTHER_FILE, Place(child.name), blocks=False))
    yield from tables


def _read_file(file: Path, source: SourceClaims, problems: list[Problem]) -> None:
    reader = _BY_SUFFIX.get(file.suffix.lower())
    if reader is None:
        problems.append(Problem(messages.UNREADABLE_FORMAT, Place(file.name), {"suffix": file.suffix or "–"}))
        return
    if not os.access(file, os.R_OK):
        problems.append(Problem(messages.FILE_UNREADABLE, values={"path": file}))
        return
    reading = reader.read(file)
    problems += reading.problems
    problems += _read_tables(reading, source)


def _read_tables(reading: Reading, source: SourceClaims) -> Iterator[Problem]:
    """The claims of every table that is recognised; at least one of a file must be."""
    layouts = [(table, recognised(table)) for table in reading.tables]
    message = messages.UNKNOWN_SHEET if any(layout for _, layout in layouts) else messages.UNKNOWN_TABLE
    for table, layout in layouts:
        if layout is None:
            blocks = message is messages.UNKNOWN_TABLE
            yield Problem(message, table.place(), {"sheets": sheet_names()}, blocks=blocks)
            continue
        yield from layout.problems
        if not any(problem.blocks for problem in layout.problems):
            claims = TableClaims(table, layout, source)
            claims.read()
            yield from claims.problems


