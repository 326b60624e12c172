"""How one actor gets to another, over whom: the three best chains, over different intermediaries where there are such.

For two actors s and t (organisations, networks, programmes or positions) and a time, a period of days. What exists and
holds at it is as in ``actors``, and only that counts. Two different actors are *tied* by

- running: one RUNS the other, or is MEMBER_OF it as its leader, secretariat or owner;
- a post: one is a position that is HELD_AT the other;
- a collaboration: both TAKES_PART_IN a Collaboration that exists and whose status is neither planned nor attempted, nor
  ended without ``until``;
- a membership: one is MEMBER_OF the other in any other role, or in none;
- a mobilisation: one MOBILISES the other by name, by a fact without a status (neither planned nor attempted).

The closest comes first, in this order; of several of one sort that which comes first by the keys of its facts, of a
collaboration first that of the actor that is nearer to s on the chain. A common place, type, field or group ties
nobody, nor does being part of something; and what somebody runs or holds is an actor of its own.

A *chain* goes from s to t over ties, read in either direction, in at most 6 hops, over no actor twice; its
*intermediaries* are the actors between. Chains of equal length are compared hop by hop from s on, at the first at which
they differ: by how close the first tie of the two is, then by the name of the actor that it leads to, in Norwegian
order, then by its id.

The first row is the shortest chain, of equally short ones the first by that comparison. A further row is a chain that
has intermediaries, and not all those of any one earlier chain (that has some): of these the one that shares the fewest
intermediaries with the earlier ones, counting those that any of them has; of these the shortest; of these the first by
that comparison. So it shares none wherever there is such a chain, and has the fewest hops that are then possible. There
are at most three. This is not the set of vertex-disjoint paths of the least total length (Suurballe 1974): the shortest
chain of all is always among the rows, even where it stands in the way of two others, since it is the one to try first.

It is a search in breadth from both ends (Pohl 1971), which goes on from the end that has the fewer actors to go on
from, and no further than the rows ask for; it is the same on every engine, and which facts it reads changes no row.

Columns: ``first`` is the first intermediary, or t where there is none; ``over`` the intermediaries; ``hops``; ``chain``
the chain in words, each hop by its first tie; ``shared`` those of ``over`` that another row has, too, in the order of
the chain. A row is flagged 'time unknown' where a first tie is a MEMBER_OF, RUNS, HELD_AT or MOBILISES with neither
``since`` nor ``until``, or where those of the chain never hold at one moment. Notes say so where there are fewer than
three rows, and name the intermediaries that all of several chains have.

Order: by hops, then in the order in which they were chosen. A row's paths are the chain over its first ties, and the
own facts of the collaborations on it. Where there is no chain, the summary says who is tied to s and to t, and how many
each reaches within 3 hops.
"""

from collections.abc import Iterable, Iterator
from functools import partial, reduce
from itertools import pairwise

from graph_model.facts import ALWAYS, Period
from graph_model.roles import Actor
from graph_model.text import LANGUAGES, Text, listed
from queries.answer import Column, Found, Row
from queries.context import Context
from queries.edges import Path, own
from queries.flags import flags_column, notes_on
from queries.motor.acquaintance import CYPHER, Strength, Tie
from queries.motor.between import MOST_CHAINS, MOST_HOPS, Between, Chain
from queries.motor.hop_words import chain_in_words
from queries.question import Given, Parameter, Question

_NEAR = 3
COLUMNS = (
    Column("first", Text("Først til", "First to"), brief="no"),
    Column("over", Text("Over", "Over")),
    Column("hops", Text("Ledd", "Hops"), unit=Text("ledd", "hops")),
    Column("chain", Text("Kjede", "Chain")),
    Column("shared", Text("Felles mellomledd", "Shared intermediaries"), brief="no"),
    flags_column(),
)


def _answer(context: Context, given: Given) -> Found:
    start, end = given["from_actor"], given["to_actor"]
    if start == end:
        return Found(_SAME.filled(name=context.name(start)), [])
    between = Between(context, start, end)
    chains = between.chains()
    rows = [_row(context, between, chain, chains) for chain in chains]
    notes = list(notes_on(rows))
    if 0 < len(chains) < MOST_CHAINS:
        notes.append(_LIMIT.filled(most=MOST_HOPS))
    if always := _always_over(chains):
        notes.append(_GATEKEEPERS.filled(names=_several(context, always)))
    return Found(_summary(context, between, chains), rows, notes)


def _row(context: Context, between: Between, chain: Chain, chains: list[Chain]) -> Row:
    ties = [between.acquaintances.tie(*pair) for pair in pairwise(chain.actors)]
    elsewhere = {actor for other in chains if other is not chain for actor in other.over}
    context.learn_names(_collaborations(ties))
    values = {
        "first": context.name(chain.actors[1]),
        "over": [context.name(actor) for actor in chain.over],
        "hops": chain.hops,
        "chain": chain_in_words(context, chain.actors, ties).to(context.lang),
        "shared": [context.name(actor) for actor in chain.over if actor in elsewhere],
        "flags": ["time unknown"] if _is_undated(ties) else [],
    }
    return Row(values, partial(_proof, ties))


def _proof(ties: list[Tie]) -> Iterator[Path]:
    yield tuple(edge for tie in ties for edge in tie.edges)
    yield from map(own, _collaborations(ties))


def _collaborations(ties: list[Tie]) -> list[str]:
    return [tie.edges[0].end for tie in ties if tie.strength is Strength.COLLABORATION]


def _is_undated(ties: list[Tie]) -> bool:
    common = reduce(Period.within, (tie.period for tie in ties), ALWAYS)
    return not all(tie.dated for tie in ties) or common.begins > common.ends


def _always_over(chains: list[Chain]) -> list[str]:
    """The intermediaries that all of several chains have."""
    if len(chains) < 2:
        return []
    return [actor for actor in chains[0].over if all(actor in chain.over for chain in chains)]


def _summary(context: Context, between: Between, chains: list[Chain]) -> Text:
    if not chains:
        return _nobody(context, between)
    best, *others = chains
    ties = [between.acquaintances.tie(*pair) for pair in pairwise(best.actors)]
    said = chain_in_words(context, best.actors, ties)
    always = _always_over(chains)
    ways = [_in_order(context, [actor for actor in chain.over if actor not in always]) for chain in others]
    or_over = Text(*(_OR.to(lang).join(way.to(lang) for way in ways) for lang in LANGUAGES))
    return (_SEVERAL if others else _ONE).filled(chain=said, ways=or_over)


def _nobody(context: Context, between: Between) -> Text:
    """What is said where there is no chain: how far one gets."""
    said = []
    for end in between.reached(_NEAR):
        tied, near = end.within(1), end.within(_NEAR)
        text = _REACHES if tied else _ALONE
        said.append(text.filled(name=context.name(end.actor), names=_several(context, tied), n=len(near), hops=_NEAR))
    names = {"start": context.name(between.start.actor), "end": context.name(between.end.actor)}
    return _NO_CHAIN.filled(**names, most=MOST_HOPS, near=said[0], far=said[1])


def _several(context: Context, actors: Iterable[str]) -> Text:
    names = context.names(actors)
    return Text(*(listed(names, lang) for lang in LANGUAGES))


def _in_order(context: Context, actors: list[str]) -> Text:
    names = [context.name(actor) for actor in actors]
    return Text(*(listed(names, lang, len(names)) for lang in LANGUAGES))


_ONE = Text("{chain}.", "{chain}.")
_SEVERAL = Text("{chain}; ellers går veien over {ways}.", "{chain}; else the way is over {ways}.")
_OR = Text(", eller over ", ", or over ")
_SAME = Text("{name} er den samme i begge ender.", "{name} is the same at both ends.")
_NO_CHAIN = Text(
    "Ingen kjede på høyst {most} ledd går fra {start} til {end}; {near}, og {far}.",
    "No chain of at most {most} hops leads from {start} to {end}; {near}, and {far}.",
)
_REACHES = Text(
    "{name} er knyttet til {names} (innen {hops} ledd: {n})", "{name} is tied to {names} (within {hops} hops: {n})"
)
_ALONE = Text("{name} er ikke knyttet til noen på dette tidspunktet", "{name} is tied to nobody at this time")
_LIMIT = Text(
    "Færre enn tre kjeder: andre på høyst {most} ledd finnes ikke, eller er omveier over alle mellomleddene i en av "
    "disse.",
    "Fewer than three chains: there are no others of at most {most} hops, or only detours over all intermediaries of "
    "one of these.",
)
_GATEKEEPERS = Text("Alle disse kjedene går over {names}.", "All these chains go over {names}.")

QUESTION = Question(
    id="introduction",
    title=Text("Hvordan kommer én aktør til en annen, og over hvem?", "How does one actor get to another, over whom?"),
    phrasings=(
        Text(
            "Hvordan kommer {from_actor} i kontakt med {to_actor}?",
            "How does {from_actor} get in touch with {to_actor}?",
        ),
        Text("Hvem kan introdusere {from_actor} for {to_actor}?", "Who can introduce {from_actor} to {to_actor}?"),
        Text("Hvem kjenner både {from_actor} og {to_actor}?", "Who knows both {from_actor} and {to_actor}?"),
    ),
    parameters=(
        Parameter(
            "from_actor",
            Actor,
            Text("fra aktør", "from actor"),
            Text("Hvem som vil ha kontakt.", "Who seeks contact."),
            required=True,
        ),
        Parameter(
            "to_actor",
            Actor,
            Text("til aktør", "to actor"),
            Text("Hvem den vil ha kontakt med.", "Whom it seeks."),
            required=True,
            goal=True,
        ),
    ),
    columns=COLUMNS,
    cypher=CYPHER,
    answer=_answer,
)
