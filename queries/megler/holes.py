"""How much the ties of others depend on an actor, and its own on few: betweenness, constraint and effective size.

Constraint and effective size are added up here: where one of 500 actors has 170 ties, NetworkX takes 10 s for the one,
as it adds the weights up anew for each pair, and 1 s for the other, as it copies the whole network for each actor.
"""

from queries.megler.brokerage import Contacts


def betweenness(contacts: Contacts, actors: int) -> dict[str, float]:
    """The share of all pairs of others on whose shortest ways each actor with ties lies: Freeman 1977.

    Parameters
    ----------
    contacts: who is tied to whom.
    actors: how many there are, those without ties among them.
    """
    import networkx as nx

    pairs = (actors - 1) * (actors - 2) / 2
    counted = nx.betweenness_centrality(nx.Graph(contacts), normalized=False)
    return {actor: count / pairs if pairs else 0.0 for actor, count in counted.items()}


def constraint(contacts: Contacts, actor: str) -> float:
    """How much an actor's contacts are tied to each other: Burt 1992."""
    own = contacts[actor]
    common = (_common(contacts, actor, other) for other in own)
    return sum((1 + sum(1 / len(contacts[third]) for third in some)) ** 2 for some in common) / len(own) ** 2


def effective_size(contacts: Contacts, actor: str) -> float:
    """How many of an actor's contacts are not redundant: Burt 1992, as Borgatti 1997 simplifies it."""
    own = contacts[actor]
    twice_the_ties = sum(len(_common(contacts, actor, other)) for other in own)
    return len(own) - twice_the_ties / len(own)


def _common(contacts: Contacts, actor: str, other: str) -> list[str]:
    """The contacts that two have in common, in the order of their ids."""
    return sorted(set(contacts[actor]).intersection(contacts[other]))
