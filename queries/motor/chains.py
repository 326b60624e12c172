"""The chains by which actors mobilise: to a target group itself, to employers of it, or through one other actor."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from graph_model.facts import ALWAYS, Period
from graph_model.names import alphabetical
from queries.answer import Edge
from queries.context import Context
from queries.cypher import checked
from queries.scopes import Scopes

_AT = "r.first_day <= $last AND r.last_day >= $first"
_TIE = "r.key, r.since, r.until, r.first_day, r.last_day"
_ACTOR = "m:Organisation|Network|Programme|Position"

CYPHER = checked(
    {
        "employers": (
            "MATCH (e:Organisation)-[r:LOCATED_IN]->(k:Region) "
            f"WHERE k.id IN $regions AND {_AT} "
            "MATCH (e)-[w:EMPLOYS]->(g:TargetGroup) "
            "WHERE g.id IN $groups AND w.first_day <= $last AND w.last_day >= $first "
            "RETURN e.id, e.name, k.id, r.key, g.id, w.key"
        ),
        "places": (
            f"MATCH (e:Organisation)-[r:LOCATED_IN]->(k:Region) WHERE e.id IN $employers AND {_AT} RETURN e.id, k.id"
        ),
        "types": (
            f"MATCH (e:Organisation)-[r:OF_TYPE]->(y:ActorType) WHERE e.id IN $employers AND {_AT} "
            "RETURN e.id, y.id, r.key"
        ),
        "direct": (
            f"MATCH ({_ACTOR})-[r:MOBILISES]->(g:TargetGroup) WHERE g.id IN $groups AND r.status IS NULL AND {_AT} "
            f"RETURN m.id, g.id, {_TIE}, r.regions, r.medium"
        ),
        "members": (
            "MATCH (e:Organisation)-[r:MEMBER_OF]->(m:Organisation|Network) "
            f"WHERE e.id IN $employers AND {_AT} RETURN e.id, m.id, {_TIE}"
        ),
        "gathers": (
            f"MATCH (m:Network)-[r:GATHERS]->(y:ActorType) WHERE y.id IN $types AND {_AT} RETURN m.id, y.id, {_TIE}"
        ),
        "mobilises": (
            f"MATCH ({_ACTOR})-[r:MOBILISES]->(e:Organisation) "
            f"WHERE e.id IN $employers AND r.status IS NULL AND {_AT} "
            f"RETURN m.id, e.id, {_TIE}, r.regions, r.medium"
        ),
        "mobilises_type": (
            f"MATCH ({_ACTOR})-[r:MOBILISES]->(y:ActorType) WHERE y.id IN $types AND r.status IS NULL AND {_AT} "
            f"RETURN m.id, y.id, {_TIE}, r.regions, r.medium"
        ),
        "runs": (
            f"MATCH ({_ACTOR})-[r:RUNS]->(n:Organisation|Network|Programme) "
            f"WHERE n.id IN $through AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "leads": (
            f"MATCH ({_ACTOR})-[r:MEMBER_OF]->(n:Organisation|Network) "
            f"WHERE n.id IN $through AND r.role = 'leader' AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "held": (
            "MATCH (m:Position)-[r:HELD_AT]->(n:Organisation|Programme) "
            f"WHERE n.id IN $through AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "mobilises_actor": (
            f"MATCH ({_ACTOR})-[r:MOBILISES]->(n:Organisation|Network|Programme|Position) "
            f"WHERE n.id IN $through AND r.status IS NULL AND {_AT} "
            f"RETURN m.id, n.id, {_TIE}, r.regions, r.medium"
        ),
    }
)


class Match(IntEnum):
    """How the group that is met relates to the one that is asked for, the best first."""

    ITSELF = 0
    NARROWER = 1
    BROADER = 2


class Where(IntEnum):
    """Where a chain works in relation to the region that is asked for, the best first."""

    HERE = 0
    WIDER = 1
    ELSEWHERE = 2


class ChainKind(IntEnum):
    """How a chain leads from the actor to the group, the best first."""

    DIRECT = 0
    GATHERS = 1
    THROUGH = 2


class Tie(NamedTuple):
    """A relation of a chain: what it is, whether it has a date of its own, when it holds, and what it carries."""

    edge: Edge
    dated: bool
    period: Period
    regions: frozenset[str]
    medium: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Employer:
    """An organisation of the region that employs the group, with the facts that say so.

    Parameters
    ----------
    id: the organisation.
    match: how the group that it employs relates to the one asked for; the best, where it employs several.
    employs: the fact that it employs that group.
    located: the facts of where it is in the region.
    """

    id: str
    match: Match
    employs: Edge
    located: tuple[Edge, ...]


class Chain(NamedTuple):
    """A way from an actor to the group, in the order in which the chains of an actor stand.

    Parameters
    ----------
    match, where, kind: what the order is by.
    name, target, key: then the name and id of the group (direct), the employer (gathers) or the intermediary
        (through), and the key of the fact.
    tie: the actor's own relation in it.
    employer: the employer at its end; None for a direct one.
    inner: for through, the first chain of the intermediary.
    """

    match: Match
    where: Where
    kind: ChainKind
    name: str
    target: str
    key: str
    tie: Tie
    employer: Employer | None = None
    inner: "Chain | None" = None

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The actor's relations and, behind them, those of the intermediary."""
        return (self.tie, *(self.inner.ties if self.inner else ()))


class Way(NamedTuple):
    """One fact by which an actor gathers employers, the best of them first."""

    tie: Tie
    by_name: bool
    where: Where
    employers: tuple[str, ...]


class Reached(NamedTuple):
    """What an actor reaches: its chains from the first on, and the employers by name and by type alone."""

    first: Chain
    chains: int
    by_name: frozenset[str]
    by_type: frozenset[str]


class Asked:
    """The group and the region that are asked for, with what is below and above them."""

    def __init__(self, context: Context, group: str, region: str) -> None:
        self.group, self.region = group, region
        self.parts = context.regions.below(region)
        self.wider = context.regions.above(region) - {region}
        self.narrower = context.groups.below(group)
        self.broader = context.groups.above(group) - {group}
        self.employed = self.narrower | {broader for broader in self.broader if context.groups.has_wider(broader)}

    def match(self, group: str) -> Match:
        """How one of these groups relates to the one asked for."""
        if group == self.group:
            return Match.ITSELF
        return Match.NARROWER if group in self.narrower else Match.BROADER

    def where(self, regions: Collection[str]) -> Where:
        """How some regions relate to the one asked for."""
        if not self.parts.isdisjoint(regions):
            return Where.HERE
        return Where.ELSEWHERE if self.wider.isdisjoint(regions) else Where.WIDER


class Chains:
    """Finds every chain to a group in a region, at the time of the context."""

    def __init__(self, context: Context, asked: Asked) -> None:
        """Find who employs the group, who mobilises it or gathers its employers, and who works through those."""
        self._context = context
        self._asked = asked
        self.scopes = Scopes(context)
        self.employers = self._find_employers()
        self.elsewhere: list[Tie] = []
        self._direct: dict[str, list[Chain]] = {}
        self._ways: dict[str, list[Way]] = {}
        self.types: dict[str, dict[str, Edge]] = {}
        self._find_direct()
        self._find_ways()
        self._links = self._find_links()

    def actors(self) -> dict[str, Reached]:
        """Every actor that counts, with what it reaches."""
        through = {actor: list(self._through(actor)) for actor in self._links}
        found = {}
        for actor in {*self._direct, *self._ways, *self._links}:
            ways = list(self._own_ways(actor))
            chains = [*self._direct.get(actor, []), *through.get(actor, [])]
            first_gathered = self._first_gathered(ways)
            if first_gathered:
                chains.append(first_gathered)
            if chains:
                others = [way for chain in through.get(actor, []) for way in self._own_ways(chain.target, actor)]
                count = len(chains) - bool(first_gathered) + sum(len(way.employers) for way in ways)
                by_name = _reached([*ways, *others], by_name=True)
                by_type = _reached([*ways, *others], by_name=False) - by_name
                found[actor] = Reached(min(chains), count, by_name, by_type)
        return found

    def _find_employers(self) -> dict[str, Employer]:
        """The employers of the region, in the order of their match, name and id."""
        found: dict[str, Employer] = {}
        names: dict[str, str] = {}
        records = self._context.query(
            CYPHER["employers"], regions=sorted(self._asked.parts), groups=sorted(self._asked.employed)
        )
        for organisation, name, region, located_key, group, employs_key in records:
            located = Edge("LOCATED_IN", organisation, region, located_key)
            employs = Edge("EMPLOYS", organisation, group, employs_key)
            names[organisation] = name
            known = found.get(organisation) or Employer(organisation, self._asked.match(group), employs, ())
            match, best = min((known.match, known.employs), (self._asked.match(group), employs))
            places = tuple(sorted({*known.located, located}))
            found[organisation] = Employer(organisation, match, best, places)
        self._context.remember(names)
        return dict(sorted(found.items(), key=lambda item: (item[1].match, alphabetical(names[item[0]]), item[0])))

    def _find_direct(self) -> None:
        groups = sorted(self._asked.narrower | self._asked.broader)
        ties = list(self._ties("direct", "MOBILISES", groups=groups))
        self.scopes.learn(tie.edge.start for tie in ties if not tie.regions)
        self._context.learn_names({tie.edge.end for tie in ties})
        for tie in ties:
            actor, group = tie.edge.start, tie.edge.end
            where = self._where(actor, tie)
            if where is Where.ELSEWHERE:
                self.elsewhere.append(tie)
            else:
                name = alphabetical(self._context.name(group))
                chain = Chain(self._asked.match(group), where, ChainKind.DIRECT, name, group, tie.edge.key, tie)
                self._direct.setdefault(actor, []).append(chain)

    def _find_ways(self) -> None:
        employers = list(self.employers)
        if not employers:
            return
        for employer, kind, key in self._context.query(CYPHER["types"], employers=employers):
            self.types.setdefault(employer, {})[kind] = Edge("OF_TYPE", employer, kind, key)
        members = list(self._ties("members", "MEMBER_OF", employers=employers))
        by_name = list(self._ties("mobilises", "MOBILISES", employers=employers))
        kinds = sorted({wider for own in self.types.values() for kind in own for wider in self._context.types.above(kind)})
        by_type = [
            *self._ties("gathers", "GATHERS", types=kinds),
            *self._ties("mobilises_type", "MOBILISES", types=kinds),
        ]
        self.scopes.learn([tie.edge.end for tie in members] + [tie.edge.start for tie in (*by_name, *by_type)])
        for tie in members:
            self._add_way(tie.edge.end, tie, [tie.edge.start], by_name=True)
        for tie in by_name:
            self._add_way(tie.edge.start, tie, [tie.edge.end], by_name=True)
        lying = self._employers_by_type_and_place()
        for tie in by_type:
            regions = tie.regions or self.scopes.of(tie.edge.start).regions
            within = {
                employer
                for (kind, places), some in lying.items()
                if tie.edge.end in self._context.types.above(kind) and not places.isdisjoint(regions)
                for employer in some
            }
            self._add_way(tie.edge.start, tie, [employer for employer in employers if employer in within], by_name=False)

    def _employers_by_type_and_place(self) -> dict[tuple[str, frozenset[str]], list[str]]:
        """The employers by their type and by all the regions that they lie in; few pairs, however many they are."""
        places: dict[str, frozenset[str]] = {}
        for employer, region in self._context.query(CYPHER["places"], employers=list(self.employers)):
            places[employer] = places.get(employer, frozenset()) | self._context.regions.above(region)
        lying: dict[tuple[str, frozenset[str]], list[str]] = {}
        for employer in self.employers:
            for kind in self.types.get(employer, {}):
                lying.setdefault((kind, places[employer]), []).append(employer)
        return lying

    def _add_way(self, actor: str, tie: Tie, employers: Iterable[str], *, by_name: bool) -> None:
        others = tuple(employer for employer in employers if employer != actor)
        if others:
            self._ways.setdefault(actor, []).append(Way(tie, by_name, self._where(actor, tie), others))

    def _find_links(self) -> dict[str, dict[str, list[tuple[Where, Tie]]]]:
        """For each actor that serves the region, the others that it works through, with its links to each."""
        through = sorted({*self._direct, *self._ways})
        ties = [
            *self._ties("runs", "RUNS", through=through),
            *self._ties("leads", "MEMBER_OF", through=through),
            *self._ties("held", "HELD_AT", through=through),
            *self._ties("mobilises_actor", "MOBILISES", through=through),
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
            gathered = self._first_gathered(list(self._own_ways(other, actor)))
            inner = min([*self._direct.get(other, []), *([gathered] if gathered else [])], default=None)
            if inner:
                where, tie = min(links)
                name = alphabetical(self._context.name(other))
                yield Chain(inner.match, where, ChainKind.THROUGH, name, other, tie.edge.key, tie, inner.employer, inner)

    def _own_ways(self, actor: str, without: str = "") -> Iterator[Way]:
        """The ways of an actor, without one employer."""
        for way in self._ways.get(actor, []):
            if without not in way.employers:
                yield way
            elif len(way.employers) > 1:
                yield way._replace(employers=tuple(employer for employer in way.employers if employer != without))

    def _first_gathered(self, ways: Iterable[Way]) -> Chain | None:
        return min((self._gathered(way) for way in ways), default=None)

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

    def _ties(self, text: str, kind: str, **parameters: object) -> Iterator[Tie]:
        """The relations that a text finds; only those that mobilise carry regions and a medium."""
        if not all(parameters.values()):
            return
        for start, end, key, since, until, first, last, *carried in self._context.query(CYPHER[text], **parameters):
            regions, medium = carried or (None, None)
            edge = Edge(kind, start, end, key)
            yield Tie(edge, bool(since or until), Period(first, last), frozenset(regions or ()), tuple(medium or ()))


def never_at_once(ties: Iterable[Tie]) -> bool:
    """Whether there is no day on which all of these hold."""
    common = ALWAYS
    for tie in ties:
        common = common.within(tie.period)
    return common.begins > common.ends


def _reached(ways: Iterable[Way], *, by_name: bool) -> frozenset[str]:
    return frozenset(employer for way in ways if way.by_name is by_name for employer in way.employers)
