"""What a store can do, whichever engine keeps it: a snapshot to read, and one way to write."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, TypeVar

from graph_model.problems import Refusal
from graph_model.statements import Statement

T = TypeVar("T")
Record = Sequence[Any]
Progress = Callable[[float], None]
"""Told how much of a write is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A list that is loaded.

    Parameters
    ----------
    id: the source's id.
    folder: where the list lay when it was loaded.
    digest: a digest of what it says; equal digests say the same.
    changed: the day on which what it says last changed.
    statements: how many statements it makes.
    """

    id: str
    folder: str
    digest: str
    changed: dt.date
    statements: int


class Named(NamedTuple):
    """A node with one of the names that lead to it."""

    text: str
    id: str


class Count(NamedTuple):
    """How many facts of a kind there are, and how many relations wait for an end that no list names any more."""

    facts: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a load or a removal does to a store: sources that get these statements, and sources that go."""

    loaded: Mapping[SourceRecord, Sequence[Statement]]
    removed: Collection[str] = ()


class Snapshot(Protocol):
    """The graph at one moment: all answers from one snapshot are of the same graph, whoever loads meanwhile."""

    def query(self, cypher: str, **parameters: object) -> list[Record]:
        """The records of one read-only Cypher statement, each a sequence in the order of its RETURN."""

    def sources(self) -> list[SourceRecord]:
        """The lists that are loaded, in the order of their ids."""

    def statements(self, ids: Collection[str]) -> list[Statement]:
        """The statements of these ids."""

    def said_by(self, sources: Collection[str]) -> list[Statement]:
        """All statements of these sources."""

    def said_of(self, keys: Collection[str]) -> list[Statement]:
        """All statements of these facts."""

    def said_in(self, kind: str) -> Iterator[list[Statement]]:
        """All statements of a kind, fact by fact."""

    def disputed(self) -> Iterator[list[Statement]]:
        """The statements of each fact that has more than one."""

    def named(self, folded: str) -> list[str]:
        """The ids of the nodes that a name, alias or number leads to, which is given without case."""

    def names(self) -> list[Named]:
        """Every name that leads to a node."""

    def counts(self) -> dict[str, Count]:
        """How many facts of each kind there are."""


class StateChanged(Refusal):
    """A load finished while the graph was read: what was read may be of two states, and reading again helps."""


class Store(Protocol):
    """A place where a graph is kept."""

    @property
    def place(self) -> str:
        """Where that is: a folder, or an address."""

    def reading(self, *, or_empty: bool = False) -> AbstractContextManager[Snapshot]:
        """The newest finished state, held for as long as it is used; before the first load an empty one, if wanted.

        Raises
        ------
        Refusal: there is no graph, or it cannot be opened.
        """

    def close(self) -> None:
        """Let go of what is open."""

    def writing(self) -> AbstractContextManager["Writer"]:
        """The right to write, which one process has at a time.

        Raises
        ------
        Refusal: another process is writing.
        """


class Writer(Protocol):
    """The right to write: sees the newest state, and replaces it as a whole."""

    @property
    def has_finished_another(self) -> bool:
        """Whether an earlier load, which was cut off, was finished first."""

    def current(self) -> Snapshot:
        """The state that the change is made to; an empty one where there is none yet."""

    def is_sound(self) -> bool:
        """Whether the graph of the current state can be opened; one that cannot is rebuilt by applying any change."""

    def apply(self, change: Change, progress: Progress) -> None:
        """Make the change, all of it or none.

        Raises
        ------
        Refusal: the change could not be made; the state is the one before.
        """


_TIMES = 3
"""How often a store is read before it is said that it is changed again and again."""


def settled(store: Store, use: Callable[[Snapshot], T]) -> T:
    """What a function makes of the newest state of a store; it is called again where a load finishes meanwhile.

    Raises
    ------
    Refusal: there is no graph, it cannot be read, or it is changed time and again.
    """
    for _ in range(_TIMES - 1):
        with suppress(StateChanged), store.reading() as snapshot:
            return use(snapshot)
    with store.reading() as snapshot:
        return use(snapshot)
