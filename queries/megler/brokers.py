"""Who stands between groups: Gould and Fernandez's five roles, betweenness, constraint and effective size.

For a time t, a region r or none, and a partition of the actors (region, where it is left out, or type). The *network*:
its actors are those of ``density`` that are in r at t, or, without r, all; its ties are those of ``density`` (by
collaboration) between two of these. What crosses the border of r does not count. The *contacts* of an actor are those
that it has a tie to.

An actor *stands between* two of its contacts that have no tie themselves, and of which neither is PART_OF the other,
directly or over others: an open pair. There is a row for each actor that stands between at least one.

*Groups.* Each actor is in one group, or in none that is known.

- By region: level 0 is r, or, without r, the regions that are part of none; each next level the direct parts of those
  of the level before (PART_OF at t); a municipality is on no level. The *compared* regions are those of the first level
  that has two or more; where none has, the municipalities in r (r and its parts), or, without r, all of them. The
  group of an actor is the set of the compared regions that it is in ('in' as in ``density``): one in two regions is in
  a group of its own with those in the same two; one in none of them in the group *elsewhere*, with all of these. An
  actor that is LOCATED_IN nowhere and has no scope is in no known group.
- By type: the group of an actor is the set of the types that it is OF_TYPE as stated; without any it is in none.

*Roles* (Gould and Fernandez 1989). They define them for arcs: j brokers from i to k when i->j and j->k but not i->k. A
tie here has no direction: it is an arc each way. So each open pair {i, k} of j gives two triads, i->j->k and k->j->i,
and is counted once here. With g the groups of the three: *coordinator* g(i) = g(j) = g(k); *itinerant broker*
(consultant) g(i) = g(k), not g(j); *liaison* all three differ; and where g(j) is that of just one of i and k, one of
the triads makes j a *gatekeeper* (into its group) and the other a *representative* (out of it): without directions the
two roles are one, counted in one column. Their own counts, of arcs, are these for gatekeeper and for representative,
and twice these for the other three. A pair is ``unclassified`` where the group of i, j or k is not known.

Columns: ``group`` is the actor's group, None where it is not known. ``role`` is the role with the most pairs, of equals
the first of liaison, gatekeeper and representative, itinerant broker, coordinator; None where all are unclassified.
``between`` says in words between whom: an entry 'A – B (n)' for each two groups, 'innad: A (n)' for pairs of one group,
'ukjent gruppe (n)' for the unclassified, n being the open pairs. A group is called by its regions or types, in
Norwegian order, with / between; elsewhere is 'X ellers', X being r, or, without r, the only region that is part of
none; just 'ellers' where there are several, and just X where no regions are compared. Entries with most pairs come
first; of as many by the groups, each by the names and ids of its regions or types in Norwegian order, elsewhere behind
all others; the unclassified last; past three entries how many more there are. ``pairs`` are all open pairs, which
``coordinator``, ``itinerant``, ``gatekeeper_representative``, ``liaison`` and ``unclassified`` add up to.

- ``betweenness`` (Freeman 1977), normalised: the sum over all pairs {s, t} of other actors, in any group, of the share
  of the shortest ways from s to t on which j lies, divided by (n-1)(n-2)/2, n being all actors of the network, those
  without ties too. 0 to 1.
- ``constraint`` (Burt 1992, chapter 2): the sum over the contacts i of (p_ji + sum over q of p_jq p_qi)^2, q being each
  further contact of j; p_xy is 1/d_x where x and y have a tie, else 0, with d_x the number of x's contacts.
- ``effective_size`` (Burt 1992; Borgatti 1997 for ties without weight or direction, which these are): d - 2m/d, with d
  the number of j's contacts and m that of the ties between them.

These three know ties alone: to them a part and its whole are two like any others without a tie. They are rounded to
nine decimals.

Flagged 'time unknown': a RUNS or HELD_AT of the two ties of the first path has neither a since nor an until, or there
is no day on which all facts of both ties hold.

Order: by the pairs in two different groups (gatekeeper and representative, and liaison), then by all pairs, most first,
then by name in Norwegian order, then id.

Paths: for each of the first three entries of ``between`` the first open pair (by the lower id, then the higher): the
ties of j to both; all other ties of the one of the two that has fewer (of equals the first), among which there is none
to the other; and what puts the three in their groups and in r (where they are LOCATED_IN, else what gives them their
scope, and the ways up to the compared regions and to r; OF_TYPE). Of several ways in which two are tied that one is
shown whose start is known, as in ``density``, then the first by its facts, from the one with the lower id on.

Sources: Gould and Fernandez, Structures of mediation (Sociological Methodology 19, 1989); Freeman, A set of measures of
centrality based on betweenness (Sociometry 40, 1977); Burt, Structural Holes (1992); Borgatti, Structural holes:
unpacking Burt's redundancy measures (Connections 20, 1997); Brandes, A faster algorithm for betweenness centrality
(Journal of Mathematical Sociology 25, 2001), by which NetworkX finds it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from graph_model.nodes import Region
from graph_model.text import Text, listed
from graph_model.values import Choice
from queries.answer import Column, Found, Row
from queries.context import Context
from queries.edges import Path
from queries.evaluation.standing import Pair, Way, undated
from queries.evaluation.ties import CYPHER, Ties
from queries.flags import flags_column, notes_on
from queries.megler.broker_summary import none, summary
from queries.megler.brokerage import Broker, Role
from queries.megler.groups import ByRegion, ByType, Partition
from queries.megler.holes import betweenness, constraint, effective_size
from queries.megler.network import Network
from queries.question import Given, Parameter, Question

MOST_SHOWN = 3
DECIMALS = 9


class PartitionBy(Choice):
    """What makes actors one group."""

    REGION = "region", "region", "region"
    TYPE = "type", "type", "type", "aktørtype"


_PARTITIONS: Mapping[str, type[Partition]] = {PartitionBy.REGION: ByRegion, PartitionBy.TYPE: ByType}
_GROUPS: Mapping[str, Text] = {
    PartitionBy.REGION: Text("regioner", "regions"),
    PartitionBy.TYPE: Text("typer", "types"),
}
_PAIRS = Text("par", "pairs")
_COUNTS = {
    "coordinator": Role.COORDINATOR,
    "itinerant": Role.ITINERANT,
    "gatekeeper_representative": Role.GATEKEEPER,
    "liaison": Role.LIAISON,
    "unclassified": None,
}
COLUMNS = (
    Column("actor", Text("Aktør", "Actor")),
    Column("group", Text("Gruppe", "Group"), brief="below"),
    Column("role", Text("Rolle", "Role"), codes={one.value: one.label for one in Role}, brief="below"),
    flags_column(),
    Column("between", Text("Står mellom", "Stands between")),
    Column("pairs", Text("Par", "Pairs"), unit=_PAIRS),
    *(
        Column(name, one.label if one else Text("ukjent gruppe", "group unknown"), unit=_PAIRS, brief="no")
        for name, one in _COUNTS.items()
    ),
    Column("betweenness", Text("Mellomledd", "Betweenness"), unit=Text("andel av par", "share of pairs")),
    Column("constraint", Text("Binding", "Constraint"), unit=Text("indeks", "index")),
    Column(
        "effective_size", Text("Effektiv størrelse", "Effective size"), unit=Text("kontakter", "contacts"), brief="no"
    ),
)


def _answer(context: Context, given: Given) -> Found:
    ties, region, by = Ties(context, membership=False), given.get("region"), given.get("partition", PartitionBy.REGION)
    network = Network(ties, region)
    partition = _PARTITIONS[by](context, ties, region)
    groups = {actor: partition.of(actor) for actor in network.contacts}
    context.learn_names(network.contacts)
    brokers = [Broker.of(actor, network.pairs(actor), groups, partition.order) for actor in network.brokers()]
    brokers.sort(key=lambda broker: (-broker.across, -broker.pairs, context.order(broker.id)))
    if not brokers:
        return Found(none(context, ties, region, network), [])
    rows = list(_rows(context, ties, network, partition, brokers))
    unknown = sum(group is None for group in groups.values())
    notes = [*notes_on(rows), *([_UNKNOWN.filled(n=unknown, of=len(groups))] if unknown else []), _NOTE]
    names = [context.name(broker.id) for broker in brokers]
    where = next((partition.between(key) for key in brokers[0].between if key and len(key) > 1), "")
    return Found(summary(context, region, network, names, brokers[0].across, where, _GROUPS[by]), rows, notes)


def _rows(
    context: Context, ties: Ties, network: Network, partition: Partition, brokers: Sequence[Broker]
) -> Iterator[Row]:
    shares = betweenness(network.contacts, len(network.actors))
    first = {broker.id: _first(ties, broker) for broker in brokers}
    unknown = undated(context, [edge for ways in first.values() for way in ways for edge in way.path])
    for broker in brokers:
        between = [f"{partition.between(key)} ({some.pairs})" for key, some in broker.between.items()]
        values = {
            "actor": context.name(broker.id),
            "group": None if broker.group is None else partition.name(broker.group),
            "flags": ["time unknown"] if _is_undated(first[broker.id], unknown) else [],
            "role": broker.mostly(),
            "between": listed(between, context.lang, MOST_SHOWN),
            "pairs": broker.pairs,
            **{name: broker.counts.get(one, 0) for name, one in _COUNTS.items()},
            "betweenness": round(shares[broker.id], DECIMALS),
            "constraint": round(constraint(network.contacts, broker.id), DECIMALS),
            "effective_size": round(effective_size(network.contacts, broker.id), DECIMALS),
        }
        yield Row(values, partial(_proof, ties, network, partition, broker))


def _first(ties: Ties, broker: Broker) -> list[Way]:
    """The two ties of the pair that is shown first."""
    return [ties.way(_pair(broker.id, other)) for other in next(broker.first_pairs())]


def _is_undated(ways: Sequence[Way], undated_keys: set[str]) -> bool:
    """Whether nobody knows when one stands for another in two ties, or the two never are at once."""
    one, other = (way.period for way in ways)
    common = one.within(other)
    return common.begins > common.ends or any(edge.key in undated_keys for way in ways for edge in way.path)


def _pair(one: str, other: str) -> Pair:
    return Pair(*sorted((one, other)))


def _proof(ties: Ties, network: Network, partition: Partition, broker: Broker) -> Iterator[Path]:
    for pair in islice(broker.first_pairs(), MOST_SHOWN):
        for other in pair:
            yield from _tie(ties, broker.id, other)
        fewer = min(pair, key=lambda end: len(network.contacts[end]))
        for other in network.contacts[fewer]:
            if other != broker.id:
                yield from _tie(ties, fewer, other)
        for actor in (broker.id, *pair):
            yield from partition.proof(actor)


def _tie(ties: Ties, one: str, other: str) -> Iterator[Path]:
    """The facts of a tie, from the one to the other."""
    pair = _pair(one, other)
    return (path if one == pair.first else path[::-1] for path in ties.proof(pair))


_UNKNOWN = Text(
    "Av {of} aktører med bånd er det {n} som listene ikke sier gruppen til; par med dem teller som ukjent gruppe.",
    "Of {of} actors with ties, the lists do not tell the group of {n}; pairs with these count as group unknown.",
)
_NOTE = Text(
    "Par: to som aktøren samarbeider med, men som verken samarbeider eller er del av hverandre. Mellomledd: andelen "
    "av alle par som har sin korteste vei over aktøren. Binding: lav når kontaktene ikke samarbeider med hverandre. "
    "Effektiv størrelse: hvor mange av kontaktene som ikke overlapper.",
    "Pairs: two that the actor collaborates with, but that neither collaborate nor are part of each other. "
    "Betweenness: the share of all pairs that have their shortest way over the actor. Constraint: low when the "
    "contacts do not collaborate with each other. Effective size: how many of the contacts do not overlap.",
)

QUESTION = Question(
    id="brokers",
    title=Text("Hvem står mellom gruppene?", "Who stands between groups?"),
    phrasings=(
        Text("Hvem står mellom gruppene i {region}?", "Who stands between groups in {region}?"),
        Text("Hvem binder sammen aktørene i {region}?", "Who links the actors in {region}?"),
        Text("Hvem står mellom aktører av ulik {partition}?", "Who stands between actors of different {partition}?"),
        Text(
            "Hvem i {region} står mellom aktører av ulik {partition}?",
            "Who in {region} stands between actors of different {partition}?",
        ),
    ),
    parameters=(
        Parameter("region", Region, Text("region", "region"), Text("Regionen.", "The region.")),
        Parameter(
            "partition",
            PartitionBy,
            Text("inndeling", "partition"),
            Text("Hva som gjør aktører til en gruppe.", "What makes actors a group."),
        ),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
