# SPDX-License-Identifier: EUPL-1.2
"""What is made of the whole catalogue after a run: the dump, and the store that SPARQL asks.

Both are built beside what is there and swapped in by a rename; whoever reads the former goes on
reading it. Persons are in neither (promise S11): every dataset is written without them.
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from app import version
from app.export import dump_parts
from app.export.dump_parts import bring, tidy
from app.export.dump_triples import build
from app.export.item import Item
from app.export.site import FeedSite
from app.model import Body
from app.store import Store, StoreError, listing_queries, state_queries
from app.vocabulary import Vocabulary

DUMP, SPARQL = "dump", "sparql"
PARTS = "parts"
SUFFIX = dump_parts.SUFFIX
BEGUN, PLACE = ".begun-", ".place-"
LOCK = ".keeping"


def refresh(store: Store, vocabulary: Vocabulary, site: FeedSite, folder: Path) -> str:
    """Brings dump and SPARQL store in step with the store; returns the tag of both.

    folder: of ``[store]``. Nothing is done where both are of this generation already, and what did
    not change since the former ones is taken over. OSError.
    """
    tag = _tag(store, site)
    former = newest_triples(folder)
    dump, triples = _dump(folder, tag), folder / SPARQL / tag
    if not (_counts(dump, newest_dump(folder)) and _counts(triples, former)):
        at = folder / DUMP / PARTS
        parts = bring(store, vocabulary, site, at, without_persons)
        _join(parts, dump)
        _build_triples(parts, former, triples)
        tidy(at, parts)
    return tag


def _counts(target: Path, newest: Path | None) -> bool:
    """Whether it is there; that of a store that was restored becomes the newest again."""
    if not target.exists():
        return False
    if target != newest:
        os.utime(target)
    return True


def keep(store: Store, vocabulary: Vocabulary, site: FeedSite, folder: Path) -> str | None:
    """``refresh`` by one process at a time; trouble stops nothing and is what is answered.

    Whoever finds another at it goes away: that one looks again when it is done, so that many runs
    at once cost a few builds. What was there before stays until then.
    """
    try:
        while _is_behind(store, site, folder):
            with _alone(folder) as first:
                if not first:
                    return None
                refresh(store, vocabulary, site, folder)
    except (OSError, StoreError, SyntaxError, ValueError, RuntimeError) as error:
        return str(error)
    return None


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


def _join(parts: list[Path], target: Path) -> None:
    if target.exists():
        return
    with _beside(target) as begun:
        begun.mkdir()
        with (begun / "catalog").open("wb") as whole:
            for file in parts:
                with file.open("rb") as part:
                    shutil.copyfileobj(part, whole)
        os.replace(begun / "catalog", target)
    _forget_others(target)


def without_persons(item: Item) -> Item:
    """The item as it may leave in bulk."""
    dataset = item.dataset
    if dataset is not None and dataset.publisher.kind == "person":
        anonymous = Body(key=replace(dataset.publisher.key, raw=None), kind="person")
        dataset = replace(dataset, publisher=anonymous)
    return replace(item, personal="", dataset=dataset)


def _build_triples(parts: list[Path], former: Path | None, target: Path) -> None:
    if target.exists():
        return
    with _beside(target) as begun:
        build(parts, former, begun)
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
    known = [path for path in target.parent.iterdir() if _is_one(path) and path != target]
    former = sorted(known, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    done = [path for path in former if not path.name.startswith(BEGUN)]
    for path in [each for each in former if each not in done[:1]]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _is_one(path: Path) -> bool:
    """Whether it is a dump or a SPARQL store, whole or begun."""
    return path.name != PARTS and PLACE not in path.name
