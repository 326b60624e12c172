"""How densely the actors of a region collaborate: within it, between its parts, by type of actor, and by year.

For a region r, a way to split it up (``by``: region, type or year; region where it is left out) and a time t. A
relation holds on the days from its ``since`` to its ``until`` on which both its ends exist (see ``mobilisers``; an
offering, a need and a collaboration exist from ``since`` to ``until``), and counts if one of these days is in t. What
is ``planned``, node or relation, exists or holds before its ``since`` too. What is ``ended`` and has no ``until`` is
over at every date: a relation to it never counts here. R is r and its parts (PART_OF, downwards). Without a region, r
is each region that is part of none.

The *actors* V are the organisations at either end of a MEMBER_OF, RUNS, HELD_AT, MOBILISES, OFFERS, NEEDS, FUNDS or
TAKES_PART_IN, whatever its status. EMPLOYS, COVERS and LOCATED_IN make nobody an actor.

An organisation *stands in* a collaboration, or in what has members, when it TAKES_PART_IN it or is MEMBER_OF it, or
when a programme, a network or a position does that it RUNS or that is HELD_AT it, or that something of these kinds RUNS
or is the host of (HELD_AT) that it so stands for in turn.

Two organisations have a *tie* when both stand in one collaboration that is neither planned nor attempted (``ties``:
collaboration, the default), or in one network or organisation as members (``ties``: membership), and there is a day in
t on which all the facts of both their ways hold. A tie has no direction, and there is one a pair, however many
collaborations they have. One of two that is PART_OF the other, directly or over others, has no tie to it.

An organisation is *in* a region when a region where it is LOCATED_IN is that region or part of it; one that is
LOCATED_IN nowhere when it has a scope (see ``mobilisers``) and all of that is that region or part of it.

Rows, each with the actors and ties at t:

- by region: r; each direct part of r that is no municipality; each pair of these parts.
- by type: each type of actor that an actor in r is OF_TYPE; each pair of these types, among the actors in r.
- by year: r in each year, with t that year: from the first year in which a tie in r is known to start (the first day on
  which all the facts of a way hold falls in it, its start is known, and both are in r that year), to this year, and
  only the years that t meets; where no start is known by then, this year alone. The start of a way is known when the
  collaboration has a ``since``, or one of the two TAKES_PART_IN (MEMBER_OF) does. Here ``ties`` are those of which one
  way has a known start; the others are the ``undated_ties``, which are not in ``density``.

Within one group of n actors ``possible`` is n(n-1)/2; between two, of n and k actors, n*k. Actors that are in both of a
pair are left out of it on both sides, and counted in ``in_both``. ``density`` is ties / possible; empty where nothing
is possible. Actors without ties count.

Order: r before its parts before the pairs, by name in Norwegian order, then id; types alike; years upwards. A row's
paths are those of its first ten ties, by the ids of the two (for each the facts by which the first and the second stand
in it, and of a collaboration its own fact); without ties, the relations that make its first ten actors actors.

Sources: the density of an undirected graph, within and between blocks: Wasserman and Faust, Social Network Analysis
(1994), chapter 4. On the boundary of the network: Laumann, Marsden and Prensky, The boundary specification problem
(1983). That common membership makes a clique of every forum: Breiger, The duality of persons and groups (1974).
"""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

from graph_model.facts import ALWAYS, Period
from graph_model.nodes import Region, RegionType
from graph_model.text import Text
from graph_model.values import Choice, today
from queries.answer import Column, Found, Row
from queries.context import Context
from queries.evaluation.measures import MOST_PATHS, Cell, row, tied
from queries.evaluation.ties import CYPHER, Ties
from queries.question import Given, Parameter, Question


class By(Choice):
    """What the density is split up by."""

    REGION = "region", "region", "region"
    TYPE = "type", "type", "type", "aktørtype"
    YEAR = "year", "år", "year"


class TieKind(Choice):
    """What makes a tie."""

    COLLABORATION = "collaboration", "samarbeid", "collaboration"
    MEMBERSHIP = "membership", "medlemskap", "membership"


Network = Callable[[Context], Ties]
"""The actors and their ties, at the time of a context."""

_ACTORS = Text("aktører", "actors")
_TIES = Text("bånd", "ties")
COLUMNS = (
    Column("region", Text("Region", "Region")),
    Column("other_region", Text("Og region", "And region")),
    Column("type", Text("Type", "Type")),
    Column("other_type", Text("Og type", "And type")),
    Column("year", Text("År", "Year")),
    Column("actors", Text("Aktører", "Actors"), unit=_ACTORS),
    Column("other_actors", Text("Andre aktører", "Other actors"), unit=_ACTORS, brief="beside"),
    Column("ties", Text("Bånd", "Ties"), unit=_TIES),
    Column("possible", Text("Mulige bånd", "Possible ties"), unit=_TIES),
    Column("density", Text("Tetthet", "Density"), unit=Text("andel av mulige bånd", "share of possible ties")),
    Column("undated_ties", Text("Bånd uten dato", "Undated ties"), unit=_TIES),
    Column("in_both", Text("I begge", "In both"), unit=_ACTORS, brief="no"),
)
_FIGURES = ("ties", "possible", "density")
_SHOWN = {
    By.REGION: ("region", "other_region", "actors", "other_actors", *_FIGURES, "in_both"),
    By.TYPE: ("region", "type", "other_type", "actors", "other_actors", *_FIGURES, "in_both"),
    By.YEAR: ("region", "year", "actors", *_FIGURES, "undated_ties"),
}


def _answer(context: Context, given: Given) -> Found:
    by = next(choice for choice in By if choice.value == given.get("by", By.REGION))
    membership = given.get("ties") == TieKind.MEMBERSHIP
    network = partial(Ties, membership=membership)
    regions = [given["region"]] if "region" in given else _widest(context)
    how: Callable[[Context, str, Network], Iterator[Row]] = {
        By.REGION: _by_region,
        By.TYPE: _by_type,
        By.YEAR: _by_year,
    }[by]
    rows = [row for region in regions for row in how(context, region, network)]
    notes = [_NOTE_MEMBERS if membership else _NOTE]
    if any(row.values["ties"] > MOST_PATHS for row in rows):
        notes.append(_FIRST.filled(most=MOST_PATHS))
    return Found(_summary(rows, by), rows, notes, _SHOWN[by])


def _widest(context: Context) -> list[str]:
    regions = context.nodes(Region)
    return sorted((region for region in regions if not context.regions.has_wider(region)), key=context.order)


def _by_region(context: Context, region: str, network: Network) -> Iterator[Row]:
    ties = network(context)
    kinds = context.nodes(Region)
    parts = sorted(
        (part for part in context.regions.parts(region) if kinds[part].values["type"] != RegionType.MUNICIPALITY),
        key=context.order,
    )
    within = {part: ties.within(part) for part in (region, *parts)}
    cells = [Cell({"region": context.name(part), "other_region": None}, within[part]) for part in (region, *parts)]
    for one, other in combinations(parts, 2):
        labels = {"region": context.name(one), "other_region": context.name(other)}
        cells.append(Cell(labels, within[one], within[other]))
    return (row(ties, ties.neighbours, cell) for cell in cells)


def _by_type(context: Context, region: str, network: Network) -> Iterator[Row]:
    ties = network(context)
    of_type: dict[str, set[str]] = {}
    for actor in ties.within(region):
        for kind in ties.types.get(actor, ()):
            of_type.setdefault(kind, set()).add(actor)
    kinds = sorted(of_type, key=context.order)
    place = {"region": context.name(region)}
    cells = [Cell({**place, "type": context.name(kind), "other_type": None}, of_type[kind]) for kind in kinds]
    for one, other in combinations(kinds, 2):
        labels = {**place, "type": context.name(one), "other_type": context.name(other)}
        cells.append(Cell(labels, of_type[one], of_type[other]))
    return (row(ties, ties.neighbours, cell) for cell in cells)


def _by_year(context: Context, region: str, network: Network) -> Iterator[Row]:
    for year in _years(context, region, network):
        ties = network(context.at(_year(year)))
        cell = Cell({"region": context.name(region), "year": year}, ties.within(region))
        undated = tied(ties, ties.neighbours, cell) - tied(ties, ties.dated, cell)
        yield row(ties, ties.dated, cell, {"undated_ties": undated})


def _years(context: Context, region: str, network: Network) -> Iterator[int]:
    """The years from the first in which a tie in the region is known to start, to this year, as far as asked for."""
    this_year = today().year
    starts = (year for year in sorted(network(context.at(ALWAYS)).years()) if year <= this_year)
    first = next((year for year in starts if _starts(network(context.at(_year(year))), region)), this_year)
    asked = context.as_of.period
    return iter(range(max(first, asked.begins.year), min(this_year, asked.ends.year) + 1))


def _starts(ties: Ties, region: str) -> bool:
    """Whether a tie in the region is known to start in the year whose ties these are."""
    return tied(ties, ties.begun, Cell({}, ties.within(region))) > 0


def _year(year: int) -> Period:
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _summary(rows: list[Row], by: By) -> Text:
    if not rows:
        return _NO_YEAR if by is By.YEAR else _NONE
    last = rows[-1].values if by is By.YEAR else rows[0].values
    values = {"region": last["region"], "actors": last["actors"], "ties": last["ties"], "possible": last["possible"]}
    if by is By.TYPE:
        return _TYPES.filled(region=values["region"], n=sum(row.values["other_type"] is None for row in rows))
    said = (_YEAR if by is By.YEAR else _REGION) if last["possible"] else _TOO_FEW
    return said.filled(
        year=last.get("year"), undated=last.get("undated_ties"), density=_share(last["density"]), **values
    )


def _share(density: float | None) -> Text:
    percent = f"{100 * (density or 0):.1f}"
    return Text(f"{percent.replace('.', ',')} %", f"{percent}%")


_REGION = Text(
    "I {region} har {ties} av {possible} mulige par av aktører et bånd: {density} ({actors} aktører).",
    "In {region}, {ties} of {possible} possible pairs of actors have a tie: {density} ({actors} actors).",
)
_YEAR = Text(
    "I {year} hadde {ties} av {possible} mulige par av aktører i {region} et bånd som en vet når startet: {density}. "
    "{undated} par til har bånd uten kjent start.",
    "In {year}, {ties} of {possible} possible pairs of actors in {region} had a tie whose start is known: {density}. "
    "{undated} more pairs have ties without a known start.",
)
_TOO_FEW = Text(
    "I {region} er det {actors} aktører som listene gir noe bånd å måle; til tetthet trengs minst to.",
    "In {region} there are {actors} actors by the lists; density takes at least two.",
)
_TYPES = Text(
    "Aktørene i {region} er av {n} typer; tettheten er målt innen hver type og mellom hvert par av dem.",
    "The actors in {region} are of {n} types; density is measured within each type and between each two.",
)
_NONE = Text(
    "Det er ingen region å måle i. Les inn en liste over regioner, eller velg et annet tidspunkt.",
    "There is no region to measure in. Load a list of regions, or choose another time.",
)
_NO_YEAR = Text(
    "Listene sier ikke når noe bånd startet i tiden det er spurt om. Spør uten «--as-of» for å se året vi er i.",
    "The lists do not say that a tie started by the time that is asked for. Ask without --as-of for the present year.",
)
_NOTE = Text(
    "Tetthet: andelen av alle mulige par av aktører som har et felles samarbeid (0 til 1). Tom: ingen par er mulige.",
    "Density: the share of all possible pairs of actors that have a common collaboration (0 to 1). Empty: no pair is "
    "possible.",
)
_NOTE_MEMBERS = Text(
    "Tetthet: andelen av alle mulige par av aktører som er medlem av det samme (0 til 1). Alle i et forum er da "
    "knyttet til alle; tallet kan ikke sammenlignes med tettheten av samarbeid.",
    "Density: the share of all possible pairs of actors that are members of the same (0 to 1). It ties everybody in a "
    "forum to everybody; it cannot be compared with the density of collaboration.",
)

_FIRST = Text(
    "Kildene, og bildet, viser de første {most} båndene i en rad, og hva de bygger på.",
    "The sources, and the picture, show the first {most} ties of a row, and what they rest on.",
)

QUESTION = Question(
    id="density",
    title=Text("Hvor tett samarbeider aktørene?", "How densely do the actors collaborate?"),
    phrasings=(
        Text("Hvor tett er samarbeidet i {region}?", "How dense is collaboration in {region}?"),
        Text("Hva er tettheten i {region}?", "What is the density in {region}?"),
    ),
    parameters=(
        Parameter("region", Region, Text("region", "region"), Text("Regionen.", "The region.")),
        Parameter("by", By, Text("etter", "by"), Text("Region, type eller år.", "Region, type or year.")),
        Parameter("ties", TieKind, Text("bånd", "ties"), Text("Hva som gir et bånd.", "What makes a tie.")),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
    all_time={"by": By.YEAR.value},
)
