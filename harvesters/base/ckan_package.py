# SPDX-License-Identifier: EUPL-1.2
"""One CKAN package on its way to a Record: canonical text, identity, hash, persons apart."""

import hashlib
import json
import math
import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from harvesters.base.canonical import stamps_of_now
from harvesters.base.ckan_fields import Fields, decoded, extras_of, fields_of, fold, strings, values
from harvesters.base.ckan_json import Json
from harvesters.base.ckan_persons import separate, text_of
from harvesters.base.errors import MalformedRecord
from harvesters.base.graph import Part
from harvesters.base.record import Repair
from harvesters.base.text import shorten

_IRI = re.compile(r"(?:https?://|urn:)\S+", re.I)
_DEEPEST = 64  # promise H9
# Marks of control characters, as json.dumps writes them; a doubled backslash may look alike.
_SUSPECT = ("\\u00", "\\b", "\\f", "\ufffe", "\uffff")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The server's own book-keeping, which changes though nothing was said anew.
_HOUSEKEEPING = re.compile(
    r"num_\w+|tracking_summary|revision_\w+|creator_user_id|isopen|is_new|archiver|qa|score|index_id"
    r"|indexed_ts|site_id|data_dict|validated_data_dict|cache_\w+|webstore_\w+|approval_status"
    r"|package_count|image_display_url|users|harvest_object_id|harvest_\w*(?:time|stamp|date)\w*"
    r"|metadata_harvested_at|\w*(?:view|download|visit|hit|access|rating|follower)s?_count"
    r"|(?:views|downloads|visits)(?:_total|_recent)?|total_(?:views|downloads)|ratings?_average"
)
_STAMPS = {"metadatamodified", "modified", "lastmodified"}
# Lists without an order of their own; that of the answer must not make a change.
_SETS = ("extras", "tags", "groups")
_NO_DATASET = {"harvest", "showcase"}


class Package(NamedTuple):
    """A package before it is mapped. public, personal: canonical JSON, personal empty if none.

    In UTF-8, because all packages of a page wait together and texts in memory are twice as large.
    """

    identifier: str
    public: bytes
    personal: bytes
    hash: str
    resources: int
    repairs: tuple[Repair, ...] = ()


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
    kept = _tidy(package, 0)
    repairs: list[Repair] = []
    if not _is_writable(_dump(kept)):
        kept = _mended(kept, "", repairs)
    return _make(kept, fetched)._replace(repairs=tuple(repairs))


def _make(package: Json, fetched: datetime) -> Package:
    identifier = identify(fields_of(package))
    if identifier is None:
        raise MalformedRecord("item.no_identity", value=shorten(_dump(package)))
    public, personal = separate(package)
    text, apart = _dump(_in_order(public)), text_of(personal)
    said = f"{_without_now(text, package, fetched)}\n{apart}"
    hash_ = hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
    return Package(identifier, text.encode(), apart.encode(), hash_, len(resources_of(package)))


def identify(fields: Fields) -> str | None:
    """The dataset's own IRI, else the package's id (promise H13).

    Packages older than ids (OGD 1.x) have the id of their source, or only the name that is their
    address below the portal.
    """
    iris = (text for text in values(fields, "uri", "guid") if _IRI.fullmatch(text))
    source = (*values(fields, "id"), *values(fields, "metadataoriginalid"))
    own = next(iris, None) or next(iter(source), None)
    if own:
        return own
    return next((f"dataset/{name}" for name in values(fields, "name")), None)


def is_iri(text: str) -> bool:
    """Whether a text is an address that may stand for a thing."""
    return bool(_IRI.fullmatch(text))


def resources_of(package: Json) -> list[Json]:
    """The package's files and services, in their order, without deleted ones."""
    listed = decoded(package.get("resources"))
    if not isinstance(listed, list):
        return []
    return [each for each in listed if isinstance(each, dict) and each.get("state") != "deleted"]


def _tidy(value: Any, depth: int) -> Any:
    """The value without the server's book-keeping and numbers JSON does not know."""
    if depth > _DEEPEST:
        raise MalformedRecord("item.too_deep", value="")
    if isinstance(value, dict):
        return {
            key: _tidy(inner, depth + 1)
            for key, inner in value.items()
            if not _is_housekeeping(key)
        }
    if isinstance(value, list):
        kept = (each for each in value if not _is_housekeeping(_key(each)))
        return [_tidy(each, depth + 1) for each in kept]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


@lru_cache(maxsize=8_192)
def _is_housekeeping(key: str) -> bool:
    return bool(_HOUSEKEEPING.fullmatch(key))


def _key(pair: Any) -> str:
    """The key of a pair of the extras, empty for anything else."""
    key = pair.get("key") if isinstance(pair, dict) and "value" in pair else None
    return key if isinstance(key, str) else ""


def _is_writable(text: str) -> bool:
    """Whether JSON text holds nothing that PostgreSQL, UTF-8 or XML 1.0 cannot carry."""
    if any(mark in text for mark in _SUSPECT):
        return False
    try:
        text.encode()
    except UnicodeEncodeError:  # half a pair of surrogates
        return False
    return True


def _mended(value: Any, key: str, repairs: list[Repair]) -> Any:
    if isinstance(value, dict):
        return {_CONTROL.sub("", k): _mended(inner, k, repairs) for k, inner in value.items()}
    if isinstance(value, list):
        return [_mended(each, key, repairs) for each in value]
    if isinstance(value, str) and _CONTROL.search(value):
        repairs.append(Repair("text.control_characters", shorten(value, 80), shorten(key, 80)))
        return _CONTROL.sub("", value)
    return value


def _in_order(package: Json) -> Json:
    ordered = dict(package)
    for name in _SETS:
        if isinstance(ordered.get(name), list):
            ordered[name] = sorted(ordered[name], key=_dump)
    files = resources_of(ordered)
    if files and all(isinstance(each.get("position"), int) for each in files):
        ordered["resources"] = sorted(files, key=lambda each: each["position"])
    return ordered


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _without_now(text: str, package: Json, fetched: datetime) -> str:
    """The text without a date of change that is merely the moment of the answer."""
    terms = [f'"{stamp}"' for stamp in _stamps(package)]
    for stamp in stamps_of_now(Part(nodes={"": {"dct:modified": terms}}), fetched):
        text = text.replace(stamp, "null")
    return text


def _stamps(package: Json) -> Iterator[str]:
    for thing in (package, *resources_of(package)):
        for key, value in (*thing.items(), *extras_of(thing)):
            if fold(key) in _STAMPS:
                yield from strings(value)
