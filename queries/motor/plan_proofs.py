"""The paths that prove the rows of a plan: from the actor to the employers, and on to the group and the region."""

from collections.abc import Iterator

from queries.edges import Path
from queries.motor.plan import Plan, Suggested
from queries.motor.proofs import MOST_EMPLOYERS, type_hops, way_between


def chosen_paths(plan: Plan, actor: str) -> Iterator[Path]:
    """The paths of a chosen one: over the first of the employers that it reaches, those that it alone reaches first."""
    only = plan.only(actor)
    others = [employer for employer in plan.employers(actor) if employer not in set(only)]
    for employer in (*only, *others)[:MOST_EMPLOYERS]:
        tie = plan.ties[actor][employer].edge
        for path in _employer_paths(plan, employer):
            yield (tie, *path)


def unreached_paths(plan: Plan, employer: str, suggested: Suggested | None) -> Iterator[Path]:
    """The paths of an employer that stays unreached: its own, who else reaches it, and whom it could be tied to."""
    yield from _employer_paths(plan, employer)
    for actor in plan.left_out(employer)[:MOST_EMPLOYERS]:
        yield (plan.ties[actor][employer].edge, plan.chains.employers[employer].employs)
    if suggested:
        yield _suggested_path(plan, employer, suggested)


def _employer_paths(plan: Plan, employer: str) -> Iterator[Path]:
    """From an employer to the group and to the region."""
    facts, context = plan.chains.employers[employer], plan.context
    yield (facts.employs, *way_between(context, plan.asked, facts.employs.end))
    located = facts.located_in(plan.asked.parts)
    yield (located, *context.regions.way(located.end, plan.asked.region))


def _suggested_path(plan: Plan, employer: str, suggested: Suggested) -> Path:
    """From whom an employer could be tied to, over its type or over the region where both are, to the employer."""
    if suggested.by_type:
        return (suggested.by_type.edge, *type_hops(plan.context, plan.chains, suggested.by_type, employer))
    ways, regions = plan.chains.scopes.of(suggested.actor).ways, plan.context.regions
    facts = plan.chains.employers[employer]
    region, place = min(
        (region, place) for place in facts.places & plan.asked.parts for region in regions.above(place) & ways.keys()
    )
    return (*ways[region], *regions.way(place, region), facts.located_in({place}))
