"""The types of participant that comparable forums have and a forum lacks, and who there is of them where it works.

For a forum f and a time t, a period of days. What exists and holds at t is as in ``forums``, and only that counts; so
is the scope of an actor, and what a forum is: a Network whose ``type`` is forum.

Two forums are *comparable* when both exist at t and a region in the scope of the one has the same ``type`` (country,
county, region, municipality) as one in the scope of the other. A region that states none makes none comparable.

The *participants* of a forum are the organisations that are MEMBER_OF it, in whatever role; and those for which a
member that is none stands: where it is HELD_AT, or which RUN it, and so on until an organisation is found. *Behind*
them is what they are PART_OF, upwards, and who RUNS the forum, followed likewise, with what these are PART_OF, upwards.
No way leads back to the forum. A forum *states* the types that it GATHERS and those that its participants are OF_TYPE.

A forum *has* a type T when it GATHERS T, a type narrower than T (BROADER, downwards) or one broader; or a participant,
or an organisation behind them, is OF_TYPE T or a narrower type; else it *lacks* T. So a forum in which a department of
the county authority takes part does not lack the county authority, but others are not held to lack it for that.

One row a type that a forum comparable with f states and f lacks. ``type`` is its label, in the language asked for;
``having`` how many of the comparable forums have it, ``of`` out of how many, ``forums`` which. Of the organisations
that are OF_TYPE T or a narrower type, ``actors`` are those whose scope meets R, the regions of f's scope and their
parts (PART_OF, downwards), and ``wider`` those whose scope else meets A, the other regions that contain one of f's
scope. Names in a cell are in Norwegian order, then by id. ``invite`` has the first five of both in words, and how many
more there are. A note names the members of f that are organisations of which no type is known.

The *first way* by which a forum has a type: GATHERS before participants before those behind; then the fewest relations;
then the one whose keys come first, compared in turn from the forum on. (To one organisation only the way counts that is
first by this among those to a participant, and among those behind.) A row is flagged 'time unknown' where a MEMBER_OF,
RUNS or HELD_AT of the first way of the first of ``forums`` has neither ``since`` nor ``until``, or these never hold at
one moment; that way may be a GATHERS, which is never flagged.

Order: by ``having``, most first, then by the type's Norwegian label in Norwegian order, then by its id. A row's paths
are, for each of ``forums``, the first way, on to T over BROADER where it is another type, the ways to its scope, and
the own facts of the regions there that f's scope has the type of; of f, what was searched in vain: the ways to its
scope and the own facts of these regions; each GATHERS, MEMBER_OF and RUNS (of several between two the first by key);
the first way to each type that it has; and for each of ``actors`` and ``wider`` its OF_TYPE (the first by key), on to
T, and the ways to the regions of its scope that are in R or A, on to the first region of f's scope by name with which
each is related.
"""

from collections.abc import Iterable
from functools import partial

from graph_model.facts import ALWAYS
from graph_model.nodes import Network, RegionType
from graph_model.text import LANGUAGES, Text, listed
from queries.answer import Column, Found, Row
from queries.context import Context
from queries.flags import flags_column, notes_on
from queries.moteplass.comparison import CYPHER, Comparison, Missing, forums_of
from queries.moteplass.words import TYPES, name_in_words, type_codes
from queries.question import Given, Parameter, Question

_FORUMS = Text("forum", "forums")
COLUMNS = (
    Column("type", Text("Deltakertype", "Type of participant")),
    flags_column(),
    Column("having", Text("Har den", "Have it"), unit=_FORUMS),
    Column("of", Text("Av", "Of"), unit=_FORUMS),
    Column("forums", Text("Forum som har den", "Forums that have it")),
    Column("invite", Text("Hvem kan inviteres", "Who could be invited")),
    Column("actors", Text("Aktører her", "Actors here"), brief="no"),
    Column("wider", Text("Aktører i et større område", "Actors in a wider region"), brief="no"),
)


def _answer(context: Context, given: Given) -> Found:
    forum = given["forum"]
    names = forums_of(context)
    if forum not in names:
        return Found(_not_there(context, forum, names), [])
    asked = Comparison(context, forum)
    missing = asked.missing()
    rows = [_row(context, asked, one) for one in missing]
    untyped = asked.here.part.untyped
    unknown = [_UNKNOWN.filled(forum=context.name(forum), names=_several(context, untyped))] if untyped else []
    return Found(_summary(context, asked, missing, names), rows, [*notes_on(rows), *unknown])


def _row(context: Context, asked: Comparison, one: Missing) -> Row:
    names = context.names
    actors, wider = names(one.actors), names(one.wider)
    undated = asked.forums.is_undated(next(iter(one.having.values())))
    values = {
        "type": name_in_words(context, one.type),
        "flags": ["time unknown"] if undated else [],
        "having": len(one.having),
        "of": len(asked.here.comparable),
        "forums": names(one.having),
        "invite": whom_in_words(actors, wider).to(context.lang),
        "actors": actors,
        "wider": wider,
    }
    return Row(values, partial(asked.proof, one))


def whom_in_words(actors: list[str], wider: list[str]) -> Text:
    """Who could be invited: the first by name, and how many more, here and in a wider region."""
    here = Text(*(listed(actors, lang) for lang in LANGUAGES))
    around = _WIDER.filled(names=Text(*(listed(wider, lang) for lang in LANGUAGES)))
    if not wider:
        return here
    return _BOTH.filled(here=here, around=around) if actors else around


def _not_there(context: Context, forum: str, names: list[str]) -> Text:
    """What is said where there is no such forum at this time."""
    ever = forums_of(context.at(ALWAYS))
    text = _NOT_NOW if forum in ever else _NO_FORUM
    nearest = _THERE_ARE.filled(names=_several(context, names)) if names else _NO_OTHERS
    return text.filled(forum=context.name(forum), nearest=nearest)


def _summary(context: Context, asked: Comparison, missing: list[Missing], names: list[str]) -> Text:
    here = asked.here
    said = {"forum": context.name(here.forum), "forums": _several(context, here.comparable)}
    if missing:
        types = Text(*(listed([_label(context, one.type).to(lang) for one in missing], lang) for lang in LANGUAGES))
        return (_LACKS_ONE if len(missing) == 1 else _LACKS).filled(
            **said, m=len(missing), types=types, whom=_whom(context, missing)
        )
    if here.comparable:
        return (_NOTHING if any(part.types() for part in asked.parts.values()) else _NOTHING_KNOWN).filled(**said)
    others = [one for one in names if one != here.forum]
    nearest = _OTHERS.filled(names=_several(context, others)) if others else _NO_OTHERS
    if not here.kinds:
        return _NOWHERE.filled(**said, nearest=nearest)
    labels = [kind.label for kind in RegionType if kind in here.kinds]
    kinds = Text(*(listed([label.to(lang) for label in labels], lang) for lang in LANGUAGES))
    return _NOT_COMPARABLE.filled(**said, kinds=kinds, nearest=nearest)


def _whom(context: Context, missing: list[Missing]) -> Text:
    """Who could be invited, of the first type of which there is somebody."""
    for one in missing:
        if one.actors or one.wider:
            here = _HERE if one.actors else _AROUND
            return here.filled(type=_label(context, one.type), names=_several(context, one.actors or one.wider))
    return _NOBODY


def _label(context: Context, kind: str) -> Text:
    return TYPES[type_codes(context, [kind])[0]]


def _several(context: Context, ids: Iterable[str]) -> Text:
    names = context.names(ids)
    return Text(*(listed(names, lang) for lang in LANGUAGES))


_LACKS_ONE = Text(
    "{forum} mangler én deltakertype som sammenlignbare forum har: {types}; {whom}.",
    "{forum} lacks one type of participant that comparable forums have: {types}; {whom}.",
)
_LACKS = Text(
    "{forum} mangler {m} deltakertyper som sammenlignbare forum har: {types}; {whom}.",
    "{forum} lacks {m} types of participant that comparable forums have: {types}; {whom}.",
)
_HERE = Text("av typen {type} finnes her {names}", "of the type {type} there are here {names}")
_AROUND = Text(
    "av typen {type} finnes i et større område {names}", "of the type {type} there are in a wider region {names}"
)
_WIDER = Text("{names} (større område)", "{names} (wider region)")
_BOTH = Text("{here}; {around}", "{here}; {around}")
_NOBODY = Text("ingen kjente aktører her kan fylle plassen", "no known actor here could fill the place")
_NOTHING = Text(
    "{forum} mangler ingen deltakertype som de sammenlignbare forumene ({forums}) har.",
    "{forum} lacks no type of participant that the comparable forums ({forums}) have.",
)
_NOTHING_KNOWN = Text(
    "{forum} kan ikke sammenlignes, for ingen liste sier hvem som deltar i forum av samme slag ({forums}).",
    "{forum} cannot be compared, since no list says who takes part in the forums like it ({forums}).",
)
_NOT_COMPARABLE = Text(
    "Ingen andre forum enn {forum} virker i samme slags område ({kinds}). {nearest}",
    "No other forum than {forum} works in the same kind of region ({kinds}). {nearest}",
)
_NOWHERE = Text(
    "Ingen liste sier hva slags område {forum} virker i, så det kan ikke sammenlignes. {nearest}",
    "No list says in what kind of region {forum} works, so it cannot be compared. {nearest}",
)
_NO_FORUM = Text("{forum} er ikke et forum. {nearest}", "{forum} is no forum. {nearest}")
_NOT_NOW = Text("{forum} finnes ikke på dette tidspunktet. {nearest}", "{forum} does not exist at this time. {nearest}")
_OTHERS = Text("Andre forum: {names}.", "Other forums: {names}.")
_THERE_ARE = Text("Forum på dette tidspunktet: {names}.", "Forums at this time: {names}.")
_NO_OTHERS = Text("Det er ingen andre forum på dette tidspunktet.", "There is no other forum at this time.")
_UNKNOWN = Text(
    "Ingen liste sier hva disse deltakerne i {forum} er: {names}. En type kan være der gjennom dem.",
    "No list says what these participants of {forum} are: {names}. A type may be there through them.",
)

QUESTION = Question(
    id="missing-participants",
    title=Text(
        "Hvem mangler i et forum, når det sammenlignes med andre forum?",
        "Who is missing in a forum, compared with other forums?",
    ),
    phrasings=(
        Text("Hvem mangler i {forum}?", "Who is missing in {forum}?"),
        Text("Hvilke deltakere mangler i {forum}?", "Which participants are missing in {forum}?"),
        Text("Hvem kan inviteres til {forum}?", "Who could be invited to {forum}?"),
    ),
    parameters=(
        Parameter(
            "forum",
            Network,
            Text("forum", "forum"),
            Text("Forumet som sammenlignes med andre.", "The forum that is compared with others."),
            required=True,
        ),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
