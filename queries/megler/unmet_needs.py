"""The needs that no running or planned offering meets: what was tried, and who meets the like elsewhere.

For a time t. Offerings, needs and collaborations exist on the days from their ``since`` to their ``until``, relations
likewise, but only while both their ends do (see ``mobilisers``); what is planned exists also before its ``since``. All
count when one of these days is in t.

The *places* of a need are the regions that it is HELD_IN; else the scopes (see ``mobilisers``) of those who NEED it,
all of them together. An offering *meets* a need when a MEETS says so; or, computed, when all four of these hold:

- field: the need has none, or the offering is IN_FIELD one of the need's fields or a narrower field;
- level: the need has none, or the offering's is the same;
- group: the need is FOR none, or the offering is FOR one of the need's groups, a narrower or a broader group of it;
- place: the need has none, or the offering is HELD_IN one of them, a part of it, or a region that contains it.

An offering that leaves open what the need asks for does not fit. An offering is *live* when its status is running or
planned, when it has none, and when it is ``ended`` and has an ``until`` (it was running on the days on which it
exists).

One row a need that exists on a day in t and that no live offering that exists on a day in t meets, narrowed by:

- region r: those of which a place is r or a part of it, or else, flagged 'wider', a region that contains r. A need
  without a place is left out; a note says how many of these no live offering meets.
- field f: those that are IN_FIELD f or a narrower field.

Notes say which needs are as asked for but left out because they are met, and by which live offerings: where no MEETS
of these says so, and where all of these are planned. Flagged 'said met': the need's own status is 'met'. ``whose`` is
who NEEDS it; ``regions`` its places.

``tried`` is judged by what holds on a day in t or before: in this, needs, offerings, relations and hierarchies are
those that exist or hold on any day up to the last of t. It names the offerings that meet the need and are attempted;
or have ended, that is: are ``ended`` without an ``until``, or have their last day before t and are not planned. And it
names the collaborations that are attempted and RESULTED_IN the need; or that are attempted, IN_FIELD one of the
need's fields or a narrower field (so none where the need has no field), and fit its place as an offering does.

``elsewhere`` names the live offerings that exist on a day in t and fit the need's field, level and group; each with
those who OFFER it and the regions that it is HELD_IN, as 'Offering (provider, provider; region)', or 'tilbyder ukjent'
('provider unknown') and 'sted ukjent' ('place unknown') where nothing says.

Order: what has a place in r before the wider, then by name in Norwegian order, and id; so are the names in a cell,
offerings before collaborations. A row's paths are the need's own fact; its relations; the ways to its places; on from
these to the region, and from its fields to the field, that were asked for; and then, for what was tried and what there
is elsewhere, its own fact, its relations, and the ways from it to the need: the MEETS or RESULTED_IN, and over each
field, group and region that they have in common. They are the facts that were searched, as far as they are near.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from graph_model.brokering import ActivityStatus, EducationLevel, Field, NeedStatus
from graph_model.nodes import Region
from graph_model.text import LANGUAGES, Text, listed
from queries.answer import Column, Found, Row
from queries.around import Around, Where
from queries.context import Context
from queries.edges import Path
from queries.flags import flags_column, notes_on
from queries.matters import Matter
from queries.megler import tried
from queries.megler.fit import Fit
from queries.megler.tried import Tried
from queries.question import Given, Parameter, Question

COLUMNS = (
    Column("need", Text("Behov", "Need")),
    Column("whose", Text("Hvem", "Whose"), brief="below"),
    Column("regions", Text("Sted", "Place")),
    Column("fields", Text("Fagfelt", "Fields"), brief="no"),
    Column("level", Text("Nivå", "Level"), codes={level.value: level.label for level in EducationLevel}, brief="no"),
    Column("groups", Text("Målgruppe", "Target groups"), brief="no"),
    Column("status", Text("Status", "Status"), codes={status.value: status.label for status in NeedStatus}, brief="no"),
    flags_column(),
    Column("tried", Text("Forsøkt", "Tried")),
    Column("elsewhere", Text("Andre steder", "Elsewhere")),
)


class _Search:
    """What is asked for, and what is searched."""

    def __init__(self, context: Context, given: Given) -> None:
        """Read needs, offerings, and what was tried."""
        self.context = context
        self.around = Around(context, given["region"]) if "region" in given else None
        self.field = given.get("field")
        self.fit = Fit(context)
        self.tried = Tried(context, self.fit)
        fields = context.fields.below(self.field) if self.field else None
        needs = self.fit.needs.values()
        self.in_field = [need for need in needs if fields is None or not fields.isdisjoint(need.fields)]
        self.met_by = {need.id: list(self.fit.live(self.fit.meeting(need))) for need in needs}
        self.unmet = [need for need in self.in_field if not self.met_by[need.id]]

    def where(self, need: Matter) -> Where:
        """Where the places of a need are, seen from the region that is asked for; here, where none is."""
        return self.around.where(self.fit.places(need)) if self.around else Where.HERE

    def met_here(self) -> list[Matter]:
        """The needs that are as asked for, but are met."""
        here = (need for need in self.in_field if self.where(need) is not Where.ELSEWHERE)
        return [need for need in here if self.met_by[need.id]]

    def elsewhere(self, need: Matter) -> list[Matter]:
        """The offerings that would meet a need if they were held there."""
        return list(self.fit.live(self.fit.but_for_place(need)))

    def ways(self, need: Matter) -> Iterator[Path]:
        """The ways from a need to its places, and to the region and the field that are asked for."""
        around, regions = self.around, self.context.regions
        for place, way in self.fit.places(need).items():
            yield way
            if around and around.where([place]) is not Where.ELSEWHERE:
                yield (*way, *regions.between(place, around.region))
        if self.field:
            for field in sorted(self.context.fields.below(self.field) & need.fields.keys()):
                yield (need.fields[field], *self.context.fields.way(field, self.field))


def _answer(context: Context, given: Given) -> Found:
    search = _Search(context, given)
    shown = [need for need in search.unmet if search.where(need) is not Where.ELSEWHERE]
    shown.sort(key=lambda need: (search.where(need), context.order(need.id)))
    rows = [_row(search, need) for need in shown]
    return Found(_summary(search, shown), rows, [*notes_on(rows), *_notes(search)])


def _row(search: _Search, need: Matter) -> Row:
    before, elsewhere = search.tried.of(need.id), search.elsewhere(need)
    return Row(_values(search, need, before, elsewhere), partial(_proof, search, need, before, elsewhere))


def _proof(search: _Search, need: Matter, before: list[Matter], elsewhere: list[Matter]) -> Iterator[Path]:
    yield from need.paths()
    yield from search.ways(need)
    for other in before:
        yield from (*other.paths(), *search.tried.ties(need.id, other))
    for other in elsewhere:
        yield from (*other.paths(), *search.fit.ties(need, other))


def _values(search: _Search, need: Matter, before: list[Matter], elsewhere: list[Matter]) -> Mapping[str, object]:
    context = search.context
    status = need.values["status"]
    return {
        "need": context.name(need.id),
        "whose": context.names(need.actors),
        "regions": context.names(search.fit.places(need)),
        "fields": context.names(need.fields),
        "level": need.values["level"],
        "groups": context.names(need.groups),
        "status": status,
        "flags": [
            *(["wider"] if search.where(need) is Where.WIDER else []),
            *(["said met"] if status == NeedStatus.MET else []),
        ],
        "tried": [context.name(other.id) for other in before],
        "elsewhere": [_with_place(context, offering) for offering in elsewhere],
    }


def _with_place(context: Context, offering: Matter) -> str:
    providers = ", ".join(context.names(offering.actors)) or _NO_PROVIDER.to(context.lang)
    regions = ", ".join(context.names(offering.regions)) or _NO_PLACE.to(context.lang)
    return f"{context.name(offering.id)} ({providers}; {regions})"


def _summary(search: _Search, shown: list[Matter]) -> Text:
    name = search.context.name
    place = _IN.filled(region=name(search.around.region)) if search.around else Text("", "")
    within = _WITHIN.filled(field=name(search.field)) if search.field else Text("", "")
    asked = {"place": place, "within": within}
    if shown:
        return (_ONE if len(shown) == 1 else _SEVERAL).filled(n=len(shown), names=_listed(search, shown), **asked)
    met = search.met_here()
    other = [need for need in search.fit.needs.values() if not search.met_by[need.id]]
    nearest = _OTHERS.filled(names=_listed(search, other)) if other else _NO_OTHERS
    return (_ALL_MET if met else _NONE).filled(n=len(met), nearest=nearest, **asked)


def _listed(search: _Search, needs: list[Matter]) -> Text:
    names = [search.context.name(need.id) for need in needs]
    return Text(*(listed(names, lang) for lang in LANGUAGES))


def _with_offerings(search: _Search, needs: list[Matter]) -> Text:
    """Needs by name, each with the offerings that meet it."""
    name = search.context.name
    said = [
        f"{name(need.id)} ({', '.join(name(offering.id) for offering in search.met_by[need.id])})" for need in needs
    ]
    return Text(*(listed(said, lang) for lang in LANGUAGES))


def _notes(search: _Search) -> Iterator[Text]:
    """How many offerings were searched, and which needs are left out."""
    yield _SEARCHED.filled(n=len(list(search.fit.live(search.fit.offerings.values()))))
    met = search.met_here()
    if computed := [need for need in met if not search.fit.stated(need.id, search.met_by[need.id])]:
        yield _COMPUTED.filled(n=len(computed), names=_with_offerings(search, computed))
    if planned := [need for need in met if all(one.state == ActivityStatus.PLANNED for one in search.met_by[need.id])]:
        yield _PLANNED.filled(n=len(planned), names=_with_offerings(search, planned))
    if nowhere := [need for need in search.unmet if search.around and not search.fit.places(need)]:
        yield _NOWHERE.filled(n=len(nowhere))


_NO_PROVIDER = Text("tilbyder ukjent", "provider unknown")
_NO_PLACE = Text("sted ukjent", "place unknown")
_IN = Text(" i {region}", " in {region}")
_WITHIN = Text(" innen {field}", " within {field}")
_ONE = Text(
    "Ett behov{place}{within} dekkes ikke av noe tilbud: {names}.",
    "One need{place}{within} is met by no offering: {names}.",
)
_SEVERAL = Text(
    "{n} behov{place}{within} dekkes ikke av noe tilbud: {names}.",
    "{n} needs{place}{within} are met by no offering: {names}.",
)
_ALL_MET = Text(
    "Ingen behov{place}{within} er udekket; kjente behov som dekkes: {n}. {nearest}",
    "No need{place}{within} is unmet; known needs that are met: {n}. {nearest}",
)
_NONE = Text(
    "Ingen liste sier at noen har behov{place}{within}. {nearest}",
    "No list says that anybody has a need{place}{within}. {nearest}",
)
_OTHERS = Text("Udekket ellers: {names}.", "Unmet otherwise: {names}.")
_NO_OTHERS = Text("Heller ikke ellers er noe kjent behov udekket.", "Nor is any other known need unmet.")
_SEARCHED = Text(
    "Gjennomgåtte tilbud som pågår, er planlagt eller er uten status: {n}. Hva som dekker et behov, er oppgitt eller"
    " beregnet av fagfelt, nivå, målgruppe og sted.",
    "Offerings that run, are planned or have no status, and were searched: {n}. What meets a need is stated, or"
    " computed from field, level, target group and place.",
)
_COMPUTED = Text(
    "Behov som er beregnet som dekket, uten at noen liste sier det: {n}. De er ikke med: {names}.",
    "Needs that are computed to be met, while no list says so: {n}. They are left out: {names}.",
)
_PLANNED = Text(
    "Behov som bare dekkes av planlagte tilbud: {n}. De er ikke med: {names}.",
    "Needs that only planned offerings meet: {n}. They are left out: {names}.",
)
_NOWHERE = Text(
    "Udekkede behov som ingen liste sier hvor gjelder: {n}. De er ikke med.",
    "Unmet needs of which no list says where they are: {n}. They are left out.",
)

QUESTION = Question(
    id="unmet-needs",
    title=Text(
        "Hvilke behov dekkes ikke av noe tilbud, hva er forsøkt, og hvem dekker lignende andre steder?",
        "Which needs does no offering meet, what was tried, and who meets the like elsewhere?",
    ),
    phrasings=(
        Text("Hvilke udekkede behov finnes i {region}?", "Which unmet needs are there in {region}?"),
        Text("Hvilken utdanning mangler i {region}?", "Which education is missing in {region}?"),
        Text("Hvilke kompetansebehov innen {field} er ikke dekket?", "Which needs in {field} are not met?"),
    ),
    parameters=(
        Parameter("region", Region, Text("region", "region"), Text("Der behovet er.", "Where the need is.")),
        Parameter(
            "field", Field, Text("fagfelt", "field"), Text("Fagfeltet det er behov for.", "The field that is needed.")
        ),
    ),
    columns=COLUMNS,
    cypher=tried.CYPHER,
    answer=_answer,
)
