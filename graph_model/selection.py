"""The part of the graph that is of a region."""

from collections.abc import Iterable, Mapping

from graph_model import catalogue, roles
from graph_model.facts import Fact, Projection, references


def of_region(projection: Projection, region: str) -> set[str]:
    """The ids of the nodes that are of a region, whenever that was.

    These are the region and its parts; what is located in, covers, is held in or mobilises in one of them; and of what
    is directly related to these: what has no place of its own (a target group, a meeting, a network that nobody has
    placed), the parties to an offering, a need, a collaboration or a survey, wherever they are, and what gives a node
    its dates. Last come what stands above these in a hierarchy (the county, the broader group), and the other regions
    that relations between these name. The relations of a region are those between its nodes.
    """
    relations = [fact for kind in catalogue.RELATIONS for fact in projection.relations(kind.kind())]
    hierarchies = [fact for fact in relations if catalogue.relation_kind(fact.kind).alike]
    others = [fact for fact in relations if not catalogue.relation_kind(fact.kind).alike]
    inside = _reached([region], ((fact.end, fact.start) for fact in hierarchies))
    placed = _places(others)
    local = {node for node, places in placed.items() if not inside.isdisjoint(places)}
    selected = {*inside, *local, *_beside(local, others, placed)}
    named = {node for fact in others if fact.start in selected and fact.end in selected for node in references(fact)}
    return _reached({*selected, *named}, ((fact.start, fact.end) for fact in hierarchies))


def _reached(nodes: Iterable[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    """The nodes, and all that steps lead to from them."""
    following: dict[str, list[str]] = {}
    for one, next_one in steps:
        following.setdefault(one, []).append(next_one)
    reached: set[str] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting += following.get(node, ())
    return reached


def _places(relations: Iterable[Fact]) -> dict[str, set[str]]:
    """The regions that each node is in or acts in, as far as it has any."""
    places: dict[str, set[str]] = {}
    for fact in relations:
        ends = [fact.end] if issubclass(catalogue.kind_of(fact.end), roles.Area) else []
        for region in (*ends, *references(fact)):
            places.setdefault(fact.start, set()).add(region)
    return places


def _beside(local: set[str], relations: Iterable[Fact], placed: Mapping[str, set[str]]) -> set[str]:
    """What comes along with the nodes that are placed in a region."""
    beside: set[str] = set()
    for fact in relations:
        for one, other in ((fact.start, fact.end), (fact.end, fact.start)):
            if one in local and not issubclass(catalogue.kind_of(other), roles.Area):
                is_party = issubclass(catalogue.kind_of(one), roles.Matter)
                lends_dates = bool(catalogue.relation_kind(fact.kind).dates) and one == fact.start
                if other not in placed or is_party or lends_dates:
                    beside.add(other)
    return beside
