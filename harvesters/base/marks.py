# SPDX-License-Identifier: EUPL-1.2
"""Refuses texts that are one long run of combining marks: to put them in order takes hours."""

import re

from harvesters.base.errors import MalformedRecord

# UAX 15, 12.1: no text of any language has more than 30 in a row.
_MOST = 1_000
_MARK = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed"
    "\u0730-\u074a\u0eb8-\u0ecd\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a"
    "\ua66f-\ua67d\ufe20-\ufe2f]"
)
_RUN = re.compile(f"{_MARK.pattern}{{{_MOST}}}")


def refuse_marks(*texts: str) -> None:
    """MalformedRecord where a text has a thousand combining marks in a row."""
    if any(not text.isascii() and _has_run(text) for text in texts):
        raise MalformedRecord("item.too_much", value="")


def _has_run(text: str) -> bool:
    """A run of so many covers one of the places looked at first, which are few."""
    return bool(_MARK.search(text[::_MOST]) and _RUN.search(text))
