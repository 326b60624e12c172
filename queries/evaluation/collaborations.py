"""Who is tied to whom by a common collaboration."""

from collections.abc import Iterable

from graph_model.brokering import Collaboration
from graph_model.facts import Period
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path, edge_of
from queries.evaluation.standing import Counts, Neighbours, Numbers, Pair, Way, joined
from queries.hops import Hop

_TIES = Hop("COLLABORATES_WITH", "Organisation", "Organisation", "start", ("topics", "level", "grounds"))
CYPHER = checked({_TIES.kind: _TIES.cypher})


class Collaborations:
    """The ties that common collaborations make at the time of a context, also between a part and its whole."""

    def __init__(self, context: Context, numbers: Numbers) -> None:
        """Read the ties between organisations, which the store has derived."""
        self._numbers = numbers
        self._begins = context.as_of.period.begins
        self._ways: dict[Pair, list[Way]] = {}
        dated = {node.id for node in context.nodes(Collaboration).values() if node.values["since"]}
        for start, end, _, _, _, first, last, _, _, grounds in context.hop(_TIES, numbers.ids):
            edges = [edge_of(key) for key in grounds]
            begun = any(edge.end in dated for edge in edges) or joined(edges)
            self._ways.setdefault(Pair(start, end), []).append(Way(_walk(edges, start), Period(first, last), begun))

    def years(self) -> set[int]:
        """The years in which a tie may be known to start; no other year is one."""
        return {way.period.begins.year for ways in self._ways.values() for way in ways if way.dated}

    def ways(self, pair: Pair) -> list[Way]:
        """The ways in which two are tied."""
        return self._ways.get(pair, [])

    def neighbours(self, counts: Counts) -> Neighbours:
        """Who is tied to whom, by ways that count."""
        found: Neighbours = {}
        for (first, second), ways in self._ways.items():
            if any(self._counts(way, counts) for way in ways):
                found[first] = found.get(first, 0) | 1 << self._numbers.of[second]
                found[second] = found.get(second, 0) | 1 << self._numbers.of[first]
        return found

    def _counts(self, way: Way, counts: Counts) -> bool:
        begun = counts is not Counts.BEGUN or way.period.begins >= self._begins
        return counts is Counts.ANY or (way.dated and begun)


def _walk(edges: Iterable[Edge], start: str) -> Path:
    """The relations of a way in the order in which one comes to them."""
    left, path, reached = sorted(edges), [], {start}
    while left:
        edge = next(edge for edge in left if edge.start in reached or edge.end in reached)
        left.remove(edge)
        path.append(edge)
        reached |= {edge.start, edge.end}
    return tuple(path)
