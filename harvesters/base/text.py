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
_ESCAPED_BYTES = range(0xDC80, 0xDD00)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# ISO 8859-1 is read as its superset Windows-1252, as browsers do (WHATWG Encoding, 4.2): portals
# that declare Latin-1 send typographic quotes and the euro sign of Windows.
_SUPERSET = {"iso8859-1": "cp1252", "ascii": "utf-8", "utf-8-sig": "utf-8"}
# Character sets of one byte a character with ASCII below; other codecs of Python (base64, idna,
# unicode_escape) are no encodings of text, and UTF-16 and UTF-32 show themselves by zero bytes.
_SINGLE_BYTE = re.compile(r"iso8859-\d+|cp(?:437|85\d|86\d|125\d)|mac-\w+|koi8-\w")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_STEP = 1_000


def decode(page: Page) -> tuple[str, tuple[Repair, ...]]:
    """The page's text without byte order mark, and what had to be repaired to get it.

    Order: byte order mark; UTF-8 when the bytes are valid UTF-8 (other text hardly ever is, so this
    beats a wrong declaration); what XML or HTTP declare; Windows-1252. UnexpectedAnswer when empty.
    """
    text, repairs = _decode(page)
    text = text.lstrip("\ufeff")
    if not text or text.isspace():  # strip() would copy the page
        raise UnexpectedAnswer("answer.empty", page=page.name)
    return text, repairs


def _decode(page: Page) -> tuple[str, tuple[Repair, ...]]:
    body = page.body
    for mark, encoding in _MARKS[1:]:
        if body.startswith(mark):
            return _wide(page, body[len(mark) :], encoding)
    unmarked = _utf16_without_mark(body)
    if unmarked:
        return _wide(page, body, unmarked)
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_legacy(page, error.start)


def _wide(page: Page, body: bytes, encoding: str) -> tuple[str, tuple[Repair, ...]]:
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as error:
        text = body.decode(encoding, "replace")
        where = f"page {page.number}, byte {error.start}"
        return text, (Repair("encoding.repaired", encoding, where, page.name),)


def _utf16_without_mark(body: bytes) -> str | None:
    """UTF-16 shows itself by the zero bytes around the first ``<``, ``{`` or ``@``."""
    if len(body) > 1 and body[1] == 0 and body[0] != 0:
        return "utf-16-le"
    return "utf-16-be" if len(body) > 1 and body[0] == 0 and body[1] != 0 else None


def _decode_legacy(page: Page, offset: int) -> tuple[str, tuple[Repair, ...]]:
    named = declared(page)
    text, has_utf8 = _mixed(page.body, named or "cp1252")
    if named and not has_utf8:
        return text, ()
    where = f"page {page.number}, byte {offset}"
    sample = page.body[max(0, offset - 20) : offset + 20].decode("cp1252", "replace")
    return text, (Repair("encoding.repaired", shorten(sample), where, page.name),)


def declared(page: Page) -> str | None:
    """The single-byte character set that XML or HTTP name; None where they name none we take."""
    match = _XML_ENCODING.match(page.body)
    name = match.group(1).decode("ascii") if match else page.charset
    try:
        codec = codecs.lookup(name or "utf-8")
    except (LookupError, ValueError):
        return None
    known = _SUPERSET.get(codec.name, codec.name)
    return known if _SINGLE_BYTE.fullmatch(known) else None


def _mixed(body: bytes, legacy: str) -> tuple[str, bool]:
    """Text whose lines are UTF-8 or legacy, as aggregating portals mix them; and whether both are.

    A line that is both (a page of one line, a character cut at the end) is what most of it is.
    """
    lines: list[str] = []
    has_utf8 = False
    for line in body.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
            has_utf8 = has_utf8 or not line.isascii()
        except UnicodeDecodeError:
            text, is_utf8 = _one_line(line, legacy)
            lines.append(text)
            has_utf8 = has_utf8 or is_utf8
    return "\n".join(lines), has_utf8


def _one_line(line: bytes, legacy: str) -> tuple[str, bool]:
    parts = line.decode("utf-8", "surrogateescape")
    alien = sum("\udc80" <= char <= "\udcff" for char in parts)
    if sum(char > "\x7f" for char in parts) - alien <= alien:
        return line.decode(legacy, "replace"), False
    single = {code: bytes([code - 0xDC00]).decode(legacy, "replace") for code in _ESCAPED_BYTES}
    return parts.translate(single), True


def is_plain_utf8(page: Page) -> bool:
    """Whether valid UTF-8 can be parsed as it is: declared so or not at all, line feeds only."""
    body = page.body
    declared = _XML_ENCODING.match(body)
    if declared and declared.group(1).lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        return False
    return b"\r" not in body and not body.startswith(codecs.BOM_UTF8) and body[:1] != b"\x00"


def without_declaration(text: str) -> str:
    """XML text without its declaration, whose encoding no longer holds once it is text."""
    match = _XML_DECLARATION.match(text)
    return text[match.end() :] if match else text


def shorten(value: str, limit: int = 500) -> str:
    """At most ``limit`` characters of what a portal said, for reports; control characters shown.

    Reports are stored and printed: PostgreSQL takes no NUL, a terminal obeys an escape.
    """
    cut = value if len(value) <= limit else value[: limit - 1] + "…"
    return _CONTROL.sub("\ufffd", cut)


def beginning(text: str) -> str:
    """What a text begins with behind blanks; ``lstrip`` would copy all of a large one."""
    at = 0
    while at < len(text) and text[at : at + _STEP].isspace():
        at += _STEP
    return text[at : at + 2 * _STEP].lstrip()
