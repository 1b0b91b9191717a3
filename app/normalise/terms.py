# SPDX-License-Identifier: EUPL-1.2
"""Values of controlled vocabularies: themes, frequency, access rights, availability, languages."""

import re
from typing import NamedTuple

from app.normalise.encoding import mend_encoding
from app.normalise.notes import Note, Noted, note
from app.normalise.text import bare, shorten
from app.vocabulary import Concept, Concepts, Vocabulary
from harvesters.base.record import Record, Text

_LONGEST_KEYWORD = 200
_IRI = re.compile(r"https?://", re.I)

# ISO 639-1 for the 639-2 (also bibliographic) codes of the EU list's most used languages.
_LANGUAGES = {
    "deu": "de",
    "ger": "de",
    "deutsch": "de",
    "german": "de",
    "eng": "en",
    "englisch": "en",
    "english": "en",
    "fra": "fr",
    "fre": "fr",
    "ita": "it",
    "spa": "es",
    "nld": "nl",
    "dut": "nl",
    "pol": "pl",
    "dan": "da",
    "ces": "cs",
    "cze": "cs",
    "tur": "tr",
    "rus": "ru",
    "ara": "ar",
    "ukr": "uk",
    "por": "pt",
    "ron": "ro",
    "rum": "ro",
    "swe": "sv",
    "nor": "no",
    "fin": "fi",
    "hun": "hu",
    "ell": "el",
    "gre": "el",
    "hrv": "hr",
    "bul": "bg",
    "slk": "sk",
    "slv": "sl",
    "hsb": "hsb",
    "dsb": "dsb",
    "nds": "nds",
}
_LANGUAGE_CODES = frozenset(_LANGUAGES.values())


class Themes(NamedTuple):
    """Keys of EU data themes, INSPIRE themes and HVD categories, each sorted."""

    eu: tuple[str, ...] = ()
    inspire: tuple[str, ...] = ()
    hvd: tuple[str, ...] = ()


def find(concepts: Concepts, text: str) -> Concept | None:
    """The concept a value names, by URI, key, name or alias."""
    said = bare(text)
    return concepts.by_uri(said) or concepts.by_alias(said)


def read_one(concepts: Concepts, values: tuple[str, ...], code: str) -> Noted[str | None]:
    """Key of the first value that is in the vocabulary; values that are not give a note."""
    found: str | None = None
    notes: list[Note] = []
    for value in values:
        concept = find(concepts, value) if value.strip() else None
        if concept:
            found = found or concept.key
        elif value.strip():
            notes.append(note(code, value))
    return Noted(found, tuple(notes))


def read_themes(
    vocabulary: Vocabulary,
    themes: tuple[str, ...],
    words: tuple[str, ...],
    categories: tuple[str, ...],
) -> Noted[Themes]:
    """EU themes of dcat:theme, INSPIRE themes of theme, subject and keyword, HVD categories.

    words: subjects and keywords; only one that is exactly an INSPIRE theme's name or URI counts. A
    name alone counts only beside a sign of INSPIRE: "Adressen" or "Gebäude" are everyday words.
    """
    eu: set[str] = set()
    inspire_said = _is_inspire(words)  # asked once: there may be thousands of keywords
    named = [word for word in words if inspire_said or _IRI.match(word)]
    inspire = {concept.key for word in named if (concept := find(vocabulary.inspire_themes, word))}
    notes: list[Note] = []
    for value in themes:
        if concept := find(vocabulary.themes, value):
            eu.add(concept.key)
        elif concept := find(vocabulary.inspire_themes, value):
            inspire.add(concept.key)
        elif value.strip():
            notes.append(note("theme.unrecognised", value))
    if not eu and not notes:
        notes.append(note("theme.missing"))
    hvd, hvd_notes = _read_hvd(vocabulary.hvd_categories, categories)
    read = Themes(tuple(sorted(eu)), tuple(sorted(inspire)), hvd)
    return Noted(read, (*notes, *hvd_notes))


def _is_inspire(words: tuple[str, ...]) -> bool:
    """The keyword GDI-DE agreed on for INSPIRE data, or any other word with INSPIRE in it."""
    return any("inspire" in word.casefold() for word in words)


def _read_hvd(
    concepts: Concepts, values: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    read = {value: find(concepts, value) for value in values if value.strip()}
    keys = {concept.key for concept in read.values() if concept}
    unread = (note("hvd.unrecognised", value) for value, concept in read.items() if not concept)
    return tuple(sorted(keys)), tuple(unread)


def read_languages(values: tuple[str, ...]) -> Noted[tuple[str, ...]]:
    """Two-letter codes from EU authority URIs, ISO codes or words; others give a note."""
    codes: list[str] = []
    notes: list[Note] = []
    for value in values:
        tail = value.strip().rstrip("/#").rpartition("/")[2].rpartition("#")[2].casefold()
        main = tail.replace("_", "-").partition("-")[0]
        code = _LANGUAGES.get(main) or (main if main in _LANGUAGE_CODES else None)
        if code and code not in codes:
            codes.append(code)
        if not code and main:
            notes.append(note("language.unrecognised", value))
    return Noted(tuple(codes), tuple(notes))


def read_keywords(texts: tuple[Text, ...]) -> tuple[str, ...]:
    """The German keywords, else all, cleaned, without doubles, in order."""
    german = [text for text in texts if text.lang in ("", "de") or text.lang.startswith("de-")]
    said = (mend_encoding(text.value) for text in german or texts)
    words = (shorten(" ".join(text.split()), _LONGEST_KEYWORD) for text in said)
    return tuple(dict.fromkeys(word for word in words if word))


def words_of(record: Record) -> tuple[str, ...]:
    """What may name an INSPIRE theme: subjects, and keywords of every language."""
    return (*record.subjects, *(keyword.value for keyword in record.keywords))
