"""What goes wrong with a Neo4j server, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from graph_model import messages
from graph_model.problems import Message, Problem, Refusal

IN_VAIN = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
"""What the driver takes for a fault in passing, although it comes again as often as the same is tried."""
LOCKED = ("Neo.ClientError.Transaction.LockClientStopped", "Neo.ClientError.Transaction.TransactionTimedOut")
_BY_CODE = {
    "Neo.ClientError.Security.Unauthorized": messages.SERVER_LOGIN_WRONG,
    "Neo.ClientError.Security.AuthenticationRateLimit": messages.SERVER_LOGIN_OFTEN,
    "Neo.ClientError.Security.CredentialsExpired": messages.SERVER_PASSWORD_EXPIRED,
    "Neo.ClientError.Security.Forbidden": messages.SERVER_FORBIDDEN,
    "Neo.ClientError.Database.DatabaseNotFound": messages.SERVER_DATABASE_MISSING,
    IN_VAIN: messages.SERVER_MEMORY,
    "Neo.TransientError.Database.DatabaseUnavailable": messages.SERVER_DATABASE_UNAVAILABLE,
    "Neo.ClientError.Transaction.Terminated": messages.SERVER_DATABASE_UNAVAILABLE,  # as a server that starts does
}
_ROUTING = "Unable to retrieve routing information"


class ServerFault(Refusal):
    """The server cannot be reached, or it refuses: asking it for more does not help."""


@contextmanager
def told(address: str, database: str | None, *codes: str) -> Iterator[None]:
    """Turn what the driver raises into a Refusal; where codes are named, these alone.

    Raises
    ------
    ServerFault: the server cannot be reached, or it refuses.
    """
    try:
        yield
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        if codes and getattr(error, "code", None) not in codes:
            raise
        raise _refusal(error, address, database) from error


def _refusal(error: exceptions.Neo4jError | exceptions.DriverError, address: str, database: str | None) -> ServerFault:
    detail = str(getattr(error, "message", None) or error).partition("\n")[0]
    values = {"address": address, "database": database or "–", "detail": detail}
    return ServerFault(Problem(_message(error), values=values))


def _message(error: exceptions.Neo4jError | exceptions.DriverError) -> Message:
    if isinstance(error, exceptions.Neo4jError):
        return _BY_CODE.get(error.code or "", messages.SERVER_REFUSED)
    if isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired | exceptions.IncompleteCommit):
        return _not_there(error)
    return messages.SERVER_REFUSED


def _not_there(error: exceptions.DriverError) -> Message:
    """A server that does not answer: not at all, not as asked, or no longer."""
    if any("SSL" in type(cause).__name__ or "handshake" in str(cause).lower() for cause in _causes(error)):
        return messages.SERVER_ENCRYPTION
    if _ROUTING in str(error):
        return messages.SERVER_ROUTING
    lost = isinstance(error, exceptions.SessionExpired | exceptions.IncompleteCommit) or "defunct" in str(error)
    return messages.SERVER_LOST if lost else messages.SERVER_UNREACHABLE


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and all that led to it, of each server that was tried."""
    yield error
    cause = error.__cause__ or error.__context__
    for one in (*([cause] if cause else ()), *(error.exceptions if isinstance(error, BaseExceptionGroup) else ())):
        yield from _causes(one)
