# SPDX-License-Identifier: EUPL-1.2
"""Refuses contexts of JSON-LD that a parser unfolds without end, before it sees them (H9, S2).

A parser copies the context that holds for every context inside it, and writes its addresses out
wherever one of its terms stands. So neither may be large.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from harvesters.base.errors import TooMuch

# The name may be written with escapes.
_NAME = "".join(rf"(?:{letter}|\\u00{ord(letter):02x})" for letter in "@context")
_CONTEXT = re.compile(rf'"{_NAME}"\s*+:\s*+(?=[\[{{])'.encode(), re.I)
_WINDOWS = (2_000, 200_000)  # bytes; no real context is longer
_MOST_COPIED = 4_000_000
_LONGEST = 2_000
_DECODER = json.JSONDecoder(strict=False)


def refuse_contexts(source: bytes, name: str) -> None:
    """TooMuch for contexts that are too long, too many for their size, or of long addresses."""
    most = count = 0
    for context in _contexts(source, name):
        maps = list(_maps(context))
        count += len(maps)
        most = max(most, sum(map(len, maps)))
        if count * most > _MOST_COPIED or any(map(_is_long, maps)):
            raise TooMuch("answer.too_much", page=name)


def _contexts(source: bytes, name: str) -> Iterator[Any]:
    """The outermost contexts. What is no JSON is left to the parser, which stops there."""
    at = 0
    while match := _CONTEXT.search(source, at):
        at = match.end()
        for window in _WINDOWS:
            piece = source[at : at + window]
            try:
                found, end = _DECODER.raw_decode(piece.decode("utf-8", "ignore"))
            except ValueError:
                if len(piece) == _WINDOWS[-1]:
                    raise TooMuch("answer.too_much", page=name) from None
                continue
            at += end
            yield found
            break


def _maps(value: Any) -> Iterator[dict[str, Any]]:
    """The maps of a context, and those of contexts that its terms bring along."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            yield each
            waiting += [said["@context"] for said in each.values() if _has_own(said)]


def _has_own(term: Any) -> bool:
    return isinstance(term, dict) and "@context" in term


def _is_long(terms: dict[str, Any]) -> bool:
    """Whether an address is long, written out or by way of other terms of the map."""
    lengths: dict[str, int] = {}

    def length(term: str, depth: int) -> int:
        if term not in lengths:
            said = terms[term]
            said = said.get("@id") if isinstance(said, dict) else said
            said = said if isinstance(said, str) else ""
            prefix = said.partition(":")[0]
            known = prefix in terms and prefix != term and depth < 64
            lengths[term] = len(said) + (length(prefix, depth + 1) if known else 0)
        return lengths[term]

    return any(length(term, 0) > _LONGEST for term in terms)
