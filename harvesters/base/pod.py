# SPDX-License-Identifier: EUPL-1.2
"""Datasets of Project Open Data (data.json, DCAT-US 1.1), as DKAN 2 and ArcGIS Hub write them.

Names after the schema of Project Open Data 1.1. DKAN 2 may give references as objects with
``identifier`` and ``data``, and writes its own dates as ``%modified``; members that begin with
``%Ref:`` repeat what stands beside them.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from harvesters.base.ckan_agents import agents_of
from harvesters.base.ckan_fields import Fields, fields_of, preferred, standards, strings, texts
from harvesters.base.ckan_fields import values as values_of
from harvesters.base.ckan_persons import separate as separate_agents
from harvesters.base.ckan_resources import distribution
from harvesters.base.json_elements import Json
from harvesters.base.json_item import Package, Traits, dump, is_iri, prepare_item
from harvesters.base.json_page import Dialect
from harvesters.base.periods import periods_of
from harvesters.base.places import place_names
from harvesters.base.record import Portal, RawDistribution, Record, Text

# Members of datasets alone; distributions, publishers and contacts have none of them.
_MARKS = {
    *("distribution", "accessLevel", "contactPoint", "bureauCode", "programCode", "keyword"),
    *("accrualPeriodicity", "landingPage", "publisher", "temporal", "spatial", "dataQuality"),
}
_NAMES = ("identifier", "title", "description", "distribution", "@id")
_OWN = {"identifier", "distribution"}
_REFERENCE = {"identifier", "data"}
_REPEATING = re.compile(r"R\d*/P\w+", re.I)
_SETS = ("keyword", "theme", "language", "distribution")
_ALL = {
    "languages": ("language",),
    "licences": ("license",),
    "rights": ("rights",),
    "access_rights": ("accesslevel",),
    "landing_pages": ("landingpage",),
    "references": ("references",),
    "in_series": ("ispartof",),
    "themes": ("theme",),
    "contributor_ids": ("contributorid",),
    "geocodings": ("politicalgeocodinguri",),
}


def is_dataset(value: Any) -> bool:
    """Whether a value is a dataset, wherever it stands; one in a list may have less."""
    if not takes(value) or "resources" in value:
        return False
    return bool(_MARKS & value.keys()) and "title" in value


def takes(value: Any) -> bool:
    """Whether an element of a list of datasets is one, and no package of CKAN."""
    if isinstance(value, dict) and "resources" in value and not _OWN & value.keys():
        return False
    return isinstance(value, dict) and any(value.get(name) for name in _NAMES)


def identify(thing: Json) -> str | None:
    """What the portal itself calls a dataset: its identifier, else the address of its node."""
    for name in ("identifier", "@id"):
        found = next(strings(thing.get(name)), None)
        if found:
            return found
    return None


def separate(thing: Json) -> tuple[Json, Json]:
    """(public, personal), with the contact, which may be a person, by the rule of all kinds."""
    return separate_agents(thing)


def prepare(thing: Json, fetched: datetime) -> Package:
    """The dataset as it is stored; MalformedRecord without identity or when nested too deeply."""
    inner = thing.get("data")
    bare = inner if thing.keys() == _REFERENCE and isinstance(inner, dict) else thing
    return prepare_item({key: _plain(each) for key, each in bare.items()}, fetched, _TRAITS)


def _plain(value: Any, depth: int = 0) -> Any:
    """References as what they stand for; prepare_item refuses what is nested too deeply."""
    if depth > 70:
        return value
    if isinstance(value, list):
        return [_plain(each, depth + 1) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == _REFERENCE:
        return _plain(value["data"], depth + 1)
    return {key: _plain(each, depth + 1) for key, each in value.items()}


def distributions_of(thing: Json) -> list[Json]:
    """The files and services of a dataset, in their order."""
    listed = thing.get("distribution")
    listed = listed if isinstance(listed, list) else [listed]
    return [each for each in listed if isinstance(each, dict) and _says(each)]


def _says(thing: Json) -> bool:
    return any(value for key, value in thing.items() if not key.startswith("@"))


def to_record(
    portal: Portal, identifier: str, thing: Json, statements: str, personal: str
) -> Record:
    """The Record of a dataset without what is about persons."""
    fields = fields_of({key: value for key, value in thing.items() if key[:1] != "%"})
    said: dict[str, Any] = {name: values_of(fields, *names) for name, names in _ALL.items()}
    return Record(
        portal=portal.key,
        identifier=identifier,
        uri=identifier if is_iri(identifier) else None,
        identifiers=tuple(dict.fromkeys(strings([thing.get("identifier"), thing.get("@id")]))),
        titles=texts(fields, "title"),
        descriptions=texts(fields, "description"),
        keywords=_keywords(fields),
        agents=agents_of(thing, fields),
        spatial=place_names(fields, "spatial"),
        issued=values_of(fields, "issued"),
        modified=_modified(thing, fields),
        frequencies=_frequencies(fields),
        temporal=periods_of(values_of(fields, "temporal")),
        conforms_to=standards(fields, "conformsto"),
        distributions=tuple(map(_distribution, distributions_of(thing))),
        media_type="application/json",
        statements=statements,
        personal=personal,
        **said,
    )


def _distribution(said: Json) -> RawDistribution:
    uri = next((text for text in strings(said.get("@id")) if is_iri(text)), None)
    plain = {key: value for key, value in said.items() if key[:1] not in ("@", "%")}
    read = distribution(plain)
    return read._replace(uri=read.uri or uri)


def _keywords(fields: Fields) -> tuple[Text, ...]:
    found = [
        word.strip()
        for text in values_of(fields, "keyword")
        for word in (text.split(",") if text.count(",") > 2 else [text])
    ]
    return tuple(dict.fromkeys(Text(word) for word in found if word))


def _modified(thing: Json, fields: Fields) -> tuple[str, ...]:
    """Dates of change; of data that change by rule (``R/P1D``) only the portal's own date."""
    said = [text for text in values_of(fields, "modified") if not _REPEATING.fullmatch(text)]
    return tuple(said or strings(thing.get("%modified")))


def _frequencies(fields: Fields) -> tuple[str, ...]:
    """accrualPeriodicity, else a rule of repetition in ``modified`` (schema 1.1, modified)."""
    rules = (text for text in values_of(fields, "modified") if _REPEATING.fullmatch(text))
    return preferred(fields, "accrualperiodicity") or tuple(rules)


@lru_cache(maxsize=8_192)
def _is_housekeeping(key: str) -> bool:
    return key.startswith("%Ref:")


def _in_order(thing: Json) -> Json:
    return _sorted(thing, _SETS[:-1])


def _for_hash(thing: Json) -> Json:
    return _sorted(thing, _SETS[-1:])


def _sorted(thing: Json, names: tuple[str, ...]) -> Json:
    lists = {name: thing[name] for name in names if isinstance(thing.get(name), list)}
    return {**thing, **{name: sorted(listed, key=dump) for name, listed in lists.items()}}


def _stamps(thing: Json) -> Iterator[str]:
    for each in (thing, *distributions_of(thing)):
        yield from strings([each.get("modified"), each.get("%modified")])


_TRAITS = Traits(
    identify=identify,
    separate=separate,
    in_order=_in_order,
    files=lambda thing: len(distributions_of(thing)),
    stamps=_stamps,
    is_housekeeping=_is_housekeeping,
    for_hash=_for_hash,
)
POD = Dialect(is_dataset, takes, identify, prepare, to_record)
