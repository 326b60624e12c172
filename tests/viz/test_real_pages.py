"""Pages of real answers and surroundings in a real browser: every label is there and covers nothing."""

import random
import textwrap
from typing import Any

import pytest

from graph_model import catalogue, roles
from graph_model.text import Lang
from loaders.shipped import examples
from queries.question import all_questions
from tests.graph_model.memory import MemoryStore
from tests.lists import in_memory, made_up_county, trondelag
from tests.viz import pictures
from tests.viz.conftest import Open
from tests.viz.opened import overlapping
from tests.viz.pictures import KINDS, edge, node, row
from tests.viz.test_picture import around, drawn
from viz.drawn import FEW, Drawn
from viz.layout import laid_out
from viz.picture import Picture

pytestmark = pytest.mark.needs("chromium")
COUNTIES = {"trøndelag": trondelag, "made up": made_up_county}


@pytest.fixture(scope="module")
def counties() -> dict[str, MemoryStore]:
    return {name: in_memory(lists()) for name, lists in COUNTIES.items()}


def covered(opened: Open, picture: Picture | pictures.Picture) -> Any:
    """What is wrong with how a picture is drawn: labels that lack, and what covers something else."""
    page = opened(picture)
    labels = {box["id"] for box in page.boxes("label")}
    lacking = [node["name"] for node in picture["nodes"] if node["id"] not in labels]
    return lacking, overlapping(page.boxes())


@pytest.mark.parametrize(
    ("question", "lang"), [*((question, "nb") for question in all_questions()), ("mobilisers", "en"), ("actor", "en")]
)
def test_every_example_is_drawn_with_all_its_labels(
    opened: Open, counties: dict[str, MemoryStore], question: str, lang: Lang
) -> None:
    picture = drawn(counties["trøndelag"], question, examples()[question], lang)
    assert len(picture["nodes"]) <= FEW
    assert covered(opened, picture) == ([], [])


@pytest.mark.parametrize("county", COUNTIES)
def test_what_surrounds_an_actor_is_drawn_with_all_its_labels(
    opened: Open, counties: dict[str, MemoryStore], county: str
) -> None:
    store = counties[county]
    with store.reading() as snapshot:
        names = sorted({named.id for named in snapshot.names()})
    actors = [name for name in names if issubclass(catalogue.kind_of(name), roles.Actor)]
    pictures = [around(store, around=name, depth=depth) for name in actors[::19] for depth in (1, 2)]
    few = [picture for picture in pictures if len(picture["nodes"]) <= FEW]
    assert len(few) > 3
    assert [(picture["title"], wrong) for picture in few if (wrong := covered(opened, picture)) != ([], [])] == []


@pytest.mark.parametrize(
    ("county", "region"), [("trøndelag", "Fosen"), ("trøndelag", "Namdalen"), ("made up", "Havfylke")]
)
def test_what_is_in_a_region_is_drawn_with_all_its_labels(
    opened: Open, counties: dict[str, MemoryStore], county: str, region: str
) -> None:
    picture = around(counties[county], region=region, depth=1)
    assert 10 < len(picture["nodes"]) <= FEW
    assert covered(opened, picture) == ([], [])


def test_the_whole_graph_opens_with_its_most_important_labels(opened: Open, counties: dict[str, MemoryStore]) -> None:
    page = opened(around(counties["trøndelag"]))
    labels = page.boxes("label")
    assert overlapping(labels) == []
    ranks = {node["id"]: node["rank"] for node in page.picture["nodes"]}
    assert len(labels) >= 20
    assert max(ranks[box["id"]] for box in labels) < len(ranks)
    assert min(ranks[box["id"]] for box in labels) == 1


def made(count: int, answers: int, seed: int) -> pictures.Picture:
    """A made answer, or without answers surroundings, of so many nodes with names as long as real ones."""
    drawn = random.Random(seed)
    names = [f"{drawn.choice(FIRST)} {drawn.choice(SECOND)} {n}" for n in range(count)]
    ids = [f"node/{n:02}" for n in range(count)]
    ties = [(ids[n], ids[drawn.randrange(max(1, n // 3))]) for n in range(1, count)]
    labels = {key: textwrap.wrap(name, 22) for key, name in zip(ids, names, strict=True)}
    distances = {} if answers else {key: min(n, 1 + n // 25) for n, key in enumerate(ids)}
    places = laid_out(Drawn(labels, ties, ids[:1], ids[count - answers :] if answers else [], distances))
    kinds = list(KINDS)
    nodes = [
        node(key, kinds[n % len(kinds)], name, places[key], label="\n".join(labels[key]), rank=n + 1, asked=not n)
        for n, (key, name) in enumerate(zip(ids, names, strict=True))
    ]
    edges = [edge("MEMBER_OF", *tie) for tie in ties]
    return pictures.picture("nb", nodes, edges, [row(names[0], "", None, edges, ids[0])])


FIRST = ("Kompetanseforum", "Interkommunalt politisk råd for", "Fagskolen i", "Ressurssenteret ved", "Studiesenteret")
SECOND = ("Ytre Fjordlandet", "Øyane og Åsane", "Sør-Vestfylket videregående skole", "Nord", "indre bygder og kyst")


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("count", "answers"), [(60, 0), (60, 30), (45, 8), (30, 20)])
def test_made_pictures_of_up_to_sixty_nodes_are_drawn_with_all_their_labels(
    opened: Open, count: int, answers: int, seed: int
) -> None:
    assert covered(opened, made(count, answers, seed)) == ([], [])
