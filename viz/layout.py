"""Where the nodes of a picture stand: the same for the same graph."""

from viz.chain import chain
from viz.drawn import Drawn, Place
from viz.rings import rings


def laid_out(drawn: Drawn) -> dict[str, Place]:
    """The place of each node: a chain from what is asked for to what answers it, where anything does; else rings.

    What changes a little moves little: nodes are in the order of rows, distances, kinds and names.
    """
    return chain(drawn) if drawn.answers else rings(drawn)
