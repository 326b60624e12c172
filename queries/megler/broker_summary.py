"""What is said of those who stand between groups: in one sentence, and where nobody does, who is nearest."""

from collections.abc import Sequence

from graph_model.facts import ALWAYS
from graph_model.text import LANGUAGES, Text, listed
from queries.context import Context
from queries.evaluation.ties import Ties
from queries.megler.network import Network


def summary(
    context: Context, region: str | None, network: Network, names: Sequence[str], across: int, where: str, of: Text
) -> Text:
    """Who stands between the most.

    Parameters
    ----------
    context, region, network: what was asked, and what there is.
    names: those who stand between others, the first one first; there is one at least.
    across, where: between how many pairs of different groups the first stands, and the groups of the most.
    of: what its groups are.
    """
    values = {
        "place": _place(context, region),
        "n": len(names),
        "actors": len(network.actors),
        "actor": names[0],
        "pairs": across,
        "where": where,
        "of": of,
    }
    return (_ACROSS if across else _WITHIN).filled(**values)


def none(context: Context, ties: Ties, region: str | None, network: Network) -> Text:
    """That nobody stands between others, and who does so elsewhere, or at other times."""
    values = {"place": _place(context, region), "actors": len(network.actors), "ties": network.ties()}
    if region and (elsewhere := Network(ties, None).brokers()):
        here = [actor for actor in elsewhere if actor in network.actors]
        return (_OF_HERE if here else _ELSEWHERE).filled(names=_names(context, here or elsewhere), **values)
    always = context.at(ALWAYS)
    ever = Network(Ties(always, membership=False), None).brokers()
    return (_OTHER_TIMES if ever else _NEVER).filled(names=_names(always, ever), **values)


def _names(context: Context, actors: Sequence[str]) -> Text:
    return Text(*(listed(context.names(actors), lang) for lang in LANGUAGES))


def _place(context: Context, region: str | None) -> Text:
    return _IN.filled(region=context.name(region)) if region else _EVERYWHERE


_IN = Text("I {region}", "In {region}")
_EVERYWHERE = Text("I hele nettverket", "In the whole network")
_ACROSS = Text(
    "{place} står {n} av {actors} aktører mellom andre som ikke selv samarbeider; {actor} står mellom flest i ulike "
    "{of}: {pairs} par, oftest {where}.",
    "{place}, {n} of {actors} actors stand between others that do not themselves collaborate; {actor} stands between "
    "the most in different {of} (pairs: {pairs}), most often {where}.",
)
_WITHIN = Text(
    "{place} står {n} av {actors} aktører mellom andre som ikke selv samarbeider, men så vidt en vet ingen mellom "
    "aktører i ulike {of}; først kommer {actor}.",
    "{place}, {n} of {actors} actors stand between others that do not themselves collaborate, but as far as is known "
    "none between actors in different {of}; the first is {actor}.",
)
_NONE = Text(
    "{place} står ingen mellom andre (aktører: {actors}, bånd mellom dem: {ties})",
    "{place}, nobody stands between others (actors: {actors}, ties between them: {ties})",
)
_OF_HERE = Text(
    f"{_NONE.nb}. Ser en også ut over regionen, gjør disse derfra det: {{names}}.",
    f"{_NONE.en}. Looking beyond the region, these of it do: {{names}}.",
)
_ELSEWHERE = Text(f"{_NONE.nb}. Andre steder: {{names}}.", f"{_NONE.en}. Elsewhere: {{names}}.")
_OTHER_TIMES = Text(
    f"{_NONE.nb} på dette tidspunktet. Når som helst: {{names}}.", f"{_NONE.en} at this time. At any time: {{names}}."
)
_NEVER = Text(
    f"{_NONE.nb}. Listene gir ikke noe samarbeid der en aktør binder sammen to andre, til noen tid.",
    f"{_NONE.en}. The lists give no collaborations by which an actor links two others, at any time.",
)
