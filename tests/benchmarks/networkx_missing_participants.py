"""The question ``missing-participants`` as one would write it on NetworkX: the same rows, by walking the graph."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from graph_model.facts import ALWAYS, Period
from graph_model.text import Lang
from queries.moteplass.missing_participants import whom_in_words
from queries.moteplass.words import TYPES
from tests.benchmarks.networkx_facts import Moment, NetworkxFacts, Tie
from tests.benchmarks.networkx_forums import CODES
from tests.benchmarks.networkx_places import Scopes

_GATHERED, _PARTICIPANT, _BEHIND = range(3)
_DATED = ("MEMBER_OF", "RUNS", "HELD_AT")


class _Way(NamedTuple):
    """A way to a type; ways stand in the order of the first three."""

    how: int
    length: int
    keys: tuple[str, ...]
    type: str
    ties: tuple[Tie, ...]


def missing_participants(
    facts: NetworkxFacts, given: Mapping[str, str], period: Period, lang: Lang
) -> list[dict[str, Any]]:
    """The types that comparable forums have and a forum lacks."""
    moment, forum = Moment(facts, period), given["forum"]
    scopes = Scopes(moment)
    forums = [node for node in moment.existing("Network") if moment.nodes[node]["type"] == "forum"]
    if forum not in forums:
        return []
    kinds = {one: {moment.nodes[region]["type"] for region in scopes.of(one)} - {None} for one in forums}
    others = [one for one in forums if one != forum and kinds[one] & kinds[forum]]
    ways = {one: _ways(moment, one) for one in (forum, *others)}
    stated = {way.type for one in others for way in ways[one] if way.how != _BEHIND}
    found = []
    for kind in moment.ordered(kind for kind in stated if not _way_to(moment, ways[forum], kind)):
        having = {one: way for one in others if (way := _way_to(moment, ways[one], kind))}
        found.append(_row(moment, scopes, forum, kind, having, len(others), lang))
    return sorted(found, key=lambda row: -row["having"])


def _way_to(moment: Moment, ways: list[_Way], kind: str) -> _Way | None:
    below, above = moment.below("BROADER", kind), moment.above("BROADER", kind)
    fitting = (way for way in ways if way.type in below or (way.how == _GATHERED and way.type in above))
    return next(fitting, None)


def _ways(moment: Moment, forum: str) -> list[_Way]:
    ways = [_Way(_GATHERED, 1, (tie.key,), tie.end, (tie,)) for tie in moment.out("GATHERS", forum)]
    members = [(tie.start, (tie,)) for tie in moment.into("MEMBER_OF", forum)]
    standing = _followed(moment, forum, members, wholes=False)
    participants = {actor: trail for actor, trail in standing.items() if _is_organisation(moment, actor)}
    runs = [(tie.start, (tie,)) for tie in moment.into("RUNS", forum)]
    behind = _followed(moment, forum, [*participants.items(), *runs], wholes=True)
    ways += [
        _Way(how, len(trail) + 1, tuple(one.key for one in (*trail, tie)), tie.end, (*trail, tie))
        for how, trails in ((_PARTICIPANT, participants), (_BEHIND, behind))
        for actor, trail in trails.items()
        for tie in moment.out("OF_TYPE", actor)
    ]
    return sorted(ways, key=lambda way: way[:3])


def _followed(
    moment: Moment, forum: str, starts: Sequence[tuple[str, tuple[Tie, ...]]], *, wholes: bool
) -> dict[str, tuple[Tie, ...]]:
    found: dict[str, tuple[Tie, ...]] = {}
    waiting = list(starts)
    while waiting:
        waiting.sort(key=lambda one: (len(one[1]), [tie.key for tie in one[1]]))
        actor, trail = waiting.pop(0)
        if actor not in found and actor != forum:
            found[actor] = trail
            waiting += [(other, (*trail, tie)) for other, tie in _further(moment, actor, wholes=wholes)]
    return found


def _further(moment: Moment, actor: str, *, wholes: bool) -> Iterator[tuple[str, Tie]]:
    if not _is_organisation(moment, actor):
        yield from ((tie.end, tie) for tie in moment.out("HELD_AT", actor))
        yield from ((tie.start, tie) for tie in moment.into("RUNS", actor))
    elif wholes:
        yield from ((tie.end, tie) for tie in moment.out("PART_OF", actor))


def _is_organisation(moment: Moment, actor: str) -> bool:
    return bool(moment.nodes[actor]["kind"] == "Organisation")


def _row(
    moment: Moment, scopes: Scopes, forum: str, kind: str, having: Mapping[str, _Way], of: int, lang: Lang
) -> dict[str, Any]:
    regions = scopes.of(forum)
    inside = {part for region in regions for part in moment.below("PART_OF", region)}
    around = {whole for region in regions for whole in moment.above("PART_OF", region)} - inside
    actors = {actor for narrower in moment.below("BROADER", kind) for actor in moment.starts("OF_TYPE", narrower)}
    here = {actor for actor in actors if not inside.isdisjoint(scopes.of(actor))}
    timed = [tie for tie in next(iter(having.values())).ties if tie.kind in _DATED]
    common = ALWAYS
    for tie in timed:
        common = common.within(tie.period)
    names = moment.names(here)
    wider = moment.names(actor for actor in actors - here if not around.isdisjoint(scopes.of(actor)))
    undated = not all(tie.dated for tie in timed) or common.begins > common.ends
    return {
        "type": TYPES[CODES[moment.nodes[kind]["name"]]].to(lang),
        "flags": ["time unknown"] if undated else [],
        "having": len(having),
        "of": of,
        "forums": moment.names(having),
        "invite": whom_in_words(names, wider).to(lang),
        "actors": names,
        "wider": wider,
    }
