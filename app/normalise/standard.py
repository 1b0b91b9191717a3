# SPDX-License-Identifier: EUPL-1.2
"""dct:conformsTo: metadata profiles, data standards and reference systems are told apart.

Portals name the profile of their metadata there far more often than a standard of the data. A
metadata profile is never a data standard.
"""

import re
from typing import NamedTuple

from app.model import StandardUse
from app.normalise.notes import Note, Noted, note
from app.vocabulary import Vocabulary
from harvesters.base.record import RawStandard

# Coordinate reference systems stand in conformsTo since GeoDCAT-AP 1.0 (section on reference
# systems).
_REFERENCE_SYSTEM = re.compile(
    r"(?:https?://(?:www\.)?opengis\.net/def/crs/|urn:(?:x-)?ogc:def:crs:|epsg[:\s/]*\d{4,6}\b"
    r"|https?://(?:www\.)?(?:epsg\.io|spatialreference\.org)/)",
    re.IGNORECASE,
)
_LONGEST = 500  # a name of a standard stands at a text's beginning; time grows by the square


class Conformance(NamedTuple):
    """What conformsTo said: profiles of the metadata (verbatim) and standards of the data."""

    profiles: tuple[str, ...] = ()
    standards: tuple[StandardUse, ...] = ()


NOTHING: Noted[Conformance] = Noted(Conformance())


def read(vocabulary: Vocabulary, values: tuple[RawStandard, ...]) -> Noted[Conformance]:
    """All values of one thing. A standard that is not known is kept with key None."""
    profiles: list[str] = []
    uses: list[StandardUse] = []
    notes: list[Note] = []
    for entry in values:
        words = [word for word in (entry.value, entry.label) if word and word.strip()]
        if not words:
            continue
        heads = [word[:_LONGEST] for word in words]
        key = _key(vocabulary, heads)
        if key is None and any(map(vocabulary.standards.is_metadata_profile, heads)):
            profiles.append(words[0])
            notes.append(note("standard.metadata_profile", words[0]))
        elif key is None and any(map(_REFERENCE_SYSTEM.match, words)):
            notes.append(note("standard.reference_system", words[0]))
        else:
            uses.append(StandardUse(key, words[0], "declared"))
            notes += [] if key else [note("standard.unrecognised", words[0], entry.label)]
    return Noted(Conformance(tuple(profiles), tuple(dict.fromkeys(uses))), tuple(notes))


def uses(
    vocabulary: Vocabulary, declared: tuple[StandardUse, ...], format_key: str | None
) -> tuple[StandardUse, ...]:
    """The declared standards and, as inferred, those the format implies."""
    if format_key is None:
        return declared
    known = {use.key for use in declared}
    inferred = (
        StandardUse(standard.id, format_key, "inferred")
        for standard in vocabulary.standards.for_format(format_key)
        if standard.id not in known
    )
    return (*declared, *inferred)


def _key(vocabulary: Vocabulary, words: list[str]) -> str | None:
    standards = vocabulary.standards
    for word in words:
        standard = standards.by_uri(word) or standards.by_alias(word)
        if standard and standard.level != "metadata":
            return standard.id
    return None
