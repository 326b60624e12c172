"""What can go wrong with a Neo4j server, tried for real on the command line: one message each, and nothing else."""

import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer
from typing import NamedTuple

import pytest

from graph_model import messages
from graph_model.problems import Message, Problem
from graph_model.text import LANGUAGES, Lang
from tests.lists import emptied
from tests.neo4j_server import LocalServer, Server
from tests.test_cli import ASK, Shell

pytestmark = [pytest.mark.needs("neo4j"), pytest.mark.xdist_group("neo4j")]

PASSWORD, PASSWORD_FILE = "KOMPETANSEGRAF_NEO4J_PASSWORD", "KOMPETANSEGRAF_NEO4J_PASSWORD_FILE"
SECRET = "Hemmelig7f3a"
OTHER_MACHINE = "192.0.2.1"
"""An address that no machine has: it is kept for documentation."""
NO_HOST = "finnes-ikke.invalid"


class Told(NamedTuple):
    """What a fault is answered with, and how it comes about; ``SERVER`` stands for where the server is."""

    message: Message
    address: str = "bolt://SERVER"
    options: tuple[str, ...] = ()
    environment: dict[str, str] = {PASSWORD: SECRET}
    values: dict[str, str] = {}


FAULTS = {
    "a wrong password": Told(messages.SERVER_LOGIN_WRONG),
    "an unknown user": Told(messages.SERVER_LOGIN_WRONG, options=("--user", "ukjent")),
    "an unknown host": Told(messages.SERVER_UNREACHABLE, f"bolt+s://{NO_HOST}"),
    "an unknown host by routing": Told(messages.SERVER_UNREACHABLE, f"neo4j+s://{NO_HOST}"),
    "nothing listens": Told(messages.SERVER_UNREACHABLE, "bolt://127.0.0.1:1"),
    "nothing listens by routing": Told(messages.SERVER_ROUTING, "neo4j://127.0.0.1:1"),
    "no such database": Told(
        messages.SERVER_DATABASE_MISSING,
        options=("--database", "finnesikke"),
        environment={PASSWORD: "RIGHT"},
        values={"database": "finnesikke"},
    ),
    "no such database by routing": Told(
        messages.SERVER_DATABASE_MISSING,
        "neo4j://SERVER",
        options=("--database", "finnesikke"),
        environment={PASSWORD: "RIGHT"},
        values={"database": "finnesikke"},
    ),
    "encrypted to a server that is not": Told(messages.SERVER_ENCRYPTION, "bolt+s://SERVER"),
    "encrypted by routing to a server that is not": Told(messages.SERVER_ENCRYPTION, "neo4j+s://SERVER"),
    "not encrypted to another machine": Told(
        messages.SERVER_UNENCRYPTED,
        f"neo4j://{OTHER_MACHINE}:7688",
        values={"encrypted": f"neo4j+s://{OTHER_MACHINE}:7688"},
    ),
    "not encrypted to another machine, as told": Told(
        messages.SERVER_UNREACHABLE, f"bolt://{NO_HOST}", ("--unencrypted",)
    ),
    "no password": Told(messages.SERVER_PASSWORD_MISSING, environment={}),
    "an empty password": Told(messages.SERVER_PASSWORD_MISSING, environment={PASSWORD: ""}),
    "no file with the password": Told(
        messages.SERVER_PASSWORD_FILE,
        environment={PASSWORD_FILE: "mangler.txt"},
        values={"path": "mangler.txt", "variable": PASSWORD_FILE},
    ),
    "a folder for the password": Told(
        messages.SERVER_PASSWORD_FILE,
        environment={PASSWORD_FILE: "lister"},
        values={"path": "lister", "variable": PASSWORD_FILE},
    ),
}


class Desk:
    """A shell whose commands are answered in both languages at once, by one message each, and leave nothing behind."""

    def __init__(self, shell: Shell, server: Server) -> None:
        self.shell, self.server = shell, server
        self.left = shell.folder / "left"
        self.left.mkdir()

    def run(self, *arguments: str, lang: Lang = "nb", **environment: str) -> subprocess.CompletedProcess[str]:
        known = {"TMPDIR": str(self.left), "KOMPETANSEGRAF_NEO4J_USER": self.server.user, **environment}
        return self.shell.run(*arguments, lang=lang, **known)

    def ask(self, lang: Lang = "nb", **environment: str) -> subprocess.CompletedProcess[str]:
        return self.run("--store", self.server.address, *ASK, lang=lang, **environment)

    def expect(self, told: Told, *command: str) -> None:
        address = told.address.replace("SERVER", self.server.address.partition("://")[2])
        environment = {name: value.replace("RIGHT", self.server.password) for name, value in told.environment.items()}
        values = {"address": address, "variable": PASSWORD, "file": PASSWORD_FILE, **told.values}

        def check(lang: Lang) -> None:
            done = self.run("--store", address, *told.options, *(command or ASK), lang=lang, **environment)
            self.expect_one(done, Problem(told.message, values=values).to(lang))

        with ThreadPoolExecutor(2) as two:
            list(two.map(check, LANGUAGES))

    def expect_one(self, done: subprocess.CompletedProcess[str], message: str) -> None:
        assert (done.returncode, done.stdout) == (1, "")
        assert "".join(done.stderr.split()) == "".join(message.split())
        self.expect_no_more(done)

    def expect_no_more(self, done: subprocess.CompletedProcess[str]) -> None:
        """See that the password is not shown, and that no file with the details of a fault is left."""
        assert SECRET not in done.stdout + done.stderr
        assert self.server.password not in done.stdout + done.stderr
        assert not list(self.left.iterdir())


@pytest.fixture
def desk(neo4j_server: Server, tmp_path: Path) -> Desk:
    return Desk(Shell(tmp_path), neo4j_server)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_in_one_message(desk: Desk, fault: Told) -> None:
    desk.expect(fault)


@pytest.mark.parametrize("command", [("load", "lister"), ("export", "ut.xlsx")], ids=lambda args: args[0])
def test_a_fault_is_told_alike_where_something_would_be_written(desk: Desk, command: tuple[str, ...]) -> None:
    desk.expect(FAULTS["a wrong password"], *command)
    assert {path.name for path in desk.shell.folder.iterdir()} == {"lister", "left"}


def test_an_address_of_something_else_is_told_of(desk: Desk) -> None:
    desk.expect(Told(messages.SERVER_ADDRESS, "ftp://127.0.0.1"))


def test_a_password_in_the_address_is_refused_with_the_reason(desk: Desk) -> None:
    desk.expect(Told(messages.SERVER_PASSWORD_IN_ADDRESS, f"bolt://neo4j:{SECRET}@SERVER"))


def test_no_option_takes_the_password(desk: Desk) -> None:
    done = desk.run("--store", desk.server.address, "--password", SECRET, "status")
    assert done.returncode == 2
    desk.expect_no_more(done)


def test_the_password_may_be_in_a_file(desk: Desk) -> None:
    (desk.shell.folder / "passord.txt").write_text(f"{desk.server.password}\n")
    emptied(desk.server).close()
    done = desk.ask("nb", KOMPETANSEGRAF_NEO4J_PASSWORD_FILE="passord.txt")
    desk.expect_one(done, Problem(messages.NO_GRAPH, values={"folder": desk.server.address}).to("nb"))


def test_other_data_is_refused_and_left_alone(desk: Desk) -> None:
    everything = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS shown"
    emptied(desk.server).close()
    with desk.server.driver() as driver:
        driver.execute_query("CREATE (:Person {name: 'Kari'})", database_=desk.server.database)
        told = Told(messages.SERVER_OTHER_DATA, desk.server.address, environment={PASSWORD: "RIGHT"})
        for command in (("load", "lister"), ("status",), ("check", "lister"), ("run", "actors")):
            desk.expect(told, *command)
        (left,) = driver.execute_query(everything, database_=desk.server.database).records
    assert left.data() == {"labels": ["Person"], "shown": {"name": "Kari"}}


class Deaf(BaseRequestHandler):
    """Answers everything as a web server does."""

    def handle(self) -> None:
        self.request.recv(1024)
        self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@contextmanager
def another_program() -> Iterator[str]:
    """The address of a program that listens, and is no Neo4j."""
    with TCPServer(("127.0.0.1", 0), Deaf) as listens:
        answers = threading.Thread(target=listens.serve_forever)
        answers.start()
        yield f"127.0.0.1:{listens.server_address[1]}"
        listens.shutdown()
        answers.join()


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "neo4j"])
def test_another_program_that_listens_there_is_told_of(desk: Desk, scheme: str) -> None:
    with another_program() as place:
        done = desk.run("--store", f"{scheme}://{place}", *ASK, KOMPETANSEGRAF_NEO4J_PASSWORD=SECRET)
    assert (done.returncode, done.stdout) == (1, "")
    assert place in done.stderr
    desk.expect_no_more(done)


def test_a_server_that_is_not_up_yet_is_told_of_until_it_is(own_neo4j_server: LocalServer, tmp_path: Path) -> None:
    desk = Desk(Shell(tmp_path), own_neo4j_server)
    own_neo4j_server.start()
    values = {"address": own_neo4j_server.address}
    not_yet = [
        Problem(message, values=values).to("nb")
        for message in (messages.SERVER_UNREACHABLE, messages.SERVER_DATABASE_UNAVAILABLE, messages.SERVER_LOST)
    ]
    told = []
    while True:
        password = own_neo4j_server.password
        done = desk.run("--store", own_neo4j_server.address, "load", "lister", KOMPETANSEGRAF_NEO4J_PASSWORD=password)
        desk.expect_no_more(done)
        if done.returncode == 0:
            break
        told.append(" ".join(done.stderr.split()))
    assert set(told) <= set(not_yet)
    assert not_yet[0] in told
