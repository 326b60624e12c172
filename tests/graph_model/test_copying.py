"""A copy holds what the original does, whatever the engines; and it is compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model import checksum, copying
from graph_model.checksum import Content, content
from graph_model.copying import copied
from graph_model.embedded import EmbeddedStore
from graph_model.problems import Refusal
from graph_model.store import Snapshot, Store
from tests.graph_model.desk import Desk
from tests.graph_model.neo4j_loads import AFTER, BEFORE, NEXT
from tests.graph_model.raw import raw
from tests.lists import loaded_into, made_up_county


@pytest.fixture
def folder_store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A store in a folder."""
    store = EmbeddedStore(tmp_path / "copy")
    yield store
    store.close()


def held(store: Store) -> Content:
    with store.reading() as snapshot:
        return content(snapshot)


def test_a_copy_and_its_copy_hold_the_same(store: Store, folder_store: EmbeddedStore) -> None:
    loaded_into(store, made_up_county())
    shares: list[float] = []
    there = copied(store, folder_store, shares.append)
    assert there == held(store) == held(folder_store)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert raw(folder_store) == raw(store)
    assert copied(folder_store, store, shares.append) == there
    assert held(store) == there


def test_lists_of_the_target_go_only_where_that_is_meant(
    store: Store, folder_store: EmbeddedStore, tmp_path: Path
) -> None:
    desk, other = Desk(store, tmp_path), Desk(folder_store, tmp_path)
    desk.load(BEFORE)
    other.load(NEXT)
    before = held(folder_store)
    with pytest.raises(Refusal) as refusal:
        copied(store, folder_store, lambda _: None)
    assert [problem.message.code for problem in refusal.value.problems] == ["copy-into-others"]
    assert held(folder_store) == before
    copied(store, folder_store, lambda _: None, replace=True)
    assert held(folder_store) == held(store)


def test_a_place_is_not_copied_onto_itself(store: Store, folder_store: EmbeddedStore, tmp_path: Path) -> None:
    loaded_into(folder_store, made_up_county())
    loaded_into(store, made_up_county())
    (tmp_path / "link").symlink_to(folder_store.folder)
    for one, other in ((store, store), (folder_store, EmbeddedStore(tmp_path / "link"))):
        with pytest.raises(Refusal) as refusal:
            copied(one, other, lambda _: None, replace=True)
        assert [problem.message.code for problem in refusal.value.problems] == ["copy-onto-itself"]


def test_a_copy_that_differs_is_told_of(
    store: Store, folder_store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Desk(store, tmp_path).load(BEFORE)
    read: list[Content] = []

    def as_if_changed(snapshot: Snapshot) -> Content:
        read.append(checksum.content(snapshot)._replace(statements=len(read)))
        return read[-1]

    monkeypatch.setattr(copying, "content", as_if_changed)
    with pytest.raises(Refusal) as refusal:
        copied(store, folder_store, lambda _: None)
    assert [problem.message.code for problem in refusal.value.problems] == ["copy-differs"]


def test_one_value_one_source_or_one_fact_more_is_another_checksum(desk: Desk) -> None:
    seen = set()
    for lists in (BEFORE, AFTER, NEXT, {"nettverk.csv": ["navn;type", "HR;fagnettverk", "Forum;"]}):
        desk.load(lists)
        seen.add(held(desk.store).checksum)
    assert len(seen) == 4
