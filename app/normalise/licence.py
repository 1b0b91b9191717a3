# SPDX-License-Identifier: EUPL-1.2
"""Licences: what the statements about one thing say together; each is read in licence_reading.

A licence sits on the distribution. Statements are read in this order, and the first that says
something decides: the distribution's licence, its rights as far as they are licences, the dataset's
licence, the dataset's rights. A dataset's licence is derived from its distributions.
"""

from collections.abc import Callable, Iterable

from app.model import Reading
from app.model.reading import MISSING
from app.normalise.licence_joining import ids_of, is_settled
from app.normalise.licence_reading import is_access_statement
from app.normalise.licence_words import STATEMENT
from app.normalise.notes import Note, Noted, note
from app.vocabulary import Vocabulary

Read = Callable[[str], Reading]
# Statuses of texts that name a licence or a class of licences.
READ = ("exact", "likely", "ambiguous")
FIRM = ("exact", "likely")
# Rule of readings that the portal's harvester filled in, as its configuration says.
DEFAULT = "default"


def is_filled_in(reading: Reading) -> bool:
    """Whether the portal's harvester gave this value because nobody declared one."""
    return (reading.rule or "").rpartition(".")[2] == DEFAULT


def decide(read_text: Read, licences: tuple[str, ...], rights: tuple[str, ...]) -> Noted[Reading]:
    """The licence of one thing from its licence and rights statements; missing if none is one.

    A licence text that cannot be read beside one that can makes the answer ambiguous: it may
    restrict it. A rights text that is no licence says nothing about the licence, and what a
    harvester fills in where nothing was declared says nothing beside what was declared.
    """
    said = [reading for reading in map(read_text, licences) if reading.status != "missing"]
    said += [
        _by_rights(reading)
        for reading in map(read_text, rights)
        if reading.status in READ and reading.rule != STATEMENT
    ]
    named = [reading for reading in said if reading.rule != STATEMENT] or said
    readings = [reading for reading in named if reading.rule != DEFAULT] or named
    return _join(readings) if readings else Noted(MISSING)


def readable(read_text: Read, entry: tuple[str, ...]) -> tuple[str, ...]:
    """The ways of naming one entry of a portal's licence list that are to be read as its licence.

    What can be read decides; where nothing can, the last way (the title) stands for the entry, and
    an entry that says no licence is given ("notspecified") gives nothing.
    """
    statuses = {text: read_text(text).status for text in entry if text.strip()}
    read = tuple(text for text, status in statuses.items() if status in READ)
    if read or "missing" in statuses.values():
        return read
    return tuple(statuses)[-1:]


def of_distribution(own: Noted[Reading], dataset: Reading) -> Noted[Reading]:
    """The distribution's own licence, else the one the dataset names (rule ``dataset.…``).

    What the harvester filled in at the distribution gives way to what the dataset declares.
    """
    filled_in = own.value.rule == DEFAULT and dataset.rule != DEFAULT
    if dataset.status == "missing" or not (filled_in or own.value.status == "missing"):
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
    candidates = ids_of(list(parts.values()))
    if statuses <= {"exact", "likely"} and len({part.value for part in parts.values()}) == 1:
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
    firm = _firm(readings)
    several = [reading for reading in readings if reading.status == "ambiguous"]
    unknown = [reading for reading in readings if reading.status == "unknown"]
    open_ones = {
        reading.value or reading.raw: reading
        for reading in several
        if not is_settled(reading, firm) and not _is_remark(reading, firm)
    }
    if len(firm) + len(open_ones) > 1:
        return _contradiction([*firm.values(), *open_ones.values()])
    if unknown and (firm or several):
        return _doubtful([*firm.values(), *several], unknown)
    best = [*firm.values(), *several, *unknown][0]
    return Noted(best, _notes(best))


def _firm(readings: list[Reading]) -> dict[str | None, Reading]:
    """One reading a licence, the exact one where there is one, in the order of the statements."""
    likely = {reading.value: reading for reading in reversed(readings) if reading.status in FIRM}
    return likely | {
        reading.value: reading for reading in reversed(readings) if reading.status == "exact"
    }


def _is_remark(reading: Reading, firm: dict[str | None, Reading]) -> bool:
    """Whether a rights text only talks about the licence that a statement beside it names."""
    return reading.rule == "rights.doubtful" and set(reading.candidates) <= set(firm)


def _contradiction(readings: list[Reading]) -> Noted[Reading]:
    readings = sorted(readings, key=lambda reading: (reading.value or "", reading.raw or ""))
    ids = ids_of(readings)
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
    return Noted(Reading(None, "ambiguous", "partly.unread", raw, ids_of(known)), notes)


def _notes(reading: Reading) -> tuple[Note, ...]:
    if reading.status == "unknown":
        return (note("licence.unknown", reading.raw),)
    if is_filled_in(reading):
        return (note("licence.default", reading.raw),)
    if reading.status == "ambiguous":
        return (note("licence.ambiguous", reading.raw),)
    return ()
