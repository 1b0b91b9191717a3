# SPDX-License-Identifier: EUPL-1.2
"""German words made comparable: lower case, umlauts written out, dashes and quotes unified."""

from unicodedata import combining, normalize

_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"}
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("’‘`´", "'")
    | dict.fromkeys("„“”«»", '"')
)
# Most texts hold no others: replacing a sign takes a tenth of the time of looking at each.
_FREQUENT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("–", "-"), ("`", "'"))


def flatten(text: str) -> str:
    """``Straßenbäume – Köln`` and ``STRASSENBAEUME - Koeln`` become the same."""
    flat = normalize("NFC", text).casefold()
    for letter, spelt in _FREQUENT:
        flat = flat.replace(letter, spelt)
    if not flat.isascii():
        flat = normalize("NFKD", flat.translate(_SPELLED))
        flat = "".join(char for char in flat if not combining(char))
    return " ".join(flat.split())
