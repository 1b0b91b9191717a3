# SPDX-License-Identifier: EUPL-1.2
"""Large pages of RDF: read as a stream onto disk, so that memory does not grow with them (H9).

What the parser refuses even leniently is not mended here: that needs the text many times over. A
page that stops midway is refused as a whole, and what the store holds stays.
"""

import codecs
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pyoxigraph as ox

from harvesters.base.disk_index import DiskIndex, Scatter
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.graph import LINE, Graph
from harvesters.base.mend_terms import TermMender
from harvesters.base.mend_xml import is_closed
from harvesters.base.nesting import refuse_deep
from harvesters.base.rdf import (
    FORMATS,
    Document,
    errors_of_the_parser,
    is_suspect_source,
    refuse_much,
)
from harvesters.base.record import Page, Repair
from harvesters.base.sniff import Syntax, sniff_start
from harvesters.base.text import decode, is_plain_utf8

LARGE = 4_000_000
_LARGEST_OTHER = 24_000_000
_START = 65_536
_TAIL = 8_192
_STEP = 1_000_000
_DECLARES = re.compile(rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<!doctype", re.S | re.I)
_NO_TYPES = {
    "_:nobody": {"</hydra/>"}
}  # spares a look at every subject for what pages say of pages


def read_large(page: Page, base: str) -> tuple[Document, Graph]:
    """The page without its lines, and its index on disk. UnexpectedAnswer as for small pages."""
    body, repairs = _as_utf8(page)
    syntax = _syntax(body, page.name)
    refuse_deep(body, syntax, page.name)
    refuse_much(body, syntax, page.name)
    if syntax == "rdfxml" and not _ends(body):
        raise UnexpectedAnswer("answer.truncated", page=page.name, problem="")
    scatter, strict, mender = _parsed(body, syntax, base, page)
    graph = Graph(DiskIndex(scatter), scatter.types | _NO_TYPES, tuple(mender.repairs))
    return Document(b"", syntax, strict, repairs=repairs), graph


def _parsed(body: bytes, syntax: Syntax, base: str, page: Page) -> tuple[Scatter, bool, TermMender]:
    mender = TermMender(base, syntax)
    try:
        if not is_suspect_source(body):
            return _scattered(body, syntax, base, page, None), True, mender
    except SyntaxError:
        pass
    try:
        return _scattered(body, syntax, base, page, mender), False, mender
    except SyntaxError as error:
        problem = str(error)[:200]
        code = "answer.remote_context" if "LoadDocument" in problem else "answer.too_large_to_mend"
        raise UnexpectedAnswer(code, page=page.name, problem=problem) from error


def _scattered(
    body: bytes, syntax: Syntax, base: str, page: Page, mender: TermMender | None
) -> Scatter:
    """The statements on disk; strictly read without a mender, else leniently and mended."""
    scatter = Scatter(page.name)
    target: Any = scatter if mender is None else _Mending(scatter, mender)
    with errors_of_the_parser():
        lenient = mender is not None
        quads: Any = ox.parse(BytesIO(body), format=FORMATS[syntax], base_iri=base, lenient=lenient)
        if syntax == "jsonld":
            quads = (quad.triple if isinstance(quad, ox.Quad) else quad for quad in quads)
        ox.serialize(quads, target, format=ox.RdfFormat.N_TRIPLES)
    return scatter


class _Mending:
    """A Scatter behind a TermMender."""

    def __init__(self, scatter: Scatter, mender: TermMender) -> None:
        self._scatter, self._mender = scatter, mender
        self._rest = b""

    def write(self, data: bytes) -> int:
        """Takes a piece of the text."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            match = LINE.match(line.decode())
            mended = match and self._mender.mend(*match.groups())
            if mended:
                self._scatter.add(f"{' '.join(mended)} .".encode())
        self._mender.forget()
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""


def _syntax(body: bytes, name: str) -> Syntax:
    start = body[:_START].decode("utf-8", "ignore")
    syntax = sniff_start(start, name)
    if syntax == "rdfxml":
        for match in _DECLARES.finditer(body):
            if match.group(0).lower() == b"<!doctype":
                raise UnexpectedAnswer("answer.doctype", page=name)
    return syntax


def _ends(body: bytes) -> bool:
    start, end = body[:_START].decode("utf-8", "ignore"), body[-_TAIL:].decode("utf-8", "ignore")
    return is_closed(start + end)


def _as_utf8(page: Page) -> tuple[bytes, tuple[Repair, ...]]:
    """The page as valid UTF-8 without byte order mark, with line feeds only."""
    body = page.body.removeprefix(codecs.BOM_UTF8)
    if is_valid(body) and b"\0" not in body[:4]:
        if b"\r" in body:
            body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if not body.strip():
            raise UnexpectedAnswer("answer.empty", page=page.name)
        return body if is_plain_utf8(page) else _without_declaration(body), ()
    if len(body) > _LARGEST_OTHER:
        raise UnexpectedAnswer("answer.too_large_to_mend", page=page.name, problem="")
    text, repairs = decode(page)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _without_declaration(text.encode("utf-8", "replace")), repairs


def _without_declaration(body: bytes) -> bytes:
    start = body[:1_000].lstrip()
    if not start.startswith(b"<?xml"):
        return body
    end = body.find(b"?>")
    return body[end + 2 :] if 0 <= end < 1_000 else body


def is_valid(body: bytes) -> bool:
    """Whether these bytes are UTF-8, looked at piece by piece."""
    take: Callable[..., str] = codecs.getincrementaldecoder("utf-8")().decode
    try:
        for at in range(0, len(body), _STEP):
            take(body[at : at + _STEP], at + _STEP >= len(body))
    except UnicodeDecodeError:
        return False
    return True
