# SPDX-License-Identifier: EUPL-1.2
"""What the memory allocator is told before a run, whose pages come and go by the hundred."""

import ctypes
import sys
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # mallopt(3)
_LARGE = 65_536
_SPARE = 262_144


def give_back_now() -> None:
    """What was freed and lies between what is in use goes back to the system, too (glibc)."""
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).malloc_trim(ctypes.c_size_t(0))


def give_back_early() -> None:
    """Large blocks go back to the system when they are freed (glibc; nothing happens elsewhere).

    Left alone, glibc raises its thresholds with every large block that is freed, until pages lie
    among small blocks and leave holes: 20 MB and more in a process that reads pages.
    """
    if sys.platform != "linux":
        return
    with suppress(AttributeError, OSError):  # another C library
        tell = ctypes.CDLL(None).mallopt
        tell(_MMAP_THRESHOLD, _LARGE)
        tell(_TRIM_THRESHOLD, _SPARE)
