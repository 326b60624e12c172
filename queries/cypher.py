"""Reads the patterns of a Cypher text and holds every hop against the catalogue.

An impossible hop (a direction, or a pair of kinds, that the schema lacks) is not always an error to the engines, and
inside EXISTS { } and COUNT { } the embedded one even answers it wrongly: so no question may have one.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph_model import catalogue
from graph_model.kind import Node, Relation
from queries.subset import outside

_NODE = r"\(\s*(?P<{0}name>\w*)\s*(?::\s*(?P<{0}kinds>[\w|`\s]+?))?\s*\)"
_RELATION = re.compile(
    r"(?P<left><?)-\s*\[\s*\w*\s*(?::\s*(?P<kinds>[\w|`\s]+?))?\s*(?:\*[0-9.]*)?\s*\]\s*-(?P<right>>?)"
)
_FIRST = re.compile(_NODE.format(""))
_RELATION_FILTER = re.compile(r"\.(?:first_day|last_day|since|until|status|role)\s*(?:<|>|=|IS|IN)")
_PARAMETER = re.compile(r"\$(\w+)")


class BadCypher(Exception):
    """A Cypher text that speaks of something that the catalogue does not have."""


class Step(NamedTuple):
    """One hop of a pattern: the kinds that its ends and its relation can be of."""

    starts: frozenset[str]
    relations: frozenset[str]
    ends: frozenset[str]
    directed: bool


def parameters(cypher: str) -> set[str]:
    """The names of the parameters that a text takes."""
    return set(_PARAMETER.findall(cypher))


def checked(texts: Mapping[str, str]) -> Mapping[str, str]:
    """The same Cypher texts, each held against the catalogue.

    Raises
    ------
    BadCypher: see check.
    """
    for text in texts.values():
        check(text)
    return texts


def check(cypher: str) -> None:
    """Hold a text against the catalogue.

    Raises
    ------
    BadCypher: it has an unknown kind, an impossible hop, more than one statement, or a construct that the engines do
        not share; the message names it.
    """
    for construct in outside(cypher):
        raise BadCypher(construct)
    if ";" in cypher:
        raise BadCypher("one statement a text: no ';'")
    found = list(steps(cypher))
    if len(found) > 1 and _RELATION_FILTER.search(cypher):
        # Ladybug 0.22 loses such a filter where another hop goes on from the node behind it.
        raise BadCypher("a filter on a relation beside a second hop: one hop a text, joined in Python")
    for step in found:
        _check_known(step)
        pairs = _possible(step)
        for kind, used in (
            *((kind, {hop.start.kind() for hop in pairs}) for kind in step.starts),
            *((kind, {hop.relation.kind() for hop in pairs}) for kind in step.relations),
            *((kind, {hop.end.kind() for hop in pairs}) for kind in step.ends),
        ):
            if kind not in used:
                raise BadCypher(f"no hop ({_or(step.starts)})-[:{_or(step.relations)}]->({_or(step.ends)}) for {kind}")
        if not step.directed and step.starts & step.ends and "<>" not in cypher:
            raise BadCypher("a hop without a direction that may lead back to its start: a.id <> b.id")


def steps(cypher: str) -> Iterator[Step]:
    """The hops of all patterns of a text; a variable has the kinds that it was given where it first stood."""
    kinds: dict[str, frozenset[str]] = {}
    for first in _FIRST.finditer(cypher):
        here, at = _kinds(first, kinds), first.end()
        while (relation := _RELATION.match(cypher, at)) and (node := _FIRST.match(cypher, relation.end())):
            there = _kinds(node, kinds)
            over = frozenset(_split(relation["kinds"])) or frozenset(kind.kind() for kind in catalogue.RELATIONS)
            starts, ends = (there, here) if relation["left"] else (here, there)
            yield Step(starts, over, ends, directed=bool(relation["left"] or relation["right"]))
            here, at = there, node.end()


def _kinds(node: re.Match[str], known: dict[str, frozenset[str]]) -> frozenset[str]:
    given = frozenset(_split(node["kinds"]))
    if given and node["name"]:
        known[node["name"]] = given
    return given or known.get(node["name"]) or frozenset(kind.kind() for kind in catalogue.NODES)


def _split(kinds: str | None) -> list[str]:
    return [kind.strip(" `\n") for kind in (kinds or "").split("|") if kind.strip()]


def _check_known(step: Step) -> None:
    for names, base in ((step.starts | step.ends, Node), (step.relations, Relation)):
        for name in names:
            kind = catalogue.BY_NAME.get(name)
            if kind is None or not issubclass(kind, base):
                raise BadCypher(f"no such {base.__name__.lower()} kind: {name}")


def _possible(step: Step) -> list[catalogue.Hop]:
    """The hops of the catalogue that a step can be; one without a direction can be either way round."""
    found = [hop for name in step.relations for hop in catalogue.hops(catalogue.relation_kind(name))]
    forwards = [hop for hop in found if hop.start.kind() in step.starts and hop.end.kind() in step.ends]
    if step.directed:
        return forwards
    back = [hop for hop in found if hop.start.kind() in step.ends and hop.end.kind() in step.starts]
    return forwards + [catalogue.Hop(hop.end, hop.relation, hop.start) for hop in back]


def _or(names: frozenset[str]) -> str:
    return "|".join(sorted(names))
