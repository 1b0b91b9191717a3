# SPDX-License-Identifier: EUPL-1.2
"""Large pages of RDF: read as a stream onto disk, so that memory does not grow with them (H9).

What the parser refuses even leniently, or what stops midway, is cut into small documents between
its items, and each of them is read or mended as a small page is.
"""

import re
from io import BytesIO
from typing import Any

import pyoxigraph as ox

from harvesters.base.disk_index import DiskIndex, Scatter
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.graph import LINE, Graph
from harvesters.base.jsonld_ids import mend_ids_of
from harvesters.base.large_text import as_utf8
from harvesters.base.mend_large import mend_large
from harvesters.base.mend_terms import TermMender
from harvesters.base.mend_xml import is_closed
from harvesters.base.nesting import refuse_deep
from harvesters.base.pieces_json import graph_of
from harvesters.base.rdf import (
    FORMATS,
    Document,
    errors_of_the_parser,
    is_much,
    refuse_much,
)
from harvesters.base.record import Page, Repair
from harvesters.base.sniff import Syntax, sniff_start
from harvesters.base.suspicion import is_suspect_source
from harvesters.base.whole_lines import WholeLines

LARGE = 4_000_000
_START = 65_536
_TAIL = 8_192
_LONG_TEXT = 12_000_000  # more than pieces_xml leaves to a dataset
_DECLARES = re.compile(rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<!doctype", re.S | re.I)
_NO_TYPES = {
    "_:nobody": {"</hydra/>"}
}  # spares a look at every subject for what pages say of pages


def read_large(page: Page, base: str) -> tuple[Document, Graph]:
    """The page without its lines, and its index on disk. UnexpectedAnswer as for small pages."""
    body, repairs = as_utf8(page)
    syntax = _syntax(body, page.name)
    if syntax == "jsonld":
        body, mended = mend_ids_of(body)
        repairs += mended
    refuse_deep(body, syntax, page.name)
    whole = _whole(body, syntax, base, page)
    if whole is not None:
        scatter, strict, mender = whole
        graph = Graph(DiskIndex(scatter), scatter.types | _NO_TYPES, tuple(mender.repairs))
        return Document(b"", syntax, strict, repairs=repairs), graph
    return _in_pieces(body, syntax, base, page, repairs)


def _in_pieces(
    body: bytes, syntax: Syntax, base: str, page: Page, repairs: tuple[Repair, ...]
) -> tuple[Document, Graph]:
    scatter, mender = Scatter(page.name), TermMender(base, syntax)
    try:
        faults = mend_large(body, syntax, base, page, _Mending(scatter, mender))
    except SyntaxError as error:
        problem = str(error)[:200]
        raise UnexpectedAnswer("answer.unreadable", page=page.name, problem=problem) from error
    if not scatter.statements:
        is_cut = all(each.reason == "item.truncated" for each in faults.broken)
        code = "answer.truncated" if is_cut else "answer.unreadable"
        raise UnexpectedAnswer(code, page=page.name, problem="")
    found = repairs + tuple(faults.repairs)
    document = Document(b"", syntax, False, faults.truncated, found, tuple(faults.broken))
    types = scatter.types | _NO_TYPES
    return document, Graph(DiskIndex(scatter), types, tuple(mender.repairs), faults.truncated)


def _whole(
    body: bytes, syntax: Syntax, base: str, page: Page
) -> tuple[Scatter, bool, TermMender] | None:
    """The page read in one go; None where that cannot be. UnexpectedAnswer for remote contexts."""
    if syntax == "rdfxml" and (not _ends(body) or _has_long_text(body)):
        return None
    if syntax == "jsonld" and is_much(body) and graph_of(body):
        return None
    refuse_much(body, syntax, page.name)
    for each in _dialects(body, syntax):
        try:
            return _parsed(body, each, base, page)
        except SyntaxError as error:
            if "LoadDocument" in str(error):
                problem = str(error)[:200]
                raise UnexpectedAnswer(
                    "answer.remote_context", page=page.name, problem=problem
                ) from error
    return None


def _dialects(body: bytes, syntax: Syntax) -> tuple[str, ...]:
    """The syntax, and the one that has graphs beside where it may be that."""
    if syntax == "ntriples":
        return (syntax, "nquads")
    return (syntax, "trig") if syntax == "turtle" and b"{" in body else (syntax,)


def _has_long_text(body: bytes) -> bool:
    """Whether a text goes on for megabytes: the parser would hold it several times over."""
    at = 0
    while at + _LONG_TEXT < len(body):
        last = body.rfind(b"<", at, at + _LONG_TEXT)
        if last < 0:
            return True
        at = last + 1
    return False


def _parsed(body: bytes, syntax: str, base: str, page: Page) -> tuple[Scatter, bool, TermMender]:
    mender = TermMender(base, syntax)
    try:
        if not is_suspect_source(body):
            return _scattered(body, syntax, base, page, None), True, mender
    except SyntaxError:
        pass
    return _scattered(body, syntax, base, page, mender), False, mender


def _scattered(
    body: bytes, syntax: str, base: str, page: Page, mender: TermMender | None
) -> Scatter:
    """The statements on disk; strictly read without a mender, else leniently and mended."""
    scatter = Scatter(page.name)
    target: Any = scatter if mender is None else _Mending(scatter, mender)
    with errors_of_the_parser():
        lenient = mender is not None
        quads: Any = ox.parse(BytesIO(body), format=FORMATS[syntax], base_iri=base, lenient=lenient)
        if syntax in ("jsonld", "trig", "nquads"):
            quads = (quad.triple if isinstance(quad, ox.Quad) else quad for quad in quads)
        ox.serialize(quads, target, format=ox.RdfFormat.N_TRIPLES)
    return scatter


class _Mending:
    """A Scatter behind a TermMender."""

    def __init__(self, scatter: Scatter, mender: TermMender) -> None:
        self._scatter, self._mender = scatter, mender
        self._lines = WholeLines()

    def write(self, data: bytes) -> int:
        """Takes a piece of the text."""
        for line in self._lines.take(data):
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
