# SPDX-License-Identifier: EUPL-1.2
"""Text of any RDF syntax becomes N-Triples lines: strictly, else leniently, else after a repair.

pyoxigraph reads; it never fetches anything. What it refuses even leniently is mended as text and
every mend is reported; nothing is dropped in silence.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from harvesters.base import mend_json, mend_turtle, mend_xml
from harvesters.base.errors import TooMuch, UnexpectedAnswer
from harvesters.base.jsonld_ids import mend_ids, mend_ids_of
from harvesters.base.mend import Mended, Read, Truncated
from harvesters.base.mend_value import behind_noise
from harvesters.base.nesting import refuse_deep
from harvesters.base.plain import plain_syntax
from harvesters.base.record import Broken, Page, Repair
from harvesters.base.signs import count
from harvesters.base.sniff import Syntax, sniff
from harvesters.base.suspicion import is_suspect
from harvesters.base.text import decode, is_plain_utf8, shorten, without_declaration

FORMATS = {
    "rdfxml": ox.RdfFormat.RDF_XML,
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
# A graph beside each triple; what is none of it is read as the triples it is.
_WITH_GRAPHS = {"ntriples": "nquads"}
_MOST_BYTES, _MOST_LINES = 24_000_000, 80_000  # in memory; a page that says more goes on disk
_COUNTED_AT_ONCE = 250_000
_MENDED_AT_ONCE = 1_000_000
_MOST_TIMES = 60  # so often a text is read over to find what is broken in it
_AT_ONCE, _MOST_VALUES = 120_000, 400_000
MENDERS: dict[str, Callable[[str, Read], Mended]] = {
    "rdfxml": mend_xml.mend,
    "turtle": mend_turtle.mend_turtle,
    "ntriples": mend_turtle.mend_ntriples,
    "jsonld": mend_json.mend,
}


@dataclass(frozen=True, slots=True)
class Document:
    """A page as N-Triples (UTF-8). strict: every term can be carried on as it is."""

    lines: bytes
    syntax: Syntax
    strict: bool = True
    truncated: bool = False
    repairs: tuple[Repair, ...] = ()
    broken: tuple[Broken, ...] = field(default_factory=tuple)


def read(page: Page, base: str) -> Document:
    """The statements of a page. base: absolute IRI that relative IRIs are resolved against.

    UnexpectedAnswer when the page is no RDF or cannot be read even after repair.
    """
    plain = _read_plain(page, base)
    if plain is not None:
        return plain
    text, repairs = decode(page)
    text, noise = behind_noise(text)
    repairs += noise
    syntax = sniff(text, page.name)
    if syntax == "jsonld":
        text, mended = mend_ids(text)
        repairs += mended
    source: str | bytes = text
    if syntax == "rdfxml":
        source = page.body if is_plain_utf8(page) else _bare_xml(text)
    refuse_deep(source, syntax, page.name)
    if syntax == "jsonld" and is_much(source):
        raise TooMuch("answer.too_much", page=page.name)
    try:
        parsed = _parse(source, syntax, base) if mend_xml.is_closed(text, syntax) else None
        if parsed is None:
            if len(text) > _MENDED_AT_ONCE:  # smaller pieces take less time and memory
                raise TooMuch("answer.too_much", page=page.name)
            text = _bare_xml(text) if syntax == "rdfxml" else text
            return _mended(text, syntax, base, page, repairs)
    except TooMuch as error:
        raise TooMuch("answer.too_much", page=page.name) from error
    lines, strict = parsed
    return Document(lines, syntax, strict, repairs=repairs)


def _read_plain(page: Page, base: str) -> Document | None:
    """A page in UTF-8 without anything to mend, as most are: its bytes are read as they stand.

    None where it takes more than that.
    """
    syntax = plain_syntax(page)
    if syntax is None:
        return None
    if syntax == "jsonld" and (mend_ids_of(page.body)[1] or is_much(page.body)):
        return None
    refuse_deep(page.body, syntax, page.name)
    try:
        lines = to_ntriples(page.body, syntax, base)
    except SyntaxError:
        return None
    except TooMuch as error:
        raise TooMuch("answer.too_much", page=page.name) from error
    return Document(lines, syntax, not is_suspect(page.body, lines, syntax))


def _bare_xml(text: str) -> str:
    """XML 1.0, 2.11: line ends are one line feed; pyoxigraph leaves them as they are."""
    return without_declaration(text).replace("\r\n", "\n").replace("\r", "\n")


def is_much(source: str | bytes, most: int = _AT_ONCE) -> bool:
    """Whether JSON-LD has more values than are read at once: the parser takes 400 bytes for each.

    Twice as much where it has to be mended.
    """
    if len(source) < most:
        return False
    text = source if isinstance(source, bytes) else source.encode("utf-8", "replace")
    return count(text, b",[{") > most


def refuse_much(source: bytes, syntax: Syntax, name: str) -> None:
    """TooMuch for JSON-LD of more values than memory holds."""
    if syntax == "jsonld" and is_much(source, _MOST_VALUES):
        raise TooMuch("answer.too_much", page=name)


def _parse(source: str | bytes, syntax: Syntax, base: str) -> tuple[bytes, bool] | None:
    """Strictly first: a page whose terms are all valid needs no second look at each of them."""
    try:
        lines = to_ntriples(source, syntax, base)
        return lines, not is_suspect(source, lines, syntax)
    except SyntaxError:
        pass
    try:
        return to_ntriples_leniently(_on_one_line(source, syntax), syntax, base), False
    except SyntaxError:
        return None


def _on_one_line(source: str | bytes, syntax: Syntax) -> str | bytes:
    """Names of nodes without line ends, which would end the statement they stand in.

    XML 1.0, 3.3.3 makes them blanks; pyoxigraph does not.
    """
    if syntax != "rdfxml":
        return source
    said = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    said = _NODE_NAME.sub(lambda name: _LINE_END.sub(b" ", name[0]), said)
    return said if isinstance(source, bytes) else said.decode("utf-8", "surrogatepass")


def to_ntriples(source: str | bytes, syntax: str, base: str) -> bytes:
    """N-Triples of a text all of whose terms are valid; SyntaxError otherwise."""
    with errors_of_the_parser():
        return _serialise(source, syntax, base, lenient=False)


def to_ntriples_leniently(source: str | bytes, syntax: str, base: str) -> bytes:
    """N-Triples of a text whose terms may be invalid; SyntaxError where it cannot be read."""
    syntax = _WITH_GRAPHS.get(syntax, syntax)
    with errors_of_the_parser():
        return _serialise(source, syntax, base, lenient=True)


@contextmanager
def errors_of_the_parser() -> Iterator[None]:
    """All that the parser may raise becomes SyntaxError; a panic of its Rust is no Exception."""
    try:
        yield
    except SyntaxError:
        raise
    except (ValueError, OSError, RuntimeError, MemoryError) as error:
        raise SyntaxError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise SyntaxError(str(error)) from error
        raise


def _serialise(source: str | bytes, syntax: str, base: str, *, lenient: bool) -> bytes:
    """Statements of named graphs are merged with the others: a catalogue has one graph."""
    quads: Any = ox.parse(source, format=FORMATS[syntax], base_iri=base, lenient=lenient)
    try:
        return _lines_of(quads)
    except ValueError:  # there are named graphs
        if syntax not in ("jsonld", "trig", "nquads"):
            raise
    quads = ox.parse(source, format=FORMATS[syntax], base_iri=base, lenient=lenient)
    return _lines_of(quad.triple if isinstance(quad, ox.Quad) else quad for quad in quads)


def _lines_of(quads: Any) -> bytes:
    lines = _Lines()
    target: Any = lines
    ox.serialize(quads, target, format=ox.RdfFormat.N_TRIPLES)
    lines.count()
    return b"".join(lines.parts)


_NODE_NAME = re.compile(rb"""\b(?:about|resource)\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+')""")
_LINE_END = re.compile(rb"[\r\n\t]|&#(?:x0*[9ad]|0*(?:9|10|13));", re.I)


class _Lines:
    """Takes N-Triples up to what a small page may say: prefixes and lists unfold without end."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.bytes = self.lines = 0
        self._counted, self._uncounted = 0, 0

    def write(self, data: bytes) -> int:
        """Takes a piece; TooMuch beyond the limit."""
        self.bytes += len(data)
        self.parts.append(data)
        self._uncounted += len(data)
        if self._uncounted > _COUNTED_AT_ONCE or self.bytes > _MOST_BYTES:
            self.count()
        return len(data)

    def count(self) -> None:
        """TooMuch if there are too many bytes or lines by now."""
        self.lines += count(b"".join(self.parts[self._counted :]), b"\n")
        self._counted, self._uncounted = len(self.parts), 0
        if self.bytes > _MOST_BYTES or self.lines > _MOST_LINES:
            raise TooMuch("answer.too_much", page="")

    def flush(self) -> None:
        """Nothing waits here."""


def reader_of_parts(own: str, base: str, length: int) -> Read:
    """Reads parts of a text in mending; TooMuch once they are many times the text itself."""
    left = _MOST_TIMES * length + _MOST_BYTES

    def read_part(part: str, syntax: str = "") -> bytes:
        nonlocal left
        lines = to_ntriples_leniently(part, syntax or own, base)
        left -= len(part) + len(lines)
        if left < 0:
            raise TooMuch("answer.too_much", page="")
        return lines

    return read_part


def _mended(
    text: str, syntax: Syntax, base: str, page: Page, repairs: tuple[Repair, ...]
) -> Document:
    read_part = reader_of_parts(syntax, base, len(text))

    try:
        mended = MENDERS[syntax](text, read_part)
    except (SyntaxError, ValueError) as error:
        problem = shorten(str(error), 200)
        raise UnexpectedAnswer(_code(error), page=page.name, problem=problem) from error
    found = tuple(r._replace(position=f"page {page.number}, {r.position}") for r in mended.repairs)
    return Document(
        mended.lines.encode(),
        syntax,
        strict=False,
        truncated=mended.truncated,
        repairs=repairs + found,
        broken=mended.broken,
    )


def _code(error: Exception) -> str:
    if isinstance(error, Truncated):
        return "answer.truncated"
    return "answer.remote_context" if "LoadDocument" in str(error) else "answer.unreadable"
