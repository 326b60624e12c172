"""A graph as GraphML, which Gephi, NetworkX and others read."""

from collections.abc import Collection, Mapping

from graph_model import catalogue, derived
from graph_model.facts import Projection

Attributes = dict[str, str | int | float]


def as_graphml(projection: Projection, selected: Collection[str] | None) -> bytes:
    """Nodes with their label, kind and fields, and relations with their kind and fields.

    Several values are joined with '; '. What is derived, as who collaborates with whom, is there too.

    Parameters
    ----------
    projection: the graph.
    selected: the ids of the nodes to take, with the relations between them; None for all.
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
    return "\n".join(nx.generate_graphml(graph)).encode()


def _attributes(values: Mapping[str, object]) -> Attributes:
    attributes: Attributes = {}
    for name, value in values.items():
        if isinstance(value, list):
            attributes[name] = "; ".join(map(str, value))
        elif isinstance(value, str | int | float):
            attributes[name] = value
    return attributes
