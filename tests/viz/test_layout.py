"""Where nodes stand: by what they are to the question, each in a place of its own, the same every time."""

import random
from dataclasses import replace
from itertools import pairwise
from math import dist, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.drawn import Drawn, Place
from viz.layout import laid_out


def answer(group: str, forums: int, members: int, seed: int = 1) -> Drawn:
    """A group, employers of it, and forums that each of them is a member of one of."""
    drawn = random.Random(seed)
    employers = [f"employer/{n:02}" for n in range(members)]
    venues = [f"forum/{n:02}" for n in range(forums)]
    links = [(employer, group) for employer in employers] + [(each, drawn.choice(venues)) for each in employers]
    return Drawn({node: [node] for node in (group, *employers, *venues)}, links, [group], venues, {})


def surroundings(rings: list[int], seed: int = 1) -> Drawn:
    """A node with so many others at each distance from it, each tied to one that is nearer."""
    drawn = random.Random(seed)
    groups = [["middle"]] + [[f"{at}/{n:04}" for n in range(size)] for at, size in enumerate(rings, 1)]
    links = [(node, drawn.choice(nearer)) for nearer, group in pairwise(groups) for node in group]
    distances = {node: at for at, group in enumerate(groups) for node in group}
    return Drawn({node: [node] for node in distances}, links, ["middle"], [], distances)


def test_an_answer_reads_from_left_to_right() -> None:
    places = laid_out(answer("group/a", 3, 8))
    across = {kind: {places[node][0] for node in places if node.startswith(kind)} for kind in ("g", "e", "f")}
    assert max(across["g"]) < min(across["e"]) <= max(across["e"]) < min(across["f"])


def test_the_answers_stand_in_the_order_of_their_rows() -> None:
    drawn = answer("group/a", 5, 12)
    heights = [laid_out(drawn)[node][1] for node in drawn.answers]
    assert heights == sorted(heights)


def test_what_lies_behind_a_subject_stands_to_its_right() -> None:
    labels = {node: [node] for node in ("region", "forum", "member", "owner of the member")}
    links = [("forum", "region"), ("member", "forum"), ("member", "owner of the member")]
    places = laid_out(Drawn(labels, links, ["region"], ["forum"], {}))
    across = [places[node][0] for node in ("region", "forum", "member", "owner of the member")]
    assert across == sorted(set(across))


def test_an_answer_that_nothing_ties_to_what_is_asked_stands_on_the_right_too() -> None:
    labels = {node: [node] for node in ("forum", "member", "missing type", "other forum")}
    links = [("member", "forum"), ("other forum", "missing type")]
    places = laid_out(Drawn(labels, links, ["forum"], ["missing type"], {}))
    across = [places[node][0] for node in ("forum", "member", "missing type", "other forum")]
    assert across == sorted(set(across))


def test_nodes_that_nothing_ties_to_what_is_asked_have_a_place_too() -> None:
    labels = {node: [node] for node in ("region", "forum", "alone")}
    assert laid_out(Drawn(labels, [("forum", "region")], ["region"], ["forum", "alone"], {})).keys() == labels.keys()


@pytest.mark.parametrize("rings", [[6], [20, 30], [40, 200], [100, 900, 1000]])
def test_surroundings_are_further_out_the_further_away_they_are(rings: list[int]) -> None:
    drawn = surroundings(rings)
    places = laid_out(drawn)
    assert places["middle"] == (0, 0)
    mean = [
        sum(hypot(*places[node]) for node in some) / len(some)
        for at in range(len(rings) + 1)
        if (some := [node for node, distance in drawn.distances.items() if distance == at])
    ]
    assert mean == sorted(mean)


def test_answers_to_what_is_asked_of_nothing_stand_on_the_left_of_what_they_rest_on() -> None:
    labels = {node: [node] for node in ("course", "school", "town", "other course")}
    links = [("school", "course"), ("course", "town"), ("other course", "town")]
    places = laid_out(Drawn(labels, links, [], ["course", "other course"], {}))
    assert places["course"][0] == places["other course"][0] < places["school"][0]
    assert places["course"][1] < places["other course"][1]


def test_without_anything_asked_the_best_connected_is_in_the_middle() -> None:
    links = [("hub", f"n{at}") for at in range(5)] + [("n0", "n1")]
    labels = {node: [node] for link in [*links, ("alone", "alone")] for node in link}
    assert laid_out(Drawn(labels, links, [], [], {}))["hub"] == (0, 0)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=4), st.integers(0, 99))
def test_no_two_nodes_stand_in_one_place(rings: list[int], seed: int) -> None:
    places = laid_out(surroundings([size for size in rings if size] or [1], seed))
    assert len(set(places.values())) == len(places)


@given(st.integers(1, 20), st.integers(1, 60), st.randoms())
def test_the_same_graph_in_another_order_is_the_same_picture(forums: int, members: int, order: random.Random) -> None:
    drawn = answer("group/a", forums, members)
    links, nodes = list(drawn.links), list(drawn.labels)
    order.shuffle(links)
    order.shuffle(nodes)
    other = Drawn({node: drawn.labels[node] for node in nodes}, links, drawn.asked, drawn.answers, {})
    assert laid_out(other) == laid_out(drawn)


def median_move(before: dict[str, Place], after: dict[str, Place]) -> float:
    moves = sorted(dist(before[node], after[node]) for node in before.keys() & after.keys())
    return moves[len(moves) // 2]


@pytest.mark.parametrize("members", [8, 20, 40])
def test_one_more_row_moves_most_of_an_answer_by_less_than_a_node(members: int) -> None:
    drawn = answer("group/a", 6, members)
    more = replace(
        drawn,
        labels={**drawn.labels, "forum/new": ["forum/new"]},
        links=[*drawn.links, ("forum/new", "employer/03")],
        answers=[*drawn.answers, "forum/new"],
    )
    assert median_move(laid_out(drawn), laid_out(more)) <= 60


@pytest.mark.parametrize("rings", [[12], [20, 25], [60, 200]])
def test_one_more_neighbour_moves_most_of_a_surrounding_by_less_than_two_cells(rings: list[int]) -> None:
    drawn = surroundings(rings)
    new = "1/0003b"
    more = replace(
        drawn,
        labels={**drawn.labels, new: [new]},
        links=[*drawn.links, ("middle", new)],
        distances={**drawn.distances, new: 1},
    )
    assert median_move(laid_out(drawn), laid_out(more)) <= 2 * 180
