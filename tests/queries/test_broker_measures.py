"""Roles, betweenness, constraint and effective size: published values, small cases by hand, a second implementation.

Networks by name are those that NetworkX ships.
"""

import random
from collections import Counter
from collections.abc import Mapping

import networkx as nx
import pytest

from queries.megler.brokerage import Contacts, Group, Role, brokered, open_pairs, role
from queries.megler.holes import betweenness, constraint, effective_size
from tests.queries import brute_brokers

RANDOM_GRAPHS = range(40)
# Borgatti, Structural holes: unpacking Burt's redundancy measures (Connections 20, 1997), the figure of the ego G.
BORGATTI = [("A", "B"), ("A", "F"), ("A", "G"), ("A", "E"), ("E", "G"), ("F", "G"), ("B", "G"), ("B", "D"), ("D", "G"),
            ("G", "C")]  # fmt: skip
KARATE = nx.karate_club_graph()


def contacts(graph: nx.Graph) -> Contacts:
    return {str(node): sorted(str(other) for other in graph[node]) for node in graph if graph[node]}


def shares(graph: nx.Graph) -> Mapping[str, float]:
    return betweenness(contacts(graph), len(graph))


def counted(tied: Contacts, groups: Mapping[str, str], actor: str) -> Counter[Role | None]:
    """How many pairs an actor stands between in each role; who has no group is in none."""
    of: dict[str, Group | None] = {node: (groups[node],) if node in groups else None for node in tied}
    own, found = of[actor], Counter[Role | None]()
    for key, between in brokered(open_pairs(tied, tied, actor), of, actor).items():
        found[None if own is None or key is None else role(own, key)] += between.pairs
    return found


# Published values


def test_betweenness_of_the_florentine_families() -> None:
    """Jackson, Social and Economic Networks (2008); so do the tests of NetworkX have it."""
    found = shares(nx.florentine_families_graph())
    assert found["Medici"] == pytest.approx(0.522, abs=5e-4)
    assert found["Guadagni"] == pytest.approx(0.255, abs=5e-4)
    assert found["Strozzi"] == pytest.approx(0.103, abs=5e-4)
    assert found["Ginori"] == 0


def test_betweenness_of_krackhardts_kite() -> None:
    """Krackhardt, Assessing the political landscape (1990); the values are those in the tests of NetworkX."""
    published = [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0]
    assert list(shares(nx.krackhardt_kite_graph()).values()) == pytest.approx(published, abs=5e-4)


def test_betweenness_of_the_karate_club() -> None:
    """The tutorial of igraph, which finds the most for the first: 231.071 pairs, of 33 * 32 / 2."""
    found = shares(KARATE)
    assert max(found, key=lambda node: found[node]) == "0"
    assert found["0"] == pytest.approx(231.071 / 528, abs=1e-6)


def test_constraint_and_effective_size_of_borgattis_figure() -> None:
    """Effective sizes as Borgatti has them; constraint as UCINET and igraph find it, by the tests of NetworkX."""
    tied = contacts(nx.Graph(BORGATTI))
    assert [effective_size(tied, actor) for actor in "GAC"] == pytest.approx([4.67, 2.5, 1], abs=5e-3)
    assert [constraint(tied, actor) for actor in "GAC"] == pytest.approx([0.4, 0.595, 1], abs=5e-4)


# By hand


def test_the_medici_by_hand() -> None:
    """Six families are tied to the Medici, and of these two to each other: Ridolfi and Tornabuoni, who each have three.

    15 - 1 pairs; effective size 6 - 2/6; constraint (4 * 1 + 2 * (1 + 1/3)^2) / 36. The groups are made up.
    """
    tied = contacts(nx.florentine_families_graph())
    assert effective_size(tied, "Medici") == pytest.approx(6 - 2 / 6, abs=1e-12)
    assert constraint(tied, "Medici") == pytest.approx((4 + 2 * (4 / 3) ** 2) / 36, abs=1e-12)
    own = dict.fromkeys(("Medici", "Acciaiuoli", "Salviati", "Tornabuoni"), "a")
    groups = {**own, "Albizzi": "b", "Barbadori": "b", "Ridolfi": "c"}
    assert counted(tied, groups, "Medici") == {
        Role.COORDINATOR: 3,
        Role.ITINERANT: 1,
        Role.GATEKEEPER: 8,
        Role.LIAISON: 2,
    }
    del groups["Ridolfi"]
    assert counted(tied, groups, "Medici") == {
        Role.COORDINATOR: 3,
        Role.ITINERANT: 1,
        Role.GATEKEEPER: 6,
        None: 4,
    }


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("9", {Role.GATEKEEPER: 1}),  # between 2 (Mr. Hi) and 33
        ("19", {Role.GATEKEEPER: 2}),  # between 33 (Officer) and each of 0 and 1
        ("28", {Role.GATEKEEPER: 2}),  # between 2 (Mr. Hi) and each of 31 and 33
        ("31", {Role.GATEKEEPER: 5, Role.COORDINATOR: 7}),  # 0 (Mr. Hi) and five others, of whom three pairs are tied
        ("11", {}),  # has one tie
    ],
)
def test_the_two_sides_of_the_karate_club_by_hand(member: str, expected: Mapping[Role, int]) -> None:
    """Zachary, An information flow model for conflict and fission in small groups (1977)."""
    sides = {str(node): side for node, side in KARATE.nodes(data="club")}
    assert counted(contacts(KARATE), sides, member) == expected


def test_dorothy_among_the_southern_women_by_hand() -> None:
    """Davis, Gardner and Gardner, Deep South (1941); tied are those who were at one event, as Breiger (1974) has it.

    Dorothy met everybody but Charlotte. Flora and Olivia never met Laura, Brenda, Frances or Eleanor; each of these
    eight pairs has eleven women between it. The first nine women are one group, the others another.
    """
    davis = nx.davis_southern_women_graph()
    women = davis.graph["top"]
    tied = contacts(nx.bipartite.projected_graph(davis, women))
    groups = {woman: "first" if at < 9 else "second" for at, woman in enumerate(women)}
    dorothy = "Dorothy Murchison"
    assert len(tied[dorothy]) == len(women) - 2
    assert counted(tied, groups, dorothy) == {Role.GATEKEEPER: 8}
    assert betweenness(tied, len(women))[dorothy] == pytest.approx(8 / 11 / (17 * 16 / 2), abs=1e-12)
    assert effective_size(tied, dorothy) == pytest.approx(16 - 2 * (120 - 8) / 16, abs=1e-12)


@pytest.mark.parametrize(
    ("own", "one", "other", "expected"),
    [
        ("a", "a", "a", Role.COORDINATOR),
        ("b", "a", "a", Role.ITINERANT),
        ("a", "a", "b", Role.GATEKEEPER),
        ("b", "a", "b", Role.GATEKEEPER),
        ("c", "a", "b", Role.LIAISON),
    ],
)
def test_each_role_by_hand(own: str, one: str, other: str, expected: Role) -> None:
    """i - j - k without i - k; of arcs it is each role twice, but a gatekeeper once and a representative once."""
    groups = {"i": one, "j": own, "k": other}
    tied = {"i": ["j"], "j": ["i", "k"], "k": ["j"]}
    assert counted(tied, groups, "j") == {expected: 1}
    arcs = brute_brokers.arc_roles({node: set(others) for node, others in tied.items()}, groups, "j")
    gatekeeper = {brute_brokers.GATEKEEPER: 1, brute_brokers.REPRESENTATIVE: 1}
    name = next(name for name, one_role in brute_brokers.ROLES.items() if one_role == expected)
    assert arcs == (gatekeeper if expected is Role.GATEKEEPER else {name: 2})
    assert counted({**tied, "i": ["j", "k"], "k": ["i", "j"]}, groups, "j") == {}


def test_those_without_ties_are_among_the_pairs() -> None:
    assert betweenness({"i": ["j"], "j": ["i", "k"], "k": ["j"]}, 3)["j"] == 1
    assert betweenness({"i": ["j"], "j": ["i", "k"], "k": ["j"]}, 5)["j"] == pytest.approx(1 / 6)
    assert betweenness({}, 0) == {}


# A second implementation


@pytest.mark.parametrize("seed", RANDOM_GRAPHS)
def test_random_graphs(seed: int) -> None:
    drawn = random.Random(seed)
    graph = nx.gnp_random_graph(drawn.randint(3, 20), drawn.uniform(0.1, 0.7), seed=seed)
    tied = contacts(graph)
    plain = {str(node): {str(other) for other in graph[node]} for node in graph}
    groups = {node: drawn.choice("abc") for node in plain if drawn.random() < 0.9}
    found, constraints, sizes = shares(graph), nx.constraint(graph, list(graph)), nx.effective_size(graph, list(graph))
    for actor in tied:
        assert found[actor] == pytest.approx(float(brute_brokers.betweenness(plain, actor)), abs=1e-9, rel=0)
        assert effective_size(tied, actor) == pytest.approx(
            float(brute_brokers.effective_size(plain, actor)), abs=1e-9, rel=0
        )
        assert constraint(tied, actor) == pytest.approx(float(brute_brokers.constraint(plain, actor)), abs=1e-9, rel=0)
        assert constraint(tied, actor) == pytest.approx(constraints[int(actor)], abs=1e-9, rel=0)
        assert effective_size(tied, actor) == pytest.approx(sizes[int(actor)], abs=1e-9, rel=0)
        arcs = brute_brokers.arc_roles(plain, {node: groups.get(node) for node in plain}, actor)
        assert arcs[brute_brokers.GATEKEEPER] == arcs[brute_brokers.REPRESENTATIVE]
        roles = counted(tied, groups, actor)
        assert arcs == Counter(
            {
                brute_brokers.COORDINATOR: 2 * roles[Role.COORDINATOR],
                brute_brokers.ITINERANT: 2 * roles[Role.ITINERANT],
                brute_brokers.GATEKEEPER: roles[Role.GATEKEEPER],
                brute_brokers.REPRESENTATIVE: roles[Role.GATEKEEPER],
                brute_brokers.LIAISON: 2 * roles[Role.LIAISON],
            }
        )
        assert (found[actor] > 0) == (roles.total() > 0)
