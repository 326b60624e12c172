"""Which mobilisers reach a target group in a region, and through which channel.

For a target group g, a region r and a time t. R is r and its parts (PART_OF, downwards), A the regions that contain r.
G is g and its narrower groups (BROADER, downwards), B its broader groups.

A relation holds on the days from its ``since`` to its ``until`` (partial dates: 2020 begins on 1 January and ends on 31
December; without one it is unbounded) on which both its ends exist, and it counts only if one of these days is in t.
Organisations, regions and programmes exist from ``since`` to ``until``, networks from ``established`` (a forum, which
is a network of that type, from the first of its dated meetings, where it has any) to ``until``; a position from the
first day of its earliest HELD_AT to the last day of its latest, each within the life of its host, and always where it
has none; all else always.

The *scope* of an actor is the regions that it COVERS; else those where it is LOCATED_IN; else the scopes of what it is
PART_OF or HELD_AT and of who RUNS it, all of them together, and so on upwards (a node with regions of its own is not
followed further). An actor *serves* r when its scope meets R or A. An organisation *lies in* regions when a place where
it is LOCATED_IN, or a region that contains it, is one of them.

E is the organisations LOCATED_IN R that EMPLOY a group in G, or a group in B that itself has a broader group (never the
topmost: everybody employs those). A type of actor counts with its narrower types. A MOBILISES fact that is planned or
attempted never counts.

An actor m (organisation, network, programme or position) is a mobiliser by:

1. *direct*: m MOBILISES a group in G or B, and the regions that the fact states (else m's scope) meet R or A;
2. *gathers*: an e in E, not m itself, is MEMBER_OF m; or m GATHERS e's type and e lies in m's scope; or m MOBILISES e;
   or m MOBILISES e's type and e lies in the regions that the fact states (else in m's scope);
3. *through*: m RUNS n, or is MEMBER_OF n with the role leader, or is HELD_AT n, or MOBILISES n in regions (else m's
   scope); these regions (for the first three m's scope) meet R or A; n is not m and counts by 1 or 2 even if m were
   no employer; and m serves r.

A chain is one fact (direct), one employer and one fact (gathers), or one n (through, over the best of the facts that
link m to it: here before wider, then the key of the fact). Chains are ordered by: the group met (itself, narrower,
broader; for an employer the best that it employs; for through that of n's first chain); where (here: R is met; wider:
only A; elsewhere: neither; by the regions that a MOBILISES fact of m states, else by m's scope); direct, gathers,
through; the name of the group (direct), the employer (gathers) or n (through), in Norwegian order (case ignored; æ, ø,
å after z; ä as æ, ö as ø; other accents ignored); its id; the key of the fact, which is its kind, the ids of its start
and end, its ``since``, and for MOBILISES the ids of its regions, sorted and joined by '+', all joined by '|'.

One row an actor, with its first chain; ``other_chains`` is the number of the others.

The employers reached are those of its gathers chains and of the gathers chains of every n that it counts through,
except itself: ``by_name`` by MEMBER_OF or MOBILISES of the employer, ``by_type`` the others. ``of`` is |E|. Rows are
ordered as chains are, the employers reached (most first) before the name, which is the actor's, and its id.

A row's paths are those of its first chain, to the group and to the region; behind them those to the first ten of the
employers that it reaches, those by name before those by type, in the order of their match, name and id.

Flags: narrower, broader (the group met); wider, elsewhere (where); 'by type' where employers are reached, but none by
name; 'time unknown' where a MEMBER_OF, RUNS, HELD_AT or MOBILISES of the first chain (for through with n's) has neither
``since`` nor ``until``, or where there is no day on which all of these hold.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from graph_model.names import alphabetical
from graph_model.nodes import Region, TargetGroup
from graph_model.text import LANGUAGES, Text, listed
from queries.answer import Column, Found, Row
from queries.around import Where
from queries.context import Context
from queries.flags import FLAGS, flags_column, notes_on
from queries.motor.asked import Asked
from queries.motor.chain import Match, Reached
from queries.motor.chains import Chains, never_at_once
from queries.motor.channels import channel
from queries.motor.proofs import row_paths
from queries.motor.texts import CYPHER
from queries.question import Given, Parameter, Question
from queries.types import types_of

_DATED = ("MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES")
_EMPLOYERS = Text("arbeidsgivere", "employers")
_FIGURES = Text(
    "Ved navn: så mange arbeidsgivere er nevnt ved navn. Etter type: så mange til er av en type som er nevnt. "
    "0 og 0: når gruppen uten å gå gjennom arbeidsgivere.",
    "By name: employers that are named. By type: others that are of a type that is named. "
    "0 and 0: reaches the group without going through employers.",
)
_CHAINS = {
    "direct": Text("direkte", "direct"),
    "gathers": Text("samler", "gathers"),
    "through": Text("gjennom en annen", "through another"),
}
_MATCHES = {"itself": Text("gruppen selv", "the group itself"), **FLAGS}
_PLACES = {"here": Text("her", "here"), **FLAGS}

COLUMNS = (
    Column("actor", Text("Aktør", "Actor")),
    Column("actor_type", Text("Type", "Type"), brief="no"),
    Column("chain", Text("Kjede", "Chain"), codes=_CHAINS, brief="no"),
    Column("channel", Text("Kanal", "Channel")),
    Column("over", Text("Over", "Over"), brief="no"),
    Column("group_match", Text("Gruppe", "Group"), codes=_MATCHES, brief="no"),
    Column("where", Text("Hvor", "Where"), codes=_PLACES, brief="no"),
    Column("wider", Text("Større område", "Wider region"), brief="no"),
    Column("by_name", Text("Ved navn", "By name"), unit=_EMPLOYERS),
    Column("by_type", Text("Etter type", "By type"), unit=_EMPLOYERS),
    Column("of", Text("Av", "Of"), unit=_EMPLOYERS, brief="no"),
    Column("other_chains", Text("Andre kjeder", "Other chains"), unit=Text("kjeder", "chains"), brief="no"),
    flags_column(),
)


def _answer(context: Context, given: Given) -> Found:
    asked = Asked(context, given["target_group"], given["region"])
    chains = Chains(context, asked)
    actors = chains.actors()
    context.learn_names({asked.group, asked.region, *asked.wider, *actors})
    ordered = sorted(actors, key=lambda actor: _rank(context, actor, actors[actor]))
    types = types_of(context, actors)
    rows = [row_of(context, asked, chains, actor, actors[actor], types[actor]) for actor in ordered]
    return Found(_summary(context, asked, chains, ordered), rows, list(notes(rows)))


def row_of(context: Context, asked: Asked, chains: Chains, actor: str, reached: Reached, actor_type: str) -> Row:
    """The row of an actor, with its proof."""
    values: dict[str, object] = {"actor": context.name(actor), "actor_type": actor_type}
    values |= _values(context, asked, chains, actor, reached)
    return Row(values, partial(row_paths, context, asked, chains, actor, reached))


def notes(rows: Sequence[Row]) -> Iterator[Text]:
    """What the figures mean, and each of the remarks that rows have."""
    if rows:
        yield _FIGURES
    yield from notes_on(rows)


def _rank(context: Context, actor: str, reached: Reached) -> tuple[object, ...]:
    first = reached.first
    employers = len(reached.by_name) + len(reached.by_type)
    return first.match, first.where, first.kind, -employers, alphabetical(context.name(actor)), actor


def _values(context: Context, asked: Asked, chains: Chains, actor: str, reached: Reached) -> Mapping[str, object]:
    first = reached.first
    regions = first.tie.regions or chains.scopes.of(actor).regions
    wider = sorted((asked.wider & regions) if first.where is Where.WIDER else ())
    return {
        "chain": first.kind.name.lower(),
        "channel": channel(context, first, reached).to(context.lang),
        "over": context.name(first.target) if first.inner else None,
        "group_match": first.match.name.lower(),
        "where": first.where.name.lower(),
        "wider": sorted((context.name(region) for region in wider), key=alphabetical),
        "by_name": len(reached.by_name),
        "by_type": len(reached.by_type),
        "of": len(chains.employers),
        "other_chains": reached.chains - 1,
        "flags": list(_flags(reached)),
    }


def _flags(reached: Reached) -> Iterator[str]:
    first = reached.first
    if first.match is not Match.ITSELF:
        yield first.match.name.lower()
    if first.where is not Where.HERE:
        yield first.where.name.lower()
    if reached.by_type and not reached.by_name:
        yield "by type"
    ties = [tie for tie in first.ties if tie.edge.kind in _DATED]
    if not all(tie.dated for tie in ties) or never_at_once(ties):
        yield "time unknown"


def _summary(context: Context, asked: Asked, chains: Chains, actors: list[str]) -> Text:
    values: dict[str, object] = {
        "group": context.name(asked.group),
        "region": context.name(asked.region),
        "of": len(chains.employers),
    }
    if actors:
        names = [context.name(actor) for actor in actors]
        several = Text(*(listed(names, lang) for lang in LANGUAGES))
        return (_ONE if len(actors) == 1 else _SEVERAL).filled(n=len(actors), names=several, **values)
    return _NONE.filled(nearest=nearest_elsewhere(context, chains), **values)


def nearest_elsewhere(context: Context, chains: Chains) -> Text:
    """Who mobilises the group, but not here."""
    near = min(chains.elsewhere, key=lambda tie: (context.name(tie.edge.start), tie.edge.key), default=None)
    if near is None:
        return _NOWHERE
    return _NEAREST.filled(actor=context.name(near.edge.start), other=context.name(near.edge.end))


_ONE = Text(
    "Én aktør når {group} i {region} (arbeidsgivere med slike ansatte: {of}): {names}.",
    "One actor reaches {group} in {region} (employers with such staff: {of}): {names}.",
)
_SEVERAL = Text(
    "{n} aktører når {group} i {region} (arbeidsgivere med slike ansatte: {of}): {names}.",
    "{n} actors reach {group} in {region} (employers with such staff: {of}): {names}.",
)
_NEAREST = Text(
    "Nærmest: {actor} mobiliserer {other}, men et annet sted.",
    "Nearest: {actor} mobilises {other}, but elsewhere.",
)
_NOWHERE = Text("Ingen mobiliserer gruppen andre steder heller.", "Nobody mobilises it elsewhere either.")
_NONE = Text(
    "Ingen aktør når {group} i {region}. Ingen mobiliserer gruppen der. Arbeidsgivere med slike ansatte: {of}; "
    "ingen samler dem. {nearest}",
    "No actor reaches {group} in {region}. None mobilises the group there. Employers with such staff: {of}; "
    "none gathers them. {nearest}",
)

QUESTION = Question(
    id="mobilisers",
    title=Text(
        "Hvem når en målgruppe i en region, og gjennom hvilken kanal?",
        "Who reaches a target group in a region, and through which channel?",
    ),
    phrasings=(
        Text("Hvem mobiliserer {target_group} i {region}?", "Who mobilises {target_group} in {region}?"),
        Text("Hvem når {target_group} på {region}?", "Which mobilisers reach {target_group} in {region}?"),
    ),
    parameters=(
        Parameter(
            "target_group",
            TargetGroup,
            Text("målgruppe", "target group"),
            Text("Gruppen som skal nås.", "The group that is to be reached."),
            required=True,
        ),
        Parameter(
            "region",
            Region,
            Text("region", "region"),
            Text("Regionen eller kommunen det gjelder.", "The region or municipality."),
            required=True,
        ),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
