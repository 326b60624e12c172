"""The group and the region that are asked for, with what is below and above them."""

from queries.around import Around
from queries.context import Context
from queries.motor.chain import Match


class Asked(Around):
    """The group and the region that are asked for, with what is below and above them."""

    def __init__(self, context: Context, group: str, region: str) -> None:
        super().__init__(context, region)
        self.group = group
        self.narrower = context.groups.below(group)
        self.broader = context.groups.above(group) - {group}
        self.employed = self.narrower | {broader for broader in self.broader if context.groups.has_wider(broader)}

    def match(self, group: str) -> Match:
        """How one of these groups relates to the one asked for."""
        if group == self.group:
            return Match.ITSELF
        return Match.NARROWER if group in self.narrower else Match.BROADER
