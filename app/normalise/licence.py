# SPDX-License-Identifier: EUPL-1.2
"""Licences: exact by URI or alias, never nearly; what several statements together say.

A licence sits on the distribution. Statements are read in this order, and the first that says
something decides: the distribution's licence, its rights as far as they are licences, the dataset's
licence, the dataset's rights. A dataset's licence is derived from its distributions.
"""

import re
from collections.abc import Callable, Iterable

from app.model import Reading
from app.model.reading import MISSING
from app.normalise.notes import Note, Noted, note
from app.normalise.text import bare
from app.vocabulary import Vocabulary

Read = Callable[[str], Reading]

# Ids of the licence list that are no licences: nothing was said, what was said cannot be read.
UNSPECIFIED, UNKNOWN = "unspecified", "unknown"
# Rule of readings such as inspire-no-conditions: an entry of the list, but no licence.
STATEMENT = "statement"
_VERSION = re.compile(r"-\d.*")


def read(vocabulary: Vocabulary, text: str) -> Reading:
    """One text or URI. A class id (``cc-by``) is ambiguous with that id as value."""
    said = bare(text)
    if not said:
        return MISSING
    licences = vocabulary.licences
    by_uri = licences.by_uri(said)
    licence = by_uri or licences.by_alias(said)
    if licence is None and (shared := licences.candidates(said)):
        ids = tuple(candidate.id for candidate in shared)
        return Reading(None, "ambiguous", "shared", said, ids)
    if licence is None or licence.id == UNKNOWN:
        return Reading(None, "unknown", "unread", said)
    rule = "uri" if by_uri else "alias"
    if licence.id == UNSPECIFIED:
        return Reading(None, "missing", rule, said)
    if licences.is_class(licence.id):
        return Reading(licence.id, "ambiguous", rule, said)
    return Reading(licence.id, "exact", STATEMENT if licence.kind == "statement" else rule, said)


def is_access_statement(vocabulary: Vocabulary, text: str) -> bool:
    """Whether a rights text only says who may see the data ("public"), which is no licence."""
    concepts = vocabulary.access_rights
    said = bare(text)
    return bool(concepts.by_uri(said) or concepts.by_alias(said))


def decide(read_text: Read, licences: tuple[str, ...], rights: tuple[str, ...]) -> Noted[Reading]:
    """The licence of one thing from its licence and rights statements; missing if none is one.

    A licence text that cannot be read beside one that can makes the answer ambiguous: it may
    restrict it. A rights text that is no licence says nothing about the licence.
    """
    said = [reading for reading in map(read_text, licences) if reading.status != "missing"]
    said += [
        _by_rights(reading)
        for reading in map(read_text, rights)
        if reading.status in ("exact", "ambiguous") and reading.rule != STATEMENT
    ]
    named = [reading for reading in said if reading.rule != STATEMENT]
    readings = named or said
    return _join(readings) if readings else Noted(MISSING)


def readable(read_text: Read, entry: tuple[str, ...]) -> tuple[str, ...]:
    """The ways of naming one entry of a portal's licence list that are to be read as its licence.

    What can be read decides; where nothing can, the last way (the title) stands for the entry, and
    an entry that says no licence is given ("notspecified") gives nothing.
    """
    statuses = {text: read_text(text).status for text in entry if text.strip()}
    read = tuple(text for text, status in statuses.items() if status in ("exact", "ambiguous"))
    if read or "missing" in statuses.values():
        return read
    return tuple(statuses)[-1:]


def of_distribution(own: Noted[Reading], dataset: Reading) -> Noted[Reading]:
    """The distribution's own licence, else the one the dataset names (rule ``dataset.…``)."""
    if own.value.status != "missing" or dataset.status == "missing":
        return own
    rule = f"dataset.{dataset.rule}"
    return Noted(Reading(dataset.value, dataset.status, rule, dataset.raw, dataset.candidates))


def unread_rights(
    vocabulary: Vocabulary, read_text: Read, rights: tuple[str, ...]
) -> Noted[Reading]:
    """Where no licence is named anywhere: rights that were said but are no known licence."""
    for text in rights:
        if read_text(text).status == "unknown" and not is_access_statement(vocabulary, text):
            reading = Reading(None, "unknown", "rights.unread", text.strip())
            return Noted(reading, _notes(reading))
    return Noted(MISSING)


def derive(readings: Iterable[Reading], own: Reading) -> Reading:
    """The dataset's licence over its distributions; without any, the one it names itself.

    One and the same everywhere keeps its status; parts that differ are mixed, with all ids as
    candidates, also when some distributions carry none.
    """
    parts = {(part.status, part.value): part for part in readings}
    if not parts:
        return own
    if len(parts) == 1:
        return next(iter(parts.values()))
    statuses = {status for status, _ in parts}
    candidates = _ids(list(parts.values()))
    if statuses <= {"exact", "likely"} and len(candidates) == 1:
        return next(part for part in parts.values() if part.status == "likely")
    if statuses <= {"unknown", "missing"}:
        return next(part for part in parts.values() if part.status == "unknown")
    return Reading(None, "mixed", "derived", None, candidates)


def missing_notes(readings: Iterable[Reading], own: Reading) -> tuple[Note, ...]:
    """One note for each distribution without any licence, or for a dataset that has neither."""
    parts = tuple(readings) or (own,)
    return tuple(note("licence.missing") for part in parts if part.status == "missing")


def level_notes(own: Reading, derived: Reading) -> tuple[Note, ...]:
    """A note where the dataset names one licence and all its distributions another one."""
    if own.status == derived.status == "exact" and own.value != derived.value:
        return (note("licence.contradiction", own.raw, derived.raw),)
    return ()


def _by_rights(reading: Reading) -> Reading:
    rule = f"rights.{reading.rule}"
    return Reading(reading.value, reading.status, rule, reading.raw, reading.candidates)


def _join(readings: list[Reading]) -> Noted[Reading]:
    exact = {reading.value: reading for reading in reversed(readings) if reading.status == "exact"}
    several = [reading for reading in readings if reading.status == "ambiguous"]
    unknown = [reading for reading in readings if reading.status == "unknown"]
    open_ones = {
        reading.value or reading.raw: reading for reading in several if not _settled(reading, exact)
    }
    if len(exact) + len(open_ones) > 1:
        return _contradiction([*exact.values(), *open_ones.values()])
    if unknown and (exact or several):
        return _doubtful([*exact.values(), *several], unknown)
    best = [*exact.values(), *several, *unknown][0]
    return Noted(best, _notes(best))


def _settled(reading: Reading, exact: dict[str | None, Reading]) -> bool:
    """Whether an exact statement beside it says which of several licences is meant.

    "CC BY" beside "CC BY 4.0" is the same licence said twice, once without its version.
    """
    name = reading.value or ""
    return any(
        licence in reading.candidates
        or (name and licence.startswith(name) and _VERSION.fullmatch(licence[len(name) :]))
        for licence in exact
        if licence
    )


def _contradiction(readings: list[Reading]) -> Noted[Reading]:
    readings = sorted(readings, key=lambda reading: (reading.value or "", reading.raw or ""))
    ids = _ids(readings)
    raw = " | ".join(reading.raw or "" for reading in readings)
    first, *others = readings
    other = ", ".join(reading.raw or "" for reading in others)
    return Noted(
        Reading(None, "ambiguous", "contradiction", raw, ids),
        (note("licence.contradiction", first.raw, other),),
    )


def _doubtful(known: list[Reading], unknown: list[Reading]) -> Noted[Reading]:
    raw = " | ".join(reading.raw or "" for reading in [*known, *unknown])
    notes = tuple(note("licence.unknown", reading.raw) for reading in unknown)
    return Noted(Reading(None, "ambiguous", "partly.unread", raw, _ids(known)), notes)


def _ids(readings: list[Reading]) -> tuple[str, ...]:
    named = {reading.value for reading in readings if reading.value}
    return tuple(sorted(named.union(*(reading.candidates for reading in readings))))


def _notes(reading: Reading) -> tuple[Note, ...]:
    if reading.status == "unknown":
        return (note("licence.unknown", reading.raw),)
    if reading.status == "ambiguous":
        return (note("licence.ambiguous", reading.raw),)
    return ()
