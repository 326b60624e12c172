"""The plan: who is chosen to reach the employers, whom each of them reaches, and who stays unreached."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from queries.context import Context
from queries.motor.asked import Asked
from queries.motor.chain import Tie
from queries.motor.chains import Chains
from queries.motor.covering import covering
from queries.question import Given

SECONDS = 10
"""So long the solver may take; what is best by then is the answer."""


class Suggested(NamedTuple):
    """Whom an employer could be tied to: one by whom its type is gathered, by this tie, or in whose scope it lies."""

    actor: str
    by_type: Tie | None


class Plan:
    """Who is chosen, at the time of the context."""

    def __init__(self, context: Context, given: Given) -> None:
        """Find who reaches which employer by name, and choose."""
        self.context = context
        self.asked = Asked(context, given["target_group"], given["region"])
        self.chains = Chains(context, self.asked)
        self.excluded: Collection[str] = given.get("exclude", ())
        self.at_least, self.at_most = given.get("at_least", 1), given.get("at_most")
        context.learn_names({*self.chains.ways, *self.chains.direct, *self.excluded})
        self.ties = {actor: ties for actor in self.chains.ways if (ties := self._ties(actor))}
        able = [actor for actor in self.ties if actor not in self.excluded]
        able.sort(key=self._rank)
        reach = [frozenset(self.ties[actor]) for actor in able]
        self.covering = covering(reach, at_least=self.at_least, at_most=self.at_most, seconds=SECONDS)
        self.chosen = [able[at] for at in self.covering.chosen]
        self.reached_by = self._reached_by(self.chosen)
        self.reachable = self._reached_by(able)
        self._all_reaching = self._reached_by(self.ties)
        self.unreached = [employer for employer in self.chains.employers if employer not in self.reached_by]

    def _ties(self, actor: str) -> dict[str, Tie]:
        """The employers that an actor reaches by name, each with the first of the facts by which it does."""
        found: dict[str, Tie] = {}
        for way in sorted((way for way in self.chains.ways[actor] if way.by_name), key=lambda way: way.tie.edge.key):
            for employer in way.employers:
                found.setdefault(employer, way.tie)
        return found

    def _reached_by(self, actors: Iterable[str]) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for actor in actors:
            for employer in self.ties[actor]:
                found.setdefault(employer, []).append(actor)
        return found

    def employers(self, actor: str) -> list[str]:
        """The employers that a chosen one reaches, in order."""
        return sorted(self.ties[actor], key=self.chains.rank.__getitem__)

    def only(self, actor: str) -> list[str]:
        """The employers that of those chosen it alone reaches, in order."""
        return [employer for employer in self.employers(actor) if self.reached_by[employer] == [actor]]

    def left_out(self, employer: str) -> list[str]:
        """Who reaches an employer by name, but is not chosen."""
        return self.in_order(set(self._all_reaching.get(employer, ())) - set(self.chosen))

    def in_order(self, actors: Iterable[str]) -> list[str]:
        """Actors in the order of their names."""
        return sorted(actors, key=self.context.order)

    @cached_property
    def reaches_all(self) -> bool:
        """Whether every employer is reached as often as is asked for, as far as so many reach it."""
        return all(
            len(self.reached_by.get(employer, ())) >= min(self.at_least, len(by))
            for employer, by in self.reachable.items()
        )

    @cached_property
    def suggested(self) -> Mapping[str, Suggested]:
        """For each employer that stays unreached whom it could be tied to, as far as there is somebody at hand."""
        chosen = set(self.chosen)
        others = {*self.chains.ways, *self.chains.direct} - chosen - set(self.excluded)
        ranked = sorted(others, key=self._rank)
        self.chains.scopes.learn([*self.chosen, *ranked])
        found: dict[str, Suggested] = {}
        for actors in (self.chosen, ranked):
            for find in (self._gathering, self._near):
                missing = [employer for employer in self.unreached if employer not in found]
                for employer, suggested in find(actors, missing):
                    found.setdefault(employer, suggested)
        return found

    def _rank(self, actor: str) -> tuple[int, tuple[str, str]]:
        return -len(self.ties.get(actor, ())), self.context.order(actor)

    def _gathering(self, actors: Sequence[str], missing: Collection[str]) -> Iterator[tuple[str, Suggested]]:
        """Employers that miss somebody, with those of the actors that gather or mobilise their type where they are."""
        still = set(missing)
        for actor in actors:
            ways = [way for way in self.chains.ways.get(actor, ()) if not way.by_name]
            for way in sorted(ways, key=lambda way: way.tie.edge.key):
                for employer in still.intersection(way.employers).difference(self.ties.get(actor, ())):
                    yield employer, Suggested(actor, way.tie)

    def _near(self, actors: Sequence[str], missing: Collection[str]) -> Iterator[tuple[str, Suggested]]:
        """Employers that miss somebody, with those of the actors in whose scope they lie."""
        lying: dict[frozenset[str], list[str]] = {}
        for employer in missing:
            lying.setdefault(self.chains.employers[employer].places & self.asked.parts, []).append(employer)
        for places, employers in lying.items():
            around = frozenset().union(*map(self.context.regions.above, places))
            near = [actor for actor in actors if not around.isdisjoint(self.chains.scopes.of(actor).regions)]
            for employer in employers:
                actor = next((one for one in near if one != employer and employer not in self.ties.get(one, ())), None)
                if actor:
                    yield employer, Suggested(actor, None)
