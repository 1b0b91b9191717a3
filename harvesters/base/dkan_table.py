# SPDX-License-Identifier: EUPL-1.2
"""The metadata of a DKAN portal saved as a table, one row a resource, become packages.

The columns of a dataset are filled in its first row only. Names of taxonomies stand in quotation
marks with their number behind them (``"Verkehr" (195)``), bodies with their address. The same row
may be saved as a JSON object.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from harvesters.base.ckan_fields import fold
from harvesters.base.json_elements import Json

_LARGEST_CELL = 5_000_000
_IDENTITY = ("datasetid", "datasetname")
_FIRST_OF_RESOURCE = {"lfdnr", "resourceid"}
_RESOURCE = ("resourceid", "resourceurl")
# OOXML writes characters XML cannot carry as _x000D_ (ECMA-376, part 1, 22.9.2.19).
_ESCAPED = re.compile(r"_x00(?:0[0-8BCDEF]|1[0-9A-F])_")
_NAMED = re.compile(r'"([^"]*)"\s*\(([^()]*)\)')
_ADDRESS = re.compile(r"https?://\S+")
_CONTRIBUTOR = re.compile(r"https?://(?:www\.)?dcat-ap\.de/def/contributors/")
# Column (folded) -> field of a package or resource as CKAN and ckanext-dcatde name it.
_TEXTS = {
    "datasetid": "id",
    "datasetname": "name",
    "title": "title",
    "titel": "title",
    "description": "notes",
    "url": "url",
    "homepageurl": "references",
    "author": "author",
    "contactname": "contact_name",
    "contactemail": "contact_email",
    "geographicallocation": "spatial_text",
    "geographicalcoveragearea": "spatial",
    "license": "license_title",
    "frequency": "frequency",
    "temporalcoveragestart": "temporal_start",
    "temporalcoverageend": "temporal_end",
    "publicaccesslevel": "access_rights",
    "datastandard": "conforms_to",
    "language": "language",
    "created": "issued",
    "modified": "modified",
    "extraidentifier": "identifier",
}
_NAMES = {"schlagworte": "tag_names", "tags": "theme", "groups": "groups"}
_BODIES = {
    "ddpublisher": "publisher",
    "ddcreator": "creator",
    "ddmaintainer": "maintainer",
    "ddoriginator": "originator",
    "ddcontributor": "contributor",
}
_OF_RESOURCE = {
    "resourceid": "id",
    "resourcename": "name",
    "format": "format",
    "resourceurl": "url",
    "beschreibung": "description",
    "ddlicense": "license_id",
    "ddlicensetext": "license_attribution_by_text",
    "ddrights": "rights",
    "ddconformsto": "conforms_to",
    "ddavailability": "availability",
}


def is_table(text: str) -> bool:
    """Whether a text is such a table: its first line names columns of datasets and resources."""
    try:
        columns = {fold(name) for name in next(_reader(text[:20_000]), [])}
    except csv.Error:  # a binary file
        return False
    return any(name in columns for name in _IDENTITY) and set(_RESOURCE) <= columns


def is_row(text: str) -> bool:
    """Whether a text is one or several such rows in JSON."""
    start = text.lstrip()[:5_000]
    return start[:1] in ("{", "[") and '"Dataset-Name"' in start and '"Resource-Url"' in start


def packages_of(text: str) -> list[Json]:
    """The datasets of a table or of rows in JSON; ValueError where the JSON cannot be read."""
    if not is_row(text):
        lines = _reader(text)
        columns = next(lines, [])
        return list(_grouped(list(zip(columns, line, strict=False)) for line in lines))
    held = json.loads(text)
    rows = held if isinstance(held, list) else [held]
    return list(_grouped(list(row.items()) for row in rows if isinstance(row, dict)))


def is_cut(text: str) -> bool:
    """Whether a table ends within a cell."""
    return text.count('"') % 2 == 1


def _reader(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return iter(csv.reader(io.StringIO(text, newline=None), delimiter=delimiter))


def _grouped(rows: Iterable[list[tuple[str, Any]]]) -> Iterator[Json]:
    """Packages, each with the resources of its row and of those below without a dataset."""
    package: Json = {}
    for row in rows:
        dataset, resource = _halves(row)
        if dataset or not package:
            if package:
                yield package
            package = {**_package(dataset), "resources": []}
        if resource.get("resourceurl") or resource.get("resourceid"):
            package["resources"].append(_resource(resource))
    if package:
        yield package


def _halves(row: list[tuple[str, Any]]) -> tuple[Json, Json]:
    """What a row says of the dataset, and of the resource: folded name -> what is no empty cell."""
    said = [(fold(str(name)), value) for name, value in row]
    names = [name for name, _ in said]
    at = min((names.index(name) for name in _FIRST_OF_RESOURCE if name in names), default=len(said))
    dataset = {name: _clean(value) for name, value in said[:at] if value not in ("", None)}
    return dataset, {name: _clean(value) for name, value in said[at:] if value not in ("", None)}


def _clean(value: Any) -> str:
    return _ESCAPED.sub("", str(value)).strip()


def _package(said: Json) -> Json:
    package: Json = {field: said[name] for name, field in _TEXTS.items() if name in said}
    named = {field: _names(said[name]) for name, field in _NAMES.items() if name in said}
    bodies = {field: _bodies(said[name]) for name, field in _BODIES.items() if name in said}
    package["tags"] = [{"name": name} for name in named.pop("tag_names", [])]
    package["groups"] = [{"title": name} for name in named.pop("groups", [])]
    ids = [each["uri"] for each in bodies.get("contributor", []) if _is_contributor(each)]
    package |= {"contributor_id": ids} if ids else {}
    if bodies.get("contributor"):
        bodies["contributor"] = [
            each for each in bodies["contributor"] if not _is_contributor(each)
        ]
    return package | named | {field: listed for field, listed in bodies.items() if listed}


def _is_contributor(body: Json) -> bool:
    """Whether a body is one of DCAT-AP.de's list of suppliers."""
    return bool(_CONTRIBUTOR.match(body.get("uri", "")))


def _resource(said: Json) -> Json:
    found = {field: said[name] for name, field in _OF_RESOURCE.items() if name in said}
    for field in ("license_id", "availability"):
        if field in found:
            found[field] = next(iter(_names(found[field])), found[field])
    return found


def _names(text: str) -> list[str]:
    """Names of a taxonomy without their numbers; a text of another form as it is."""
    return [name for name, _ in _NAMED.findall(text) if name] or [text]


def _bodies(text: str) -> list[Json]:
    found = []
    for name, address in _NAMED.findall(text):
        link = {"uri" if _CONTRIBUTOR.match(address) else "url": address}
        found.append({"name": name.strip(), **(link if _ADDRESS.match(address) else {})})
    return found or [{"name": text}]
