# SPDX-License-Identifier: EUPL-1.2
"""What is made of the whole catalogue after a run: the dump, and the store that SPARQL asks.

Both are built beside what is there and swapped in by a rename; whoever reads the former goes on
reading it. Persons are in neither (promise S11): every dataset is written without them.
"""

import fcntl
import gzip
import hashlib
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from pyoxigraph import RdfFormat, parse
from pyoxigraph import Store as Triples

from app import version
from app.export.feed import write_feed
from app.export.formats import FORMATS
from app.export.item import Item
from app.export.site import FeedSite
from app.export.source import items, make_frame
from app.model import Body
from app.model.selection import Selection
from app.store import Store, StoreError, listing_queries, state_queries
from app.vocabulary import Vocabulary

DUMP, SPARQL = "dump", "sparql"
SUFFIX = ".nt.gz"
LEVEL = 3  # of compression: 6 takes twice the time and saves a sixth
TOGETHER = 20_000  # triples loaded at once: the most that is held in memory
BEGUN, PLACE = ".begun-", ".place-"
LOCK = ".keeping"
LOG = logging.getLogger(__name__)


def refresh(store: Store, vocabulary: Vocabulary, site: FeedSite, folder: Path) -> str:
    """Brings dump and SPARQL store in step with the store; returns the tag of both.

    folder: of ``[store]``. Nothing is done where both are of this generation already. OSError.
    """
    tag = _tag(store, site)
    if newest_dump(folder) != _dump(folder, tag):
        _build_dump(store, vocabulary, site, folder, tag)
    if newest_triples(folder) != folder / SPARQL / tag:
        _build_triples(folder, tag)
    return tag


def keep(store: Store, vocabulary: Vocabulary, site: FeedSite, folder: Path) -> None:
    """``refresh`` by one process at a time; trouble is logged and stops nothing.

    Whoever finds another at it goes away: that one looks again when it is done, so that many runs
    at once cost a few builds. What was there before stays until then.
    """
    try:
        while _is_behind(store, site, folder):
            with _alone(folder) as first:
                if not first:
                    return
                refresh(store, vocabulary, site, folder)
    except (OSError, StoreError, SyntaxError, ValueError, RuntimeError) as error:
        LOG.warning("dump and SPARQL store are not renewed: %s", error)


def _is_behind(store: Store, site: FeedSite, folder: Path) -> bool:
    tag = _tag(store, site)
    wanted = _dump(folder, tag), folder / SPARQL / tag
    return (newest_dump(folder), newest_triples(folder)) != wanted


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Whether no other process builds; none does meanwhile if so."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("wb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def newest_dump(folder: Path) -> Path | None:
    """The dump that is served; None where none was made yet."""
    return _newest(folder / DUMP, f"*{SUFFIX}")


def newest_triples(folder: Path) -> Path | None:
    """The folder that SPARQL asks; None where none was made yet."""
    return _newest(folder / SPARQL, "[0-9a-f]*")


def _newest(folder: Path, pattern: str) -> Path | None:
    found = []
    for path in folder.glob(pattern):
        with suppress(OSError):  # taken away meanwhile
            found.append((path.stat().st_mtime_ns, path))
    return max(found)[1] if found else None


def _tag(store: Store, site: FeedSite) -> str:
    """Changes whenever the bytes may."""
    with store.session() as session:
        generation = state_queries.generation(session)
        newest = listing_queries.newest(session)  # a restored store counts generations anew
    parts = (str(generation), str(newest), site.fingerprint, version(), store.name)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


def _dump(folder: Path, tag: str) -> Path:
    return folder / DUMP / f"{tag}{SUFFIX}"


def _build_dump(
    store: Store, vocabulary: Vocabulary, site: FeedSite, folder: Path, tag: str
) -> None:
    target = _dump(folder, tag)
    if target.exists():  # a store that was restored
        os.utime(target)
        return
    with _beside(target) as begun:
        begun.mkdir()
        part = begun / "catalog"
        # no name and no time inside: the same data makes the same bytes
        with part.open("wb") as raw, gzip.GzipFile("", "wb", LEVEL, raw, mtime=0) as packed:
            _write(store, vocabulary, site, cast(BinaryIO, packed))
        os.replace(part, target)
    _forget_others(target)


def _write(store: Store, vocabulary: Vocabulary, site: FeedSite, target: BinaryIO) -> None:
    with store.session() as session:
        frame = make_frame(session, vocabulary, site, "default")
        stream = map(without_persons, items(session, Selection()))
        write_feed(stream, frame, FORMATS["nt"], target)


def without_persons(item: Item) -> Item:
    """The item as it may leave in bulk."""
    dataset = item.dataset
    if dataset is not None and dataset.publisher.kind == "person":
        anonymous = Body(key=replace(dataset.publisher.key, raw=None), kind="person")
        dataset = replace(dataset, publisher=anonymous)
    return replace(item, personal="", dataset=dataset)


def _build_triples(folder: Path, tag: str) -> None:
    source = newest_dump(folder)
    if source is None:
        return
    target = folder / SPARQL / tag
    if target.exists():
        os.utime(target)
        return
    with _beside(target) as begun:
        triples = Triples(str(begun))
        with gzip.open(source) as lines:
            quads = parse(cast(BinaryIO, lines), RdfFormat.N_TRIPLES, lenient=True)
            while batch := list(islice(quads, TOGETHER)):
                triples.bulk_extend(batch)
        triples.flush()
        del triples  # closes it: RocksDB allows no move while it is open
        os.replace(begun, target)
    _forget_others(target)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A name for what is being built; nothing is left of it afterwards."""
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = Path(tempfile.mkdtemp(prefix=BEGUN, dir=target.parent))
    try:
        yield whole / "made"
    finally:
        shutil.rmtree(whole, ignore_errors=True)


def _forget_others(target: Path) -> None:
    """What is older than the one before this, and what was begun by processes that ended."""
    known = [path for path in target.parent.iterdir() if path != target and PLACE not in path.name]
    former = sorted(known, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    done = [path for path in former if not path.name.startswith(BEGUN)]
    for path in [each for each in former if each not in done[:1]]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
