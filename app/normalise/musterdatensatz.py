# SPDX-License-Identifier: EUPL-1.2
"""Which Musterdatensatz: the publisher's own reference, else the lexicon's word for the title.

The catalogue of kinds is municipal, so titles of Land and federal bodies are not guessed at.
``Sonstiges`` is only ever what a publisher said.
"""

from typing import NamedTuple

from app.model import Reading
from app.model.body import Body
from app.model.reading import MISSING
from app.normalise.lexicon import Lexicon, match
from app.normalise.notes import Note, Noted, note
from app.vocabulary import Vocabulary

MUNICIPAL = frozenset({"gemeinde", "verband", "kreis"})
_OTHERS = frozenset({"land", "bund"})
_CATALOGUE = "musterdatenkatalog.de/def/"


class Kind(NamedTuple):
    """Musterdatensatz and its Thema, both slugs."""

    musterdatensatz: Reading = MISSING
    thema: Reading = MISSING


class Said(NamedTuple):
    """What the publisher said: slug → the value that named it, a Thema alone, unknown URIs."""

    slugs: dict[str, str]
    thema: Reading
    unknown: tuple[str, ...]


def read(
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    publisher: Body,
    title: str | None,
    references: tuple[str, ...],
    keywords: tuple[str, ...],
) -> Noted[Kind]:
    """The kind of one dataset; MISSING where nothing is said and the lexicon has no word."""
    if publisher.level == "land" or publisher.kind in _OTHERS and publisher.level is None:
        return Noted(Kind())
    said = _read_said(vocabulary, references, keywords)
    notes = tuple(note("musterdatensatz.unknown_uri", value) for value in said.unknown)
    guess = guess_title(vocabulary, lexicon, title) if publisher.level in MUNICIPAL else MISSING
    if said.slugs:
        return _own_word(vocabulary, said.slugs, guess, notes)
    thema = said.thema if said.thema.value else _thema(vocabulary, guess)
    return Noted(Kind(guess, thema), notes)


def guess_title(vocabulary: Vocabulary, lexicon: Lexicon, title: str | None) -> Reading:
    """The lexicon's answer: likely, or ambiguous where two terms of equal length match."""
    if not title:
        return MISSING
    hit = match(lexicon, title)
    if not hit.slugs:
        return MISSING
    because = ", ".join(dict.fromkeys(hit.terms))
    if len(hit.slugs) > 1:
        return Reading(None, "ambiguous", "lexicon.tie", because, hit.slugs)
    return Reading(hit.slugs[0], "likely", "lexicon", because)


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
    slugs = (reading.value,) if reading.value else reading.candidates
    entries = [entry for slug in slugs if (entry := vocabulary.musterdaten.get(slug))]
    themen = tuple(sorted({entry.thema for entry in entries}))
    if not themen:
        return MISSING
    if len(themen) > 1:
        return Reading(None, "ambiguous", reading.rule, reading.raw, themen)
    status = reading.status if reading.value else "likely"
    return Reading(themen[0], status, reading.rule, reading.raw)
