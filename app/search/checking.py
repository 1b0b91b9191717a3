# SPDX-License-Identifier: EUPL-1.2
"""Whether the files of an index hold what was written: before native code trusts their offsets."""

import json
import zlib
from pathlib import Path

# tantivy ends each file of a segment with: JSON that names the CRC-32 of all before it, the length
# of that JSON and this number, both little-endian and of four bytes.
MAGIC = 1337
TAIL = 8
PIECE = 1 << 20
LONGEST_FOOTER = 1 << 14
SEGMENT_FILES = frozenset({".fast", ".fieldnorm", ".idx", ".pos", ".store", ".term", ".del"})

_INTACT: dict[Path, tuple[int, int]] = {}


def check(inner: Path) -> None:
    """Raises ValueError at the first file whose bytes are not those that were written.

    A file is written once and never changed, so each is read once in a process.
    """
    here = [file for file in inner.iterdir() if file.suffix in SEGMENT_FILES]
    for file in here:
        state = file.stat()
        stamp = (state.st_mtime_ns, state.st_size)
        if _INTACT.get(file) != stamp:
            _check(file, state.st_size)
            _INTACT[file] = stamp
    for known in [file for file in _INTACT if not file.exists()]:
        _INTACT.pop(known, None)


def _check(file: Path, size: int) -> None:
    with file.open("rb") as held:
        held.seek(max(0, size - LONGEST_FOOTER))
        length, wanted = _footer(held.read(), file)
        held.seek(0)
        found, left = 0, size - length
        while left > 0 and (piece := held.read(min(PIECE, left))):
            found = zlib.crc32(piece, found)
            left -= len(piece)
    if left or found != wanted:
        raise ValueError(f"{file.suffix} is damaged")


def _footer(end: bytes, file: Path) -> tuple[int, int]:
    """How many bytes the footer takes, and the CRC-32 it names."""
    length = int.from_bytes(end[-TAIL:-4], "little")
    if int.from_bytes(end[-4:], "little") != MAGIC or length > len(end) - TAIL:
        raise ValueError(f"{file.suffix} has no end")
    said = json.loads(end[-TAIL - length : -TAIL])
    return length + TAIL, int(said["crc"])
