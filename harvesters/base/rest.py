# SPDX-License-Identifier: EUPL-1.2
"""Where the texts of a large page's datasets wait until their turn: on disk, not in memory (H9)."""

import os
import tempfile
from typing import IO, NamedTuple

from harvesters.base.record import Page

LARGE = 4_000_000  # bytes of a page whose datasets are laid down
_BUFFER = 262_144


class Shelf:
    """An unnamed file that is gone when nothing that lies in it is held any more."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(buffering=_BUFFER)  # noqa: SIM115
        self._end = 0
        self._is_written = True

    def lay(self, *texts: bytes) -> "Rest":
        """Lays texts down side by side."""
        self._file.write(b"".join(texts))
        self._is_written = False
        begin = self._end
        self._end += sum(map(len, texts))
        return Rest(self, begin, tuple(map(len, texts)))

    def read(self, at: int, length: int) -> bytes:
        """What lies there. OSError where the disk fails."""
        if not self._is_written:
            self._file.flush()
            self._is_written = True
        return os.pread(self._file.fileno(), length, at)

    def __del__(self) -> None:
        self._file.close()


def shelf_for(page: Page) -> Shelf | None:
    """A shelf where the page is large; what small ones say waits in memory."""
    return Shelf() if len(page.body) > LARGE else None


class Rest(NamedTuple):
    """Texts that lie on a shelf, from a place on. lengths: of each in bytes."""

    shelf: Shelf
    begin: int
    lengths: tuple[int, ...]

    def take(self) -> tuple[bytes, ...]:
        """The texts as they were laid down."""
        data = self.shelf.read(self.begin, sum(self.lengths))
        ends = [sum(self.lengths[:number]) for number in range(len(self.lengths) + 1)]
        return tuple(data[a:b] for a, b in zip(ends, ends[1:], strict=False))
