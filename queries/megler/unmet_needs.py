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
planned, when it has none, and when it is ``ended`` and has an ``until`` (on the days on which it exists it was running).

One row a need that exists on a day in t and that no live offering that exists on a day in t meets, narrowed by:

- region r: those of which a place is r or a part of it, or else, flagged 'wider', a region that contains r. A need
  without a place is left out; a note says how many of these no live offering meets.
- field f: those that are IN_FIELD f or a narrower field.

Flagged 'said met': the need's own status is 'met'. ``whose`` is who NEEDS it; ``regions`` its places.

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
from dataclasses import dataclass

from graph_model.brokering import ActivityStatus, Collaboration, EducationLevel, Field, NeedStatus
from graph_model.facts import ALWAYS, Period
from graph_model.nodes import Region
from graph_model.text import LANGUAGES, Text, listed
from queries.answer import Column, Found, Row
from queries.around import Around, Where
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path
from queries.flags import flags_column, notes_on
from queries.hops import Hop
from queries.matters import Matter, matters
from queries.megler import fit
from queries.megler.fit import LIVE, Fit
from queries.question import Given, Parameter, Question

_CAME_OF = Hop("RESULTED_IN", "Collaboration", "Need", "end")

COLUMNS = (
    Column("need", Text("Behov", "Need")),
    Column("whose", Text("Hvem", "Whose"), brief="below"),
    Column("regions", Text("Sted", "Place")),
    Column("fields", Text("Fagfelt", "Fields"), brief="no"),
    Column("level", Text("Nivå", "Level"), codes={level.value: level.label for level in EducationLevel}, brief="no"),
    Column("groups", Text("Målgruppe", "Target groups"), brief="no"),
    Column("status", Text("Status", "Status"), codes={one.value: one.label for one in NeedStatus}, brief="no"),
    flags_column(),
    Column("tried", Text("Forsøkt", "Tried")),
    Column("elsewhere", Text("Finnes andre steder", "Elsewhere")),
)


@dataclass(frozen=True, slots=True)
class _Unmet:
    """A need that nothing meets, where it is, and what was tried and is offered elsewhere."""

    need: Matter
    where: Where
    tried: list[Matter]
    elsewhere: list[Matter]


class _Search:
    """What is asked for, and the facts that are searched: of the time itself, and of all until then."""

    def __init__(self, context: Context, given: Given) -> None:
        """Read what there is to search."""
        self.context = context
        self.field = given.get("field")
        self.around = Around(context, given["region"]) if "region" in given else None
        self.now = Fit(context)
        before = context.at(Period(ALWAYS.begins, context.as_of.period.ends))
        self.before = Fit(before)
        self._fields = before.fields
        self._attempts = [
            one for one in matters(before, Collaboration).values() if one.state == ActivityStatus.ATTEMPTED
        ]
        self._came_of: Mapping[str, Mapping[str, Edge]] = before.linked(_CAME_OF, self.before.needs.keys())

    def asked_for(self) -> list[Matter]:
        """The needs of the field that is asked for, wherever they are."""
        fields = self.context.fields.below(self.field) if self.field else None
        return [need for need in self.now.needs.values() if fields is None or not fields.isdisjoint(need.fields)]

    def met(self, need: Matter) -> bool:
        """Whether an offering that is running or planned meets a need."""
        return any(offering.state in LIVE for offering in self.now.meeting(need))

    def where(self, need: Matter) -> Where:
        """Where the places of a need are, seen from the region that is asked for."""
        return self.around.where(self.now.places(need)) if self.around else Where.HERE

    def unmet(self, need: Matter) -> _Unmet:
        """What is known of a need that nothing meets."""
        offerings = [one for one in self.before.meeting(self.before.needs[need.id]) if self._was_tried(one)]
        elsewhere = [one for one in self.now.elsewhere(need) if one.state in LIVE]
        return _Unmet(need, self.where(need), [*offerings, *self._attempts_at(need.id)], elsewhere)

    def _was_tried(self, offering: Matter) -> bool:
        """Whether an offering of some time until now was attempted, or has ended."""
        if offering.values["status"] == ActivityStatus.ATTEMPTED:
            return True
        now = self.now.offerings.get(offering.id)
        return now.state == ActivityStatus.ENDED if now else offering.values["status"] != ActivityStatus.PLANNED

    def _attempts_at(self, need_id: str) -> Iterator[Matter]:
        """The attempted collaborations that a need came of, or that are in its field and its place."""
        need = self.before.needs[need_id]
        fields = self._fields.below_all(need.fields)
        for attempt in self._attempts:
            in_field = not fields.isdisjoint(attempt.fields)
            if attempt.id in self._came_of.get(need_id, {}) or (in_field and self.before.near(need, attempt)):
                yield attempt

    def proof(self, row: _Unmet) -> Iterator[Path]:
        """The paths of a row."""
        need, places = row.need, self.now.places(row.need)
        yield from (*need.paths(), *places.values())
        for place in places if self.around else ():
            if self.around.where([place]) is not Where.ELSEWHERE:
                yield (*places[place], *self.context.regions.between(place, self.around.region))
        if self.field:
            for field in sorted(self.context.fields.below(self.field) & need.fields.keys()):
                yield (need.fields[field], *self.context.fields.way(field, self.field))
        for other in row.tried:
            yield from other.paths()
            if came_of := self._came_of.get(need.id, {}).get(other.id):
                yield (came_of,)
            yield from self.before.ties(self.before.needs[need.id], other)
        for other in row.elsewhere:
            yield from (*other.paths(), *self.now.ties(need, other))


def _answer(context: Context, given: Given) -> Found:
    search = _Search(context, given)
    asked = search.asked_for()
    open_needs = [need for need in asked if not search.met(need)]
    here = [need for need in asked if search.where(need) is not Where.ELSEWHERE]
    ...
