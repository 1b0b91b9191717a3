# SPDX-License-Identifier: EUPL-1.2
"""The file of a backup: a ZIP of tables as lines of JSON, with a manifest and a seal.

It names no database: a backup of SQLite can be restored into PostgreSQL and the other way. The
seal is the SHA-256 of all bytes before it and stands in the archive's comment, so that a flipped
bit anywhere is noticed before anything is read.
"""

import hashlib
import json
import re
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.store.errors import StoreError

FORMAT = "datenspiegel-backup"
LAYOUT = 1
MANIFEST = "manifest.json"
SEAL = 64  # hexadecimal digits
LARGEST_MANIFEST = 4_000_000
# Text shrinks ten to forty times; what promises far more is no backup of ours.
MOST_GROWTH = 200
ALWAYS_ALLOWED = 64_000_000
_NAME = re.compile(r"tables/[a-z][a-z_]{0,60}\.jsonl|overlay/(?!.*\.\.)[\w][\w./-]{0,200}")
_COLUMN = re.compile(r"[a-z][a-z0-9_]{0,60}")


@dataclass(frozen=True, slots=True)
class Part:
    """An entry: columns and rows where it is a table. bytes: unpacked; sha256: of these."""

    name: str
    bytes: int
    sha256: str
    rows: int = 0
    columns: tuple[str, ...] = ()

    @property
    def table(self) -> str | None:
        """The table it holds, None for another file."""
        folder, _, file = self.name.partition("/")
        return file.removesuffix(".jsonl") if folder == "tables" else None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a backup. made: ISO instant; version: of Datenspiegel; revision: of the tables."""

    made: str
    version: str
    revision: str
    parts: tuple[Part, ...] = ()

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(part.rows for part in self.parts)

    def count(self, table: str) -> int:
        """Rows of one table."""
        return sum(part.rows for part in self.parts if part.table == table)


def dump_manifest(manifest: Manifest) -> str:
    """As it stands in the archive."""
    said = {"format": FORMAT, "layout": LAYOUT, **asdict(manifest)}
    return json.dumps(said, ensure_ascii=False, indent=1)


def seal(target: BinaryIO) -> None:
    """Writes the seal into the place the archive's comment kept for it."""
    digest = _digest(target)
    target.seek(-SEAL, 2)
    target.write(digest.encode())


def _digest(file: BinaryIO) -> str:
    """Of all but the seal."""
    left = file.seek(0, 2) - SEAL
    digest = hashlib.sha256()
    file.seek(0)
    while left > 0 and (piece := file.read(min(left, 1 << 20))):
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest()


def open_backup(file: Path) -> tuple[zipfile.ZipFile, Manifest]:
    """The archive, whole and of a form we know; to be closed by the caller.

    StoreError: ``backup.unreadable``, ``backup.not_one``, ``backup.damaged``, ``backup.newer``.
    """
    try:
        with file.open("rb") as source:
            is_zip = zipfile.is_zipfile(source)
            source.seek(max(source.seek(0, 2) - SEAL, 0))
            sealed = source.read(SEAL)
            whole = is_zip and sealed == _digest(source).encode()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError("backup.unreadable", file=str(file), reason=reason) from error
    if not whole:
        raise StoreError(
            "backup.damaged" if _looks_like_one(file) else "backup.not_one", file=file.name
        )
    archive = zipfile.ZipFile(file)
    try:
        return archive, _manifest(archive, file)
    except BaseException:
        archive.close()
        raise


def _looks_like_one(file: Path) -> bool:
    with file.open("rb") as source:
        return source.read(4) == b"PK\x03\x04" and b"tables/" in source.read(200)


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    try:
        if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise ValueError
        said = json.loads(archive.read(MANIFEST))
        if said["format"] != FORMAT:
            raise ValueError
        if said["layout"] > LAYOUT:
            raise StoreError("backup.newer", file=file.name, version=str(said["version"])[:40])
        manifest = _checked(said)
    except (KeyError, ValueError, TypeError, RecursionError, zipfile.BadZipFile) as error:
        raise StoreError("backup.not_one", file=file.name) from error
    allowed = ALWAYS_ALLOWED + MOST_GROWTH * file.stat().st_size
    listed = {part.name: part.bytes for part in manifest.parts} | {MANIFEST: -1}
    there = {entry.filename: entry.file_size for entry in archive.infolist()}
    if set(there) != set(listed) or sum(there.values()) > allowed:
        raise StoreError("backup.damaged", file=file.name)
    return manifest


def _checked(said: dict[str, Any]) -> Manifest:
    parts = [Part(**part | {"columns": tuple(part["columns"])}) for part in said["parts"]]
    names = [part.name for part in parts]
    columns = [column for part in parts for column in part.columns]
    texts = (said["made"], said["version"], said["revision"])
    if not all(isinstance(each, str) for each in texts) or len(set(names)) != len(names):
        raise ValueError
    if not all(map(_NAME.fullmatch, names)) or not all(map(_COLUMN.fullmatch, columns)):
        raise ValueError
    made, version, revision = (text[:100] for text in texts)
    return Manifest(made, version, revision, tuple(parts))
