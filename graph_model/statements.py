"""What one source says: claims as a list words them, and statements once it is known of which nodes they speak."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from graph_model.kind import Node, Prop, Relation
from graph_model.problems import Place
from graph_model.text import Text
from graph_model.values import Choice, PartialDate


class Basis(Choice):
    """What a statement rests on, in the order in which differing statements are believed."""

    STATED = "stated", "oppgitt", "stated", "sagt", "står i kilden"
    PUBLIC = "public", "allment kjent", "public", "offentlig kjent", "public knowledge"
    DERIVED = "derived", "utledet", "derived", "avledet"


class Provenance(BaseModel):
    """Where a row's statement comes from: columns that every sheet may have."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: Annotated[
        str | None,
        Prop(
            Text("dokument", "document"),
            Text("Dokumentet som raden bygger på.", "The document that the row rests on."),
            also=("kildedokument", "rapport", "kilde", "source document", "report", "source"),
            example=Text("Kompetansestrategi for Eksempelfylket", "Competence strategy of Example County"),
        ),
    ] = None
    section: Annotated[
        str | None,
        Prop(
            Text("avsnitt", "section"),
            Text("Kapittel, side eller avsnitt i dokumentet.", "The chapter, page or section of the document."),
            also=("kapittel", "side", "chapter", "page"),
            example=Text("kapittel 3", "chapter 3"),
        ),
    ] = None
    stated_on: Annotated[
        PartialDate | None,
        Prop(
            Text("opplyst dato", "stated on"),
            Text("Datoen da opplysningen var sann.", "The date on which the statement was true."),
            also=("oppdatert", "per dato", "as of", "updated"),
        ),
    ] = None
    basis: Annotated[
        Basis,
        Prop(
            Text("grunnlag", "basis"),
            Text(
                "Om opplysningen står i kilden (oppgitt), er allment kjent, eller er utledet av en regel.",
                "Whether the source states it, it is public knowledge, or a rule derives it.",
            ),
        ),
    ] = Basis.STATED
    rule: Annotated[
        str | None,
        Prop(
            Text("regel", "rule"),
            Text("Regelen som en utledet opplysning følger av.", "The rule that a derived statement follows from."),
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A node as a list names it: by id, official number, name or alias, in any case.

    Parameters
    ----------
    text: what stands in the cell.
    role: the role, or the kind, that the node must have.
    place: where it stands.
    """

    text: str
    role: type
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class NodeClaim:
    """A row that says that a node exists, with what it gives of its fields.

    ``id`` is the id that the row asks for, as the rows of an exported list do; empty where it leaves that open.
    """

    kind: type[Node]
    values: dict[str, object]
    place: Place
    origin: Provenance
    id: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class RelationClaim:
    """A row, or a cell of one, that says that a relation holds. Values that refer to nodes are lists of references."""

    kind: type[Relation]
    start: "Reference | NodeClaim"
    end: "Reference | NodeClaim"
    values: dict[str, object]
    place: Place
    origin: Provenance


@dataclass(frozen=True, slots=True)
class SourceClaims:
    """Everything that one list says.

    Parameters
    ----------
    id: the source's id: the name given to it, else the file's name.
    folder: where the list lies, to notice another list of the same name.
    nodes, relations: its claims.
    """

    id: str
    folder: str
    nodes: list[NodeClaim] = field(default_factory=list)
    relations: list[RelationClaim] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that one source says of one fact.

    Parameters
    ----------
    id: the same for the same source, place and fact.
    source: the id of the list that says it.
    place: where in the list.
    kind: the kind of the fact, as the catalogue names it.
    key: the fact that it speaks of; statements with equal keys speak of one fact. A node's key is its id.
    start, end: the ids of a relation's two ends; both empty for a node.
    values: the fact's fields that it gives, by name, without those that it leaves open; all JSON.
    origin: the document, section, date, basis and rule that the row cites.
    """

    id: str
    source: str
    place: Place
    kind: str
    key: str
    start: str
    end: str
    values: dict[str, object]
    origin: Provenance
