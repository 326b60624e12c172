"""The question `missing-participants` once more, from its definition alone, to judge the program by."""

import datetime as dt
from typing import NamedTuple, TypedDict

from tests.queries.brute_mobilisers import Facts, Holding, PlainRelation, alphabetical

TIMED = ["MEMBER_OF", "RUNS", "HELD_AT"]
GATHERED, PARTICIPANT, BEHIND = range(3)


class Row(TypedDict):
    """A row of the answer; types, forums and actors are given by name."""

    type: str
    having: int
    of: int
    forums: list[str]
    actors: list[str]
    wider: list[str]
    flags: list[str]


class Way(NamedTuple):
    """A way to a type, in the order in which ways stand."""

    how: int
    length: int
    keys: list[str]
    type: str
    facts: list[PlainRelation]


class Comparison(Holding):
    """The facts that hold at a time, and what they say of forums."""

    def __init__(self, facts: Facts, first: dt.date, last: dt.date) -> None:
        super().__init__(facts, first, last)
        self.forums = [
            node_id
            for node_id, node in facts.nodes.items()
            if node["kind"] == "Network"
            and node["type"] == "forum"
            and node["begins"] <= last
            and node["ends"] >= first
            and node["begins"] <= node["ends"]
        ]
        self.first, self.last = first, last

    def rows(self, forum: str) -> list[Row]:
        """What a forum lacks; nothing where it is no forum, or does not exist."""
        if forum not in self.forums:
            return []
        others = [other for other in self.forums if other != forum and self.kinds(forum) & self.kinds(other)]
        stated = {way.type for other in others for way in self.ways(other) if way.how != BEHIND}
        rows = []
        for kind in stated:
            having = self.sorted({other for other in others if self.has(other, kind)})
            if not self.has(forum, kind):
                rows.append((-len(having), alphabetical(self.nodes[kind]["name"]), kind, having))
        return [self.row(forum, kind, having, len(others)) for _, _, kind, having in sorted(rows)]

    def row(self, forum: str, kind: str, having: list[str], of: int) -> Row:
        inside = {part for region in self.scope(forum) for part in {region} | self.below("PART_OF", region)}
        around = {whole for region in self.scope(forum) for whole in self.above("PART_OF", region)} - inside
        kinds = {kind} | self.below("BROADER", kind)
        actors = {actor for one in kinds for actor in self.starts_of("OF_TYPE", one)}
        here = {actor for actor in actors if self.scope(actor) & inside}
        wider = {actor for actor in actors - here if self.scope(actor) & around}
        timed = [fact for fact in self.has(having[0], kind)[0].facts if fact["kind"] in TIMED]
        undated = any(not fact["since"] and not fact["until"] for fact in timed)
        apart = bool(timed) and max(fact["begins"] for fact in timed) > min(fact["ends"] for fact in timed)
        return {
            "type": self.nodes[kind]["name"],
            "having": len(having),
            "of": of,
            "forums": self.names(set(having)),
            "actors": self.names(here),
            "wider": self.names(wider),
            "flags": ["time unknown"] if undated or apart else [],
        }

    def kinds(self, forum: str) -> set[str]:
        """What the regions are that a forum works in."""
        return {kind for region in self.scope(forum) if (kind := self.nodes[region]["type"])}

    def has(self, forum: str, kind: str) -> list[Way]:
        """The ways by which a forum has a type, the first first."""
        narrower, broader = self.below("BROADER", kind), self.above("BROADER", kind)
        return [
            way
            for way in self.ways(forum)
            if way.type == kind or way.type in narrower or (way.how == GATHERED and way.type in broader)
        ]

    def ways(self, forum: str) -> list[Way]:
        """Every way from a forum to a type, over actors that it does not come back to; the first first."""
        gathered = [fact for fact in self.of_kind("GATHERS") if fact["start"] == forum]
        ways = [Way(GATHERED, 1, [fact["key"]], fact["end"], [fact]) for fact in gathered]
        members = [[fact] for fact in self.of_kind("MEMBER_OF") if fact["end"] == forum]
        runs = [[fact] for fact in self.of_kind("RUNS") if fact["end"] == forum]
        for trail in self.trails(forum, members, wholes=False):
            ways += self.to_types(PARTICIPANT, forum, trail)
        participants = [
            trail for trail in self.first_to_each(forum, members) if self.is_organisation(tip(trail, forum))
        ]
        for trail in self.trails(forum, [*participants, *runs], wholes=True):
            ways += self.to_types(BEHIND, forum, trail)
        return sorted(ways, key=lambda way: way[:3])

    def trails(self, forum: str, starts: list[list[PlainRelation]], *, wholes: bool) -> list[list[PlainRelation]]:
        """All ways on from here, over no actor twice."""
        found = []
        waiting = [trail for trail in starts if tip(trail, forum) != forum]
        while waiting:
            trail = waiting.pop()
            found.append(trail)
            actor = tip(trail, forum)
            if self.is_organisation(actor):
                further = [fact for fact in self.of_kind("PART_OF") if fact["start"] == actor] if wholes else []
            else:
                further = [fact for fact in self.of_kind("HELD_AT") if fact["start"] == actor]
                further += [fact for fact in self.of_kind("RUNS") if fact["end"] == actor]
            for fact in further:
                other = fact["end"] if fact["start"] == actor else fact["start"]
                if other != forum and not any(other in (known["start"], known["end"]) for known in trail):
                    waiting.append([*trail, fact])
        return found

    def first_to_each(self, forum: str, members: list[list[PlainRelation]]) -> list[list[PlainRelation]]:
        first: dict[str, list[PlainRelation]] = {}
        for trail in sorted(self.trails(forum, members, wholes=False), key=lambda one: (len(one), keys(one))):
            first.setdefault(tip(trail, forum), trail)
        return list(first.values())

    def to_types(self, how: int, forum: str, trail: list[PlainRelation]) -> list[Way]:
        """The ways over a trail to the types of the actor that it comes to."""
        return [
            Way(how, len(trail) + 1, [*keys(trail), fact["key"]], fact["end"], [*trail, fact])
            for fact in self.of_kind("OF_TYPE")
            if fact["start"] == tip(trail, forum)
        ]

    def is_organisation(self, actor: str) -> bool:
        return self.nodes[actor]["kind"] == "Organisation"

    def sorted(self, ids: set[str]) -> list[str]:
        return sorted(ids, key=lambda node: (alphabetical(self.nodes[node]["name"]), node))

    def names(self, ids: set[str]) -> list[str]:
        return [self.nodes[node]["name"] for node in self.sorted(ids)]


def keys(trail: list[PlainRelation]) -> list[str]:
    return [fact["key"] for fact in trail]


def tip(trail: list[PlainRelation], forum: str) -> str:
    """The actor that a trail from a forum has come to."""
    at = forum
    for fact in trail:
        at = fact["end"] if fact["start"] == at else fact["start"]
    return at
