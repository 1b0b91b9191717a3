# SPDX-License-Identifier: EUPL-1.2
"""What a dataset can be recognised by in another portal."""

from typing import Literal, NamedTuple

MarkRule = Literal["identifier", "uri", "landing_page", "file", "title"]
STRONG: frozenset[str] = frozenset({"identifier", "uri"})
ORDER: tuple[MarkRule, ...] = ("identifier", "uri", "landing_page", "file", "title")
"""The rules, the surest first."""


class Mark(NamedTuple):
    """One thing that copies have in common.

    rule: what it was made from. key: 64 bits (signed) of the normalised value; the same key under
    two rules is the same value said in two places (a landing page that is the other's URI).
    """

    rule: MarkRule
    key: int
