"""Spelling variants are proposed and never joined."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from graph_model.embedded import Generation
from graph_model.loading import plan_load
from loaders.files import read_lists
from tests.lists import TODAY

Proposed = set[frozenset[str]]


def proposed(folder: Path, names: Sequence[str], header: str = "navn;kommune;andre navn") -> tuple[Proposed, int]:
    """The pairs that a list of actors in Vik and Nes makes one propose, and how many actors it makes."""
    (folder / "regioner.csv").write_text("navn;type\nVik;kommune\nNes;kommune\n", encoding="utf-8")
    (folder / "aktører.csv").write_text("\n".join([header, *names]), encoding="utf-8")
    with closing(Generation(None)) as empty:
        plan = plan_load(empty, read_lists([folder]).sources, TODAY)
    assert not plan.problems
    pairs = {frozenset((likeness.title, likeness.other)) for likeness in plan.likenesses}
    return pairs, plan.changes.new["Organisation"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Havbruk AS", "Havbruk"),
        ("Fjordnæringa", "Fjord-næringa"),
        ("Ytre Namdal skole", "Ytre Namdal skule"),
        ("Helseledernettverket", "Helseledernettverk"),
    ],
)
def test_variants_of_a_name_are_proposed_and_stay_two(tmp_path: Path, one: str, other: str) -> None:
    assert proposed(tmp_path, [one, other]) == ({frozenset((one, other))}, 2)


def test_an_alias_that_is_the_name_of_another_is_proposed(tmp_path: Path) -> None:
    assert proposed(tmp_path, ["Nord universitet;;Nord", "Nord;;"]) == ({frozenset(("Nord universitet", "Nord"))}, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kompetanseforum", "Kompetanseforum Sør"),
        ("Avdeling 1", "Avdeling 2"),
        ("helsearbeidere", "helsefagarbeidere"),
        ("Namsos kommune", "Namsskogan kommune"),
        ("Fjordskolen;Vik", "Fjordskulen;Nes"),
    ],
)
def test_what_differs_is_not_proposed(tmp_path: Path, one: str, other: str) -> None:
    assert proposed(tmp_path, [one, other]) == (set(), 2)
