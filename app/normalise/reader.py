# SPDX-License-Identifier: EUPL-1.2
"""The rules bound to one vocabulary, with bounded memories of the values already read.

Portals repeat the same few licences, formats and publishers thousands of times; everything that
does not depend on one dataset is read once. The memories hold only pure answers, so a Reader may be
shared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache

from app.model import Body, Reading, StandardUse
from app.normalise import format as formats
from app.normalise import kommune, licence_habit, standard, terms
from app.normalise.licence_habit import Habit, LicenceReader
from app.normalise.musterdatensatz_reading import Classifier, make_classifier
from app.normalise.notes import Noted
from app.normalise.standards import Seen, implied, named
from app.vocabulary import Concepts, Vocabulary
from app.vocabulary.standards_hints import Hint
from harvesters.base.record import Portal, RawStandard

_VALUES = 4_096
_SETS = 4_096
_PORTALS = 64

Strings = tuple[str, ...]


@dataclass(frozen=True)
class Reader:
    """One function a concern; each is pure and remembers its answers.

    today: the day by which a period counts as over. licence_of joins the licence and rights
    statements of one thing; rights_of answers for rights that are no licence; licence_entry says
    which names of an entry in a portal's licence list to read. licences_for gives these four for a
    portal; at is the Reader with them.
    """

    vocabulary: Vocabulary
    classifier: Classifier
    today: date
    licence: Callable[[str], Reading]
    licence_of: Callable[[Strings, Strings], Noted[Reading]]
    rights_of: Callable[[Strings], Noted[Reading]]
    licence_entry: Callable[[Strings], Strings]
    licences_for: Callable[[str, str], LicenceReader]
    format: Callable[[formats.Said], Noted[formats.Formatted]]
    conformance: Callable[[tuple[RawStandard, ...]], Noted[standard.Conformance]]
    standards: Callable[[tuple[StandardUse, ...], str | None], tuple[StandardUse, ...]]
    implied: Callable[[Seen], tuple[StandardUse, ...]]
    named: Callable[[Strings], tuple[Hint, ...]]
    body: Callable[[kommune.Question], Noted[Body]]
    themes: Callable[[Strings, Strings, Strings], Noted[terms.Themes]]
    availability: Callable[[Strings], Noted[str | None]]
    frequency: Callable[[Strings], Noted[str | None]]
    access_rights: Callable[[Strings], Noted[str | None]]

    def at(self, portal: Portal) -> "Reader":
        """The Reader for what this portal says."""
        licences = self.licences_for(portal.key, portal.base or portal.url)
        return replace(
            self,
            licence=licences.read,
            licence_of=licences.decide,
            rights_of=licences.rights,
            licence_entry=licences.entry,
        )


def make_reader(
    vocabulary: Vocabulary,
    today: date | None = None,
    licence_defaults: Mapping[str, str] | None = None,
) -> Reader:
    """A Reader over this vocabulary. today: the present day in UTC unless given.

    licence_defaults: ids of licences that portals fill in where nothing was declared, by portal.
    """
    read_licence, defaults = licence_habit.remember(vocabulary), licence_defaults or {}
    plain = licence_habit.make_licence_reader(vocabulary, read_licence, Habit())
    finder = kommune.make_finder(vocabulary)
    return Reader(
        vocabulary=vocabulary,
        classifier=make_classifier(vocabulary),
        today=today or datetime.now(UTC).date(),
        licence=plain.read,
        licence_of=plain.decide,
        rights_of=plain.rights,
        licence_entry=plain.entry,
        licences_for=lru_cache(_PORTALS)(
            lambda key, url: licence_habit.make_licence_reader(
                vocabulary, read_licence, Habit(url, defaults.get(key, ""))
            )
        ),
        format=lru_cache(_SETS)(lambda said: formats.read(vocabulary, said)),
        conformance=lru_cache(_VALUES)(lambda values: standard.read(vocabulary, values)),
        standards=lru_cache(_VALUES)(lambda uses, key: standard.uses(vocabulary, uses, key)),
        implied=lambda seen: implied(vocabulary, seen),
        named=lambda texts: named(vocabulary, texts),
        body=lru_cache(_SETS)(lambda question: kommune.read_body(finder, question)),
        themes=lru_cache(_VALUES)(
            lambda said, words, hvd: terms.read_themes(vocabulary, said, words, hvd)
        ),
        availability=_term(lambda: vocabulary.availability, "availability.unrecognised"),
        frequency=_term(lambda: vocabulary.frequencies, "frequency.unrecognised"),
        access_rights=_term(lambda: vocabulary.access_rights, "access_rights.unrecognised"),
    )


def _term(concepts: Callable[[], Concepts], code: str) -> Callable[[Strings], Noted[str | None]]:
    return lru_cache(_VALUES)(lambda values: terms.read_one(concepts(), values, code))
