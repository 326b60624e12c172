"""The forums: since when, how often they meet, who runs them, and who takes part.

For a time t, which is a period of days. A relation holds on the days from its ``since`` to its ``until`` (the first day
of the one to the last day of the other, empty being open) on which both its ends exist; it *holds at t* when one of
these days is in t. A forum is a Network whose ``type`` is forum. It *exists* from the first day of its first dated
meeting, else of ``established``, else ever, to the last day of its ``until``, else for ever.

A forum's *meetings* are the Meetings with a ``date`` that have a MEETING_OF to it which holds on any day at all (at t
or not), one each, ordered by the first day of their date, then by its last day, then by id.

The *scope* of a forum is the regions that it COVERS; else those where it is LOCATED_IN; else the scopes of what it is
PART_OF and of who RUNS it, all of them together, and so on upwards (for a position what it is HELD_AT); all at t.

One row a forum that exists on a day in t. With region r: R is r and its parts (PART_OF at t, downwards), A the other
regions that contain it; those whose scope meets R, or else, flagged 'wider', A. Of those that have no scope, a note
says how many they are, and they are left out.

Columns: ``since`` is the date of the first meeting, else ``established``; ``decided`` and ``meetings_a_year`` as
stated; ``meetings`` is how many meetings have begun (the first day of their date) by the last day of t, and
``last_meeting`` the date of the last of these; ``run_by`` who RUNS it at t, ``members`` who is MEMBER_OF it at t in
whatever role, both by name; ``types`` the types of actor that it GATHERS at t; ``regions`` its scope; lists are in
Norwegian order of names, then of ids. Flagged 'wider' as said, and 'time unknown' where ``since`` is empty.

Order: what meets R before what only meets A, then by name in Norwegian order, then id. A row's paths are the forum's
own fact; for each region of its scope the way to it, and on to r where it is in R or A; a relation for each member,
each type and each that runs it (of several the first by key); and each meeting that is counted, and the first: its
MEETING_OF and its own fact.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from graph_model import roles
from graph_model.catalogue import spelled
from graph_model.facts import ALWAYS
from graph_model.nodes import Meeting, Network, NetworkType, Region
from graph_model.store import Record
from graph_model.text import LANGUAGES, Text, date, listed
from graph_model.values import first_day, last_day
from queries.answer import Column, Found, Row
from queries.around import Around, Where
from queries.context import Context
from queries.cypher import checked
from queries.edges import Edge, Path, own
from queries.flags import flags_column, notes_on
from queries.hops import Hop, linked
from queries.memory import NodeRecord
from queries.moteplass.words import TYPES, place, type_codes, ways_over, whole
from queries.question import Given, Parameter, Question
from queries.scopes import Scope, Scopes

_ACTOR = spelled(roles.Actor)
MEMBERS = Hop("MEMBER_OF", _ACTOR, "Network", "end")
TYPES_GATHERED = Hop("GATHERS", "Network", "ActorType", "start")
RUN_BY = Hop("RUNS", _ACTOR, "Network", "end")
_Related = Mapping[Hop, list[Record]]
"""The relations of a forum: to its members, the types that it gathers, and who runs it, in this order."""
MEETINGS = Hop("MEETING_OF", "Meeting", "Network", "end")

COLUMNS = (
    Column("forum", Text("Forum", "Forum")),
    flags_column(),
    Column("since", Text("Fra", "Since")),
    Column("decided", Text("Vedtatt", "Decided"), brief="no"),
    Column(
        "meetings_a_year", Text("Møter per år", "Meetings per year"), unit=Text("møter per år", "meetings per year")
    ),
    Column("meetings", Text("Møter", "Meetings"), unit=Text("møter", "meetings"), brief="no"),
    Column("last_meeting", Text("Siste møte", "Last meeting"), brief="no"),
    Column("run_by", Text("Drives av", "Run by"), brief="no"),
    Column("members", Text("Deltakere", "Participants")),
    Column("types", Text("Deltakertyper", "Types of participants"), codes=TYPES, brief="below"),
    Column("regions", Text("Område", "Regions"), brief="no"),
)


@dataclass(frozen=True, slots=True)
class _Forum:
    """A forum with where it works, and its meetings in their order."""

    node: NodeRecord
    scope: Scope
    meetings: list[tuple[str, Edge]]

    def since(self) -> object:
        return self.meetings[0][0] if self.meetings else self.node.values["established"]

    def begun(self, context: Context) -> list[tuple[str, Edge]]:
        """The meetings that have begun by the end of the time that is asked for."""
        return [meeting for meeting in self.meetings if first_day(meeting[0]) <= context.as_of.period.ends]

    def where(self, around: Around | None) -> Where:
        return around.where(self.scope.regions) if around else Where.HERE


def _answer(context: Context, given: Given) -> Found:
    around = Around(context, given["region"]) if "region" in given else None
    everything = _forums(context)
    shown = [forum for forum in everything if forum.where(around) is not Where.ELSEWHERE]
    shown.sort(key=lambda forum: (forum.where(around), context.order(forum.node.id)))
    nowhere = [forum for forum in everything if around and not forum.scope.regions]
    ids = [forum.node.id for forum in shown]
    related = {hop: context.related(hop, ids) for hop in (MEMBERS, TYPES_GATHERED, RUN_BY)}
    rows = []
    for forum in shown:
        own_ones = {hop: some.get(forum.node.id, []) for hop, some in related.items()}
        values = _values(context, around, forum, own_ones)
        rows.append(Row(values, partial(_proof, context, around, forum, own_ones)))
    notes = [*notes_on(rows), *([_NOWHERE.filled(n=len(nowhere))] if nowhere else [])]
    return Found(_summary(context, around, shown, everything), rows, notes)


def _forums(context: Context) -> list[_Forum]:
    """All forums of this time, in the order of their names."""
    nodes = {id_: node for id_, node in context.nodes(Network).items() if node.values["type"] == NetworkType.FORUM}
    scopes = Scopes(context)
    scopes.learn(nodes)
    meetings = _meetings(context.at(ALWAYS), nodes)
    return [_Forum(nodes[id_], scopes.of(id_), meetings[id_]) for id_ in sorted(nodes, key=context.order)]


def _meetings(always: Context, forums: Mapping[str, NodeRecord]) -> dict[str, list[tuple[str, Edge]]]:
    """The dated meetings of each forum, the first first: a meeting relation holds only on its own day."""
    nodes = always.nodes(Meeting)
    found: dict[str, list[tuple[str, Edge]]] = {forum: [] for forum in forums}
    for forum, meetings in always.linked(MEETINGS, forums.keys()).items():
        dated = [(str(nodes[id_].values["date"]), edge) for id_, edge in meetings.items() if nodes[id_].values["date"]]
        found[forum] = sorted(dated, key=lambda one: (first_day(one[0]), last_day(one[0]), one[1].start))
    return found


def _values(context: Context, around: Around | None, forum: _Forum, related: _Related) -> Mapping[str, object]:
    values, begun = forum.node.values, forum.begun(context)
    members, types, run_by = ({record[hop.there] for record in some} for hop, some in related.items())
    return {
        "forum": context.name(forum.node.id),
        "flags": [
            *(["wider"] if forum.where(around) is Where.WIDER else []),
            *(["time unknown"] if forum.since() is None else []),
        ],
        "since": forum.since(),
        "decided": values["decided"],
        "meetings_a_year": whole(values["meetings_a_year"]),
        "meetings": len(begun),
        "last_meeting": begun[-1][0] if begun else None,
        "run_by": context.names(run_by),
        "members": context.names(members),
        "types": type_codes(context, types),
        "regions": context.names(forum.scope.regions),
    }


def _proof(context: Context, around: Around | None, forum: _Forum, related: _Related) -> Iterator[Path]:
    yield own(forum.node.id)
    yield from ways_over(context, around, forum.scope)
    for hop, some in related.items():
        yield from ((edge,) for edge in linked(hop, some).get(forum.node.id, {}).values())
    for _, edge in dict.fromkeys((*forum.meetings[:1], *forum.begun(context))):
        yield (edge,)
        yield own(edge.start)


def _summary(context: Context, around: Around | None, shown: list[_Forum], everything: list[_Forum]) -> Text:
    where = place(context, around)
    if shown:
        return (_ONE if len(shown) == 1 else _SEVERAL).filled(n=len(shown), place=where, names=_names(context, shown))
    always = context.at(ALWAYS)
    ever = _forums(always)
    here = Around(always, around.region) if around else None
    others = [forum for forum in ever if forum.where(here) is Where.HERE]
    if others:
        return _OTHER_TIMES.filled(place=where, names=_names(context, others))
    if everything:
        return _OTHERS.filled(place=where, names=_names(context, everything))
    return _NONE.filled(place=where, n=len(ever))


def _names(context: Context, forums: list[_Forum]) -> Text:
    """The forums by name, each with when it began, where that is known."""
    said = [_named(context.name(forum.node.id), forum.since()) for forum in forums]
    return Text(*(listed([name.to(lang) for name in said], lang) for lang in LANGUAGES))


def _named(name: str, since: object) -> Text:
    return _BEGAN.filled(name=name, since=date(str(since))) if since else Text(name, name)


_BEGAN = Text("{name} (fra {since})", "{name} (since {since})")
_ONE = Text("Det er ett forum{place}: {names}.", "There is one forum{place}: {names}.")
_SEVERAL = Text("Det er {n} forum{place}: {names}.", "There are {n} forums{place}: {names}.")
_OTHER_TIMES = Text(
    "Det er ingen forum{place} på dette tidspunktet, men til andre tider: {names}.",
    "There is no forum{place} at this time, but at other times: {names}.",
)
_OTHERS = Text(
    "Det er ingen forum{place} på dette tidspunktet. Andre forum: {names}.",
    "There is no forum{place} at this time. Other forums: {names}.",
)
_NONE = Text(
    "Det er ingen forum{place}. Forum i grafen til andre tider og steder: {n}.",
    "There is no forum{place}. Forums in the graph at other times and places: {n}.",
)
_NOWHERE = Text(
    "Forum som ingen liste sier hvor virker: {n}. De er ikke med.",
    "Forums of which no list says where they work: {n}. They are left out.",
)

QUESTION = Question(
    id="forums",
    title=Text(
        "Hvilke forum finnes, siden når, hvor ofte møtes de, og hvem deltar?",
        "Which forums are there, since when, how often do they meet, and who takes part?",
    ),
    phrasings=(
        Text("Hvilke møteplasser finnes i {region}?", "Which meeting places are there in {region}?"),
        Text("Hvem deltar i kompetanseforumene i {region}?", "Who takes part in the forums in {region}?"),
    ),
    parameters=(
        Parameter("region", Region, Text("region", "region"), Text("Der forumet virker.", "Where the forum works.")),
    ),
    columns=COLUMNS,
    cypher=checked({hop.kind: hop.cypher for hop in (MEMBERS, TYPES_GATHERED, RUN_BY, MEETINGS)}),
    answer=_answer,
)
