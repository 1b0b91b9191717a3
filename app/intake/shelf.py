# SPDX-License-Identifier: EUPL-1.2
"""Where the second reader lays down what it read: a pipe holds less than a page says.

So it goes on with the next page while the run is still at one of its own.
"""

import os
import pickle
from typing import Any

PLACES = 3
_SIZE = 1 << 28  # of a place; the file has holes, so only what is in it takes room


def put(file: int, number: int, answer: object) -> int:
    """Lays the n-th answer down in place of the one so many before; its length. OSError.

    file: descriptor of an unnamed file that only the two processes of a run have.
    """
    data = memoryview(pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL))
    if len(data) > _SIZE:
        raise OSError("an answer that has no place")
    written = 0
    while written < len(data):
        written += os.pwrite(file, data[written:], _start(number) + written)
    return written


def take(file: int, number: int, length: int) -> Any:
    """The n-th answer. OSError, EOFError."""
    parts, taken = [], 0
    while taken < length:
        part = os.pread(file, length - taken, _start(number) + taken)
        if not part:
            raise EOFError
        parts.append(part)
        taken += len(part)
    return pickle.loads(parts[0] if len(parts) == 1 else b"".join(parts))  # noqa: S301 - our own


def _start(number: int) -> int:
    return number % PLACES * _SIZE
