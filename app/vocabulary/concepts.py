# SPDX-License-Identifier: EUPL-1.2
"""A controlled vocabulary of named concepts: by key, by URI in every spelling, by exact alias."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.vocabulary.files import Shelf, read_lines, split
from app.vocabulary.folding import fold, fold_uri

COLUMNS = ("key", "uri", "name_de", "name_en", "broader", "uris", "aliases")


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry. uri: official; uris: others that mean the same; broader: key of the parent."""

    key: str
    uri: str
    name_de: str
    name_en: str
    broader: str | None = None
    uris: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def name(self, lang: str) -> str:
        """The name in German (``de``), else in English."""
        return self.name_de if lang == "de" else self.name_en


@dataclass(frozen=True, slots=True)
class Concepts:
    """The entries of one vocabulary. Look-ups are exact and give None for what is not there."""

    entries: dict[str, Concept]
    uris: dict[str, Concept] = field(repr=False)
    aliases: dict[str, Concept] = field(repr=False)

    def get(self, key: str) -> Concept | None:
        """The entry with this key."""
        return self.entries.get(key)

    def by_uri(self, uri: str) -> Concept | None:
        """The entry this URI names: http or https, www, trailing slash, percent-encoding."""
        return self.uris.get(fold_uri(uri))

    def by_alias(self, text: str) -> Concept | None:
        """The entry with this key, name or further word, after folding."""
        return self.aliases.get(fold(text))

    def top(self, concept: Concept) -> Concept:
        """The uppermost entry above this one (itself, if it has none)."""
        seen = {concept.key}
        while concept.broader and concept.broader not in seen:
            seen.add(concept.broader)
            concept = self.entries[concept.broader]
        return concept

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)


def words(concept: Concept) -> tuple[str, ...]:
    """Everything that names the concept in text: key, both names, aliases."""
    return (concept.key, concept.name_de, concept.name_en, *concept.aliases)


def collect(entries: Iterable[Concept]) -> Concepts:
    """Concepts over these entries; of two with the same URI or word the first one has it."""
    kept = {entry.key: entry for entry in entries}
    uris: dict[str, Concept] = {}
    aliases: dict[str, Concept] = {}
    for entry in kept.values():
        for uri in (entry.uri, *entry.uris):
            if uri:
                uris.setdefault(fold_uri(uri), entry)
        for word in words(entry):
            if word:
                aliases.setdefault(fold(word), entry)
    return Concepts(kept, uris, aliases)


def read_concepts(shelf: Shelf, name: str, *more: str) -> Concepts:
    """The vocabulary in a table with the columns COLUMNS; more: further columns, not read here."""
    return collect(
        Concept(key, uri, name_de, name_en, broader or None, split(uris), split(aliases))
        for key, uri, name_de, name_en, broader, uris, aliases, *_ in read_lines(
            shelf, name, (*COLUMNS, *more)
        )
    )
