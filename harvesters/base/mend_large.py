# SPDX-License-Identifier: EUPL-1.2
"""Mends a large page of RDF piece by piece; its statements go to a file, its faults into lists."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from harvesters.base.errors import TooMuch
from harvesters.base.mend import Read
from harvesters.base.pieces import Cut, Loss, Piece, cut_lines, cut_statements
from harvesters.base.pieces_json import cut_nodes
from harvesters.base.pieces_xml import CUT_NAME, cut_elements
from harvesters.base.rdf import MENDERS, reader_of_parts
from harvesters.base.record import Broken, Page, Repair
from harvesters.base.sniff import Syntax
from harvesters.base.text import shorten

CUTS: dict[str, Cut] = {
    "ntriples": cut_lines,
    "turtle": cut_statements,
    "jsonld": cut_nodes,
    "rdfxml": cut_elements,
}
_LARGEST = 2_000_000  # of a piece that is mended
_MOST_BROKEN, _MOST_REPAIRS = 50_000, 10_000
# A piece that is all broken is looked through for what it would have said.
_ITEMS = {
    "rdfxml": re.compile(r"""<(?:[\w.-]+:)?Dataset\s[^<>]*?(?:about|ID)\s*=\s*["']([^"'<]*)"""),
    "turtle": re.compile(r"^[ \t]*+<([^>\s]*+)>\s++a\s", re.M),
    "ntriples": re.compile(r"^<([^>\s]*+)>", re.M),
    "jsonld": re.compile(r'"@id"\s*:\s*"([^"\\]*)"'),
}
_LINE = re.compile(r"line (\d+)")


class Target(Protocol):
    """Takes N-Triples."""

    def write(self, data: bytes) -> int:
        """Takes a piece of them."""
        ...


@dataclass(slots=True)
class Faults:
    """What was mended and what was lost in a page."""

    repairs: list[Repair] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    truncated: bool = False


def mend_large(body: bytes, syntax: Syntax, base: str, page: Page, target: Target) -> Faults:
    """Writes all that can be read of a page. TooMuch where hardly anything of it is whole."""
    faults, loss = Faults(), Loss()
    read = reader_of_parts(syntax, base, len(body))
    try:
        for piece in CUTS[syntax](body, loss):
            _take(piece, syntax, read, target, faults)
            if len(faults.broken) + len(loss.broken) > _MOST_BROKEN:
                raise TooMuch("answer.too_much", page="")
    except TooMuch as error:
        raise TooMuch("answer.too_much", page=page.name) from error
    faults.broken += loss.broken
    faults.truncated = faults.truncated or loss.truncated
    faults.repairs = [_placed(each, page) for each in faults.repairs[:_MOST_REPAIRS]]
    return faults


def _take(piece: Piece, syntax: Syntax, read: Read, target: Target, faults: Faults) -> None:
    """Reads a piece as a small page is read; one that has nothing whole is named item by item."""
    try:
        target.write(read(piece.text))
        return
    except SyntaxError:
        pass
    try:
        if len(piece.text) > _LARGEST:
            raise SyntaxError("an item is larger than what is mended")
        mended = MENDERS[syntax](piece.text, read)
    except (SyntaxError, ValueError):
        faults.broken += _all_broken(piece, syntax)
        faults.truncated = True  # what else it held, nobody knows
        return
    target.write(mended.lines.encode("utf-8", "replace"))
    faults.truncated = faults.truncated or mended.truncated
    move = _mover(piece.line - 1)
    faults.repairs += [each._replace(position=move(each.position)) for each in mended.repairs]
    for each in mended.broken:
        own = None if CUT_NAME.fullmatch(each.identifier or "") else each.identifier
        faults.broken.append(replace(each, identifier=own, position=move(each.position)))


def _mover(lines: int) -> Callable[[str], str]:
    """Positions in a piece as positions in the page."""
    return lambda said: _LINE.sub(lambda match: f"line {int(match[1]) + lines}", said, count=1)


def _all_broken(piece: Piece, syntax: Syntax) -> Iterator[Broken]:
    where = f"line {piece.line}"
    named = dict.fromkeys(match[1] for match in _ITEMS[syntax].finditer(piece.text))
    for name in named or (None,):
        yield Broken(name or None, where, "item.broken_statement", shorten(piece.text))


def _placed(repair: Repair, page: Page) -> Repair:
    return repair._replace(position=f"page {page.number}, {repair.position}")
