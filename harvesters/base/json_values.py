# SPDX-License-Identifier: EUPL-1.2
"""One value in a text of JSON: read through a window, mended where that is clear, or refused."""

import json
from typing import Any

from harvesters.base.mend_value import Mends, decode_mended

Json = dict[str, Any]
MENDS, _MOST_MENDS = "mended", 1_000
_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda _: None)
# Of one value, which takes twenty times its text while it is read and understood.
_WINDOWS, _MOST_VALUES = (65_536, 1_000_000, 3_000_000, 8_000_000), 500_000


class Packed(str):
    """A text whose characters are the bytes of its UTF-8: 50 MB of it take 50 MB of memory."""

    __slots__ = ()


class Unreadable(Exception):
    """The text cannot be read from ``at`` on; it fails at ``position``. reason: if it is known."""

    def __init__(self, at: int, position: int, reason: str = "") -> None:
        super().__init__(at)
        self.at = at
        self.position = position
        self.reason = reason


def decode(text: str, at: int, about: Json | None = None) -> tuple[Any, int]:
    """A value and where it ends. A window of the text is enough for most, and no value is larger.

    Values take ten times their text, so one is looked over before. about: told of what was mended.
    """
    for window in _WINDOWS:
        piece = text[at : at + window]
        if window > _WINDOWS[1] and sum(map(piece.count, ",[{")) > _MOST_VALUES:
            raise Unreadable(at, at, "item.too_much")
        try:
            return _decoded(piece, at, isinstance(text, Packed), about)
        except json.JSONDecodeError as error:
            is_inside = error.pos < window - 100 and "Unterminated" not in error.msg
            if is_inside or len(piece) < window:
                raise Unreadable(at, at + error.pos) from None
        except (ValueError, RecursionError, StopIteration):
            raise Unreadable(at, at) from None
    raise Unreadable(at, at, "item.too_much")


def _decoded(piece: str, at: int, is_packed: bool, about: Json | None) -> tuple[Any, int]:
    said = unpacked(piece) if is_packed else piece
    try:
        value, end = _DECODER.raw_decode(said)
    except json.JSONDecodeError as error:
        try:
            if about is None:
                raise
            value, end, mends = decode_mended(_DECODER, said, error)
        except json.JSONDecodeError as left:
            if not is_packed:
                raise
            raise json.JSONDecodeError(left.msg, "", len(said[: left.pos].encode())) from None
        about[MENDS] = Mends([*_mends(about), *mends])
    return value, at + (len(said[:end].encode()) if is_packed else end)


def _mends(about: Json) -> Mends:
    noted = about.get(MENDS)  # a portal may say something of that name
    return noted if isinstance(noted, Mends) and len(noted) < _MOST_MENDS else Mends()


def unpacked(piece: str) -> str:
    """Characters of a piece of a packed text; half a character at its ends is left out."""
    return piece.encode("latin-1").decode("utf-8", "ignore")
