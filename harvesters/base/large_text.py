# SPDX-License-Identifier: EUPL-1.2
"""The bytes of a large page as UTF-8, looked at and changed piece by piece."""

import codecs
from collections.abc import Callable, Iterator
from dataclasses import replace

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Page, Repair
from harvesters.base.text import declared, decode, is_plain_utf8

STEP = 1_000_000
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def as_utf8(page: Page) -> tuple[bytes, tuple[Repair, ...]]:
    """The page as valid UTF-8 without byte order mark, with line feeds only."""
    body = page.body.removeprefix(codecs.BOM_UTF8)
    if is_valid(body) and b"\0" not in body[:4]:
        if b"\r" in body:
            body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if not body.strip():
            raise UnexpectedAnswer("answer.empty", page=page.name)
        return body if is_plain_utf8(page) else _without_declaration(body), ()
    return _decoded(page)


def _decoded(page: Page) -> tuple[bytes, tuple[Repair, ...]]:
    """The page made UTF-8; of faults of one kind the first is told."""
    found = bytearray()
    repairs: dict[str, Repair] = {}
    wide = _wide(page.body)
    for text, told in _widened(page, wide) if wide else _lines(page):
        text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
        found += text.encode("utf-8", "replace")
        for repair in told:
            repairs.setdefault(repair.code, repair)
    if not found.strip():
        raise UnexpectedAnswer("answer.empty", page=page.name)
    return _without_declaration(bytes(found)), tuple(repairs.values())


def _wide(body: bytes) -> str:
    """UTF-16 or UTF-32 by the mark or by the zero bytes around the first character; else empty."""
    known = next((name for mark, name in _MARKS if body.startswith(mark)), "")
    if known or len(body) < 2:
        return known
    if body[1] == 0 and body[0] != 0:
        return "utf-16-le"
    return "utf-16-be" if body[0] == 0 and body[1] != 0 else ""


def _widened(page: Page, encoding: str) -> Iterator[tuple[str, tuple[Repair, ...]]]:
    take = codecs.getincrementaldecoder(encoding)("replace")
    body, told = page.body, False
    for at in range(0, len(body), STEP):
        text = take.decode(body[at : at + STEP], at + STEP >= len(body))
        where = f"page {page.number}, byte {at}"
        repair = Repair("encoding.repaired", encoding, where, page.name)
        has_fault = "\ufffd" in text and not told
        told = told or has_fault
        yield text, (repair,) if has_fault else ()


def _lines(page: Page) -> Iterator[tuple[str, tuple[Repair, ...]]]:
    """Some lines at a time, in the encoding that the start of the page declares."""
    body, at = page.body, 0
    charset = declared(page) or page.charset
    while at < len(body):
        end = body.find(b"\n", at + STEP, at + 4 * STEP) + 1 or min(len(body), at + 4 * STEP)
        piece = body[at:end]
        if piece.strip():
            yield decode(replace(page, body=piece, charset=charset))
        at = end


def _without_declaration(body: bytes) -> bytes:
    start = body[:1_000].lstrip()
    if not start.startswith(b"<?xml"):
        return body
    end = body.find(b"?>")
    return body[end + 2 :] if 0 <= end < 1_000 else body


def is_valid(body: bytes) -> bool:
    """Whether these bytes are UTF-8."""
    take: Callable[..., str] = codecs.getincrementaldecoder("utf-8")().decode
    try:
        for at in range(0, len(body), STEP):
            take(body[at : at + STEP], at + STEP >= len(body))
    except UnicodeDecodeError:
        return False
    return True
