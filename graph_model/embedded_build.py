"""Builds the graph file of one generation from its statements: ``python -m graph_model.embedded_build FOLDER``.

It runs as a process of its own, so that a crash of the engine costs a message and no more.
"""

import datetime as dt
import itertools
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import ladybug
import pyarrow as pa

from graph_model import catalogue, derived
from graph_model.embedded import GRAPH, MOST_BYTES, STATEMENTS
from graph_model.facts import Fact, Projection
from graph_model.kind import Kind, Node
from graph_model.names import folded, names_of
from graph_model.statement_file import StatementFile
from graph_model.store import Named

BUFFER_BYTES = 256 * 2**20
_COLUMN_TYPES = {str: ("STRING", pa.string()), int: ("INT64", pa.int64()), float: ("DOUBLE", pa.float64())}


def build(folder: Path) -> None:
    """Write the graph file beside the statements of a generation, and the names and counts into the statements' file.

    Prints the share that is done, from 0 to 1, a line at a time.
    """
    statements = StatementFile(folder / STATEMENTS, write=True)
    projection = Projection(statements.facts)
    counts = _write_graph(folder / GRAPH, projection)
    statements.write_summary(_names(projection), counts)
    statements.close()
    _verify(folder / GRAPH, counts)


def _write_graph(path: Path, projection: Projection) -> dict[str, int]:
    """Copy the facts of each kind at once; nothing is ever changed in place.

    The index of a table of nodes takes 18 MB for as long as the database is open that it was made in, however few nodes
    there are: so that is closed behind each of them. And the log is written into the file when it is closed, not after
    each copy.
    """
    counts: dict[str, int] = {}
    with _opened(path) as connection:
        for statement in schema():
            connection.execute(statement)
    for node in catalogue.NODES:
        with _opened(path) as connection:
            counts[node.kind()] = _copy_nodes(connection, projection, node.kind())
            _tell(counts)
    with _opened(path) as connection:
        for relation in catalogue.RELATIONS:
            counts[relation.kind()] = _copy_relations(connection, projection, relation.kind())
            _tell(counts)
    return counts


@contextmanager
def _opened(path: Path) -> Iterator[ladybug.Connection]:
    """The graph file, open for writing; what was written is in it when it is closed."""
    database = ladybug.Database(str(path), buffer_pool_size=BUFFER_BYTES, max_db_size=MOST_BYTES, auto_checkpoint=False)
    connection = ladybug.Connection(database)
    yield connection
    connection.execute("CHECKPOINT")
    connection.close()
    database.close()


def _tell(counts: Collection[str]) -> None:
    """Print the share that is done."""
    sys.stdout.write(f"{len(counts) / len(catalogue.BY_NAME)}\n")
    sys.stdout.flush()


def schema() -> Iterator[str]:
    """The statements that make the tables, from the catalogue."""
    for node in catalogue.NODES:
        yield f"CREATE NODE TABLE `{node.kind()}`({_columns('id STRING PRIMARY KEY', node)})"
    for relation in catalogue.RELATIONS:
        pairs = ", ".join(f"FROM `{hop.start.kind()}` TO `{hop.end.kind()}`" for hop in catalogue.hops(relation))
        yield f"CREATE REL TABLE `{relation.kind()}`({pairs}, {_columns('key STRING', relation)})"
    yield "CREATE MACRO type(r) AS label(r)"


def _columns(first: str, kind: type[Kind]) -> str:
    fields = ", ".join(f"`{name}` {_type(kind, name)[0]}" for name in kind.props())
    return f"{first}, {fields}, first_day DATE, last_day DATE, statements STRING[]"


def _type(kind: type[Kind], name: str) -> tuple[str, pa.DataType]:
    field = catalogue.field_type(kind, name)
    spelled, arrow = _COLUMN_TYPES[str if issubclass(field.base, str) else field.base]
    return (f"{spelled}[]", pa.list_(arrow)) if field.many else (spelled, arrow)


def _copy_nodes(connection: ladybug.Connection, projection: Projection, name: str) -> int:
    facts = list(projection.nodes(name))
    if facts:
        table = _table(catalogue.node_kind(name), facts, {"id": [fact.key for fact in facts]})
        connection.execute(f"COPY `{name}` FROM $facts", {"facts": table})
    return len(facts)


def _copy_relations(connection: ladybug.Connection, projection: Projection, name: str) -> int:
    kind = catalogue.relation_kind(name)
    facts = list(derived.relations(projection, name))
    for (start, end), group in itertools.groupby(sorted(facts, key=_ends), key=_ends):
        some = list(group)
        first = {"from": [f.start for f in some], "to": [f.end for f in some], "key": [f.key for f in some]}
        connection.execute(
            f"COPY `{name}` FROM $facts (from='{start}', to='{end}')", {"facts": _table(kind, some, first)}
        )
    return len(facts)


def _ends(fact: Fact) -> tuple[str, str]:
    return catalogue.kind_of(fact.start).kind(), catalogue.kind_of(fact.end).kind()


def _table(kind: type[Kind], facts: list[Fact], first: dict[str, list[str]]) -> pa.Table:
    columns = {name: pa.array(values, pa.string()) for name, values in first.items()}
    for name in kind.props():
        columns[name] = pa.array([fact.values.get(name) for fact in facts], _type(kind, name)[1])
    columns["first_day"] = _dates(fact.period.begins for fact in facts)
    columns["last_day"] = _dates(fact.period.ends for fact in facts)
    columns["statements"] = pa.array([fact.statements for fact in facts], pa.list_(pa.string()))
    return pa.table(columns)


def _dates(dates: Iterable[dt.date]) -> pa.Array:
    return pa.array(list(dates), pa.date32())


def _names(projection: Projection) -> Iterator[tuple[str, Named]]:
    for kind in catalogue.NODES:
        for node in projection.nodes(kind.kind()):
            for text in names_of(node):
                yield folded(text), Named(text, node.key)


def _verify(path: Path, counts: dict[str, int]) -> None:
    database = ladybug.Database(str(path), read_only=True, buffer_pool_size=BUFFER_BYTES, max_db_size=MOST_BYTES)
    connection = ladybug.Connection(database)
    for name, expected in counts.items():
        pattern = f"(n:`{name}`)" if issubclass(catalogue.BY_NAME[name], Node) else f"()-[r:`{name}`]->()"
        result = connection.execute(f"MATCH {pattern} RETURN count(*)")
        assert not isinstance(result, list)
        found = cast(list[list[int]], result.get_all())[0][0]
        if found != expected:
            raise RuntimeError(f"{name}: {found} facts in the file, {expected} expected")
    connection.close()
    database.close()


if __name__ == "__main__":
    try:
        build(Path(sys.argv[1]))
    except RuntimeError as error:
        sys.exit(str(error).partition("\n")[0])
