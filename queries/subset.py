"""What a Cypher text must not have in it: what the two engines understand differently, or one of them not at all.

Found by running each on both, Ladybug 0.22 and Neo4j 5.26.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_PYTHON = "return the node, and shape it in Python"
_AND_THEN = r"(?:(?!\b(?:MATCH|RETURN|LIMIT)\b).)*"


class Construct(NamedTuple):
    """A construct outside the subset: what it is, how it is recognised, and what to write instead."""

    what: str
    pattern: re.Pattern[str]
    instead: str


def _construct(what: str, pattern: str, instead: str) -> Construct:
    return Construct(what, re.compile(pattern, re.IGNORECASE | re.DOTALL), instead)


CONSTRUCTS = (
    _construct("labels()", r"\blabels\s*\(", _PYTHON),
    _construct("properties()", r"\bproperties\s*\(", _PYTHON),
    _construct("substring()", r"\bsubstring\s*\(", "left(), or Python"),
    _construct("trim()", r"\b[lr]?trim\s*\(", "do it in Python"),
    _construct("reduce()", r"\breduce\s*\(", "do it in Python"),
    _construct("shortestPath", r"\b(?:all)?shortest(?:Paths?)?\b", "walk hop by hop"),
    _construct("CALL", r"\bCALL\b", "a question of its own"),
    _construct("a clause that writes", r"\b(?:MERGE|CREATE|SET|DELETE|REMOVE)\b", "a question only reads"),
    _construct("an index into a list", r"[\w)\]]\[", "take it in Python"),
    _construct("a list comprehension", r"\[\s*\w+\s+IN\b", "do it in Python"),
    _construct("a pattern comprehension", r"\[\s*\(", "MATCH, and put together in Python"),
    _construct("a parameter in any() or all()", r"\b(?:any|all|none|single)\s*\([^)]*\$", "WITH $some AS some first"),
    _construct("CONTAINS ''", r"\bCONTAINS\s+''", "leave the test out"),
    _construct("WHERE in a node", r"\(\s*\w*\s*(?::[^()]*)?\bWHERE\b", "WHERE behind the pattern"),
    _construct("EXISTS without MATCH", r"\b(?:EXISTS|COUNT)\s*\{\s*\(", "{ MATCH (a)-[r]->(b) }"),
    _construct("a label as a test", r"\b(?:WHERE|AND|OR|NOT)\s+\w+\s*:", "the label in the pattern"),
    _construct("a chained comparison", r"[\w.]\s*[<>]=?\s*[\w.$]+\s*[<>]=?\s*[\w.$]", "two comparisons with AND"),
    _construct("a parameter added to a parameter", r"\$\w+\s*\+\s*\$\w", "add them in Python"),
    _construct(
        "a test for a missing parameter", r"\$\w+\s+IS\s+(?:NOT\s+)?NULL", "coalesce($p, x), or a text of its own"
    ),
    _construct("a date compared with a text", r"_day\s*(?:[<>]=?|=|<>)\s*'", "date($day)"),
    _construct("two paths in one MATCH", r"\)\s*,\s*\(", "one MATCH a path, and a.id <> b.id"),
    _construct(
        "WITH ... ORDER BY without LIMIT", rf"\bWITH\b{_AND_THEN}\bORDER\s+BY\b(?!.*\bLIMIT\b)", "order at the end"
    ),
    _construct("a parameter as the bound of a path", r"\*[^\]]*\$", "a number"),
    _construct("a parameter named as a keyword", r"\$(?:order|in|table|ends)\b", "another name"),
    _construct("a keyword as a relation", r"[:|]\s*FOR\b", "`FOR`, in backticks"),
    _construct(
        "a node without a kind", r"\bMATCH\s*\(\s*\w*\s*\)\s*(?:WHERE|RETURN|$)", "the kind, which an index needs"
    ),
    _construct("collect() without an order", r"^(?!.*\bORDER\s+BY\b).*\bcollect\s*\(", "ORDER BY first"),
    _construct("sum() over what may be nothing", r"(?<!coalesce\()\bsum\s*\(", "coalesce(sum(x), 0)"),
)


def outside(cypher: str) -> Iterator[str]:
    """What a text has in it that it must not have, each with what to write instead."""
    for construct in CONSTRUCTS:
        if construct.pattern.search(cypher):
            yield f"{construct.what}: write instead: {construct.instead}"
    names = Counter(name.casefold() for name in {*re.findall(r"[(\[]\s*(\w+)\s*[:)\]]", cypher)})
    yield from (
        f"variables that differ by case alone ({name}): call one otherwise" for name in names if names[name] > 1
    )
