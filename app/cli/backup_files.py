# SPDX-License-Identifier: EUPL-1.2
"""Corrections and newer vocabularies of a backup, put in place once the store is the backup's.

They are laid ready beside the folder first; its name holds the backup's seal, which the restore
writes into the store. So whoever finds them there later knows whether the restore happened.
"""

import os
import shutil
from contextlib import closing, suppress
from pathlib import Path

from app.store import Store, restore
from app.store.backup_file import open_backup

_READY = ".restored-"


def put_ready(file: Path, overlay: Path) -> None:
    """Unpacks the files beside the folder of corrections."""
    for left in overlay.parent.glob(f"{overlay.name}{_READY}*"):
        shutil.rmtree(left, ignore_errors=True)
    archive, manifest = open_backup(file)
    with closing(archive):
        ready = overlay.with_name(f"{overlay.name}{_READY}{restore.seal_of(archive)}")
        ready.mkdir(parents=True)
        for part in manifest.parts:
            if part.table is None:
                target = ready / part.name.partition("/")[2]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(part.name))


def settle(store: Store, overlay: Path) -> None:
    """Puts what lies ready for the backup that was restored last in place of the folder."""
    found = list(overlay.parent.glob(f"{overlay.name}{_READY}*"))
    if not found:
        return
    ready = overlay.with_name(f"{overlay.name}{_READY}{restore.restored_seal(store)}")
    if ready not in found:
        return
    former = overlay.with_name(f"{overlay.name}.former")
    shutil.rmtree(former, ignore_errors=True)
    with suppress(FileNotFoundError):
        os.rename(overlay, former)
    with suppress(FileNotFoundError):  # another process did it
        os.rename(ready, overlay)
        if not any(overlay.iterdir()):
            overlay.rmdir()
    shutil.rmtree(former, ignore_errors=True)
