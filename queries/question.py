"""What a question declares, and finding all that there are."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any, NamedTuple

import queries
from graph_model.text import LANGUAGES, Text, listed
from graph_model.values import Choice
from queries.answer import Column, Found
from queries.context import Context
from queries.cypher import checked

_ONE_OF = Text("{about} Én av: {allowed}.", "{about} One of: {allowed}.")
_WHOLE = Text("{about} Et helt tall fra 1.", "{about} A whole number from 1.")
_MANY = Text("{about} Kan gjentas.", "{about} May be repeated.")


class Parameter(NamedTuple):
    """A parameter of a question: a node, which is given by a name of it, one of a fixed list of values, or a number.

    Parameters
    ----------
    id: its stable name, as 'target_group'.
    kind: the kind that the node must have, or the role that it must play; or the list of values; or int, for a whole
        number from 1.
    label: its name for a reader.
    about: what it is.
    required: the question cannot be asked without it; else it narrows the answer.
    goal: the ways of the answer lead to it, and not from it.
    many: it takes several values.
    """

    id: str
    kind: type
    label: Text
    about: Text
    required: bool = False
    goal: bool = False
    many: bool = False

    @property
    def option(self) -> str:
        """The option that gives it on the command line."""
        return option_of(self.id)

    @property
    def allowed(self) -> Text | None:
        """The values of the list that it is one of; None where it is a node."""
        if not issubclass(self.kind, Choice):
            return None
        return Text(*(", ".join(choice.label.to(lang) for choice in self.kind) for lang in LANGUAGES))

    @property
    def described(self) -> Text:
        """What it is, the values that it can have, and whether it can have several."""
        about = _ONE_OF.filled(about=self.about, allowed=self.allowed) if self.allowed else self.about
        about = _WHOLE.filled(about=about) if self.kind is int else about
        return _MANY.filled(about=about) if self.many else about

    def worded(self, value: Any) -> object:
        """A value as it stands in a sentence: what is several as 'A, B og C'."""
        if self.allowed:
            return self.kind(value).label
        return Text(*(listed(value, lang) for lang in LANGUAGES)) if self.many else value


def option_of(parameter: str) -> str:
    """The option of the command line that gives a parameter: target_group is --target-group."""
    return f"--{parameter.replace('_', '-')}"


Given = Mapping[str, Any]
"""The parameters that are given, as ids of nodes, values of a list, or whole numbers; of several values a list."""


@dataclass(frozen=True)
class Question:
    """A question: what it asks, what it takes, and how it is answered.

    Parameters
    ----------
    id: its stable name, which its module has too, with _ for -.
    title: the question as one would ask it.
    phrasings: other ways to ask it, with {parameters} in their places.
    parameters: what it takes.
    columns: what its rows hold.
    cypher: its Cypher texts, by what they find; each is held against the catalogue when the question is declared.
    answer: from the parameters to what is found.
    all_time: without a time it is asked for all time, when these parameters are given; else for today.

    Raises
    ------
    BadCypher: a text speaks of what the catalogue does not have.
    """

    id: str
    title: Text
    phrasings: Sequence[Text]
    parameters: Sequence[Parameter]
    columns: Sequence[Column]
    cypher: Mapping[str, str]
    answer: Callable[[Context, Given], Found]
    all_time: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        checked(self.cypher)

    def worded(self, given: Mapping[str, Any]) -> Text:
        """The question in the first phrasing that has places for just what is given, as names; else its title."""
        for phrasing in self.phrasings:
            if {place for _, place, *_ in Formatter().parse(phrasing.nb) if place} == given.keys():
                taken = [parameter for parameter in self.parameters if parameter.id in given]
                return phrasing.filled(**{parameter.id: parameter.worded(given[parameter.id]) for parameter in taken})
        return self.title


@cache
def all_questions() -> dict[str, Question]:
    """Every question by its id: the modules of this package that declare a QUESTION."""
    return {question.id: question for question in map(_declared_in, _modules()) if question}


def question_of(id_: str) -> Question | None:
    """The question of an id, of which a module has the name, so that no other need be imported; None: there is none."""
    named = (module for module in _modules() if module.endswith(f".{id_.replace('-', '_')}"))
    return next((question for question in map(_declared_in, named) if question and question.id == id_), None)


def _modules() -> Iterator[str]:
    """The names of the modules of this package."""
    return (module.name for module in pkgutil.walk_packages(queries.__path__, f"{queries.__name__}."))


def _declared_in(module: str) -> Question | None:
    question: Question | None = getattr(importlib.import_module(module), "QUESTION", None)
    return question
