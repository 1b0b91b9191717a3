# SPDX-License-Identifier: EUPL-1.2
"""Tells of most pages that their bytes can be read as they stand, and in which syntax.

Only a clear yes counts: other pages become text first (harvesters.base.text).
"""

import re

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.mend_xml import is_closed
from harvesters.base.record import Page
from harvesters.base.signs import has
from harvesters.base.sniff import Syntax, sniff_start
from harvesters.base.text import is_plain_utf8

_BANG = re.compile(rb"!(?<=<!)")
_STEP = 1 << 16  # small pieces need no room of their own from the system
_START, _TAIL = 100_000, 8_192
_LONGEST = 4  # bytes of a character


def plain_syntax(page: Page) -> Syntax | None:
    """The syntax of a page in UTF-8 that is whole and quotes nothing; None if in doubt."""
    body = page.body
    if not is_plain_utf8(page) or b"\0" in body[:2] or not _is_utf8(body):
        return None
    start = body[:_START].decode("utf-8", "ignore")
    try:
        syntax = sniff_start(start, page.name)
    except UnexpectedAnswer:
        return None
    if syntax == "rdfxml" and (_has_bang(body) or not _ends(body, start)):
        return None
    return syntax


def _is_utf8(body: bytes) -> bool:
    """Whether it is, found out in pieces: a page is not copied for that."""
    if body.isascii():
        return True
    at = 0
    while at < len(body):
        piece = body[at : at + _STEP]
        at += len(piece)
        try:
            piece.decode()
        except UnicodeDecodeError as error:
            left = len(piece) - error.start
            if left >= _LONGEST or left == _STEP or at == len(body):
                return False
            at -= left
    return True


def _has_bang(body: bytes) -> bool:
    """Whether there may be a comment, a quotation or a declaration of a document type."""
    return has(body, _BANG, b"!")


def _ends(body: bytes, start: str) -> bool:
    if len(body) <= _START:
        return is_closed(start)
    return is_closed(start + body[max(_START, len(body) - _TAIL) :].decode("utf-8", "ignore"))
