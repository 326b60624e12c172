"""The fewest mobilisers that together reach every reachable employer of a target group in a region."""

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
    Column("part", Text("I planen", "In the plan"), codes=_PARTS, brief="once"),
    Column("reaches", Text("Når", "Reaches"), unit=_EMPLOYERS),
    Column("only", Text("Bare den", "Only it"), unit=_EMPLOYERS),
    Column("only_reaches", Text("Bare den når", "Only it reaches"), brief="no"),
    Column("also_reaches", Text("Når også", "Also reaches"), brief="no"),
    Column("tie", Text("Ett bånd til", "One tie to"), brief="once"),
    Column("basis", Text("Fordi den", "Because it"), codes=_BASES, brief="below"),
    Column("left_out", Text("Når den, men er ikke med", "Reach it, but are left out"), brief="no"),
    flags_column(),
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
        "Hvilke mobiliserere må til for å nå alle arbeidsgiverne til en målgruppe i en region?",
        "Which mobilisers does it take to reach every employer of a target group in a region?",
    ),
    phrasings=(
        Text(
            "Hvem må vi ha med for å nå alle arbeidsgivere av {target_group} i {region}?",
            "Whom do we need to reach every employer of {target_group} in {region}?",
        ),
        Text(
            "Hvem må vi ha med for å nå alle arbeidsgivere av {target_group} i {region} uten {exclude}?",
            "Whom do we need to reach every employer of {target_group} in {region} without {exclude}?",
        ),
        Text(
            "Hvilke {at_most} mobiliserere når flest arbeidsgivere av {target_group} i {region}?",
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
