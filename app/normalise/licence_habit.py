# SPDX-License-Identifier: EUPL-1.2
"""How one portal's licence statements are read: its list of codes, and what it fills in unasked."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from app.model import Reading
from app.normalise import licence
from app.normalise.licence_joining import as_likely
from app.normalise.licence_reading import follow, read
from app.normalise.notes import Noted
from app.vocabulary import Vocabulary

_VALUES = 8_192
_SETS = 16_384

Strings = tuple[str, ...]


class Habit(NamedTuple):
    """source: address of the portal, "" for none. default: licence its harvester fills in."""

    source: str = ""
    default: str = ""


class LicenceReader(NamedTuple):
    """read: one text. decide: licence and rights statements of one thing, joined. rights: the same

    for rights that are no licence. entry: which names of an entry in a portal's list to read.
    """

    read: Callable[[str], Reading]
    decide: Callable[[Strings, Strings], Noted[Reading]]
    rights: Callable[[Strings], Noted[Reading]]
    entry: Callable[[Strings], Strings]


def make_licence_reader(
    vocabulary: Vocabulary, read_text: Callable[[str], Reading], habit: Habit
) -> LicenceReader:
    """Functions with bounded memories. read_text: reads a text that comes from nowhere."""

    @lru_cache(_VALUES)
    def read_here(text: str) -> Reading:
        reading = read_text(text)
        if habit.source:
            reading = follow(vocabulary, reading, habit.source)
        return _filled_in(reading) if habit.default == reading.value else reading

    return LicenceReader(
        read_here,
        lru_cache(_SETS)(lambda own, rights: licence.decide(read_here, own, rights)),
        lru_cache(_VALUES)(lambda rights: licence.unread_rights(vocabulary, read_here, rights)),
        lru_cache(_VALUES)(lambda entry: licence.readable(read_here, entry)),
    )


def _filled_in(reading: Reading) -> Reading:
    """The portal's default: the harvester's word, so it is never exact."""
    return replace(as_likely(reading), rule=licence.DEFAULT)


def remember(vocabulary: Vocabulary) -> Callable[[str], Reading]:
    """Reads a text, with a bounded memory that all portals share."""
    return lru_cache(_VALUES)(lambda text: read(vocabulary, text))
