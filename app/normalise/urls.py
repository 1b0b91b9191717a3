# SPDX-License-Identifier: EUPL-1.2
"""Addresses that are safe to show and to follow: http, https, ftp, mailto, nothing else."""

import re

from app.normalise.notes import Note, Noted, note

_WEB = re.compile(
    r"(?:https?|ftp)://(?:[^\s/?#@<>\"\\]+@)?(?:\[[0-9a-f:.]+\]|[^\s/?#@:<>\"\\\[\]{}|^`%]+)(?::\d{1,5})?"
    r"(?:[/?#].*)?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+", re.IGNORECASE)
_UNSAFE = {**dict.fromkeys(range(32), ""), 0x20: "%20", 0x22: "%22", 0x3C: "%3C", 0x3E: "%3E"}


def read_url(text: str) -> str | None:
    """The address with blanks and angle brackets encoded, or None when it is not an address."""
    url = text.strip()
    if not (_WEB.fullmatch(url) or _MAIL.fullmatch(url)):
        return None
    odd = " " in url or '"' in url or "<" in url or ">" in url
    return url.translate(_UNSAFE) if odd or not url.isprintable() else url


def first_url(values: tuple[str, ...], field: str) -> Noted[str | None]:
    """The first value that is an address; every value that is none gives a note."""
    if not values:
        return Noted(None)
    found: str | None = None
    notes: list[Note] = []
    for value in values:
        url = read_url(value)
        found = found or url
        if url is None and value.strip():
            notes.append(note("url.invalid", value, field=field))
    return Noted(found, tuple(notes))
