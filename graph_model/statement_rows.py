"""A statement as a row of plain values, as every store keeps it, and back."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from graph_model.problems import Place
from graph_model.statements import Provenance, Statement

COLUMNS = (
    "id",
    "source",
    "file",
    "sheet",
    "row",
    "kind",
    "key",
    "start",
    "end",
    "values",
    "document",
    "section",
    "stated_on",
    "basis",
    "rule",
)


def row_of(said: Statement) -> tuple[object, ...]:
    """The values of a statement in the order of COLUMNS; its fields as JSON."""
    place, origin = said.place, said.origin
    values = json.dumps(said.values, ensure_ascii=False, separators=(",", ":"))
    cited = (origin.document, origin.section, origin.stated_on, origin.basis.value, origin.rule)
    where = (place.file, place.sheet, place.row)
    return (said.id, said.source, *where, said.kind, said.key, said.start, said.end, values, *cited)


def statement_of(row: Sequence[Any]) -> Statement:
    """The statement that such a row is of."""
    said, source, file, sheet, number, kind, key, start, end, values, document, section, stated_on, basis, rule = row
    origin = _origin(document, section, stated_on, basis, rule)
    return Statement(said, source, Place(file, sheet, int(number)), kind, key, start, end, json.loads(values), origin)


@lru_cache(maxsize=4096)
def _origin(document: str, section: str, stated_on: str, basis: str, rule: str) -> Provenance:
    """One object for the rows that cite the same: a list of thousands cites few places."""
    cited = {"document": document, "section": section, "stated_on": stated_on, "basis": basis, "rule": rule}
    return Provenance.model_validate(cited)
