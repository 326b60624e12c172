"""Every command on the address of a Neo4j server, as on a folder."""

import json
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.lists import emptied
from tests.neo4j_server import Server
from tests.test_cli import ASK, Shell

pytestmark = [pytest.mark.needs("neo4j"), pytest.mark.xdist_group("neo4j")]
MOMENTS = 6
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(neo4j_server: Server, tmp_path: Path) -> Run:
    """Runs a command on the server, on which there is nothing."""
    emptied(neo4j_server).close()
    shell = Shell(tmp_path)

    def run(*arguments: str, at: str = neo4j_server.address) -> subprocess.CompletedProcess[str]:
        password, user = neo4j_server.password, neo4j_server.user
        done = shell.run(
            "--store", at, *arguments, KOMPETANSEGRAF_NEO4J_PASSWORD=password, KOMPETANSEGRAF_NEO4J_USER=user
        )
        assert "Traceback" not in done.stderr
        assert password not in done.stdout + done.stderr
        return done

    return run


def test_a_graph_lives_on_the_server_as_in_a_folder(run: Run, neo4j_server: Server) -> None:
    everything = (
        ("check", "lister"), ("load", "lister", "--dry-run"), ("load", "lister"), (*ASK, "--json"), ASK, ("status",),
        ("status", "--gaps"), ("load", "lister"), ("model",), ("questions",), ("remove", "medlemskap.csv"),
        (*ASK, "--json"), ("load", "lister/medlemskap.csv"), (*ASK, "--json"), ("remove", "finnes ikke"),
    )  # fmt: skip
    for command in everything:
        here, there = run(*command), run(*command, at="graf")
        assert (here.returncode, here.stdout, here.stderr) == (
            there.returncode, there.stdout, there.stderr.replace("«graf»", f"«{neo4j_server.address}»")
        ), command  # fmt: skip


def test_what_is_exported_from_the_server_loads_into_a_folder(run: Run, neo4j_server: Server) -> None:
    assert run("load", "lister").returncode == 0
    assert run("export", "ut.xlsx").returncode == 0
    assert run("load", "ut.xlsx", at="graf").returncode == 0
    here, there = (json.loads(run(*ASK, "--json", at=at).stdout)["rows"] for at in (neo4j_server.address, "graf"))
    assert here == there
    assert here


def test_a_copy_goes_there_and_back(run: Run, neo4j_server: Server) -> None:
    assert run("load", "lister", at="graf").returncode == 0
    copies = [run("copy", neo4j_server.address, at="graf"), run("copy", "tilbake")]
    assert [copy.returncode for copy in copies] == [0, 0]
    first, second = (copy.stdout.splitlines()[:-1] for copy in copies)
    assert first == second
    assert run(*ASK, "--json", at="tilbake").stdout == run(*ASK, "--json", at="graf").stdout
    assert run("load", "lister/regioner.csv", "--source", "annet.csv", at="annen").returncode == 0
    refused = run("copy", neo4j_server.address, at="annen")
    assert refused.returncode == 1
    assert "--yes" in refused.stderr
    assert run("copy", neo4j_server.address, "--yes", at="annen").returncode == 0


def test_the_demo(run: Run) -> None:
    done = run("demo")
    assert done.returncode == 0
    assert "Kompetanseforum Fosen" in done.stdout


def test_ctrl_c_ends_a_load_to_the_server_at_any_moment_and_leaves_no_lock(
    neo4j_server: Server, tmp_path: Path
) -> None:
    shell = Shell(tmp_path)
    login = {"KOMPETANSEGRAF_NEO4J_PASSWORD": neo4j_server.password, "KOMPETANSEGRAF_NEO4J_USER": neo4j_server.user}
    chance = random.Random(20261125)
    ends = set()
    for _ in range(MOMENTS):
        emptied(neo4j_server).close()
        begun = shell.begin("--store", neo4j_server.address, "load", "lister", environment=login)
        time.sleep(chance.uniform(0.3, 2.0))
        begun.send_signal(signal.SIGINT)
        _, said = begun.communicate(timeout=30)
        assert begun.returncode == 0 or said.split()[:1] in (["Avbrutt."], []), said
        ends.add(begun.returncode)
        again = shell.run("--store", neo4j_server.address, "load", "lister", **login)
        assert (again.returncode, again.stderr) == (0, "")
    assert 1 in ends, "no moment was within the load"
