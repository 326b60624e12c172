"""In which regions an actor works: those that it covers, else where it is, else those of what it belongs to."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from queries.answer import Edge, Path
from queries.context import Context
from queries.cypher import checked

CYPHER = checked(
    {
        "covers": (
            "UNWIND $ids AS i MATCH (m:Organisation|Network|Programme|Position)-[r:COVERS]->(k:Region) "
            "WHERE m.id = i AND r.first_day <= $last AND r.last_day >= $first RETURN m.id, k.id, r.key"
        ),
        "located": (
            "UNWIND $ids AS i MATCH (m:Organisation|Network)-[r:LOCATED_IN]->(k:Region) "
            "WHERE m.id = i AND r.first_day <= $last AND r.last_day >= $first RETURN m.id, k.id, r.key"
        ),
        "whole": (
            "UNWIND $ids AS i MATCH (m:Organisation|Network|Programme)-[r:PART_OF]->(n:Organisation|Network|Programme) "
            "WHERE m.id = i AND r.first_day <= $last AND r.last_day >= $first RETURN m.id, n.id, r.key"
        ),
        "host": (
            "UNWIND $ids AS i MATCH (m:Position)-[r:HELD_AT]->(n:Organisation|Programme) "
            "WHERE m.id = i AND r.first_day <= $last AND r.last_day >= $first RETURN m.id, n.id, r.key"
        ),
        "runner": (
            "UNWIND $ids AS i "
            "MATCH (n:Organisation|Network|Programme|Position)-[r:RUNS]->(m:Organisation|Network|Programme) "
            "WHERE m.id = i AND r.first_day <= $last AND r.last_day >= $first RETURN n.id, m.id, r.key"
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The regions that an actor works in, and for each the way from the actor that says so."""

    ways: dict[str, Path]
    regions: frozenset[str]


class Scopes:
    """Finds the scopes of actors, many at a time.

    The scope of an actor is the regions that it COVERS; else those where it is LOCATED_IN; else the scopes of what it
    is PART_OF or HELD_AT and of who RUNS it, all of them together, and so on upwards. A node with regions of its own
    is not followed further; in a circle nothing is found twice.
    """

    def __init__(self, context: Context) -> None:
        """Look scopes up in this context."""
        self._context = context
        self._known: dict[str, Scope] = {}
        self._own: dict[str, list[tuple[str, Edge]]] = {}
        self._up: dict[str, list[tuple[str, Edge]]] = {}

    def of(self, actor: str) -> Scope:
        """The scope of an actor; empty where nothing says where it works."""
        if actor not in self._known:
            self._known[actor] = self._find_scope(actor)
        return self._known[actor]

    def _find_scope(self, actor: str) -> Scope:
        self.learn([actor])
        ways: dict[str, Path] = {}
        trails: dict[str, Path] = {actor: ()}
        queue = [actor]
        for current in queue:
            for region, edge in self._own[current]:
                ways.setdefault(region, (*trails[current], edge))
            for above, edge in self._up.get(current, []):
                if above not in trails:
                    trails[above] = (*trails[current], edge)
                    queue.append(above)
        return Scope(ways, frozenset(ways))

    def learn(self, actors: Iterable[str]) -> None:
        """Look up what says where many actors work, before they are asked for one by one."""
        unknown = sorted({actor for actor in actors if actor not in self._own})
        while unknown:
            self._own.update({actor: [] for actor in unknown})
            self._find("covers", unknown)
            self._find("located", [actor for actor in unknown if not self._own[actor]])
            above = self._find_above([actor for actor in unknown if not self._own[actor]])
            unknown = sorted(above - self._own.keys())

    def _find(self, text: str, actors: Collection[str]) -> None:
        kind = {"covers": "COVERS", "located": "LOCATED_IN"}[text]
        for actor, region, key in sorted(self._records(text, actors)):
            self._own[actor].append((region, Edge(kind, actor, region, key)))

    def _find_above(self, actors: Collection[str]) -> set[str]:
        for text, kind in (("whole", "PART_OF"), ("host", "HELD_AT")):
            for actor, above, key in sorted(self._records(text, actors)):
                self._up.setdefault(actor, []).append((above, Edge(kind, actor, above, key)))
        for above, actor, key in sorted(self._records("runner", actors)):
            self._up.setdefault(actor, []).append((above, Edge("RUNS", above, actor, key)))
        return {above for actor in actors for above, _ in self._up.get(actor, [])}

    def _records(self, text: str, actors: Collection[str]) -> list[tuple[str, str, str]]:
        if not actors:
            return []
        return [(one, other, key) for one, other, key in self._context.query(CYPHER[text], ids=list(actors))]
