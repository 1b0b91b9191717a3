# SPDX-License-Identifier: EUPL-1.2
"""Datasets of Opendatasoft's Explore interface (2.1, 2.0) and of its older search (1.0).

What is said stands in templates: ``metas.default`` is everybody's, ``dcat``, ``dcat_ap``,
``dcat_ap_de``, ``inspire`` and the portal's own are beside it. 1.0 has only the first, without a
name. Counts of visits (``explore``) and of the machine's work (``processing``) say nothing of data.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from harvesters.base.ckan_agents import agents_of
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
from harvesters.base.ckan_persons import separate as separate_agents
from harvesters.base.json_elements import Json
from harvesters.base.json_item import Package, Traits, dump, prepare_item
from harvesters.base.json_page import Dialect
from harvesters.base.ods_files import count, distributions, page_of, site_of
from harvesters.base.periods import periods_of
from harvesters.base.places import place_names
from harvesters.base.record import Portal, RawPeriod, Record, Text

MAIN = "default"
_KEPT = ("dataset_id", "datasetid", "dataset_uid", "has_records", "data_visible", "visibility")
_KEPT_LISTS = ("features", "attachments", "alternative_exports", "links", "_links")
_UNSAID = {"explore", "processing", "asset_content_configuration", "visualization"}
# Members that change with every publication of the same, and what the platform counts itself.
_HOUSEKEEPING = {
    *("metadata_processed", "data_processed", "records_count", "records_size", "theme_id"),
    *("download_count", "api_call_count", "popularity_score", "attachment_download_count"),
    *("file_fields_download_count", "reuse_count", "feedback_enabled", "geometry_types", "bbox"),
    *("update_mode",),
}
_ALL = {
    "languages": ("language",),
    "themes": ("theme", "themes"),
    "hvd_categories": ("hvdcategory", "hvdcategories"),
    "contributor_ids": ("contributorid", "contributorids"),
    "geocodings": ("politicalgeocodinguri", "geocodinguri"),
    "rights": ("rights",),
    "access_rights": ("accessrights", "accesslevel"),
    "references": ("references",),
    "availabilities": ("availability", "plannedavailability"),
    "versions": ("hasversion",),
    "version_of": ("isversionof",),
}
_FREQUENCIES = ("accrualperiodicity", "updatefrequency", "frequency")
_STARTS = ("temporalstart", "temporalcoveragestart", "temporalextentstart", "startdate")
_ENDS = ("temporalend", "temporalcoverageend", "temporalextentend", "enddate")


def is_dataset(value: Any) -> bool:
    """Whether a value is a dataset of one of the versions."""
    return isinstance(value, dict) and _is_named(value) and isinstance(value.get("metas"), dict)


def takes(value: Any) -> bool:
    """Whether an element of a list of datasets is one; a list of ids has nothing beside them."""
    return isinstance(value, dict) and (_is_named(value) or isinstance(value.get("metas"), dict))


def _is_named(value: Json) -> bool:
    return "dataset_id" in value or "datasetid" in value


def identify(thing: Json) -> str | None:
    """The dataset's id, which is part of its address."""
    return next(strings([thing.get("dataset_id"), thing.get("datasetid")]), None)


def is_published(thing: Json) -> bool:
    """Whether there is more than an id; lists of ids are asked for to count."""
    return "metas" in thing or not thing.keys() <= {"dataset_id", "datasetid", "dataset_uid"}


def prepare(thing: Json, fetched: datetime) -> Package:
    """The dataset as it is stored: what it says of itself, without the columns of its table."""
    kept = {name: thing[name] for name in (*_KEPT, *_KEPT_LISTS) if name in thing}
    return prepare_item({**kept, "metas": templates_of(thing)}, fetched, _TRAITS)


def templates_of(thing: Json) -> Json:
    """Template -> what is said in it."""
    metas = thing.get("metas")
    if not isinstance(metas, dict):
        return {}
    if isinstance(metas.get(MAIN), dict):
        return {
            name: said
            for name, said in metas.items()
            if isinstance(said, dict) and name not in _UNSAID
        }
    return {MAIN: metas}


def separate(thing: Json) -> tuple[Json, Json]:
    """(public, personal): each template by itself."""
    public: Json = {}
    personal: Json = {}
    for name, said in thing["metas"].items():
        public[name], apart = separate_agents(said)
        if apart:
            personal[name] = apart
    return {**thing, "metas": public}, {"metas": personal} if personal else {}


def to_record(
    portal: Portal, identifier: str, thing: Json, statements: str, personal: str
) -> Record:
    """The Record of a dataset without what is about persons."""
    main, other = _fields(thing)
    every = {name: [*main.get(name, ()), *other.get(name, ())] for name in {**main, **other}}
    said: dict[str, Any] = {name: values(every, *names) for name, names in _ALL.items()}
    site = site_of(portal, thing)
    page = page_of(site, identifier)
    return Record(
        portal=portal.key,
        identifier=identifier,
        identifiers=tuple(dict.fromkeys((identifier, *values(other, "identifier")))),
        titles=texts(main, "title") or texts(other, "title"),
        descriptions=texts(main, "description") or texts(other, "description"),
        keywords=_keywords(every),
        agents=agents_of({}, every),
        spatial=place_names(every, "spatial", "territory"),
        licences=values(other, "license", "licence", "licenseuri", "licenseurl"),
        licence_entry=values(main, "license", "licenseurl"),
        attributions=_attributions(every),
        issued=preferred(every, "issued", "created"),
        modified=preferred(main, "modified") or values(other, "modified"),
        frequencies=preferred(every, *_FREQUENCIES),
        temporal=_periods(every),
        conforms_to=standards(every, "conformsto"),
        landing_pages=tuple(dict.fromkeys((*values(every, "landingpage"), *page))),
        distributions=distributions(thing, identifier, site),
        media_type="application/json",
        statements=statements,
        personal=personal,
        **said,
    )


def _fields(thing: Json) -> tuple[Fields, Fields]:
    """Values of the main template, and of all others, by folded name."""
    templates = templates_of(thing)
    other: Fields = {}
    for name, said in templates.items():
        if name == MAIN:
            continue
        for field, found in fields_of(said).items():
            other.setdefault(field, []).extend(found)
    return fields_of(templates.get(MAIN) or {}), other


def _keywords(fields: Fields) -> tuple[Text, ...]:
    """Keywords; 1.0 may write them as one text."""
    found: list[str] = []
    for value in (*fields.get("keyword", ()), *fields.get("keywords", ())):
        held = decoded(value)
        found += held.split(",") if isinstance(held, str) and "," in held else strings(held)
    return tuple(dict.fromkeys(Text(word.strip()) for word in found if word.strip()))


def _attributions(fields: Fields) -> tuple[Text, ...]:
    said = values(fields, "licenseattributionbytext", "attributions", "attribution")
    return tuple(map(Text, said))


def _periods(fields: Fields) -> tuple[RawPeriod, ...]:
    start, end = preferred(fields, *_STARTS)[:1], preferred(fields, *_ENDS)[:1]
    found = list(periods_of(values(fields, "temporal", "temporalcoverage")))
    if start or end:
        found.append(RawPeriod(next(iter(start), None), next(iter(end), None)))
    return tuple(dict.fromkeys(found))


def _in_order(thing: Json) -> Json:
    metas = {name: _sorted(said) for name, said in thing["metas"].items()}
    lists = {name: thing[name] for name in ("features",) if isinstance(thing.get(name), list)}
    return {**thing, **{name: sorted(each, key=dump) for name, each in lists.items()}} | {
        "metas": metas
    }


def _sorted(said: Json) -> Json:
    """A template with its lists of words in one order; those of objects keep theirs."""
    return {
        name: sorted(value, key=dump)
        if isinstance(value, list) and all(isinstance(each, str) for each in value)
        else value
        for name, value in said.items()
    }


def _stamps(thing: Json) -> Iterator[str]:
    for said in thing["metas"].values():
        yield from strings(said.get("modified"))


_TRAITS = Traits(
    identify=identify,
    separate=separate,
    in_order=_in_order,
    files=count,
    stamps=_stamps,
    is_housekeeping=_HOUSEKEEPING.__contains__,
)
ODS = Dialect(is_dataset, takes, identify, prepare, to_record, is_published=is_published)
