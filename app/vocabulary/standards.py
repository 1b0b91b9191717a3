# SPDX-License-Identifier: EUPL-1.2
"""Data standards, and the rules by which a dct:conformsTo names a metadata profile instead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_toml
from app.vocabulary.folding import fold, fold_code, fold_uri, is_uri
from app.vocabulary.format_texts import without_version
from app.vocabulary.standards_hints import Hints, make_hints

StandardLevel = Literal["file-format", "service-interface", "data-model", "code-list", "metadata"]
LEVELS: tuple[StandardLevel, ...] = get_args(StandardLevel)
VERIFIED = ("sources", "steward")
_OGC_PAGES = ("ogc.org/standards/", "ogc.org/standard/")
_REPOSITORY = re.compile(r"^xrepository\.de/(?:details|api/xrepository)/(?=urn:)")
_BELOW = "/#:_?"


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard. formats: keys of formats whose use implies it; uris: values of conformsTo.

    domain: subject in one word (``geo``, ``transport``, …), ``general`` for none. texts: patterns
    found in the folded text of a conformsTo that names it in a sentence, as laws are. urns: of the
    XRepository. namespaces: of XML and RDF. words, addresses: phrases in titles and patterns of
    addresses that imply it where the format is one of formats or carriers. musterdatensaetze: slugs
    of what its steward made it for. verified: ``sources`` (names or addresses found in published
    schemas, software, pages) or ``steward`` (as its steward publishes it), on verified_on.
    specification: empty where no address could be confirmed.
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
    about_de: str = ""
    about_en: str = ""
    urns: tuple[str, ...] = ()
    namespaces: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    musterdatensaetze: tuple[str, ...] = ()
    verified: str = ""
    verified_on: str = ""

    def about(self, lang: str) -> str:
        """What it is, in one sentence; German (``de``), else English."""
        return self.about_de if lang == "de" else self.about_en


@dataclass(frozen=True, slots=True)
class Standards:
    """All standards. profile_uris and profile_texts: rules of ``metadata_profiles.toml``."""

    entries: dict[str, Standard]
    uris: Mapping[str, Standard] = field(repr=False)
    aliases: Mapping[str, Standard] = field(repr=False)
    formats: Mapping[str, tuple[Standard, ...]] = field(repr=False)
    patterns: tuple[tuple[re.Pattern[str], Standard], ...] = field(repr=False)
    prefixes: tuple[tuple[str, Standard], ...] = field(repr=False)
    hints: Hints = field(repr=False)
    topics: Mapping[str, tuple[Standard, ...]] = field(repr=False)
    profile_uris: tuple[re.Pattern[str], ...] = field(repr=False)
    profile_texts: tuple[re.Pattern[str], ...] = field(repr=False)
    not_profiles: tuple[re.Pattern[str], ...] = field(repr=False)

    def get(self, id: str) -> Standard | None:
        """The standard with this id."""
        return self.entries.get(id)

    def by_uri(self, uri: str) -> Standard | None:
        """The standard a URI names, exactly or as a version or part below one of its URIs."""
        folded = _folded(uri)
        found = self.uris.get(folded)
        if found is not None:
            return found
        below = (entry for start, entry in self.prefixes if _is_below(folded, start))
        return next(below, None)

    def by_alias(self, text: str) -> Standard | None:
        """The standard with this id, name or further word, or whose pattern the text fits.

        Versions and years are passed over (``ISO 19136:2007``), protocols of catalogues as well.
        """
        folded = fold(text)
        found = self.aliases.get(folded) or self.aliases.get(fold_code(text))
        if found is not None:
            return found
        found = next((entry for rule, entry in self.patterns if rule.search(folded)), None)
        if found is not None or is_uri(text):
            return found
        named = (self.aliases.get(fold(form)) for form in without_version(text))
        return next((entry for entry in named if entry), None)

    def for_format(self, key: str) -> tuple[Standard, ...]:
        """The standards a format implies (evidence ``inferred``)."""
        return self.formats.get(key, ())

    def for_topic(self, slug: str) -> tuple[Standard, ...]:
        """The standards made for a Musterdatensatz, by id."""
        return self.topics.get(slug, ())

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
            uris.setdefault(_folded(uri), entry)
        for word in words_of(entry):
            aliases.setdefault(fold(word), entry)
            aliases.setdefault(fold_code(word), entry)
    profiles = read_toml(shelf, "metadata_profiles.toml")
    return Standards(
        entries,
        uris,
        aliases,
        _by(entries, "formats"),
        _patterns(entries),
        tuple((start, uris[start]) for start in sorted(_roots(entries), reverse=True)),
        make_hints(entries.values()),
        _by(entries, "musterdatensaetze"),
        *(_rules(profiles[part]) for part in ("uri", "text", "not_text")),
    )


def uris_of(entry: Standard) -> tuple[str, ...]:
    """Every URI that names the standard, the page of its specification among them."""
    page = (entry.specification,) if entry.specification else ()
    return (*entry.uris, *entry.urns, *entry.namespaces, *page)


def words_of(entry: Standard) -> tuple[str, ...]:
    """Everything that names the standard in text: id, name, aliases."""
    return (entry.id, entry.name, *entry.aliases)


def _folded(uri: str) -> str:
    """A URI as it is compared; a page of the XRepository is the URN it is about.

    The pages of the OGC's standards have stood at both addresses.
    """
    return _REPOSITORY.sub("", fold_uri(uri).lower()).replace(*_OGC_PAGES)


def _is_below(folded: str, start: str) -> bool:
    return folded.startswith(start) and folded[len(start) : len(start) + 1] in _BELOW


def _roots(entries: Mapping[str, Standard]) -> set[str]:
    """URIs below which everything belongs to the standard; a page about it is none."""
    return {
        _folded(uri)
        for entry in entries.values()
        for uri in (*entry.uris, *entry.urns, *entry.namespaces)
    }


def _patterns(entries: Mapping[str, Standard]) -> tuple[tuple[re.Pattern[str], Standard], ...]:
    """Longer patterns first: they are about less."""
    found = [(text, entry) for entry in entries.values() for text in entry.texts]
    found.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(text), entry) for text, entry in found)


def _by(entries: Mapping[str, Standard], name: str) -> dict[str, tuple[Standard, ...]]:
    found: dict[str, tuple[Standard, ...]] = {}
    for entry in entries.values():
        for key in getattr(entry, name):
            found[key] = (*found.get(key, ()), entry)
    return found


def _rules(entries: list[dict[str, str]]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry["pattern"]) for entry in entries)


def _read(shelf: Shelf, name: str) -> Standard:
    table = read_toml(shelf, name)
    try:
        standard = _standard(table)
    except (KeyError, TypeError) as error:
        raise VocabularyError(
            "vocabulary.key_missing", file=name, value=str(error.args[0])
        ) from error
    for value, allowed in ((standard.level, LEVELS), (standard.verified, VERIFIED)):
        if value not in allowed:
            raise VocabularyError("vocabulary.value_wrong", file=name, value=value)
    return standard


def _standard(table: Mapping[str, Any]) -> Standard:
    """KeyError for a key that must be there, TypeError for one that is not known."""
    _ = [table[key] for key in REQUIRED]
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    return Standard(**values)


REQUIRED = ("id", "name", "steward", "domain", "level", "specification", "about_de", "about_en")
