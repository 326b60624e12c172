"""Finding the employers of a group in a region."""

from collections.abc import Collection, Iterable

from graph_model.store import Record
from queries.context import Context
from queries.motor.asked import Asked
from queries.motor.chain import Employer, Match
from queries.motor.texts import HOPS


def find_employers(context: Context, asked: Asked) -> dict[str, Employer]:
    """The employers of the region by their ids, in the order of their match, name and id."""
    matches = {group: asked.match(group) for group in asked.employed}
    employing: dict[str, list[tuple[Match, str, str]]] = {}
    for organisation, group, key, *_ in _employing(context, asked, matches.keys()):
        employing.setdefault(organisation, []).append((matches[group], group, key))
    located: dict[str, list[tuple[str, str]]] = {}
    for organisation, region, key, *_ in context.hop(HOPS["places"], employing.keys()):
        located.setdefault(organisation, []).append((region, key))
    found = [
        Employer(
            organisation, *min(employing[organisation]), [group for _, group, _ in employing[organisation]], places
        )
        for organisation, places in located.items()
        if any(region in asked.parts for region, _ in places)
    ]
    context.learn_names(employer.id for employer in found)
    found.sort(key=lambda employer: (employer.match, context.order(employer.id)))
    return {employer.id: employer for employer in found}


def _employing(context: Context, asked: Asked, groups: Collection[str]) -> Iterable[Record]:
    """Who employs one of these groups: everywhere, or in the region alone, whichever are fewer to read.

    In the widest region is everybody.
    """
    if not asked.wider or context.size(HOPS["employs"], groups) < context.size(HOPS["located"], asked.parts):
        return context.hop(HOPS["employs"], groups)
    there = {organisation for organisation, *_ in context.hop(HOPS["located"], asked.parts)}
    return (record for record in context.hop(HOPS["employed"], there) if record[1] in groups)
