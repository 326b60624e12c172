"""Who is an actor and who has a tie to whom, as one would find it on NetworkX: sets of neighbours."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from graph_model.facts import Period
from tests.benchmarks.networkx_facts import Moment, Tie
from tests.benchmarks.networkx_places import Scopes

_FROM = ("MEMBER_OF", "RUNS", "MOBILISES", "OFFERS", "NEEDS", "FUNDS", "TAKES_PART_IN")
_TO = ("MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES", "FUNDS")


class _Stand(NamedTuple):
    """An organisation that is a member, itself or by what it runs or holds; since when is known or not."""

    actor: str
    period: Period
    dated: bool


class Ties:
    """The actors of a time, the neighbours of each, those by ties of a known start, and the years of the starts."""

    def __init__(self, moment: Moment, *, membership: bool) -> None:
        self.moment = moment
        self._organisations = moment.existing("Organisation")
        self._scopes = Scopes(moment)
        over = {node for node in moment.existing("Offering", "Collaboration") if self._is_over(node)}
        self.actors = [actor for actor in self._organisations if self._is_actor(actor, over)]
        self.neighbours: dict[str, set[str]] = {}
        self.dated: dict[str, set[str]] = {}
        self.starts: dict[int, set[tuple[str, str]]] = {}
        for one, other, begins, dated in self._by_membership() if membership else self._by_collaboration():
            if dated:
                self.starts.setdefault(begins, set()).add((one, other))
            above = moment.above
            if other not in above("PART_OF", one) and one not in above("PART_OF", other):
                for known in (self.neighbours, self.dated) if dated else (self.neighbours,):
                    known.setdefault(one, set()).add(other)
                    known.setdefault(other, set()).add(one)

    def _is_over(self, node: str) -> bool:
        values = self.moment.nodes[node]["values"]
        return values["status"] == "ended" and not values["until"]

    def _is_actor(self, actor: str, over: set[str]) -> bool:
        outgoing = any(tie.end not in over for kind in _FROM for tie in self.moment.out(kind, actor))
        return outgoing or any(True for kind in _TO for _ in self.moment.into(kind, actor))

    def _by_collaboration(self) -> Iterator[tuple[str, str, int, bool]]:
        nodes = self.moment.nodes
        for actor in self._organisations:
            for tie in self.moment.out("COLLABORATES_WITH", actor):
                keys = [key.split("|") for key in tie.values["grounds"]]
                parts = [(end, since) for kind, _, end, since, *_ in keys if kind == "TAKES_PART_IN"]
                dated = any(since or nodes[end]["values"]["since"] for end, since in parts)
                yield tie.start, tie.end, tie.period.begins.year, dated

    def _by_membership(self) -> Iterator[tuple[str, str, int, bool]]:
        asked = self.moment.period
        for whole in self.moment.existing("Organisation", "Network"):
            stands = [stand for tie in self.moment.into("MEMBER_OF", whole) for stand in self._standing(tie)]
            for one, other in combinations(stands, 2):
                begins, ends = max(one.period.begins, other.period.begins), min(one.period.ends, other.period.ends)
                if one.actor != other.actor and max(begins, asked.begins) <= min(ends, asked.ends):
                    yield one.actor, other.actor, begins.year, one.dated or other.dated

    def _standing(self, tie: Tie) -> Iterator[_Stand]:
        dated = bool(tie.values["since"])
        queue: list[tuple[str, Period, frozenset[str]]] = [(tie.start, tie.period, frozenset((tie.start, tie.end)))]
        for actor, period, passed in queue:
            if self.moment.nodes[actor]["kind"] == "Organisation":
                yield _Stand(actor, period, dated)
                continue
            further = [(above.start, above) for above in self.moment.into("RUNS", actor)]
            further += [(above.end, above) for above in self.moment.out("HELD_AT", actor)]
            for other, above in further:
                if other not in passed:
                    queue.append((other, period.within(above.period), passed | {other}))

    def within(self, region: str) -> set[str]:
        """The actors that are in a region."""
        parts = self.moment.below("PART_OF", region)
        return {actor for actor in self.actors if self._is_in(actor, parts)}

    def _is_in(self, actor: str, parts: frozenset[str]) -> bool:
        places = self.moment.ends("LOCATED_IN", actor)
        if places:
            return not parts.isdisjoint(places)
        scope = self._scopes.of(actor)
        return bool(scope) and scope <= parts
