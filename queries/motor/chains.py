"""Finding the chains by which actors mobilise: to a group itself, to employers of it, or through one other actor."""

from collections.abc import Collection, Iterable, Iterator

from graph_model.facts import ALWAYS, Period
from graph_model.names import alphabetical
from queries.around import Where
from queries.context import Context
from queries.edges import Edge
from queries.motor.asked import Asked
from queries.motor.chain import Chain, ChainKind, Match, Reached, Tie, Way, Ways
from queries.motor.employers import find_employers
from queries.motor.texts import HOPS
from queries.scopes import Scopes


class Chains:
    """Finds every chain to a group in a region, at the time of the context."""

    def __init__(self, context: Context, asked: Asked, scopes: Scopes | None = None) -> None:
        """Find who employs the group, who mobilises it or gathers its employers, and who works through those."""
        self._context = context
        self._asked = asked
        self.scopes = scopes or Scopes(context)
        self.employers = find_employers(context, asked)
        self.rank = {employer: rank for rank, employer in enumerate(self.employers)}
        self.elsewhere: list[Tie] = []
        self.direct: dict[str, list[Chain]] = {}
        self.ways: dict[str, list[Way]] = {}
        self.types: dict[str, dict[str, Edge]] = {}
        self._find_direct_and_ways()
        self._links = self._find_links()

    def actors(self) -> dict[str, Reached]:
        """Every actor that counts, with what it reaches."""
        through = {actor: list(self._through(actor)) for actor in self._links}
        found: dict[str, Reached] = {}
        for actor in {*self.direct, *self.ways, *self._links}:
            ways = tuple(self._own_ways(actor))
            chains = [*self.direct.get(actor, []), *through.get(actor, [])]
            first_gathered = self.first_gathered(ways)
            if first_gathered:
                chains.append(first_gathered)
            if chains:
                all_ways: list[Ways] = [((), ways)] if ways else []
                all_ways += [
                    ((chain.tie,), tuple(self._own_ways(chain.target, actor))) for chain in through.get(actor, [])
                ]
                count = len(chains) - bool(first_gathered) + sum(len(way.employers) for way in ways)
                by_name = _reached(all_ways, by_name=True)
                by_type = _reached(all_ways, by_name=False) - by_name
                found[actor] = Reached(min(chains), count, by_name, by_type, tuple(all_ways))
        return found

    def ends(self, actor: str) -> set[tuple[str, str]]:
        """The pairs of a group and a region in which the chains of an actor end; see the question ``reach``."""
        others = [chain.target for chain in self._through(actor)] if actor in self._links else []
        return self._own_ends(actor).union(*(self._own_ends(other, without=actor) for other in others))

    def _own_ends(self, actor: str, without: str = "") -> set[tuple[str, str]]:
        around = self._asked.parts | self._asked.wider
        found = {
            (chain.target, region)
            for chain in self.direct.get(actor, [])
            for region in around.intersection(chain.tie.regions or self.scopes.of(actor).regions)
        }
        for employer in {employer for way in self._own_ways(actor, without) for employer in way.employers}:
            groups, places = self.employers[employer].groups, self.employers[employer].places & self._asked.parts
            found |= {(group, place) for group in groups for place in places}
        return found

    def _find_direct_and_ways(self) -> None:
        direct = list(self._ties("direct", self._asked.narrower | self._asked.broader))
        members, by_name, by_type = self._gathering()
        self.scopes.learn(
            [tie.edge.start for tie in direct if not tie.regions]
            + [tie.edge.end for tie in members]
            + [tie.edge.start for tie in (*by_name, *by_type)]
        )
        self._add_direct(direct)
        for tie in members:
            self._add_way(tie.edge.end, tie, [tie.edge.start], by_name=True)
        for tie in by_name:
            self._add_way(tie.edge.start, tie, [tie.edge.end], by_name=True)
        self._add_ways_by_type(by_type)

    def _add_direct(self, ties: Collection[Tie]) -> None:
        self._context.learn_names({tie.edge.end for tie in ties})
        for tie in ties:
            actor, group = tie.edge.start, tie.edge.end
            where = self._where(actor, tie)
            if where is Where.ELSEWHERE:
                self.elsewhere.append(tie)
            else:
                name = alphabetical(self._context.name(group))
                chain = Chain(self._asked.match(group), where, ChainKind.DIRECT, name, group, tie.edge.key, tie)
                self.direct.setdefault(actor, []).append(chain)

    def _gathering(self) -> tuple[list[Tie], list[Tie], list[Tie]]:
        """The relations by which somebody gathers employers: as members, by name, and by their type."""
        employers = self.employers.keys()
        for employer, kind, key, *_ in self._context.hop(HOPS["types"], employers):
            self.types.setdefault(employer, {})[kind] = Edge("OF_TYPE", employer, kind, key)
        members = list(self._ties("members", employers))
        by_name = list(self._ties("mobilises", employers))
        kinds = {wider for own in self.types.values() for kind in own for wider in self._context.types.above(kind)}
        return members, by_name, [*self._ties("gathers", kinds), *self._ties("mobilises_type", kinds)]

    def _add_ways_by_type(self, ties: Iterable[Tie]) -> None:
        lying = self._employers_by_type_and_place()
        for tie in ties:
            regions = tie.regions or self.scopes.of(tie.edge.start).regions
            within = {
                employer
                for (kind, places), some in lying.items()
                if tie.edge.end in self._context.types.above(kind) and not places.isdisjoint(regions)
                for employer in some
            }
            self._add_way(tie.edge.start, tie, sorted(within, key=self.rank.__getitem__), by_name=False)

    def _employers_by_type_and_place(self) -> dict[tuple[str, frozenset[str]], list[str]]:
        """The employers by their type and by all the regions that they lie in; few pairs, however many they are."""
        above: dict[frozenset[str], frozenset[str]] = {}
        lying: dict[tuple[str, frozenset[str]], list[str]] = {}
        for employer in self.employers.values():
            places = employer.places
            if places not in above:
                above[places] = frozenset().union(*map(self._context.regions.above, places))
            for kind in self.types.get(employer.id, {}):
                lying.setdefault((kind, above[places]), []).append(employer.id)
        return lying

    def _add_way(self, actor: str, tie: Tie, employers: Iterable[str], *, by_name: bool) -> None:
        others = tuple(employers)
        if actor in others:
            others = tuple(employer for employer in others if employer != actor)
        if others:
            self.ways.setdefault(actor, []).append(Way(tie, by_name, self._where(actor, tie), others))

    def _find_links(self) -> dict[str, dict[str, list[tuple[Where, Tie]]]]:
        """For each actor that serves the region, the others that it works through, with its links to each."""
        through = sorted({*self.direct, *self.ways})
        ties = [
            *self._ties("runs", through),
            *self._ties("leads", through),
            *self._ties("held", through),
            *self._ties("mobilises_actor", through),
        ]
        self.scopes.learn(tie.edge.start for tie in ties)
        links: dict[str, dict[str, list[tuple[Where, Tie]]]] = {}
        for tie in ties:
            actor, other = tie.edge.start, tie.edge.end
            serves = self._asked.where(self.scopes.of(actor).regions) is not Where.ELSEWHERE
            where = self._where(actor, tie)
            if serves and where is not Where.ELSEWHERE and actor != other:
                links.setdefault(actor, {}).setdefault(other, []).append((where, tie))
        self._context.learn_names({other for others in links.values() for other in others})
        return links

    def _through(self, actor: str) -> Iterator[Chain]:
        """A chain over each other that counts by itself, even if the actor were no employer."""
        for other, links in self._links[actor].items():
            gathered = self.first_gathered(list(self._own_ways(other, actor)))
            inner = min([*self.direct.get(other, []), *([gathered] if gathered else [])], default=None)
            if inner:
                where, tie = min(links)
                name = alphabetical(self._context.name(other))
                yield Chain(
                    inner.match, where, ChainKind.THROUGH, name, other, tie.edge.key, tie, inner.employer, inner
                )

    def _own_ways(self, actor: str, without: str = "") -> Iterable[Way]:
        """The ways of an actor, without one employer."""
        ways = self.ways.get(actor, [])
        return _without(ways, without) if without in self.employers else ways

    def first_gathered(self, ways: Iterable[Way]) -> Chain | None:
        """The first of the chains of these ways of one actor."""
        first = min(ways, key=self._order, default=None)
        return self._gathered(first) if first else None

    def _order(self, way: Way) -> tuple[Match, Where, int, str]:
        """The order of the ways of an actor: that of their first chains, without making the chains."""
        best = way.employers[0]
        return self.employers[best].match, way.where, self.rank[best], way.tie.edge.key

    def _gathered(self, way: Way) -> Chain:
        """The first chain of a way: to the best of its employers."""
        employer = self.employers[way.employers[0]]
        name = alphabetical(self._context.name(employer.id))
        return Chain(
            employer.match, way.where, ChainKind.GATHERS, name, employer.id, way.tie.edge.key, way.tie, employer
        )

    def _where(self, actor: str, tie: Tie) -> Where:
        """Where a tie works: in the regions that it states, else in its actor's scope."""
        return self._asked.where(tie.regions or self.scopes.of(actor).regions)

    def _ties(self, hop: str, ids: Collection[str]) -> Iterator[Tie]:
        """The relations of a hop; only those that mobilise carry regions and a medium."""
        kind = HOPS[hop].kind
        for start, end, key, since, until, first, last, *carried in self._context.hop(HOPS[hop], ids):
            regions, medium = carried[:2] if kind == "MOBILISES" else ((), ())
            edge = Edge(kind, start, end, key)
            yield Tie(edge, bool(since or until), Period(first, last), frozenset(regions or ()), tuple(medium or ()))


def _without(ways: Iterable[Way], employer: str) -> Iterator[Way]:
    for way in ways:
        if employer not in way.employers:
            yield way
        elif len(way.employers) > 1:
            yield way._replace(employers=tuple(other for other in way.employers if other != employer))


def never_at_once(ties: Iterable[Tie]) -> bool:
    """Whether there is no day on which all of these hold."""
    common = ALWAYS
    for tie in ties:
        common = common.within(tie.period)
    return common.begins > common.ends


def _reached(ways: Iterable[Ways], *, by_name: bool) -> frozenset[str]:
    return frozenset().union(*(way.employers for _, some in ways for way in some if way.by_name is by_name))
