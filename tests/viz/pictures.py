"""Made-up pictures as a page gets them: a chain of an answer, and surroundings of any size, on a grid."""

from collections.abc import Sequence
from typing import Any

Picture = dict[str, Any]
Node = dict[str, Any]
WORDS: dict[str, Any] = {
    "nb": {
        "title": "Hvem når helsearbeidere i Fjordlandet, og gjennom hvilken kanal?",
        "moment": "Slik det er i dag, 25.11.2026",
        "summary": "4 aktører når helsearbeidere i Fjordlandet, gjennom 3 kanaler. 2 av 5 kommuner er ikke nådd.",
        "notes": ["Tall for 2024 mangler fra Øygarden kommune."],
        "columns": ["Aktør", "Kanal", "Når"],
        "unit": "arbeidsgivere",
    },
    "en": {
        "title": "Who reaches health workers in Fjordlandet, and through which channel?",
        "moment": "As it is today, 25 November 2026",
        "summary": "4 actors reach health workers in Fjordlandet, through 3 channels. 2 of 5 municipalities are not.",
        "notes": ["The figures for 2024 lack Øygarden kommune."],
        "columns": ["Actor", "Channel", "Reaches"],
        "unit": "employers",
    },
}
KINDS = {
    "TargetGroup": ({"nb": "målgruppe", "en": "target group"}, "star", "#D55E00", False),
    "Region": ({"nb": "region", "en": "region"}, "hexagon", "#009E73", True),
    "Municipality": ({"nb": "kommune", "en": "municipality"}, "dot", "#009E73", False),
    "Network": ({"nb": "nettverk", "en": "network"}, "diamond", "#CC79A7", False),
    "Organisation": ({"nb": "virksomhet", "en": "organisation"}, "square", "#0072B2", False),
    "Position": ({"nb": "stilling", "en": "position"}, "triangle", "#E69F00", False),
}
RELATIONS = {
    "MEMBER_OF": ({"nb": "er medlem av", "en": "is a member of"}, [], "#333333"),
    "MOBILISES": ({"nb": "mobiliserer", "en": "mobilises"}, [10, 5], "#8B3A00"),
    "EMPLOYS": ({"nb": "har ansatte blant", "en": "employs"}, [2, 4], "#00524F"),
    "LOCATED_IN": ({"nb": "ligger i", "en": "is located in"}, [12, 4, 2, 4], "#4A3B8F"),
}
_GROUP = "targetgroup/helsearbeidere"
_REGION = "region/fjordlandet"


PLACES = {1: "aktører.xlsx, ark Aktører, rad 7", 2: "medlemskap.csv, rad 31"}


def cited(number: int) -> dict[str, Any]:
    """A source, with the one row in which it says something."""
    return {"number": number, "places": PLACES[number]}


def node(key: str, kind: str, name: str, at: tuple[float, float], **more: Any) -> Node:
    """A node; its label is its name, broken where a line is long."""
    return {
        "id": key,
        "kind": kind,
        "name": name,
        "label": _broken(name),
        "also": [],
        "x": at[0],
        "y": at[1],
        "rank": 5,
        "asked": False,
        "answers": False,
        "facts": [],
        "sources": [cited(1)],
        **more,
    }


def edge(kind: str, start: str, end: str, since: str = "") -> dict[str, Any]:
    """An edge, with the year that it began in."""
    facts = [{"label": "fra", "value": since}] if since else []
    return {
        "id": f"{kind}|{start}|{end}|{since}",
        "kind": kind,
        "from": start,
        "to": end,
        "facts": facts,
        "sources": [cited(2)],
    }


def picture(
    lang: str, nodes: Sequence[Node], edges: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]]
) -> Picture:
    """A whole picture of these, whose kinds are those that occur."""
    words = WORDS[lang]
    seen = {item["kind"] for item in [*nodes, *edges]}
    return {
        "lang": lang,
        "title": words["title"],
        "moment": words["moment"],
        "summary": words["summary"],
        "notes": words["notes"],
        "layout": {"kind": "chain"},
        "nodes": list(nodes),
        "edges": list(edges),
        "kinds": [
            {"id": kind, "label": label[lang], "shape": shape, "colour": colour, "hollow": hollow}
            for kind, (label, shape, colour, hollow) in KINDS.items()
            if kind in seen
        ],
        "relations": [
            {"id": kind, "label": label[lang], "dashes": dashes, "colour": colour, "width": 1.5}
            for kind, (label, dashes, colour) in RELATIONS.items()
            if kind in seen
        ],
        "columns": [
            {"label": words["columns"][0], "unit": "", "number": False},
            {"label": words["columns"][1], "unit": "", "number": False},
            {"label": words["columns"][2], "unit": words["unit"], "number": True},
        ],
        "rows": list(rows),
        "sources": [
            {
                "number": 1,
                "title": "Kompetansepilot Vestfylket, kapittel 3 (oppgitt)",
                "places": "aktører.xlsx, ark Aktører, rad 3–12",
            },
            {"number": 2, "title": "Medlemsliste 2026 (utledet)", "places": "medlemskap.csv, rad 2–40"},
        ],
    }


def answer(lang: str = "nb") -> Picture:
    """Four mobilisers that reach a group in a region, through three channels: a chain from left to right."""
    channels = [
        ("network/forum", "Network", "Kompetanseforum Fjordlandet"),
        ("network/helse", "Network", "Helsenettverket"),
        ("position/leder", "Position", "Prosjektleder, Fjordrådet"),
    ]
    actors = [
        ("organisation/ntnu", "NTNU – Norges teknisk-naturvitenskapelige universitet"),
        ("organisation/fjordradet", "Fjordrådet"),
        ("organisation/fagskolen", "Fagskolen i Vestfylket"),
        ("organisation/studiesenteret", "Studiesenteret Åfjord"),
    ]
    nodes = [
        node(_GROUP, "TargetGroup", "helsearbeidere", (0, 60), asked=True, rank=1),
        node(_REGION, "Region", "Fjordlandet", (0, 300), asked=True, rank=1),
        node("municipality/vik", "Municipality", "Vik kommune", (260, 60), rank=3),
        node("municipality/oy", "Municipality", "Øygarden kommune", (260, 300), rank=3),
        *(node(key, kind, name, (540, 180 * n), rank=2) for n, (key, kind, name) in enumerate(channels)),
        *(node(key, "Organisation", name, (840, 120 * n), rank=2) for n, (key, name) in enumerate(actors)),
    ]
    named = {item["id"]: item for item in nodes}
    named["organisation/ntnu"] |= {
        "also": ["Norges teknisk-naturvitenskapelige universitet", "Noregs teknisk-naturvitskaplege universitet"],
        "facts": [
            {"label": "nettsted", "value": "www.ntnu.no"},
            {"label": "organisasjonsnummer", "value": "974 767 880"},
        ],
        "sources": [cited(1), cited(2)],
    }
    edges = [
        edge("EMPLOYS", "municipality/vik", _GROUP),
        edge("EMPLOYS", "municipality/oy", _GROUP),
        edge("LOCATED_IN", "municipality/vik", _REGION),
        edge("LOCATED_IN", "municipality/oy", _REGION),
        edge("MEMBER_OF", "municipality/vik", "network/forum", "2019"),
        edge("MEMBER_OF", "municipality/oy", "network/helse", "2021"),
        edge("MOBILISES", "position/leder", _GROUP, "2020"),
        edge("MEMBER_OF", "organisation/ntnu", "network/forum", "2019"),
        edge("MEMBER_OF", "organisation/fjordradet", "network/forum", "2018"),
        edge("MEMBER_OF", "organisation/fagskolen", "network/helse", "2022"),
        edge("MEMBER_OF", "organisation/studiesenteret", "position/leder", "2023"),
        edge("MOBILISES", "organisation/studiesenteret", "position/leder", "2024"),
    ]
    ways = [
        ("NTNU", "organisation/ntnu", 0, 12, [7, 4, 0, 2]),
        ("Fjordrådet", "organisation/fjordradet", 0, 4, [8, 4, 0, 2]),
        ("Fagskolen i Vestfylket", "organisation/fagskolen", 1, 9, [9, 5, 1, 3]),
        ("Studiesenteret Åfjord", "organisation/studiesenteret", 2, None, [10, 11, 6]),
    ]
    rows = [
        row(name, channels[via][2], count, [edges[at] for at in way], about) for name, about, via, count, way in ways
    ]
    return picture(lang, nodes, edges, rows)


def row(name: str, channel: str, count: int | None, way: Sequence[dict[str, Any]], about: str) -> dict[str, Any]:
    """A row about a node, with the edges of its path."""
    ends = dict.fromkeys(end for item in way for end in (item["from"], item["to"]))
    return {
        "cells": [name, channel, "" if count is None else str(count)],
        "sort": [name.casefold(), channel.casefold(), count],
        "nodes": list(ends),
        "edges": [item["id"] for item in way],
        "subject": about,
        "sources": [cited(1), cited(2)],
    }


def surroundings(count: int, lang: str = "nb", across: int | None = None, ties: int = 1) -> Picture:
    """A node and those around it on a grid 200 by 120; each is tied to one before it, or to more."""
    across = across or (6 if count <= 60 else int((count * 0.8) ** 0.5) + 1)
    kinds = [kind for kind in KINDS if kind != "TargetGroup"]
    nodes = [
        node(
            f"node/{n}",
            kinds[n % len(kinds)],
            _name(n),
            (200 * (n % across), 120 * (n // across)),
            rank=1 + n // 10,
            asked=not n,
        )
        for n in range(count)
    ]
    edges = [
        edge(
            list(RELATIONS)[(n + turn) % 4],
            f"node/{n}",
            f"node/{max(0, n - 1 - turn - (n * 7) % across)}",
            str(2000 + turn),
        )
        for n in range(1, count)
        for turn in range(ties)
    ]
    rows = [row(_name(n), nodes[n]["kind"], n, [edges[ties * (n - 1)]], f"node/{n}") for n in range(1, count)]
    return picture(lang, nodes, edges, rows)


def _name(n: int) -> str:
    first = ["Fjordlandet", "Indre Øyane", "Vestfylket", "Ytre Åsane", "Nordmarka", "Sørlia"][n % 6]
    return (
        f"{first} {['kompetanseforum', 'videregående skole', 'kommune', 'opplæringskontor', 'næringshage'][n % 5]} {n}"
    )


def _broken(name: str, most: int = 22) -> str:
    lines = [""]
    for word in name.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + 1 > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
