# SPDX-License-Identifier: EUPL-1.2
"""The values a reader can choose in each filter: of vocabularies that are long, those in use."""

from collections.abc import Iterable
from typing import NamedTuple

from app.compare import places, reading
from app.compare.facets import Look
from app.compare.matrix import Matrix
from app.compare.meaning import format_look, licence_look, standard_look
from app.compare.order import fold
from app.compare.selecting import NOT_GIVEN, SIZES, TYPES, UNKNOWN
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary


class Option(NamedTuple):
    """One value. label None: the edge names it by the message ``<filter>.<value>``."""

    value: str
    label: str | None
    group: str = ""


Options = dict[str, tuple[Option, ...]]
SPECIAL = (UNKNOWN, NOT_GIVEN)


def options(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Options:
    """Filter -> its values, sorted by label; what the selection chose is always among them."""
    _, matrix = reading.matrix(session, places.unit(selection), selection.portal)
    licences = licence_look(vocabulary, lang)
    formats, standards = format_look(vocabulary, lang), standard_look(vocabulary, lang)
    return {
        "typ": tuple(Option(value, None) for value in TYPES),
        "groesse": tuple(Option(value, None) for value in SIZES),
        "land": tuple(Option(land.key, land.short_name) for land in vocabulary.register.laender),
        "thema": _themen(vocabulary, lang),
        "musterdatensatz": _musterdaten(matrix, vocabulary, selection, lang),
        "lizenz": _used(matrix, "licence", selection.lizenz, licences),
        "offen": (Option("ja", None), Option("nein", None), Option("unklar", None)),
        "format": _used(matrix, "format", selection.format, formats),
        "standard": _used(matrix, "standard", selection.standard, standards),
    }


def _themen(vocabulary: Vocabulary, lang: str) -> tuple[Option, ...]:
    found = (Option(thema.key, thema.name(lang)) for thema in vocabulary.musterdaten.themen)
    return _sorted(found)


def _musterdaten(
    matrix: Matrix, vocabulary: Vocabulary, selection: Selection, lang: str
) -> tuple[Option, ...]:
    used = {topic.key for topic in matrix.topics} | set(selection.musterdatensatz)
    themen = vocabulary.musterdaten.themen
    found = []
    for key in used:
        entry = vocabulary.musterdaten.get(key)
        if entry is None or (selection.thema and entry.thema not in selection.thema):
            continue
        thema = themen.get(entry.thema)
        name = entry.name_en if lang == "en" and entry.name_en else entry.name
        found.append(Option(key, name, thema.name(lang) if thema else ""))
    return tuple(sorted(found, key=lambda option: (fold(option.group), fold(option.label or ""))))


def _used(matrix: Matrix, facet: str, chosen: Iterable[str], look: Look) -> tuple[Option, ...]:
    facets = (topic.facets.get(facet, {}) for topic in matrix.topics)
    used = {value or NOT_GIVEN for masks in facets for value, _ in masks} | set(chosen)
    named = (Option(value, look(value).label) for value in used.difference(SPECIAL))
    return (*_sorted(named), *(Option(value, None) for value in SPECIAL if value in used))


def _sorted(found: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(sorted(found, key=lambda option: (fold(option.label or ""), option.value)))
