# SPDX-License-Identifier: EUPL-1.2
"""A form of titles that sorts and matches alike on every database: Ä stands beside A."""

import re
from unicodedata import normalize

LONGEST = 300  # characters; an index row of PostgreSQL holds 2,700 bytes
UNTITLED = "\U0010fffd"  # the last character that text may hold
MARKS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Lower case without accents, ß as ss (DIN 5007-1)."""
    if text.isascii():
        return text.lower()
    return MARKS.sub("", normalize("NFKD", text.casefold()))


def sort_key(title: str | None) -> str:
    """The folded title, cut to what can be indexed; the untitled sort behind all titles."""
    return fold(title)[:LONGEST] if title else UNTITLED
