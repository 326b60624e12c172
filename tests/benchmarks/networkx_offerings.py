"""The question ``offerings`` as one would write it on NetworkX: the same rows, by walking the graph in memory."""

from collections.abc import Mapping
from typing import Any

from graph_model.facts import Period
from graph_model.text import Lang
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts
from tests.benchmarks.networkx_matters import Matter, matters
from tests.benchmarks.networkx_places import ELSEWHERE, WIDER, Around


def offerings(facts: NetworkxFacts, given: Mapping[str, str], period: Period, _lang: Lang) -> list[dict[str, Any]]:
    """The offerings that exist at a time, narrowed by what is given."""
    moment = Moment(facts, period)
    around = Around(moment, given.get("region"))
    found = [
        offering
        for offering in matters(moment, "Offering").values()
        if _asked_for(moment, given, offering) and around.where(offering.regions) != ELSEWHERE
    ]
    found.sort(key=lambda offering: around.where(offering.regions))
    return [_row(moment, around, offering) for offering in found]


def _asked_for(moment: Moment, given: Mapping[str, str], offering: Matter) -> bool:
    field, group = given.get("field"), given.get("target_group")
    return (
        (field is None or not moment.below("BROADER", field).isdisjoint(offering.fields))
        and (
            group is None
            or not (moment.below("BROADER", group) | moment.above("BROADER", group)).isdisjoint(offering.groups)
        )
        and given.get("level") in (None, offering.values["level"])
        and given.get("status") in (None, offering.state)
    )


def _row(moment: Moment, around: Around, offering: Matter) -> dict[str, Any]:
    values = offering.values
    remarks = {"wider": around.where(offering.regions) == WIDER, "time unknown": offering.state == "ended"}
    return {
        "offering": values["name"],
        "level": values["level"],
        "fields": moment.names(offering.fields),
        "providers": moment.names(offering.actors),
        "regions": moment.names(offering.regions),
        "groups": moment.names(offering.groups),
        "delivery": values["delivery"] or [],
        "credits": values["credits"],
        "participants": values["participants"],
        "status": offering.state,
        "flags": [remark for remark, applies in remarks.items() if applies],
        "since": values["since"],
        "until": values["until"],
    }
