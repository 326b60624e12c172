"""The question `reach` once more, from its definition alone and in the plainest way, to judge the program by.

The chains are those of the brute force of `mobilisers`; where they end is found by going over all facts again.
"""

import datetime as dt
import itertools

from tests.queries.brute_mobilisers import Chain, Facts, Moment, Row, alphabetical, found


class Reached(Row):
    """A row of the answer: a group and a region, by name, and the actor's row in the mobilisers in question."""

    target_group: str
    region: str


def brute_reach(
    facts: Facts, actor: str, group: str | None, region: str | None, first: dt.date, last: dt.date
) -> list[Reached]:
    """Whom an actor reaches, by id or name, at a time from its first to its last day; ids or names do."""
    nodes = facts.nodes
    mobiliser = found_actor(facts, actor)
    groups = [found(facts, "TargetGroup", group)] if group else of_kind(facts, "TargetGroup")
    regions = [found(facts, "Region", region)] if region else of_kind(facts, "Region")
    rows: list[tuple[tuple[str, str, str, str], Reached]] = []
    for asked_group, asked_region in itertools.product(groups, regions):
        moment = Moment(facts, asked_group, asked_region, first, last)
        chains = moment.chains(mobiliser)
        pairs = {pair for chain in chains for pair in ends(moment, mobiliser, chain)}
        for met, where in pairs:
            if (group or met == asked_group) and (region or where == asked_region):
                group_name, region_name = nodes[met]["name"], nodes[where]["name"]
                order = alphabetical(group_name), met, alphabetical(region_name), where
                row = moment.row(mobiliser, chains)
                rows.append((order, {"target_group": group_name, "region": region_name, **row}))
    return [row for _, row in sorted(rows, key=lambda entry: entry[0])]


def found_actor(facts: Facts, wanted: str) -> str:
    """The id of an actor, given by its id or by its name."""
    [actor] = [
        node_id
        for kind in ("Organisation", "Network", "Programme", "Position")
        if wanted in of_kind(facts, kind) or wanted in [facts.nodes[other]["name"] for other in of_kind(facts, kind)]
        for node_id in [found(facts, kind, wanted)]
    ]
    return actor


def of_kind(facts: Facts, kind: str) -> list[str]:
    """The ids of all nodes of a kind."""
    return [node_id for node_id, node in facts.nodes.items() if node["kind"] == kind]


def ends(moment: Moment, actor: str, chain: Chain) -> set[tuple[str, str]]:
    """The pairs of a group and a region in which a chain of an actor ends."""
    if chain.kind == "direct":
        [fact] = chain.timed
        regions = moment.stated_or_scope(fact) & (moment.inside | moment.around)
        return {(chain.to, region) for region in regions}
    if chain.kind == "gathers":
        groups = {group for group in moment.ends_of("EMPLOYS", chain.to) if moment.match_of_employees(group)}
        return set(itertools.product(groups, moment.ends_of("LOCATED_IN", chain.to) & moment.inside))
    return {pair for behind in moment.behind(actor, chain.to) for pair in ends(moment, chain.to, behind)}
