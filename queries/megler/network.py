"""The actors of a region, or all, and who has a tie to whom: the network in which some stand between others."""

from collections.abc import Iterator

from queries.evaluation.ties import Ties
from queries.megler.brokerage import Contacts, open_pairs


class Network:
    """Actors, and for each that has ties its contacts, in the order of their ids."""

    def __init__(self, ties: Ties, region: str | None) -> None:
        """Take the actors in a region and the ties between them; without a region all."""
        self.actors = ties.within(region) if region else set(ties.actors)
        inside = ties.numbers.bits(self.actors)
        contacts: dict[str, list[str]] = {}
        for actor in sorted(self.actors & ties.neighbours.keys()):
            for other in ties.numbers.after(actor, ties.neighbours[actor] & inside):
                contacts.setdefault(actor, []).append(other)
                contacts.setdefault(other, []).append(actor)
        self.contacts: Contacts = dict(sorted(contacts.items()))
        self._near = {actor: set(others) for actor, others in self.contacts.items()}
        for part, whole in ties.parts(self._near):
            if whole in self._near:
                self._near[part].add(whole)
                self._near[whole].add(part)

    def ties(self) -> int:
        """How many ties there are."""
        return sum(map(len, self.contacts.values())) // 2

    def pairs(self, actor: str) -> Iterator[tuple[str, str]]:
        """The pairs that an actor stands between: without a tie, and neither a part of the other."""
        return open_pairs(self.contacts, self._near, actor)

    def brokers(self) -> list[str]:
        """The actors that stand between two others, in the order of their ids."""
        return [actor for actor in self.contacts if next(self.pairs(actor), None)]
