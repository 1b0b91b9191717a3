# SPDX-License-Identifier: EUPL-1.2
"""German words made comparable: lower case, umlauts written out, dashes and quotes unified."""

import re
from unicodedata import combining, normalize

_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"}
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("’‘`´", "'")
    | dict.fromkeys("„“”«»", '"')
)
_BLANKS = re.compile(r"\s+")


def flatten(text: str) -> str:
    """``Straßenbäume – Köln`` and ``STRASSENBAEUME - Koeln`` become the same."""
    flat = normalize("NFC", text).casefold().translate(_SPELLED)
    if not flat.isascii():
        flat = "".join(char for char in normalize("NFKD", flat) if not combining(char))
    return _BLANKS.sub(" ", flat).strip()
