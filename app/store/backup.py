# SPDX-License-Identifier: EUPL-1.2
"""A backup of everything in one file, made from one snapshot while others read and write."""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Table, func, select
from sqlmodel import Session

from app import version
from app.store.backup_file import MANIFEST, SEAL, Manifest, Part, dump_manifest, seal
from app.store.backup_rows import lines, read_rows
from app.store.change import moment
from app.store.errors import StoreError
from app.store.preparation import head
from app.store.session import Store
from app.store.tables import METADATA

Report = Callable[[int, int | None], None]
"""Called with the rows that are done and the number of all."""
LEVEL = 5


def backup(store: Store, file: Path, report: Report, overlay: Path | None = None) -> Manifest:
    """Writes a backup beside the file and names it when it is whole and on the disk.

    overlay: folder of corrections and newer vocabularies, which are saved with the store.
    StoreError ``backup.exists``; OSError when it cannot be written. Only the owner may read it:
    persons are named in it.
    """
    if os.path.lexists(file):
        raise StoreError("backup.exists", file=str(file))
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".part", dir=file.parent)
    try:
        with os.fdopen(handle, "w+b") as target:
            with store.session() as session:
                manifest = _write(session, target, report, overlay)
            seal(target)
            target.flush()
            os.fsync(target.fileno())
        _publish(name, file)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
    return manifest


def _publish(name: str, file: Path) -> None:
    """A link takes the name only if nobody has it."""
    try:
        os.link(name, file)
    except FileExistsError as error:
        raise StoreError("backup.exists", file=str(file)) from error
    except OSError:  # a file system without links
        os.rename(name, file)


def _write(session: Session, target: BinaryIO, report: Report, overlay: Path | None) -> Manifest:
    tables = METADATA.sorted_tables
    total = sum(_count(session, table) for table in tables)
    done = 0

    def move_on(rows: int) -> None:
        nonlocal done
        done += rows
        report(done, total)

    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        parts = [_write_table(session, archive, table, move_on) for table in tables]
        parts += [_write_file(archive, file, name) for name, file in _files(overlay)]
        made = moment(None).isoformat(timespec="seconds")
        manifest = Manifest(made, version(), head(), tuple(parts))
        archive.writestr(MANIFEST, dump_manifest(manifest))
        archive.comment = b"0" * SEAL
    return manifest


def _count(session: Session, table: Table) -> int:
    return int(session.connection().execute(select(func.count()).select_from(table)).scalar_one())


def _write_table(
    session: Session, archive: zipfile.ZipFile, table: Table, move_on: Callable[[int], None]
) -> Part:
    name = f"tables/{table.name}.jsonl"
    digest, size, rows = hashlib.sha256(), 0, 0
    with archive.open(name, "w", force_zip64=True) as target:
        for batch in read_rows(session, table):
            text = lines(batch)
            target.write(text)
            digest.update(text)
            size, rows = size + len(text), rows + len(batch)
            move_on(len(batch))
    columns = tuple(column.name for column in table.columns)
    return Part(name, size, digest.hexdigest(), rows, columns)


def _files(overlay: Path | None) -> list[tuple[str, Path]]:
    if overlay is None:
        return []
    found = (path for path in overlay.rglob("*") if path.is_file() and path.name[0] != ".")
    return sorted((f"overlay/{path.relative_to(overlay).as_posix()}", path) for path in found)


def _write_file(archive: zipfile.ZipFile, file: Path, name: str) -> Part:
    body: Any = file.read_bytes()
    archive.writestr(name, body)
    return Part(name, len(body), hashlib.sha256(body).hexdigest())
