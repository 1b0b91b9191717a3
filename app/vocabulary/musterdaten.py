# SPDX-License-Identifier: EUPL-1.2
"""The Musterdatenkatalog: kinds of municipal data in 25 Themen, with old URIs and the lexicon."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.vocabulary.concepts import Concept, Concepts, read_concepts
from app.vocabulary.files import Shelf, read_lines, refer
from app.vocabulary.folding import fold, fold_uri

COLUMNS = ("slug", "uri", "label", "name", "thema", "name_en", "schema_org")
OLD_COLUMNS = ("uri", "label", "slug")
HINTS = "musterdaten/hints.csv"


@dataclass(frozen=True, slots=True)
class Musterdatensatz:
    """One Bezeichnung. slug: the URI's path with ``--``; label: ``Thema - Bezeichnung``."""

    slug: str
    uri: str
    label: str
    name: str
    thema: str
    name_en: str = ""
    schema_org: str = ""


@dataclass(frozen=True, slots=True)
class Musterdaten:
    """All Bezeichnungen with Sonstiges. themen: the Themen (key = slug).

    lexicon: slug → words of titles; ``a+b`` means that both must be there.
    """

    entries: dict[str, Musterdatensatz]
    themen: Concepts = field(repr=False)
    lexicon: Mapping[str, tuple[str, ...]] = field(repr=False)
    uris: Mapping[str, Musterdatensatz] = field(repr=False)
    labels: Mapping[str, Musterdatensatz] = field(repr=False)

    def get(self, slug: str) -> Musterdatensatz | None:
        """The Bezeichnung with this slug."""
        return self.entries.get(slug)

    def by_uri(self, uri: str) -> Musterdatensatz | None:
        """The Bezeichnung of a URI of version 4 or of an old one; None for a URI of a Thema."""
        return self.uris.get(fold_uri(uri))

    def by_label(self, text: str) -> Musterdatensatz | None:
        """The Bezeichnung with this label ``Thema - Bezeichnung``, of version 4 or an old one."""
        return self.labels.get(fold(text))

    def of_thema(self, thema: str) -> tuple[Musterdatensatz, ...]:
        """The Bezeichnungen of a Thema (its slug)."""
        return tuple(entry for entry in self if entry.thema == thema)

    def __iter__(self) -> Iterator[Musterdatensatz]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)


def read_musterdaten(shelf: Shelf) -> Musterdaten:
    """The catalogue of ``musterdaten/``; labels of version 4 win over old ones spelled alike."""
    entries = {
        row[0]: Musterdatensatz(*row)
        for row in read_lines(shelf, "musterdaten/musterdatensaetze.csv", COLUMNS)
    }
    file = "musterdaten/old_uris.csv"
    old = list(read_lines(shelf, file, OLD_COLUMNS))
    uris = {fold_uri(uri): refer(entries, slug, file) for uri, _, slug in old}
    labels = {fold(label): refer(entries, slug, file) for _, label, slug in old}
    for entry in entries.values():
        uris[fold_uri(entry.uri)] = entry
        labels[fold(entry.label)] = entry
    themen = read_concepts(shelf, "musterdaten/themen.csv")
    return Musterdaten(entries, themen, read_lexicon(shelf), uris, _with_bare(labels, themen))


def _with_bare(labels: dict[str, Musterdatensatz], themen: Concepts) -> dict[str, Musterdatensatz]:
    """Also ``Sonstiges`` alone, as the catalogue's own lists write ``Sonstiges - Sonstiges``."""
    for thema in themen:
        entry = labels.get(fold(f"{thema.name_de} - {thema.name_de}"))
        if entry is not None:
            labels.setdefault(fold(thema.name_de), entry)
    return labels


def read_lexicon(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """Slug → words of titles that mean it. VocabularyError."""
    return _read_terms(shelf, "musterdaten/lexicon.csv")


def read_hints(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """Slug → words that decide for it between kinds people confuse. VocabularyError."""
    return _read_terms(shelf, HINTS)


def _read_terms(shelf: Shelf, file: str) -> dict[str, tuple[str, ...]]:
    terms: dict[str, list[str]] = {}
    for slug, term in read_lines(shelf, file, ("slug", "term")):
        terms.setdefault(slug, []).append(term)
    return {slug: tuple(words) for slug, words in terms.items()}


def thema_of(musterdaten: Musterdaten, slug: str) -> Concept | None:
    """The Thema of a Bezeichnung (its slug)."""
    entry = musterdaten.get(slug)
    return musterdaten.themen.get(entry.thema) if entry else None
