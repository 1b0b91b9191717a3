# SPDX-License-Identifier: EUPL-1.2
"""The rules bound to one vocabulary, with bounded memories of the values already read.

Portals repeat the same few licences, formats and publishers thousands of times; everything that
does not depend on one dataset is read once. The memories hold only pure answers, so a Reader may be
shared.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from app.model import Body, Reading, StandardUse
from app.normalise import format as formats
from app.normalise import kommune, licence, licence_reading, standard, terms
from app.normalise.lexicon import Lexicon, compile_lexicon
from app.normalise.notes import Noted
from app.vocabulary import Concepts, Vocabulary
from harvesters.base.record import RawStandard

_VALUES = 8_192
_SETS = 16_384

Strings = tuple[str, ...]


@dataclass(frozen=True)
class Reader:
    """One function a concern; each is pure and remembers its answers.

    today: the day by which a period counts as over. licence_of joins the licence and rights
    statements of one thing; rights_of answers for rights that are no licence; licence_entry says
    which names of an entry in a portal's licence list to read.
    """

    vocabulary: Vocabulary
    lexicon: Lexicon
    today: date
    licence: Callable[[str], Reading]
    licence_of: Callable[[Strings, Strings], Noted[Reading]]
    rights_of: Callable[[Strings], Noted[Reading]]
    licence_entry: Callable[[Strings], Strings]
    format: Callable[[formats.Said], Noted[formats.Formatted]]
    conformance: Callable[[tuple[RawStandard, ...]], Noted[standard.Conformance]]
    standards: Callable[[tuple[StandardUse, ...], str | None], tuple[StandardUse, ...]]
    body: Callable[[kommune.Question], Noted[Body]]
    themes: Callable[[Strings, Strings, Strings], Noted[terms.Themes]]
    availability: Callable[[Strings], Noted[str | None]]
    frequency: Callable[[Strings], Noted[str | None]]
    access_rights: Callable[[Strings], Noted[str | None]]


def make_reader(vocabulary: Vocabulary, today: date | None = None) -> Reader:
    """A Reader over this vocabulary. today: the present day in UTC unless given."""
    read_licence = lru_cache(_VALUES)(lambda text: licence_reading.read(vocabulary, text))
    finder = kommune.make_finder(vocabulary)
    return Reader(
        vocabulary=vocabulary,
        lexicon=compile_lexicon(vocabulary.musterdaten.lexicon.items()),
        today=today or datetime.now(UTC).date(),
        licence=read_licence,
        licence_of=lru_cache(_SETS)(lambda own, rights: licence.decide(read_licence, own, rights)),
        rights_of=lru_cache(_VALUES)(
            lambda rights: licence.unread_rights(vocabulary, read_licence, rights)
        ),
        licence_entry=lru_cache(_VALUES)(lambda entry: licence.readable(read_licence, entry)),
        format=lru_cache(_SETS)(lambda said: formats.read(vocabulary, said)),
        conformance=lru_cache(_VALUES)(lambda values: standard.read(vocabulary, values)),
        standards=lru_cache(_VALUES)(lambda uses, key: standard.uses(vocabulary, uses, key)),
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
