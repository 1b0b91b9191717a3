# SPDX-License-Identifier: EUPL-1.2
"""Statements as the store keeps them: zlib over UTF-8."""

import zlib

from app.store.columns import clean

LEVEL = 1  # twice as fast as 6; one sixth larger


def pack(text: str) -> bytes:
    """The text compressed."""
    return zlib.compress(clean(text).encode(), LEVEL)


def unpack(packed: bytes) -> str:
    """The text that was packed."""
    return zlib.decompress(packed).decode()
