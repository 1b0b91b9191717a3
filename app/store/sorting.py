# SPDX-License-Identifier: EUPL-1.2
"""A form of titles that sorts and matches alike on every database: Ä stands beside A."""

from unicodedata import combining, normalize

LONGEST = 300  # characters; an index row of PostgreSQL holds 2,700 bytes


def fold(text: str) -> str:
    """Lower case without accents, ß as ss (DIN 5007-1)."""
    if text.isascii():
        return text.lower()
    apart = normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not combining(letter))


def sort_key(title: str | None) -> str:
    """The folded title, cut to what can be indexed."""
    return fold(title)[:LONGEST] if title else ""
