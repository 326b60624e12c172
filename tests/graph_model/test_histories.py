"""Random histories of loads, changed loads and removals, against the rules written anew in plain dicts."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from graph_model.embedded import EmbeddedStore
from graph_model.store import Store
from tests.graph_model.desk import Desk
from tests.graph_model.memory import MemoryStore
from tests.graph_model.raw import RawNode, RawRelation
from tests.lists import emptied
from tests.neo4j_server import Server

BASES = {"oppgitt": 0, "allment kjent": 1, "utledet": 2}
DATES = ("", "2015", "2020", "2020-07")
SITES = ("", "www.a.no", "www.b.no")
ACTORS, NETWORKS = ("Nord", "Sør", "Øst"), ("HR", "Forum")
ACTOR_LISTS = ("aktører a.csv", "aktører b.csv", "aktører c.csv")
MEMBER_LISTS = ("medlemskap a.csv", "medlemskap b.csv")
IDS = {
    "Nord": "organisation/nord", "Sør": "organisation/sor", "Øst": "organisation/ost",
    "HR": "network/hr", "Forum": "network/forum",
}  # fmt: skip
DAYS = {
    "2015": ("2015-01-01", "2015-12-31"),
    "2020": ("2020-01-01", "2020-12-31"),
    "2020-07": ("2020-07-01", "2020-07-31"),
}


class Row(NamedTuple):
    """A row of a list: what it is about, its values, its basis and the date on which it was true."""

    about: tuple[str, ...]
    values: tuple[str, ...]
    basis: str
    stated_on: str


def listed(about: st.SearchStrategy[tuple[str, ...]], values: st.SearchStrategy[tuple[str, ...]]) -> Any:
    """The rows of a list: no two about the same with different values, but some twice."""
    row = st.builds(Row, about, values, st.sampled_from(list(BASES)), st.sampled_from(DATES))
    rows = st.lists(row, max_size=4, unique_by=lambda row: row.about)
    return st.tuples(rows, st.booleans()).map(lambda drawn: drawn[0] + drawn[0][:1] * drawn[1])


PERIODS = st.sampled_from([(since, until) for since in DATES for until in DATES if not until or since <= until])
ACTOR_ROWS = listed(
    st.sampled_from([(name,) for name in ACTORS]),
    st.tuples(st.sampled_from(SITES), PERIODS).map(lambda drawn: (drawn[0], *drawn[1])),
)
NETWORK_ROWS = listed(st.sampled_from([(name,) for name in NETWORKS]), PERIODS)
MEMBER_ROWS = listed(
    st.tuples(st.sampled_from(ACTORS), st.sampled_from(NETWORKS), st.sampled_from(DATES)),
    st.tuples(st.sampled_from(DATES), st.sampled_from(["", "leder", "medlem"])),
).map(lambda rows: [row for row in rows if not row.values[0] or row.about[2] <= row.values[0]])
HEADERS = {
    "a": "navn;nettsted;fra;til;grunnlag;opplyst dato",
    "n": "navn;etablert;til;grunnlag;opplyst dato",
    "m": "medlem;medlem av;fra;til;rolle;grunnlag;opplyst dato",
}
FIELDS = {"a": ("website", "since", "until"), "n": ("established", "until"), "m": ("until", "role")}
WORDS = {"leder": "leader", "medlem": "member"}

Shown = tuple[dict[str, str], tuple[str, str], int]


@dataclass
class Rules:
    """What the lists say, and what follows from it by the rules alone: no code of the program."""

    lists: dict[str, list[Row]] = field(default_factory=dict)

    def knows(self, name: str) -> bool:
        """Whether a list names a node."""
        return any(row.about == (name,) for rows in self.lists.values() for row in rows)

    def accepts(self, rows: list[Row]) -> bool:
        """Whether every node that rows of memberships name is known."""
        return all(self.knows(name) for row in rows if len(row.about) > 1 for name in row.about[:2])

    def said(self, about: tuple[str, ...]) -> list[tuple[str, Row]]:
        """Who says what of a fact, the most believed first: by basis, then the later date, then the source."""
        found = [(source, row) for source, rows in self.lists.items() for row in rows if row.about == about]
        found.sort(key=lambda said: said[0])
        found.sort(key=lambda said: DAYS[said[1].stated_on][0] if said[1].stated_on else "", reverse=True)
        return sorted(found, key=lambda said: BASES[said[1].basis])

    def shown(self, about: tuple[str, ...]) -> tuple[dict[str, str], int]:
        """The values that the graph shows of a fact, and how many statements it has."""
        said = self.said(about)
        values: dict[str, str] = {}
        for source, row in said:
            for name, value in zip(FIELDS[source[0]], row.values, strict=True):
                if value and name not in values:
                    values[name] = WORDS.get(value, value)
        return values, len(said)

    def node(self, name: str) -> Shown:
        """A node: its values, its first and last day, its statements."""
        values, statements = self.shown((name,))
        since = values.get("since") or values.get("established")
        days = (DAYS[since][0] if since else "0001-01-01", last_day(values.get("until")))
        return {"name": name, **values}, days, statements

    def nodes(self) -> dict[str, Shown]:
        """Every node."""
        return {IDS[name]: self.node(name) for name in IDS if self.knows(name)}

    def members(self) -> dict[tuple[str, ...], Shown]:
        """Every membership whose two ends exist, on the days on which they do."""
        found: dict[tuple[str, ...], Shown] = {}
        for about in {row.about for rows in self.lists.values() for row in rows if len(row.about) > 1}:
            actor, network, since = about
            if self.knows(actor) and self.knows(network):
                values, statements = self.shown(about)
                own = (DAYS[since][0] if since else "0001-01-01", last_day(values.get("until")))
                periods = [own, self.node(actor)[1], self.node(network)[1]]
                first, last = max(begin for begin, _ in periods), min(end for _, end in periods)
                days = (first, last) if first <= last else ("9999-12-31", "0001-01-01")
                key = (IDS[actor], IDS[network], since)
                found[key] = ({**({"since": since} if since else {}), **values}, days, statements)
        return found


def last_day(date: str | None) -> str:
    """The last day of a date; without one, the last there is."""
    return DAYS[date][1] if date else "9999-12-31"


class Histories(RuleBasedStateMachine):
    """Loads and removes lists at random, and compares after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(self.new_store(), self.folder)
        self.model = Rules()

    def new_store(self) -> Store:
        """An empty store."""
        return MemoryStore()

    def teardown(self) -> None:
        """Let go of the files and remove them."""
        self.desk.store.close()
        shutil.rmtree(self.folder)

    @initialize(actors=ACTOR_ROWS)
    def load_everything(self, actors: list[Row]) -> None:
        """Begin with lists that name every node, so that most memberships are accepted."""
        names = [Row((name,), ("", "", ""), "utledet", "") for name in ACTORS]
        self.load({
            ACTOR_LISTS[0]: actors,
            ACTOR_LISTS[2]: names,
            "nettverk.csv": [Row((name,), ("", ""), "oppgitt", "") for name in NETWORKS],
        })  # fmt: skip

    @rule(name=st.sampled_from(ACTOR_LISTS), rows=ACTOR_ROWS)
    def load_actors(self, name: str, rows: list[Row]) -> None:
        """Load a list of actors, or load it anew with other rows."""
        self.load({name: rows})

    @rule(rows=NETWORK_ROWS)
    def load_networks(self, rows: list[Row]) -> None:
        """Load the list of networks."""
        self.load({"nettverk.csv": rows})

    @rule(name=st.sampled_from(MEMBER_LISTS), rows=MEMBER_ROWS)
    def load_members(self, name: str, rows: list[Row]) -> None:
        """Load a list of memberships, which is refused where it names what no list has."""
        self.load({name: rows})

    @rule(actors=ACTOR_ROWS, networks=NETWORK_ROWS, members=MEMBER_ROWS)
    def load_three(self, actors: list[Row], networks: list[Row], members: list[Row]) -> None:
        """Load three lists at once, all or none."""
        self.load({MEMBER_LISTS[0]: members, ACTOR_LISTS[0]: actors, "nettverk.csv": networks})

    @precondition(lambda self: self.model.lists)
    @rule(data=st.data())
    def load_again(self, data: st.DataObject) -> None:
        """Load a list again as it is: unless it names what is gone by now, nothing changes."""
        name = data.draw(st.sampled_from(sorted(self.model.lists)))
        rows = self.model.lists[name]
        plan = self.desk.attempt(written({name: rows}))
        assert bool(plan.problems) is not self.model.accepts(rows)
        assert plan.problems or not plan.writes

    @precondition(lambda self: self.model.lists)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """Take a source out."""
        name = data.draw(st.sampled_from(sorted(self.model.lists)))
        self.desk.remove(name)
        del self.model.lists[name]

    def load(self, lists: dict[str, list[Row]]) -> None:
        """Load lists, in the program and by the rules."""
        after = Rules({**self.model.lists, **lists})
        accepted = all(after.accepts(rows) for rows in lists.values())
        plan = self.desk.attempt(written(lists))
        assert bool(plan.problems) is not accepted
        if accepted:
            self.model = after

    @invariant()
    def the_graph_is_what_the_rules_say(self) -> None:
        """Nodes, memberships, shown values, days and the number of statements are the same."""
        if not self.model.lists:
            return
        graph = self.desk.graph()
        assert {key: shown(node) for key, node in graph.nodes.items()} == self.model.nodes()
        ties = graph.relations.values()
        members = {(tie.start, tie.end, tie.values.get("since", "")): shown(tie) for tie in ties}
        assert members == self.model.members()
        with self.desk.store.reading() as snapshot:
            assert {record.id for record in snapshot.sources()} - {"kompetansegraf"} == set(self.model.lists)


def written(lists: Mapping[str, list[Row]]) -> dict[str, list[str]]:
    """Lists as the lines of CSV files."""
    return {
        name: [HEADERS[name[0]], *(";".join([*row.about, *row.values, row.basis, row.stated_on]) for row in rows)]
        for name, rows in lists.items()
    }


def shown(fact: RawNode | RawRelation) -> Shown:
    """A fact of the graph as the rules have it."""
    return fact.values, (fact.first.isoformat(), fact.last.isoformat()), len(fact.statements)


class EmbeddedHistories(Histories):
    """The same in the embedded store, read by its engine."""

    def new_store(self) -> Store:
        """An empty store."""
        return EmbeddedStore(self.folder / "store")


QUICK = settings(deadline=None, derandomize=True, database=None)
TestInMemory = Histories.TestCase
TestInMemory.settings = settings(QUICK, max_examples=150, stateful_step_count=12)
TestEmbedded = EmbeddedHistories.TestCase
TestEmbedded.settings = settings(QUICK, max_examples=5, stateful_step_count=8, phases=[Phase.generate])


@pytest.mark.needs("neo4j")
@pytest.mark.xdist_group("neo4j")
def test_on_neo4j(neo4j_server: Server) -> None:
    class OnNeo4j(Histories):
        """The same on a server."""

        def new_store(self) -> Store:
            return emptied(neo4j_server)

    run_state_machine_as_test(
        OnNeo4j, settings=settings(QUICK, max_examples=12, stateful_step_count=8, phases=[Phase.generate])
    )
