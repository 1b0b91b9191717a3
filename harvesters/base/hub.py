# SPDX-License-Identifier: EUPL-1.2
"""Items of an ArcGIS Hub as its search gives them: features of OGC API Records, data of API 3.

The feeds leave out what an item says of its licence (``licenseInfo``, in HTML). Columns, statistics
and what the server can do are not kept; nor is the owner, who is the name of somebody's account.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from harvesters.base.ckan_fields import Fields, fields_of, preferred, strings, texts, values
from harvesters.base.ckan_persons import separate
from harvesters.base.json_elements import Json
from harvesters.base.json_item import Package, Traits, dump, prepare_item
from harvesters.base.json_page import Dialect
from harvesters.base.record import Portal, RawAgent, RawDistribution, Record, Text

_MARKS = {"itemModified", "licenseInfo", "hubType", "typeKeywords", "structuredLicense"}
_KEPT = (
    *("id", "name", "title", "description", "snippet", "tags", "categories", "source", "orgName"),
    *("organization", "created", "modified", "license", "accessInformation", "access", "url"),
    *("slug", "culture", "type", "additionalResources", "extent"),
)
_SAID = ("dataLang", "searchKeys", "idCredit")
_NO_LICENCE = {"none", "custom"}


def is_item(value: Any) -> bool:
    """Whether a value is an item of a Hub."""
    said = _said(value)
    return bool(said) and bool(_MARKS & said.keys()) and identify(said) is not None


def _said(value: Any) -> Json:
    """What a feature or an item of API 3 says; an item that has been taken apart says itself."""
    if not isinstance(value, dict):
        return {}
    inner = value.get("properties") or value.get("attributes") or value
    if not isinstance(inner, dict):
        return {}
    return {"id": value["id"], **inner} if value.get("id") else inner


def identify(thing: Json) -> str | None:
    """The item's id, with the number of its layer."""
    return next(strings(thing.get("id")), None)


def prepare(thing: Json, fetched: datetime) -> Package:
    """The item as it is stored."""
    said = _said(thing)
    kept = {
        name: said[name]
        for name in (*_KEPT, *sorted(_MARKS))
        if name in said and (name in _MARKS or said[name] not in (None, "", [], {}))
    }
    about = _metadata(said)
    return prepare_item({**kept, **({"metadata_said": about} if about else {})}, fetched, _TRAITS)


def _metadata(said: Json) -> Json:
    """Language, keywords and credit of the item's own metadata, which name persons elsewhere."""
    held: Any = said
    for name in ("metadata", "metadata", "dataIdInfo"):
        held = held.get(name) if isinstance(held, dict) else None
    return {name: held[name] for name in _SAID if name in held} if isinstance(held, dict) else {}


def to_record(
    portal: Portal, identifier: str, thing: Json, statements: str, personal: str
) -> Record:
    """The Record of an item."""
    fields = fields_of(thing)
    return Record(
        portal=portal.key,
        identifier=identifier,
        identifiers=(identifier,),
        titles=texts(fields, "title", "name"),
        descriptions=texts(fields, "description", "snippet"),
        keywords=tuple(map(Text, _keywords(thing, fields))),
        languages=values(fields, "culture"),
        themes=values(fields, "categories"),
        agents=_publisher(fields),
        licences=_licences(thing, fields),
        attributions=tuple(map(Text, values(fields, "accessinformation"))),
        access_rights=values(fields, "access"),
        issued=values(fields, "created"),
        modified=preferred(fields, "modified", "itemmodified"),
        landing_pages=_page(portal, identifier),
        distributions=tuple(_files(thing)),
        media_type="application/json",
        statements=statements,
        personal=personal,
    )


def _keywords(thing: Json, fields: Fields) -> tuple[str, ...]:
    said = thing.get("metadata_said")
    keys = said.get("searchKeys") if isinstance(said, dict) else None
    own = tuple(strings(keys.get("keyword"))) if isinstance(keys, dict) else ()
    return tuple(dict.fromkeys((*values(fields, "tags"), *own)))


def _publisher(fields: Fields) -> tuple[RawAgent, ...]:
    names = preferred(fields, "source", "orgname", "organization")
    return (RawAgent("publisher", (Text(names[0]),)),) if names else ()


def _licences(thing: Json, fields: Fields) -> tuple[str, ...]:
    """licenseInfo as said; the structured licence by its address; "none" is no licence."""
    said = list(values(fields, "licenseinfo"))
    structured = thing.get("structuredLicense")
    if isinstance(structured, dict):
        said += strings(structured.get("url") or structured.get("abbr"))
    said += values(fields, "license")
    return tuple(dict.fromkeys(text for text in said if text.casefold() not in _NO_LICENCE))


def _page(portal: Portal, identifier: str) -> tuple[str, ...]:
    """The item's page on the site, where the site is known."""
    site = urlsplit(portal.base)
    if not site.hostname or site.hostname.endswith(".invalid"):
        return ()
    return (f"{site.scheme}://{site.netloc}/datasets/{identifier}",)


def _files(thing: Json) -> Iterator[RawDistribution]:
    """The service behind the item, and what its keeper added."""
    for url in strings(thing.get("url")):
        kind = tuple(strings(thing.get("type")))
        yield RawDistribution(titles=tuple(map(Text, kind)), access_urls=(url,), formats=kind)
    more = thing.get("additionalResources")
    for each in more if isinstance(more, list) else ():
        if isinstance(each, dict) and (found := tuple(strings(each.get("url")))):
            name = texts(fields_of(each), "name", "title")
            yield RawDistribution(titles=name, access_urls=found[:1])


def _in_order(thing: Json) -> Json:
    ordered = dict(thing)
    for name in ("tags", "categories", "typeKeywords"):
        if isinstance(ordered.get(name), list):
            ordered[name] = sorted(ordered[name], key=dump)
    return ordered


_TRAITS = Traits(
    identify=identify,
    separate=separate,
    in_order=_in_order,
    files=lambda thing: sum(1 for _ in _files(thing)),
    stamps=lambda thing: strings(thing.get("modified")),
    is_housekeeping=lambda _key: False,
)
HUB = Dialect(
    is_item,
    is_item,
    lambda thing: identify(_said(thing)),
    prepare,
    to_record,
    lists=frozenset({"features", "data"}),
)
