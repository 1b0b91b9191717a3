# SPDX-License-Identifier: EUPL-1.2
"""What a title is taken for: an editor's correction, else the learned model held to the lexicon.

Sure is what the model is sure of, and a title that is the name of the kind it is taken for; the
rest above a fixed confidence is likely. Below it the three best are candidates where the lexicon
knows a word of the title, and nothing is claimed; without one they are noise.
"""

from collections import Counter
from typing import NamedTuple

from app.model import Reading
from app.model.reading import MISSING
from app.normalise.musterdatensatz_features import words_of
from app.normalise.musterdatensatz_model import Guess, Model, because, guess, load_model
from app.vocabulary import Vocabulary
from app.vocabulary.folding import fold
from app.vocabulary.musterdaten_corrections import read_corrections

SURE, LIKELY, UNSURE, CORRECTION = "model.sure", "model", "model.unsure", "correction"
_LIKELY = 0.6


class Kind(NamedTuple):
    """Musterdatensatz and its Thema, both slugs."""

    musterdatensatz: Reading = MISSING
    thema: Reading = MISSING


class Classifier(NamedTuple):
    """What titles are read with. corrections: folded title → slug, "" for none of the kinds.

    names: the words of a name that only one kind has → its slug.
    """

    model: Model
    corrections: dict[str, str]
    themen: dict[str, str]
    names: dict[tuple[str, ...], str]


def make_classifier(vocabulary: Vocabulary) -> Classifier:
    """The classifier of this vocabulary. VocabularyError."""
    corrections = read_corrections(vocabulary.shelf)
    return Classifier(
        load_model(vocabulary.shelf),
        {fold(title): slug for title, slug in corrections.items()},
        {entry.slug: entry.thema for entry in vocabulary.musterdaten},
        _names(vocabulary),
    )


def _names(vocabulary: Vocabulary) -> dict[tuple[str, ...], str]:
    """Whole names, and their last parts where no other kind's name ends alike."""
    entries = tuple(vocabulary.musterdaten)
    ends = Counter(_words(entry.name.split(" - ")[-1]) for entry in entries)
    found = {_words(name): entry.slug for entry in entries for name in (entry.label, entry.name)}
    for entry in entries:
        end = _words(entry.name.split(" - ")[-1])
        if ends[end] == 1:
            found.setdefault(end, entry.slug)
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(words_of(text))


def read_title(classifier: Classifier, title: str | None, description: str | None = None) -> Kind:
    """The kind of one title; Kind() where nothing speaks for any."""
    if not title:
        return Kind()
    corrected = classifier.corrections.get(fold(title)) if classifier.corrections else None
    if corrected is not None:
        return _corrected(classifier, title, corrected)
    found = guess(classifier.model, title, description or "")
    if found is None:
        return Kind()
    if found.choices[0].confidence < _LIKELY and not found.known:
        return Kind()
    kind = _read(classifier, title, found)
    return Kind(kind, _thema(classifier, found, kind))


def is_none(classifier: Classifier, title: str) -> bool:
    """Whether an editor said that this title is of none of the kinds."""
    return classifier.corrections.get(fold(title)) == ""


def _corrected(classifier: Classifier, title: str, slug: str) -> Kind:
    if slug not in classifier.themen:
        return Kind()
    thema = classifier.themen[slug]
    return Kind(
        Reading(slug, "exact", CORRECTION, title), Reading(thema, "exact", CORRECTION, title)
    )


def _read(classifier: Classifier, title: str, found: Guess) -> Reading:
    best = found.choices[0]
    words = ", ".join(because(classifier.model, title, best.slug))
    if best.confidence < _LIKELY:
        slugs = tuple(choice.slug for choice in found.choices)
        return Reading(None, "ambiguous", UNSURE, words, slugs)
    sure = found.sure or classifier.names.get(_words(title)) == best.slug
    return Reading(best.slug, "likely", SURE if sure else LIKELY, words)


def _thema(classifier: Classifier, found: Guess, kind: Reading) -> Reading:
    """The Thema may be sure where the kind is not."""
    if found.thema_sure or kind.value:
        rule = SURE if found.thema_sure else kind.rule
        return Reading(found.thema.slug, "likely", rule, kind.raw)
    themen = tuple(sorted({classifier.themen[slug] for slug in kind.candidates}))
    if len(themen) == 1:
        return Reading(themen[0], "likely", kind.rule, kind.raw)
    return Reading(None, "ambiguous", kind.rule, kind.raw, themen)
