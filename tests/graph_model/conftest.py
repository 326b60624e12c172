"""Stores to test: each engine's behind one fixture, and a quick one without an engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model.embedded import EmbeddedStore
from graph_model.store import Store
from tests.conftest import ENGINES
from tests.graph_model.desk import Desk
from tests.graph_model.memory import MemoryStore


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine."""
    if request.param == "embedded":
        made: Store = EmbeddedStore(tmp_path / "store")
    else:
        made = request.getfixturevalue("neo4j_store")
    yield made
    made.close()


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """A desk with an empty store of each engine."""
    return Desk(store, tmp_path)


@pytest.fixture
def paper(tmp_path: Path) -> Desk:
    """A desk with a store that needs no engine, for what happens before anything is written."""
    return Desk(MemoryStore(), tmp_path)
