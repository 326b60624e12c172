"""An answer made by hand, with every sort of value that a row can have."""

import datetime as dt
from typing import Any

from graph_model.problems import Place
from graph_model.statements import Basis, Provenance, Statement
from graph_model.store import SourceRecord
from graph_model.text import Text
from queries.answer import Answer, Column

COLUMNS = (
    Column("actor", Text("Aktør", "Actor")),
    Column("status", Text("Status", "Status"), codes={"planned": Text("planlagt", "planned")}),
    Column("flags", Text("Merknader", "Remarks"), codes={"wider": Text("større område", "wider region")}),
    Column("credits", Text("Studiepoeng", "Credits"), unit=Text("studiepoeng", "ECTS credits")),
    Column("since", Text("Fra", "Since")),
)
PLAIN: dict[str, Any] = {"actor": "Vik", "status": None, "flags": [], "credits": None, "since": None, "path": []}


def statement(number: str, row: int, document: str | None = None, sheet: str = "") -> Statement:
    origin = Provenance(document=document, section=document and "kapittel 2", basis=Basis.STATED)
    return Statement(number, "liste", Place("liste.xlsx", sheet, row), "RUNS", number, "", "", {}, origin)


def relation(*statements: str) -> dict[str, Any]:
    return {"kind": "RUNS", "from": "network/a", "to": "network/b", "statements": list(statements)}


def node(name: str, *statements: str) -> dict[str, Any]:
    own = {"statements": list(statements)} if statements else {}
    return {"id": f"network/{name}", "kind": "Network", "name": name, **own}


def answer(*rows: dict[str, Any]) -> Answer:
    """Its first path is a relation that two rows of one document state, its second what a node says of itself."""
    return Answer(
        "one",
        {},
        "all",
        "Ett svar.",
        [],
        COLUMNS,
        [{**PLAIN, **row} for row in rows],
        [
            {"nodes": [node("a"), node("b")], "relations": [relation("1", "2")]},
            {"nodes": [node("a", "3")], "relations": []},
        ],
        [statement("1", 3, "Rapporten"), statement("2", 4, "Rapporten"), statement("3", 7, sheet="Ark én")],
        [SourceRecord("liste", "", "", dt.date(2026, 1, 1), 3)],
    )
