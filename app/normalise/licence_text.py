# SPDX-License-Identifier: EUPL-1.2
"""What portals do to licence texts: wrong encodings, entities, markup, links, JSON snippets."""

import json
import re
from html import unescape
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

_ALIEN = re.compile(r"[\x80-\u02ff\u2010-\u203a\u20ac\u2122]{2,}")
_DOUBLED = re.compile(r"[\u00c2-\u00f4][\x80-\xbf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]")
_TAG = re.compile(r"<(?!https?:)/?[a-zA-Z][^<>]*>")
_HREF = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)[^<>]*>""", re.IGNORECASE)
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
_ESCAPED_ADDRESS = re.compile(r"\s*https?%(?:25)*3A", re.IGNORECASE)
# Characters that nobody sees: soft hyphen, blanks of no width, joiners, byte order mark.
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_MOST_LAYERS = 3  # of encoding, one on the other
_LINK = re.compile(
    r"(?:https?://|www[.])(?:(?!https?://)[^\s<>\"'|])+"
    r"|(?<![\w@./-])(?:[a-z0-9-]+[.])+(?:de|org|eu|com|no|it|fr|uk|ch|at|net)/[^\s<>\"'|]*",
    re.IGNORECASE,
)
# Names under which portals put a licence into JSON; quelle (the credit line) is no licence.
_KEYS = re.compile(r"(?:licen[cs]e_?|lizenz_?)?(?:id|code|name|title|titel|url|uri|label)")
_WHOLE_KEYS = frozenset({"license", "licence", "lizenz", "text", "value"})
_CUT_JSON = re.compile(r'"(\w+)"\s*:\s*"((?:[^"\\]|\\.)*)"')


def mend(text: str) -> str:
    """The text as it was meant: NFKC, entities resolved, UTF-8 read as Latin-1 or cp1252 mended."""
    if "&" in text:
        text = unescape(unescape(text))
    if not text.isascii():
        for _ in range(2):
            if not _DOUBLED.search(text):
                break
            text = _ALIEN.sub(_mend_run, text)
        text = normalize("NFKC", text).translate(_INVISIBLE).strip()
    for _ in range(_MOST_LAYERS):
        if not _ESCAPED_ADDRESS.match(text):
            break
        text = unquote(text)
    return text


def _mend_run(found: re.Match[str]) -> str:
    run = found.group()
    try:
        return b"".join(map(_byte_of, run)).decode("utf-8")
    except UnicodeError:
        return run


def _byte_of(sign: str) -> bytes:
    """The byte that was read as this sign: as cp1252, or as Latin-1 where cp1252 has no sign."""
    return bytes([ord(sign)]) if "\x80" <= sign <= "\x9f" else sign.encode("cp1252")


def is_blank(text: str) -> bool:
    """Whether nothing is left of a text without its markup: ``<p><br></p>``, ``&nbsp;``."""
    return not _TAG.sub("", unescape(text)).strip()


def unescape_percent(text: str) -> str:
    """Percent-encoding of a name resolved (``CC%20BY%204.0``), also where it was doubled."""
    for _ in range(_MOST_LAYERS):
        if not _ESCAPED.search(text):
            break
        text = unquote(text)
    return text


def split_links(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without markup and addresses, and the addresses in their order."""
    if "." not in text:
        return text, ()
    links = [] if "<" not in text else _HREF.findall(text)
    plain = _TAG.sub(" ", text) if "<" in text else text
    links += [found.rstrip(".,;:!)]}") for found in _LINK.findall(plain)]
    return _LINK.sub(" ", plain), tuple(dict.fromkeys(links))


def json_values(text: str) -> tuple[str, ...] | None:
    """What a JSON snippet says about a licence; None if it is none. () where it says nothing.

    GDI-DE writes {"id","name","url","quelle"} into otherConstraints of ISO 19139; portals cut or
    escape it.
    """
    start = text.lstrip()[:1]
    if start not in ("{", "["):
        return None
    try:
        return tuple(_values(json.loads(text), 0))
    except (ValueError, RecursionError):
        pairs = _CUT_JSON.findall(text.replace('\\"', '"'))
        found = tuple(value for key, value in pairs if _is_licence_key(key))
        return found or None


def _values(value: Any, depth: int) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list) and depth < 4:
        return [text for entry in value for text in _values(entry, depth + 1)]
    if isinstance(value, dict) and depth < 4:
        named = [entry for key, entry in value.items() if _is_licence_key(str(key))]
        return [text for entry in named for text in _values(entry, depth + 1)]
    return []


def _is_licence_key(key: str) -> bool:
    folded = key.lower()
    return folded in _WHOLE_KEYS or _KEYS.fullmatch(folded) is not None
