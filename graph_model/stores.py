"""Which store is meant: a folder, or the address of a Neo4j server."""

from collections.abc import Callable
from pathlib import Path

from graph_model import messages
from graph_model.embedded import EmbeddedStore
from graph_model.neo4j_login import Login, is_address
from graph_model.problems import refuse
from graph_model.store import Store


def store_at(place: str, log_in: Callable[[str], Login]) -> Store:
    """The store in a folder or at an address, which is logged in to.

    Raises
    ------
    Refusal: that is neither, or one cannot log in.
    """
    place = place.strip()
    if not place:
        raise refuse(messages.NO_STORE_NAME)
    if not is_address(place):
        return EmbeddedStore(Path(place))
    from graph_model.neo4j_store import Neo4jStore  # here, since a folder need not wait for the driver

    return Neo4jStore(log_in(place))
