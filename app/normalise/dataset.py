# SPDX-License-Identifier: EUPL-1.2
"""Record in, Dataset and Findings out: the concerns put together; each is decided in its module."""

from datetime import date, datetime
from typing import NamedTuple

from app.model import Body, DataService, Dataset, Finding, Reading
from app.normalise import licence, musterdatensatz
from app.normalise.distribution import (
    Inherited,
    Read,
    read_attribution,
    read_distribution,
    read_service,
)
from app.normalise.kommune import Question
from app.normalise.musterdatensatz_reading import Kind
from app.normalise.notes import Note, Noted, gather, note
from app.normalise.reader import Reader
from app.normalise.series import read_series
from app.normalise.terms import Themes, read_keywords, read_languages, words_of
from app.normalise.text import read_block, read_line
from app.normalise.times import AsOf, Period, read_as_of, read_day, read_instant, read_period
from app.normalise.urls import first_url
from harvesters.base.record import Portal, Record


class _Words(NamedTuple):
    title: str | None
    description: str | None
    languages: tuple[str, ...]
    landing_page: str | None


class _Times(NamedTuple):
    issued: date | None
    modified: datetime | None
    period: Period
    as_of: AsOf


class _Subjects(NamedTuple):
    themes: Themes
    frequency: str | None
    access_rights: str | None
    availability: str | None


class _Parts(NamedTuple):
    files: tuple[Read, ...]
    services: tuple[DataService, ...]
    licence: Reading
    profiles: tuple[str, ...]


class _Who(NamedTuple):
    """The publisher and what hangs on it."""

    publisher: Body
    kind: Kind


def understand(
    reader: Reader, portal: Portal, record: Record
) -> tuple[Dataset, tuple[Finding, ...]]:
    """The dataset as understood and what was noticed, in a fixed order."""
    reader = reader.at(portal)
    words = _read_words(record)
    parts = _read_parts(reader, record)
    times = _read_times(reader, record, parts.value)
    subjects = _read_subjects(reader, record)
    publisher = reader.body(_question(portal, record))
    kind = musterdatensatz.read(
        reader.vocabulary,
        reader.classifier,
        publisher.value,
        (words.value.title, words.value.description),
        record.references,
        tuple(keyword.value for keyword in record.keywords),
    )
    who = _Who(publisher.value, kind.value)
    dataset = _assemble(record, words.value, parts.value, times.value, subjects.value, who)
    groups = (words.notes, parts.notes, times.notes, subjects.notes, publisher.notes, kind.notes)
    return dataset, gather(record.identifier, (*groups, _repairs(record)))


def _assemble(
    record: Record, words: _Words, parts: _Parts, times: _Times, subjects: _Subjects, who: _Who
) -> Dataset:
    owner = who.publisher.key.value or who.publisher.name or record.portal
    return Dataset(
        portal=record.portal,
        identifier=record.identifier,
        kind=record.kind,
        uri=record.uri,
        title=words.title,
        description=words.description,
        languages=words.languages,
        keywords=read_keywords(record.keywords),
        contributors=record.contributor_ids,
        themes=subjects.themes.eu,
        inspire_themes=subjects.themes.inspire,
        hvd_categories=subjects.themes.hvd,
        licence=parts.licence,
        issued=times.issued,
        modified=times.modified,
        data_as_of=times.as_of.day,
        data_as_of_rule=times.as_of.rule,
        temporal_start=times.period.start,
        temporal_end=times.period.end,
        frequency=subjects.frequency,
        access_rights=subjects.access_rights,
        availability=subjects.availability,
        landing_page=words.landing_page,
        metadata_standards=parts.profiles,
        catalogue=record.catalogue,
        distributions=tuple(read.distribution for read in parts.files),
        services=parts.services,
        publisher=who.publisher,
        musterdatensatz=who.kind.musterdatensatz,
        thema=who.kind.thema,
        series=read_series(record, words.title, owner),
    )


def _question(portal: Portal, record: Record) -> Question:
    return Question(
        agents=record.agents,
        contributor_ids=record.contributor_ids,
        geocodings=record.geocodings + record.spatial,
        addresses=(record.uri or record.identifier, *record.landing_pages),
        portal_key=portal.ags,
        exclusive=portal.exclusive,
    )


def _read_words(record: Record) -> Noted[_Words]:
    title = read_line(record.titles, "dct:title")
    description = read_block(record.descriptions, "dct:description")
    languages = read_languages(record.languages)
    page = first_url(record.landing_pages, "dcat:landingPage")
    notes = title.notes + description.notes + languages.notes + page.notes
    if title.value is None:
        notes += (note("title.missing"),)
    if description.value is None:
        notes += (note("description.missing"),)
    return Noted(_Words(title.value, description.value, languages.value, page.value), notes)


def _read_parts(reader: Reader, record: Record) -> Noted[_Parts]:
    own = _own_licence(reader, record)
    said = reader.conformance(record.conforms_to)
    named = reader.named(tuple(text.value for text in (*record.titles, *record.keywords)))
    credit = read_attribution(record.attributions)
    inherited = Inherited(own.value, said.value.standards, credit, named)
    files = tuple(read_distribution(reader, raw, inherited) for raw in record.distributions)
    services = tuple(read_service(reader, raw) for raw in record.services)
    readings = tuple(read.distribution.licence for read in files)
    derived = licence.derive(readings, own.value)
    profiles = dict.fromkeys((*said.value.profiles, *(p for read in files for p in read.profiles)))
    parts = _Parts(files, tuple(one.value for one in services), derived, tuple(profiles))
    notes: list[Note] = [*own.notes, *said.notes, *licence.missing_notes(readings, own.value)]
    notes += licence.level_notes(own.value, derived)
    notes += [entry for read in files for entry in read.notes]
    notes += [entry for one in services for entry in one.notes]
    if not files and not services and record.kind == "dataset":
        notes.append(note("dataset.without_distribution"))
    return Noted(parts, tuple(notes))


def _own_licence(reader: Reader, record: Record) -> Noted[Reading]:
    licences = record.licences + reader.licence_entry(record.licence_entry)
    decided = reader.licence_of(licences, record.rights)
    if decided.value.status == "missing" and record.rights:
        return reader.rights_of(record.rights)
    return decided


def _read_times(reader: Reader, record: Record, parts: _Parts) -> Noted[_Times]:
    issued = read_day(record.issued, "dct:issued")
    modified = read_instant(record.modified, "dct:modified")
    period = read_period(record.temporal)
    changes = [read.distribution.modified for read in parts.files]
    as_of = read_as_of(period.value.end, changes, reader.today)
    times = _Times(issued.value, modified.value, period.value, as_of)
    return Noted(times, issued.notes + modified.notes + period.notes)


def _read_subjects(reader: Reader, record: Record) -> Noted[_Subjects]:
    themes = reader.themes(record.themes, words_of(record), record.hvd_categories)
    frequency = reader.frequency(record.frequencies)
    access = reader.access_rights(record.access_rights)
    availability = reader.availability(record.availabilities)
    subjects = _Subjects(themes.value, frequency.value, access.value, availability.value)
    return Noted(subjects, themes.notes + frequency.notes + access.notes + availability.notes)


def _repairs(record: Record) -> tuple[Note, ...]:
    return tuple(
        note(repair.code, repair.value, field=repair.position) for repair in record.repairs
    )
