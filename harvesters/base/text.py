# SPDX-License-Identifier: EUPL-1.2
"""Bytes of a portal become text: encodings declared, not declared, or declared wrongly."""

import codecs
import re

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Page, Repair

# UTF-32 before UTF-16: the little-endian mark of the first begins with that of the second.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# ISO 8859-1 is read as its superset Windows-1252, as browsers do (WHATWG Encoding, 4.2): portals
# that declare Latin-1 send typographic quotes and the euro sign of Windows.
_SUPERSET = {"iso8859-1": "cp1252", "ascii": "utf-8"}


def decode(page: Page) -> tuple[str, tuple[Repair, ...]]:
    """The page's text without byte order mark, and what had to be repaired to get it.

    Order: byte order mark; UTF-8 when the bytes are valid UTF-8 (other text hardly ever is, so this
    beats a wrong declaration); what XML or HTTP declare; Windows-1252. UnexpectedAnswer when empty.
    """
    if not page.body.strip():
        raise UnexpectedAnswer("answer.empty", page=page.name)
    for mark, encoding in _MARKS:
        if page.body.startswith(mark):
            return page.body[len(mark) :].decode(encoding, "replace"), ()
    unmarked = _utf16_without_mark(page.body)
    if unmarked:
        return page.body.decode(unmarked, "replace"), ()
    try:
        return page.body.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_legacy(page, error.start)


def _utf16_without_mark(body: bytes) -> str | None:
    """UTF-16 shows itself by the zero bytes around the first ``<``, ``{`` or ``@``."""
    if len(body) > 1 and body[1] == 0 and body[0] != 0:
        return "utf-16-le"
    return "utf-16-be" if len(body) > 1 and body[0] == 0 and body[1] != 0 else None


def _decode_legacy(page: Page, offset: int) -> tuple[str, tuple[Repair, ...]]:
    declared = _declared(page)
    where = f"page {page.number}, byte {offset}"
    if declared and declared != "utf-8":
        return page.body.decode(declared, "replace"), ()
    sample = page.body[max(0, offset - 20) : offset + 20].decode("cp1252", "replace")
    text = _mixed(page.body)
    return text, (Repair("encoding.repaired", sample, where, page.name),)


def _declared(page: Page) -> str | None:
    match = _XML_ENCODING.match(page.body)
    name = match.group(1).decode("ascii") if match else page.charset
    if not name:
        return None
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    return _SUPERSET.get(codec.name, codec.name)


def _mixed(body: bytes) -> str:
    """UTF-8 with single lines in Windows-1252, as aggregating portals produce it: line by line."""
    lines = []
    for line in body.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
    return "\n".join(lines)


def is_plain_utf8(page: Page) -> bool:
    """Whether valid UTF-8 can be parsed as it is: declared so or not at all, line feeds only."""
    body = page.body
    declared = _XML_ENCODING.match(body)
    if declared and declared.group(1).lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        return False
    return b"\r" not in body and not body.startswith(codecs.BOM_UTF8) and body[:1] != b"\x00"


def without_declaration(text: str) -> str:
    """XML text without its declaration, whose encoding no longer holds once it is text."""
    return _XML_DECLARATION.sub("", text, count=1)


def shorten(value: str, limit: int = 500) -> str:
    """At most ``limit`` characters of what a portal said, for reports."""
    return value if len(value) <= limit else value[: limit - 1] + "…"
