"""A store on plain dicts, for tests that need many states quickly: the same protocol, with no engine below it."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from graph_model import catalogue, derived
from graph_model.facts import Fact, Projection
from graph_model.names import folded, names_of
from graph_model.statements import Statement
from graph_model.store import Change, Count, Named, Progress, Record, SourceRecord
from queries import memory

_BY_ID = re.compile(r"UNWIND \$ids AS i MATCH \(n:(?P<kind>\w+)\) WHERE n\.id = i RETURN (?P<fields>.+)")


class MemoryStore:
    """What every source says, by its record; a snapshot, a writer and a store at once."""

    place = "memory"
    has_finished_another = False

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
        for found in ("_facts", "_by_key"):
            vars(self).pop(found, None)
        progress(1.0)

    def facts(self) -> Iterator[Fact]:
        """Every fact of the graph."""
        return (fact for facts in self._facts.values() for fact in facts)

    @cached_property
    def _facts(self) -> dict[str, list[Fact]]:
        """The facts by their kind."""
        projection = Projection(self.said_in)
        nodes = {kind.kind(): list(projection.nodes(kind.kind())) for kind in catalogue.NODES}
        relations = {kind.kind(): list(derived.relations(projection, kind.kind())) for kind in catalogue.RELATIONS}
        return nodes | relations

    @cached_property
    def _by_key(self) -> dict[str, list[Statement]]:
        by_key: dict[str, list[Statement]] = {}
        for said in sorted(self._all(), key=lambda said: said.id):
            by_key.setdefault(said.key, []).append(said)
        return by_key

    def query(self, cypher: str, **parameters: object) -> list[Record]:
        """See Snapshot.query: whole kinds by the texts that ``queries.memory`` reads them with, and nodes by ids."""
        if by_id := _BY_ID.fullmatch(cypher):
            return self._of_nodes(by_id["kind"], by_id["fields"].split(", "), parameters["ids"])
        assert not parameters, cypher
        kind, shown = _WHOLE[cypher]
        return [shown(fact) for fact in self._facts[kind]] if kind else [shown(fact) for fact in self._marked()]

    def _of_nodes(self, kind: str, fields: Sequence[str], ids: object) -> list[Record]:
        assert isinstance(ids, Collection)
        return [
            [
                {"n.id": fact.key, "n.first_day": fact.period.begins, "n.last_day": fact.period.ends}.get(name)
                or fact.values.get(name[2:])
                for name in fields
            ]
            for fact in self._facts[kind]
            if fact.key in ids
        ]

    def _marked(self) -> Iterator[Fact]:
        return (fact for kind in ("Network", "Programme") for fact in self._facts[kind] if fact.values.get("type"))

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
        return sorted((said for key in keys for said in self._by_key.get(key, ())), key=lambda said: said.id)

    def said_in(self, kind: str) -> Iterator[list[Statement]]:
        """See Snapshot.said_in."""
        return (some for some in self._by_key.values() if some[0].kind == kind)

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
        said = Counter(some[0].kind for some in self._by_key.values())
        return {kind: Count(len(facts), max(0, said[kind] - len(facts))) for kind, facts in self._facts.items()}

    def _all(self) -> Iterator[Statement]:
        return (said for some in self._said.values() for said in some)


_folded = folded


def _shown(kind: str) -> Callable[[Fact], Sequence[object]]:
    names = list(catalogue.BY_NAME[kind].props())
    return lambda fact: [fact.key, *fact.period, *(fact.values.get(name) for name in names)]


def _tie(kind: str) -> Callable[[Fact], Sequence[object]]:
    names = ("since", "until")
    return lambda fact: [
        fact.start,
        fact.end,
        fact.key,
        *(fact.values.get(name) for name in names),
        *fact.period,
        *(fact.values.get(name) for name in memory.fields(kind)),
    ]


_WHOLE: dict[str, tuple[str, Callable[[Fact], Sequence[object]]]] = {
    **{memory.CYPHER[kind.kind()]: (kind.kind(), _shown(kind.kind())) for kind in catalogue.NODES},
    **{memory.CYPHER[kind.kind()]: (kind.kind(), _tie(kind.kind())) for kind in catalogue.RELATIONS},
    **{
        memory.name_text(kind.kind()): (kind.kind(), lambda fact: [fact.key, fact.values["name"]])
        for kind in catalogue.NODES
    },
    memory.CYPHER[memory.MARKS]: ("", lambda fact: [fact.key, fact.values["type"]]),
}
