# SPDX-License-Identifier: EUPL-1.2
"""One CKAN package on its way to a Record: canonical text, identity, hash, persons apart."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from harvesters.base.ckan_fields import Fields, decoded, extras_of, fields_of, fold, strings, values
from harvesters.base.ckan_json import Json
from harvesters.base.ckan_persons import separate
from harvesters.base.json_item import Package, Traits, dump, is_iri, prepare_item

__all__ = ["Package", "is_iri"]

# The server's own book-keeping, which changes though nothing was said anew.
_HOUSEKEEPING = re.compile(
    r"num_\w+|tracking_summary|revision_\w+|creator_user_id|isopen|is_new|archiver|qa|score|index_id"
    r"|indexed_ts|site_id|data_dict|validated_data_dict|cache_\w+|webstore_\w+|approval_status"
    r"|package_count|image_display_url|users|harvest_object_id|harvest_\w*(?:time|stamp|date)\w*"
    r"|metadata_harvested_at|\w*(?:view|download|visit|hit|access|rating|follower)s?_count"
    r"|(?:views|downloads|visits)(?:_total|_recent)?|total_(?:views|downloads)|ratings?_average"
)
_LONGEST_KEY = 100  # the pattern tries many ways through a longer one
_STAMPS = {"metadatamodified", "modified", "lastmodified"}
# Lists without an order of their own; that of the answer must not make a change.
_SETS = ("extras", "tags", "groups")
_NO_DATASET = {"harvest", "showcase"}


def is_published(package: Json) -> bool:
    """Whether a package is a live, public dataset, none deleted, private or of an extension."""
    if package.get("private") in (True, "true", "True"):
        return False
    if package.get("state") in ("deleted", "draft"):
        return False
    return str(package.get("type")) not in _NO_DATASET


def ckan_id(package: Json) -> str | None:
    """What the portal itself calls a package: its id, else its name."""
    said = package.get("id") or package.get("name")
    return str(said) if said else None


def mentioned(value: Any) -> str | None:
    """The package that an element of a list of names or ids stands for; None if it is no such."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, dict) and value.keys() <= {"id", "name"}:
        return ckan_id(value)
    return None


def prepare(package: Json, fetched: datetime) -> Package:
    """The package as it is stored. MalformedRecord without identity or when nested too deeply.

    Characters that cannot be stored are left out, and each text that had any is reported.
    """
    return prepare_item(package, fetched, _TRAITS)


def identify(fields: Fields) -> str | None:
    """The dataset's own IRI, else the package's id (promise H13).

    Packages older than ids (OGD 1.x) have the id of their source, or only the name that is their
    address below the portal.
    """
    iris = (text for text in values(fields, "uri", "guid") if is_iri(text))
    source = (*values(fields, "id"), *values(fields, "metadataoriginalid"))
    own = next(iris, None) or next(iter(source), None)
    if own:
        return own
    return next((f"dataset/{name}" for name in values(fields, "name")), None)


def resources_of(package: Json) -> list[Json]:
    """The package's files and services, in their order, without deleted ones."""
    listed = decoded(package.get("resources"))
    if not isinstance(listed, list):
        return []
    return [each for each in listed if isinstance(each, dict) and each.get("state") != "deleted"]


@lru_cache(maxsize=8_192)
def _is_housekeeping(key: str) -> bool:
    return len(key) <= _LONGEST_KEY and bool(_HOUSEKEEPING.fullmatch(key))


def _in_order(package: Json) -> Json:
    ordered = dict(package)
    for name in _SETS:
        if isinstance(ordered.get(name), list):
            ordered[name] = sorted(ordered[name], key=dump)
    files = resources_of(ordered)
    if files and all(isinstance(each.get("position"), int) for each in files):
        ordered["resources"] = sorted(files, key=lambda each: each["position"])
    return ordered


def _stamps(package: Json) -> Iterator[str]:
    for thing in (package, *resources_of(package)):
        for key, value in (*thing.items(), *extras_of(thing)):
            if fold(key) in _STAMPS:
                yield from strings(value)


_TRAITS = Traits(
    identify=lambda package: identify(fields_of(package)),
    separate=separate,
    in_order=_in_order,
    files=lambda package: len(resources_of(package)),
    stamps=_stamps,
    is_housekeeping=_is_housekeeping,
)
