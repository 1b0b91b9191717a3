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
# Escapes that stand for characters XML 1.0 cannot carry; also hits escaped backslashes before a u,
# which costs a closer look and no statement.
UNWRITABLE = re.compile(
    r"\\u00(?:0[0-8bceBCE]|0[fF]|1[0-9a-fA-F])|\\u[fF]{3}[eEfF]|\\u[dD][89a-fA-F]"
    r"|\\U000000(?:0[0-8bceBCE]|0[fF]|1[0-9a-fA-F])|\\[bf]"
)


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
    for lines in _batches(blocks):
        text = "\n".join(lines)
        if NO_XML.search(text) or UNWRITABLE.search(text):
            quads = _one_by_one(lines, tally)
        else:
            try:
                quads = list(parse(text, RdfFormat.N_TRIPLES))
            except SyntaxError:
                quads = _one_by_one(lines, tally)
        tally.triples += len(quads)
        yield from quads


def _batches(blocks: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    batch: list[str] = []
    for lines in blocks:
        batch += lines
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _one_by_one(lines: Sequence[str], tally: Tally) -> list[Quad]:
    """The quads of the lines that are sound; the others are counted as left out."""
    quads: list[Quad] = []
    for line in lines:
        found = _quad(line)
        if found is None:
            tally.leave_out([line])
        else:
            quads.append(found)
    return quads


def _quad(line: str) -> Quad | None:
    if NO_XML.search(line):
        return None
    try:
        quad = next(parse(line, RdfFormat.N_TRIPLES))
    except (SyntaxError, StopIteration):
        return None
    value = quad.object
    return None if isinstance(value, Literal) and NO_XML.search(value.value) else quad


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
