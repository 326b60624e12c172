"""How the terminal shows what is wrong: by sheet and row, wrapped."""

import io

from rich.console import Console

from graph_model.messages import BAD_DATE, NO_GRAPH
from graph_model.problems import Place, Problem
from viz.problems import show_problems


def test_problems_stand_below_their_sheet_in_the_order_of_its_rows() -> None:
    values = {"value": "høsten for noen år siden, kanskje tidligere"}
    problems = [
        Problem(BAD_DATE, Place("a.xlsx", "Ark", 12, "C (fra)"), values),
        Problem(BAD_DATE, Place("b.csv", row=2), {"value": "x"}),
        Problem(NO_GRAPH, values={"folder": "g"}),
        Problem(BAD_DATE, Place("a.xlsx", "Ark", 3), {"value": "y"}),
    ]
    out = Console(width=60, file=io.StringIO(), record=True)
    show_problems(out, "nb", problems)
    assert [line.rstrip() for line in out.export_text().splitlines()] == [
        "a.xlsx, ark «Ark»:",
        "– rad 3: «y» er ikke en dato. Skriv 2024, 2024-05 eller",
        "  17.05.2024.",
        "– rad 12, kolonne C (fra): «høsten for noen år siden,",
        "  kanskje tidligere» er ikke en dato. Skriv 2024, 2024-05",
        "  eller 17.05.2024.",
        "b.csv:",
        "– rad 2: «x» er ikke en dato. Skriv 2024, 2024-05 eller",
        "  17.05.2024.",
        "Det er ingen graf i «g» ennå. Les inn lister med",
        "«kompetansegraf load MAPPE», eller prøv «kompetansegraf",
        "demo», med samme --store.",
    ]
