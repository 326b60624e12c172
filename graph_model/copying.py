"""Copies a graph from one store into another, whatever their engines, and makes sure that it is the same there."""

import os

from graph_model import messages
from graph_model.checksum import Content, content
from graph_model.problems import refuse
from graph_model.store import Change, Progress, Store

_WRITTEN = 0.8
"""The share of the work that the writing is; the rest is comparing."""


def copied(source: Store, target: Store, progress: Progress, *, replace: bool = False) -> Content:
    """Make a store hold what another holds, and nothing else.

    Parameters
    ----------
    source, target: the two stores.
    progress: told how much is done.
    replace: whether lists that the target has, and the source has not or has otherwise, may go.

    Returns
    -------
    What both hold now.

    Raises
    ------
    Refusal: the target is the source, there is no graph, the target has lists of its own, a store cannot be used, or
        the copy is not the same.
    """
    if _is_same(source.place, target.place):
        raise refuse(messages.COPY_ONTO_ITSELF, folder=target.place)
    with source.reading() as read:  # to its end before anything is written: only then it is known to be of one state
        loaded = {record: read.said_by([record.id]) for record in read.sources()}
        here = content(read)
    with target.writing() as writer:
        there = {record.id: record.digest for record in writer.current().sources()}
        same = {record.id for record in loaded if there.get(record.id) == record.digest}
        others = [name for name in there if name not in same]
        if others and not replace:
            raise refuse(messages.COPY_INTO_OTHERS, folder=target.place, sources=others)
        removed = there.keys() - {record.id for record in loaded}
        writer.apply(Change(loaded, sorted(removed)), lambda share: progress(share * _WRITTEN))
    with target.reading() as written:
        if content(written) != here:
            raise refuse(messages.COPY_DIFFERS, folder=target.place)
    progress(1.0)
    return here


def _is_same(one: str, other: str) -> bool:
    """Whether two places are one: two addresses of the same text, or two names of one folder."""
    return one == other or os.path.realpath(one) == os.path.realpath(other)
