"""From claims to statements: finds the nodes that the claims of a load are of, and that they refer to."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_model import catalogue, messages
from graph_model.facts import fact_key
from graph_model.identity import Entity, Identities, known_entities
from graph_model.likeness import Likeness, likenesses
from graph_model.names import folded
from graph_model.nodes import Organisation
from graph_model.problems import Place, Problem
from graph_model.references import References
from graph_model.statements import Basis, NodeClaim, Provenance, Reference, RelationClaim, SourceClaims, Statement
from graph_model.store import Snapshot
from graph_model.values import Choice

_TELLING = {
    start for relation in catalogue.RELATIONS if relation.tells_apart for start in catalogue.playing(relation.ends[0])
}
"""The kinds whose nodes are told apart by relations, so that what these lead to must be known first."""

_MISSING_ORIGIN = Provenance(basis=Basis.DERIVED, rule="--create-missing")


class Resolution:
    """The claims of a load, resolved against the state that they are loaded into."""

    def __init__(self, snapshot: Snapshot, sources: Sequence[SourceClaims], *, create_missing: bool) -> None:
        """Find the node of every claim.

        Parameters
        ----------
        snapshot: the state.
        sources: the lists; what they said before does not count any more.
        create_missing: make an organisation of unknown type of a reference that fits nothing.
        """
        self.problems: list[Problem] = []
        known = known_entities(snapshot, {source.id for source in sources})
        self._known = set(known)
        self._identities = Identities(known)
        self._identities.place({source.id: _of(source, telling=False) for source in sources}, {})
        self._references = References(self._identities.entities)
        told = self._told(sources)
        self._identities.place({source.id: _of(source, telling=True) for source in sources}, told)
        self._references = References(self._identities.entities)
        self._made: dict[str, list[NodeClaim]] = {}
        if create_missing:
            self._make_missing(sources)
        self._ids = {claim: entity.id for entity in self._identities.entities for claim in entity.claims}
        self.problems += self._identities.problems

    @property
    def likenesses(self) -> list[Likeness]:
        """The new nodes that are nearly called as others are."""
        return list(likenesses(self._identities.entities, self._known))

    @property
    def made(self) -> list[NodeClaim]:
        """The organisations that were made of references that fit nothing."""
        return [claim for claims in self._made.values() for claim in claims]

    @property
    def joins(self) -> list[tuple[NodeClaim, Entity]]:
        """The claims that are of a node which another source speaks of too."""
        return self._identities.joins

    def statements(self, source: SourceClaims) -> list[Statement]:
        """What one of the lists says, of nodes that are known; what cannot be resolved becomes a problem.

        A row that says one thing twice, as a cell that names one node by two of its names, says it once.
        """
        return list({said.id: said for said in self._statements(source)}.values())

    def _statements(self, source: SourceClaims) -> Iterator[Statement]:
        for node in (*source.nodes, *self._made.get(source.id, [])):
            node_id = self._ids.get(node)
            if node_id:
                yield _statement(source.id, node, node_id, "", "", _plain(node.values))
        for claim in source.relations:
            start, end = map(self._end, self._ends(claim))
            values = self._values(claim)
            if start and end and values is not None:
                if start == end:
                    relation = {"name": _text_of(claim.start), "relation": claim.kind.label}
                    self.problems.append(Problem(messages.SELF_LOOP, claim.place, relation))
                else:
                    yield _statement(source.id, claim, fact_key(claim.kind, start, end, values), start, end, values)

    def _told(self, sources: Sequence[SourceClaims]) -> dict[NodeClaim, tuple[set[str], set[str]]]:
        """What each row gives of its node's types and places, as far as it can be resolved."""
        told: dict[NodeClaim, tuple[set[str], set[str]]] = {}
        for claim in (claim for source in sources for claim in source.relations if claim.kind.tells_apart):
            if isinstance(claim.start, NodeClaim) and isinstance(claim.end, Reference):
                found = self._references.resolve(claim.end)
                if isinstance(found, str):
                    told.setdefault(claim.start, (set(), set()))[claim.kind.tells_apart == "place"].add(found)
        return told

    def _make_missing(self, sources: Sequence[SourceClaims]) -> None:
        """An organisation for each name that no node has, where an organisation could stand."""
        for source in sources:
            made: dict[str, NodeClaim] = {}
            for end in (end for claim in source.relations for end in self._ends(claim)):
                if isinstance(end, Reference) and Organisation in catalogue.playing(end.role):
                    found = self._references.resolve(end)
                    if isinstance(found, Problem) and found.message is not messages.AMBIGUOUS_REFERENCE:
                        claim = NodeClaim(Organisation, {"name": end.text}, end.place, _MISSING_ORIGIN)
                        made.setdefault(folded(end.text), claim)
            self._made[source.id] = list(made.values())
        self._identities.place(self._made, {})
        self._references = References(self._identities.entities)

    def _ends(self, claim: RelationClaim) -> tuple[Reference | NodeClaim, Reference | NodeClaim]:
        """A claim's two ends; where both must be of one kind, a reference means a node of the other end's kind."""
        if not claim.kind.alike:
            return claim.start, claim.end
        end = self._of_kind_of(claim.start, claim.end)
        return self._of_kind_of(end, claim.start), end

    def _of_kind_of(self, one: Reference | NodeClaim, end: Reference | NodeClaim) -> Reference | NodeClaim:
        found = one.kind if isinstance(one, NodeClaim) else self._references.resolve(one)
        if isinstance(end, NodeClaim) or isinstance(found, Problem):
            return end
        return replace(end, role=catalogue.kind_of(found) if isinstance(found, str) else found)

    def _end(self, end: Reference | NodeClaim) -> str | None:
        if isinstance(end, NodeClaim):
            return self._ids.get(end)
        found = self._references.resolve(end)
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found

    def _values(self, claim: RelationClaim) -> dict[str, object] | None:
        """A claim's values with its references resolved; None where one cannot be."""
        values = dict(claim.values)
        for name, prop in claim.kind.props().items():
            if prop.refers_to and name in values:
                references = values[name]
                assert isinstance(references, list)
                found = [self._end(reference) for reference in references]
                if None in found:
                    return None
                values[name] = sorted({node_id for node_id in found if node_id})
        return _plain(values)


def _of(source: SourceClaims, *, telling: bool) -> list[NodeClaim]:
    return [claim for claim in source.nodes if (claim.kind in _TELLING) is telling]


def _text_of(end: Reference | NodeClaim) -> str:
    return end.text if isinstance(end, Reference) else str(end.values["name"])


def _plain(values: dict[str, object]) -> dict[str, object]:
    """Values as JSON has them, without those that are left open."""
    plain = {
        name: [_bare(item) for item in value] if isinstance(value, list) else _bare(value)
        for name, value in values.items()
    }
    return {name: value for name, value in plain.items() if value not in (None, [])}


def _bare(value: object) -> object:
    return value.value if isinstance(value, Choice) else value


def _statement(
    source: str, claim: NodeClaim | RelationClaim, key: str, start: str, end: str, values: dict[str, object]
) -> Statement:
    place = Place(claim.place.file, claim.place.sheet, claim.place.row)
    digest = hashlib.sha256("\x1f".join((source, place.file, place.sheet, str(place.row), key)).encode())
    return Statement(digest.hexdigest()[:16], source, place, claim.kind.kind(), key, start, end, values, claim.origin)
