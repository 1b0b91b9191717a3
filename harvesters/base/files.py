# SPDX-License-Identifier: EUPL-1.2
"""Pages of a portal from a file or a folder; the files of a folder are the pages of one portal."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from harvesters.base.errors import PortalUnreachable
from harvesters.base.record import Page


def local_path(url: str) -> Path | None:
    """The path of a ``file:`` URL or a plain path; None for a URL of the network."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return Path(unquote(parts.path))
    return None if re.match(r"^[A-Za-z][A-Za-z0-9+.-]+://", url) else Path(url)


def pages(path: Path, limit: int) -> Iterator[Page]:
    """The file, or the files of the folder in natural order (page2 before page10).

    limit: largest file in bytes. PortalUnreachable names a file that cannot be read.
    """
    files = _files(path)
    for number, file in enumerate(files, 1):
        yield Page(number, file.name, _read(file, limit), datetime.now(UTC), local=True)


def _files(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        found = [file for file in path.iterdir() if file.is_file() and file.name[0] != "."]
    except OSError as error:
        raise _unreadable(path, error) from error
    if not found:
        raise PortalUnreachable("file.empty_folder", file=str(path))
    return sorted(found, key=_natural)


def _natural(file: Path) -> list[tuple[int, int, str]]:
    parts = re.split(r"(\d+)", file.name)
    return [(0, int(p), "") if p.isdigit() else (1, 0, p.casefold()) for p in parts]


def _read(file: Path, limit: int) -> bytes:
    try:
        size = file.stat().st_size
        if size > limit:
            raise PortalUnreachable("file.too_large", file=str(file), size=size, limit=limit)
        return file.read_bytes()
    except OSError as error:
        raise _unreadable(file, error) from error


def _unreadable(path: Path, error: OSError) -> PortalUnreachable:
    reasons = {
        FileNotFoundError: "file.missing",
        PermissionError: "file.forbidden",
        NotADirectoryError: "file.missing",
    }
    code = reasons.get(type(error), "file.unreadable")
    return PortalUnreachable(code, file=str(path), problem=error.strerror or str(error))
