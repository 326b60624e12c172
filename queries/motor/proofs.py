"""The paths that prove a row: from the actor to the group, to the region, and to the employers that it reaches."""

from collections.abc import Iterator

from queries.around import Where
from queries.context import Context
from queries.edges import Edge, Path
from queries.motor.asked import Asked
from queries.motor.chain import Chain, Reached, Tie
from queries.motor.chains import Chains

MOST_EMPLOYERS = 10


def row_paths(context: Context, asked: Asked, chains: Chains, actor: str, reached: Reached) -> Iterator[Path]:
    """The paths of an actor's row: those of its first chain, then those to the employers that it reaches."""
    yield from _paths(context, asked, chains, actor, reached.first)
    yield from _paths_to_employers(context, chains, reached)


def _paths(context: Context, asked: Asked, chains: Chains, actor: str, first: Chain) -> Iterator[Path]:
    """The way to the group, and the way to the region: over where the employer is, and over the actor's scope."""
    links, last = [tie.edge for tie in first.ties], first.inner or first
    if last.employer is None:
        group = last.target
    else:
        links += type_hops(context, chains, last.tie, last.target)
        group = last.employer.employs.end
        located = last.employer.located_in(asked.parts)
        yield (*links, located, *context.regions.way(located.end, asked.region))
        links.append(last.employer.employs)
    yield (*links, *way_between(context, asked, group))
    yield from _scope_path(context, asked, chains, actor, first)
    if first.inner:
        for path in _scope_path(context, asked, chains, first.target, first.inner):
            yield (first.tie.edge, *path)


def _paths_to_employers(context: Context, chains: Chains, reached: Reached) -> Iterator[Path]:
    """The ways to the first of the employers that are reached, those by name before those by type."""
    best: dict[str, tuple[bool, Path, Tie]] = {}
    for links, ways in reached.ways:
        edges = tuple(tie.edge for tie in links)
        for way in ways:
            found = (not way.by_name, edges, way.tie)
            for employer in way.employers[:MOST_EMPLOYERS]:
                best[employer] = min(best.get(employer, found), found)
    for employer in sorted(best, key=lambda one: (best[one][0], chains.rank[one]))[:MOST_EMPLOYERS]:
        _, edges, tie = best[employer]
        hops = type_hops(context, chains, tie, employer)
        yield (*edges, tie.edge, *hops, chains.employers[employer].employs)


def type_hops(context: Context, chains: Chains, tie: Tie, employer: str) -> Iterator[Edge]:
    """From the type that is gathered down to the employer that is of it."""
    kind = tie.edge.end
    if tie.edge.kind in ("GATHERS", "MOBILISES") and kind != employer:
        own = min(own for own in chains.types[employer] if kind in context.types.above(own))
        yield from reversed(context.types.way(own, kind))
        yield chains.types[employer][own]


def way_between(context: Context, asked: Asked, group: str) -> Path:
    """The way between a group that is met and the one that is asked for."""
    narrower = group in asked.narrower
    start, end = (group, asked.group) if narrower else (asked.group, group)
    return context.groups.way(start, end)


def _scope_path(context: Context, asked: Asked, chains: Chains, actor: str, chain: Chain) -> Iterator[Path]:
    """How the actor's scope meets the region, where the chain rests on that."""
    if chain.tie.regions or chain.where is Where.ELSEWHERE:
        return
    ways = chains.scopes.of(actor).ways
    met = asked.parts if chain.where is Where.HERE else asked.wider
    region = min(region for region in ways if region in met)
    up = (region, asked.region) if region in asked.parts else (asked.region, region)
    yield (*ways[region], *context.regions.way(*up))
