# SPDX-License-Identifier: EUPL-1.2
"""Data standards, and the rules by which a dct:conformsTo names a metadata profile instead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_toml
from app.vocabulary.folding import fold, fold_code, fold_uri, is_uri

StandardLevel = Literal["file-format", "service-interface", "data-model", "code-list", "metadata"]


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard. formats: keys of formats whose use implies it; uris: values of conformsTo.

    domain: subject in one word (``geo``, ``transport``, …), ``general`` for none. texts: patterns
    found in the folded text of a conformsTo that names it in a sentence, as laws are.
    """

    id: str
    name: str
    steward: str
    domain: str
    level: StandardLevel
    specification: str
    uris: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standards:
    """All standards. profile_uris and profile_texts: rules of ``metadata_profiles.toml``."""

    entries: dict[str, Standard]
    uris: Mapping[str, Standard] = field(repr=False)
    aliases: Mapping[str, Standard] = field(repr=False)
    formats: Mapping[str, tuple[Standard, ...]] = field(repr=False)
    patterns: tuple[tuple[re.Pattern[str], Standard], ...] = field(repr=False)
    prefixes: tuple[tuple[str, Standard], ...] = field(repr=False)
    profile_uris: tuple[re.Pattern[str], ...] = field(repr=False)
    profile_texts: tuple[re.Pattern[str], ...] = field(repr=False)
    not_profiles: tuple[re.Pattern[str], ...] = field(repr=False)

    def get(self, id: str) -> Standard | None:
        """The standard with this id."""
        return self.entries.get(id)

    def by_uri(self, uri: str) -> Standard | None:
        """The standard a URI names, exactly or as a version or part below one of its URIs."""
        folded = fold_uri(uri).lower()
        found = self.uris.get(folded)
        if found is not None:
            return found
        return next((entry for start, entry in self.prefixes if folded.startswith(start)), None)

    def by_alias(self, text: str) -> Standard | None:
        """The standard with this id, name or further word, or whose pattern the text fits."""
        folded = fold(text)
        found = self.aliases.get(folded) or self.aliases.get(fold_code(text))
        if found is not None:
            return found
        return next((entry for rule, entry in self.patterns if rule.search(folded)), None)

    def for_format(self, key: str) -> tuple[Standard, ...]:
        """The standards a format implies (evidence ``inferred``)."""
        return self.formats.get(key, ())

    def is_metadata_profile(self, value: str) -> bool:
        """Whether a conformsTo value describes the metadata, not the data.

        URIs by host and path, texts by words; a standard of the list with level metadata as well.
        """
        if is_uri(value):
            folded = fold_uri(value).lower()
            return any(rule.search(folded) for rule in self.profile_uris) or _is_metadata(
                self.by_uri(value)
            )
        text = fold(value)
        if any(rule.search(text) for rule in self.not_profiles):
            return False
        return any(rule.search(text) for rule in self.profile_texts) or _is_metadata(
            self.by_alias(value)
        )

    def __iter__(self) -> Iterator[Standard]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)


def _is_metadata(standard: Standard | None) -> bool:
    return standard is not None and standard.level == "metadata"


def read_standards(shelf: Shelf) -> Standards:
    """The files of ``standards/`` and ``metadata_profiles.toml``."""
    names = shelf.names("standards", ".toml")
    entries = {entry.id: entry for entry in (_read(shelf, name) for name in names)}
    uris: dict[str, Standard] = {}
    aliases: dict[str, Standard] = {}
    for entry in entries.values():
        for uri in uris_of(entry):
            uris.setdefault(fold_uri(uri).lower(), entry)
        for word in words_of(entry):
            aliases.setdefault(fold(word), entry)
            aliases.setdefault(fold_code(word), entry)
    profiles = read_toml(shelf, "metadata_profiles.toml")
    return Standards(
        entries,
        uris,
        aliases,
        _by_format(entries),
        tuple((re.compile(text), entry) for entry in entries.values() for text in entry.texts),
        tuple((f"{uri}/", uris[uri]) for uri in sorted(_roots(entries), reverse=True)),
        *(_rules(profiles[part]) for part in ("uri", "text", "not_text")),
    )


def uris_of(entry: Standard) -> tuple[str, ...]:
    """Every URI that names the standard, the page of its specification among them."""
    return (*entry.uris, entry.specification)


def words_of(entry: Standard) -> tuple[str, ...]:
    """Everything that names the standard in text: id, name, aliases."""
    return (entry.id, entry.name, *entry.aliases)


def _roots(entries: Mapping[str, Standard]) -> set[str]:
    """URIs below which everything belongs to the standard; a page about it is none."""
    return {fold_uri(uri).lower() for entry in entries.values() for uri in entry.uris}


def _by_format(entries: Mapping[str, Standard]) -> dict[str, tuple[Standard, ...]]:
    found: dict[str, tuple[Standard, ...]] = {}
    for entry in entries.values():
        for key in entry.formats:
            found[key] = (*found.get(key, ()), entry)
    return found


def _rules(entries: list[dict[str, str]]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry["pattern"]) for entry in entries)


def _read(shelf: Shelf, name: str) -> Standard:
    table = read_toml(shelf, name)
    try:
        return _standard(table)
    except KeyError as error:
        raise VocabularyError(
            "vocabulary.key_missing", file=name, value=str(error.args[0])
        ) from error


def _standard(table: Mapping[str, Any]) -> Standard:
    return Standard(
        id=table["id"],
        name=table["name"],
        steward=table["steward"],
        domain=table["domain"],
        level=table["level"],
        specification=table["specification"],
        uris=tuple(table["uris"]),
        aliases=tuple(table["aliases"]),
        texts=tuple(table["texts"]),
        formats=tuple(table["formats"]),
        media_types=tuple(table["media_types"]),
    )
