# SPDX-License-Identifier: EUPL-1.2
"""What portals say becomes harmless in a credit line: clean texts, http(s) links, escapes."""

import re
import unicodedata
from html import escape
from urllib.parse import quote, urlsplit

LONGEST = 1_000
# Characters that turn the reading direction of what follows: a title could rewrite the line.
_DIRECTIONS = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$@^=]|^[-.]|(?<=^\d)[.)]|(?<=\d)[.)](?=\s))")
# What may not stand in an IRI (RFC 3987); letters of any script may.
_NO_IRI = re.compile(r'[\s"<>\\^`{|}]')


def clean(text: str | None) -> str:
    """One line in NFC without control characters, at most LONGEST characters; "" for None."""
    if not text:
        return ""
    line = text[: LONGEST * 4].translate(_DIRECTIONS)
    line = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in line)
    line = unicodedata.normalize("NFC", " ".join(line.split()))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def link(text: str | None) -> str:
    """The address if it is http or https and has a host, what may not stand in it encoded; else "".

    An address that is too long to be shown is none.
    """
    given = (text or "").strip()
    if not given.lower().startswith(("http://", "https://")) or len(given) > 2 * LONGEST:
        return ""
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in given):
        return ""
    try:
        host = urlsplit(given).hostname
    except ValueError:
        return ""
    return _NO_IRI.sub(lambda char: quote(char[0], safe=""), given) if host else ""


def markdown(text: str) -> str:
    """The text as Markdown shows it literally: what has a meaning there is escaped."""
    return _MARKDOWN.sub(r"\\\1", text)


def html(text: str) -> str:
    """The text for HTML, in elements and in attributes."""
    return escape(text, quote=True)


def markdown_url(url: str) -> str:
    """The address inside ``<…>`` of a Markdown link (CommonMark 0.31, section 6.3)."""
    return f"<{url.translate({ord(char): quote(char, safe='') for char in '<>()[]`*_|'})}>"
