"""How kinds look: each differently, also without colour, and dark enough."""

from itertools import combinations

import pytest

from graph_model import catalogue
from viz.looks import line, mark


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, by the formula of WCAG 2.1 (relative luminance)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_no_two_kinds_of_node_look_alike_without_colour() -> None:
    for one, other in combinations(catalogue.NODES, 2):
        first, second = mark(one), mark(other)
        assert (first.shape, first.hollow) != (second.shape, second.hollow), f"{one.kind()} and {other.kind()}"


def test_no_two_kinds_of_relation_look_alike() -> None:
    assert len({line(kind) for kind in catalogue.RELATIONS}) == len(catalogue.RELATIONS)


@pytest.mark.parametrize("kind", catalogue.NODES, ids=lambda kind: kind.kind())
def test_a_hollow_mark_stands_out_from_the_paper(kind: type) -> None:
    look = mark(kind)
    if look.hollow:  # what is filled has a dark edge
        assert contrast(look.colour, "#ffffff") >= 3


@pytest.mark.parametrize("kind", catalogue.RELATIONS, ids=lambda kind: kind.kind())
def test_the_label_of_a_line_can_be_read(kind: type) -> None:
    assert contrast(line(kind).colour, "#ffffff") >= 7
