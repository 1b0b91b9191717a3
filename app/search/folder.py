# SPDX-License-Identifier: EUPL-1.2
"""Where indexes lie on disk, which one counts, and who may write.

``<folder>/<store>/current`` names the folder of the index that counts; a new index is built beside
it and named there when it is whole. ``lock`` is held by the one process that writes.
"""

import fcntl
import hashlib
import json
import logging
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from tantivy import Index, Query, Searcher

from app.search import codes
from app.search.checking import check
from app.search.compounds import Splitter
from app.search.panics import panics_as_errors
from app.search.schema import VERSION, schema
from app.search.snapshot import Snapshot, read_spelling

LOG = logging.getLogger(__name__)
CURRENT = "current"
ABOUT = "about.json"
SPELLING = "spelling.tsv"
CODES = "codes.tsv"
PARTS = "parts.txt"
WHOLE = "whole.txt"
RETRY_SECONDS = 0.05
# What tantivy and the file system say about an index that is damaged, half there or gone.
BROKEN = (ValueError, OSError, LookupError, TypeError, RuntimeError)

Stamp = tuple[str, int, int]
_OPENED: dict[Path, tuple[Stamp, Snapshot | None]] = {}
_GUARD = Lock()


def place(folder: Path, store_name: str) -> Path:
    """The folder of one store's indexes: two stores may share a data folder."""
    return folder / hashlib.sha256(store_name.encode()).hexdigest()[:12]


def newest(here: Path) -> Snapshot | None:
    """The newest committed index, opened once a commit; None where none can be used."""
    stamp = _stamp(here)
    if stamp is None:
        return None
    with _GUARD:
        known = _OPENED.get(here)
        if known is None or known[0] != stamp:
            known = _OPENED[here] = (stamp, _open(here / stamp[0]))
        return known[1]


def _stamp(here: Path) -> Stamp | None:
    """What changes with every commit."""
    try:
        name = (here / CURRENT).read_text(encoding="ascii").strip()
        state = (here / name / "meta.json").stat()
    except (OSError, ValueError):
        return None
    return (name, state.st_mtime_ns, state.st_size)


def _open(inner: Path) -> Snapshot | None:
    try:
        with panics_as_errors():
            return _opened(inner)
    except BROKEN as problem:
        LOG.warning("search index %s cannot be opened: %s", inner.name, problem)
        return None


def _opened(inner: Path) -> Snapshot | None:
    about = json.loads((inner / ABOUT).read_text(encoding="utf-8"))
    if about["version"] != VERSION:
        return None
    check(inner)
    index = Index(schema(), str(inner), reuse=True)
    index.config_reader("manual", 0)
    index.reload()
    searcher = index.searcher()
    return Snapshot(
        searcher=searcher,
        schema=index.schema,
        splitter=Splitter(_lines(inner / PARTS), _lines(inner / WHOLE)),
        spelling=read_spelling(inner / SPELLING),
        texts=codes.read(inner / CODES),
        generation=_generation(searcher, index),
        fingerprint=about["fingerprint"],
        folder=inner,
    )


def _lines(file: Path) -> frozenset[str]:
    return frozenset(file.read_text(encoding="utf-8").split())


def _generation(searcher: Searcher, index: Index) -> int:
    query = Query.term_query(index.schema, "what", "generation", "basic")
    found = searcher.search(query, 1, True, "generation").hits
    if not found:
        raise ValueError("no generation")
    return int(found[0][0])


@contextmanager
def writing(here: Path, patience: float = 0.0) -> Iterator[bool]:
    """Holds the write lock of an index; gives False where another process keeps it for too long."""
    here.mkdir(parents=True, exist_ok=True)
    with (here / "lock").open("a") as lock:
        held = _acquire(lock.fileno(), time.monotonic() + patience)
        try:
            yield held
        finally:
            if held:
                fcntl.flock(lock, fcntl.LOCK_UN)


def _acquire(lock: int, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(RETRY_SECONDS)


def fresh(here: Path) -> Path:
    """A new empty folder for an index; only with the lock held."""
    inner = here / uuid.uuid4().hex[:12]
    inner.mkdir()
    return inner


def describe(inner: Path, fingerprint: str, splitter: Splitter) -> None:
    """Writes beside an index what it was built with."""
    about = {"version": VERSION, "fingerprint": fingerprint}
    (inner / ABOUT).write_text(json.dumps(about), encoding="utf-8")
    for name, words in ((PARTS, splitter.known), (WHOLE, splitter.whole)):
        (inner / name).write_text("\n".join(sorted(words)), encoding="utf-8")


def publish(here: Path, inner: Path) -> None:
    """Makes this index the one that counts, at once and for everybody; the others are deleted."""
    pointer = here / f"{CURRENT}.new"
    pointer.write_text(inner.name, encoding="ascii")
    os.replace(pointer, here / CURRENT)
    sweep(here)


def sweep(here: Path) -> None:
    """Deletes all indexes but the one that counts; only with the lock held.

    Readers that still use one keep its files until they let go of them.
    """
    stamp = _stamp(here)
    for path in here.iterdir():
        if path.is_dir() and (stamp is None or path.name != stamp[0]):
            with suppress(OSError):
                shutil.rmtree(path)


def discard(here: Path) -> None:
    """Gives up the index that counts, after it turned out to be damaged."""
    with suppress(OSError):
        (here / CURRENT).unlink()
