# SPDX-License-Identifier: EUPL-1.2
"""Words in titles and addresses that imply a standard, found in one pass each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from app.vocabulary.folding import fold

if TYPE_CHECKING:
    from app.vocabulary.standards import Standard


class Hint(NamedTuple):
    """A standard and the words of the portal that imply it."""

    standard: "Standard"
    words: str


@dataclass(frozen=True, slots=True)
class Hints:
    """The patterns of all standards together; the longest phrase counts, so GTFS-RT is no GTFS."""

    words: re.Pattern[str] = field(repr=False)
    by_word: Mapping[str, "Standard"] = field(repr=False)
    addresses: re.Pattern[str] = field(repr=False)
    by_group: Mapping[str, "Standard"] = field(repr=False)

    def in_text(self, text: str) -> Iterator[Hint]:
        """What a title or keyword names, in its order."""
        for found in self.words.finditer(fold(text)):
            yield Hint(self.by_word[found[0]], found[0])

    def in_address(self, address: str) -> Iterator[Hint]:
        """What an address names."""
        for found in self.addresses.finditer(address):
            yield Hint(self.by_group[found.lastgroup or ""], found[0])


def make_hints(standards: Iterable["Standard"]) -> Hints:
    """The hints of these standards; patterns of addresses ignore case and hold no named groups."""
    entries = tuple(standards)
    by_word = {fold(word): entry for entry in entries for word in entry.words}
    longest = sorted(by_word, key=lambda word: (-len(word), word))
    groups = {f"s{number}": entry for number, entry in enumerate(entries) if entry.addresses}
    parts = (f"(?P<{name}>{'|'.join(entry.addresses)})" for name, entry in groups.items())
    words = "|".join(map(re.escape, longest)) or "(?!)"
    return Hints(
        re.compile(rf"(?<![\w-])(?:{words})(?!\w)"),
        by_word,
        re.compile("|".join(parts) or "(?!)", re.IGNORECASE),
        groups,
    )
