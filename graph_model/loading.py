"""What a load or a removal would do, before it is done: its statements, their effect, and what speaks against it."""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from graph_model import catalogue, messages
from graph_model.builtin import BUILT_IN, built_in_source
from graph_model.changes import Changes, compared
from graph_model.facts import differences
from graph_model.likeness import Likeness
from graph_model.names import folded, nearest
from graph_model.problems import Place, Problem, refuse
from graph_model.resolution import Resolution
from graph_model.statements import NodeClaim, SourceClaims, Statement
from graph_model.store import Change, Snapshot, SourceRecord


@dataclass(frozen=True, slots=True)
class Plan:
    """What a load would do.

    Parameters
    ----------
    change: the statements that would be written.
    changes: what that does to the facts.
    joins: the claims that are of a node which another source speaks of too, with its id.
    problems: what is wrong; with any, nothing may be loaded.
    doubts: what is likelier a mistake than meant; to be confirmed.
    before: the sources of the state that the load is made to.
    likenesses: the new nodes that are nearly called as others are; proposed, never joined.
    made: the organisations that were made of references that fit nothing.
    """

    change: Change
    changes: Changes
    joins: list[tuple[NodeClaim, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    before: Mapping[str, SourceRecord] = field(default_factory=dict)
    likenesses: list[Likeness] = field(default_factory=list)
    made: list[NodeClaim] = field(default_factory=list)

    @property
    def writes(self) -> bool:
        """Whether the store would be another afterwards; a list that is loaded again unchanged writes nothing."""
        same = all(self.before.get(record.id) == record for record in self.change.loaded)
        return bool(self.change.removed) or not same


def plan_load(
    snapshot: Snapshot, sources: Sequence[SourceClaims], today: dt.date, *, create_missing: bool = False
) -> Plan:
    """Work out what loading some lists would do.

    Parameters
    ----------
    snapshot: the state that they would be loaded into.
    sources: the lists; each replaces what its source said before.
    today: the day on which a source that says something new has changed.
    create_missing: make an organisation of unknown type of a reference that fits nothing, instead of a problem.
    """
    sources = [built_in_source(), *sources]
    resolution = Resolution(snapshot, sources, create_missing=create_missing)
    said = {source.id: list(resolution.statements(source)) for source in sources}
    before = {record.id: record for record in snapshot.sources()}
    change = Change({_record(source, said[source.id], before, today): said[source.id] for source in sources})
    problems = [*resolution.problems, *_contradictions(change)]
    return Plan(
        change,
        compared(snapshot, change),
        [(claim, entity.id) for claim, entity in resolution.joins],
        problems or list(_cycles(snapshot, change)),
        list(_doubts(snapshot, change, before)),
        before,
        resolution.likenesses,
        resolution.made,
    )


def plan_sound_rows(
    snapshot: Snapshot,
    sources: Sequence[SourceClaims],
    bad: Sequence[Problem],
    today: dt.date,
    *,
    create_missing: bool = False,
) -> tuple[Plan, list[Problem]]:
    """Work out what loading only the rows that have no problem would do.

    Parameters
    ----------
    snapshot, sources, today, create_missing: as for plan_load.
    bad: the problems that reading the lists found.

    Returns
    -------
    The plan, and the problems of all rows that are left out: also of those that only fail without the others. A
    problem that is of no row stays in the plan, and blocks it.
    """
    skipped: list[Problem] = [problem for problem in bad if problem.blocks and problem.row]
    while True:
        rows = {problem.row for problem in skipped}
        plan = plan_load(snapshot, [_without(source, rows) for source in sources], today, create_missing=create_missing)
        found = [problem for problem in plan.problems if problem.row]
        if not found:
            return plan, skipped
        skipped += found


def _without(source: SourceClaims, rows: Collection[Place | None]) -> SourceClaims:
    nodes = [claim for claim in source.nodes if claim.place not in rows]
    relations = [claim for claim in source.relations if claim.place not in rows]
    return SourceClaims(source.id, source.folder, nodes, relations)


def plan_removal(snapshot: Snapshot, source: str) -> Plan:
    """Work out what taking a list out would do.

    Raises
    ------
    Refusal: the source is not loaded.
    """
    known = [record.id for record in snapshot.sources() if record.id != BUILT_IN]
    if source not in known:
        if near := nearest(source, known, most=1):
            raise refuse(messages.UNKNOWN_SOURCE_NEAR, source=source, nearest=near[0])
        raise refuse(messages.UNKNOWN_SOURCE, source=source, known=known or "–")
    change = Change({}, [source])
    return Plan(change, compared(snapshot, change))


def _record(
    source: SourceClaims, said: Sequence[Statement], before: Mapping[str, SourceRecord], today: dt.date
) -> SourceRecord:
    digest = hashlib.sha256()
    for statement in sorted(said, key=lambda statement: statement.id):
        origin = statement.origin.model_dump(mode="json")
        digest.update(json.dumps([statement.id, statement.values, origin], sort_keys=True).encode())
    same = before.get(source.id)
    changed = same.changed if same and same.digest == digest.hexdigest() else today
    return SourceRecord(source.id, source.folder, digest.hexdigest(), changed, len(said))


def _contradictions(change: Change) -> Iterator[Problem]:
    """Two rows of one list that give one field of one fact different values; letters' case is no difference."""
    everything = [statement for said in change.loaded.values() for statement in said]
    names = {said.key: str(said.values["name"]) for said in everything if not said.start}
    for said in change.loaded.values():
        by_key: dict[str, list[Statement]] = {}
        for statement in said:
            by_key.setdefault(statement.key, []).append(statement)
        for difference in (found for same in by_key.values() if len(same) > 1 for found in differences(same)):
            by_row = sorted(difference.values, key=lambda given: given[1].place)
            first, later = by_row[0], by_row[1:]
            other = next((given for given in later if folded(str(given[0])) != folded(str(first[0]))), None)
            if other:
                yield _contradiction(difference.field, first, other, names)


def _contradiction(
    field_name: str, first: tuple[object, Statement], second: tuple[object, Statement], names: Mapping[str, str]
) -> Problem:
    said = second[1]
    kind = catalogue.BY_NAME[said.kind]
    labels = {choice.value: choice.label for choice in catalogue.choices(kind, field_name)}
    ends = [names.get(node, node) for node in ((said.start, said.end) if said.start else (said.key,))]
    values = {
        "what": " – ".join(ends),
        "field": kind.props()[field_name].label,
        "first": labels.get(str(first[0]), first[0]),
        "other": first[1].place,
        "second": labels.get(str(second[0]), second[0]),
    }
    return Problem(messages.CONTRADICTION, said.place, values)


def _cycles(snapshot: Snapshot, change: Change) -> Iterator[Problem]:
    """A hierarchy that goes in a circle: a region that is part of its own part."""
    replaced = {record.id for record in change.loaded}
    for kind in (kind for kind in catalogue.RELATIONS if kind.alike):
        kept = (said for some in snapshot.said_in(kind.kind()) for said in some if said.source not in replaced)
        new = [said for some in change.loaded.values() for said in some if said.kind == kind.kind()]
        if found := _cycle_of([*kept, *new]):
            chain, last = found
            added = (said for some in change.loaded.values() for said in some if said.key in chain)
            names = {said.key: str(said.values["name"]) for said in (*snapshot.said_of(chain), *added)}
            # A relation may wait for an end that no list names any more.
            yield Problem(messages.CYCLE, last.place, {"chain": " – ".join(names.get(node, node) for node in chain)})


def _cycle_of(statements: Sequence[Statement]) -> tuple[list[str], Statement] | None:
    """The nodes of a circle, and the last of the statements that close it."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for statement in statements:
        sorter.add(statement.start, statement.end)
    try:
        sorter.prepare()
    except CycleError as error:
        chain: list[str] = error.args[1][::-1]
        pairs = {*pairwise(chain), *pairwise(chain[::-1])}
        last = max(
            (said for said in statements if (said.start, said.end) in pairs), key=lambda said: (said.source, said.place)
        )
        return chain, last
    return None


def _doubts(snapshot: Snapshot, change: Change, before: Mapping[str, SourceRecord]) -> Iterator[Problem]:
    """A list of the same name from another folder, and one that has lost more than half of its facts."""
    for record, said in change.loaded.items():
        old = before.get(record.id)
        if old is None:
            continue
        if old.folder != record.folder:
            yield Problem(messages.OTHER_FOLDER, values={"source": record.id, "folder": old.folder})
        keys = {statement.key for statement in snapshot.said_by([record.id])}
        gone = len(keys - {statement.key for statement in said})
        if gone * 2 > len(keys):
            yield Problem(messages.LOST_HALF, values={"source": record.id, "gone": gone, "before": len(keys)})
