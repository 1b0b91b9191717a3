# SPDX-License-Identifier: EUPL-1.2
"""Standards, Musterdatensätze, Kommunen and the code lists as SKOS."""

from collections.abc import Iterator

from app.export.meaning import key_uri
from app.export.terms import SKOS, text, triple
from app.export.vocab_terms import DC, RDFS, Scheme, links, page_of
from app.vocabulary import Vocabulary
from app.vocabulary.kommune import Kommune
from app.vocabulary.musterdaten import Musterdatensatz
from app.vocabulary.standards import Standard


def standards(scheme: Scheme, vocabulary: Vocabulary) -> Iterator[list[str]]:
    """Data standards with their stewards and every address a conformsTo may name them by."""
    for standard in vocabulary.standards:
        subject = scheme.concept(standard.id)
        yield [*_standard(scheme, subject, standard), *scheme.top(subject)]


def _standard(scheme: Scheme, subject: str, standard: Standard) -> list[str]:
    names = [name for name in standard.aliases if name != standard.name]
    return [
        *scheme.basics(subject, standard.id, [(standard.name, "en")]),
        *(triple(subject, SKOS + "altLabel", text(name)) for name in dict.fromkeys(names)),
        triple(subject, DC + "publisher", text(standard.steward)),
        triple(subject, DC + "type", text(standard.level)),
        triple(subject, DC + "subject", text(standard.domain)),
        *links(subject, RDFS + "seeAlso", (standard.specification, *standard.uris)),
    ]


def musterdatensaetze(scheme: Scheme, vocabulary: Vocabulary) -> Iterator[list[str]]:
    """Themen and Bezeichnungen: our concepts, linked to those of the Musterdatenkatalog."""
    for thema in vocabulary.musterdaten.themen:
        subject = scheme.concept(thema.key)
        labels = [(thema.name_de, "de"), (thema.name_en, "en")]
        lines = [*scheme.basics(subject, thema.key, labels), *scheme.top(subject)]
        yield [*lines, *links(subject, SKOS + "exactMatch", (thema.uri,))]
    for entry in vocabulary.musterdaten:
        yield _bezeichnung(scheme, scheme.concept(entry.slug), entry)


def _bezeichnung(scheme: Scheme, subject: str, entry: Musterdatensatz) -> list[str]:
    labels = [(entry.label, "de"), (entry.name_en, "en")]
    return [
        *scheme.basics(subject, entry.slug, labels),
        triple(subject, SKOS + "altLabel", text(entry.name, "de")),
        *_broader(subject, scheme.concept(entry.thema)),
        *links(subject, SKOS + "exactMatch", (entry.uri,)),
        *links(subject, SKOS + "relatedMatch", (entry.schema_org,)),
        page_of(subject, scheme.page(f"/musterdatensatz/{entry.slug}")),
    ]


def kommunen(scheme: Scheme, vocabulary: Vocabulary) -> Iterator[list[str]]:
    """Länder, Kreise, Gemeindeverbände and Gemeinden by their official keys."""
    for kommune in vocabulary.register:
        yield _kommune(scheme, scheme.concept(kommune.key), kommune)


def _kommune(scheme: Scheme, subject: str, kommune: Kommune) -> list[str]:
    above = _above(kommune)
    short = kommune.short_name
    return [
        *scheme.basics(subject, kommune.key, [(kommune.name, "de")]),
        *([triple(subject, SKOS + "altLabel", text(short, "de"))] if short != kommune.name else []),
        triple(subject, DC + "identifier", text(kommune.ars)),
        triple(subject, DC + "type", text(kommune.level)),
        *(_broader(subject, scheme.concept(above)) if above else scheme.top(subject)),
        *links(subject, SKOS + "exactMatch", (key_uri(kommune.key) or "",)),
        page_of(subject, scheme.page(f"/kommune/{kommune.key}")),
    ]


def _above(kommune: Kommune) -> str | None:
    """The key of the next level; a kreisfreie Stadt has no Kreis of its own in the register."""
    if kommune.level == "land":
        return None
    if kommune.level == "gemeinde" and kommune.typ != "kreisfrei":
        return kommune.verband or kommune.kreis
    return kommune.kreis if kommune.level == "verband" else kommune.land


def _broader(subject: str, above: str) -> list[str]:
    return [triple(subject, SKOS + "broader", above), triple(above, SKOS + "narrower", subject)]
