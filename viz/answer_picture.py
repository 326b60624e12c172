"""An answer as a picture: everything that is on its paths has its place, and what is known of it beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from graph_model import catalogue
from queries.answer import Answer, Column
from queries.context import Context
from queries.details import Detail, details
from queries.moteplass.words import name_in_words
from viz.cell_words import as_read, in_words, unit_beside
from viz.drawn import Drawn
from viz.footnotes import Footnotes
from viz.layout import laid_out
from viz.looks import line, mark
from viz.moment import moment
from viz.picture import (
    CitedShown,
    ColumnShown,
    EdgeShown,
    FactShown,
    KindShown,
    NodeShown,
    Picture,
    RelationShown,
    RowShown,
)
from viz.widths import broken

_WIDEST_LABEL = 22
_LINE_WIDTH = 1.5


class _Edge(NamedTuple):
    """A relation of a path, by the key of its fact."""

    key: str
    kind: str
    start: str
    end: str


class _Way(NamedTuple):
    """What is on the paths of a row, and the node that the row is about, if any."""

    nodes: dict[str, None]
    edges: dict[str, None]
    subject: str


def picture(context: Context, answer: Answer, title: str) -> Picture:
    """An answer as a picture, in the language of the context.

    Parameters
    ----------
    context: the graph that was asked, at the time that was asked for.
    answer: what is shown.
    title: the question.
    """
    by_path = _edges_of_paths(answer)
    edges = {edge.key: edge for some in by_path for edge in some}
    nodes = list(dict.fromkeys(node["id"] for path in answer.paths for node in path["nodes"]))
    context.learn_names(nodes)
    ways = [_way(row, answer, by_path, context) for row in answer.rows]
    known, statements = details(context, {*nodes, *edges})
    notes = Footnotes(answer, context.lang, statements)
    columns = [column for column in answer.columns if _tells(column, answer)]
    # Rows come first, so that their sources have the first numbers.
    rows = [_row(row, columns, way, notes, context) for row, way in zip(answer.rows, ways, strict=True)]
    subjects = list(answer.goals) or list(dict.fromkeys(way.subject for way in ways if way.subject))
    drawn = Drawn(
        labels={node: _label(name_in_words(context, node)) for node in nodes},
        links=[(edge.start, edge.end) for edge in edges.values()],
        asked=[node for node in answer.asked if node in nodes and node not in answer.goals],
        answers=subjects if len(subjects) < len(nodes) else [],
        distances={
            way.subject: row["distance"] for row, way in zip(answer.rows, ways, strict=True) if "distance" in row
        },
    )
    return {
        "lang": context.lang,
        "title": title,
        "moment": moment(answer.as_of, context.lang).rstrip(":"),
        "summary": answer.summary,
        "notes": list(answer.notes),
        "kinds": _kinds(nodes, context),
        "relations": _relations(edges, context),
        "nodes": _nodes(answer, drawn, known, notes, context),
        "edges": _edges(edges, known, notes, context),
        "columns": [_column(column, context) for column in columns],
        "rows": rows,
        "sources": [
            {"number": note.number, "title": note.cited(), "places": note.places(context.lang)} for note in notes.all()
        ],
    }


def _nodes(
    answer: Answer, drawn: Drawn, known: Mapping[str, Detail], notes: Footnotes, context: Context
) -> list[NodeShown]:
    places, ranks = laid_out(drawn), _ranks(drawn)
    return [
        {
            "id": node,
            "kind": catalogue.kind_of(node).kind(),
            "name": name_in_words(context, node),
            "label": "\n".join(lines),
            "also": list(known[node].names),
            "x": places[node][0],
            "y": places[node][1],
            "rank": ranks[node],
            "asked": node in answer.asked,
            "answers": node in drawn.answers,
            "facts": _facts(known[node]),
            "sources": _cited(notes, known[node].statements, context),
        }
        for node, lines in drawn.labels.items()
    ]


def _edges(
    edges: Mapping[str, _Edge], known: Mapping[str, Detail], notes: Footnotes, context: Context
) -> list[EdgeShown]:
    return [
        {
            "id": key,
            "kind": edge.kind,
            "from": edge.start,
            "to": edge.end,
            "facts": _facts(known[key]),
            "sources": _cited(notes, known[key].statements, context),
        }
        for key, edge in edges.items()
    ]


def _cited(notes: Footnotes, statements: Iterable[str], context: Context) -> list[CitedShown]:
    return [{"number": note.number, "places": note.places(context.lang)} for note in notes.citing(statements)]


def _facts(known: Detail) -> list[FactShown]:
    return [{"label": label, "value": value} for label, value in known.fields]


def _column(column: Column, context: Context) -> ColumnShown:
    unit = unit_beside(column, context.lang)
    return {"label": column.label.to(context.lang), "unit": unit, "number": column.unit is not None}


def _tells(column: Column, answer: Answer) -> bool:
    """Whether a column is for people to read, and not empty."""
    return column.brief != "no" and any(row[column.id] not in (None, [], "") for row in answer.rows)


def _edges_of_paths(answer: Answer) -> list[list[_Edge]]:
    """The relations of each path; what states a relation has the key of its fact."""
    keys = {statement.id: statement.key for statement in answer.statements}
    return [
        [
            _Edge(keys[relation["statements"][0]], relation["kind"], relation["from"], relation["to"])
            for relation in path["relations"]
        ]
        for path in answer.paths
    ]


def _way(row: Mapping[str, Any], answer: Answer, by_path: Sequence[Sequence[_Edge]], context: Context) -> _Way:
    """What is on the paths of a row; it is about the first node there whose name stands in it, in its first columns."""
    on_paths = {node["id"]: node["name"] for path in row["path"] for node in answer.paths[path]["nodes"]}
    ids: dict[str, str] = {}
    for node, name in on_paths.items():
        ids.setdefault(name, node)
        ids.setdefault(name_in_words(context, node), node)
    texts = (row[column.id] for column in answer.columns if isinstance(row[column.id], str))
    subject = next((ids[text] for text in texts if text in ids), "")
    edges = dict.fromkeys(edge.key for path in row["path"] for edge in by_path[path])
    return _Way(dict.fromkeys(on_paths), edges, subject)


def _row(row: Mapping[str, Any], columns: Sequence[Column], way: _Way, notes: Footnotes, context: Context) -> RowShown:
    cells = [as_read(row[column.id], column, context.lang) for column in columns]
    return {
        "cells": cells,
        "sort": [
            row[column.id] if column.unit else in_words(row[column.id], column, context.lang, " ") for column in columns
        ],
        "nodes": list(way.nodes),
        "edges": list(way.edges),
        "subject": way.subject,
        "sources": _cited(notes, notes.statements_of(row["path"]), context),
    }


def _label(name: str) -> list[str]:
    whole = " ".join(name.split())
    return [line for part in broken(whole, _WIDEST_LABEL).split("\n") for line in wrap(part, _WIDEST_LABEL)] or [name]


def _ranks(drawn: Drawn) -> dict[str, int]:
    """How important each node is, 1 being the most: what is asked for, then what answers it, then by relations."""
    degree = Counter(end for link in drawn.links for end in link)
    asked, answers = set(drawn.asked), set(drawn.answers)
    order = sorted(drawn.labels, key=lambda node: (node not in asked, node not in answers, -degree[node], node))
    return {node: at for at, node in enumerate(order, 1)}


def _kinds(nodes: Sequence[str], context: Context) -> list[KindShown]:
    there = {catalogue.kind_of(node) for node in nodes}
    looks = ((kind, mark(kind)) for kind in catalogue.NODES if kind in there)
    return [
        {
            "id": kind.kind(),
            "label": kind.label.to(context.lang),
            "shape": look.shape,
            "colour": look.colour,
            "hollow": look.hollow,
        }
        for kind, look in looks
    ]


def _relations(edges: Mapping[str, _Edge], context: Context) -> list[RelationShown]:
    there = {edge.kind for edge in edges.values()}
    looks = ((kind, line(kind)) for kind in catalogue.RELATIONS if kind.kind() in there)
    return [
        {
            "id": kind.kind(),
            "label": kind.label.to(context.lang),
            "dashes": look.dashes,
            "colour": look.colour,
            "width": _LINE_WIDTH,
        }
        for kind, look in looks
    ]
