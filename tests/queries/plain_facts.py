"""What lists claim, as the plain facts that the brute force reads: the rules of time and identity once more."""

import calendar
import datetime as dt
from collections.abc import Iterable
from enum import Enum

from graph_model.actor_types import BROADER_TYPES, ActorTypeCode
from graph_model.kind import Node
from graph_model.nodes import ActorType
from graph_model.statements import NodeClaim, Reference, RelationClaim, SourceClaims
from tests.queries.brute_mobilisers import Facts, PlainNode, PlainRelation

FIRST = dt.date(1, 1, 1)
LAST = dt.date(9999, 12, 31)
ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})

Life = tuple[dt.date, dt.date]


def plain_facts(*sources: SourceClaims) -> Facts:
    """The graph that lists add up to, each node and each fact once.

    Equal names or numbers of one kind are one node. Of the lists, the first that gives a field is believed.
    """
    claims = _Claims()
    for source in sources:
        for claim in source.nodes:
            claims.add_node(claim)
    stated = [_relation(claims, claim) for source in sources for claim in source.relations]
    relations = [*_broader_types(), *_merged(stated)]
    lives = _lives(claims, relations)
    for node_id, node in claims.nodes.items():
        node["begins"], node["ends"] = lives[node_id]
    for fact in relations:
        own = _dated(None if fact["status"] == "planned" else fact["since"], fact["until"])
        fact["begins"], fact["ends"] = _cut(own, lives[fact["start"]], lives[fact["end"]])
    return Facts(claims.nodes, relations)


class _Claims:
    """The nodes as they are claimed, and what leads to them."""

    def __init__(self) -> None:
        self.nodes: dict[str, PlainNode] = {}
        self.dates: dict[str, tuple[str | None, str | None]] = {}
        self._known: dict[tuple[type[Node], str], str] = {}
        self._words: dict[tuple[type[Node], str], set[str]] = {}
        self._of_claim: dict[NodeClaim, str] = {}
        for code in ActorTypeCode:
            self._add(ActorType, _type_id(code), code.label.nb, code.words)

    def add_node(self, claim: NodeClaim) -> None:
        """Take up a claim, of a node that is known or of a new one."""
        kind = claim.kind
        name = str(claim.values.get("name") or f"{kind.__name__} {len(self.nodes)}")
        numbers = [str(claim.values["number"])] if claim.values.get("number") else []
        aliases = claim.values.get("aliases") or []
        assert isinstance(aliases, list)
        known = [self._known[kind, word] for word in (*numbers, name.casefold()) if (kind, word) in self._known]
        node_id = known[0] if known else f"{kind.__name__.lower()}/{_slug(name)}"
        for word in (*numbers, name.casefold()):
            self._known.setdefault((kind, word), node_id)
        self._add(kind, node_id, name, [name, *aliases, *numbers])
        self._of_claim[claim] = node_id
        begin, finish = kind.lasts or ("", "")
        since, until = self.dates.get(node_id, (None, None))
        self.dates[node_id] = since or _text(claim.values.get(begin)), until or _text(claim.values.get(finish))
        node = self.nodes[node_id]
        node["type"] = node["type"] or _text(claim.values.get("type"))
        node["status"] = node["status"] or _text(claim.values.get("status"))
        node["until"] = self.dates[node_id][1]

    def _add(self, kind: type[Node], node_id: str, name: str, words: Iterable[str]) -> None:
        self.nodes.setdefault(node_id, _node(kind.__name__, name))
        for word in words:
            self._words.setdefault((kind, word.casefold()), set()).add(node_id)

    def meant(self, end: Reference | NodeClaim) -> str:
        """The id of the node that is meant; an actor goes before a type of that name."""
        if isinstance(end, NodeClaim):
            return self._of_claim[end]
        fitting: set[str] = set()
        for (kind, word), node_ids in self._words.items():
            if word == end.text.casefold() and issubclass(kind, end.role):
                fitting |= node_ids
        actors = {node_id for node_id in fitting if not node_id.startswith("actortype/")}
        [node_id] = actors or fitting
        return node_id


def _node(kind: str, name: str) -> PlainNode:
    """A node of which nothing more is known."""
    return {
        "kind": kind,
        "name": name,
        "begins": FIRST,
        "ends": LAST,
        "type": None,
        "status": None,
        "until": None,
    }


def _relation(claims: _Claims, claim: RelationClaim) -> PlainRelation:
    values = claim.values
    regions = values.get("regions") or []
    assert isinstance(regions, list)
    fact = _fact(claim.kind.kind(), claims.meant(claim.start), claims.meant(claim.end))
    fact["since"], fact["until"] = _text(values.get("since")), _text(values.get("until"))
    fact["role"], fact["status"] = _text(values.get("role")), _text(values.get("status"))
    fact["regions"] = sorted({claims.meant(region) for region in regions})
    fact["key"] += fact["since"] or ""
    if fact["kind"] == "MOBILISES":
        fact["key"] += "|" + "+".join(fact["regions"])
    return fact


def _merged(stated: list[PlainRelation]) -> list[PlainRelation]:
    """Each fact once, with what the first list leaves open taken from the next."""
    by_key: dict[str, PlainRelation] = {}
    for fact in stated:
        known = by_key.setdefault(fact["key"], fact)
        known["until"] = known["until"] or fact["until"]
        known["role"] = known["role"] or fact["role"]
        known["status"] = known["status"] or fact["status"]
    return list(by_key.values())


def _broader_types() -> list[PlainRelation]:
    return [
        _fact("BROADER", _type_id(narrower), _type_id(broader))
        for broader, narrowers in BROADER_TYPES.items()
        for narrower in narrowers
    ]


def _fact(kind: str, start: str, end: str) -> PlainRelation:
    """A relation of which nothing more is known."""
    return {
        "kind": kind,
        "start": start,
        "end": end,
        "since": None,
        "until": None,
        "begins": FIRST,
        "ends": LAST,
        "regions": [],
        "role": None,
        "status": None,
        "key": f"{kind}|{start}|{end}|",
    }


# Time


def _lives(claims: _Claims, relations: list[PlainRelation]) -> dict[str, Life]:
    """The days on which each node exists.

    What is planned exists, as planned, before it begins. A forum begins with its first meeting, where a dated one is
    known. A position lasts from the earliest begin to the latest end of its postings, each cut by the life of where it
    is held.
    """
    lives = {node_id: _dated(*claims.dates.get(node_id, (None, None))) for node_id in claims.nodes}
    for node_id, node in claims.nodes.items():
        if node["status"] == "planned":
            lives[node_id] = FIRST, lives[node_id][1]
    dated_meetings = [
        fact for fact in relations if fact["kind"] == "MEETING_OF" and claims.dates[fact["start"]][0] is not None
    ]
    forums = {node_id for node_id, node in claims.nodes.items() if node["type"] == "forum"}
    for network in {fact["end"] for fact in dated_meetings} & forums:
        first_meeting = min(lives[fact["start"]][0] for fact in dated_meetings if fact["end"] == network)
        lives[network] = first_meeting, lives[network][1]
    postings = [fact for fact in relations if fact["kind"] == "HELD_AT"]
    for position in {fact["start"] for fact in postings}:
        held = [
            _cut(_dated(fact["since"], fact["until"]), lives[fact["end"]])
            for fact in postings
            if fact["start"] == position
        ]
        real = [(begins, ends) for begins, ends in held if begins <= ends]
        never = LAST, FIRST
        lives[position] = (min(life[0] for life in real), max(life[1] for life in real)) if real else never
    return lives


def _dated(since: str | None, until: str | None) -> Life:
    return _first_day(since) if since else FIRST, _last_day(until) if until else LAST


def _first_day(date: str) -> dt.date:
    return dt.date.fromisoformat((date + "-01-01")[:10])


def _last_day(date: str) -> dt.date:
    year, *rest = [int(part) for part in date.split("-")]
    month = rest[0] if rest else 12
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]
    return dt.date(year, month, day)


def _cut(*lives: Life) -> Life:
    return max(begins for begins, _ in lives), min(ends for _, ends in lives)


# Words


def _type_id(code: ActorTypeCode) -> str:
    return f"actortype/{_slug(code.label.nb)}"


def _slug(name: str) -> str:
    """A name as an id has it: letters of a to z and digits, with hyphens between the words."""
    plain = name.casefold().translate(ASCII)
    return "-".join("".join(char if char.isascii() and char.isalnum() else " " for char in plain).split())


def _text(value: object) -> str | None:
    """A value as plain text; of a fixed choice, its id."""
    if isinstance(value, Enum):
        value = value.value
    assert isinstance(value, str | None)
    return value
