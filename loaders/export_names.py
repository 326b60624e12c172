"""How the cells of an exported list name nodes: by name where that leads to one node only, else by id."""

from collections.abc import Iterable, Mapping

from graph_model import catalogue
from graph_model.actor_types import ActorTypeCode
from graph_model.facts import Fact
from graph_model.names import folded, names_of
from graph_model.nodes import ActorType
from graph_model.text import Lang
from loaders.cells import BadCell
from loaders.column_readers import reader_of_column
from loaders.headings import Target

_LABELS = {code.label.nb: code.label for code in ActorTypeCode}


class Names:
    """The nodes of an exported list, by everything that leads to them."""

    def __init__(self, nodes: Mapping[str, Fact], lang: Lang) -> None:
        """Take up the nodes, by their ids, and the language in which types of actor are named."""
        self._nodes = nodes
        self._lang = lang
        self._leading: dict[str, set[str]] = {}
        for node in nodes.values():
            for text in names_of(node):
                self._leading.setdefault(folded(text), set()).add(node.key)

    def cell(self, nodes: Iterable[str], target: Target) -> str:
        """What a cell of a column says that names nodes."""
        return "; ".join(self._named(node, target) for node in nodes)

    def _named(self, node: str, target: Target) -> str:
        assert target.role
        name = str(self._nodes[node].values["name"])
        if catalogue.kind_of(node) is ActorType:
            name = _LABELS[name].to(self._lang)
        kinds = catalogue.playing(target.role)
        fitting = {found for found in self._leading.get(folded(name), ()) if catalogue.kind_of(found) in kinds}
        # As references do: the words of the program's own list give way to the names of others.
        fitting = {found for found in fitting if catalogue.kind_of(found) is not ActorType} or fitting
        return name if fitting == {node} and _is_read_as(name, target) else node


def _is_read_as(name: str, target: Target) -> bool:
    """Whether a cell with a name is read as that name: one with a semicolon is read as two."""
    try:
        return reader_of_column(target)(name) == [name]
    except BadCell:
        return False
