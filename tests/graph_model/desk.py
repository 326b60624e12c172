"""Somebody's desk: a folder of lists, and the store that they are loaded into."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph_model import messages
from graph_model.loading import Plan, plan_load, plan_removal
from graph_model.problems import Problem
from graph_model.statements import Statement
from graph_model.store import SourceRecord, Store
from loaders.files import read_lists
from tests.graph_model.raw import Raw, raw

TODAY = dt.date(2026, 11, 2)
NTNU, NORD, OTHER = "974767880", "970940243", "974760673"
"""Organisation numbers with the right check digit."""

Lists = Mapping[str, Sequence[str]]
"""The lines of CSV files, by the files' names."""


class Desk:
    """Writes lists as people do, and loads them into a store."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self._folder = folder

    def plan(
        self, lists: Lists, *, today: dt.date = TODAY, create_missing: bool = False, folder: str = "lists"
    ) -> Plan:
        """What loading some lists would do."""
        with self.store.reading(or_empty=True) as snapshot:
            sources = read_lists(self._written(lists, folder))
            wrong = [problem for problem in sources.problems if problem.message is not messages.NO_ROWS]
            assert not wrong, _lines(wrong)
            return plan_load(snapshot, sources.sources, today, create_missing=create_missing)

    def attempt(
        self, lists: Lists, *, today: dt.date = TODAY, create_missing: bool = False, folder: str = "lists"
    ) -> Plan:
        """Load lists unless they have problems; doubts are passed over."""
        plan = self.plan(lists, today=today, create_missing=create_missing, folder=folder)
        if plan.writes and not plan.problems:
            self._apply(plan)
        return plan

    def load(
        self, lists: Lists, *, today: dt.date = TODAY, create_missing: bool = False, folder: str = "lists"
    ) -> Plan:
        """Load lists that have no problems."""
        plan = self.attempt(lists, today=today, create_missing=create_missing, folder=folder)
        assert not plan.problems, _lines(plan.problems)
        return plan

    def problems(self, lists: Lists, *, create_missing: bool = False) -> list[Problem]:
        """What is wrong with lists."""
        return self.plan(lists, create_missing=create_missing).problems

    def remove(self, source: str) -> Plan:
        """Take a source out."""
        with self.store.reading() as snapshot:
            plan = plan_removal(snapshot, source)
        self._apply(plan)
        return plan

    def graph(self) -> Raw:
        """The graph as the engine's own driver gives it."""
        return raw(self.store)

    def shown(self, node_id: str) -> dict[str, object]:
        """The values that the graph shows of a node."""
        return self.graph().nodes[node_id].values

    def record(self, source: str) -> SourceRecord:
        """What the store knows of a source."""
        with self.store.reading() as snapshot:
            [found] = [record for record in snapshot.sources() if record.id == source]
            return found

    def said_by(self, source: str) -> list[Statement]:
        """What a source says."""
        with self.store.reading() as snapshot:
            return snapshot.said_by([source])

    def _written(self, lists: Lists, folder: str) -> list[Path]:
        place = self._folder / folder
        place.mkdir(exist_ok=True)
        for name, lines in lists.items():
            (place / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
        return [place / name for name in lists]

    def _apply(self, plan: Plan) -> None:
        with self.store.writing() as writer:
            writer.apply(plan.change, lambda _: None)


def codes(problems: Sequence[Problem]) -> list[str]:
    """The codes of problems, in their order."""
    return [problem.message.code for problem in problems]


def _lines(problems: Sequence[Problem]) -> str:
    return "\n".join(problem.to("en") for problem in problems)
