# SPDX-License-Identifier: EUPL-1.2
"""The store that SPARQL asks: made of the dump's parts, or of the former store and what differs.

The former store is not touched. Its tables never change once written, so that the new one shares
them by hard links and adds its own.
"""

import gzip
import json
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Quad, RdfFormat, Store, parse

from app.export.dump_parts import label, lines, sum_of, sums

TOGETHER = 20_000  # triples loaded at once: the most that is held in memory
LARGEST_SHARE = 0.2  # of what changed since it was built whole
MOST = 200_000  # triples that differ, which are held in memory
LIST = "parts.json"
TABLE = ".sst"
LOG = logging.getLogger(__name__)


class Former(NamedTuple):
    """What a store was made of: names of parts. drift: share that changed since it was whole."""

    folder: Path
    parts: frozenset[str]
    drift: float


class Difference(NamedTuple):
    """Lines that the former store lacks, and those it has too many."""

    added: set[bytes]
    removed: set[bytes]
    drift: float


def build(files: list[Path], before: Path | None, begun: Path) -> None:
    """Makes the store of these parts in the folder ``begun``; before: the one of before, if any."""
    former = _former(before)
    found = _difference(files, former) if former else None
    if former and found and _carry_over(former.folder, begun, found):
        _sign(begun, files, found.drift)
        return
    triples = Store(str(begun))
    quads = _all_quads(files)
    while batch := list(islice(quads, TOGETHER)):
        triples.bulk_extend(batch)
    triples.flush()
    del triples  # closes it: RocksDB allows no move while it is open
    _sign(begun, files, 0.0)


def _all_quads(files: list[Path]) -> Iterator[Quad]:
    for text in _texts(files):
        yield from parse(text, RdfFormat.N_TRIPLES, lenient=True)


def _texts(files: list[Path]) -> Iterator[bytes]:
    """Each is unpacked beside the loading of the one before, which wants another core."""
    with ThreadPoolExecutor(1) as pool:
        latest = pool.submit(_text, files[0])
        for file in files[1:]:
            before, latest = latest, pool.submit(_text, file)
            yield before.result()
        yield latest.result()


def _text(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes())


def _sign(folder: Path, files: list[Path], drift: float) -> None:
    said = {"parts": [file.name for file in files], "drift": drift}
    (folder / LIST).write_text(json.dumps(said), encoding="utf-8")


def _former(folder: Path | None) -> Former | None:
    if folder is None:
        return None
    try:
        said = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return Former(folder, frozenset(said["parts"]), float(said["drift"]))
    except (OSError, ValueError, KeyError, TypeError):  # of an earlier version
        return None


def _difference(files: list[Path], former: Former) -> Difference | None:
    """None where building it whole is quicker, or former parts are not there any more."""
    names = {file.name for file in files}
    come = [file for file in files if file.name not in former.parts]
    gone = [files[0].with_name(name) for name in former.parts - names]
    try:
        share = _size(come + gone) / max(1, 2 * _size(files))
        if former.drift + share > LARGEST_SHARE:
            return None
        return _compared(files, come, gone, former.drift + share)
    except OSError:
        return None


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)


def _compared(
    files: list[Path], come: list[Path], gone: list[Path], drift: float
) -> Difference | None:
    added: set[bytes] = set()
    removed: set[bytes] = set()
    before = {label(file): file for file in gone}
    for file in come:
        now = lines(file)
        was = before.pop(label(file), None)
        then = lines(was) if was else set()
        added |= now - then
        removed |= then - now
        if len(added) + len(removed) > MOST:
            return None
    for file in before.values():
        removed |= lines(file)
    removed -= _still_said(files, removed)
    return Difference(added, removed, drift) if len(removed) <= MOST else None


def _still_said(files: list[Path], asked: set[bytes]) -> set[bytes]:
    """Those of the lines that some part holds: datasets share statements."""
    wanted = {sum_of(line) for line in asked}
    found: set[bytes] = set()
    for file in files if wanted else ():
        if not wanted.isdisjoint(sums(file)):
            found |= asked & lines(file)
    return found


def _carry_over(former: Path, begun: Path, found: Difference) -> bool:
    """False, with nothing left behind, where the former store cannot be used."""
    try:
        _link(former, begun)
        triples = Store(str(begun))
        for quad in _quads(found.removed):
            triples.remove(quad)
        added = _quads(found.added)
        while batch := list(islice(added, TOGETHER)):
            triples.extend(batch)
        triples.flush()
    except (OSError, ValueError, RuntimeError, SyntaxError) as error:
        LOG.warning("SPARQL store is built anew: %s", error)
        shutil.rmtree(begun, ignore_errors=True)
        return False
    return True


def _quads(said: set[bytes]) -> Iterator[Quad]:
    return parse(b"\n".join(sorted(said)), RdfFormat.N_TRIPLES, lenient=True)


def _link(former: Path, begun: Path) -> None:
    begun.mkdir()
    for path in former.iterdir():
        if path.name in ("LOCK", LIST):
            continue
        if path.suffix == TABLE:
            try:
                os.link(path, begun / path.name)
                continue
            except OSError:  # a file system without them
                pass
        shutil.copyfile(path, begun / path.name)
