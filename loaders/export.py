"""A graph as a workbook that loads back: the template, filled in with what the statements of a graph say."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph_model import messages, selection
from graph_model.facts import Projection
from graph_model.kind import Kind, Node
from graph_model.new_file import GRAPHML, WORKBOOK, refuse_unless_new, save_new
from graph_model.nodes import Region
from graph_model.problems import Problem
from graph_model.store import Snapshot
from graph_model.text import LANGUAGES, Lang, Text, listed
from graph_model.values import Choice
from loaders.export_names import Names
from loaders.export_rows import ExportRow, ExportRows, export_rows
from loaders.graphml import as_graphml
from loaders.headings import ID, Target, targets_of
from loaders.workbook_writer import Cell, Cells, as_workbook


def export(
    snapshot: Snapshot, file: Path, lang: Lang, *, region: str | None = None, graphml: Path | None = None
) -> list[Problem]:
    """Write a graph, or what is of a region, to files that are not there yet: to all of them, or to none.

    Each statement is a row with what it cites, in its sources' order; the list that it was in is not kept: loaded
    again, all of it is of one source, the workbook. Rows of nodes have the ids of these, so that they are the same
    nodes wherever the workbook is loaded.

    Parameters
    ----------
    snapshot: the graph.
    file: the workbook.
    lang: its language.
    region: the id of a region; without one, everything is written.
    graphml: a file for Gephi and NetworkX, which is written too.

    Returns
    -------
    Notes on what a workbook cannot hold, and on one that holds nothing.

    Raises
    ------
    Refusal: a file is there, is not called as what it is, or cannot be written.
    """
    refuse_unless_new(file, WORKBOOK)
    if graphml:
        refuse_unless_new(graphml, GRAPHML)
    projection = Projection(snapshot.said_in)
    selected = selection.of_region(projection, region) if region else None
    found = export_rows(snapshot, projection, selected)
    names = Names(found.nodes, lang)
    rows = {kind: _rows(kind, some, names, lang) for kind, some in found.rows.items()}
    contents = {file: as_workbook(lang, rows, with_ids=True)}
    if graphml:
        contents[graphml] = as_graphml(projection, selected)
    save_new(contents)
    return list(_notes(found, region))


def _rows(kind: type[Kind], rows: Iterable[ExportRow], names: Names, lang: Lang) -> Iterator[Cells]:
    for row in rows:
        yield [_cell(target, row, names, lang) for target in targets_of(kind)]


def _cell(target: Target, row: ExportRow, names: Names, lang: Lang) -> Cell:
    if target is ID:
        return row.said.key
    if target.relation:
        ends = {"start": row.said.start, "end": row.said.end}
        return names.cell([ends[target.holds]] if row.said.start else row.linked.get(target, []), target)
    value: Any = getattr(row.said.origin, target.field) if target.cites else row.values.get(target.field)
    if value is None:
        return ""
    if target.role:
        return names.cell(value, target)
    values = value if isinstance(value, list) else [value]
    assert target.value
    base = target.value.base
    if issubclass(base, Choice):
        labels = {choice.value: choice.label.to(lang) for choice in base}
        values = [labels[item] for item in values]
    return "; ".join(values) if issubclass(base, str) else value


def _notes(found: ExportRows, region: str | None) -> Iterator[Problem]:
    written = {kind for kind, rows in found.rows.items() if rows and issubclass(kind, Node)}
    if not written:
        yield Problem(messages.NOTHING_EXPORTED, blocks=False)
    elif region and written == {Region}:
        name = found.nodes[region].values["name"]
        yield Problem(messages.NOTHING_OF_THE_REGION, values={"region": name}, blocks=False)
    if found.disputed:
        yield Problem(messages.DISPUTES_NOT_EXPORTED, values={"count": found.disputed}, blocks=False)
    if found.left_out:
        names = Text(*(listed(found.left_out, lang) for lang in LANGUAGES))
        yield Problem(messages.NODES_NOT_EXPORTED, values={"names": names}, blocks=False)
