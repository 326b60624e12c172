"""What was tried for a need until a time: offerings that were attempted or have ended, and attempted collaborations."""

from collections.abc import Iterator

from graph_model.brokering import ActivityStatus, Collaboration
from graph_model.facts import ALWAYS, Period
from queries.context import Context
from queries.cypher import checked
from queries.edges import Path
from queries.hops import Hop
from queries.matters import Matter, matters
from queries.megler import fit
from queries.megler.fit import Fit

_CAME_OF = Hop("RESULTED_IN", "Collaboration", "Need", "end")
CYPHER = checked({**fit.CYPHER, _CAME_OF.kind: _CAME_OF.cypher})


class Tried:
    """What was tried: judged by all that holds on any day until the last of the time that is asked for."""

    def __init__(self, context: Context, now: Fit) -> None:
        """Read what there was until the time of the context.

        Parameters
        ----------
        now: needs and offerings at that time itself.
        """
        until = context.at(Period(ALWAYS.begins, context.as_of.period.ends))
        self._now = now
        self._fields = until.fields
        self._until = Fit(until)
        self._attempts = [
            one for one in matters(until, Collaboration).values() if one.state == ActivityStatus.ATTEMPTED
        ]
        self._came_of = until.linked(_CAME_OF, self._until.needs.keys())

    def of(self, need: str) -> list[Matter]:
        """What was tried for a need: offerings, then collaborations, in the order of their names."""
        offerings = self._until.meeting(self._until.needs[need])
        return [*filter(self._is_over, offerings), *self._attempts_at(need)]

    def _is_over(self, offering: Matter) -> bool:
        """Whether an offering was only attempted, or has ended."""
        status = offering.values["status"]
        if status == ActivityStatus.ATTEMPTED:
            return True
        now = self._now.offerings.get(offering.id)
        return now.state == ActivityStatus.ENDED if now else status != ActivityStatus.PLANNED

    def _attempts_at(self, need: str) -> Iterator[Matter]:
        """The attempted collaborations that a need came of, or that are in its field and its place."""
        needed = self._until.needs[need]
        fields = self._fields.below_all(needed.fields)
        for attempt in self._attempts:
            near = not fields.isdisjoint(attempt.fields) and self._until.near(needed, attempt)
            if near or attempt.id in self._came_of.get(need, {}):
                yield attempt

    def ties(self, need: str, other: Matter) -> Iterator[Path]:
        """What ties something that was tried to a need."""
        if came_of := self._came_of.get(need, {}).get(other.id):
            yield (came_of,)
        yield from self._until.ties(self._until.needs[need], other)
