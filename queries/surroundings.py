"""What surrounds something: the nodes that are tied to it, those that are tied to these, and how all of them are tied.

At a time t, a period of days, and to a depth d:

- The **start** is one node; or a region with the regions that are part of it on a day in t, directly or through
  others; or, where nothing is asked for, all nodes that exist on a day in t, but for types of actor, target groups,
  fields of education and sources. From such a start nothing is reached, and no depth can be asked for.
- A node is **reached** at distance n + 1 over one relation, in either direction, from a node at distance n < d, if the
  relation holds on a day in t. Its distance is the least such number; that of the start is 0.
- Places, types of actor, target groups and fields of education, which many share, join nobody: they are reached from
  the start alone, and unless they are of the start, the way does not go on through them.
- COLLABORATES_WITH does not count, neither here nor below: it is derived from collaborations, which are reached
  themselves. Sources are not reached, since they have no relations; they are cited.

One row for each node, by distance, the node or region that is asked for before all others, then by kind in the
catalogue's order, then by name in Norwegian order and id. ``name`` is the node's name (of a type of actor that in the
language asked for). ``through`` is how it was reached, empty for the start: the relation to a node from which it was
reached, one step nearer, the first by the catalogue's order of kinds, the name and the id of that node, and the key; in
words, the label of the relation as read from the row's node (where it ends there, the inverse label), and the name of
the other. ``links`` counts its relations to other nodes of the answer that hold on a day in t. A row's paths are the
node's own fact and each of these relations. The whole graph has no ``distance`` and no ``through``.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph_model import catalogue, messages
from graph_model.brokering_relations import CollaboratesWith
from graph_model.kind import Node
from graph_model.nodes import Region, Source
from graph_model.problems import refuse
from graph_model.roles import Area, Category, Group, Subject
from graph_model.store import Snapshot
from graph_model.text import LANGUAGES, Lang, Text, listed
from graph_model.values import today
from queries.answer import Answer, Column, Found, Row, assembled
from queries.asking import find
from queries.context import Context
from queries.context import as_of as read_time
from queries.edges import Edge, edge_since, own
from queries.hops import Hop
from queries.moteplass.actor_roles import DATED
from queries.moteplass.words import name_in_words
from queries.neighbours import HOPS

_DEPTH = 1
MOST_NODES = 5_000
"""How many nodes a picture can have."""
_LEFT_OUT = (Category, Group, Subject, Source)
_SHARED = (Area, Category, Group, Subject)
COLUMNS = (
    Column("name", Text("Navn", "Name")),
    Column("kind", Text("Slag", "Kind"), codes={kind.kind(): kind.label for kind in catalogue.NODES}),
    Column("distance", Text("Avstand", "Distance"), Text("ledd", "steps")),
    Column("through", Text("Forbindelse", "Connection")),
    Column("links", Text("Linjer", "Lines"), Text("antall", "count")),
)


@dataclass(frozen=True)
class Reached:
    """The nodes that were reached: how far each is, and, but for the start, over which relation."""

    distances: dict[str, int]
    through: dict[str, Edge] = field(default_factory=dict)

    def grow(self, context: Context) -> None:
        """Take one step further.

        Raises
        ------
        Refusal: there are more nodes than a picture can have.
        """
        last = max(self.distances.values(), default=0)
        here = {node for node, distance in self.distances.items() if distance == last and (not last or _joins(node))}
        ways: dict[str, list[Edge]] = {}
        for edge in _edges(context, here, ("start", "end")):
            for node in {edge.start, edge.end} - self.distances.keys():
                if not last or _joins(node):
                    ways.setdefault(node, []).append(edge)
        for node, edges in ways.items():
            self.distances[node] = last + 1
            self.through[node] = min(edges, key=lambda edge: _order(context, edge, _other(edge, node)))
        if len(self.distances) > MOST_NODES:
            raise refuse(messages.TOO_MUCH_TO_DRAW, most=MOST_NODES)


def surroundings(
    snapshot: Snapshot,
    lang: Lang,
    *,
    around: str | None = None,
    region: str | None = None,
    depth: int | None = None,
    as_of: str | None = None,
) -> tuple[Answer, Text]:
    """What surrounds a node or a region, in the form of an answer, and its title.

    Parameters
    ----------
    snapshot, lang: the graph, and the language of the answer.
    around, region: the name of the node, or of the region with its parts; the whole graph where both are left out.
    depth: how many steps it is followed; one where it is left out.
    as_of: a date, a month, a year or 'all'; today where it is left out.

    Raises
    ------
    Refusal: there is no such node or region, both are given, a depth is given without either, or that is more than a
        picture can show.
    """
    if around is not None and region is not None:
        raise refuse(messages.AROUND_OR_REGION)
    name = region if around is None else around
    if depth is not None and name is None:
        raise refuse(messages.DEPTH_OF_NOTHING)
    context = Context(snapshot, read_time(as_of or today().isoformat()), lang)
    node = None if name is None else find(snapshot, name, Node if region is None else Region)
    reached = Reached(dict.fromkeys(_start(context, node, with_parts=region is not None), 0))
    steps = 0 if node is None else _DEPTH if depth is None else depth
    for _ in range(steps):
        reached.grow(context)
    title = AROUND.filled(name=name_in_words(context, node)) if node else WHOLE
    return _answer(context, node, reached, steps), title


def _answer(context: Context, start: str | None, reached: Reached, steps: int) -> Answer:
    drawn = reached.distances
    if len(drawn) > MOST_NODES:
        raise refuse(messages.TOO_MUCH_TO_DRAW, most=MOST_NODES)
    edges = _edges_among(context, drawn)
    context.learn_names(drawn.keys())
    order = sorted(drawn, key=lambda node: (drawn[node], node != start, _kind_order(node), context.order(node)))
    rows = [_row(context, node, reached, edges[node]) for node in order]
    columns = [column.id for column in COLUMNS if start or column.id not in ("distance", "through")]
    notes = [*([_LIMITS] if steps else []), *([] if start else [_WITHOUT]), *_undated(edges)]
    found = Found(_summary(context, start, order, steps), rows, notes, columns)
    given = {"around": start} if start else {}
    return assembled(context.snapshot, context.lang, "surroundings", given, context.as_of.text, COLUMNS, found)


def _start(context: Context, node: str | None, *, with_parts: bool) -> Iterable[str]:
    if node is None:
        return (some for kind in catalogue.NODES if not issubclass(kind, _LEFT_OUT) for some in context.nodes(kind))
    return context.regions.below(node) if with_parts else [node]


def _joins(node: str) -> bool:
    return not issubclass(catalogue.kind_of(node), _SHARED)


def _edges(context: Context, nodes: Collection[str], by: Collection[str]) -> Iterator[Edge]:
    """The relations of nodes that are at one of these ends of them."""
    by_kind: dict[type[Node], list[str]] = {}
    for node in sorted(nodes):
        by_kind.setdefault(catalogue.kind_of(node), []).append(node)
    for kind, some in by_kind.items():
        for hop in HOPS[kind]:
            if hop.by in by and hop.kind != CollaboratesWith.kind():
                yield from _found(context, hop, some)


def _found(context: Context, hop: Hop, nodes: Collection[str]) -> Iterator[Edge]:
    return (Edge(hop.kind, *record[:3]) for record in context.hop(hop, nodes))


def _edges_among(context: Context, nodes: Collection[str]) -> dict[str, list[Edge]]:
    """The relations between these nodes, by both their ends."""
    edges: dict[str, list[Edge]] = {node: [] for node in nodes}
    for edge in sorted(_edges(context, nodes, ("start",))):
        if edge.end in edges:
            for node in {edge.start, edge.end}:
                edges[node].append(edge)
    return edges


def _other(edge: Edge, node: str) -> str:
    return edge.end if edge.start == node else edge.start


def _kind_order(node: str) -> int:
    return catalogue.NODES.index(catalogue.kind_of(node))


def _order(context: Context, edge: Edge, other: str) -> tuple[object, ...]:
    return catalogue.RELATIONS.index(catalogue.relation_kind(edge.kind)), context.order(other), edge.key


def _row(context: Context, node: str, reached: Reached, edges: list[Edge]) -> Row:
    way = reached.through.get(node)
    values = {
        "name": name_in_words(context, node),
        "kind": catalogue.kind_of(node).kind(),
        "distance": reached.distances[node],
        "through": _in_words(context, way, node) if way else None,
        "links": len(edges),
    }
    return Row(values, lambda: (own(node), *((edge,) for edge in edges)))


def _in_words(context: Context, way: Edge, node: str) -> str:
    relation = catalogue.relation_kind(way.kind)
    label = relation.label if way.start == node else relation.inverse
    return f"{label.to(context.lang)} {name_in_words(context, _other(way, node))}"


def _summary(context: Context, start: str | None, order: list[str], steps: int) -> Text:
    others = Counter(catalogue.kind_of(node) for node in order if node != start)
    counted = [Text(*(_counted(kind, n, lang) for lang in LANGUAGES)) for kind, n in others.most_common()]
    known = Text(*(listed([one.to(lang) for one in counted], lang, most=len(counted)) for lang in LANGUAGES))
    if not start:
        return _EVERYTHING.filled(known=known) if others else _NOTHING
    text = _BY_ITSELF if not steps else _ALONE if not others else _NEAR if steps == 1 else _FAR
    return text.filled(name=name_in_words(context, start), steps=steps, known=known)


def _undated(edges: Mapping[str, list[Edge]]) -> Iterator[Text]:
    """How many relations that come and go are drawn though nobody knows when they hold."""
    all_edges = {edge for some in edges.values() for edge in some if edge.kind in DATED}
    if undated := sum(not edge_since(edge) for edge in all_edges):
        yield _UNDATED.filled(n=undated, all=len(all_edges))


def _counted(kind: type[Node], n: int, lang: Lang) -> str:
    return f"{n} {(kind.label if n == 1 else kind.several or kind.sheet.label).to(lang)}"


_EVERYTHING = Text("I grafen er det {known}.", "In the graph there are {known}.")
_NOTHING = Text("Grafen er tom på dette tidspunktet.", "The graph is empty at this time.")
_ALONE = Text(
    "{name} har ingen kjente forbindelser på dette tidspunktet.", "{name} has no known connections at this time."
)
_BY_ITSELF = Text("Bare {name}, uten det som er rundt.", "{name} alone, without what is around.")
_NEAR = Text("Rundt {name} er det {known}.", "Around {name} there are {known}.")
_FAR = Text(
    "Rundt {name}, i inntil {steps} ledd, er det {known}.", "Around {name}, in up to {steps} steps, there are {known}."
)
_LIMITS = Text(
    "Steder, aktørtyper, målgrupper og fagfelt er med der de er knyttet til det som det er spurt om. Veien går ikke "
    "videre gjennom dem, for de har mange felles.",
    "Places, types of actor, target groups and fields are there where they are tied to what is asked for. The way "
    "does not go on through them, since many share them.",
)
_UNDATED = Text(
    "Tid ukjent: listene sier ikke når {n} av {all} medlemskap, drift, stillinger og mobiliseringer begynte. De er med "
    "uansett hvilket tidspunkt det spørres om, om ikke listene sier når de sluttet.",
    "Time unknown: the lists do not say when {n} of {all} memberships, runnings, positions and mobilisations began. "
    "They are there whatever time is asked for, unless the lists say when they ended.",
)
_WITHOUT = Text(
    "Aktørtyper, målgrupper og fagfelt er ikke med; de står i det som er rundt en aktør.",
    "Types of actor, target groups and fields are left out; they are in what is around an actor.",
)
WHOLE = Text("Hele grafen", "The whole graph")
AROUND = Text("Rundt {name}", "Around {name}")
