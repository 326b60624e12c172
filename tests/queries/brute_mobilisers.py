"""The question `mobilisers` once more, from its definition alone and in the plainest way, to judge the program by.

Whatever is asked is found by going over all facts, again and again; no index, no query, nothing of the program.
"""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple, TypedDict

MATCHES = ["itself", "narrower", "broader"]
WHERES = ["here", "wider", "elsewhere"]
KINDS = ["direct", "gathers", "through"]
ACTORS = ["Organisation", "Network", "Programme", "Position"]
TIMED = ["MEMBER_OF", "RUNS", "HELD_AT", "MOBILISES"]
AFTER_Z = str.maketrans("æøå", "{|}")


class PlainNode(TypedDict):
    """A node, with the days on which it exists, and what is stated: its type, its status, the end of it."""

    kind: str
    name: str
    begins: dt.date
    ends: dt.date
    type: str | None
    status: str | None
    until: str | None


class PlainRelation(TypedDict):
    """A relation: its dates as stated, and the days on which it holds; it never does where it begins after it ends."""

    kind: str
    start: str
    end: str
    since: str | None
    until: str | None
    begins: dt.date
    ends: dt.date
    regions: list[str]
    role: str | None
    status: str | None
    key: str


class Facts(NamedTuple):
    """A graph as plain dicts: the nodes by their ids, and the relations."""

    nodes: dict[str, PlainNode]
    relations: list[PlainRelation]


class Row(TypedDict):
    """A row of the answer; a region, an actor and an intermediary are given by name."""

    actor: str
    chain: str
    over: str
    group_match: str
    where: str
    wider: list[str]
    by_name: int
    by_type: int
    of: int
    other_chains: int
    flags: list[str]


@dataclass
class Chain:
    """One chain: `to` is the target group (direct), the employer (gathers) or the intermediary (through)."""

    kind: str
    match: str
    where: str
    wider: set[str]
    to: str
    key: str
    timed: list[PlainRelation]
    by_name: bool = False


def brute(facts: Facts, group: str, region: str, first: dt.date, last: dt.date) -> list[Row]:
    """The mobilisers of a target group in a region, at a time from its first to its last day; ids or names do."""
    group, region = found(facts, "TargetGroup", group), found(facts, "Region", region)
    return Moment(facts, group, region, first, last).rows()


def found(facts: Facts, kind: str, wanted: str) -> str:
    """The id of a node, given by its id or by its name."""
    named = [
        node_id
        for node_id, node in facts.nodes.items()
        if node["kind"] == kind and (node_id == wanted or node["name"].casefold() == wanted.casefold())
    ]
    [node_id] = named
    return node_id


def holds(relation: PlainRelation, first: dt.date, last: dt.date) -> bool:
    """Whether a relation holds on some day from the first to the last."""
    never = relation["begins"] > relation["ends"]
    return not never and relation["begins"] <= last and relation["ends"] >= first


def alphabetical(name: str) -> str:
    """A name as the Norwegian alphabet sorts it, without regard to case: æ, ø, å after z."""
    return name.casefold().translate(AFTER_Z)


class Holding:
    """The facts that hold at a time, and what they say of any node."""

    def __init__(self, facts: Facts, first: dt.date, last: dt.date) -> None:
        self.nodes = facts.nodes
        self.relations = [relation for relation in facts.relations if holds(relation, first, last)]

    def above(self, kind: str, node: str) -> set[str]:
        """All that a node leads to over relations of a kind, without the node."""
        above: set[str] = set()
        grows = True
        while grows:
            grows = False
            for relation in self.of_kind(kind):
                from_here = relation["start"] == node or relation["start"] in above
                if from_here and relation["end"] not in above:
                    above.add(relation["end"])
                    grows = True
        return above

    def below(self, kind: str, node: str) -> set[str]:
        """All that leads to a node over relations of a kind, without the node."""
        return {other for other in self.nodes if other != node and node in self.above(kind, other)}

    def of_kind(self, kind: str) -> list[PlainRelation]:
        """The relations of a kind."""
        return [relation for relation in self.relations if relation["kind"] == kind]

    def ends_of(self, kind: str, start: str) -> set[str]:
        """Where the relations of a kind lead from a node, in one step."""
        return {relation["end"] for relation in self.of_kind(kind) if relation["start"] == start}

    def starts_of(self, kind: str, end: str) -> set[str]:
        """Where the relations of a kind that lead to a node come from, in one step."""
        return {relation["start"] for relation in self.of_kind(kind) if relation["end"] == end}

    def scope(self, actor: str) -> set[str]:
        """The regions that it covers; else where it is located; else the scopes of what it is part of, held at, run by.

        What has regions of its own is not followed further.
        """
        scope: set[str] = set()
        seen: set[str] = set()
        waiting = [actor]
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            own = self.ends_of("COVERS", node) or self.ends_of("LOCATED_IN", node)
            if own:
                scope |= own
            else:
                waiting += self.ends_of("PART_OF", node) | self.ends_of("HELD_AT", node) | self.starts_of("RUNS", node)
        return scope


class Moment(Holding):
    """The facts that hold at a time, and what the definition calls R, A, G, B and E for a group and a region."""

    def __init__(self, facts: Facts, group: str, region: str, first: dt.date, last: dt.date) -> None:
        super().__init__(facts, first, last)
        self.inside = {region} | self.below("PART_OF", region)  # R
        self.around = self.above("PART_OF", region)  # A
        self.group = group  # G is this and the narrower ones
        self.narrower = self.below("BROADER", group)
        self.broader = self.above("BROADER", group)  # B
        self.employers = self.matches_of_employers()  # E

    # The sets

    def match(self, group: str) -> str | None:
        """How a group is related to the one asked for."""
        if group == self.group:
            return "itself"
        if group in self.narrower:
            return "narrower"
        return "broader" if group in self.broader else None

    def matches_of_employers(self) -> dict[str, str]:
        """E, each employer with the best match among the groups that it employs.

        The organisations located in R that employ a group in G, or a group in B that itself has a broader group.
        """
        employers: dict[str, str] = {}
        for employs in self.of_kind("EMPLOYS"):
            employer, match = employs["start"], self.match_of_employees(employs["end"])
            if match is None or not self.ends_of("LOCATED_IN", employer) & self.inside:
                continue
            if employer not in employers or MATCHES.index(match) < MATCHES.index(employers[employer]):
                employers[employer] = match
        return employers

    def match_of_employees(self, group: str) -> str | None:
        """How a group that is employed is related to the one asked for; what is broader and topmost is not."""
        match = self.match(group)
        topmost = not self.ends_of("BROADER", group)
        return None if match == "broader" and topmost else match

    def meets(self, regions: set[str]) -> bool:
        """Whether regions meet R or A."""
        return bool(regions & (self.inside | self.around))

    def serves(self, actor: str) -> bool:
        """Whether its scope meets R or A."""
        return self.meets(self.scope(actor))

    def place(self, regions: set[str]) -> tuple[str, set[str]]:
        """Here, wider (with the regions of A that are met) or elsewhere."""
        if regions & self.inside:
            return "here", set()
        if regions & self.around:
            return "wider", regions & self.around
        return "elsewhere", set()

    def lies_in(self, employer: str, regions: set[str]) -> bool:
        """Whether its location, or a region that contains the location, is among the regions."""
        for location in self.ends_of("LOCATED_IN", employer):
            if location in regions or self.above("PART_OF", location) & regions:
                return True
        return False

    def is_of_type(self, employer: str, wanted: str) -> bool:
        """Whether it is of a type, or of a narrower one."""
        for actor_type in self.ends_of("OF_TYPE", employer):
            if actor_type == wanted or wanted in self.above("BROADER", actor_type):
                return True
        return False

    # The chains

    def mobilisations(self, actor: str) -> list[PlainRelation]:
        """The MOBILISES facts of an actor that are more than attempted or planned."""
        facts = self.of_kind("MOBILISES")
        return [fact for fact in facts if fact["start"] == actor and fact["status"] is None]

    def stated_or_scope(self, fact: PlainRelation) -> set[str]:
        """The regions of a fact, else the scope of its actor."""
        return set(fact["regions"]) or self.scope(fact["start"])

    def direct(self, actor: str) -> list[Chain]:
        """1: it MOBILISES a group in G or B, in regions that meet R or A."""
        chains = []
        for fact in self.mobilisations(actor):
            match = self.match(fact["end"])
            regions = self.stated_or_scope(fact)
            if match is not None and self.meets(regions):
                chains.append(Chain("direct", match, *self.place(regions), fact["end"], fact["key"], [fact]))
        return chains

    def gathers(self, actor: str) -> list[Chain]:
        """2: it has an employer in E as a member, gathers its type, or mobilises it or its type."""
        chains = []
        for employer, match in self.employers.items():
            if employer == actor:
                continue
            for fact in self.of_kind("MEMBER_OF"):
                if fact["start"] == employer and fact["end"] == actor:
                    place = self.place(self.scope(actor))
                    chains.append(Chain("gathers", match, *place, employer, fact["key"], [fact], by_name=True))
            for fact in self.of_kind("GATHERS"):
                of_type = fact["start"] == actor and self.is_of_type(employer, fact["end"])
                if of_type and self.lies_in(employer, self.scope(actor)):
                    place = self.place(self.scope(actor))
                    chains.append(Chain("gathers", match, *place, employer, fact["key"], []))
            for fact in self.mobilisations(actor):
                regions = self.stated_or_scope(fact)
                by_name = fact["end"] == employer
                by_type = self.is_of_type(employer, fact["end"]) and self.lies_in(employer, regions)
                if by_name or by_type:
                    place = self.place(regions)
                    chains.append(Chain("gathers", match, *place, employer, fact["key"], [fact], by_name))
        return chains

    def through(self, actor: str) -> list[Chain]:
        """3: it serves r, and is linked to one other that counts by 1 or 2."""
        chains = []
        if not self.serves(actor):
            return []
        for other in self.nodes:
            links = self.links(actor, other)
            behind = self.behind(actor, other) if links else []
            if behind:
                first = min(behind, key=self.order)
                # One chain, whatever links there are: here before wider, then by the fact's key.
                link, regions = min(links, key=lambda pair: (WHERES.index(self.place(pair[1])[0]), pair[0]["key"]))
                timed = [link, *first.timed]
                chains.append(Chain("through", first.match, *self.place(regions), other, link["key"], timed))
        return chains

    def links(self, actor: str, other: str) -> list[tuple[PlainRelation, set[str]]]:
        """The facts that link an actor to another, each with the regions by which its place is judged.

        The actor runs it, leads it as a member, is a position held at it, or mobilises it in regions that meet R or A.
        """
        links = []
        if actor == other:
            return []
        for fact in self.relations:
            if (fact["start"], fact["end"]) != (actor, other):
                continue
            if fact["kind"] in ("RUNS", "HELD_AT") or (fact["kind"] == "MEMBER_OF" and fact["role"] == "leader"):
                links.append((fact, self.scope(actor)))
            if fact["kind"] == "MOBILISES" and fact["status"] is None and self.meets(self.stated_or_scope(fact)):
                links.append((fact, self.stated_or_scope(fact)))
        return links

    def behind(self, actor: str, other: str) -> list[Chain]:
        """The chains by which another counts for an actor: its direct ones, and those to employers but the actor."""
        return self.direct(other) + [chain for chain in self.gathers(other) if chain.to != actor]

    # The answer

    def order(self, chain: Chain) -> tuple[int, int, int, str, str, str]:
        """The order of the chains of one row."""
        name = alphabetical(self.nodes[chain.to]["name"])
        ranks = MATCHES.index(chain.match), WHERES.index(chain.where), KINDS.index(chain.kind)
        return *ranks, name, chain.to, chain.key

    def chains(self, actor: str) -> list[Chain]:
        """All chains of an actor, in order."""
        return sorted(self.direct(actor) + self.gathers(actor) + self.through(actor), key=self.order)

    def rows(self) -> list[Row]:
        """One row an actor, in the order of the answer."""
        rows = []
        for actor, node in self.nodes.items():
            if node["kind"] in ACTORS:
                chains = self.chains(actor)
                if chains:
                    row = self.row(actor, chains)
                    ranks = self.order(chains[0])[:3]
                    reached = row["by_name"] + row["by_type"]
                    rows.append((ranks, -reached, alphabetical(node["name"]), actor, row))
        return [row for *_, row in sorted(rows, key=lambda entry: entry[:4])]

    def row(self, actor: str, chains: list[Chain]) -> Row:
        """The row of an actor whose chains are in order."""
        first = chains[0]
        reaching = [chain for chain in chains if chain.kind == "gathers"]
        for chain in chains:
            if chain.kind == "through":
                reaching += [other for other in self.behind(actor, chain.to) if other.kind == "gathers"]
        by_name = {chain.to for chain in reaching if chain.by_name}
        by_type = {chain.to for chain in reaching} - by_name
        flags = [flag for flag in (first.match, first.where) if flag not in ("itself", "here")]
        if by_type and not by_name:
            flags.append("by type")
        if time_unknown(first.timed):
            flags.append("time unknown")
        return {
            "actor": self.nodes[actor]["name"],
            "chain": first.kind,
            "over": self.nodes[first.to]["name"] if first.kind == "through" else "",
            "group_match": first.match,
            "where": first.where,
            "wider": sorted((self.nodes[region]["name"] for region in first.wider), key=alphabetical),
            "by_name": len(by_name),
            "by_type": len(by_type),
            "of": len(self.employers),
            "other_chains": len(chains) - 1,
            "flags": flags,
        }


def time_unknown(facts: list[PlainRelation]) -> bool:
    """Whether a MEMBER_OF, RUNS, HELD_AT or MOBILISES has neither bound, or these never hold at one moment."""
    timed = [fact for fact in facts if fact["kind"] in TIMED]
    if not timed:
        return False
    undated = any(not fact["since"] and not fact["until"] for fact in timed)
    return undated or max(fact["begins"] for fact in timed) > min(fact["ends"] for fact in timed)
