"""Whom an actor reaches: the groups and the places, each through the channel by which it reaches them.

For an actor m (an organisation, a network, a programme or a position) and a time t. Where a group is given, g is that
group, else each group in turn; where a region is given, r is that region, else each region in turn. Everything else is
as in ``mobilisers``: its groups G and B, its regions R and A, its scopes, its employers E and its chains.

A chain of m in mobilisers(g, r) *ends* in pairs of a group and a region:

- a direct one in the group that it mobilises, with each region in R or A that its fact states (else of m's scope);
- one that gathers an employer in each group in G, or in B with a broader group of its own, that the employer EMPLOYS,
  with each region in R where it is LOCATED_IN;
- one through n in the pairs of n's own chains, direct and gathers (n's scope for n's facts), without those that only
  have m as the employer.

There is a row for each pair (g', r') in which a chain of m ends, in mobilisers(g, r) for the g and the r that are
given; where no group is given, only the pairs of mobilisers(g', r) count, in which the group is g' itself; where no
region is given, only those of mobilisers(g, r'), in which the region is r' itself. So with both given there is a row
exactly when m is in mobilisers(g, r).

A row tells of m's row in the mobilisers(g, r) in question (g' where no group is given, r' where no region is): its
columns ``chain`` to ``flags`` and its paths are those. Rows are ordered by the name of the group and its id, then by
the name of the region and its id, in Norwegian order.
"""

from collections.abc import Iterator
from typing import NamedTuple

from graph_model.nodes import Region, TargetGroup
from graph_model.roles import Actor
from graph_model.text import LANGUAGES, Text, listed
from queries.answer import Column, Found, Row
from queries.context import Context
from queries.motor.asked import Asked
from queries.motor.candidates import candidates
from queries.motor.chains import Chains
from queries.motor.mobilisers import COLUMNS as MOBILISERS
from queries.motor.mobilisers import notes, row_of
from queries.motor.texts import CYPHER
from queries.question import Given, Parameter, Question
from queries.scopes import Scopes

_SHARED = (
    "chain",
    "channel",
    "over",
    "group_match",
    "where",
    "wider",
    "by_name",
    "by_type",
    "of",
    "other_chains",
    "flags",
)

COLUMNS = (
    Column("target_group", Text("Målgruppe", "Target group"), brief="once"),
    Column("region", Text("Region", "Region")),
    *(
        column._replace(brief="once") if column.id == "channel" else column
        for column in MOBILISERS
        if column.id in _SHARED
    ),
)


class _Found(NamedTuple):
    """A pair of a group and a region that is reached, and the row that tells how."""

    group: str
    region: str
    row: Row


def _answer(context: Context, given: Given) -> Found:
    actor = given["actor"]
    found = list(_reached(context, given, actor))
    context.learn_names(name for pair in found for name in pair[:2])
    found.sort(key=lambda pair: (context.order(pair.group), context.order(pair.region)))
    rows = [
        Row({"target_group": context.name(group), "region": context.name(region), **row.values}, row.proof)
        for group, region, row in found
    ]
    return Found(_summary(context, given, actor, found), rows, list(notes(rows)))


def _reached(context: Context, given: Given, actor: str) -> Iterator[_Found]:
    """The pairs that the actor reaches, in each question of mobilisers that there is to ask."""
    group, region = given.get("target_group"), given.get("region")
    scopes = Scopes(context)
    pairs = candidates(context, scopes, actor) if group is None or region is None else {(group, region)}
    for asked_group, asked_region in sorted({(group or one, region or other) for one, other in pairs}):
        asked = Asked(context, asked_group, asked_region)
        chains = Chains(context, asked, scopes)
        ends = [
            end for end in chains.ends(actor) if (group or end[0] == asked_group) and (region or end[1] == asked_region)
        ]
        if ends:
            row = row_of(context, asked, chains, actor, chains.actors()[actor], "")
            shown = Row({name: row.values[name] for name in _SHARED}, row.proof)
            yield from (_Found(*end, shown) for end in ends)


def _summary(context: Context, given: Given, actor: str, found: list[_Found]) -> Text:
    asked = [context.name(given[name]) for name in ("target_group", "region") if name in given]
    values = {"actor": context.name(actor), "asked": f" ({', '.join(asked)})" if asked else ""}
    if not found:
        return _NONE.filled(**values)
    groups = context.names({pair.group for pair in found})
    regions = context.names({pair.region for pair in found})
    named = {
        name: Text(*(listed(some, lang) for lang in LANGUAGES))
        for name, some in (("groups", groups), ("regions", regions))
    }
    return _SOME.filled(**values, **named)


_SOME = Text("{actor} når {groups}, i {regions}{asked}.", "{actor} reaches {groups}, in {regions}{asked}.")
_NONE = Text(
    "{actor} når ingen målgruppe{asked}: mobiliserer ingen selv, samler ingen arbeidsgivere og virker ikke gjennom "
    "noen som gjør det.",
    "{actor} reaches no target group{asked}: it mobilises none itself, gathers no employers, and works through nobody "
    "that does.",
)

QUESTION = Question(
    id="reach",
    title=Text("Hvem når en aktør, og gjennom hvilken kanal?", "Whom does an actor reach, and through which channel?"),
    phrasings=(
        Text("Hvilke målgrupper når {actor}?", "Whom does {actor} reach?"),
        Text("Hvilke målgrupper når {actor} i {region}?", "Which target groups does {actor} reach in {region}?"),
    ),
    parameters=(
        Parameter("actor", Actor, Text("aktør", "actor"), Text("Aktøren.", "The actor."), required=True),
        Parameter(
            "target_group",
            TargetGroup,
            Text("målgruppe", "target group"),
            Text("Bare denne gruppen.", "Only this group."),
        ),
        Parameter("region", Region, Text("region", "region"), Text("Bare i denne regionen.", "Only in this region.")),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
