"""The overview of actors: what each is, the roles that it has, where it works, and the networks that it is in.

For a time t, which is a period of days. What exists, exists from its ``since`` to its ``until`` (the first day of the
one to the last day of the other, empty being open; a network from ``established``; a forum from its first dated
meeting, where it has one; a position as long as it is held somewhere; what is planned also before its ``since``). A
relation holds on the days from its ``since`` to its ``until`` on which both its ends exist; it *holds at t* when one of
these days is in t, and only such relations count.

Actors are the organisations, networks, programmes and positions. The *scope* of one is the regions that it COVERS; else
those where it is LOCATED_IN; else the scopes of what it is PART_OF or HELD_AT and of who RUNS it, all of them together,
and so on upwards.

The *roles* of an actor, in this order:

- mobiliser: it MOBILISES somebody, by a fact without a status (neither planned nor attempted);
- provider: it OFFERS an offering whose status is neither planned nor attempted;
- partner: it TAKES_PART_IN a collaboration whose status is neither planned nor attempted, nor ended without ``until``;
- member: it is MEMBER_OF something, in any role but the next three; leader, secretariat, owner: in that role;
- runs: it RUNS something; funder: it FUNDS something; needs: it NEEDS something; employer: it EMPLOYS a group;
- host: a position is HELD_AT it;
- meeting-place: it is a network of type forum.

One row an actor that exists on a day in t, narrowed by what is given:

- region r: R is r and its parts (PART_OF, downwards), A the other regions that contain it; those whose scope meets R,
  or else, flagged 'wider', A. Of those without a scope, that are all else that is asked for, a note says how many they
  are, and they are left out.
- type: the organisations that are OF_TYPE it or a narrower one (BROADER, downwards).
- role: those that have it.

Columns: ``actor_type`` the types that an organisation is OF_TYPE, or the type that a network or a programme states,
else its kind, by their labels, sorted as plain text and joined by ', '; ``regions`` its scope, and ``networks`` the
networks and organisations that it is MEMBER_OF, both in Norwegian order of names, then of ids; ``website`` as stated.
With a role given, a row is flagged 'time unknown' where the relation of that role that is first by key is a
MEMBER_OF, RUNS, HELD_AT or MOBILISES with neither ``since`` nor ``until``.

Order: what meets R before what only meets A, then by name in Norwegian order, then id. A row's paths are the actor's
own fact; for each role its first relation by key (for a meeting place the own fact); for each of ``networks`` the first
MEMBER_OF by key; each OF_TYPE, and on to the type that is asked for where it is that or narrower; and for each region
of its scope the way to it, and on to r where it is in R or A.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from graph_model import catalogue
from graph_model.nodes import ActorType, NetworkType, Region
from graph_model.roles import Actor
from graph_model.store import Record
from graph_model.text import LANGUAGES, Text, listed
from queries.answer import Column, Found, Row
from queries.around import Around, Where
from queries.context import Context
from queries.edges import Edge, Path, own
from queries.flags import flags_column, notes_on
from queries.memory import NodeRecord
from queries.moteplass.actor_roles import CYPHER, DATED, HAVING_TYPE, MEMBER_OF, OF_TYPE, ActorRole, roles_of
from queries.moteplass.words import TYPES, place, type_codes, ways_over
from queries.question import Given, Parameter, Question
from queries.scopes import Scope, Scopes
from queries.types import types_of

ROLES = {role.value: role.label for role in ActorRole}

COLUMNS = (
    Column("actor", Text("Aktør", "Actor")),
    flags_column(),
    Column("actor_type", Text("Type", "Type")),
    Column("roles", Text("Roller", "Roles"), codes=ROLES),
    Column("regions", Text("Område", "Regions")),
    Column("networks", Text("Med i", "Member of"), brief="no"),
    Column("website", Text("Nettsted", "Website"), brief="no"),
)


@dataclass(frozen=True, slots=True)
class _Actor:
    """An actor: its roles, in their order, each with its first relation; none for a meeting place."""

    node: NodeRecord
    roles: Mapping[str, Record | None]
    scope: Scope
    networks: Mapping[str, Edge]
    types: Mapping[str, Edge]

    def where(self, around: Around | None) -> Where:
        return _where(around, self.scope)


def _answer(context: Context, given: Given) -> Found:
    around = Around(context, given["region"]) if "region" in given else None
    nodes = {node.id: node for kind in catalogue.playing(Actor) for node in context.nodes(kind).values()}
    fitting = [nodes[id_] for id_ in _asked_for(context, given, nodes)]
    scopes = Scopes(context)
    scopes.learn(node.id for node in fitting)
    near = [node for node in fitting if _where(around, scopes.of(node.id)) is not Where.ELSEWHERE]
    shown = _actors(context, scopes, near)
    shown.sort(key=lambda actor: (actor.where(around), context.order(actor.node.id)))
    nowhere = sum(1 for node in fitting if around and not scopes.of(node.id).regions)
    types = types_of(context, [actor.node.id for actor in shown])
    context.learn_names({node for actor in shown for node in (*actor.networks, *actor.scope.regions)})
    rows = [
        Row(_values(context, given, around, actor, types), partial(_proof, context, given, around, actor))
        for actor in shown
    ]
    notes = [*notes_on(rows), *([_NOWHERE.filled(n=nowhere)] if nowhere else [])]
    return Found(_summary(context, given, around, shown, fitting), rows, notes)


def _where(around: Around | None, scope: Scope) -> Where:
    return around.where(scope.regions) if around else Where.HERE


def _asked_for(context: Context, given: Given, nodes: Mapping[str, NodeRecord]) -> Collection[str]:
    """The actors that are what all parameters but the region ask for."""
    found: Collection[str] = nodes.keys()
    if "type" in given:
        types = context.types.below(given["type"])
        typed = {actor for actor, kind, *_ in context.hop(HAVING_TYPE, sorted(types))}
        found = [actor for actor in found if actor in typed]
    if "role" in given:
        known = _roles(context, [nodes[actor] for actor in found])
        found = [actor for actor in found if given["role"] in known[actor]]
    return found


def _roles(context: Context, nodes: Sequence[NodeRecord]) -> dict[str, dict[str, Record | None]]:
    """The roles of these actors."""
    by_relations = roles_of(context, [node.id for node in nodes])
    found = {}
    for node in nodes:
        known: dict[str, Record | None] = {role.value: by for role, by in by_relations.get(node.id, {}).items()}
        if node.values.get("type") == NetworkType.FORUM:
            known[ActorRole.MEETING_PLACE.value] = None
        found[node.id] = {role: known[role] for role in ROLES if role in known}
    return found


def _actors(context: Context, scopes: Scopes, nodes: Sequence[NodeRecord]) -> list[_Actor]:
    """All that is shown of these actors."""
    ids = [node.id for node in nodes]
    roles = _roles(context, nodes)
    networks, types = (context.linked(hop, ids) for hop in (MEMBER_OF, OF_TYPE))
    return [
        _Actor(node, roles[node.id], scopes.of(node.id), networks.get(node.id, {}), types.get(node.id, {}))
        for node in nodes
    ]


def _values(
    context: Context, given: Given, around: Around | None, actor: _Actor, types: Mapping[str, str]
) -> Mapping[str, object]:
    return {
        "actor": context.name(actor.node.id),
        "flags": [
            *(["wider"] if actor.where(around) is Where.WIDER else []),
            *(["time unknown"] if "role" in given and _is_undated(actor.roles[given["role"]]) else []),
        ],
        "actor_type": types[actor.node.id],
        "roles": list(actor.roles),
        "regions": context.names(actor.scope.regions),
        "networks": context.names(actor.networks),
        "website": actor.node.values.get("website"),
    }


def _is_undated(record: Record | None) -> bool:
    """Whether nobody knows when a relation holds, of which one must know it."""
    if record is None:
        return False
    _, _, key, since, until, *_ = record
    return key.partition("|")[0] in DATED and since is None and until is None


def _proof(context: Context, given: Given, around: Around | None, actor: _Actor) -> Iterator[Path]:
    yield own(actor.node.id)
    for record in actor.roles.values():
        if record is not None:
            start, end, key, *_ = record
            yield (Edge(key.partition("|")[0], start, end, key),)
    yield from ((edge,) for edge in actor.networks.values())
    asked = given.get("type")
    for one, edge in actor.types.items():
        yield (edge, *context.types.way(one, asked)) if asked and asked in context.types.above(one) else (edge,)
    yield from ways_over(context, around, actor.scope)


def _summary(
    context: Context, given: Given, around: Around | None, shown: list[_Actor], fitting: list[NodeRecord]
) -> Text:
    said = [
        *([_TYPE.filled(type=TYPES[type_codes(context, [given["type"]])[0]])] if "type" in given else []),
        *([_ROLE.filled(role=ROLES[given["role"]])] if "role" in given else []),
    ]
    asked = Text(*(f" ({', '.join(text.to(lang) for text in said)})" if said else "" for lang in LANGUAGES))
    where = place(context, around)
    names = [context.name(actor.node.id) for actor in shown] or context.names([node.id for node in fitting])
    several = Text(*(listed(names, lang) for lang in LANGUAGES))
    text = _NONE if not names else _OTHERS if not shown else _ONE if len(shown) == 1 else _SEVERAL
    return text.filled(n=len(shown), place=where, asked=asked, names=several)


_TYPE = Text("type: {type}", "type: {type}")
_ROLE = Text("rolle: {role}", "role: {role}")
_ONE = Text("Én aktør{place}{asked}: {names}.", "One actor{place}{asked}: {names}.")
_SEVERAL = Text("{n} aktører{place}{asked}: {names}.", "{n} actors{place}{asked}: {names}.")
_OTHERS = Text(
    "Ingen aktører{place}{asked} på dette tidspunktet. Andre som ellers passer: {names}.",
    "No actors{place}{asked} at this time. Others that would fit: {names}.",
)
_NONE = Text(
    "Ingen aktører{place}{asked} på dette tidspunktet, og ingen andre steder.",
    "No actors{place}{asked} at this time, nor anywhere else.",
)
_NOWHERE = Text(
    "Aktører som ellers passer, men som ingen liste sier hvor virker: {n}. De er ikke med.",
    "Actors that would fit, but of which no list says where they work: {n}. They are left out.",
)

QUESTION = Question(
    id="actors",
    title=Text("Hvilke aktører finnes, og hvilke roller har de?", "Which actors are there, and which roles have they?"),
    phrasings=(
        Text("Hvilke aktører finnes i {region}?", "Which actors are there in {region}?"),
        Text("Hvilke aktører av typen {type} finnes i {region}?", "Which actors of type {type} are in {region}?"),
        Text("Hvem har rollen {role} i {region}?", "Who has the role {role} in {region}?"),
    ),
    parameters=(
        Parameter("region", Region, Text("region", "region"), Text("Der aktøren virker.", "Where the actor works.")),
        Parameter("type", ActorType, Text("aktørtype", "type of actor"), Text("Hva den er.", "What it is.")),
        Parameter("role", ActorRole, Text("rolle", "role"), Text("Hva den gjør.", "What it does.")),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
