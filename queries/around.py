"""Where something is, seen from a region that is asked for: in it, in a region that contains it, or elsewhere."""

from collections.abc import Collection
from enum import IntEnum

from queries.context import Context


class Where(IntEnum):
    """How some regions relate to the one that is asked for, the best first."""

    HERE = 0
    WIDER = 1
    ELSEWHERE = 2


class Around:
    """A region that is asked for, with its parts and the regions that contain it."""

    def __init__(self, context: Context, region: str) -> None:
        """Look at a region at the time of the context."""
        self.region = region
        self.parts = context.regions.below(region)
        self.wider = context.regions.above(region) - {region}

    def where(self, regions: Collection[str]) -> Where:
        """How some regions relate to the one asked for."""
        if not self.parts.isdisjoint(regions):
            return Where.HERE
        return Where.ELSEWHERE if self.wider.isdisjoint(regions) else Where.WIDER
