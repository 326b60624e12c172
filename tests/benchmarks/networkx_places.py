"""Where actors work and how that lies to a region that is asked for, on NetworkX."""

from collections.abc import Collection

from tests.benchmarks.networkx_facts import Moment

HERE, WIDER, ELSEWHERE = range(3)


class Scopes:
    """The regions in which actors work, each found once."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._known: dict[str, frozenset[str]] = {}

    def of(self, actor: str) -> frozenset[str]:
        """What it covers, else where it is, else the scopes of what it is part of, held at or run by."""
        if actor not in self._known:
            found: set[str] = set()
            queue = [actor]
            seen = {actor}
            for node in queue:
                own = self._moment.ends("COVERS", node) or self._moment.ends("LOCATED_IN", node)
                found |= own
                further = set() if own else self._wholes(node)
                queue += further - seen
                seen |= further
            self._known[actor] = frozenset(found)
        return self._known[actor]

    def _wholes(self, node: str) -> set[str]:
        moment = self._moment
        return moment.ends("PART_OF", node) | moment.ends("HELD_AT", node) | moment.starts("RUNS", node)


class Around:
    """A region that is asked for, with its parts and those that contain it; without one, everything is here."""

    def __init__(self, moment: Moment, region: str | None) -> None:
        self.region = region
        self.inside = moment.below("PART_OF", region) if region else frozenset()
        self.wider = moment.above("PART_OF", region) - {region} if region else frozenset()

    def where(self, regions: Collection[str]) -> int:
        """How some regions relate to the one asked for."""
        if not self.region or not self.inside.isdisjoint(regions):
            return HERE
        return ELSEWHERE if self.wider.isdisjoint(regions) else WIDER
