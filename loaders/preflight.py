"""A workbook looked at as what it is, a zip archive of XML parts, before a library that trusts it opens it.

The reader of values ends the whole program, beyond any except clause, when a sheet would not fit in memory. So what
is refused here must be refused here.
"""

import copy
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, TypeVar

from graph_model.messages import (
    CELL_FAR_OFF,
    TEXT_NAMED_AS_WORKBOOK,
    WEB_PAGE_NAMED_AS_WORKBOOK,
    WORKBOOK_BROKEN,
    WORKBOOK_LOCKED,
    WORKBOOK_OLD,
    WORKBOOK_OTHER,
    WORKBOOK_SWELLS,
    WORKBOOK_UNSAFE,
)
from graph_model.problems import Message, Place, refuse
from loaders.limits import MEGABYTE
from loaders.sheet_scan import (
    Attributes,
    CellsSeen,
    FarCellError,
    ForbiddenPartError,
    MalformedPartError,
    cells_seen,
    elements,
)
from loaders.tables import column_letter

# An ordinary sheet of 100,000 rows and 10 columns unpacks to some 40 MB.
MOST_UNPACKED = 200 * MEGABYTE
# Sheets pack to a tenth, the most uniform to a fiftieth; deflate can reach a thousandth. Small parts are free.
MOST_SWELLING = 100
SMALL_PART = 10 * MEGABYTE

_OLD_MAGIC = b"\xd0\xcf\x11\xe0"
_ZIP_MAGIC = b"PK"
_BEGINNING = 4096
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_XML = (".xml", ".rels")
_PACKAGE_RELATIONS = "_rels/.rels"
_DOCUMENT = "/relationships/officeDocument"
# Parts that make a reader take the file for an OpenDocument or a binary workbook, which are not looked through here.
_OTHER_KINDS = ("mimetype", "xl/workbook.bin")

T = TypeVar("T")


def inspect(data: bytes, file: str) -> list[CellsSeen]:
    """Look through a workbook without keeping any of it.

    Parameters
    ----------
    data: the workbook's bytes.
    file: its name, for the place of a problem.

    Returns
    -------
    What the cells of each sheet are, in the workbook's order.

    Raises
    ------
    Refusal: the file is no such workbook, or must not be opened.
    """
    _refuse(_what_else_it_is(data), file)
    try:
        with _taken_as_damage():
            archive = zipfile.ZipFile(io.BytesIO(data))
        with archive:
            package = _Package(archive)
            _refuse(package.why_not(), file)
            return _seen(package, file)
    except MalformedPartError as error:
        raise refuse(WORKBOOK_BROKEN, Place(file)) from error
    except ForbiddenPartError as error:
        raise refuse(WORKBOOK_UNSAFE, Place(file), part=str(error)) from error


def _refuse(message: Message | None, file: str) -> None:
    if message:
        raise refuse(message, Place(file))


def _what_else_it_is(data: bytes) -> Message | None:
    """What a file is whose name says workbook and whose first bytes do not."""
    if data.startswith(_ZIP_MAGIC):
        return None
    if data.startswith(_OLD_MAGIC):
        return WORKBOOK_LOCKED if _LOCKED in data else WORKBOOK_OLD
    beginning = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip()
    if beginning.startswith(b"<"):
        return WEB_PAGE_NAMED_AS_WORKBOOK
    return WORKBOOK_BROKEN if b"\0" in beginning else TEXT_NAMED_AS_WORKBOOK


@contextmanager
def _taken_as_damage() -> Iterator[None]:
    """What zipfile stumbles over in the directory of a damaged archive, only some of which it calls a bad zip file."""
    try:
        yield
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise MalformedPartError(str(error)) from error


class _Package:
    """The parts of a workbook, by the lower-case name under which its reader finds them."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._listed = archive.infolist()
        self._parts = {info.filename.replace("\\", "/").lower(): info for info in self._listed}
        if len(self._parts) < len(self._listed):
            raise MalformedPartError

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def xml_parts(self) -> list[str]:
        """The names of the parts that hold XML."""
        return [name for name in self._parts if name.endswith(_XML)]

    def why_not(self) -> Message | None:
        """Why the package must not be unpacked, as far as its directory tells."""
        if _PACKAGE_RELATIONS not in self or any(name in self for name in _OTHER_KINDS):
            return WORKBOOK_OTHER
        if any(info.flag_bits & _ENCRYPTED_FLAG or info.compress_type not in _PACKINGS for info in self._listed):
            return WORKBOOK_BROKEN
        xml = [self._parts[name] for name in self.xml_parts()]
        swelling = any(info.file_size > max(SMALL_PART, MOST_SWELLING * info.compress_size) for info in xml)
        return WORKBOOK_SWELLS if swelling or sum(info.file_size for info in xml) > MOST_UNPACKED else None

    def read(self, name: str, reader: Callable[[IO[bytes]], T]) -> T:
        """What ``reader`` makes of one part, of which it must read all."""
        info = self._parts.get(name.lower())
        if not info:
            raise MalformedPartError(name)
        # zipfile stops at the size that the directory states, and other programs do not: read to the real end.
        to_the_end = copy.copy(info)
        to_the_end.file_size = MOST_UNPACKED + 1
        with _taken_as_damage():
            part = self._archive.open(to_the_end)
        try:
            with part:
                made = reader(part)
                size = part.tell()
        except (zipfile.BadZipFile, EOFError, zlib.error) as error:
            raise MalformedPartError(str(error)) from error
        except ForbiddenPartError as error:
            raise ForbiddenPartError(name) from error
        if size != info.file_size:
            raise MalformedPartError(name)
        return made

    def elements(self, name: str, wanted: str) -> list[Attributes]:
        """The attributes of every element of one name in one part."""
        return self.read(name, lambda part: elements(part, wanted))


def _seen(package: _Package, file: str) -> list[CellsSeen]:
    """What the cells of each sheet are, once every part that the reader of values may open has been looked through."""
    folder = _folder(package)
    if f"{folder}workbook.xml" not in package:
        raise refuse(WORKBOOK_OTHER, Place(file))
    sheets = _sheets(package, folder)
    names = {part: name for name, part in sheets}
    seen: dict[str, CellsSeen] = {}
    for part in package.xml_parts():
        try:
            seen[part] = package.read(part, cells_seen)
        except FarCellError as far:
            place = Place(file, names.get(part, part), far.row, column_letter(far.column - 1))
            raise refuse(CELL_FAR_OFF, place) from far
    if not seen.keys() >= names.keys():
        raise MalformedPartError  # a sheet in a part that is not named as XML, so that nothing has looked at it
    return [seen[part] for _, part in sheets]


def _folder(package: _Package) -> str:
    """The folder of the workbook's parts, found as the reader of values finds it."""
    relations = package.elements(_PACKAGE_RELATIONS, "Relationship")
    documents = [each.get("Target", "") for each in relations if each.get("Type", "").endswith(_DOCUMENT)]
    head, slash, _ = "".join(documents[-1:]).rpartition("/")
    return (head + slash).removeprefix("/")


def _sheets(package: _Package, folder: str) -> list[tuple[str, str]]:
    """Name and part of each sheet that the workbook has."""
    relations = package.elements(f"{folder}_rels/workbook.xml.rels", "Relationship")
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
    sheets = package.elements(f"{folder}workbook.xml", "sheet")
    return [(sheet.get("name", ""), _path(folder, targets.get(sheet.get("id", ""), ""))) for sheet in sheets]


def _path(folder: str, target: str) -> str:
    return (target.removeprefix("/") if target.startswith("/") else folder + target).lower()
