"""What a change to the statements does to the facts: what is new, what has other values, what is gone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph_model.facts import merged
from graph_model.statements import Statement
from graph_model.store import Change, Snapshot


@dataclass(frozen=True, slots=True)
class Changes:
    """How many facts of each kind are new, changed and gone."""

    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def compared(snapshot: Snapshot, change: Change) -> Changes:
    """What a change does to the facts that its sources speak of."""
    replaced = {*change.removed, *(record.id for record in change.loaded)}
    said = [statement for statements in change.loaded.values() for statement in statements]
    keys = {statement.key for statement in (*snapshot.said_by(replaced), *said)}
    before = _by_key(snapshot.said_of(keys))
    kept = (statement for some in before.values() for statement in some if statement.source not in replaced)
    after = _by_key([*kept, *said])
    changes = Changes()
    for key in keys:
        old, new = before.get(key), after.get(key)
        kind = (old or new or [])[0].kind
        if not old:
            changes.new[kind] += 1
        elif not new:
            changes.gone[kind] += 1
        elif merged(old).values != merged(new).values:
            changes.changed[kind] += 1
    return changes


def _by_key(statements: Iterable[Statement]) -> Mapping[str, list[Statement]]:
    grouped: dict[str, list[Statement]] = {}
    for statement in statements:
        grouped.setdefault(statement.key, []).append(statement)
    return grouped
