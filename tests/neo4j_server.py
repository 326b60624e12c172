"""A running Neo4j server for a test run: one that is named, one in Docker, or one of our own from Maven Central's jars.

`KOMPETANSEGRAF_TEST_NEO4J=bolt://...` names one, whose graph the tests empty. Each worker of pytest-xdist starts its
own, since Community has one graph; a named one is for runs without workers.
"""

import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, ServiceUnavailable, TransientError

NAMED = "KOMPETANSEGRAF_TEST_NEO4J"
IMAGE = "neo4j:5.26-community"
POM, SETTINGS = Path(__file__).with_suffix(".xml"), Path(__file__).with_suffix(".conf")
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kompetansegraf-tests"
JARS = CACHE / f"neo4j-{sha256(POM.read_bytes()).hexdigest()[:12]}"
JAVAS = (17, 21, 25)
PATIENCE = 120  # seconds, for a start on a busy machine

OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
# Compiling less and collecting in one thread, a short-lived server is up in half the time.
QUICK = ("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


class NoServerError(Exception):
    """Why no server can be had here."""


@dataclass
class Server:
    """A server that answers."""

    address: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"

    def driver(self) -> Driver:
        """A driver of one's own, to close after use."""
        return GraphDatabase.driver(self.address, auth=(self.user, self.password))


@dataclass
class LocalServer(Server):
    """A server in a process of our own, which can be killed and started again with its home, port and password."""

    home: Path = field(kw_only=True)
    command: tuple[str, ...] = field(kw_only=True)
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def kill(self) -> None:
        """End the process at once, with SIGKILL: it writes and closes nothing more."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def start_again(self) -> None:
        """Start the process, and wait until it answers."""
        self.start()
        self.ask(self.password, "RETURN 1", self.database)

    def start(self) -> None:
        """Start the process, which answers somewhat later."""
        self.kill()
        with (self.home / "said").open("ab") as said:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)

    def ask(self, with_password: str, statement: str, database: str, **parameters: str) -> None:
        """Run a statement as soon as the server takes it."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                auth = (self.user, with_password)
                with GraphDatabase.driver(self.address, auth=auth, max_transaction_retry_time=0) as driver:
                    driver.execute_query(statement, parameters, database_=database)
            except (ServiceUnavailable, TransientError) as problem:
                if not self.process or self.process.poll() is not None or time.monotonic() > until:
                    said = (self.home / "said").read_text(errors="replace").splitlines()[-5:]
                    raise NoServerError(f"Neo4j did not start: {problem} {' | '.join(said)}") from problem
                time.sleep(0.1)
            else:
                return

    def stop(self) -> None:
        """End the process, gently where it lets itself be ended so."""
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()


@contextmanager
def local_server() -> Iterator[LocalServer]:
    """A server of one's own, with an empty graph; many can run at once."""
    java, jars = fitting_java(), fetched_jars()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with TemporaryDirectory(prefix="neo4j-") as folder:
        home = Path(folder)
        (home / "neo4j.conf").write_text(SETTINGS.read_text().replace("PORT", str(port)))
        flags = (f"-Djava.io.tmpdir={home}", *QUICK, *(f"--add-opens={package}=ALL-UNNAMED" for package in OPENED))
        entry = ("org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home}", "--console-mode")
        command = (java, "-cp", f"{jars}/*", *flags, *entry)
        server = LocalServer(f"bolt://127.0.0.1:{port}", "neo4j", secrets.token_urlsafe(16), home=home, command=command)
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"  # the one that a new home has
        try:
            server.start()
            server.ask("neo4j", change, "system", password=server.password)
            server.ask(server.password, "RETURN 1", server.database)
            yield server
        finally:
            server.stop()


@contextmanager
def container() -> Iterator[Server]:
    """A server in Docker, where a daemon answers and the image can be had."""
    from docker.errors import DockerException
    from testcontainers.community.neo4j import Neo4jContainer
    from testcontainers.core.docker_client import DockerClient

    with ExitStack() as stack:
        try:
            DockerClient(timeout=5).client.ping()
            asked_for = Neo4jContainer(IMAGE, password=secrets.token_urlsafe(16), username="neo4j")
            asked_for.with_env("NEO4J_server_memory_heap_max__size", "512m")
            asked_for.with_env("NEO4J_dbms_security_auth__max__failed__attempts", "0")
            started = stack.enter_context(asked_for)
        except (DockerException, DriverError, OSError, RuntimeError) as problem:
            raise NoServerError(f"Docker has none: {str(problem)[:300]}") from problem
        yield Server(started.get_connection_url(), started.username, started.password)


@contextmanager
def any_server() -> Iterator[Server]:
    """The server that is named, else one in Docker, else one of our own."""
    if address := os.environ.get(NAMED):
        user = os.environ.get("KOMPETANSEGRAF_NEO4J_USER", "neo4j")
        named = Server(address, user, os.environ.get("KOMPETANSEGRAF_NEO4J_PASSWORD", ""))
        with named.driver() as driver:
            driver.verify_connectivity()
        yield named
        return
    reasons = []
    with ExitStack() as stack:
        for kind in (container, local_server):
            try:
                server: Server = stack.enter_context(kind())
            except NoServerError as reason:
                reasons.append(str(reason))
            else:
                yield server
                return
    raise NoServerError("; ".join(reasons))


def fitting_java() -> str:
    """A Java that the server runs on."""
    places = [Path(os.environ.get("JAVA_HOME", "none"), "bin", "java"), Path(shutil.which("java") or "none")]
    for others in ("usr/lib/jvm/*/bin/java", "Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java"):
        places += sorted(Path("/").glob(others))
    for place in filter(Path.exists, places):
        said = subprocess.run([place, "-version"], capture_output=True, text=True, check=False).stderr
        version = re.search(r'version "(\d+)', said)
        if version and int(version[1]) in JAVAS:
            return str(place)
    raise NoServerError(f"no Java {' or '.join(map(str, JAVAS))} here")


def fetched_jars() -> Path:
    """The folder of the server's jars, complete; Maven fetches them once."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "fetching"), TemporaryDirectory(dir=CACHE) as fetching:
        if not JARS.exists():
            if not (maven := shutil.which("mvn")):
                raise NoServerError("no Maven (mvn) here to fetch Neo4j with")
            goal = ("dependency:copy-dependencies", f"-DoutputDirectory={fetching}/jars")
            command = [maven, "-q", "-B", "-ntp", "-f", str(POM), *goal]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            if run.returncode:
                raise NoServerError(f"Maven could not fetch Neo4j: {(run.stdout + run.stderr)[:300]}")
            Path(fetching, "jars").rename(JARS)
    return JARS
