# SPDX-License-Identifier: EUPL-1.2
"""Files of an Opendatasoft dataset: exports that the platform makes of its records, and others.

A dataset lists its attachments and the exports its keeper uploaded. Of its records the platform
offers exports under fixed addresses (Explore 2.1, ``/catalog/datasets/{id}/exports/{format}``),
those with shapes only where the dataset has the feature ``geo``. Without records there are none.
"""

from typing import Any
from urllib.parse import quote, urlsplit

from harvesters.base.ckan_fields import fields_of, strings, texts, values
from harvesters.base.json_elements import Json
from harvesters.base.record import Portal, RawDistribution, Text

_EXPORTS = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
_SHAPES = {"geojson": "application/geo+json", "shp": "application/zip"}
_LISTS = (("alternative_exports", "alternative_exports"), ("attachments", "attachments"))


def site_of(portal: Portal, thing: Json) -> str | None:
    """Where the platform is: in the dataset's own links, else the portal's address.

    None for a saved answer without links, whose portal is not known.
    """
    for link in (*_listed(thing, "links"), *_listed(thing, "_links")):
        href = link.get("href")
        if isinstance(href, str) and href.startswith(("https://", "http://")):
            return _origin(href)
    base = portal.base
    is_known = base.startswith(("https://", "http://")) and not _host(base).endswith(".invalid")
    return _origin(base) if is_known else None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ".invalid"


def _origin(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else None


def page_of(site: str | None, identifier: str) -> tuple[str, ...]:
    """The dataset's page on the platform."""
    return (f"{site}/explore/dataset/{quote(identifier, safe='')}/",) if site else ()


def count(thing: Json) -> int:
    """How many files a dataset has."""
    return len(_formats(thing)) + sum(len(_listed(thing, name)) for name, _ in _LISTS)


def distributions(thing: Json, identifier: str, site: str | None) -> tuple[RawDistribution, ...]:
    """All files: exports, uploaded exports, attachments."""
    api = f"{site}/api/explore/v2.1/catalog/datasets/{quote(identifier, safe='')}" if site else ""
    found = [_export(api, name, media_type) for name, media_type in _formats(thing).items()]
    for name, folder in _LISTS:
        found += [
            _uploaded(each, f"{api}/{folder}" if api else "") for each in _listed(thing, name)
        ]
    return tuple(found)


def _formats(thing: Json) -> dict[str, str]:
    if thing.get("has_records") is not True or thing.get("data_visible") is False:
        return {}
    return {**_EXPORTS, **(_SHAPES if "geo" in _features(thing) else {})}


def _features(thing: Json) -> list[Any]:
    said = thing.get("features")
    return said if isinstance(said, list) else []


def _export(api: str, name: str, media_type: str) -> RawDistribution:
    address = (f"{api}/exports/{name}",) if api else ()
    return RawDistribution(
        uri=address[0] if address else None,
        titles=(Text(name),),
        access_urls=address,
        download_urls=address,
        formats=(name,),
        media_types=(media_type,),
    )


def _uploaded(said: Json, folder: str) -> RawDistribution:
    """An attachment; its own address is the platform's inner one (``odsfile://…``)."""
    fields = fields_of(said)
    name = next(strings(said.get("id")), "")
    web = tuple(url for url in values(fields, "url") if url.startswith(("https://", "http://")))
    address = web or ((f"{folder}/{quote(name, safe='')}",) if folder and name else ())
    return RawDistribution(
        titles=texts(fields, "title"),
        descriptions=texts(fields, "description"),
        access_urls=address,
        download_urls=address,
        media_types=values(fields, "mimetype"),
    )


def _listed(thing: Json, name: str) -> list[Json]:
    listed = thing.get(name)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
