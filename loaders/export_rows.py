"""From statements back to the rows that say them: one row a statement, but for the relations that a node's row has."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from graph_model import catalogue
from graph_model.builtin import BUILT_IN
from graph_model.facts import Fact, Projection, merged, references
from graph_model.kind import Kind, Node, Relation
from graph_model.problems import Place
from graph_model.statements import Statement
from graph_model.store import Snapshot
from loaders.headings import LOADED, Target, targets_of


@dataclass
class ExportRow:
    """A row of an exported list.

    Parameters
    ----------
    said: the statement that it says.
    values: the fields that it gives, without those in which another statement is believed.
    linked: for the columns of a node's row that name others, the ids of these.
    """

    said: Statement
    values: dict[str, object]
    linked: dict[Target, list[str]] = field(default_factory=dict)


@dataclass
class ExportRows:
    """The rows of an exported list, by kind.

    Parameters
    ----------
    rows: the rows of each kind, in the order of their lists.
    nodes: every node that the list or the program has, by its id.
    disputed: how many values were left out, since the graph shows those of other statements.
    left_out: the names of the nodes that no row can say, since what they belong to is not there.
    """

    rows: dict[type[Kind], list[ExportRow]] = field(default_factory=dict)
    nodes: dict[str, Fact] = field(default_factory=dict)
    disputed: int = 0
    left_out: list[str] = field(default_factory=list)


def export_rows(snapshot: Snapshot, projection: Projection, selected: Collection[str] | None) -> ExportRows:
    """The rows that say what a graph holds.

    Parameters
    ----------
    snapshot, projection: the graph.
    selected: the ids of the nodes to take, with the relations between them; None for all.
    """
    return _Gathering(snapshot, projection, selected).gathered()


class _Gathering:
    def __init__(self, snapshot: Snapshot, projection: Projection, selected: Collection[str] | None) -> None:
        self._snapshot = snapshot
        self._nodes = {
            node.key: node
            for kind in catalogue.NODES
            for node in projection.nodes(kind.kind())
            if selected is None or node.key in selected or not kind.listed
        }
        self._found = ExportRows(nodes=self._nodes)
        self._at: dict[tuple[str, Place, str], ExportRow] = {}

    def gathered(self) -> ExportRows:
        """All rows."""
        for kind in LOADED:
            rows = sorted(self._rows_of(kind), key=lambda row: (row.said.source, row.said.place))
            if issubclass(kind, Relation):
                rows = [row for row in rows if not self._is_carried(row.said)]
            else:
                self._at.update(((row.said.source, row.said.place, row.said.key), row) for row in rows)
            self._found.rows[kind] = rows
        self._complete()
        return self._found

    def _rows_of(self, kind: type[Kind]) -> Iterator[ExportRow]:
        for statements in self._snapshot.said_in(kind.kind()):
            first = statements[0]
            nodes = [first.start, first.end, *references(first)] if first.start else [first.key]
            if all(node in self._nodes for node in nodes):
                shown = merged(statements).values
                for said in statements:
                    if said.source != BUILT_IN:
                        yield ExportRow(said, self._agreed(kind, said.values, shown))

    def _agreed(self, kind: type[Kind], values: Mapping[str, object], shown: Mapping[str, object]) -> dict[str, object]:
        """The values that a list may give beside the others of its fact: one list may not contradict itself."""
        needed = ("name", kind.named_after) if issubclass(kind, Node) else ()
        agreed: dict[str, object] = {}
        for name, value in values.items():
            if isinstance(value, list) or value == shown[name]:
                agreed[name] = value
            else:
                self._found.disputed += 1
                if name in needed:
                    agreed[name] = shown[name]
        return agreed

    def _is_carried(self, said: Statement) -> bool:
        """Whether the row of a node says a relation too; then that row gets it."""
        if said.values:
            return False
        for node, other, holds in ((said.start, said.end, "end"), (said.end, said.start, "start")):
            row = self._at.get((said.source, said.place, node))
            if row and row.said.origin == said.origin:
                for target in targets_of(catalogue.kind_of(node)):
                    if target.relation and target.relation.kind() == said.kind and target.holds == holds:
                        row.linked.setdefault(target, []).append(other)
                        return True
        return False

    def _complete(self) -> None:
        """Give each row what no row of its kind can lack; take out those that cannot get it."""
        for kind in catalogue.NODES:
            needed = {target for target in targets_of(kind) if target.required and target.relation}
            if needed:
                rows = self._found.rows[kind]
                for row in rows:
                    for target in needed - row.linked.keys():
                        self._adopt(row, target)
                lacking = [not needed <= row.linked.keys() or kind.named_after not in row.values for row in rows]
                names = {str(row.values["name"]) for row, lacks in zip(rows, lacking, strict=True) if lacks}
                self._found.left_out += sorted(names)
                self._found.rows[kind] = [row for row, lacks in zip(rows, lacking, strict=True) if not lacks]

    def _adopt(self, row: ExportRow, target: Target) -> None:
        """Have the row of a node say a relation that a row of its own says, if one does."""
        assert target.relation
        others = self._found.rows[target.relation]
        for at, other in enumerate(others):
            node, named = (other.said.start, other.said.end)[:: 1 if target.holds == "end" else -1]
            if node == row.said.key and not other.said.values:
                row.linked[target] = [named]
                if other.said.origin == row.said.origin:
                    del others[at]
                return
