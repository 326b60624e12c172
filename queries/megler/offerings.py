"""The offerings: with level, field, provider, place and status.

For a time t. An offering exists on the days from its ``since`` to its ``until`` (see ``mobilisers``), one that is
planned also before its ``since``. Its *state* is its status; but what is ``ended`` and has an ``until`` was running on
the days on which it exists, so its state there is running.

One row an offering that exists on a day in t, narrowed by what is given:

- region r: those that are HELD_IN r or a part of it, or else, flagged 'wider', in a region that contains it. One that
  is HELD_IN nowhere is left out; a note says how many these are.
- target_group g: those that are FOR g, a narrower or a broader group.
- level, status: those of that level; of that state.
- field f: those that are IN_FIELD f or a narrower field.

Flagged 'time unknown': what is ``ended`` without an ``until``. ``status`` is the state; ``since`` and ``until`` are as
stated. Order: what is held in r before what is held wider, then by name in Norwegian order, and id. A row's paths are
the offering's own fact, then its relations: who OFFERS it, its fields, groups and regions, and the ways from these to
the region, the group and the field that were asked for.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import partial

from graph_model.brokering import ActivityStatus, Delivery, EducationLevel, Field, Offering
from graph_model.nodes import Region, TargetGroup
from graph_model.text import LANGUAGES, Text, listed
from queries.answer import Column, Found, Row
from queries.around import Around, Where
from queries.context import Context
from queries.edges import Path
from queries.flags import flags_column, notes_on
from queries.matters import CYPHER, Matter, matters, ways_to_region, where
from queries.question import Given, Parameter, Question

STATUSES = {status.value: status.label for status in ActivityStatus}
LEVELS = {level.value: level.label for level in EducationLevel}

COLUMNS = (
    Column("offering", Text("Tilbud", "Offering")),
    Column("level", Text("Nivå", "Level"), codes=LEVELS, brief="below"),
    Column("fields", Text("Fagfelt", "Fields"), brief="no"),
    Column("providers", Text("Tilbyder", "Providers")),
    Column("regions", Text("Sted", "Place")),
    Column("groups", Text("Målgruppe", "Target groups")),
    Column("delivery", Text("Gjennomføring", "Delivery"), codes={d.value: d.label for d in Delivery}, brief="no"),
    Column("credits", Text("Studiepoeng", "Credits"), unit=Text("studiepoeng", "ECTS credits"), brief="no"),
    Column("participants", Text("Deltakere", "Participants"), unit=Text("personer", "persons"), brief="no"),
    Column("status", Text("Status", "Status"), codes=STATUSES),
    flags_column(),
    Column("since", Text("Fra", "Since"), brief="no"),
    Column("until", Text("Til", "Until"), brief="no"),
)


def _answer(context: Context, given: Given) -> Found:
    around = Around(context, given["region"]) if "region" in given else None
    everything = matters(context, Offering)
    found = [offering for offering in everything.values() if _asked_for(context, given, offering)]
    nowhere = [offering for offering in found if around and not offering.regions]
    shown = [offering for offering in found if where(around, offering) is not Where.ELSEWHERE]
    shown.sort(key=lambda offering: (where(around, offering), context.order(offering.id)))
    rows = [
        Row(_values(context, around, offering), partial(_proof, context, given, around, offering)) for offering in shown
    ]
    notes = [*notes_on(rows), *([_NOWHERE.filled(n=len(nowhere))] if nowhere else [])]
    return Found(_summary(context, around, shown, everything), rows, notes)


def _asked_for(context: Context, given: Given, offering: Matter) -> bool:
    """Whether it is what all parameters but the region ask for."""
    fields = context.fields.below(given["field"]) if "field" in given else None
    groups = _related(context, given["target_group"]) if "target_group" in given else None
    return (
        (fields is None or not fields.isdisjoint(offering.fields))
        and (groups is None or not groups.isdisjoint(offering.groups))
        and given.get("level") in (None, offering.values["level"])
        and given.get("status") in (None, offering.state)
    )


def _related(context: Context, group: str) -> frozenset[str]:
    return context.groups.below(group) | context.groups.above(group)


def _values(context: Context, around: Around | None, offering: Matter) -> Mapping[str, object]:
    values = offering.values
    return {
        "offering": context.name(offering.id),
        "level": values["level"],
        "fields": context.names(offering.fields),
        "providers": context.names(offering.actors),
        "regions": context.names(offering.regions),
        "groups": context.names(offering.groups),
        "delivery": values["delivery"] or [],
        "credits": values["credits"],
        "participants": values["participants"],
        "status": offering.state,
        "flags": [
            *(["wider"] if where(around, offering) is Where.WIDER else []),
            *(["time unknown"] if offering.state == ActivityStatus.ENDED else []),
        ],
        "since": values["since"],
        "until": values["until"],
    }


def _proof(context: Context, given: Given, around: Around | None, offering: Matter) -> Iterator[Path]:
    """What the offering rests on, and the ways to the region, the field and the group that were asked for."""
    yield from offering.paths()
    yield from ways_to_region(context, around, offering)
    if "field" in given:
        for field in context.fields.below(given["field"]) & offering.fields.keys():
            yield (offering.fields[field], *context.fields.way(field, given["field"]))
    if "target_group" in given:
        for group in sorted(_related(context, given["target_group"]) & offering.groups.keys()):
            yield (offering.groups[group], *context.groups.between(group, given["target_group"]))


def _summary(context: Context, around: Around | None, shown: list[Matter], everything: Collection[str]) -> Text:
    place = _IN.filled(region=context.name(around.region)) if around else Text("", "")
    if not shown:
        return _NONE.filled(place=place, n=len(everything))
    names = [context.name(offering.id) for offering in shown]
    several = Text(*(listed(names, lang) for lang in LANGUAGES))
    return (_ONE if len(names) == 1 else _SEVERAL).filled(n=len(names), place=place, names=several)


_IN = Text(" i {region}", " in {region}")
_ONE = Text("Ett tilbud{place} passer: {names}.", "One offering{place} fits: {names}.")
_SEVERAL = Text("{n} tilbud{place} passer: {names}.", "{n} offerings{place} fit: {names}.")
_NONE = Text(
    "Ingen tilbud{place} passer. Tilbud i grafen på dette tidspunktet: {n}.",
    "No offering{place} fits. Offerings in the graph at this time: {n}.",
)
_NOWHERE = Text(
    "Tilbud som ellers passer, men som ingen liste sier hvor gis: {n}. De er ikke med.",
    "Offerings that would fit, but of which no list says where they are held: {n}. They are left out.",
)

QUESTION = Question(
    id="offerings",
    title=Text(
        "Hvilke utdanningstilbud finnes, for hvem, hvor og hos hvem?",
        "Which offerings are there, for whom, where and by whom?",
    ),
    phrasings=(
        Text("Hvilke tilbud finnes i {region}?", "Which offerings are there in {region}?"),
        Text("Hvilke kurs finnes for {target_group}?", "Which courses are there for {target_group}?"),
    ),
    parameters=(
        Parameter("region", Region, Text("region", "region"), Text("Der tilbudet gis.", "Where it is held.")),
        Parameter(
            "target_group", TargetGroup, Text("målgruppe", "target group"), Text("Hvem det er for.", "Whom it is for.")
        ),
        Parameter("level", EducationLevel, Text("nivå", "level"), Text("Nivået.", "Its level.")),
        Parameter("field", Field, Text("fagfelt", "field"), Text("Fagfeltet.", "Its field of education.")),
        Parameter("status", ActivityStatus, Text("status", "status"), Text("Statusen.", "Its status.")),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
