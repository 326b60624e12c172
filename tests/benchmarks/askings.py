"""What the questions are asked with: the common and the rare of what the graph holds, nothing named beforehand."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple

from graph_model.nodes import RegionType
from graph_model.store import Record, Snapshot

TIME, ALL_TIME = "2024", "all"
_REGION_TYPES = (RegionType.MUNICIPALITY, RegionType.REGION, RegionType.COUNTY)
_FOUND = {
    "region": "MATCH (o:Organisation)-[:LOCATED_IN]->(n:Region)",
    "type": "MATCH (o:Organisation)-[:OF_TYPE]->(n:ActorType)",
    "offered group": "MATCH (o:Offering)-[:`FOR`]->(n:TargetGroup)",
    "needed field": "MATCH (o:Need)-[:IN_FIELD]->(n:Field)",
    "mobiliser": "MATCH (n:Organisation|Network|Programme|Position)-[o:MOBILISES]->(:TargetGroup)",
    "network": "MATCH (o:Organisation)-[:MEMBER_OF]->(n:Network)",
    "forum": "MATCH (o:Organisation)-[:MEMBER_OF]->(n:Network) WHERE n.type = 'forum'",
    "member": "MATCH (n:Organisation)-[:MEMBER_OF]->(o:Network)",
}
"""What can be asked for; of each the one with the most facts is common, the one with the fewest rare."""


class Asking(NamedTuple):
    """A question with its parameters, which are ids, or values of a list; and in words.

    Parameters
    ----------
    question: the question's id.
    words: the parameters by name.
    given: the parameters.
    time: the time that is asked for.
    """

    question: str
    words: str
    given: Mapping[str, Any]
    time: str = TIME

    def __str__(self) -> str:
        return f"{self.question}: {self.words}"


def askings(snapshot: Snapshot) -> list[Asking]:
    """Every question, each with something common and something rare."""
    return [*mobilisers(snapshot), *_introductions(snapshot), *_missing_participants(snapshot), *_others(snapshot)]


def mobilisers(snapshot: Snapshot) -> list[Asking]:
    """A common group and a rare one, each in a municipality, a region and a county: those with most organisations."""
    groups = snapshot.query(
        "MATCH (:Organisation)-[r:EMPLOYS]->(g:TargetGroup) WHERE EXISTS { MATCH (g)-[:BROADER]->(:TargetGroup) } "
        "RETURN g.id, g.name, count(*) AS facts ORDER BY facts DESC, g.id"
    )
    regions = [region for kind in _REGION_TYPES for region in _largest(snapshot, kind)]
    return [
        Asking("mobilisers", f"{group_name}, {region_name}", {"target_group": group, "region": region})
        for (group, group_name, _), (region, region_name, _) in product((groups[0], groups[-1]), regions)
    ]


def _largest(snapshot: Snapshot, kind: RegionType) -> list[Record]:
    return snapshot.query(
        "MATCH (o:Organisation)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..3]->(r:Region) WHERE r.type = $kind "
        "RETURN r.id, r.name, count(DISTINCT o.id) AS facts ORDER BY facts DESC, r.id LIMIT 1",
        kind=kind.value,
    )


def _introductions(snapshot: Snapshot) -> Iterator[Asking]:
    """From the actor with the most memberships to one with the fewest, and to the largest and the smallest network."""
    (member, name), rare = _both(snapshot, "member")
    for other, other_name in (rare, *_both(snapshot, "network")):
        yield Asking("introduction", f"{name}, {other_name}", {"from_actor": member, "to_actor": other})


def _missing_participants(snapshot: Snapshot) -> Iterator[Asking]:
    for forum, name in _both(snapshot, "forum"):
        yield Asking("missing-participants", name, {"forum": forum})


def _others(snapshot: Snapshot) -> Iterator[Asking]:
    whole = "everything"
    ((county, county_name, _),) = _largest(snapshot, RegionType.COUNTY)
    ((group, group_name, _),) = snapshot.query(
        "MATCH (:Organisation)-[r:EMPLOYS]->(g:TargetGroup) RETURN g.id, g.name, count(*) AS facts "
        "ORDER BY facts DESC, g.id LIMIT 1"
    )
    for mobiliser, name in _both(snapshot, "mobiliser"):
        yield Asking("reach", name, {"actor": mobiliser})
        there = {"actor": mobiliser, "target_group": group, "region": county}
        yield Asking("reach", f"{name}, {group_name}, {county_name}", there)
    planned = {"target_group": group, "region": county}
    yield Asking("mobilisation-plan", f"{group_name}, {county_name}", planned)
    yield Asking("mobilisation-plan", f"{group_name}, {county_name}, each by 2", {**planned, "at_least": 2})
    yield Asking("mobilisation-plan", f"{group_name}, {county_name}, at most 20", {**planned, "at_most": 20})
    yield Asking("offerings", whole, {})
    for asked, name in _both(snapshot, "offered group"):
        yield Asking("offerings", name, {"target_group": asked})
    yield Asking("unmet-needs", whole, {})
    for field, name in _both(snapshot, "needed field"):
        yield Asking("unmet-needs", name, {"field": field})
    for question in ("forums", "actors"):
        yield Asking(question, whole, {})
    for region, name in _both(snapshot, "region"):
        for question in ("offerings", "unmet-needs", "forums", "actors", "density"):
            yield Asking(question, name, {"region": region})
    for kind, name in _both(snapshot, "type"):
        yield Asking("actors", name, {"type": kind})
    for network, name in _both(snapshot, "network"):
        yield Asking("actor", name, {"actor": network})
    yield Asking("density", f"{county_name}, by region", {"region": county})
    yield Asking("density", f"{county_name}, by type", {"region": county, "by": "type"})
    yield Asking("density", f"{county_name}, by year", {"region": county, "by": "year"}, ALL_TIME)
    yield Asking("density", f"{county_name}, by membership", {"region": county, "ties": "membership"})
    yield Asking("brokers", whole, {})
    yield Asking("brokers", f"{county_name}, by type", {"region": county, "partition": "type"})


def _both(snapshot: Snapshot, what: str) -> Iterator[tuple[str, str]]:
    """The commonest and the rarest of something, each with its name."""
    found = snapshot.query(f"{_FOUND[what]} RETURN n.id, n.name, count(*) AS facts ORDER BY facts DESC, n.id")
    for node, name, _ in (found[0], found[-1]):
        yield node, name
