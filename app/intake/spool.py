# SPDX-License-Identifier: EUPL-1.2
"""Changes wait here between parsing and the swap, on disk once they are many.

So the transaction is short: a reader or another writer waits for the writing alone, never for the
portal or for parsing.
"""

import pickle
import tempfile
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_BATCH = 50
_IN_MEMORY = 8_000_000


class Spool(Generic[T]):
    """Changes in the order they came; a later one of the same identifier takes the earlier's place.

    The file is this process's own, unnamed and gone with it, so unpickling reads only what this
    or its second reader wrote.
    """

    def __init__(self, unpack: Callable[[bytes], T]) -> None:
        """unpack: makes a change of what was put in."""
        self._unpack = unpack
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._waiting: list[tuple[int, str, bytes]] = []
        self._latest: dict[str, int] = {}
        self._number = 0

    def put(self, identifier: str, parts: bytes) -> None:
        """Adds a change. parts: as ``reading`` packs it."""
        self._number += 1
        self._latest[identifier] = self._number
        self._waiting.append((self._number, identifier, parts))
        if len(self._waiting) >= _BATCH:
            self._flush()

    def discard(self, identifier: str) -> None:
        """Takes back the change of this identifier, if there is one."""
        self._latest.pop(identifier, None)

    def _flush(self) -> None:
        pickle.dump(self._waiting, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._waiting = []

    def identifiers(self) -> tuple[str, ...]:
        """Of the changes that are held."""
        return tuple(self._latest)

    def __len__(self) -> int:
        return len(self._latest)

    def __iter__(self) -> Iterator[T]:
        self._flush()
        self._file.seek(0)
        while True:
            try:
                batch = pickle.load(self._file)  # noqa: S301 - written by this very object
            except EOFError:
                return
            for number, identifier, parts in batch:
                if self._latest.get(identifier) == number:
                    yield self._unpack(parts)

    def close(self) -> None:
        """Frees the disk."""
        self._file.close()
