# SPDX-License-Identifier: EUPL-1.2
"""The dump in parts: groups of a portal's datasets, of which only those that changed are written.

A part is named after everything its bytes follow from, so one that is there need not be looked at.
Parts are gzip members; one after the other they are one gzip file (RFC 1952, section 2.2).
"""

import gzip
import hashlib
import io
import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from zlib import adler32, crc32

from app import version
from app.export.catalogues import our_catalogue, source_catalogue
from app.export.dcat import write_item
from app.export.feed import Frame, source_of
from app.export.formats import FORMATS
from app.export.item import Item
from app.export.serialise import Tally, serialise
from app.export.site import FeedSite
from app.export.source import items_of, make_frame
from app.store import Session, Store, dump_queries
from app.store.dump_queries import Stamp
from app.vocabulary import Vocabulary

SUFFIX = ".nt.gz"
SUMS = ".sums"
HEAD = "0"
LEVEL = 3  # of compression: 6 takes twice the time and saves a sixth
DATASETS = 60  # of a part, about: what one change costs
Change = Callable[[Item], Item]


@dataclass(slots=True)
class _Group:
    """The datasets of one part. ids: each with a line break, as a million of them wait at once."""

    digest: "hashlib.blake2b"
    ids: bytearray = field(default_factory=bytearray)


@dataclass(slots=True)
class _Build:
    """What all parts of one build share. terms: of source catalogues; head: their lines."""

    session: Session
    frame: Frame
    change: Change
    terms: dict[tuple[str, str], str] = field(default_factory=dict)
    head: list[str] = field(default_factory=list)

    def term(self, portal: str, catalogue: str | None) -> str:
        """The term of a dataset's catalogue, which has its lines in the head."""
        source = source_of(portal, catalogue, self.frame)
        key = source.portal, source.identifier
        if key not in self.terms:
            self.terms[key], lines, _ = source_catalogue(
                source, self.frame.site, self.frame.profile
            )
            self.head += lines
        return self.terms[key]


@dataclass(slots=True)
class _Shelf:
    """Compresses a part beside the making of the next, which wants another core; two are held."""

    pool: ThreadPoolExecutor
    latest: Future[None] | None = None

    def put(self, file: Path, text: bytes) -> None:
        """Writes the part, later. OSError of the part before."""
        self.wait()
        self.latest = self.pool.submit(_keep, file, text)

    def wait(self) -> None:
        """Until all is written. OSError."""
        if self.latest is not None:
            self.latest.result()


def bring(
    store: Store, vocabulary: Vocabulary, site: FeedSite, folder: Path, change: Change
) -> list[Path]:
    """The files of all parts in the order of the dump; those that are not there yet are written.

    change: what is done to each dataset before it is written. OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with store.session() as session, ThreadPoolExecutor(1) as pool:
        shelf = _Shelf(pool)
        build = _Build(session, make_frame(session, vocabulary, site, "default"), change)
        groups = _groups(build, _fingerprint(vocabulary, site))
        files = [_head(build, folder, shelf)]
        for label, group in sorted(groups.items()):
            file = folder / f"{label}-{group.digest.hexdigest()}{SUFFIX}"
            if not file.exists():
                shelf.put(file, _text(_blocks(build, group.ids.decode().split())))
            files.append(file)
        shelf.wait()
    return files


def label(file: Path) -> str:
    """What a part is about: the same from build to build."""
    return file.name.partition("-")[0]


def lines(file: Path) -> set[bytes]:
    """The lines of a part."""
    found = set(gzip.decompress(file.read_bytes()).split(b"\n"))
    found.discard(b"")
    return found


def sums(file: Path) -> "array[int]":
    """Of each line of a part; where one is there, the line itself has to be looked for."""
    found = array("Q")
    found.frombytes(_sums_of(file).read_bytes())
    return found


def sum_of(line: bytes) -> int:
    """The number that stands for a line in ``sums``; hardly ever for another one, too."""
    return crc32(line) << 32 | adler32(line)


def tidy(folder: Path, files: Iterable[Path]) -> None:
    """Removes all parts but these."""
    wanted = {name for file in files for name in (file.name, _sums_of(file).name)}
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink(missing_ok=True)


def _groups(build: _Build, seed: bytes) -> dict[str, _Group]:
    session = build.session
    parts = {
        portal: 1 << max(0, (count // DATASETS).bit_length())
        for portal, count in dump_queries.sizes(session).items()
    }
    copies = _copies(session)
    groups: dict[str, _Group] = {}
    for stamp in dump_queries.stamps(session):
        name = _label(stamp, parts[stamp.portal])
        group = groups.get(name)
        if group is None:
            group = groups[name] = _Group(hashlib.blake2b(seed, digest_size=12))
        term = build.term(stamp.portal, stamp.catalogue)
        group.digest.update(repr((*stamp, term, copies.get(stamp.id))).encode())
        group.ids += stamp.id.encode() + b"\n"
    return groups


def _label(stamp: Stamp, parts: int) -> str:
    portal = _portal(stamp.portal)
    return f"{portal}.{parts:x}.{crc32(stamp.id.encode()) % parts:x}"


@cache
def _portal(key: str) -> str:
    return "1" + hashlib.blake2b(key.encode(), digest_size=6).hexdigest()


def _copies(session: Session) -> dict[str, bytes]:
    """Stands for what its copies add to a dataset that has some."""
    found: dict[str, bytes] = {}
    for name in dump_queries.names(session):
        said = found.get(name.of, b"") + repr(name).encode()
        found[name.of] = hashlib.blake2b(said, digest_size=8).digest()
    return found


def _blocks(build: _Build, ids: Sequence[str]) -> Iterator[Sequence[str]]:
    frame = build.frame
    for item in items_of(build.session, ids):
        term = build.term(item.portal, item.catalogue)
        yield write_item(build.change(item), term, frame.site, frame.meaning, frame.profile).lines


def _head(build: _Build, folder: Path, shelf: _Shelf) -> Path:
    """The part with our catalogue and those of the portals."""
    said = [*our_catalogue(build.frame.site), *build.head]
    digest = hashlib.blake2b("\n".join(said).encode("utf-8", "replace"), digest_size=12)
    file = folder / f"{HEAD}-{digest.hexdigest()}{SUFFIX}"
    if not file.exists():
        shelf.put(file, _text([said]))
    return file


def _text(blocks: Iterable[Sequence[str]]) -> bytes:
    text = io.BytesIO()
    serialise(blocks, FORMATS["nt"], text, Tally())
    return text.getvalue()


def _keep(file: Path, text: bytes) -> None:
    """A part that is there is whole, and so are its sums."""
    marks = array("Q", map(sum_of, text.split(b"\n")))
    _put(_sums_of(file), marks.tobytes())
    # no time inside: the same data makes the same bytes
    _put(file, gzip.compress(text, LEVEL, mtime=0))


def _put(file: Path, data: bytes) -> None:
    begun = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        begun.write_bytes(data)
        os.replace(begun, file)
    finally:
        begun.unlink(missing_ok=True)


def _sums_of(file: Path) -> Path:
    return file.with_name(file.name.removesuffix(SUFFIX) + SUMS)


def _fingerprint(vocabulary: Vocabulary, site: FeedSite) -> bytes:
    """Of everything the bytes follow from that is not in the store."""
    digest = hashlib.blake2b(digest_size=16)
    for code in ("export.readings", "export.readings_likely"):
        digest.update(site.say(site.language, code, names="a", likely="b").encode())
    digest.update("\0".join((site.fingerprint, version())).encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    shelf = vocabulary.shelf
    for folder in (shelf.root(), shelf.overlay):
        for data in _contents(folder) if folder is not None and folder.is_dir() else ():
            digest.update(data)
    return digest.digest()


def _contents(folder: Traversable) -> Iterator[bytes]:
    for each in sorted(folder.iterdir(), key=lambda found: found.name):
        if each.is_dir():
            yield from _contents(each)
        elif not each.name.endswith(".pyc"):
            yield each.name.encode()
            yield each.read_bytes()
