"""The form of every answer: rows, and the paths, statements and sources that prove them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

from graph_model import catalogue
from graph_model.statements import Statement
from graph_model.store import Snapshot, SourceRecord
from graph_model.text import Lang, Text
from queries.edges import Edge, Path
from queries.memory import names_of


class Column(NamedTuple):
    """A column of an answer.

    Parameters
    ----------
    id: its stable name, the key in every row.
    label: its title.
    unit: what its numbers count; None for text.
    codes: the words for its coded values, which are stable ids.
    brief: how it is shown in a narrow table: as a column; as one in which what the row above says is not said again;
        below the text before it; beside the number before it; or not at all. Every column is in the other outputs.
    """

    id: str
    label: Text
    unit: Text | None = None
    codes: Mapping[str, Text] = {}
    brief: Literal["column", "once", "below", "beside", "no"] = "column"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an answer: its values by column, and what finds the paths that prove it.

    The proof of a row that nobody looks at is not sought.
    """

    values: Mapping[str, Any]
    proof: Callable[[], Iterable[Path]]

    def paths(self) -> tuple[Path, ...]:
        """The paths that prove the row, each once."""
        return tuple(dict.fromkeys(self.proof()))


@dataclass(frozen=True, slots=True)
class Found:
    """What a question finds, before it is put into the form of an answer.

    Parameters
    ----------
    summary, rows, notes: as in an Answer.
    columns: the ids of the columns that apply; all where it is left out.
    """

    summary: Text
    rows: Sequence[Row]
    notes: Sequence[Text] = ()
    columns: Sequence[str] | None = None

    def proven(self, most: int) -> "Found":
        """The same, with a proof for that many rows, from the first, alone."""
        rest = [replace(row, proof=tuple) for row in self.rows[most:]]
        return replace(self, rows=[*self.rows[:most], *rest])


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, in the form that all outputs are made from; see ``as_json``.

    Parameters
    ----------
    question: the question's id.
    parameters: its parameters, as the graph names them.
    as_of: the time asked for: a date, a month, a year or 'all'.
    summary: one sentence that says what was found.
    notes: what a reader should know besides.
    columns, rows: the table; each row has the indices of its paths under 'path'.
    paths: each with its nodes (id, kind, name) and relations (kind, from, to, statements); one without relations is of
        what a node's own fields say, and that node has the statements.
    statements, sources: what the paths rest on.
    asked, goals: the ids of the nodes that it was asked about, and of those among them that its ways lead to.
    """

    question: str
    parameters: Mapping[str, Any]
    as_of: str
    summary: str
    notes: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Any]]
    paths: Sequence[Mapping[str, Any]]
    statements: Sequence[Statement] = field(default_factory=list)
    sources: Sequence[SourceRecord] = field(default_factory=list)
    asked: Sequence[str] = ()
    goals: Sequence[str] = ()

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The answer as other tools read it: keys and ids are English and stable, labels in ``lang``."""
        return {
            "question": self.question,
            "parameters": dict(self.parameters),
            "as_of": self.as_of,
            "summary": self.summary,
            "notes": list(self.notes),
            "columns": [
                {"id": column.id, "label": column.label.to(lang), "unit": column.unit and column.unit.to(lang)}
                for column in self.columns
            ],
            "rows": [dict(row) for row in self.rows],
            "paths": [dict(path) for path in self.paths],
            "statements": [_statement_json(statement, lang) for statement in self.statements],
            "sources": [
                {"id": source.id, "title": source.id, "changed": source.changed.isoformat()} for source in self.sources
            ],
        }


def assembled(
    snapshot: Snapshot,
    lang: Lang,
    question: str,
    given: Mapping[str, Any],
    as_of: str,
    columns: Sequence[Column],
    found: Found,
) -> Answer:
    """Put what a question found into the form of an answer, with what its paths rest on.

    Parameters
    ----------
    snapshot, lang: the graph, and the language of the answer.
    question, as_of, columns, found: what was asked, for when, and what was found.
    given: the parameters of the question: ids of nodes, values of lists, or whole numbers; of several a list.
    """
    several = {name: value if isinstance(value, list) else [value] for name, value in given.items()}
    asked = [value for some in several.values() for value in some if "/" in str(value)]
    proofs = [row.paths() for row in found.rows]
    paths = list(dict.fromkeys(path for some in proofs for path in some))
    number = {path: at for at, path in enumerate(paths)}
    statements = snapshot.said_of({edge.key for path in paths for edge in path})
    by_key: dict[str, list[str]] = {}
    for statement in statements:
        by_key.setdefault(statement.key, []).append(statement.id)
    names = names_of(snapshot, {*asked, *(node for path in paths for edge in path for node in _ends(edge))})
    said_by = {statement.source for statement in statements}
    shown = [column for column in columns if found.columns is None or column.id in found.columns]
    return Answer(
        question,
        {name: _named(value, names) for name, value in given.items()},
        as_of,
        found.summary.to(lang),
        [note.to(lang) for note in found.notes],
        shown,
        [
            {**{column.id: row.values[column.id] for column in shown}, "path": [number[path] for path in some]}
            for row, some in zip(found.rows, proofs, strict=True)
        ],
        [_path_json(path, names, by_key) for path in paths],
        statements,
        [source for source in snapshot.sources() if source.id in said_by],
        asked,
    )


def _named(value: Any, names: Mapping[str, str]) -> Any:
    return [_named(one, names) for one in value] if isinstance(value, list) else names.get(value, value)


def _ends(edge: Edge) -> tuple[str, ...]:
    return (edge.start, edge.end) if edge.end else (edge.start,)


def _path_json(path: Path, names: Mapping[str, str], by_key: Mapping[str, list[str]]) -> dict[str, Any]:
    nodes: dict[str, dict[str, Any]] = {
        node: {"id": node, "kind": catalogue.kind_of(node).kind(), "name": names[node]}
        for edge in path
        for node in _ends(edge)
    }
    if not path[0].end:
        nodes[path[0].start]["statements"] = by_key.get(path[0].key, [])
    return {
        "nodes": list(nodes.values()),
        "relations": [
            {"kind": edge.kind, "from": edge.start, "to": edge.end, "statements": by_key.get(edge.key, [])}
            for edge in path
            if edge.end
        ],
    }


def _statement_json(said: Statement, lang: Lang) -> dict[str, Any]:
    origin = said.origin
    return {
        "id": said.id,
        "source": said.source,
        "place": said.place.to(lang),
        "document": origin.document,
        "section": origin.section,
        "basis": origin.basis.value,
    }
