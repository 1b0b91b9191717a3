# SPDX-License-Identifier: EUPL-1.2
"""The directory of portals: who publishes a catalogue, of which kind, at which address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines

FILE = "portals.csv"
COLUMNS = ("id", "title", "kind", "url", "key", "level", "source", "checked")
Level = Literal["gemeinde", "verband", "kreis", "region", "land", "bund"]
LEVELS: tuple[Level, ...] = ("gemeinde", "verband", "kreis", "region", "land", "bund")
UNVERIFIED = "unverified"
_ID = re.compile(r"[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")
_CHECKED = re.compile(r"\d{4}-\d{2}-\d{2}|unverified")


class KnownPortal(NamedTuple):
    """A portal somebody else has listed; nobody has asked it on our behalf.

    kind, url: harvester and address of the catalogue. key: official key of 2, 5, 8 or 9 digits,
    empty for Bund and regions. checked: when the keeper of source looked, or ``unverified``.
    """

    id: str
    title: str
    kind: str
    url: str
    key: str
    level: Level
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class Portals:
    """The directory in the order of its ids."""

    entries: dict[str, KnownPortal]

    def get(self, portal_id: str) -> KnownPortal | None:
        """The portal of this id."""
        return self.entries.get(portal_id)

    def __iter__(self) -> Iterator[KnownPortal]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)


def read_portals(shelf: Shelf) -> Portals:
    """The portals of ``portals.csv``; VocabularyError names the value that cannot be."""
    entries: dict[str, KnownPortal] = {}
    for row in read_lines(shelf, FILE, COLUMNS):
        name, title, kind, url, key, level, source, checked = row
        entry = KnownPortal(name, title, kind, url, key, cast(Level, level), source, checked)
        if value := next(_wrong(entry), ""):
            raise VocabularyError("vocabulary.value_wrong", file=FILE, value=value)
        if entry.id in entries:
            raise VocabularyError("vocabulary.key_twice", file=FILE, value=entry.id)
        entries[entry.id] = entry
    return Portals(entries)


def _wrong(entry: KnownPortal) -> Iterator[str]:
    if not _ID.fullmatch(entry.id):
        yield entry.id
    if not entry.url.startswith(("https://", "http://")) or not entry.title or not entry.source:
        yield f"{entry.id}: {entry.url}"
    if entry.level not in LEVELS:
        yield f"{entry.id}: {entry.level}"
    if not _CHECKED.fullmatch(entry.checked):
        yield f"{entry.id}: {entry.checked}"
