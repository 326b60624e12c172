"""The workbook to fill in: a sheet for each kind, made of the catalogue alone."""

from pathlib import Path

from graph_model.new_file import WORKBOOK, refuse_unless_new, save_new
from graph_model.text import Lang
from loaders.workbook_writer import as_workbook


def write_template(file: Path, lang: Lang) -> None:
    """Write a workbook with a guide, and for each kind a sheet with headers, drop-downs and an example.

    Raises
    ------
    Refusal: the file is there, cannot be written, or is not called as a workbook.
    """
    refuse_unless_new(file, WORKBOOK)
    save_new({file: as_workbook(lang, {}, with_ids=False)})
