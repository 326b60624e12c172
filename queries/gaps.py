"""What the loaded lists leave open that questions need: who is nowhere, what has no date, what may be out of date."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from graph_model import catalogue, roles
from graph_model.brokering import Need, Offering
from graph_model.brokering_relations import HeldIn, InField, Offers, TakesPartIn
from graph_model.builtin import BUILT_IN
from graph_model.kind import SINCE, Relation
from graph_model.names import alphabetical
from graph_model.nodes import Organisation
from graph_model.relations import Covers, HeldAt, LocatedIn, MemberOf, Mobilises, OfType, Runs
from graph_model.store import Snapshot
from graph_model.text import Text
from graph_model.values import last_day
from queries.context import Context, as_of
from queries.cypher import checked
from queries.hops import Hop
from queries.matters import Matter, matters
from queries.scopes import Scopes

_YEAR = dt.timedelta(days=365)
_DATED = (MemberOf, Runs, HeldAt, Mobilises, TakesPartIn, Offers)
_OF_TYPE = Hop("OF_TYPE", "Organisation", "ActorType", "start")


def _dates(kind: type[Relation]) -> str:
    hops = catalogue.hops(kind)
    start, end = ("|".join(dict.fromkeys(hop[at].kind() for hop in hops)) for at in (0, 2))
    pattern = f"(s:{start})-[r:`{kind.kind()}`]->(e:{end})"
    return f"MATCH {pattern} RETURN s.id, e.id, s.name, e.name, r.since, r.until"


CYPHER = checked({"of type": _OF_TYPE.cypher, **{kind.kind(): _dates(kind) for kind in _DATED}})
_FILL_IN = Text("Fyll ut «{column}» på arket «{sheet}».", "Fill in '{column}' on the sheet '{sheet}'.")


class Gap(NamedTuple):
    """What is missing in some of the facts of a sort.

    Parameters
    ----------
    about: what is missing, of what.
    remedy: what to do about it.
    lacking, of: how many lack it, of how many.
    names: which, in Norwegian order; for rows of lists, the lists.
    """

    about: Text
    remedy: Text
    lacking: int
    of: int
    names: list[str]


def gaps(snapshot: Snapshot, today: dt.date) -> list[Gap]:
    """Everything that is looked for, whatever its time; also that of which nothing is missing.

    - Actors without a scope: see ``Scopes``.
    - Offerings without a level, a provider, or a place; needs without a field.
    - Of the kinds that come and go: two between whom no relation has a since or an until of its own.
    - Organisations without a type, as those are that a load made of a mere name.
    - Lists whose content last changed more than 365 days before today; rows that state a day before that.
    """
    context = Context(snapshot, as_of("all"), "nb")
    return [
        _without_region(context),
        *_matters_without(context),
        *(_without_date(snapshot, kind) for kind in _DATED),
        _without_type(context),
        _old_lists(snapshot, today - _YEAR),
        _old_rows(snapshot, today - _YEAR),
    ]


def _gap(about: Text, remedy: Text, of: int, names: Iterable[str]) -> Gap:
    found = sorted(names, key=alphabetical)
    return Gap(about, remedy, len(found), of, found)


def _without_region(context: Context) -> Gap:
    actors = {node for kind in catalogue.playing(roles.Actor) for node in context.nodes(kind)}
    scopes = Scopes(context)
    scopes.learn(actors)
    remedy = _NOWHERE_REMEDY.filled(place=LocatedIn.end.label, covers=Covers.columns[0].heading.label)
    return _gap(_NOWHERE, remedy, len(actors), context.names(actor for actor in actors if not scopes.of(actor).regions))


def _matters_without(context: Context) -> Iterator[Gap]:
    offerings, needs = (list(matters(context, kind).values()) for kind in (Offering, Need))
    lacking: list[tuple[Text, Text, Collection[Matter], Callable[[Matter], object]]] = [
        (_NO_LEVEL, Offering.props()["level"].label, offerings, lambda offering: offering.values["level"]),
        (_NO_PROVIDER, Offers.columns[0].heading.label, offerings, lambda offering: offering.actors),
        (_NO_PLACE, HeldIn.end.label, offerings, lambda offering: offering.regions),
        (_NO_FIELD, InField.end.label, needs, lambda need: need.fields),
    ]
    for about, column, some, has in lacking:
        sheet = (Need if some is needs else Offering).sheet.label
        missing = [str(matter.values["name"]) for matter in some if not has(matter)]
        yield _gap(about, _FILL_IN.filled(column=column, sheet=sheet), len(some), missing)


def _without_date(snapshot: Snapshot, kind: type[Relation]) -> Gap:
    about = _NO_DATE.filled(relation=kind.label)
    remedy = _FILL_IN.filled(column=SINCE.label, sheet=kind.sheet.label)
    known: dict[tuple[str, str], str] = {}
    dated = set()
    for start, end, start_name, end_name, since, until in snapshot.query(CYPHER[kind.kind()]):
        known[start, end] = f"{start_name} → {end_name}"
        if since or until:
            dated.add((start, end))
    return _gap(about, remedy, len(known), [name for ends, name in known.items() if ends not in dated])


def _without_type(context: Context) -> Gap:
    organisations = context.nodes(Organisation)
    missing = organisations.keys() - context.linked(_OF_TYPE, organisations.keys()).keys()
    remedy = _FILL_IN.filled(column=OfType.end.label, sheet=Organisation.sheet.label)
    return _gap(_NO_TYPE, remedy, len(organisations), context.names(missing))


def _old_lists(snapshot: Snapshot, limit: dt.date) -> Gap:
    sources = [source for source in snapshot.sources() if source.id != BUILT_IN]
    return _gap(_OLD_LIST, _RENEW, len(sources), [source.id for source in sources if source.changed < limit])


def _old_rows(snapshot: Snapshot, limit: dt.date) -> Gap:
    """Of the rows that state when they were true, those that do so of a time before the limit."""
    dated, old = set(), set()
    for kind in snapshot.counts():
        for said in (said for fact in snapshot.said_in(kind) for said in fact if said.origin.stated_on):
            row = (said.source, said.place.sheet, said.place.row)
            dated.add(row)
            if last_day(said.origin.stated_on) < limit:
                old.add(row)
    lists = sorted({source for source, *_ in old}, key=alphabetical)
    return Gap(_OLD_ROW, _RENEW, len(old), len(dated), lists)


_NOWHERE = Text("Aktører som listene ikke knytter til noe sted", "Actors that the lists do not tie to any place")
_NOWHERE_REMEDY = Text(
    "Fyll ut «{place}» eller «{covers}», eller hvem de hører til eller drives av.",
    "Fill in '{place}' or '{covers}', or whom they belong to or are run by.",
)
_NO_LEVEL = Text("Tilbud uten nivå", "Offerings without a level")
_NO_PROVIDER = Text("Tilbud uten tilbyder", "Offerings without a provider")
_NO_PLACE = Text("Tilbud uten sted", "Offerings without a place")
_NO_FIELD = Text("Behov uten fagfelt", "Needs without a field")
_NO_DATE = Text("Uten dato: «{relation}»", "Without a date: '{relation}'")
_NO_TYPE = Text(
    "Virksomheter uten type, som dem «load --create-missing» lager",
    "Organisations without a type, as 'load --create-missing' makes them",
)
_OLD_LIST = Text("Lister som ikke er endret på over et år", "Lists that have not changed for over a year")
_OLD_ROW = Text("Rader med en opplyst dato for over et år siden", "Rows that state a date over a year ago")
_RENEW = Text(
    "Hør med dem som har listen om den fortsatt stemmer, og les den inn på nytt.",
    "Ask those who keep the list whether it still holds, and load it again.",
)
