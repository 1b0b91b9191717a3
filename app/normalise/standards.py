# SPDX-License-Identifier: EUPL-1.2
"""Standards that words in titles, keywords and addresses imply: evidence ``inferred``, never more.

"GTFS" in a title says nothing of the PDF beside it, so a hint counts only where the format is not
known, is an archive, or is one the standard's data come in (formats and carriers of its entry).
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from app.model import StandardUse
from app.vocabulary import Vocabulary
from app.vocabulary.standards import Standard
from app.vocabulary.standards_hints import Hint

# Who names a standard does so at once; hostile metadata hold megabytes and keywords by thousands.
LONGEST = 2_000
MOST_TEXTS = 500
Strings = tuple[str, ...]


class Seen(NamedTuple):
    """What stands on a file or service: its titles, addresses, key of its format.

    named: what titles and keywords of its dataset name, read once for all its files.
    """

    texts: Strings
    addresses: Strings
    format: str | None
    named: tuple[Hint, ...] = ()


def implied(vocabulary: Vocabulary, seen: Seen) -> tuple[StandardUse, ...]:
    """Each standard once, with the words that imply it."""
    found: dict[str, StandardUse] = {}
    for hint in _hints(vocabulary, seen):
        if hint.standard.id not in found and _may_carry(vocabulary, hint.standard, seen.format):
            found[hint.standard.id] = StandardUse(hint.standard.id, hint.words, "inferred")
    return tuple(found.values())


def named(vocabulary: Vocabulary, texts: Iterable[str]) -> tuple[Hint, ...]:
    """The standards texts name, each once; of many or long texts only the beginning is read."""
    hints = vocabulary.standards.hints
    said = chain.from_iterable(hints.in_text(text[:LONGEST]) for text in islice(texts, MOST_TEXTS))
    found: dict[str, Hint] = {}
    for hint in said:
        found.setdefault(hint.standard.id, hint)
    return tuple(found.values())


def joined(
    known: tuple[StandardUse, ...], more: tuple[StandardUse, ...]
) -> tuple[StandardUse, ...]:
    """The known ones, and those of the others whose standard is not among them."""
    if not more:
        return known
    keys = {use.key for use in known}
    return (*known, *(use for use in more if use.key not in keys))


def _hints(vocabulary: Vocabulary, seen: Seen) -> Iterator[Hint]:
    yield from named(vocabulary, seen.texts)
    yield from seen.named
    for address in seen.addresses:
        yield from vocabulary.standards.hints.in_address(address[:LONGEST])


def _may_carry(vocabulary: Vocabulary, standard: Standard, key: str | None) -> bool:
    known = vocabulary.formats.get(key) if key else None
    return known is None or known.archive or key in (*standard.formats, *standard.carriers)
