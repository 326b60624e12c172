"""Whether two stores hold the same: the number of facts of each kind, and one checksum of all facts and statements."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from typing import NamedTuple

from graph_model import catalogue
from graph_model.kind import Kind, Node
from graph_model.statement_rows import row_of
from graph_model.store import Snapshot

_MODULUS = 2**256


class Content(NamedTuple):
    """What a store holds, to compare with another.

    Parameters
    ----------
    facts: how many there are of each kind, counted in the graph itself.
    statements: how many there are.
    checksum: the sum of the SHA-256 digests of every fact and every statement, modulo 2^256, in hexadecimal; so the
        order in which an engine gives them changes nothing.
    """

    facts: dict[str, int]
    statements: int
    checksum: str


def content(snapshot: Snapshot) -> Content:
    """Read everything that a store holds; the memory that it takes is that of the largest kind."""
    facts: dict[str, int] = {}
    statements = total = 0
    for name, kind in catalogue.BY_NAME.items():
        shown = snapshot.query(_everything(kind))
        facts[name] = len(shown)
        total += sum(_digest([name, *fact]) for fact in shown)
        for said in _said(snapshot, name):
            statements += 1
            total += said
    return Content(facts, statements, f"{total % _MODULUS:064x}")


def _said(snapshot: Snapshot, kind: str) -> Iterator[int]:
    return (_digest(row_of(said)) for some in snapshot.said_in(kind) for said in some)


def _everything(kind: type[Kind]) -> str:
    name, fields = kind.kind(), ("first_day", "last_day", "statements", *kind.props())
    shown = ", ".join(f"x.`{field}`" for field in fields)
    if issubclass(kind, Node):
        return f"MATCH (x:`{name}`) RETURN x.id, {shown}"
    hops = catalogue.hops(catalogue.relation_kind(name))
    start, end = ("|".join(dict.fromkeys(hop[at].kind() for hop in hops)) for at in (0, 2))
    return f"MATCH (s:{start})-[x:`{name}`]->(e:{end}) RETURN s.id, e.id, x.key, {shown}"


def _digest(values: object) -> int:
    text = json.dumps(values, ensure_ascii=False, default=dt.date.isoformat)
    return int.from_bytes(hashlib.sha256(text.encode()).digest())
