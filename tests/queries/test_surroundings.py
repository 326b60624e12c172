"""`surroundings` against rows written by hand and a second implementation, on both engines, and what it refuses."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import pytest

from graph_model.names import folded
from graph_model.problems import Refusal
from graph_model.statements import SourceClaims
from graph_model.store import Snapshot
from graph_model.values import first_day, last_day, today
from queries.answer import Answer
from queries.surroundings import COLUMNS, surroundings
from tests.lists import built, emptied, in_memory, loaded_into, made_up_county, trondelag
from tests.neo4j_server import Server
from tests.queries.brute_mobilisers import Facts, PlainNode
from tests.queries.brute_surroundings import Tie, brute_surroundings
from tests.queries.moteplass_by_hand import rests_on_statements
from tests.queries.plain_facts import plain_facts
from tests.queries.random_graphs import random_facts

COUNTIES: dict[str, Callable[[], list[SourceClaims]]] = {"made up": made_up_county, "Trøndelag": trondelag}
COUNTY_TIMES = ("all", "2023", "2021-06-15")
RANDOM_TIMES = ("2021", "2020-06-15", "2024", "all", "2022-03")
RANDOM_GRAPHS = 16
BLOCKS = 4
ASKED = 12
REGION_DEPTHS = (0, 1)
DEPTHS = (0, 1, 2)
RANDOM_DEPTHS = (1, 2, 3)
ASKED_OF_BOTH = 40
ALL_COLUMNS = tuple(column.id for column in COLUMNS)
FORUM = "Forum Ytre Skjell"

Told = tuple[object, ...]


class Graph:
    """A graph of lists, and the same as plain facts."""

    def __init__(self, lists: Sequence[SourceClaims]) -> None:
        self.snapshot: Snapshot = in_memory(lists)
        self.facts: Facts = plain_facts(*lists)

    def nodes(self, *kinds: str) -> list[str]:
        """The plain ids of the nodes of these kinds; of all, where none is given."""
        return [node_id for node_id, node in self.facts.nodes.items() if not kinds or node["kind"] in kinds]

    def check(self, *, around: str | None = None, region: str | None = None, depth: int | None, time: str) -> None:
        """Ask of both; the rows are the same, and the relations of their paths."""
        asked = {"around": self.real(around), "region": self.real(region), "depth": depth, "as_of": time}
        answer = asked_for(self.snapshot, asked)
        first, last = days(time)
        expected = brute_surroundings(self.facts, around, region, depth or 0, first_day(first), last_day(last))
        case = around, region, depth, time
        assert around is region is None or tuple(answer.columns) == COLUMNS, case
        shown = [column.id for column in answer.columns]
        assert [told(row, shown) for row in answer.rows] == [told(one.row, shown) for one in expected], case
        assert [ties(answer, row) for row in answer.rows] == [one.ties for one in expected], case
        assert own_facts(answer) == [(one.row["kind"], one.row["name"]) for one in expected], case

    def real(self, node: str | None) -> str | None:
        """The id that a node of the plain facts has in the graph."""
        return node and graph_id(self.snapshot, self.facts.nodes[node])


def graph_id(snapshot: Snapshot, node: PlainNode) -> str:
    named = snapshot.named(folded(node["name"]))
    [node_id] = [node_id for node_id in named if node_id.startswith(node["kind"].lower() + "/")]
    return node_id


def days(time: str) -> tuple[str | None, str | None]:
    return (None, None) if time == "all" else (time, time)


def told(row: Mapping[str, Any], columns: Sequence[str] = ALL_COLUMNS) -> Told:
    return tuple(row[column] for column in columns)


def ties(answer: Answer, row: Mapping[str, Any]) -> list[Tie]:
    """The relations of a row's paths, in the form of the second implementation."""
    found = []
    for path in (answer.paths[number] for number in row["path"]):
        called = {node["id"]: (node["kind"], node["name"]) for node in path["nodes"]}
        found += [(tie["kind"], called[tie["from"]], called[tie["to"]]) for tie in path["relations"]]
    return sorted(found)


def own_facts(answer: Answer) -> list[tuple[str, str]]:
    """The nodes whose own facts are among the paths of a row, row by row."""
    paths = [answer.paths[number] for row in answer.rows for number in row["path"]]
    return [(node["kind"], node["name"]) for path in paths if not path["relations"] for node in path["nodes"]]


def asked_for(snapshot: Snapshot, asked: Mapping[str, Any]) -> Answer:
    answer, _ = surroundings(snapshot, "nb", **asked)
    return answer


def around_forum(snapshot: Snapshot, time: str) -> Answer:
    return asked_for(snapshot, {"around": FORUM, "depth": 1, "as_of": time})


@pytest.fixture(scope="module", params=list(COUNTIES))
def county(request: pytest.FixtureRequest) -> Graph:
    return Graph(COUNTIES[request.param]())


@pytest.fixture(scope="module")
def made_up() -> Snapshot:
    return in_memory(made_up_county())


# Rows written by hand

BY_HAND: dict[str, list[Told]] = {
    # That Kystens arbeidsgivere and Ytre Skjellråd collaborate, by what they run, is derived, and no link.
    "all": [
        (FORUM, "Network", 0, None, 9),
        ("Ytre Skjell", "Region", 1, "dekkes av Forum Ytre Skjell", 2),
        ("helseforetak", "ActorType", 1, "samles av Forum Ytre Skjell", 1),
        ("kommune", "ActorType", 1, "samles av Forum Ytre Skjell", 1),
        ("Kystens arbeidsgivere", "Organisation", 1, "mobiliserer Forum Ytre Skjell", 1),
        ("Ytre Skjellråd", "Organisation", 1, "driver Forum Ytre Skjell", 3),
        ("Delpilot Ytre", "Programme", 1, "mobiliserer Forum Ytre Skjell", 2),
        ("Forum Ytre Skjell 2021-03-10", "Meeting", 1, "er møte i Forum Ytre Skjell", 1),
        ("Forum Ytre Skjell 2021-10", "Meeting", 1, "er møte i Forum Ytre Skjell", 1),
        ("Forum Ytre Skjell 2022", "Meeting", 1, "er møte i Forum Ytre Skjell", 1),
    ],
    # It gathers health trusts from 2023, and the other two meetings were in 2021.
    "2022-06-01": [
        (FORUM, "Network", 0, None, 6),
        ("Ytre Skjell", "Region", 1, "dekkes av Forum Ytre Skjell", 2),
        ("kommune", "ActorType", 1, "samles av Forum Ytre Skjell", 1),
        ("Kystens arbeidsgivere", "Organisation", 1, "mobiliserer Forum Ytre Skjell", 1),
        ("Ytre Skjellråd", "Organisation", 1, "driver Forum Ytre Skjell", 3),
        ("Delpilot Ytre", "Programme", 1, "mobiliserer Forum Ytre Skjell", 2),
        ("Forum Ytre Skjell 2022", "Meeting", 1, "er møte i Forum Ytre Skjell", 1),
    ],
    # It was mobilised from 2022 on, and the sub-pilot began then.
    "2021-12": [
        (FORUM, "Network", 0, None, 3),
        ("Ytre Skjell", "Region", 1, "dekkes av Forum Ytre Skjell", 2),
        ("kommune", "ActorType", 1, "samles av Forum Ytre Skjell", 1),
        ("Ytre Skjellråd", "Organisation", 1, "driver Forum Ytre Skjell", 2),
    ],
    # It was established, but had not met.
    "2020": [(FORUM, "Network", 0, None, 0)],
}
IN_ENGLISH: list[Told] = [
    (FORUM, "Network", 0, None, 6),
    ("Ytre Skjell", "Region", 1, "is covered by Forum Ytre Skjell", 2),
    ("municipality", "ActorType", 1, "are gathered by Forum Ytre Skjell", 1),
    ("Kystens arbeidsgivere", "Organisation", 1, "mobilises Forum Ytre Skjell", 1),
    ("Ytre Skjellråd", "Organisation", 1, "runs Forum Ytre Skjell", 3),
    ("Delpilot Ytre", "Programme", 1, "mobilises Forum Ytre Skjell", 2),
    ("Forum Ytre Skjell 2022", "Meeting", 1, "is a meeting of Forum Ytre Skjell", 1),
]
"""Those on 1 June 2022."""
TIES_BY_HAND = {
    ("COVERS", FORUM, "Ytre Skjell"),
    ("COVERS", "Ytre Skjellråd", "Ytre Skjell"),
    ("GATHERS", FORUM, "kommune"),
    ("MEETING_OF", "Forum Ytre Skjell 2022", FORUM),
    ("MOBILISES", "Delpilot Ytre", FORUM),
    ("MOBILISES", "Kystens arbeidsgivere", FORUM),
    ("RUNS", "Ytre Skjellråd", "Delpilot Ytre"),
    ("RUNS", "Ytre Skjellråd", FORUM),
}
"""Those on 1 June 2022; the regions that something is mobilised in are no relations."""


@pytest.mark.parametrize("time", BY_HAND)
def test_rows_written_by_hand(made_up: Snapshot, time: str) -> None:
    answer = around_forum(made_up, time)
    assert [told(row) for row in answer.rows] == BY_HAND[time]
    assert rests_on_statements(answer)
    assert answer.summary
    assert answer.as_of == time


def test_relations_written_by_hand(made_up: Snapshot) -> None:
    answer = around_forum(made_up, "2022-06-01")
    found = [tie for row in answer.rows for tie in ties(answer, row)]
    assert {(kind, start, end) for kind, (_, start), (_, end) in found} == TIES_BY_HAND
    assert len(found) == 2 * len(TIES_BY_HAND)


def test_rows_in_english(made_up: Snapshot) -> None:
    answer, _ = surroundings(made_up, "en", around=FORUM, as_of="2022-06-01")
    assert [told(row) for row in answer.rows] == IN_ENGLISH


def test_what_is_left_out_is_today_and_one_step(made_up: Snapshot) -> None:
    assert asked_for(made_up, {"around": FORUM}) == around_forum(made_up, today().isoformat())


# The second implementation


@pytest.mark.parametrize("time", COUNTY_TIMES)
@pytest.mark.parametrize("depth", DEPTHS)
def test_second_implementation_around_every_node(county: Graph, depth: int, time: str) -> None:
    for node in county.nodes():
        county.check(around=node, depth=depth, time=time)


@pytest.mark.parametrize("time", COUNTY_TIMES)
@pytest.mark.parametrize("depth", REGION_DEPTHS)
def test_second_implementation_of_every_region(county: Graph, depth: int, time: str) -> None:
    for region in county.nodes("Region"):
        county.check(region=region, depth=depth, time=time)


@pytest.mark.parametrize("time", COUNTY_TIMES)
def test_second_implementation_of_the_whole(county: Graph, time: str) -> None:
    county.check(depth=None, time=time)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_second_implementation_of_random_worlds(block: int) -> None:
    """Seeded random worlds, and of each some nodes, some regions, and the whole."""
    for seed in range(block, RANDOM_GRAPHS, BLOCKS):
        graph = Graph([random_facts(seed)])
        rng = random.Random(seed)
        nodes, regions = rng.sample(graph.nodes(), ASKED), rng.sample(graph.nodes("Region"), len(REGION_DEPTHS))
        for at, node in enumerate(nodes):
            graph.check(around=node, depth=RANDOM_DEPTHS[at % 3], time=RANDOM_TIMES[(seed + at) % len(RANDOM_TIMES)])
        for time in RANDOM_TIMES:
            graph.check(depth=None, time=time)
            for region, depth in zip(regions, REGION_DEPTHS, strict=True):
                graph.check(region=region, depth=depth, time=time)


# Both engines


@pytest.fixture(scope="module", params=list(COUNTIES))
def engines(
    request: pytest.FixtureRequest, neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Snapshot, Snapshot]]:
    """A county in a store of each engine, open to be read."""
    sources = COUNTIES[request.param]()
    embedded = built(tmp_path_factory.mktemp("surroundings") / "store", sources)
    store = emptied(neo4j_server)
    loaded_into(store, sources)
    reading: AbstractContextManager[Snapshot] = store.reading()
    with reading as server:
        yield embedded, server
    store.close()
    embedded.close()


def some_askings(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Some nodes and some regions, each at a depth and a time, and the whole graph."""
    nodes = sorted({named.id for named in snapshot.names()})
    regions = [node for node in nodes if node.startswith("region/")]
    rng = random.Random(ASKED_OF_BOTH)
    asked: list[dict[str, Any]] = [{"around": node} for node in rng.sample(nodes, ASKED_OF_BOTH)]
    asked += [{"region": region} for region in rng.sample(regions, len(regions) // 2)]
    drawn = [{**one, "depth": rng.choice(DEPTHS), "as_of": rng.choice(COUNTY_TIMES)} for one in asked]
    return [*drawn, *({"as_of": time} for time in COUNTY_TIMES)]


@pytest.mark.needs("neo4j")
@pytest.mark.xdist_group("neo4j")
def test_both_engines_answer_the_same(engines: tuple[Snapshot, Snapshot]) -> None:
    for asked in some_askings(engines[0]):
        found = [asked_for(snapshot, asked).as_json("nb") for snapshot in engines]
        assert found[0] == found[1], asked
        assert found[0]["rows"], asked


# What is refused


def refused(snapshot: Snapshot, asked: Mapping[str, Any]) -> list[str]:
    """The codes of what is said where something is refused."""
    with pytest.raises(Refusal) as refusal:
        asked_for(snapshot, asked)
    return [problem.message.code for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"around": FORUM, "region": "Torskø"}, "around-or-region"),
        ({"around": FORUM, "region": "Torskø", "depth": 1}, "around-or-region"),
        ({"depth": 1}, "depth-of-nothing"),
        ({"depth": 0}, "depth-of-nothing"),
        ({"around": "Xyzzy"}, "unknown-name"),
        ({"region": "Xyzzy"}, "unknown-name"),
        ({"around": "Forum Ytre Skjel"}, "unknown-name-near"),
        ({"region": "Torskø kommune"}, "unknown-name-near"),
        ({"around": FORUM, "as_of": "i fjor"}, "bad-as-of"),
    ],
)
def test_what_is_refused(made_up: Snapshot, asked: Mapping[str, Any], code: str) -> None:
    assert refused(made_up, asked) == [code]


def test_more_than_a_picture_can_show_is_refused(made_up: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more than it can; as many as it can are shown."""
    asked = {"around": FORUM, "as_of": "all"}
    count = len(BY_HAND["all"])
    monkeypatch.setattr("queries.surroundings.MOST_NODES", count)
    assert len(asked_for(made_up, asked).rows) == count
    monkeypatch.setattr("queries.surroundings.MOST_NODES", count - 1)
    assert refused(made_up, asked) == ["too-much-to-draw"]


@pytest.mark.parametrize("asked", [{"as_of": "all"}, {"region": "Ytre Skjell", "depth": 0, "as_of": "all"}])
def test_a_start_that_is_too_much_is_refused(
    made_up: Snapshot, monkeypatch: pytest.MonkeyPatch, asked: Mapping[str, Any]
) -> None:
    monkeypatch.setattr("queries.surroundings.MOST_NODES", 4)
    assert refused(made_up, asked) == ["too-much-to-draw"]


# The titles


@pytest.mark.parametrize(
    ("asked", "nb", "en"),
    [
        ({}, "Hele grafen", "The whole graph"),
        ({"as_of": "2022"}, "Hele grafen", "The whole graph"),
        ({"around": FORUM}, "Rundt Forum Ytre Skjell", "Around Forum Ytre Skjell"),
        ({"around": "tHs", "as_of": "2022"}, "Rundt Tanghøgskolen", "Around Tanghøgskolen"),
        ({"region": "9101", "depth": 0}, "Rundt Torskø", "Around Torskø"),
        ({"around": "kommune"}, "Rundt kommune", "Around municipality"),
    ],
)
def test_titles(made_up: Snapshot, asked: Mapping[str, Any], nb: str, en: str) -> None:
    """In the language that is asked in, whatever name leads to the node."""
    assert surroundings(made_up, "nb", **asked)[1].nb == nb
    assert surroundings(made_up, "en", **asked)[1].en == en
