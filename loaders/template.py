"""The workbook to fill in: a sheet for each kind, made of the catalogue alone."""

from pathlib import Path

from graph_model.text import Lang
from loaders.workbook_writer import write_workbook


def write_template(file: Path, lang: Lang) -> None:
    """Write a workbook with a guide, and for each kind a sheet with headers, drop-downs and an example.

    Raises
    ------
    Refusal: as write_workbook.
    """
    write_workbook(file, lang, {}, with_ids=False)
