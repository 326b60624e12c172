"""All that is known of one actor: its own fields, and its relations to others, from both sides.

For an organisation, a network, a programme or a position, and a time t, which is a period of days. What exists, exists
from its ``since`` to its ``until`` (the first day of the one to the last day of the other, empty being open; a network
from ``established``; a forum from its first dated meeting, where it has one; a position as long as it is held
somewhere; a meeting on its ``date``; what is planned also before its ``since``). A relation holds on the days from its
``since`` to its ``until`` (a planned one before its ``since`` too) on which both its ends exist. If no day on which the
actor exists is in t, there are no rows, and the summary says when it exists. Else:

- One row for each of its own fields that is filled, in the order in which the kind declares them: the name, the other
  names, where the kind has them ``since`` and ``until``, then the fields that are the kind's own. ``fact`` is the
  field's label; ``value`` is what it holds, a choice by its label, a number with its unit (whole ones without
  decimals, else with a decimal comma in Norwegian), several values joined by ', '. Its path is the actor's own fact;
  the other columns are empty.
- One row for each relation that begins or ends at the actor and holds on a day in t, of every kind that the catalogue
  has, whatever its status. ``fact`` is the label of the kind where it begins at the actor, the inverse label where it
  ends there; COLLABORATES_WITH, which holds both ways, has the label from both sides.

In a relation's row ``value`` is the name of the other end (of a type of actor the label in the language asked for), and
``value_kind`` its kind. ``details`` are the relation's own filled fields but for its dates and status, in the
catalogue's order, each as 'label: value', regions by name in Norwegian order; for ``grounds`` the value is the name of
the collaboration that they lead to. ``status`` is the relation's own, where its kind has one; else the state of the
other end, where that is an offering, a need or a collaboration: its status, but that of what is ``ended`` and has an
``until`` is running, since it was so on the days on which it exists. ``since`` and ``until`` are the relation's own;
where it has neither, those of such an other end. Flagged 'time unknown': a MEMBER_OF, RUNS, HELD_AT or MOBILISES with
neither of its own; and whatever the other end of is ``ended`` without an ``until``.

Order: own fields, then the kinds of relations in the catalogue's order, those that begin at the actor before those that
end there (COLLABORATES_WITH together), then by the name of the other end in Norwegian order, its id, and the key. A
relation's paths are the relation, and the other end's own fact where that is an offering, a need or a collaboration;
for COLLABORATES_WITH one path of all the facts that it is derived from, in the order of their keys, and the
collaboration's own fact.
"""

from collections.abc import Iterator

from graph_model import catalogue
from graph_model.brokering import ActivityStatus, NeedStatus
from graph_model.facts import Period
from graph_model.roles import Actor
from graph_model.text import LANGUAGES, Text, date, listed
from graph_model.values import FIRST_DAY, LAST_DAY
from queries.answer import Column, Found, Row
from queries.context import Context
from queries.edges import own
from queries.flags import flags_column, notes_on
from queries.moteplass.links import CYPHER, OWN, Link, links_of
from queries.moteplass.words import field_in_words, filled, name_in_words
from queries.question import Given, Parameter, Question
from queries.types import types_of

KINDS = {kind.kind(): kind.label for kind in catalogue.NODES}
STATUSES = {status.value: status.label for some in (NeedStatus, ActivityStatus) for status in some}
COLUMNS = (
    Column("fact", Text("Opplysning", "Fact")),
    Column("value", Text("Verdi", "Value")),
    Column("value_kind", Text("Slag", "Kind"), codes=KINDS, brief="no"),
    Column("details", Text("Detaljer", "Details"), brief="below"),
    Column("status", Text("Status", "Status"), codes=STATUSES, brief="below"),
    flags_column(),
    Column("since", Text("Fra", "Since")),
    Column("until", Text("Til", "Until"), brief="below"),
)


def _answer(context: Context, given: Given) -> Found:
    actor = given["actor"]
    kind = catalogue.kind_of(actor)
    ((begins, ends, *values),) = context.snapshot.query(OWN[kind], ids=[actor])
    exists, asked = Period(begins, ends), context.as_of.period
    context.remember({actor: str(values[0])})
    if exists.begins > exists.ends or exists.within(asked).begins > exists.within(asked).ends:
        return Found(_not_there(context, actor, exists), [])
    links = list(links_of(context, actor))
    context.learn_names({link.other for link in links})
    links.sort(key=lambda link: link.order(context))
    rows = [
        *(
            _own_row(context, actor, name, value)
            for name, value in filled(dict(zip(kind.props(), values, strict=True)))
        ),
        *(_link_row(context, link) for link in links),
    ]
    return Found(_summary(context, actor, links), rows, list(notes_on(rows)))


def _own_row(context: Context, actor: str, name: str, value: object) -> Row:
    kind = catalogue.kind_of(actor)
    fact, said = kind.props()[name].label.to(context.lang), field_in_words(context, kind, name, value)
    return Row(_cells(fact=fact, value=said), lambda: (own(actor),))


def _link_row(context: Context, link: Link) -> Row:
    since, until = link.dates()
    cells = _cells(
        fact=link.label().to(context.lang),
        value=name_in_words(context, link.other),
        value_kind=catalogue.kind_of(link.other).kind(),
        details=list(_details(context, link)),
        status=link.status(),
        flags=["time unknown"] if link.is_undated() else [],
        since=since,
        until=until,
    )
    return Row(cells, link.paths)


def _cells(**values: object) -> dict[str, object]:
    return {column.id: [] if column.id in ("details", "flags") else None for column in COLUMNS} | values


def _details(context: Context, link: Link) -> Iterator[str]:
    for name, value in filled(link.values):
        label = link.relation.props()[name].label.to(context.lang)
        if name == "grounds":
            yield f"{label}: {context.name(link.collaboration())}"
        elif name != "status":
            yield f"{label}: {field_in_words(context, link.relation, name, value)}"


def _summary(context: Context, actor: str, links: list[Link]) -> Text:
    values = {"actor": context.name(actor), "type": types_of(context, [actor])[actor]}
    others = context.names({link.other for link in links if issubclass(catalogue.kind_of(link.other), Actor)})
    names = Text(*(listed(others, lang) for lang in LANGUAGES))
    known = _TO.filled(names=names) if others else Text("", "")
    text = _NO_LINKS if not links else _ONE if len(links) == 1 else _SEVERAL
    return text.filled(n=len(links), known=known, **values)


def _not_there(context: Context, actor: str, exists: Period) -> Text:
    name = context.name(actor)
    if exists.begins > exists.ends:
        return _NEVER.filled(actor=name)
    first = _FIRST.filled(day=date(exists.begins.isoformat())) if exists.begins > FIRST_DAY else Text("", "")
    last = _LAST.filled(day=date(exists.ends.isoformat())) if exists.ends < LAST_DAY else Text("", "")
    return _OTHER_TIME.filled(actor=name, first=first, last=last)


_ONE = Text("{actor} ({type}) har én kjent forbindelse{known}.", "{actor} ({type}) has one known connection{known}.")
_SEVERAL = Text(
    "{actor} ({type}) har {n} kjente forbindelser{known}.", "{actor} ({type}) has {n} known connections{known}."
)
_TO = Text(", blant annet til {names}", ", among others to {names}")
_NO_LINKS = Text(
    "{actor} ({type}) har ingen kjente forbindelser på dette tidspunktet{known}.",
    "{actor} ({type}) has no known connections at this time{known}.",
)
_OTHER_TIME = Text(
    "{actor} finnes ikke på dette tidspunktet; i listene finnes den{first}{last}.",
    "{actor} does not exist at this time; in the lists it does{first}{last}.",
)
_FIRST = Text(" fra {day}", " from {day}")
_LAST = Text(" til og med {day}", " until {day}")
_NEVER = Text(
    "{actor} finnes ikke på noe tidspunkt: datoene i listene går ikke i hop.",
    "{actor} exists at no time: its dates in the lists contradict each other.",
)

QUESTION = Question(
    id="actor",
    title=Text("Hva er kjent om én aktør?", "What is known of one actor?"),
    phrasings=(
        Text("Hva vet vi om {actor}?", "What do we know of {actor}?"),
        Text("Hvem er {actor}?", "Who is {actor}?"),
    ),
    parameters=(Parameter("actor", Actor, Text("aktør", "actor"), Text("Aktøren.", "The actor."), required=True),),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
