# SPDX-License-Identifier: EUPL-1.2
"""Files of the data folder that hold what portals said: found by a blocked term, and removed."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.intake.staging import Staging
from harvesters.base.blocked import Guard

# built anew, whatever is in them; staging is looked at by itself
_DERIVED = ("index", "dump", "sparql")
_OWN = {*_DERIVED, "staging"}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LARGEST = 2_000_000_000


class Files(NamedTuple):
    """ours: pages of portals, which may be removed; others: the operator's."""

    ours: tuple[Path, ...]
    others: tuple[Path, ...]


def find(folder: Path, store_name: str, database: Path | None, guard: Guard) -> Files:
    """Runs' folders and notes of pages of this store, and other files that hold a term."""
    ours = (path for path in _staged(folder / "staging", store_name) if _holds(path, guard))
    others = (path for path in _others(folder, database) if _holds(path, guard))
    return Files(tuple(ours), tuple(others))


def drop_derived(folder: Path) -> None:
    """Removes dumps, their triples and indexes: what was made from the store as it was."""
    for name in _DERIVED:
        for path in (folder / name).glob("*"):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def remove(files: Files) -> int:
    """Removes ours; how many files that were."""
    count = 0
    for path in files.ours:
        count += sum(each.is_file() for each in path.rglob("*")) if path.is_dir() else 1
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return count


def clear_staging(staging: Path, store_name: str, portal: str = "*") -> None:
    """Removes pages and notes of pages of a store, or of one portal: its runs are others now."""
    for path in _staged(staging, store_name, portal):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _staged(staging: Path, store_name: str, wanted: str = "*") -> Iterator[Path]:
    """A folder for each run, a file for each note: pages of a run are of use only together."""
    for portal in staging.glob(f"{wanted}/"):
        prefix = Staging.of(staging, portal.name, store_name, 0).folder.name.removesuffix("run-0")
        yield from portal.glob(f"{prefix}run-*")
        yield from portal.glob(f"{prefix}memos/*")


def _others(folder: Path, database: Path | None) -> Iterator[Path]:
    beside = {f"{database.name}{end}" for end in ("", "-wal", "-shm")} if database else set()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).parts[0] not in _OWN:
            if database and path.parent.resolve() == database.parent and path.name in beside:
                continue
            yield path


def _holds(path: Path, guard: Guard) -> bool:
    if path.is_dir():
        return any(_holds(inner, guard) for inner in path.rglob("*") if inner.is_file())
    try:
        return path.stat().st_size < _LARGEST and guard.finds(_text(path))
    except OSError:  # gone meanwhile, or not ours to read
        return False


def _text(path: Path) -> str:
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    if body[:2] in _UTF16:
        return body.decode("utf-16", "replace")
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
