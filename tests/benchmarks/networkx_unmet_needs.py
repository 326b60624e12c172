"""The question ``unmet-needs`` as one would write it on NetworkX: the same rows, by walking the graph in memory."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph_model.facts import ALWAYS, Period
from graph_model.text import Lang
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts
from tests.benchmarks.networkx_matters import Fit, Matter, matters
from tests.benchmarks.networkx_places import ELSEWHERE, WIDER, Around

_UNKNOWN = {"nb": ("tilbyder ukjent", "sted ukjent"), "en": ("provider unknown", "place unknown")}


def unmet_needs(facts: NetworkxFacts, given: Mapping[str, str], period: Period, lang: Lang) -> list[dict[str, Any]]:
    """The needs that no live offering meets at a time, narrowed by what is given."""
    moment = Moment(facts, period)
    around = Around(moment, given.get("region"))
    fit, tried = Fit(moment), _Tried(facts, period)
    fields = moment.below("BROADER", given["field"]) if "field" in given else None
    unmet = [
        need
        for need in fit.needs.values()
        if (fields is None or not fields.isdisjoint(need.fields))
        and around.where(fit.places(need)) != ELSEWHERE
        and not any(map(_is_live, fit.meeting(need)))
    ]
    unmet.sort(key=lambda need: around.where(fit.places(need)))
    return [_row(fit, around, need, list(tried.of(need.id, fit)), lang) for need in unmet]


def _is_live(offering: Matter) -> bool:
    return offering.state in ("running", "planned", None)


class _Tried:
    """What there was until the end of a time."""

    def __init__(self, facts: NetworkxFacts, period: Period) -> None:
        self._fit = Fit(Moment(facts, Period(ALWAYS.begins, period.ends)))
        collaborations = matters(self._fit.moment, "Collaboration").values()
        self._attempts = [one for one in collaborations if one.state == "attempted"]

    def of(self, id_: str, now: Fit) -> Iterator[str]:
        """The names of what was tried for a need: offerings, then collaborations."""
        need = self._fit.needs[id_]
        for offering in self._fit.meeting(need):
            status, still = offering.values["status"], now.offerings.get(offering.id)
            over = still.state == "ended" if still else status != "planned"
            if status == "attempted" or over:
                yield offering.values["name"]
        came_of, fields = self._fit.moment.starts("RESULTED_IN", id_), self._fit.fields(need)
        for attempt in self._attempts:
            near = not fields.isdisjoint(attempt.fields) and self._fit.near(need, attempt)
            if near or attempt.id in came_of:
                yield attempt.values["name"]


def _row(fit: Fit, around: Around, need: Matter, tried: list[str], lang: Lang) -> dict[str, Any]:
    names, values, places = fit.moment.names, need.values, fit.places(need)
    meeting = {offering.id for offering in fit.meeting(need)}
    no_provider, no_place = _UNKNOWN[lang]
    elsewhere = [
        f"{one.values['name']} "
        f"({', '.join(names(one.actors)) or no_provider}; {', '.join(names(one.regions)) or no_place})"
        for one in fit.offerings.values()
        if _is_live(one) and fit.suits(need, one) and one.id not in meeting
    ]
    remarks = {"wider": around.where(places) == WIDER, "said met": values["status"] == "met"}
    return {
        "need": values["name"],
        "whose": names(need.actors),
        "regions": names(places),
        "fields": names(need.fields),
        "level": values["level"],
        "groups": names(need.groups),
        "status": values["status"],
        "flags": [remark for remark, applies in remarks.items() if applies],
        "tried": tried,
        "elsewhere": elsewhere,
    }
