"""The fewest mobilisers that together reach every reachable employer of a target group in a region.

For a target group g, a region r and a time t; what holds at t, R, A, G, B, E, scopes, and the way in which an employer
is reached, are those of ``mobilisers``. Here an actor m (organisation, network, programme or position) *reaches* an
employer e in E when it gathers it by name: e, which is not m, is MEMBER_OF m, or m MOBILISES e (neither planned nor
attempted). Types of actor and chains through another do not count: a plan is of those who can be called upon, and of
employers who are known to be theirs.

``exclude`` leaves actors out; as employers they stay. The others that reach an employer are *able*; an employer that
one of these reaches is *reachable*. Actors are *in order*: the more employers of E they reach, the earlier, then by
name in Norwegian order and id; employers by their match (see ``mobilisers``), name and id.

With K = ``at_least`` (else 1), an employer that d of the able reach is *wanted* min(K, d) times; a choice of able
actors *serves* it as often as it has members who reach it, but never more often than it is wanted. The plan is:

- without N = ``at_most``, or where N or fewer serve every employer as often as it is wanted: the fewest that do;
- else the N that serve the most, added up over all employers.

Of equals the first: where two choices, each in order, first differ, the one whose member there is the earlier. (Set
multi-cover and maximum coverage: Church and ReVelle 1974; solved as integer programmes by HiGHS: Huangfu and Hall 2018.
That none is better follows from the solver's bound, and that none as good comes before it from one programme a place:
whether an earlier one could stand there.) The summary says that this is proven, or, when the time limit has passed, the
bound; then the plan is the best that was found.

One row each who is chosen, in order: ``part`` is chosen; ``reaches`` the number of employers that it reaches; ``only``
the number, and ``only_reaches`` the names, of those that no other chosen one reaches; ``also_reaches`` the names of the
others. Behind them one row each employer in E that none of the chosen reaches, in order: ``part`` is unreached;
``left_out`` who reaches it but is not chosen, by name; and ``tie`` an actor with which one tie would change that: were
e a member of it, or mobilised by it by name, it would be reached. It is the first that is found, in order, among the
chosen whose ways include e by type (``basis`` 'by type': mobilisers' rule 2 without the ties by name); then the chosen
in whose scope, or in a part of it, e has a place in R ('near'); then likewise among the others, not excluded, that are
direct mobilisers or gather employers (rules 1 and 2, by name or by type). It is never e, nor who reaches e already;
where there is nobody it is empty.

Flags: of a chosen one those of the first of its chains by name: narrower, broader (the employer's match), wider,
elsewhere (where), 'time unknown' (the fact has neither ``since`` nor ``until``); of an employer narrower, broader.

The paths of a chosen one lead over each of the first ten of the employers that it reaches, those that it alone reaches
first: its tie (the first by key), what the employer EMPLOYS and the way from there to g; its tie, where the employer is
LOCATED_IN R (the first by id) and the way to r. Those of an employer show the facts that were searched: the same
without a tie; the ties of the first ten who are left out, with what it EMPLOYS; and from ``tie`` over the type (the
first fact by key), or over the first region of its scope and the first place of the employer in it (both by id), to the
employer.
"""

from collections.abc import Iterator
from functools import partial

from graph_model.nodes import Region, TargetGroup
from graph_model.roles import Actor
from graph_model.text import Text
from queries.answer import Column, Found, Row
from queries.around import Where
from queries.context import Context
from queries.flags import flags_column, notes_on
from queries.motor.chain import Match
from queries.motor.plan import Plan, Suggested
from queries.motor.plan_proofs import chosen_paths, unreached_paths
from queries.motor.plan_words import notes, summary
from queries.motor.texts import CYPHER
from queries.question import Given, Parameter, Question

_EMPLOYERS = Text("arbeidsgivere", "employers")
_PARTS = {"chosen": Text("mobiliserer", "mobiliser"), "unreached": Text("nås ikke", "not reached")}
_BASES = {
    "by type": Text("samler slike", "gathers its type"),
    "near": Text("virker der", "works there"),
}

COLUMNS = (
    Column("actor", Text("Aktør", "Actor")),
    flags_column(),
    Column("part", Text("I planen", "In the plan"), codes=_PARTS, brief="once"),
    Column("reaches", Text("Når", "Reaches"), unit=_EMPLOYERS),
    Column("only", Text("Bare den", "Only it"), unit=_EMPLOYERS),
    Column("only_reaches", Text("Bare den når", "Only it reaches"), brief="no"),
    Column("also_reaches", Text("Når også", "Also reaches"), brief="no"),
    Column("tie", Text("Ett bånd til", "One tie to"), brief="once"),
    Column("basis", Text("Fordi den", "Because it"), codes=_BASES, brief="below"),
    Column("left_out", Text("Når den, men er ikke med", "Reach it, but are left out"), brief="no"),
)


def _answer(context: Context, given: Given) -> Found:
    plan = Plan(context, given)
    rows = [_chosen_row(plan, actor) for actor in plan.chosen]
    rows += [_unreached_row(plan, employer, plan.suggested.get(employer)) for employer in plan.unreached]
    return Found(summary(plan), rows, [*notes(plan), *notes_on(rows)])


def _chosen_row(plan: Plan, actor: str) -> Row:
    name = plan.context.name
    only = plan.only(actor)
    alone = set(only)
    values = {
        "actor": name(actor),
        "part": "chosen",
        "reaches": len(plan.ties[actor]),
        "only": len(only),
        "only_reaches": [name(employer) for employer in only],
        "also_reaches": [name(employer) for employer in plan.employers(actor) if employer not in alone],
        "tie": None,
        "basis": None,
        "left_out": [],
        "flags": list(_flags(plan, actor)),
    }
    return Row(values, partial(chosen_paths, plan, actor))


def _unreached_row(plan: Plan, employer: str, suggested: Suggested | None) -> Row:
    name, match = plan.context.name, plan.chains.employers[employer].match
    values = {
        "actor": name(employer),
        "part": "unreached",
        "reaches": None,
        "only": None,
        "only_reaches": [],
        "also_reaches": [],
        "tie": suggested and name(suggested.actor),
        "basis": suggested and ("by type" if suggested.by_type else "near"),
        "left_out": [name(actor) for actor in plan.left_out(employer)],
        "flags": [match.name.lower()] if match is not Match.ITSELF else [],
    }
    return Row(values, partial(unreached_paths, plan, employer, suggested))


def _flags(plan: Plan, actor: str) -> Iterator[str]:
    first = plan.chains.first_gathered([way for way in plan.chains.ways[actor] if way.by_name])
    assert first
    if first.match is not Match.ITSELF:
        yield first.match.name.lower()
    if first.where is not Where.HERE:
        yield first.where.name.lower()
    if not first.tie.dated:
        yield "time unknown"


QUESTION = Question(
    id="mobilisation-plan",
    title=Text(
        "Hvor få mobiliserere må til for å nå alle arbeidsgivere med en målgruppe i en region, og hvilke?",
        "How few mobilisers does it take to reach every employer of a target group in a region, and which?",
    ),
    phrasings=(
        Text(
            "Hvem må være med for å nå alle arbeidsgivere med {target_group} i {region}?",
            "Whom do we need to reach every employer of {target_group} in {region}?",
        ),
        Text(
            "Hvem må være med for å nå alle arbeidsgivere med {target_group} i {region} uten {exclude}?",
            "Whom do we need to reach every employer of {target_group} in {region} without {exclude}?",
        ),
        Text(
            "Hvilke {at_most} mobiliserere når flest arbeidsgivere med {target_group} i {region}?",
            "Which {at_most} mobilisers reach the most employers of {target_group} in {region}?",
        ),
    ),
    parameters=(
        Parameter(
            "target_group",
            TargetGroup,
            Text("målgruppe", "target group"),
            Text("Gruppen som arbeidsgiverne har ansatt.", "The group that the employers employ."),
            required=True,
        ),
        Parameter(
            "region",
            Region,
            Text("region", "region"),
            Text("Der arbeidsgiverne er.", "Where the employers are."),
            required=True,
        ),
        Parameter(
            "exclude",
            Actor,
            Text("utelatt", "left out"),
            Text("En aktør som ikke kan være med.", "An actor that cannot take part."),
            many=True,
        ),
        Parameter(
            "at_least",
            int,
            Text("minst", "at least"),
            Text(
                "Hver arbeidsgiver skal nås av så mange, eller av alle som når den.",
                "Each employer is to be reached by so many, or by all who reach it.",
            ),
        ),
        Parameter(
            "at_most",
            int,
            Text("høyst", "at most"),
            Text(
                "Høyst så mange skal med: de som sammen når flest.",
                "At most so many take part: those that together reach the most.",
            ),
        ),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
