# SPDX-License-Identifier: EUPL-1.2
"""Words in titles and addresses that imply a standard, found in one pass each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from app.vocabulary.folding import fold

if TYPE_CHECKING:
    from app.vocabulary.standards import Standard

_ESCAPE = re.compile(r"\\.", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_GROUP = re.compile(r"\([^()]*\)")
_REPEATED = re.compile(r".[?*+{]|\{[^}]*\}", re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z0-9/_-]+")


class Hint(NamedTuple):
    """A standard and the words of the portal that imply it."""

    standard: "Standard"
    words: str


@dataclass(frozen=True, slots=True)
class Hints:
    """The patterns of all standards together; the longest phrase counts, so GTFS-RT is no GTFS.

    needed: one of these stands, in lower case, in every address that names a standard.
    """

    words: re.Pattern[str] = field(repr=False)
    by_word: Mapping[str, "Standard"] = field(repr=False)
    addresses: re.Pattern[str] = field(repr=False)
    by_group: Mapping[str, "Standard"] = field(repr=False)
    needed: tuple[str, ...] = field(repr=False)

    def in_text(self, text: str) -> Iterator[Hint]:
        """What a title or keyword names, in its order."""
        for found in self.words.finditer(fold(text)):
            yield Hint(self.by_word[found[0]], found[0])

    def in_address(self, address: str) -> Iterator[Hint]:
        """What an address names."""
        # Beyond ASCII signs may be equal to letters when case is ignored (K of kelvin).
        if address.isascii():
            lower = address.lower()
            if not any(part in lower for part in self.needed):
                return
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
        tuple(dict.fromkeys(literal(each) for entry in entries for each in entry.addresses)),
    )


def literal(pattern: str) -> str:
    """The longest text that stands, in lower case, in whatever the pattern finds; maybe ``""``.

    Only what is surely plain counts: no groups, classes and escapes, nothing that is repeated.
    """
    bare = _set_aside(pattern)
    if "|" in bare:
        return ""
    return max(_PLAIN.findall(_REPEATED.sub(" ", bare)), key=len, default="").lower()


def _set_aside(pattern: str) -> str:
    """The pattern with a blank for each escape, class and group."""
    bare, before = _CLASS.sub(" ", _ESCAPE.sub(" ", pattern)), ""
    while bare != before:
        bare, before = _GROUP.sub(" ", bare), bare
    return bare
