"""Runs Cypher texts on a Neo4j server: one driver for a process, one database, and what was written is read."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar, cast

import neo4j
from neo4j import time as neo4j_time

from graph_model import messages
from graph_model.neo4j_faults import IN_VAIN, LOCKED, told
from graph_model.neo4j_login import Login
from graph_model.problems import refuse
from graph_model.store import Record

T = TypeVar("T")
CONNECT_SECONDS, LOCK_SECONDS = 10, 1
RETRY_SECONDS = 5
"""For how long what failed in passing is tried again: a cluster changes its leader meanwhile, and a person waits."""
_LOCK = "MERGE (l:StoredLock {id: 'writing'}) SET l.taken = timestamp()"

Run = Callable[..., list[Record]]
"""Runs a text with its parameters, within a transaction, and gives its records."""


class Server:
    """A database of a server, logged in to."""

    def __init__(self, login: Login) -> None:
        """Name the server; it is connected to when something is first asked of it."""
        self.address = login.address
        self._database = login.database
        self._login = login
        self._made: neo4j.Driver | None = None

    @property
    def _driver(self) -> neo4j.Driver:
        if self._made is None:
            logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # what goes wrong is told once, by us
            driver = neo4j.GraphDatabase.driver(
                self.address,
                auth=(self._login.user, self._login.password),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",
            )
            try:
                driver.verify_connectivity()  # a server that is not there is told at once, and not tried again
            except BaseException:
                driver.close()
                raise
            self._made = driver
        return self._made

    def close(self) -> None:
        """Let go of the connections."""
        if self._made:
            self._made.close()
        self._made = None

    def read(self, cypher: str, **parameters: object) -> list[Record]:
        """The records of a text that only reads."""
        with self.session() as session:
            return session.execute_read(lambda tx: self._run_in(tx)(cypher, **parameters))

    def stream(self, cypher: str, **parameters: object) -> Iterator[Record]:
        """The same, a record at a time, for what need not fit in memory; it is not tried again."""
        with self.session() as session:
            yield from (record.values() for record in session.run(cypher, parameters))

    def write(self, work: Callable[[Run], T]) -> T:
        """What a function makes of a transaction that may write; it is called again where that fails in passing."""
        with self.session() as session:
            return session.execute_write(lambda tx: work(self._run_in(tx)))

    def define(self, cypher: str) -> None:
        """Run a text that changes the schema, which needs a transaction of its own."""
        with self.session() as session:
            session.run(cypher).consume()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """The right to write, which one process has at a time; the server takes it back from one that dies.

        Raises
        ------
        Refusal: another process has it.
        """
        with self.session() as session:
            try:
                session.run(neo4j.Query(_LOCK, timeout=LOCK_SECONDS)).consume()
            except neo4j.exceptions.ClientError as error:
                if error.code not in LOCKED:
                    raise
                raise refuse(messages.STORE_BUSY, folder=self.address) from error
            transaction = session.begin_transaction(timeout=0)  # for as long as it takes, whatever is set there
            try:
                transaction.run(_LOCK).consume()
                yield
            finally:
                with suppress(neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError):  # it is gone already
                    transaction.close()

    @contextmanager
    def session(self) -> Iterator[neo4j.Session]:
        """A session that sees what every earlier one wrote.

        Raises
        ------
        Refusal: the server cannot be reached, or it refuses.
        """
        with told(self.address, self._database):
            driver = self._driver
            bookmarks = driver.execute_query_bookmark_manager
            with driver.session(database=self._database, bookmark_manager=bookmarks) as session:
                yield session

    def _run_in(self, transaction: neo4j.ManagedTransaction) -> Run:
        def run(cypher: str, **parameters: object) -> list[Record]:
            with told(self.address, self._database, IN_VAIN):
                return _records(transaction.run(cast("Any", cypher), parameters))

        return run


def _records(result: neo4j.Result) -> list[Record]:
    return [[_plain(value) for value in record.values()] for record in result]


def _plain(value: Any) -> object:
    return value.to_native() if isinstance(value, neo4j_time.Date) else value
