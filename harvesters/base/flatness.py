# SPDX-License-Identifier: EUPL-1.2
"""Shows of most XML pages at a glance that their elements do not nest deeply.

Only a clear yes counts: whoever is told no has to look closely (harvesters.base.nesting).
"""

import re

import numpy as np
from numpy.typing import NDArray

_LARGEST = 8_000_000  # what is looked at is held several times over
_STEP = 1 << 16  # small pieces need no room of their own from the system
_BANG, _SLASH, _OPEN, _CLOSE, _QUESTION = b"!/<>?"
_SLASH_IN_VALUE = re.compile(rb"/>(?!\s*+(?:<|\Z))")


def is_flat(text: bytes, limit: int) -> bool:
    """Whether no element of an XML text (UTF-8) surely has more than ``limit`` around it.

    Sure where nothing is quoted (a declaration at the start quotes nothing), and start tags
    outnumber end tags by so few at all times.
    """
    if not 1 < len(text) <= _LARGEST or text[-1] == _OPEN or _SLASH_IN_VALUE.search(text):
        return False
    signs = np.frombuffer(text, np.uint8)
    at = np.concatenate([_brackets(signs, start) for start in range(0, len(text), _STEP)])
    before, behind = signs[at - 1], signs[np.minimum(at + 1, len(text) - 1)]
    opens = signs[at] == _OPEN
    if (opens & (at > 0) & ((behind == _BANG) | (behind == _QUESTION))).any():
        return False
    empty = ~opens & (at > 0) & (before == _SLASH) & (signs[at - 2] != _OPEN)
    depths = np.cumsum(opens.astype(np.int32) - 2 * (opens & (behind == _SLASH)) - empty)
    return not len(depths) or int(depths.max()) - min(int(depths.min()), 0) <= limit


def _brackets(signs: NDArray[np.uint8], start: int) -> NDArray[np.int64]:
    """Where ``<`` and ``>`` stand in one piece."""
    piece = signs[start : start + _STEP]
    return np.flatnonzero((piece == _OPEN) | (piece == _CLOSE)) + start
