# SPDX-License-Identifier: EUPL-1.2
"""N-Triples lines become a document in any syntax, streamed: memory stays flat."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from pyoxigraph import Literal, Quad, RdfFormat, parse, serialize

from app.export.formats import Syntax
from app.export.terms import NO_XML, PREFIXES

# Lines parsed at once: enough to leave Python rarely, few enough to stay small.
BATCH = 4_000
SAMPLES = 20
# Escapes that stand for characters XML 1.0 cannot carry; an escaped backslash before a "u" is hit
# too, which costs a closer look and no statement.
UNWRITABLE = re.compile(
    rb"\\(?:[bf]|(?:u|U0000)(?:00(?:0[0-8bcefBCEF]|1[0-9a-fA-F])|[fF]{3}[eEfF]|[dD][89a-fA-F]))"
)
NO_CHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]")
CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")


@dataclass(slots=True)
class Tally:
    """What went into a document. samples: the first statements that were left out, as N-Triples."""

    triples: int = 0
    left_out: int = 0
    samples: list[str] = field(default_factory=list)

    def leave_out(self, lines: Sequence[str]) -> None:
        """Count statements that not every syntax can carry; remember the first of them."""
        self.left_out += len(lines)
        self.samples += lines[: SAMPLES - len(self.samples)]


def serialise(
    blocks: Iterable[Sequence[str]], syntax: Syntax, target: BinaryIO, tally: Tally
) -> None:
    """Write blocks of N-Triples lines to target; prefixes where the syntax has them.

    Lines that are not strict RDF or hold characters XML 1.0 cannot carry are left out, whatever the
    syntax, and counted.
    """
    sink = _Carriage(target) if syntax.rdf == RdfFormat.RDF_XML else target
    serialize(_quads(blocks, tally), sink, syntax.rdf, prefixes=PREFIXES)  # type: ignore[arg-type]


def _quads(blocks: Iterable[Sequence[str]], tally: Tally) -> Iterator[Quad]:
    for batch in _batches(blocks):
        lines, data = _in_xml(batch, tally)
        tally.triples += len(lines)
        while lines:
            try:
                yield from parse(data, RdfFormat.N_TRIPLES)
                break
            except SyntaxError as error:
                # one line, one statement: those before the broken one are already written
                broken = (error.lineno or 1) - 1
                tally.leave_out(lines[broken : broken + 1])
                tally.triples -= 1
                lines = lines[broken + 1 :]
                data = "\n".join(lines).encode()


def _in_xml(lines: list[str], tally: Tally) -> tuple[list[str], bytes]:
    """The lines without those that XML 1.0 or UTF-8 cannot carry, and as one text."""
    try:
        data = "\n".join(lines).encode()
        if not _has_no_xml(data):
            return lines, data
    except UnicodeEncodeError:
        pass
    sound = [line for line in lines if _fits(line)]
    tally.leave_out([line for line in lines if not _fits(line)])
    return sound, "\n".join(sound).encode()


def _has_no_xml(data: bytes) -> bool:
    """Whether there may be characters XML 1.0 cannot carry, bare or escaped."""
    bare = len(data.translate(None, CONTROLS)) < len(data) or NO_CHARACTER.search(data)
    return bool(bare or UNWRITABLE.search(data))


def _batches(blocks: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    batch: list[str] = []
    for lines in blocks:
        batch += lines
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _fits(line: str) -> bool:
    """Whether XML 1.0 can carry the line's literal; broken lines are not judged here."""
    if NO_XML.search(line):
        return False
    try:
        value = next(parse(line, RdfFormat.N_TRIPLES)).object
    except SyntaxError:
        return True
    return not (isinstance(value, Literal) and NO_XML.search(value.value))


class _Carriage:
    """Writes carriage returns as character references.

    An XML parser turns a bare one into a line feed (XML 1.0, section 2.11), so that RDF/XML would
    hold other literals than the other syntaxes. The writer itself never ends a line with one.
    """

    def __init__(self, target: BinaryIO) -> None:
        self.target = target

    def write(self, data: bytes) -> int:
        """All of the data, whatever it became; returns what was taken."""
        self.target.write(data.replace(b"\r", b"&#xD;") if b"\r" in data else data)
        return len(data)

    def flush(self) -> None:
        """Whoever opened the target flushes it."""
