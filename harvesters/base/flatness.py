# SPDX-License-Identifier: EUPL-1.2
"""Shows of most pages at a glance that their elements or objects do not nest deeply.

Only a clear yes counts: whoever is told no has to look closely (harvesters.base.nesting).
"""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_LARGEST = 8_000_000  # what is looked at is held several times over
_STEP = 1 << 16  # small pieces need no room of their own from the system
_MOST_SIGNS = 1_000_000
_LONGEST_TAG = 4_000  # a thousand attributes take more
_FEW = 1_000
_BANG, _SLASH, _OPEN, _CLOSE, _QUESTION = b"!/<>?"
_QUOTE, _APOSTROPHE, _BACKSLASH = b"\"'\\"
_TAG = re.compile(rb"""<[^"'<>]*+(?:(?:"[^"<>]*+"|'[^'<>]*+')[^"'<>]*+)*+>""")
_RUN = 64
_Places = NDArray[np.int64]


def is_flat(text: bytes, limit: int) -> bool:
    """Whether no element of an XML text (UTF-8) surely has more than ``limit`` around it.

    Nor more than a thousand attributes. Sure where nothing is quoted (a declaration at the start
    quotes nothing) and no value of an attribute has a bracket in it.
    """
    if not 1 < len(text) <= _LARGEST:
        return False
    signs = np.frombuffer(text, np.uint8)
    at = _found(signs, (_OPEN, _CLOSE, _QUOTE))
    if len(at) > _MOST_SIGNS:
        return False
    kinds = signs[at]
    first, last = np.flatnonzero(kinds == _OPEN), np.flatnonzero(kinds == _CLOSE)
    if len(first) != len(last):
        return False
    if not len(first):
        return True
    starts, ends = at[first], at[last]
    if not _are_tags(first, last) or not _are_short(starts, ends):
        return False
    behind, before = signs[starts + 1], signs[ends - 1]
    if (behind == _BANG).any() or (behind[starts > 0] == _QUESTION).any():
        return False
    closing = behind == _SLASH
    alone = (before == _SLASH) & ~closing
    return _is_shallow(1 - 2 * closing - alone, limit) and _hold(text, signs, starts, ends)


def _are_tags(first: _Places, last: _Places) -> bool:
    """Whether brackets open and close in turn, with whole pairs of quotes between them."""
    in_turn = (first < last).all() and (last[:-1] < first[1:]).all()
    return bool(in_turn) and not ((last - first) % 2 == 0).any()


def _are_short(starts: _Places, ends: _Places) -> bool:
    return int((ends - starts).max()) < _LONGEST_TAG


def _hold(text: bytes, signs: NDArray[np.uint8], starts: _Places, ends: _Places) -> bool:
    """Whether tags with an apostrophe are tags all the same; texts are full of them."""
    apart = _found(signs, (_APOSTROPHE,))
    if len(apart) > _MOST_SIGNS:
        return False
    of = np.searchsorted(starts, apart, "right") - 1
    inside = np.unique(of[(of >= 0) & (apart < ends[of])])
    if len(inside) > _FEW:
        return False
    return all(_TAG.fullmatch(text, starts[each], ends[each] + 1) for each in inside)


def is_flat_json(text: bytes, limit: int) -> bool:
    """Whether no object or list of a JSON text (UTF-8) surely has more than ``limit`` around it."""
    if not 1 < len(text) <= _LARGEST:
        return False
    signs = np.frombuffer(text, np.uint8)
    at = _found(signs, b'{}[]"')
    if len(at) > _MOST_SIGNS:
        return False
    kinds = signs[at]
    quotes = kinds == _QUOTE
    escaped = np.flatnonzero(quotes & (at > 0) & (signs[at - 1] == _BACKSLASH))
    if len(escaped) > _FEW * 50:
        return False
    for each in escaped:
        run = text[max(0, at[each] - _RUN) : at[each]]
        length = len(run) - len(run.rstrip(b"\\"))
        if length == _RUN:
            return False
        quotes[each] = not length % 2
    outside = ~quotes & (kinds != _QUOTE) & (np.cumsum(quotes) % 2 == 0)
    opens = (kinds == ord("{")) | (kinds == ord("["))
    return _is_shallow(np.where(opens, 1, -1) * outside, limit)


def _is_shallow(steps: NDArray[np.int64], limit: int) -> bool:
    """Whether the ways down and up never get further than so far from their lowest point."""
    depths = np.cumsum(steps)
    return not len(depths) or int(depths.max()) - min(int(depths.min()), 0) <= limit


def _found(signs: NDArray[np.uint8], wanted: Iterable[int]) -> _Places:
    """Where one of the wanted signs stands; of very many not all."""
    pieces: list[_Places] = []
    for start in range(0, len(signs), _STEP):
        if sum(map(len, pieces)) > _MOST_SIGNS:
            break
        piece = signs[start : start + _STEP]
        hits = np.zeros(len(piece), np.bool_)
        for sign in wanted:
            hits |= piece == sign
        pieces.append(np.flatnonzero(hits) + start)
    return np.concatenate(pieces)
