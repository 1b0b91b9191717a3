# SPDX-License-Identifier: EUPL-1.2
"""Keys of the vocabularies as names in one language; a key without entry stands for itself."""

from collections.abc import Callable
from dataclasses import dataclass

from app.vocabulary import Concepts, Vocabulary

Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Names:
    """One function a vocabulary: key -> name."""

    kommune: Name
    licence: Name
    format: Name
    standard: Name
    musterdatensatz: Name
    thema: Name
    theme: Name
    inspire: Name
    hvd: Name
    frequency: Name
    access_rights: Name
    availability: Name


def names(vocabulary: Vocabulary, lang: str) -> Names:
    """The names in a language."""

    def kommune(key: str) -> str:
        known = vocabulary.register.get(key)
        return f"{known.name} ({key})" if known else key

    def licence(key: str) -> str:
        known = vocabulary.licences.get(key)
        return known.name(lang) if known else key

    def format(key: str) -> str:
        known = vocabulary.formats.get(key)
        return known.name(lang) if known else key

    def standard(key: str) -> str:
        known = vocabulary.standards.get(key)
        return known.name if known else key

    def musterdatensatz(key: str) -> str:
        known = vocabulary.musterdaten.get(key)
        return known.label if known else key

    return Names(
        kommune=kommune,
        licence=licence,
        format=format,
        standard=standard,
        musterdatensatz=musterdatensatz,
        thema=_concept(vocabulary.musterdaten.themen, lang),
        theme=_concept(vocabulary.themes, lang),
        inspire=_concept(vocabulary.inspire_themes, lang),
        hvd=_concept(vocabulary.hvd_categories, lang),
        frequency=_concept(vocabulary.frequencies, lang),
        access_rights=_concept(vocabulary.access_rights, lang),
        availability=_concept(vocabulary.availability, lang),
    )


def _concept(concepts: Concepts, lang: str) -> Name:
    def name(key: str) -> str:
        known = concepts.get(key)
        return (known.name(lang) or key) if known else key

    return name
