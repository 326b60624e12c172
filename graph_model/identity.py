"""Which claims are of one node: equal numbers are, equal names and types are unless something speaks against it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph_model import catalogue, messages
from graph_model.kind import Node
from graph_model.names import folded, slug
from graph_model.problems import Problem
from graph_model.statements import NodeClaim
from graph_model.store import Snapshot
from graph_model.text import LANGUAGES, Lang, Text

Told = Mapping[NodeClaim, tuple[set[str], set[str]]]
"""For a claim, the ids of the types and of the places that its row gives in relations."""


@dataclass(eq=False, slots=True)
class Entity:
    """A node as far as it is known: its kind, what it is called, and what tells it from others of its name.

    Parameters
    ----------
    kind: the node's kind.
    id: its id; empty until one is given.
    asked: the ids that rows of this load ask for it.
    names, aliases: folded; numbers, types (codes or ids of types) and places (ids of regions): as they are stored.
    said: the names, aliases and numbers that still stand once the load is done; what only a source that is being
        replaced says is not among them.
    sources: the sources that say it, those that are being replaced left out.
    replaced: the sources that are being replaced and said it.
    claims: the claims of this load that are of it.
    title: its name as one source writes it.
    """

    kind: type[Node]
    id: str = ""
    title: str = ""
    asked: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    claims: list[NodeClaim] = field(default_factory=list)

    @property
    def lives(self) -> bool:
        """Whether anything says it once the load is done."""
        return bool(self.claims or self.sources)

    @property
    def distinct_numbers(self) -> set[str]:
        """The numbers that tell it from others; one that is being replaced does not, where the node lives on."""
        return self.numbers & self.said if self.lives else self.numbers

    def describe(self, values: dict[str, object], *, stands: bool = True) -> None:
        """Take up what one statement or claim says of it, and whether that stands once the load is done."""
        aliases = values.get("aliases", [])
        assert isinstance(aliases, list)
        identifying = (name for name, prop in self.kind.props().items() if prop.identifies and name in values)
        name, numbers = folded(str(values["name"])), {str(values[name]) for name in identifying}
        self.names.add(name)
        self.aliases.update(map(folded, aliases))
        self.numbers |= numbers
        if values.get("type"):
            self.types.add(str(values["type"]))
        if stands:
            self.title = self.title or str(values["name"])
            self.said |= {name, *map(folded, aliases), *numbers}

    def absorb(self, other: "Entity") -> None:
        """Take over the claims of another, which turned out to be the same node."""
        self.asked |= other.asked
        self.names |= other.names
        self.aliases |= other.aliases
        self.numbers |= other.numbers
        self.types |= other.types
        self.places |= other.places
        self.said |= other.said
        self.title = self.title or other.title
        self.claims += other.claims


def known_entities(snapshot: Snapshot, replaced: Collection[str]) -> dict[str, Entity]:
    """The nodes of a snapshot by their ids, knowing that some sources are about to be replaced."""
    entities: dict[str, Entity] = {}
    for kind in catalogue.NODES:
        for statements in snapshot.said_in(kind.kind()):
            entity = entities[statements[0].key] = Entity(kind, statements[0].key)
            for statement in statements:
                entity.describe(statement.values, stands=statement.source not in replaced)
                (entity.replaced if statement.source in replaced else entity.sources).add(statement.source)
    for relation in catalogue.RELATIONS:
        for statement in (said for fact in snapshot.said_in(relation.kind()) for said in fact if relation.tells_apart):
            start = entities.get(statement.start)
            if start and (statement.source not in replaced or not start.sources):
                (start.types if relation.tells_apart == "type" else start.places).add(statement.end)
    return entities


class Identities:
    """Finds for each claim of a load which node it is of, and gives new nodes their ids.

    Rows that ask for one id are of one node, and of the one that has it; rows that ask for different ones are not.
    Within one source, equal names of one kind are one node unless number or place differ. Between sources, equal
    numbers are one node; so are equal name and type, unless number or place speak against it. A claim with neither
    number nor place joins only where exactly one node fits. The order of claims changes nothing: the more a claim
    tells of itself, the earlier it is placed.
    """

    def __init__(self, known: dict[str, Entity]) -> None:
        """Begin with the nodes that are known, by their ids."""
        self._known = _Pool(list(known.values()), types_matter=True)
        self._taken = set(known)

    @property
    def entities(self) -> list[Entity]:
        """Every node, known or new."""
        return self._known.entities

    @property
    def problems(self) -> list[Problem]:
        """The claims that fit several nodes."""
        return self._known.problems

    @property
    def joins(self) -> list[tuple[NodeClaim, Entity]]:
        """The claims that turned out to be of a node that another source speaks of too."""
        return self._known.joins

    def place(self, claims: Mapping[str, Sequence[NodeClaim]], told: Told) -> None:
        """Find the node of every claim.

        Parameters
        ----------
        claims: by the id of their source.
        told: for a claim, the ids of the types and of the places that its row gives in relations.
        """
        profiles: list[tuple[str, Entity]] = []
        for source, some in sorted(claims.items()):  # by name, so that the report does not depend on the files' order
            within = _Pool([], types_matter=False)
            within.place([(source, _entity_of(claim, *told.get(claim, (set(), set())))) for claim in some])
            self.problems.extend(within.problems)
            profiles += ((source, profile) for profile in within.entities)
        self._known.place(profiles)
        self._give_ids()

    def _give_ids(self) -> None:
        """Give each new node the id that it asks for, else a readable one, with what tells it from others behind."""
        fresh: dict[str, list[Entity]] = {}
        for entity in self.entities:
            if not entity.id and (free := entity.asked - self._taken):
                entity.id = min(free)
                self._taken.add(entity.id)
        for entity in self.entities:
            if not entity.id:
                name = min(str(claim.values["name"]) for claim in entity.claims)
                fresh.setdefault(f"{entity.kind.kind().lower()}/{slug(name)}", []).append(entity)
        for plain, entities in sorted(fresh.items()):
            for entity in sorted(entities, key=_tells):
                alone = len(entities) == 1 and plain not in self._taken
                entity.id = plain if alone else self._free_id(plain, entity)
                self._taken.add(entity.id)

    def _free_id(self, plain: str, entity: Entity) -> str:
        told = (part for some in (entity.places, entity.numbers, entity.types) for part in sorted(some))
        longer = [f"{plain}-{slug(part.rpartition('/')[2])}" for part in told] + [plain]
        numbered = (f"{plain}-{number}" for number in range(2, len(self._taken) + 3))
        return next(candidate for candidate in (*longer, *numbered) if candidate not in self._taken)


class _Pool:
    """Entities that differ, to which others are added: joined where they are the same, else as new ones."""

    def __init__(self, entities: list[Entity], *, types_matter: bool) -> None:
        self.entities = entities
        self.problems: list[Problem] = []
        self.joins: list[tuple[NodeClaim, Entity]] = []
        self._types_matter = types_matter
        self._by_name: dict[tuple[type[Node], str], list[Entity]] = {}
        self._by_number: dict[tuple[type[Node], str], Entity] = {}
        for entity in entities:
            self._index(entity)

    def place(self, profiles: list[tuple[str, Entity]]) -> None:
        """Add profiles, each of a source; those that tell the most of themselves come first."""
        ranked: dict[tuple[bool, ...], list[tuple[str, Entity]]] = {}
        for source, profile in profiles:
            ranked.setdefault(_detail(profile), []).append((source, profile))
        for rank in sorted(ranked, reverse=True):
            self._place_equals(ranked[rank])

    def _place_equals(self, profiles: list[tuple[str, Entity]]) -> None:
        """Add profiles that tell equally much: known ids and numbers first, then known names, then the rest."""
        waiting = sorted(profiles, key=lambda one: _tells(one[1]))
        for finding in (self._numbered, self._fitting, self._corrected):
            fits = [(source, profile, finding(profile, source)) for source, profile in waiting]
            self._settle([(profile, fitting) for _, profile, fitting in fits if fitting])
            waiting = [(source, profile) for source, profile, fitting in fits if not fitting]
        self._settle([(profile, []) for _, profile in waiting])

    def _settle(self, fits: list[tuple[Entity, list[Entity]]]) -> None:
        """Join profiles with what they fit, or add them; what each fits is known before any is joined."""
        wanted: dict[Entity, list[Entity]] = {}
        for profile, fitting in fits:
            if len(fitting) == 1:
                wanted.setdefault(fitting[0], []).append(profile)
        for profile, fitting in fits:
            rivals = wanted[fitting[0]] if len(fitting) == 1 else []
            contested = any(not agree(profile, rival) for rival in rivals)
            found = ([] if contested else fitting) or self._new_ones(profile)
            if len(found) > 1:
                self._refuse(profile, found)
            elif found:
                self._join(profile, found[0])
            else:
                self.entities.append(profile)
                self._index(profile)

    def _numbered(self, profile: Entity, _source: str = "") -> list[Entity]:
        """The entity that has the number of a profile, or the id that it asks for."""
        numbered = (self._by_number[key] for key in _number_keys(profile) if key in self._by_number)
        return list(dict.fromkeys(numbered))

    def _fitting(self, profile: Entity, source: str) -> list[Entity]:
        """The entities of the name of a profile that it can be; where some certainly are, those alone."""
        fitting = [
            entity
            for entity in self._named(profile)
            if self._same(profile, entity) or (agree(profile, entity) and source in entity.sources | entity.replaced)
        ]
        fitting = [entity for entity in fitting if entity.lives] or fitting
        return [entity for entity in fitting if profile.places & entity.places] or fitting

    def _corrected(self, profile: Entity, source: str) -> list[Entity]:
        """The one entity of this name to which the profile's source gave another number or place, and that is free."""
        known = [entity for entity in self._named(profile) if not entity.lives and source in entity.replaced]
        return known if len(known) == 1 else []

    def _new_ones(self, profile: Entity) -> list[Entity]:
        """The entities without an id yet that a profile is of."""
        named = [entity for entity in self._named(profile) if self._same(profile, entity)]
        return [entity for entity in self._numbered(profile) or named if not entity.id]

    def _same(self, one: Entity, other: Entity) -> bool:
        return agree(one, other) and (not self._types_matter or _compatible(one.types, other.types))

    def _named(self, profile: Entity) -> list[Entity]:
        found = (self._by_name.get((profile.kind, name), []) for name in sorted(profile.names))
        return list(dict.fromkeys(entity for entities in found for entity in entities))

    def _join(self, profile: Entity, entity: Entity) -> None:
        if entity.lives:
            self.joins += ((claim, entity) for claim in profile.claims)
        entity.absorb(profile)
        self._index(entity)

    def _index(self, entity: Entity) -> None:
        for name in entity.names:
            same = self._by_name.setdefault((entity.kind, name), [])
            if entity not in same:
                same.append(entity)
        for key in _number_keys(entity):
            self._by_number[key] = entity

    def _refuse(self, profile: Entity, fitting: Iterable[Entity]) -> None:
        listed = Text(*("; ".join(sorted(_pointed_at(entity, lang) for entity in fitting)) for lang in LANGUAGES))
        for claim in profile.claims:
            values = {"name": claim.values["name"], "candidates": listed}
            self.problems.append(Problem(messages.AMBIGUOUS_ROW, claim.place, values))


def _pointed_at(entity: Entity, lang: Lang) -> str:
    """An entity by its id; a new one by its name and row."""
    return entity.id or f"{entity.title} ({min(claim.place for claim in entity.claims).to(lang)})"


def _entity_of(claim: NodeClaim, types: set[str], places: set[str]) -> Entity:
    asked = {claim.id} - {""}
    entity = Entity(claim.kind, asked=asked, types=set(types), places=set(places), claims=[claim])
    entity.describe(claim.values)
    return entity


def _detail(entity: Entity) -> tuple[bool, ...]:
    """How much an entity tells of itself: id before number before place before type."""
    return bool(entity.asked), bool(entity.numbers), bool(entity.places), bool(entity.types)


def _tells(entity: Entity) -> tuple[list[str], ...]:
    return tuple(map(sorted, (entity.names, entity.asked, entity.numbers, entity.places, entity.types)))


def agree(one: Entity, other: Entity) -> bool:
    """Whether neither number nor place speaks against two entities being one; ids that are asked for settle it."""
    if one.asked and other.asked:
        return bool(one.asked & other.asked)
    return _compatible(one.distinct_numbers, other.distinct_numbers) and _compatible(one.places, other.places)


def _compatible(some: set[str], others: set[str]) -> bool:
    return not some or not others or bool(some & others)


def _number_keys(entity: Entity) -> list[tuple[type[Node], str]]:
    return [(entity.kind, number) for number in sorted((entity.numbers | entity.asked | {entity.id}) - {""})]
