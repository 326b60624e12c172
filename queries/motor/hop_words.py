"""The hops of an introduction in words."""

from collections.abc import Sequence
from itertools import pairwise

from graph_model import catalogue
from graph_model.relations import MemberRole
from graph_model.text import Text
from queries.context import Context
from queries.motor.acquaintance import Strength, Tie

_MEMBER = (
    Text("er medlem av {name}", "is a member of {name}"),
    Text("har {name} som medlem", "has {name} as a member"),
)
_AS = {
    MemberRole.LEADER.value: (Text("leder {name}", "leads {name}"), Text("ledes av {name}", "is led by {name}")),
    MemberRole.SECRETARIAT.value: (
        Text("er sekretariat for {name}", "is the secretariat of {name}"),
        Text("har {name} som sekretariat", "has {name} as its secretariat"),
    ),
    MemberRole.OWNER.value: (Text("eier {name}", "owns {name}"), Text("eies av {name}", "is owned by {name}")),
    MemberRole.OBSERVER.value: (
        Text("er observatør i {name}", "is an observer in {name}"),
        Text("har {name} som observatør", "has {name} as an observer"),
    ),
}
_HOP = Text("{words} {name}", "{words} {name}")
_TOGETHER = Text("samarbeider med {name} ({collaboration})", "collaborates with {name} ({collaboration})")
_ON = Text("{said}, som {hop}", "{said}, which {hop}")


def chain_in_words(context: Context, actors: Sequence[str], ties: Sequence[Tie]) -> Text:
    """A chain as a sentence: what the first is to the second, which is something to the third, and so on."""
    said = Text("", "")
    for (one, other), tie in zip(pairwise(actors), ties, strict=True):
        edge, name = tie.edges[0], context.name(other)
        if tie.strength is Strength.COLLABORATION:
            hop = _TOGETHER.filled(name=name, collaboration=context.name(edge.end))
        else:
            hop = hop_in_words(edge.kind, tie.role, name, outgoing=edge.start == one)
        said = _ON.filled(said=said, hop=hop) if said.nb else _HOP.filled(words=context.name(one), name=hop)
    return said


def hop_in_words(kind: str, role: str | None, name: str, *, outgoing: bool) -> Text:
    """What somebody is to an actor of this name, by a relation that begins or ends with them."""
    if kind == "MEMBER_OF":
        return _AS.get(role or "", _MEMBER)[0 if outgoing else 1].filled(name=name)
    relation = catalogue.relation_kind(kind)
    return _HOP.filled(words=relation.label if outgoing else relation.inverse, name=name)
