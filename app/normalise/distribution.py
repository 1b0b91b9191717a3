# SPDX-License-Identifier: EUPL-1.2
"""One Datei oder Dienst: RawDistribution in, Distribution and notes out; services alike."""

from typing import NamedTuple

from app.model import DataService, Distribution, Reading, StandardUse
from app.normalise import licence
from app.normalise.address import read_address
from app.normalise.format import Formatted, Said
from app.normalise.notes import Note, Noted, note
from app.normalise.reader import Reader
from app.normalise.standards import Seen, joined
from app.normalise.text import choose, line, read_line
from app.normalise.times import read_day, read_instant
from app.normalise.urls import first_url
from app.vocabulary.standards_hints import Hint
from harvesters.base.record import RawDistribution, RawService, Text, first


class Inherited(NamedTuple):
    """What the dataset says for all its distributions: licence, standards, attribution text.

    named: standards its titles and keywords name.
    """

    licence: Reading
    standards: tuple[StandardUse, ...]
    attribution: str | None
    named: tuple[Hint, ...] = ()


class Read(NamedTuple):
    """A distribution as read, its metadata profiles and its notes."""

    distribution: Distribution
    profiles: tuple[str, ...]
    notes: tuple[Note, ...]


def read_distribution(reader: Reader, raw: RawDistribution, inherited: Inherited) -> Read:
    """One distribution; what it does not say itself it has from its dataset."""
    access = first_url(raw.access_urls, "dcat:accessURL")
    download = first_url(raw.download_urls, "dcat:downloadURL")
    title = read_line(raw.titles, "dct:title")
    address = read_address(access.value, download.value)
    formatted = reader.format(Said(raw.formats, raw.media_types, raw.packaging, address))
    licences = raw.licences + reader.licence_entry(raw.licence_entry)
    licensed = _licence(reader, licences, raw.rights, inherited.licence)
    conformance = reader.conformance(raw.conforms_to)
    issued = read_day(raw.issued, "dct:issued")
    modified = read_instant(raw.modified, "dct:modified")
    availability = reader.availability(raw.availabilities)
    size = _byte_size(raw.byte_sizes)
    declared = conformance.value.standards or inherited.standards
    distribution = Distribution(
        uri=raw.uri,
        title=title.value,
        access_url=access.value,
        download_url=download.value,
        format=formatted.value.format,
        media_type=formatted.value.media_type,
        licence=licensed.value,
        attribution=read_attribution(raw.attributions) or inherited.attribution,
        availability=availability.value,
        issued=issued.value,
        modified=modified.value,
        byte_size=size.value,
        standards=joined(
            reader.standards(declared, formatted.value.format.value),
            reader.implied(_seen(raw, inherited, access.value, download.value, formatted.value)),
        ),
        service=first(raw.access_services),
    )
    noted = (access, download, title, formatted, licensed, conformance, issued, modified)
    notes = sum((part.notes for part in (*noted, availability, size)), _without_url(distribution))
    return Read(distribution, conformance.value.profiles, notes)


def _seen(
    raw: RawDistribution,
    inherited: Inherited,
    access: str | None,
    download: str | None,
    formatted: Formatted,
) -> Seen:
    texts = tuple(title.value for title in raw.titles)
    addresses = dict.fromkeys(address for address in (download, access) if address)
    return Seen(texts, tuple(addresses), formatted.format.value, inherited.named)


def read_service(reader: Reader, raw: RawService) -> Noted[DataService]:
    """One dcat:DataService; its format may say by which standard it answers."""
    endpoint = first_url(raw.endpoint_urls, "dcat:endpointURL")
    description = first_url(raw.endpoint_descriptions, "dcat:endpointDescription")
    title = read_line(raw.titles, "dct:title")
    licensed = reader.licence_of(raw.licences, raw.rights)
    conformance = reader.conformance(raw.conforms_to)
    address = read_address(endpoint.value or description.value, None)
    format_ = reader.format(Said(raw.formats, (), (), address)).value.format
    service = DataService(
        identifier=raw.identifier,
        title=title.value,
        endpoint_url=endpoint.value,
        endpoint_description=description.value,
        licence=licensed.value,
        standards=reader.standards(conformance.value.standards, format_.value),
        serves=raw.serves,
    )
    noted = (endpoint, description, title, licensed, conformance)
    return Noted(service, sum((part.notes for part in noted), ()))


def read_attribution(texts: tuple[Text, ...]) -> str | None:
    """The Quellenvermerk (dcatde:licenseAttributionByText) on one line."""
    chosen = choose(texts)
    return line(chosen) or None if chosen else None


def _licence(
    reader: Reader,
    licences: tuple[str, ...],
    rights: tuple[str, ...],
    dataset: Reading,
) -> Noted[Reading]:
    decided = licence.of_distribution(reader.licence_of(licences, rights), dataset)
    if decided.value.status == "missing" and rights:
        return reader.rights_of(rights)
    return decided


def _byte_size(values: tuple[str, ...]) -> Noted[int | None]:
    for value in values:
        if not value.strip():
            continue
        number = value.strip().removesuffix(".0")
        if number.isascii() and number.isdigit() and len(number) <= 18:
            return Noted(int(number))
        return Noted(None, (note("byte_size.invalid", value),))
    return Noted(None)


def _without_url(distribution: Distribution) -> tuple[Note, ...]:
    if distribution.access_url or distribution.download_url or distribution.service:
        return ()
    return (note("distribution.without_url", distribution.title or distribution.uri),)
