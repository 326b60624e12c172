"""A store on plain dicts, for tests that need many states quickly: the same protocol, with no engine below it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from graph_model import catalogue, derived
from graph_model.facts import Fact, Projection
from graph_model.names import folded, names_of
from graph_model.statements import Statement
from graph_model.store import Change, Count, Named, Progress, Record, SourceRecord


class MemoryStore:
    """What every source says, by its record; a snapshot, a writer and a store at once."""

    place = "memory"

    def __init__(self) -> None:
        self._said: dict[SourceRecord, list[Statement]] = {}

    @contextmanager
    def reading(self, *, or_empty: bool = False) -> Iterator["MemoryStore"]:
        """See Store.reading."""
        assert or_empty or self._said
        yield self

    def close(self) -> None:
        """See Store.close."""

    @contextmanager
    def writing(self) -> Iterator["MemoryStore"]:
        """See Store.writing."""
        yield self

    def current(self) -> "MemoryStore":
        """See Writer.current."""
        return self

    def is_sound(self) -> bool:
        """See Writer.is_sound."""
        return True

    def apply(self, change: Change, progress: Progress) -> None:
        """See Writer.apply."""
        replaced = {*change.removed, *(record.id for record in change.loaded)}
        kept = {record: said for record, said in self._said.items() if record.id not in replaced}
        self._said = kept | {record: list(said) for record, said in change.loaded.items()}
        progress(1.0)

    def facts(self) -> Iterator[Fact]:
        """Every fact of the graph."""
        projection = Projection(self.said_in)
        for kind in catalogue.NODES:
            yield from projection.nodes(kind.kind())
        for relation in catalogue.RELATIONS:
            yield from derived.relations(projection, relation.kind())

    def query(self, cypher: str, **parameters: object) -> list[Record]:
        """See Snapshot.query."""
        raise NotImplementedError(cypher, parameters)

    def sources(self) -> list[SourceRecord]:
        """See Snapshot.sources."""
        return sorted(self._said, key=lambda record: record.id)

    def statements(self, ids: Collection[str]) -> list[Statement]:
        """See Snapshot.statements."""
        return [said for said in self._all() if said.id in ids]

    def said_by(self, sources: Collection[str]) -> list[Statement]:
        """See Snapshot.said_by."""
        return [said for said in self._all() if said.source in sources]

    def said_of(self, keys: Collection[str]) -> list[Statement]:
        """See Snapshot.said_of."""
        return [said for said in self._all() if said.key in keys]

    def said_in(self, kind: str) -> Iterator[list[Statement]]:
        """See Snapshot.said_in."""
        by_key: dict[str, list[Statement]] = {}
        for said in self._all():
            if said.kind == kind:
                by_key.setdefault(said.key, []).append(said)
        return iter(by_key.values())

    def disputed(self) -> Iterator[list[Statement]]:
        """See Snapshot.disputed."""
        return (some for kind in catalogue.BY_NAME for some in self.said_in(kind) if len(some) > 1)

    def named(self, folded: str) -> list[str]:
        """See Snapshot.named."""
        return sorted({node_id for text, node_id in self.names() if _folded(text) == folded})

    def names(self) -> list[Named]:
        """See Snapshot.names."""
        return [Named(text, fact.key) for fact in self.facts() if not fact.start for text in names_of(fact)]

    def counts(self) -> dict[str, Count]:
        """See Snapshot.counts."""
        kinds = [fact.kind for fact in self.facts()]
        return {
            kind: Count(kinds.count(kind), len(list(self.said_in(kind))) - kinds.count(kind))
            for kind in catalogue.BY_NAME
        }

    def _all(self) -> Iterator[Statement]:
        return (said for some in self._said.values() for said in some)


_folded = folded
