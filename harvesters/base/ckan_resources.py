# SPDX-License-Identifier: EUPL-1.2
"""Resources of a CKAN package and the services they name."""

from collections.abc import Iterator
from typing import Any

from harvesters.base.ckan_fields import (
    Fields,
    decoded,
    fields_of,
    preferred,
    standards,
    strings,
    texts,
    values,
)
from harvesters.base.ckan_json import Json
from harvesters.base.ckan_package import is_iri
from harvesters.base.record import RawDistribution, RawService

_ACCESS, _DOWNLOAD = ("accessurl",), ("downloadurl",)


def distribution(resource: Json) -> RawDistribution:
    """A resource as said."""
    fields = fields_of(resource)
    uri = next((text for text in values(fields, "uri") if is_iri(text)), None)
    access, download = _addresses(fields)
    return RawDistribution(
        uri=uri,
        titles=texts(fields, "name", "title"),
        descriptions=texts(fields, "description"),
        access_urls=access,
        download_urls=download,
        formats=values(fields, "format"),
        media_types=values(fields, "mimetype", "mediatype"),
        packaging=values(fields, "packageformat", "compressformat"),
        licences=values(fields, "license", "licence", "licenseuri"),
        rights=values(fields, "rights"),
        attributions=texts(fields, "licenseattributionbytext"),
        conforms_to=standards(fields, "conformsto"),
        availabilities=values(fields, "availability", "plannedavailability"),
        issued=preferred(fields, "issued", "created"),
        modified=preferred(fields, "modified", "lastmodified"),
        byte_sizes=preferred(fields, "size", "bytesize"),
        access_services=tuple(_name(service) for service in _services(fields)),
        licence_entry=licence_entry(fields),
    )


def licence_entry(fields: Fields) -> tuple[str, ...]:
    """The entry of the portal's licence list: id, address, title; also OGD's terms of use."""
    said = (*values(fields, "licenseid", "licenceid"), *values(fields, "licenseurl", "licenceurl"))
    said += values(fields, "licensetitle", "licencetitle")
    terms = [decoded(value) for value in fields.get("termsofuse", ())]
    ids = [
        terms_["license_id"]
        for terms_ in terms
        if isinstance(terms_, dict) and "license_id" in terms_
    ]
    return tuple(dict.fromkeys((*said, *strings(ids))))


def _addresses(fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(access, download). CKAN's url is either; beside an access_url it is the file itself.

    What was uploaded to the portal is a file.
    """
    access, download, url = (
        values(fields, *_ACCESS),
        values(fields, *_DOWNLOAD),
        values(fields, "url"),
    )
    is_file = "upload" in values(fields, "urltype") or bool(access) and not set(url) <= set(access)
    if is_file and not download:
        download = url
    return access or url, download


def services(resource: Json) -> Iterator[RawService]:
    """dcat:accessService as ckanext-dcat keeps it: JSON in a text, a list or an object."""
    for service in _services(fields_of(resource)):
        fields = fields_of(service)
        yield RawService(
            _name(service),
            texts(fields, "title", "name"),
            values(fields, "endpointurl"),
            values(fields, "endpointdescription"),
            values(fields, "format", "mediatype"),
            standards(fields, "conformsto"),
            values(fields, "license"),
            values(fields, "rights"),
            values(fields, "servesdataset"),
        )


def _services(fields: Fields) -> list[Json]:
    listed: list[Any] = []
    for value in fields.get("accessservices", ()):
        held = decoded(value)
        listed += held if isinstance(held, list) else [held]
    found = ({"uri": each} if isinstance(each, str) else each for each in listed)
    return [each for each in found if isinstance(each, dict) and _name(each)]


def _name(service: Json) -> str:
    fields = fields_of(service)
    return next(iter(preferred(fields, "uri", "endpointurl", "accessserviceref", "title")), "")
