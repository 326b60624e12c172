"""What tests share: stores to load into, the two counties, and what is needed beyond Python."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TypeVar

import pytest

from graph_model.neo4j_store import Neo4jStore
from tests.lists import emptied
from tests.neo4j_server import LocalServer, NoServerError, Server, any_server, local_server

SYSTEM_PACKAGES = Path(__file__).parents[1] / ".ci" / "system-packages"


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Skip by name, outside CI, the tests whose programs are missing; in CI they run and fail."""
    listed = {line.split()[0] for line in SYSTEM_PACKAGES.read_text().splitlines() if line and line[0] != "#"}
    for item in items:
        for mark in item.iter_markers("needs"):
            (command,) = mark.args
            if command == "neo4j":
                continue  # the fixture that starts it does the same, since only a start shows whether it can
            if command not in listed:
                raise pytest.UsageError(f"{item.nodeid} needs {command}, which .ci/system-packages does not list")
            if not shutil.which(command) and "CI" not in os.environ:
                item.add_marker(pytest.mark.skip(reason=f"needs {command}: see .ci/system-packages"))


ENGINES = ("embedded", pytest.param("neo4j", marks=[pytest.mark.needs("neo4j"), pytest.mark.xdist_group("neo4j")]))
"""What a fixture takes as its parameters that gives a test a store of each engine."""
AnyServer = TypeVar("AnyServer", bound=Server)


def started(stack: ExitStack, server: Callable[[], AbstractContextManager[AnyServer]]) -> AnyServer:
    """A server; where there can be none, the test is skipped with the reason, and in CI it fails."""
    try:
        return stack.enter_context(server())
    except NoServerError as reason:
        if "CI" in os.environ:
            raise
        pytest.skip(f"needs neo4j: {reason}")


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """The Neo4j that the tests of a run share; started for the first one that asks."""
    with ExitStack() as stack:
        yield started(stack, any_server)


@pytest.fixture
def neo4j_store(neo4j_server: Server) -> Iterator[Neo4jStore]:
    """A store on the server that a run shares, emptied."""
    store = emptied(neo4j_server)
    yield store
    store.close()


@pytest.fixture(scope="module")
def own_neo4j_server() -> Iterator[LocalServer]:
    """A Neo4j of the module's own, for tests that kill it."""
    with ExitStack() as stack:
        yield started(stack, local_server)
