# SPDX-License-Identifier: EUPL-1.2
"""From lines of the source to drafts: yearly slices, addresses, dates, words.

Dates are made from names by a checksum, so that the catalogue is the same on every machine and day.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

from app.demonstration import files, wording
from app.demonstration.draft import Draft
from app.demonstration.faults import spoil
from app.demonstration.source_files import Entry, Kommune, Source, Topic

EU = "http://publications.europa.eu/resource/authority"
GEOCODING = "http://dcat-ap.de/def/politicalGeocoding"
KEYS = {2: "stateKey", 5: "districtKey", 8: "municipalityKey", 9: "municipalAssociationKey"}
LAST_YEAR = 2025  # nothing in the catalogue is younger, whatever the clock says
OFTEN = {"CONT", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "QUARTERLY"}
_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LETTERS = re.compile(r"[^a-z0-9]+")


def drafts(source: Source) -> Iterator[Draft]:
    """All datasets and series of the demonstration, a Kommune after the other."""
    for kommune in source.kommunen:
        for entry in kommune.datasets:
            topic = source.topics[entry.of]
            if entry.series:
                yield _series(kommune, topic, entry)
            for year in years(entry.years) or (0,):
                draft = _dataset(source, kommune, topic, entry, year)
                yield spoil(draft, entry.wrong)


def years(text: str) -> tuple[int, ...]:
    """``2019-2022`` gives four years, ``2014 2020`` two, nothing none."""
    first, dash, last = text.partition("-")
    if dash:
        return tuple(range(int(first), int(last) + 1))
    return tuple(int(year) for year in text.split())


def slug_of(title: str) -> str:
    """Letters and digits of a title, joined by hyphens."""
    return _LETTERS.sub("-", title.lower().translate(_FOLD)).strip("-")


def _dataset(source: Source, kommune: Kommune, topic: Topic, entry: Entry, year: int) -> Draft:
    name = slug_of(entry.title) + (f"-{year}" if year else "")
    often = entry.often or topic.often
    draft = _frame(kommune, topic, entry, name)
    draft = replace(
        draft,
        title=f"{entry.title} {year}" if year else entry.title,
        description=wording.description(kommune, topic, entry, year),
        issued=_day(draft.iri, year or 2016 + _number(name) % 5),
        modified=_modified(draft.iri, often, year),
        frequency=f"{EU}/frequency/{often}",
        period=(f"{year}-01-01", f"{year}-12-31") if year else None,
        references=wording.references(kommune, topic, entry),
        hvd=(f"http://data.europa.eu/bna/{topic.hvd}",) if entry.hvd else (),
        in_series=_series_iri(kommune, entry) if entry.series else "",
    )
    return replace(draft, files=files.drafts(source, kommune, entry, draft))


def _frame(kommune: Kommune, topic: Topic, entry: Entry, name: str) -> Draft:
    """What a dataset and a series have alike."""
    home = f"https://opendata.{kommune.slug}.example"
    publisher = (f"{home}/organization/{entry.by}", kommune.publishers[entry.by - 1])
    return Draft(
        iri=f"{home}/dataset/{name}",
        identifier=f"{kommune.slug}-{name}",
        title=entry.title,
        description="",
        dcatde=kommune.dcatde,
        publisher=publisher,
        contact=wording.contact(kommune),
        landing=f"{home}/datensatz/{name}",
        keywords=wording.keywords(kommune, topic, entry),
        themes=_themes(topic, entry),
        geocoding=_geocoding(kommune),
    )


def _series(kommune: Kommune, topic: Topic, entry: Entry) -> Draft:
    draft = _frame(kommune, topic, entry, slug_of(entry.title))
    return replace(
        draft,
        iri=_series_iri(kommune, entry),
        description=wording.description(kommune, topic, entry, 0),
        references=wording.references(kommune, topic, entry),
        is_series=True,
    )


def _series_iri(kommune: Kommune, entry: Entry) -> str:
    return f"https://opendata.{kommune.slug}.example/series/{slug_of(entry.title)}"


def _themes(topic: Topic, entry: Entry) -> tuple[str, ...]:
    eu = f"{EU}/data-theme/{topic.theme}"
    inspire = f"http://inspire.ec.europa.eu/theme/{topic.inspire}"
    return (eu, inspire) if entry.inspire and topic.inspire else (eu,)


def _geocoding(kommune: Kommune) -> tuple[tuple[str, str], ...]:
    place = f"{GEOCODING}/{KEYS[len(kommune.key)]}/{kommune.key}"
    if kommune.geocoding == "new":
        return (("dct:spatial", place),)
    if kommune.geocoding == "old":
        return (("dcatde:politicalGeocodingURI", place),)
    return ()


def _modified(name: str, often: str, year: int) -> str:
    if year:
        return _day(f"{name}/modified", min(year + 1, LAST_YEAR))
    if often in OFTEN:
        return f"{LAST_YEAR}-09-{1 + _number(name) % 28:02d}T06:15:00"
    if often == "NEVER":
        return _day(name, 2016)
    return _day(f"{name}/modified", 2021 + _number(name) % 4)


def _day(name: str, year: int) -> str:
    """A day of that year, before September: the catalogue ends there in its last year."""
    number = _number(name)
    return f"{year}-{1 + number % 8:02d}-{1 + number // 8 % 28:02d}"


def _number(name: str) -> int:
    return zlib.crc32(name.encode())
