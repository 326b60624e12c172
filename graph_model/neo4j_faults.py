"""What goes wrong with a Neo4j server, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from graph_model import messages
from graph_model.problems import Message, Refusal, refuse

LOCKED = ("Neo.ClientError.Transaction.LockClientStopped", "Neo.ClientError.Transaction.TransactionTimedOut")
_BY_CODE = {
    "Neo.ClientError.Security.Unauthorized": messages.SERVER_LOGIN_WRONG,
    "Neo.ClientError.Security.AuthenticationRateLimit": messages.SERVER_LOGIN_OFTEN,
    "Neo.ClientError.Security.CredentialsExpired": messages.SERVER_PASSWORD_EXPIRED,
    "Neo.ClientError.Security.Forbidden": messages.SERVER_FORBIDDEN,
    "Neo.ClientError.Database.DatabaseNotFound": messages.SERVER_DATABASE_MISSING,
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": messages.SERVER_MEMORY,
    "Neo.TransientError.Database.DatabaseUnavailable": messages.SERVER_DATABASE_UNAVAILABLE,
}
_ROUTING = "Unable to retrieve routing information"


@contextmanager
def told(address: str, database: str | None) -> Iterator[None]:
    """Turn what the driver raises into a Refusal.

    Raises
    ------
    Refusal: the server cannot be reached, or it refuses.
    """
    try:
        yield
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        raise _refusal(error, address, database) from error


def _refusal(error: exceptions.Neo4jError | exceptions.DriverError, address: str, database: str | None) -> Refusal:
    detail = str(getattr(error, "message", None) or error).partition("\n")[0]
    return refuse(_message(error), address=address, database=database or "–", detail=detail)


def _message(error: exceptions.Neo4jError | exceptions.DriverError) -> Message:
    if isinstance(error, exceptions.Neo4jError):
        return _BY_CODE.get(error.code or "", messages.SERVER_REFUSED)
    if isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired | exceptions.IncompleteCommit):
        return _not_there(error)
    return messages.SERVER_REFUSED


def _not_there(error: exceptions.DriverError) -> Message:
    """A server that does not answer: not at all, not as asked, or no longer."""
    if _ROUTING in str(error):
        return messages.SERVER_ROUTING
    cause: BaseException | None = error
    while cause:
        if "SSL" in type(cause).__name__ or "handshake" in str(cause).lower():
            return messages.SERVER_ENCRYPTION
        cause = cause.__cause__ or cause.__context__
    lost = isinstance(error, exceptions.SessionExpired | exceptions.IncompleteCommit) or "defunct" in str(error)
    return messages.SERVER_LOST if lost else messages.SERVER_UNREACHABLE
