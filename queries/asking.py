"""Asking a question: finds what the parameters name, has it answered, and puts the answer into its form."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph_model import catalogue, messages
from graph_model.names import folded, nearest
from graph_model.problems import refuse
from graph_model.references import either, kinds_in_words
from graph_model.store import Snapshot
from graph_model.text import LANGUAGES, Lang, Text
from graph_model.values import Choice, today
from queries.answer import Answer, assembled
from queries.context import Context, as_of
from queries.memory import begin, names_of
from queries.question import Parameter, Question

_WHOLE = re.compile("0*[1-9][0-9]{0,8}")


def ask(
    snapshot: Snapshot,
    question: Question,
    given: Mapping[str, Any],
    lang: Lang,
    *,
    time: str | None = None,
    proven: int | None = None,
) -> Answer:
    """Answer a question from a snapshot.

    Parameters
    ----------
    snapshot: the graph.
    question: what is asked.
    given: the parameters by their ids, as names, aliases, numbers or ids of nodes, or as values; of several a list.
    lang: the language of labels and sentences.
    time: a date, a month, a year or 'all'; today where it is left out.
    proven: how many rows, from the first, get their proof; all where it is left out.

    Raises
    ------
    Refusal: a parameter is missing, names nothing or several, or is none of its values; the time is no time.
    """
    values: dict[str, Any] = {}
    for parameter in question.parameters:
        if parameter.id in given:
            values[parameter.id] = _values(snapshot, given[parameter.id], parameter)
        elif parameter.required:
            raise refuse(messages.MISSING_PARAMETER, option=parameter.option, question=question.id)
    if time is None:
        always = question.all_time and question.all_time.items() <= values.items()
        time = "all" if always else today().isoformat()
    moment = as_of(time)
    begin(snapshot)
    found = question.answer(Context(snapshot, moment, lang), values)
    if proven is not None:
        found = found.proven(proven)
    answer = assembled(snapshot, lang, question.id, values, moment.text, question.columns, found)
    goals = [values[parameter.id] for parameter in question.parameters if parameter.goal and parameter.id in values]
    return replace(answer, goals=goals)


def _values(snapshot: Snapshot, said: Any, parameter: Parameter) -> Any:
    if not parameter.many:
        return _value(snapshot, said, parameter)
    return list(
        dict.fromkeys(_value(snapshot, text, parameter) for text in ([said] if isinstance(said, str) else said))
    )


def _value(snapshot: Snapshot, text: Any, parameter: Parameter) -> str | int:
    if parameter.kind is int:
        if not _WHOLE.fullmatch(str(text).strip()):
            raise refuse(messages.NOT_A_WHOLE_NUMBER, option=parameter.option, value=text)
        return int(text)
    if not issubclass(parameter.kind, Choice):
        return find(snapshot, text, parameter.kind)
    for choice in parameter.kind:
        if folded(text) in map(folded, choice.words):
            return str(choice.value)
    raise refuse(messages.NOT_A_CHOICE_HERE, option=parameter.option, value=text, allowed=parameter.allowed)


def find(snapshot: Snapshot, text: str, kind: type) -> str:
    """The id of the node that a text leads to, among those of a kind or a role.

    Raises
    ------
    Refusal: it leads to none, which names the nearest, or to several, which lists them.
    """
    kinds = catalogue.playing(kind)
    fitting = [node for node in snapshot.named(folded(text)) if catalogue.kind_of(node) in kinds]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = names_of(snapshot, fitting)
        listed = [f"{names[node]} ({node})" for node in fitting]
        raise refuse(messages.AMBIGUOUS_NAME, name=text, candidates=listed)
    known = {
        named.text: named.id
        for named in snapshot.names()
        if catalogue.kind_of(named.id) in kinds and named.text != named.id
    }
    # One name a node: a node is often near by several of its names.
    near = list({known[name]: name for name in reversed(nearest(text, known, most=9))}.values())[::-1][:3]
    if not known:
        sheet = kinds[0].sheet.label
        raise refuse(messages.NONE_OF_THE_KIND, name=text, role=kinds_in_words(kinds), sheet=sheet)
    if not near:
        raise refuse(messages.UNKNOWN_NAME, name=text, role=kinds_in_words(kinds))
    offered = Text(*(either(near, lang) for lang in LANGUAGES))
    raise refuse(messages.UNKNOWN_NAME_NEAR, name=text, role=kinds_in_words(kinds), nearest=offered)
