"""Finding the node that a list means: by id, official number, name or alias, without regard to case."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph_model import catalogue, messages
from graph_model.actor_types import ActorTypeCode
from graph_model.kind import Node
from graph_model.names import folded, nearest
from graph_model.nodes import ActorType, Organisation
from graph_model.problems import Problem
from graph_model.statements import Reference
from graph_model.text import LANGUAGES, Lang, Text

if TYPE_CHECKING:
    from graph_model.identity import Entity

MOST_PROPOSALS = 100


class References:
    """The nodes that will live once a load is done, by everything that leads to them."""

    def __init__(self, entities: "Iterable[Entity]") -> None:
        """Take up the entities that live."""
        self._found: dict[str, list[Entity]] = {}
        self._near: dict[tuple[str, tuple[type[Node], ...]], list[str]] = {}
        self.add(entities)

    def add(self, entities: "Iterable[Entity]") -> None:
        """Take up more of them."""
        for entity in entities:
            if entity.lives:
                for text in {*entity.said, entity.id}:
                    self._found.setdefault(text, []).append(entity)

    def resolve(self, reference: Reference) -> str | Problem:
        """The id of the node that is meant, or what is wrong: it fits none, or several."""
        kinds = catalogue.playing(reference.role)
        fitting = [entity for entity in self._leading(reference.text) if entity.kind in kinds]
        # The words of the program's own list give way to the names of actors: NAV is an actor before it is a type.
        fitting = [entity for entity in fitting if entity.kind is not ActorType] or fitting
        if len(fitting) == 1:
            return fitting[0].id
        if fitting:
            listed = sorted(f"{entity.title} ({entity.id})" for entity in fitting)
            values: dict[str, object] = {"name": reference.text, "candidates": listed}
            return Problem(messages.AMBIGUOUS_REFERENCE, reference.place, values)
        return self._unknown(reference, kinds)

    def _nearest(self, text: str, kinds: tuple[type[Node], ...]) -> list[str]:
        """The names that are like a text. A list with very many unknown names is another list: the first are enough."""
        if (text, kinds) not in self._near:
            titles = {entity.title for some in self._found.values() for entity in some if entity.kind in kinds}
            enough = len(self._near) >= MOST_PROPOSALS
            self._near[text, kinds] = [] if enough else nearest(text, titles)
        return self._near[text, kinds]

    def _leading(self, text: str) -> "list[Entity]":
        """Those that a text leads to; a number does with or without spaces in it."""
        return self._found.get(folded(text)) or self._found.get(text.replace(" ", "")) or []

    def _unknown(self, reference: Reference, kinds: tuple[type[Node], ...]) -> Problem:
        near = self._nearest(reference.text, kinds)
        values: dict[str, object] = {"name": reference.text, "role": kinds_in_words(kinds)}
        parts = reference.text.split(",")
        if len(parts) > 1 and (not near or any(self._leading(part) for part in parts)):
            return Problem(messages.SEVERAL_IN_ONE, reference.place, values)
        if not near and kinds == (ActorType,):
            allowed = Text(*(", ".join(code.label.to(lang) for code in ActorTypeCode) for lang in LANGUAGES))
            return Problem(messages.UNKNOWN_CHOICE, reference.place, {"value": reference.text, "allowed": allowed})
        if not near:
            message = messages.UNKNOWN_ACTOR if Organisation in kinds else messages.UNKNOWN_REFERENCE
            return Problem(message, reference.place, values)
        offered = Text(*(either(near, lang) for lang in LANGUAGES))
        return Problem(messages.UNKNOWN_REFERENCE_NEAR, reference.place, {**values, "nearest": offered})


@cache
def kinds_in_words(kinds: tuple[type[Node], ...]) -> Text:
    """Kinds as a phrase: 'virksomhet, nettverk eller program'."""
    return Text(*(_joined([kind.label.to(lang) for kind in kinds], lang) for lang in LANGUAGES))


def either(names: Sequence[str], lang: Lang) -> str:
    """Names to choose from, quoted: '«Fosen» eller «Fosna»'."""
    return _joined([f"«{name}»" if lang == "nb" else f"'{name}'" for name in names], lang)


def _joined(items: Sequence[str], lang: Lang) -> str:
    last = {"nb": " eller ", "en": " or "}[lang]
    return last.join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
