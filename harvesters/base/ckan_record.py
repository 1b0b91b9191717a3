# SPDX-License-Identifier: EUPL-1.2
"""A CKAN package becomes a Record: CKAN's own fields, the extras of ckanext-dcat and ckanext-dcatde
in all their spellings, ckanext-scheming's objects and GovData's OGD metadata of 2012, verbatim.
"""

import re
from collections.abc import Iterator
from typing import Any, Literal

from harvesters.base.ckan_agents import agents_of
from harvesters.base.ckan_fields import (
    Fields,
    decoded,
    fields_of,
    fold,
    preferred,
    standards,
    strings,
    texts,
    values,
)
from harvesters.base.ckan_json import Json
from harvesters.base.ckan_package import is_iri, resources_of
from harvesters.base.ckan_resources import distribution, licence_entry, services
from harvesters.base.record import RawPeriod, Record, Text

MEDIA_TYPE = "application/json"
_SERIES = {"collection", "datasetseries"}
# Names of fields, folded; all that are named are taken.
_ALL = {
    "identifiers": ("identifier", "alternateidentifier", "guid", "metadataoriginalid", "id"),
    "languages": ("language", "languages"),
    "subjects": ("subject", "subgroups"),
    "hvd_categories": ("hvdcategory", "hvdcategories"),
    "contributor_ids": ("contributorid", "contributorids"),
    "geocodings": ("politicalgeocodinguri",),
    "licences": ("license", "licence", "licenseuri"),
    "rights": ("rights",),
    "access_rights": ("accessrights",),
    "availabilities": ("availability", "plannedavailability"),
    "landing_pages": ("landingpage", "url", "metadataoriginalhtml"),
    "references": ("references", "isreferencedby", "relatedresource", "useddatasets", "relation"),
    "versions": ("hasversion",),
    "version_of": ("isversionof",),
}
# The first that says anything is taken: the others are the server's own, or older names.
_FIRST = {
    "frequencies": ("frequency", "accrualperiodicity", "updatefrequency", "updatecycle"),
}
_ISSUED = ("issued", "datereleased", "releasedate", "publicationdate")
_MODIFIED = ("modified", "dateupdated", "lastupdated")
_STARTS = ("temporalstart", "temporalcoveragefrom", "temporalcoveragestart", "temporalbegin")
_ENDS = ("temporalend", "temporalcoverageto", "temporalcoverageend")
_CODE = re.compile(r"[a-z]{4}")  # of the EU's data themes, as ckanext-dcatde names groups
_GEOMETRY = re.compile(
    r"\s*(?:SRID=|(?:MULTI)?(?:POINT|POLYGON|LINESTRING)|GEOMETRYCOLLECTION)", re.I
)
_CHILD, _PARENT = {"childof", "partof", "ispartof"}, {"parentof", "haspart"}


def to_record(
    portal: str, identifier: str, package: Json, statements: str, personal: str
) -> Record:
    """The Record of a package without what is about persons."""
    fields = fields_of(package)
    said: dict[str, Any] = {name: values(fields, *names) for name, names in _ALL.items()}
    said |= {name: preferred(fields, *names) for name, names in _FIRST.items()}
    files = resources_of(package)
    return Record(
        portal=portal,
        identifier=identifier,
        kind=kind_of(package),
        uri=identifier if is_iri(identifier) else None,
        titles=texts(fields, "title"),
        descriptions=texts(fields, "notes", "description"),
        keywords=_keywords(package, fields),
        themes=_themes(package, fields),
        agents=agents_of(package, fields),
        spatial=_spatial(fields),
        licence_entry=licence_entry(fields),
        attributions=texts(fields, "licenseattributionbytext", "attributiontext"),
        issued=preferred(fields, *_ISSUED)
        or _dated(fields, "veroeffentlicht", "erstellt")
        or values(fields, "metadatacreated"),
        modified=preferred(fields, *_MODIFIED)
        or _dated(fields, "aktualisiert")
        or values(fields, "metadatamodified"),
        temporal=_periods(fields),
        conforms_to=standards(fields, "conformsto"),
        in_series=_in_series(package, fields),
        distributions=tuple(map(distribution, files)),
        services=tuple(each for file in files for each in services(file)),
        media_type=MEDIA_TYPE,
        statements=statements,
        personal=personal,
        **said,
    )


def kind_of(package: Json) -> Literal["dataset", "series"]:
    """A collection (ckanext-odsh) or dataset series (ckanext-dataset-series) is a series."""
    return "series" if fold(str(package.get("type") or "")) in _SERIES else "dataset"


def _keywords(package: Json, fields: Fields) -> tuple[Text, ...]:
    tags = decoded(package.get("tags"))
    if isinstance(tags, list):
        named = (
            each.get("display_name") or each.get("name") if isinstance(each, dict) else each
            for each in tags
        )
        found = [Text(text) for name in named for text in strings(name)]
    else:
        found = [Text(word) for text in strings(tags) for word in _words(text)]
    found += [Text(word) for text in values(fields, "tagstring") for word in _words(text)]
    found += texts(fields, "keywords", "keyword")
    return tuple(dict.fromkeys(found))


def _words(text: str) -> Iterator[str]:
    return (word.strip() for word in text.split(",") if word.strip())


def _themes(package: Json, fields: Fields) -> tuple[str, ...]:
    """Themes as said; else the groups, which German portals use for them: by code, else by name."""
    said = values(fields, "theme", "themes")
    if said:
        return said
    groups = decoded(package.get("groups"))
    named = (_group(each) for each in groups) if isinstance(groups, list) else ()
    return tuple(dict.fromkeys(text for name in named for text in strings(name)))


def _group(group: Any) -> Any:
    if not isinstance(group, dict):
        return group
    name = group.get("name")
    if isinstance(name, str) and _CODE.fullmatch(name):
        return name
    return group.get("title") or group.get("display_name") or name


def _spatial(fields: Fields) -> tuple[str, ...]:
    """Addresses and names of places; geometries stay in the statements."""
    said = values(fields, "spatialuri", "spatialtext", "geocodingtext", "geographicalcoverage")
    parts: list[str] = []
    for value in (*fields.get("spatialcoverage", ()), *fields.get("spatialreference", ())):
        for place in _listed(value):
            keys = ("uri", "text", "ags") if isinstance(place, dict) else ()
            parts += [text for key in keys for text in strings(place.get(key))]
            parts += strings(place) if not isinstance(place, dict) else ()
    parts += [text for text in values(fields, "spatial") if not _GEOMETRY.match(text)]
    return tuple(dict.fromkeys((*said, *parts)))


def _listed(value: Any) -> list[Any]:
    value = decoded(value)
    return value if isinstance(value, list) else [value]


def _dated(fields: Fields, *roles: str) -> tuple[str, ...]:
    """Dates of GovData's OGD metadata: a list of roles and dates."""
    dates = [each for value in fields.get("dates", ()) for each in _listed(value)]
    for role in roles:
        found = [
            each.get("date")
            for each in dates
            if isinstance(each, dict) and each.get("role") == role
        ]
        if texts_of := tuple(strings(found)):
            return texts_of
    return ()


def _periods(fields: Fields) -> tuple[RawPeriod, ...]:
    periods = [
        RawPeriod(next(strings(each.get("start")), None), next(strings(each.get("end")), None))
        for value in fields.get("temporalcoverage", ())
        for each in _listed(value)
        if isinstance(each, dict)
    ]
    start, end = preferred(fields, *_STARTS)[:1], preferred(fields, *_ENDS)[:1]
    if start or end:
        periods.append(RawPeriod(next(iter(start), None), next(iter(end), None)))
    if not periods:
        periods = [RawPeriod(text, None) for text in values(fields, "temporal", "temporalcoverage")]
    return tuple(period for period in dict.fromkeys(periods) if period.start or period.end)


def _in_series(package: Json, fields: Fields) -> tuple[str, ...]:
    """Series and collections it belongs to, by address or package id."""
    said = values(fields, "inseries", "dcatseries", "ispartof")
    own = str(package.get("id"))
    links = [
        *_links(package, "relationships_as_subject", _CHILD),
        *_links(package, "relationships_as_object", _PARENT),
    ]
    others = (text for link in links for text in _ends(link) if text != own)
    return tuple(dict.fromkeys((*said, *others)))


def _links(package: Json, name: str, types: set[str]) -> Iterator[Json]:
    for link in _listed(package.get(name)):
        if isinstance(link, dict) and fold(str(link.get("type"))) in types:
            more = link.get("__extras")
            yield {**link, **more} if isinstance(more, dict) else link


def _ends(link: Json) -> Iterator[str]:
    """Both packages of a relationship; portals write them either way round."""
    for key in ("object_package_id", "subject_package_id", "object", "subject"):
        yield from strings(link.get(key))
