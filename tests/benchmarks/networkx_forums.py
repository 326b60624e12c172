"""The question ``forums`` as one would write it on NetworkX: the same rows, by walking the graph in memory."""

from collections.abc import Mapping
from typing import Any

from graph_model.actor_types import ActorTypeCode
from graph_model.facts import ALWAYS, Period
from graph_model.text import Lang
from graph_model.values import first_day, last_day
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts
from tests.benchmarks.networkx_places import ELSEWHERE, WIDER, Around, Scopes

CODES = {code.label.nb: code.value for code in ActorTypeCode}


def forums(facts: NetworkxFacts, given: Mapping[str, str], period: Period, _lang: Lang) -> list[dict[str, Any]]:
    """The forums that exist at a time, of a region where one is given."""
    moment, always = Moment(facts, period), Moment(facts, ALWAYS)
    around, scopes = Around(moment, given.get("region")), Scopes(moment)
    found = [
        (around.where(scopes.of(forum)), forum)
        for forum in moment.existing("Network")
        if moment.nodes[forum]["type"] == "forum"
    ]
    found.sort(key=lambda one: one[0])
    return [
        _row(moment, forum, _meetings(always, forum), scopes.of(forum), wider=where == WIDER)
        for where, forum in found
        if where != ELSEWHERE
    ]


def _meetings(always: Moment, forum: str) -> list[str]:
    """The dates of its meetings, the first first."""
    dates = [always.nodes[meeting]["values"]["date"] for meeting in sorted(always.starts("MEETING_OF", forum))]
    return sorted(filter(None, dates), key=lambda date: (first_day(date), last_day(date)))


def _row(moment: Moment, forum: str, dates: list[str], scope: frozenset[str], *, wider: bool) -> dict[str, Any]:
    values = moment.nodes[forum]["values"]
    begun = [date for date in dates if first_day(date) <= moment.period.ends]
    since = dates[0] if dates else values["established"]
    a_year = values["meetings_a_year"]
    return {
        "forum": values["name"],
        "flags": [*(["wider"] if wider else []), *(["time unknown"] if since is None else [])],
        "since": since,
        "decided": values["decided"],
        "meetings_a_year": int(a_year) if a_year is not None and a_year == int(a_year) else a_year,
        "meetings": len(begun),
        "last_meeting": begun[-1] if begun else None,
        "run_by": moment.names(moment.starts("RUNS", forum)),
        "members": moment.names(moment.starts("MEMBER_OF", forum)),
        "types": [CODES[name] for name in moment.names(moment.ends("GATHERS", forum))],
        "regions": moment.names(scope),
    }
