"""A graph as GraphML, which Gephi, NetworkX and others read."""

from collections.abc import Collection, Mapping
from pathlib import Path

from graph_model import catalogue, derived
from graph_model.facts import Projection
from graph_model.new_file import save_new

Attributes = dict[str, str | int | float]


def write_graphml(file: Path, projection: Projection, selected: Collection[str] | None) -> None:
    """Write nodes with their label, kind and fields, and relations with their kind and fields.

    Several values are joined with '; '. What is derived, as who collaborates with whom, is there too.

    Parameters
    ----------
    file: where to; it must not be there yet.
    projection: the graph.
    selected: the ids of the nodes to take, with the relations between them; None for all.

    Raises
    ------
    Refusal: the file is there, or cannot be written.
    """
    import networkx as nx  # here, since only one command needs it

    graph = nx.MultiDiGraph()
    for kind in catalogue.NODES:
        for node in projection.nodes(kind.kind()):
            if selected is None or node.key in selected:
                fields = _attributes(node.values)
                graph.add_node(node.key, label=fields.pop("name"), kind=node.kind, **fields)
    for relation in catalogue.RELATIONS:
        for fact in derived.relations(projection, relation.kind()):
            if fact.start in graph and fact.end in graph:
                # Each edge has its own key: two of one id are one to Gephi.
                graph.add_edge(fact.start, fact.end, key=fact.key, kind=fact.kind, **_attributes(fact.values))
    save_new(file, "\n".join(nx.generate_graphml(graph)).encode())


def _attributes(values: Mapping[str, object]) -> Attributes:
    attributes: Attributes = {}
    for name, value in values.items():
        if isinstance(value, list):
            attributes[name] = "; ".join(map(str, value))
        elif isinstance(value, str | int | float):
            attributes[name] = value
    return attributes
