"""Ways to ask every question of a graph: its parameters filled in from what the graph holds, the same each time."""

import itertools
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph_model import catalogue
from graph_model.problems import Refusal
from graph_model.store import Snapshot
from graph_model.values import Choice
from queries.answer import Answer
from queries.asking import ask
from queries.question import Parameter, Question

Given = Mapping[str, Any]
TIMES = ("2023-05-01", "2026-11-24", "all")
ASKED_BY_TEXT = 12
MOST_COMBINATIONS = 1_000


def values(snapshot: Snapshot, parameter: Parameter) -> list[Any]:
    """What a parameter can be in a graph: the ids of nodes, the values of a list, or numbers; of several, up to two."""
    if parameter.many:
        one = values(snapshot, parameter._replace(many=False))
        return [*([value] for value in one), *(list(two) for two in zip(one, reversed(one), strict=True))]
    if parameter.kind is int:
        return [1, 2, 3]
    kinds = catalogue.playing(parameter.kind)
    if issubclass(parameter.kind, Choice):
        return [choice.value for choice in parameter.kind]
    return sorted({named.id for named in snapshot.names() if catalogue.kind_of(named.id) in kinds})


def givens(snapshot: Snapshot, question: Question, seed: int = 0) -> Iterator[Given]:
    """Parameters to ask a question with: what is required alone, and with each other parameter; in a drawn order."""
    drawn = random.Random(f"{seed} {question.id}")
    required = [parameter for parameter in question.parameters if parameter.required]
    others = [parameter for parameter in question.parameters if not parameter.required]
    possible = {parameter.id: values(snapshot, parameter) for parameter in question.parameters}
    if not required:
        yield {}
    for more in itertools.cycle([(), *((other,) for other in others), tuple(others)]):
        asked = [*required, *more]
        if not all(possible[parameter.id] for parameter in required):
            return
        yield {parameter.id: drawn.choice(possible[parameter.id]) for parameter in asked if possible[parameter.id]}


def every_value(snapshot: Snapshot, question: Question) -> Iterator[Given]:
    """Every combination of what is required, then each value of each other parameter, then some of all together.

    Where there are too many combinations, every value of each that is required, with others that are drawn.
    """
    required = {parameter.id: values(snapshot, parameter) for parameter in question.parameters if parameter.required}
    drawn = givens(snapshot, question)
    if math.prod(map(len, required.values())) <= MOST_COMBINATIONS:
        for combination in itertools.product(*required.values()):
            yield dict(zip(required, combination, strict=True))
    else:
        for name, possible in required.items():
            for value in possible:
                yield {**next(drawn), name: value}
    for parameter in question.parameters:
        if not parameter.required:
            for value in values(snapshot, parameter):
                yield {**next(drawn, {}), parameter.id: value}
    yield from itertools.islice(drawn, ASKED_BY_TEXT)


def answers(snapshot: Snapshot, question: Question, first: Sequence[Given]) -> Iterator[tuple[Given, str, Answer]]:
    """The answers with rows, of these parameters first and then of every value of each."""
    asked = itertools.chain(first, every_value(snapshot, question))
    for given, time in zip(asked, itertools.cycle(TIMES), strict=False):
        answer = answered(snapshot, question, given, time)
        if answer and answer.rows:
            yield given, time, answer


def answered(snapshot: Snapshot, question: Question, given: Given, time: str) -> Answer | None:
    """The answer; None where it is refused, as when nothing has the name that is given."""
    try:
        return ask(snapshot, question, given, "en", time=time)
    except Refusal:
        return None
