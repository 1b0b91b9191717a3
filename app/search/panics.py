# SPDX-License-Identifier: EUPL-1.2
"""Where tantivy gives up over damaged files: its panic becomes an error that can be caught."""

from collections.abc import Iterator
from contextlib import contextmanager

PANIC = "PanicException"  # of Rust, no Exception, and nowhere to be imported from


class IndexDamaged(RuntimeError):
    """The files of the index do not hold what they should."""


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """Raises IndexDamaged in place of a panic; everything else passes."""
    try:
        yield
    except BaseException as problem:
        if type(problem).__name__ == PANIC:
            raise IndexDamaged(str(problem)[:200]) from None
        raise
