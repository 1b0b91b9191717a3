# SPDX-License-Identifier: EUPL-1.2
"""Which Musterdatensatz: the publisher's own reference, else what title and description say.

The catalogue of kinds is municipal, so titles of Land and federal bodies are not guessed at.
``Sonstiges`` is only ever what a publisher said.
"""

from typing import NamedTuple

from app.model import Reading
from app.model.body import Body
from app.model.reading import MISSING
from app.normalise.musterdatensatz_reading import CORRECTION, Classifier, Kind, read_title
from app.normalise.notes import Note, Noted, note
from app.vocabulary import Vocabulary

MUNICIPAL = frozenset({"gemeinde", "verband", "kreis"})
_OTHERS = frozenset({"land", "bund"})
_CATALOGUE = "musterdatenkatalog.de/def/"


class Said(NamedTuple):
    """What the publisher said: slug → the value that named it, a Thema alone, unknown URIs."""

    slugs: dict[str, str]
    thema: Reading
    unknown: tuple[str, ...]


def read(
    vocabulary: Vocabulary,
    classifier: Classifier,
    publisher: Body,
    text: tuple[str | None, str | None],
    references: tuple[str, ...],
    keywords: tuple[str, ...],
) -> Noted[Kind]:
    """The kind of one dataset; MISSING where nothing is said and no word speaks for any.

    text: title and description. A correction by an editor comes before the publisher's word.
    """
    if publisher.level == "land" or publisher.kind in _OTHERS and publisher.level is None:
        return Noted(Kind())
    said = _read_said(vocabulary, references, keywords)
    notes = tuple(note("musterdatensatz.unknown_uri", value) for value in said.unknown)
    guess = read_title(classifier, *text) if publisher.level in MUNICIPAL else Kind()
    if said.slugs and guess.musterdatensatz.rule != CORRECTION:
        return _own_word(vocabulary, said.slugs, guess.musterdatensatz, notes)
    thema = said.thema if said.thema.value else guess.thema
    return Noted(Kind(guess.musterdatensatz, thema), notes)


def _read_said(
    vocabulary: Vocabulary, references: tuple[str, ...], keywords: tuple[str, ...]
) -> Said:
    musterdaten = vocabulary.musterdaten
    slugs: dict[str, str] = {}
    unknown: list[str] = []
    thema = MISSING
    for value in references:
        if _CATALOGUE not in value:
            continue
        if found := musterdaten.by_uri(value):
            slugs.setdefault(found.slug, value)
        elif concept := musterdaten.themen.by_uri(value):
            thema = Reading(concept.key, "exact", "reference", value)
        else:
            unknown.append(value)
    for value in keywords:
        if " - " in value and (named := musterdaten.by_label(value)):
            slugs.setdefault(named.slug, value)
    return Said(slugs, thema, tuple(unknown))


def _own_word(
    vocabulary: Vocabulary, slugs: dict[str, str], guess: Reading, notes: tuple[Note, ...]
) -> Noted[Kind]:
    # Of several the one the title speaks for, else the first by slug: RDF has no order to go by.
    slug = guess.value if guess.value in slugs else min(slugs)
    raw = slugs[slug]
    if len(slugs) > 1:
        notes += (note("musterdatensatz.several", raw, ", ".join(sorted(set(slugs) - {slug}))),)
    elif guess.value and guess.value != slug:
        notes += (note("musterdatensatz.contradiction", raw, guess.value),)
    rule = "reference" if _CATALOGUE in raw else "keyword"
    reading = Reading(slug, "exact", rule, raw, tuple(sorted(slugs)) if len(slugs) > 1 else ())
    return Noted(Kind(reading, _thema(vocabulary, reading)), notes)


def _thema(vocabulary: Vocabulary, reading: Reading) -> Reading:
    entry = vocabulary.musterdaten.get(reading.value or "")
    return Reading(entry.thema, reading.status, reading.rule, reading.raw) if entry else MISSING
