"""The tests' own Neo4j: it answers, and what was committed before a kill is there after it."""

import sys

import pytest
from neo4j.exceptions import ServiceUnavailable, SessionExpired

from tests.neo4j_server import LocalServer, Server

pytestmark = pytest.mark.needs("neo4j")


def test_it_answers(neo4j_server: Server) -> None:
    with neo4j_server.driver() as driver:
        answer = driver.execute_query("RETURN 'æøå' AS word", database_=neo4j_server.database)
    assert [record["word"] for record in answer.records] == ["æøå"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_was_committed_is_there_after_a_kill(own_neo4j_server: LocalServer) -> None:
    with own_neo4j_server.driver() as driver:
        driver.execute_query("CREATE (:Kept)", database_=own_neo4j_server.database)
        with driver.session(database=own_neo4j_server.database) as session:
            transaction = session.begin_transaction()
            transaction.run("CREATE (:Lost)").consume()
            own_neo4j_server.kill()
            with pytest.raises((ServiceUnavailable, SessionExpired)):
                transaction.commit()
    own_neo4j_server.start_again()
    with own_neo4j_server.driver() as driver:
        kept = driver.execute_query("MATCH (n) RETURN labels(n) AS labels", database_=own_neo4j_server.database)
    assert [record["labels"] for record in kept.records] == [["Kept"]]
