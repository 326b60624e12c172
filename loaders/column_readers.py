"""The function that reads the cells of a column, whatever it gives: a value, several values, or names of nodes."""

import re
from collections.abc import Callable
from functools import cache, partial

from graph_model.roles import Area
from graph_model.values import Choice
from loaders.cells import reader_of, region_number, split, text_of
from loaders.headings import Target
from loaders.tables import CellValue

_REGION_NUMBER = re.compile("[0-9]{1,4}")


@cache
def reader_of_column(target: Target) -> Callable[[CellValue], object]:
    """The function that gives what a cell of a column holds: a value, a list of values, or a list of names."""
    if target.value is None:
        return _numbers_and_names if target.role is Area else _names
    base, many = target.value
    read = reader_of(base)
    if many:
        return partial(_values, read=read, also_by="," if issubclass(base, Choice) else "")
    return partial(_value, read=read)


def _value(cell: CellValue, read: Callable[[CellValue], object]) -> object:
    text = text_of(cell)
    return None if text is None else read(cell)


def _values(cell: CellValue, read: Callable[[CellValue], object], also_by: str) -> list[object]:
    return [read(part) for part in _parts(cell, also_by)]


def _names(cell: CellValue) -> list[str]:
    return _parts(cell)


def _parts(cell: CellValue, also_by: str = "") -> list[str]:
    return [] if text_of(cell) is None else split(cell, also_by=also_by)


def _numbers_and_names(cell: CellValue) -> list[str]:
    """The names in a cell that names regions; a number gets back its lost zero."""
    return [region_number(text) if _REGION_NUMBER.fullmatch(text) else text for text in _names(cell)]
