"""The catalogue: every kind that there is, and what follows from the roles that kinds play."""

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from graph_model import brokering, brokering_relations, nodes, relations
from graph_model.kind import Column, Kind, Node, Relation
from graph_model.values import Choice

K = TypeVar("K", bound=Kind)


def _declared(base: type[K], *modules: types.ModuleType) -> tuple[type[K], ...]:
    return tuple(
        item
        for module in modules
        for item in vars(module).values()
        if isinstance(item, type) and issubclass(item, base) and item.__module__ == module.__name__
    )


NODES: tuple[type[Node], ...] = _declared(Node, nodes, brokering)
RELATIONS: tuple[type[Relation], ...] = _declared(Relation, relations, brokering_relations)
BY_NAME: dict[str, type[Kind]] = {kind.kind(): kind for kind in (*NODES, *RELATIONS)}


class Hop(NamedTuple):
    """A relation kind with the kinds of its two ends, as the graph may have it."""

    start: type[Node]
    relation: type[Relation]
    end: type[Node]


@cache
def playing(role: type) -> tuple[type[Node], ...]:
    """The node kinds that play a role; of a kind, the kind itself."""
    return tuple(kind for kind in NODES if issubclass(kind, role))


def spelled(*roles: type) -> str:
    """The node kinds that play all of these roles, as Cypher writes them: 'Organisation|Network'."""
    return "|".join(kind.kind() for kind in NODES if all(issubclass(kind, role) for role in roles))


@cache
def hops(relation: type[Relation]) -> tuple[Hop, ...]:
    """The pairs of kinds that a relation kind can stand between."""
    starts, ends = (playing(role) for role in relation.ends)
    return tuple(Hop(start, relation, end) for start in starts for end in ends if start is end or not relation.alike)


def node_kind(name: str) -> type[Node]:
    """The node kind of a stable name, as 'Organisation'."""
    kind = BY_NAME[name]
    assert issubclass(kind, Node)
    return kind


def relation_kind(name: str) -> type[Relation]:
    """The relation kind of a stable name, as 'MEMBER_OF'."""
    kind = BY_NAME[name]
    assert issubclass(kind, Relation)
    return kind


def kind_of(node_id: str) -> type[Node]:
    """The kind of a node by its id: ids begin with their kind, as 'organisation/orland-kommune'."""
    return _BY_PREFIX[node_id.partition("/")[0]]


_BY_PREFIX = {kind.kind().lower(): kind for kind in NODES}


def carried_by(kind: type[Node]) -> Iterator[tuple[type[Relation], Column]]:
    """The relations that the sheet of a node kind carries in columns of its own."""
    for relation in RELATIONS:
        for column in relation.columns:
            if issubclass(kind, column.on):
                yield relation, column


class FieldType(NamedTuple):
    """The type of a field without its wrapping: the bare type, and whether there may be several values."""

    base: type
    many: bool


@cache
def field_type(kind: type[Kind], name: str) -> FieldType:
    """The bare type of a kind's field: ``list[Medium]`` is (Medium, many), ``float | None`` is (float, one)."""
    return _bare(kind.model_fields[name].annotation)


def _bare(annotation: object) -> FieldType:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (types.UnionType, typing.Union):
        return _bare(next(argument for argument in arguments if argument is not types.NoneType))
    if origin is list:
        return FieldType(_bare(arguments[0]).base, many=True)
    if origin is typing.Annotated:
        return _bare(arguments[0])
    assert isinstance(annotation, type)
    return FieldType(annotation, many=False)


def choices(kind: type[Kind], name: str) -> tuple[Choice, ...]:
    """The fixed values of a field; none where it is free."""
    base = field_type(kind, name).base
    return tuple(base) if issubclass(base, Choice) else ()
