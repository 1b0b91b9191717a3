# SPDX-License-Identifier: EUPL-1.2
"""``portals add``: a portal of the directory as a block at the end of the configuration."""

import errno
import os
import tempfile
from difflib import get_close_matches
from pathlib import Path

import click

from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused, WrongUse
from app.cli.localised import Command, option
from app.cli.portal_block import Block
from app.config import ConfigError, Settings, load
from app.config.loading import DEFAULT_FILE
from app.vocabulary.portals import UNVERIFIED, KnownPortal

_HEAD = b"# SPDX-License-Identifier: EUPL-1.2\n"
_MAY_WRITE = 0o222


@click.command("add", cls=Command)
@click.argument("portal", metavar="ID")
@option("--file", "file", type=click.Path(path_type=Path, dir_okay=False))
@option("--enable", is_flag=True)
@pass_desk
def add(desk: Desk, portal: str, file: Path | None, enable: bool) -> None:
    """Appends the block; nothing that stands in the file is touched, and nobody is asked."""
    found = desk.vocabulary.portals.get(portal)
    if found is None:
        raise WrongUse("cli.portals.unknown", portal=portal, near=_near(desk, portal))
    target = (file or desk.settings.file or Path(DEFAULT_FILE)).resolve()
    _refuse_double(load(target, os.environ) if target.exists() else Settings(), found, target)
    _append(target, block_of(found)._replace(is_enabled=enable).text)
    desk.tell("cli.portals.added", portal=portal, file=str(target))


def _near(desk: Desk, portal: str) -> str:
    near = get_close_matches(portal, desk.vocabulary.portals.entries, 3, 0.5)
    return ", ".join(near) or "none"


def block_of(portal: KnownPortal) -> Block:
    """The block of a portal of the directory, asleep."""
    is_unverified = portal.checked == UNVERIFIED
    checked = f"checked {portal.checked} by {portal.source}"
    return Block(
        portal.id,
        portal.kind,
        portal.url,
        portal.title,
        note=f"unverified (source: {portal.source})" if is_unverified else checked,
        key=portal.key,
        is_wide=portal.level in ("bund", "land") or portal.key[2:] == "000000",
    )


def _refuse_double(settings: Settings, portal: KnownPortal, file: Path) -> None:
    for each in settings.portals:
        if each.id == portal.id or each.url.rstrip("/") == portal.url.rstrip("/"):
            raise Refused("cli.portals.double", portal=each.id, url=each.url, file=str(file))


def _append(file: Path, text: str) -> None:
    """Reads the longer file as the program will, then writes behind what stands there.

    In place, so that owner, rights and links of the file stay what they are.
    """
    try:
        before = file.read_bytes() if file.exists() else _HEAD
        gap = b"\n" if before.endswith(b"\n") else b"\n\n"
        _check(file, before + gap + text.encode())
        if not file.exists():
            file.write_bytes(before + gap + text.encode())
        elif file.stat().st_mode & _MAY_WRITE:
            _write_behind(file, gap + text.encode())
        else:  # nobody is to write it, which would not stop root
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        problem = error.strerror or str(error)
        raise Refused("cli.portals.unwritable", file=str(file), problem=problem) from error


def _check(file: Path, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        staged = Path(folder, file.name)
        staged.write_bytes(content)
        try:
            load(staged, os.environ)
        except ConfigError as error:
            raise Refused("cli.portals.not_addable", file=str(file)) from error


def _write_behind(file: Path, added: bytes) -> None:
    """All of it or, where the disk is full, nothing."""
    with file.open("r+b", buffering=0) as stream:
        length = stream.seek(0, os.SEEK_END)
        try:
            if stream.write(added) < len(added):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError:
            stream.truncate(length)
            raise
