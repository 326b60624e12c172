"""Spelling variants: nodes that a load makes and that are nearly called as others are; proposed, never joined."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from graph_model.identity import Entity, agree
from graph_model.kind import Node
from graph_model.names import folded, slug
from graph_model.problems import Place

NEARLY_EQUAL = 92
"""How alike two names must be, of 100: 'helseleder' and 'helseledere' are."""
_SAME_BEGINNING = 4
_LARGEST_GROUP = 300
_LEGAL_FORMS = {"as", "asa", "sa", "ba", "da", "kf", "iks", "hf", "ikpr", "foretak"}


class Likeness(NamedTuple):
    """A node that a load makes, where it is claimed, and the node whose name it nearly has."""

    title: str
    place: Place
    other: str
    other_id: str


def likenesses(entities: Iterable[Entity], known: Iterable[str]) -> Iterator[Likeness]:
    """The nodes, not known before, whose names nearly are those of other living nodes of their kind.

    Names are compared where they begin alike and have the same digits ('Avdeling 1' is no variant of 'Avdeling 2'),
    or where one is an alias of the other. Nodes with different numbers are two on purpose; so are those in different
    places, unless another list has the very same name.
    """
    known = set(known)
    groups: dict[tuple[type[Node], str], list[Entity]] = {}
    for entity in (entity for entity in entities if entity.lives):
        for key in _keys(entity):
            groups.setdefault((entity.kind, key), []).append(entity)
    seen: set[frozenset[str]] = set()
    for group in (group for group in groups.values() if 1 < len(group) <= _LARGEST_GROUP):
        spelled = ["".join(_words(entity.title)) for entity in group]
        for new in (entity for entity in group if entity.claims and entity.id not in known):
            for other in _near(new, group, spelled):
                pair = frozenset((new.id, other.id))
                if len(pair) == 2 and pair not in seen and (_alike(new, other) or _elsewhere(new, other)):
                    seen.add(pair)
                    yield Likeness(new.title, new.claims[0].place, other.title, other.id)


def _near(new: Entity, group: Sequence[Entity], spelled: Sequence[str]) -> Iterator[Entity]:
    """Those of a group that can be like a node: rated all at once, which is far cheaper than one by one."""
    rated = process.extract_iter("".join(_words(new.title)), spelled, scorer=fuzz.ratio, score_cutoff=NEARLY_EQUAL)
    near = {at for _, _, at in rated}
    title = folded(new.title)
    for at, other in enumerate(group):
        if at in near or title in other.aliases or (new.aliases and folded(other.title) in new.aliases):
            yield other


def _keys(entity: Entity) -> set[str]:
    """What a node is grouped by: how its name begins and its digits, and the whole of its name and aliases."""
    name = "".join(_words(entity.title))
    digits = "".join(char for char in name if char.isdigit())
    return {f"{name[:_SAME_BEGINNING]} {digits}", *map(slug, entity.aliases), slug(entity.title)}


def _words(name: str) -> list[str]:
    """The words of a name, without its legal form: 'Havbruk AS' may be called 'Havbruk'."""
    words = slug(name).split("-")
    return [word for word in words if word not in _LEGAL_FORMS] or words


def _elsewhere(new: Entity, other: Entity) -> bool:
    """Whether another list has the very name in another place: two on purpose, or one with a wrong place."""
    files = {claim.place.file for claim in new.claims}
    apart = not files & {claim.place.file for claim in other.claims}
    return apart and folded(new.title) == folded(other.title) and not (new.numbers and other.numbers)


def _alike(one: Entity, other: Entity) -> bool:
    if not agree(one, other):
        return False
    if folded(one.title) in other.aliases or folded(other.title) in one.aliases:
        return True
    words, others = _words(one.title), _words(other.title)
    joined, other_joined = "".join(words), "".join(others)
    begin_alike = joined[:_SAME_BEGINNING] == other_joined[:_SAME_BEGINNING]
    nearly = len(words) == len(others) and fuzz.ratio(joined, other_joined) >= NEARLY_EQUAL
    return begin_alike and (joined == other_joined or nearly)
