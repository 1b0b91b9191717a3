# SPDX-License-Identifier: EUPL-1.2
"""The index a web process searches in: renewed on the spot while small, in the background else."""

import logging
from pathlib import Path
from threading import Lock, Thread

from app.search import folder as place_of
from app.search.building import SMALL, refresh
from app.search.snapshot import Snapshot
from app.store import Session, Store, StoreError, search_queries
from app.vocabulary import Vocabulary

LOG = logging.getLogger(__name__)
_BUSY: set[Path] = set()
_GUARD = Lock()


def ensure(
    session: Session, generation: int, store: Store, vocabulary: Vocabulary, folder: Path
) -> Snapshot | None:
    """The newest index; None while there is none, which is being mended then.

    generation: of the store as the session sees it. An index that lags is used until the next is
    there; a small store's is renewed at once.
    """
    here = place_of.place(folder, store.name)
    known = place_of.newest(here)
    if known is not None and known.generation == generation:
        return known
    if search_queries.live(session) <= SMALL:
        _tell(known, here)
        refresh(store, vocabulary, folder, patience=0)
        return place_of.newest(here)
    if _in_background(store, vocabulary, folder, here):  # not with every search meanwhile
        _tell(known, here)
    return known


def _tell(known: Snapshot | None, here: Path) -> None:
    if known is None:
        LOG.warning("no usable search index in %s: it is built now", here)


def give_up(store: Store, folder: Path) -> None:
    """Drops an index that failed while it was read; the next search has it built anew."""
    LOG.error("search index in %s is damaged and given up", folder)
    place_of.discard(place_of.place(folder, store.name))


def _in_background(store: Store, vocabulary: Vocabulary, folder: Path, here: Path) -> bool:
    """At most one renewal a process, else False; between processes the lock decides."""
    with _GUARD:
        if here in _BUSY:
            return False
        _BUSY.add(here)
    Thread(target=_renew, args=(store, vocabulary, folder, here), daemon=True).start()
    return True


def _renew(store: Store, vocabulary: Vocabulary, folder: Path, here: Path) -> None:
    try:
        refresh(store, vocabulary, folder, patience=0)
    except StoreError as problem:
        LOG.warning("search index not renewed: %s %s", problem.code, problem.params)
    finally:
        with _GUARD:
            _BUSY.discard(here)
