"""Stores to test: each engine's behind one fixture, and a quick one without an engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model.embedded import EmbeddedStore
from graph_model.store import Store
from tests.graph_model.desk import Desk
from tests.graph_model.memory import MemoryStore


@pytest.fixture(params=["embedded"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine."""
    assert request.param == "embedded"
    embedded = EmbeddedStore(tmp_path / "store")
    yield embedded
    embedded.close()


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """A desk with an empty store of each engine."""
    return Desk(store, tmp_path)


@pytest.fixture
def paper(tmp_path: Path) -> Desk:
    """A desk with a store that needs no engine, for what happens before anything is written."""
    return Desk(MemoryStore(), tmp_path)
