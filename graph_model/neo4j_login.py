"""Where a Neo4j server is and how to log in there, as the command line and the environment say it."""

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from graph_model import messages
from graph_model.problems import refuse

ENCRYPTED, UNENCRYPTED = ("neo4j+s", "bolt+s"), ("neo4j", "bolt")
PASSWORD = "KOMPETANSEGRAF_NEO4J_PASSWORD"  # noqa: S105  # the name of the variable
PASSWORD_FILE = f"{PASSWORD}_FILE"
DEFAULT_USER = "neo4j"
_SYSTEM = "system"
_ALMOST = re.compile(r"(?:neo4j|bolt)(?:\+s|\+ssc)?:|[\w.-]+:[0-9]+$|.*@.*:[0-9]+$", re.IGNORECASE)
"""What a user may write who means an address."""
_SCHEME_AND_HOST = re.compile(r"[^:]*://(?:\[[^\]]*\]|[^:/?#]*)")


@dataclass(frozen=True, slots=True)
class Login:
    """A server, a database on it, and who logs in.

    Parameters
    ----------
    address: as the user wrote it: scheme, host and port, with nothing secret in it.
    user: the user's name.
    password: the user's password, which is never shown.
    database: the database's name; None for the one that is the user's own.
    """

    address: str
    user: str
    password: str = field(repr=False)
    database: str | None = None


def is_address(store: str) -> bool:
    """Whether a store is an address, and not a folder.

    Raises
    ------
    Refusal: it is neither, but looks like an address.
    """
    if "://" in store:
        return True
    if _ALMOST.match(store):
        if "@" in store:
            raise refuse(messages.SERVER_PASSWORD_IN_ADDRESS, variable=PASSWORD)
        raise refuse(messages.SERVER_ADDRESS_ALMOST, address=store)
    return False


def log_in(
    address: str,
    environment: Mapping[str, str],
    ask: Callable[[], str | None],
    *,
    user: str | None = None,
    database: str | None = None,
    unencrypted: bool = False,
) -> Login:
    """Put together what a server needs, with the password from the environment, a file, or whoever can be asked.

    Parameters
    ----------
    address: neo4j://, bolt://, neo4j+s:// or bolt+s://, a host, and a port if it is not 7687.
    environment: may have the password, or the name of a file that has it.
    ask: asks the user for the password; None where nobody is there to be asked.
    user, database: as in a Login.
    unencrypted: whether a connection that others can listen to is meant.

    Raises
    ------
    Refusal: the address is none, has a password in it, or is unencrypted to another machine; the database is the
        server's own; or there is no password.
    """
    if database and database.casefold() == _SYSTEM:
        raise refuse(messages.SERVER_DATABASE_SYSTEM)
    parts = _split(address)
    if parts.scheme in UNENCRYPTED and not unencrypted and not _is_this_machine(parts.hostname or ""):
        raise refuse(messages.SERVER_UNENCRYPTED, address=address, encrypted=f"{parts.scheme}+s://{parts.netloc}")
    password = _password(environment)
    if password is None:
        password = ask()
    if not password:
        raise refuse(messages.SERVER_PASSWORD_MISSING, variable=PASSWORD, file=PASSWORD_FILE)
    return Login(address, user or DEFAULT_USER, password, database)


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port, (parts.hostname or "").encode("idna")
    except ValueError:
        parts = urlsplit("")
    if "@" in parts.netloc or "@" in address.partition("://")[2]:
        raise refuse(messages.SERVER_PASSWORD_IN_ADDRESS, variable=PASSWORD)
    known = parts.scheme in (*ENCRYPTED, *UNENCRYPTED)
    if not known or not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        raise refuse(messages.SERVER_ADDRESS, address=_without_secrets(address))
    return parts


def _without_secrets(address: str) -> str:
    """What comes before the place where a password could be in an address that is none."""
    shown = _SCHEME_AND_HOST.match(address)
    begins = shown[0] if shown else ""
    return address if begins == address else f"{begins}…"


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _password(environment: Mapping[str, str]) -> str | None:
    if PASSWORD in environment:
        return environment[PASSWORD]
    if not environment.get(PASSWORD_FILE):
        return None
    path = Path(environment[PASSWORD_FILE])
    try:
        password = path.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise refuse(messages.SERVER_PASSWORD_FILE_CODING, path=path) from error
    except OSError as error:
        raise refuse(messages.SERVER_PASSWORD_FILE, variable=PASSWORD_FILE, path=path) from error
    if not password:
        raise refuse(messages.SERVER_PASSWORD_FILE_EMPTY, path=path)
    return password
