"""A plan in words: what it reaches, whether it is proven to be the best, and what a reader should know besides."""

from collections.abc import Iterator, Sequence

from graph_model.text import LANGUAGES, Text, listed
from queries.motor.mobilisers import nearest_elsewhere
from queries.motor.plan import SECONDS, Plan

_NOTHING = Text("", "")
_OFTEN = Text(", hver av minst {k} der så mange når den", ", each by at least {k} where so many reach it")
_PROVEN_FEWEST = Text("bevist færrest mulig", "proven minimal")
_UNPROVEN_FEWEST = Text("ikke bevist færrest; minst {n} må til", "not proven minimal; at least {n} are needed")
_PROVEN_MOST = Text("bevist flest mulig", "proven maximal")
_UNPROVEN_MOST = Text("ikke bevist flest; {n} eller færre er mulig", "not proven maximal; {n} or fewer are possible")
_UNPROVEN_OFTEN = Text(
    "ikke bevist flest; de kan nås til sammen {n} ganger eller færre",
    "not proven maximal; together they can be reached {n} times or fewer",
)
_ONE_REACHES_ALL = Text(
    "Én aktør når alle arbeidsgivere med {group} i {region} som kan nås ved navn{often} ({reached} av {of}; {proof}): "
    "{names}.",
    "One actor reaches every employer of {group} in {region} that can be reached by name{often} ({reached} of {of}; "
    "{proof}): {names}.",
)
_ALL = Text(
    "{n} aktører når sammen alle arbeidsgivere med {group} i {region} som kan nås ved navn{often} ({reached} av {of}; "
    "{proof}): {names}.",
    "{n} actors together reach every employer of {group} in {region} that can be reached by name{often} ({reached} of "
    "{of}; {proof}): {names}.",
)
_ONE_REACHES_MOST = Text(
    "Den ene aktøren som når flest arbeidsgivere med {group} i {region}{often}, når {reached} av {reachable} som kan "
    "nås ved navn ({proof}): {names}.",
    "The one actor that reaches the most employers of {group} in {region}{often} reaches {reached} of {reachable} that "
    "can be reached by name ({proof}): {names}.",
)
_MOST = Text(
    "De {n} aktørene som sammen når flest arbeidsgivere med {group} i {region}{often}, når {reached} av {reachable} "
    "som kan nås ved navn ({proof}): {names}.",
    "The {n} actors that together reach the most employers of {group} in {region}{often} reach {reached} of "
    "{reachable} that can be reached by name ({proof}): {names}.",
)
_NONE = Text(
    "Ingen aktør når ved navn noen arbeidsgiver med {group} i {region} (arbeidsgivere med slike ansatte: {of}). "
    "{nearest}",
    "No actor reaches by name any employer of {group} in {region} (employers with such staff: {of}). {nearest}",
)
_NEAR_EXCLUDED = Text("Nærmest: {names} når noen av dem, men er utelatt.", "Nearest: {names}, left out as asked.")
_NEAR_BY_TYPE = Text(
    "Nærmest: {names} når arbeidsgivere etter type, uten at noen er nevnt ved navn.",
    "Nearest: {names}, by type alone: no employer is named.",
)
_NEAR_DIRECT = Text(
    "Nærmest: {names} når gruppen uten å gå gjennom arbeidsgivere.",
    "Nearest: {names}, without going through employers.",
)
_EXCLUDED = Text("Utelatt: {names}.", "Left out: {names}.")
_IDLE = Text(
    "Utelatt, men når uansett ingen av arbeidsgiverne ved navn: {names}.",
    "Left out, but reach none of the employers by name anyway: {names}.",
)
_FEW = Text(
    "Arbeidsgivere som færre enn {k} når i det hele tatt: {n}.", "Employers that fewer than {k} reach at all: {n}."
)
_SHORT = Text(
    "Arbeidsgivere som planen når med færre enn {k}, selv om flere når dem: {n}.",
    "Employers that fewer than {k} in the plan reach, though more do: {n}.",
)
_TIE = Text(
    "Ett bånd til: var arbeidsgiveren medlem av den som står der, eller mobiliserte den arbeidsgiveren ved navn, ville "
    "arbeidsgiveren nås.",
    "One tie to: if the employer were a member of who stands there, or were mobilised by it by name, it would be "
    "reached.",
)
_TIME = Text(
    "Regnet i {n} sekunder uten å bli ferdig: svaret er det beste som ble funnet, og kan bli et annet neste gang.",
    "Computed for {n} seconds without finishing: this is the best that was found, and may be another next time.",
)


def summary(plan: Plan) -> Text:
    """What is reached, by whom, and whether that is proven to be the best."""
    name, of = plan.context.name, len(plan.chains.employers)
    asked = {"group": name(plan.asked.group), "region": name(plan.asked.region), "of": of}
    if not plan.chosen:
        return _NONE.filled(nearest=_nearest(plan), **asked)
    one = len(plan.chosen) == 1
    all_of_them, most_of_them = (_ONE_REACHES_ALL, _ONE_REACHES_MOST) if one else (_ALL, _MOST)
    return (all_of_them if plan.reaches_all else most_of_them).filled(
        n=len(plan.chosen),
        names=_listed(plan, plan.chosen),
        reached=len(plan.reached_by),
        reachable=len(plan.reachable),
        often=_OFTEN.filled(k=plan.at_least) if plan.at_least > 1 else _NOTHING,
        proof=_proof(plan),
        **asked,
    )


def _proof(plan: Plan) -> Text:
    found = plan.covering
    if plan.reaches_all:
        return _PROVEN_FEWEST if found.proven else _UNPROVEN_FEWEST.filled(n=found.fewest)
    if found.proven:
        return _PROVEN_MOST
    return (_UNPROVEN_OFTEN if plan.at_least > 1 else _UNPROVEN_MOST).filled(n=found.most)


def _nearest(plan: Plan) -> Text:
    """Who comes nearest to reaching an employer by name, where nobody does."""
    near = ((_NEAR_EXCLUDED, plan.ties), (_NEAR_BY_TYPE, plan.chains.ways), (_NEAR_DIRECT, plan.chains.direct))
    for sentence, actors in near:
        if actors:
            return sentence.filled(names=_listed(plan, plan.in_order(actors)))
    return nearest_elsewhere(plan.context, plan.chains)


def notes(plan: Plan) -> Iterator[Text]:
    """Who was left out, who is reached by fewer than asked for, what a tie would do, and that time was up."""
    if plan.excluded:
        yield _EXCLUDED.filled(names=_listed(plan, plan.in_order(plan.excluded)))
    if idle := [actor for actor in plan.excluded if actor not in plan.ties]:
        yield _IDLE.filled(names=_listed(plan, plan.in_order(idle)))
    if few := [employer for employer, by in plan.reachable.items() if len(by) < plan.at_least]:
        yield _FEW.filled(k=plan.at_least, n=len(few))
    often = {employer: min(plan.at_least, len(by)) for employer, by in plan.reachable.items()}
    if short := [employer for employer, k in often.items() if 0 < len(plan.reached_by.get(employer, ())) < k]:
        yield _SHORT.filled(k=plan.at_least, n=len(short))
    if plan.suggested:
        yield _TIE
    if not plan.covering.first:
        yield _TIME.filled(n=SECONDS)


def _listed(plan: Plan, actors: Sequence[str]) -> Text:
    names = [plan.context.name(actor) for actor in actors]
    return Text(*(listed(names, lang) for lang in LANGUAGES))
