# SPDX-License-Identifier: EUPL-1.2
"""Pages of a portal from a file or a folder; the files of a folder are the pages of one portal."""

import os
import re
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

from harvesters.base.decoding import GZIP, Decoder, refuse_packed
from harvesters.base.errors import PortalUnreachable, UnexpectedAnswer
from harvesters.base.record import Page

_CHUNK = 65_536


def local_path(url: str) -> Path | None:
    """The path of a ``file:`` URL or a plain path; None for a URL of the network."""
    if re.match(r"^file:", url, re.I):
        return Path(unquote(urlsplit(url).path))
    return None if re.match(r"^[A-Za-z][A-Za-z0-9+.-]+://", url) else Path(url)


def pages(path: Path, limit: int) -> Iterator[Page]:
    """The file, or the files of the folder in natural order (page2 before page10).

    limit: largest file in bytes, unpacked if it is one of gzip. PortalUnreachable names a file that
    cannot be read, UnexpectedAnswer one that is packed otherwise.
    """
    files = _files(path)
    for number, file in enumerate(files, 1):
        name = _shown(file.name)
        yield Page(number, name, _read(file, limit), datetime.now(UTC), local=True)


def _shown(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 cannot be stored or printed."""
    return os.fsencode(name).decode("utf-8", "replace")


def _files(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        found = [file for file in path.iterdir() if file.is_file() and file.name[0] != "."]
    except OSError as error:
        raise _unreadable(path, error) from error
    if not found:
        raise PortalUnreachable("file.empty_folder", file=_shown(str(path)))
    return sorted(found, key=_natural)


def _natural(file: Path) -> list[tuple[int, int, str]]:
    parts = re.split(r"(\d+)", file.name)
    return [(0, int(p), "") if p.isdecimal() else (1, 0, p.casefold()) for p in parts]


def _read(file: Path, limit: int) -> bytes:
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe or device may never end
            raise PortalUnreachable("file.not_a_file", file=_shown(str(file)))
        if found.st_size > limit:
            size = found.st_size
            raise PortalUnreachable(
                "file.too_large", file=_shown(str(file)), size=size, limit=limit
            )
        body = _unpacked(file, limit) if _is_gzip(file) else file.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from error
    refuse_packed(body, _shown(str(file)))
    return body


def _is_gzip(file: Path) -> bool:
    """Whether the file begins as gzip does. OSError."""
    with file.open("rb") as opened:
        return opened.read(len(GZIP)) == GZIP


def _unpacked(file: Path, limit: int) -> bytes:
    """The content of a gzip file."""
    name = _shown(str(file))
    decoder, whole, size = Decoder("", name), BytesIO(), 0
    try:
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                for part in decoder.feed(chunk):
                    size += len(part)
                    whole.write(part)
                    if size > limit:
                        raise PortalUnreachable("file.unfolds", file=name, limit=limit)
        whole.write(decoder.finish())
        return whole.getvalue()
    except UnexpectedAnswer as error:
        raise PortalUnreachable("file.damaged", file=name) from error


def _unreadable(path: Path, error: OSError | ValueError) -> PortalUnreachable:
    reasons: dict[type[Exception], str] = {
        FileNotFoundError: "file.missing",
        PermissionError: "file.forbidden",
        NotADirectoryError: "file.missing",
    }
    code = reasons.get(type(error), "file.unreadable")
    problem = getattr(error, "strerror", None) or str(error)
    return PortalUnreachable(code, file=_shown(str(path)), problem=problem)
