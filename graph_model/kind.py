"""What a kind of node or relation declares; everything else that needs to know of kinds is derived from it."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from graph_model.text import Text
from graph_model.values import PartialDate, first_day, last_day


class Heading(NamedTuple):
    """A column header, or the name of a sheet: its label in both languages, and other words that lists use."""

    label: Text
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that stands for it in a list."""
        return (*self.label, *self.also)


@dataclass(frozen=True)
class Prop:
    """What a field of a kind is, for people and for the loaders; it stands in the field's annotation.

    Parameters
    ----------
    label: the field's name for a reader, which is also its column header.
    about: what the field holds, in one sentence.
    unit: the unit that its numbers are counted in.
    also: other headers under which lists have it.
    identifies: its value leads to one node, and equal values are one node.
    distinguishes: two facts between the same nodes that differ here are two facts, not a disagreement.
    refers_to: the value is a list of ids of nodes that play this role; in a list it is written by name.
    example: what a cell may hold, for the workbook to fill in, where the field's type does not tell; empty text where
        an empty cell shows best what is meant.
    """

    label: Text
    about: Text
    unit: Text | None = None
    also: tuple[str, ...] = ()
    identifies: bool = False
    distinguishes: bool = False
    refers_to: type | None = None
    example: Text | None = None

    @property
    def heading(self) -> Heading:
        """The field as a column header."""
        return Heading(self.label, self.also)


class Kind(BaseModel):
    """A kind of fact: a node or a relation. Its fields are the values that a statement of it may have."""

    # What validates a kind is built when it is first needed: a question needs none.
    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=1, str_max_length=500, defer_build=True)

    label: ClassVar[Text]
    about: ClassVar[Text]
    sheet: ClassVar[Heading]
    lasts: ClassVar[tuple[str, str] | None] = None
    """The fields that say when a fact begins and ends; None where it does neither, or another fact says it."""
    listed: ClassVar[bool] = True
    """Whether lists can hold it; else the program makes it itself."""

    @classmethod
    def kind(cls) -> str:
        """The stable name of the kind: the label of its nodes, or the type of its relations, in the store."""
        raise NotImplementedError

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.lasts:
            begin, end = (getattr(self, name) for name in self.lasts)
            if begin and end and first_day(begin) > last_day(end):
                raise PydanticCustomError("end-before-start", "ends before it begins")
        return self

    @classmethod
    @cache
    def props(cls) -> dict[str, Prop]:
        """Each field that people fill in, by its name, in the order of its declaration."""
        return {
            name: meta for name, field in cls.model_fields.items() for meta in field.metadata if isinstance(meta, Prop)
        }


SINCE = Prop(
    Text("fra", "since"),
    Text(
        "Når det begynte: år, måned eller dag. Tom: ikke kjent.",
        "When it began: a year, a month or a day. Empty: not known.",
    ),
    also=("fra og med", "fra dato", "start", "startdato", "gyldig fra", "from", "valid from"),
    example=Text("2024-09", "2024-09"),
)
UNTIL = Prop(
    Text("til", "until"),
    Text(
        "Siste dag, måned eller år det gjaldt. Tom ved siden av «fra»: gjelder fortsatt.",
        "The last day, month or year of it. Empty beside 'since': still going.",
    ),
    also=("til og med", "til dato", "slutt", "sluttdato", "gyldig til", "to", "valid to", "end"),
    example=Text("", ""),
)


class Node(Kind):
    """Something that exists by itself and has a name."""

    named_after: ClassVar[str | None] = None
    """The field that makes up a name where a list gives none, behind the name of what the node belongs to."""
    several: ClassVar[Text | None] = None
    """The word for several of the kind, where its sheet is called otherwise."""
    examples: ClassVar[tuple[Text, ...]]
    """Names that such nodes could have but none has; where the kind has a hierarchy, the last is above the first."""

    name: Annotated[str, Prop(Text("navn", "name"), Text("Navnet som det er kjent under.", "The name it is known by."))]
    aliases: Annotated[
        list[str],
        Prop(
            Text("andre navn", "aliases"),
            Text("Andre navn og forkortelser.", "Other names and abbreviations."),
            also=("alias", "forkortelse", "kortnavn", "other names", "abbreviation", "short name"),
            example=Text("EKS; Eksempel", "EX; Example"),
        ),
    ] = []

    @classmethod
    def kind(cls) -> str:
        """See Kind.kind; as 'Organisation'."""
        return cls.__name__


class Lasting(BaseModel):
    """Fields of what begins and ends."""

    lasts: ClassVar[tuple[str, str] | None] = ("since", "until")

    since: Annotated[PartialDate | None, SINCE] = None
    until: Annotated[PartialDate | None, UNTIL] = None


class Column(NamedTuple):
    """A column of a node kind's own sheet that carries a relation, so that a list need not have a sheet for it.

    Parameters
    ----------
    on: the role whose kinds' sheets have the column.
    heading: the column's header.
    holds: which end of the relation the cell names; the row's own node is the other one.
    """

    on: type
    heading: Heading
    holds: Literal["start", "end"] = "end"


class Relation(Lasting, Kind):
    """Something that holds between two nodes, from ``start`` to ``end``, for a time.

    ``ends`` are pairs of roles; which pairs of kinds can be related follows from who plays them. ``alike`` allows
    only pairs of one kind. ``inverse`` is the label as read from the end.
    """

    ends: ClassVar[tuple[type, type]]
    alike: ClassVar[bool] = False
    inverse: ClassVar[Text]
    start: ClassVar[Heading]
    end: ClassVar[Heading]
    columns: ClassVar[tuple[Column, ...]] = ()
    tells_apart: ClassVar[Literal["type", "place"] | None] = None
    """Two nodes of one name whose relations of this kind differ are two nodes."""
    dates: ClassVar[Literal["start lasts as long", "end begins with the first"] | None] = None
    """What the relation says of when its start exists, or its end begins."""
    dates_type: ClassVar[str | None] = None
    """The type of the nodes that it says this of; None for all."""

    @classmethod
    @cache
    def kind(cls) -> str:
        """See Kind.kind; as 'MEMBER_OF'."""
        return "".join(f"_{char}" if char.isupper() and at else char for at, char in enumerate(cls.__name__)).upper()
