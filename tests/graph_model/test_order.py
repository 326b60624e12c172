"""The order of rows and of files changes nothing: neither the graph, nor its ids, nor what is refused."""

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import event, given, settings
from hypothesis import strategies as st

from graph_model.loading import Plan
from tests.graph_model.desk import NORD, NTNU, Desk, Lists
from tests.graph_model.memory import MemoryStore

NAMES = ("NAV", "nav", "THYF")
MUNICIPALITIES = {"regioner.csv": ["navn", "Ørland", "Bjugn"], "nettverk.csv": ["navn", "HR"]}

Row = tuple[str, ...]


def rows_of(*cells: Sequence[str], most: int = 4) -> st.SearchStrategy[list[Row]]:
    """Rows with one of some texts in each cell."""
    return st.lists(st.tuples(*map(st.sampled_from, cells)), min_size=1, max_size=most)


ACTORS = rows_of(
    NAMES,
    ("", "", "fagskole", "bedrift", "fagskole;bedrift"),
    ("", "", NTNU, NORD),
    ("", "", "Ørland", "Bjugn", "Ørland;Bjugn"),
    ("", "x", "y;x"),
)
MEMBERS = rows_of((*NAMES, NTNU, "x", "Ukjent sted"), ("HR",), ("", "2020"))
FILES = st.fixed_dictionaries(
    {"aktører a.csv": ACTORS}, optional={"aktører b.csv": ACTORS, "aktører c.csv": ACTORS, "medlemskap.csv": MEMBERS}
)
HEADERS = {"a": "navn;type;orgnr;kommune;andre navn", "m": "medlem;medlem av;fra"}


def lists_of(files: dict[str, list[Row]], order: random.Random | None) -> Lists:
    """Files with their rows: as they come, or in another order of both."""
    shuffled = [(name, list(rows)) for name, rows in files.items()]
    if order:
        order.shuffle(shuffled)
        for _, rows in shuffled:
            order.shuffle(rows)
    return {
        name: [HEADERS[name[0]], *(";".join(f'"{cell}"' for cell in row) for row in rows)] for name, rows in shuffled
    }


def outcome(plan: Plan, desk: Desk) -> object:
    """What a load made of the graph, or what it was refused for."""
    if plan.problems:
        return sorted((problem.message.code, str(problem.values.get("name")).casefold()) for problem in plan.problems)
    return desk.graph().without_statements(), sorted((str(claim.values["name"]), found) for claim, found in plan.joins)


def loaded(steps: Sequence[dict[str, list[Row]]], order: random.Random | None) -> list[object]:
    """What loads that follow each other come to."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(MemoryStore(), Path(folder))
        desk.load(MUNICIPALITIES)
        return [outcome(desk.attempt(lists_of(files, order)), desk) for files in steps]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(FILES, min_size=1, max_size=2), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_files_changes_nothing(steps: list[dict[str, list[Row]]], order: random.Random) -> None:
    outcomes = loaded(steps, None)
    event("refused" if isinstance(outcomes[-1], list) else "loaded")
    assert loaded(steps, order) == outcomes
