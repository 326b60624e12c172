"""Which store is meant: a folder, or the address of a Neo4j server."""

from collections.abc import Callable, Mapping
from pathlib import Path

from graph_model.embedded import EmbeddedStore
from graph_model.neo4j_login import is_address, log_in
from graph_model.store import Store


def store_at(
    place: str,
    environment: Mapping[str, str],
    ask: Callable[[], str | None],
    *,
    user: str | None = None,
    database: str | None = None,
    unencrypted: bool = False,
) -> Store:
    """The store in a folder or at an address.

    Parameters
    ----------
    place: the folder, or the address.
    environment, ask, user, database, unencrypted: as for ``log_in``; a folder needs none of them.

    Raises
    ------
    Refusal: see ``log_in``.
    """
    if not is_address(place):
        return EmbeddedStore(Path(place))
    from graph_model.neo4j_store import Neo4jStore  # here, since a folder need not wait for the driver

    return Neo4jStore(log_in(place, environment, ask, user=user, database=database, unencrypted=unencrypted))
