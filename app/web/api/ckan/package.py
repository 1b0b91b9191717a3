# SPDX-License-Identifier: EUPL-1.2
"""Datasets as CKAN packages, with the extras of ckanext-dcat; no person is named (promise S11)."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from app.model import Dataset, Distribution
from app.store.stored import StoredDataset
from app.vocabulary import Licence, Vocabulary
from app.web.desk import desk, lang, vocabulary

Json = dict[str, Any]
Titles = Mapping[str, str]


def package(stored: StoredDataset, titles: Titles) -> Json:
    """A package. titles: of the portals, by key."""
    dataset = stored.dataset
    licence = _licence(dataset.licence.value)
    tags = [_tag(word) for word in dataset.keywords]
    files = [
        _resource(stored.id, number, part) for number, part in enumerate(dataset.distributions)
    ]
    return {
        "id": stored.id,
        "name": stored.id,
        "title": dataset.title,
        "notes": dataset.description,
        "url": dataset.landing_page,
        "type": "dataset",
        "state": "deleted" if stored.retired_at else "active",
        "private": False,
        "license_id": dataset.licence.value,
        "license_title": licence.name(lang()) if licence else None,
        "license_url": licence.url if licence else None,
        "isopen": licence is not None and licence.open == "yes",
        "metadata_created": _instant(stored.first_seen),
        "metadata_modified": _instant(stored.changed_at),
        "owner_org": dataset.portal,
        "organization": organization(dataset.portal, titles),
        "groups": [group(dataset.thema.value)] if dataset.thema.value else [],
        "tags": tags,
        "extras": _extras(stored),
        "resources": files,
        "num_tags": len(tags),
        "num_resources": len(files),
    }


def organization(portal: str, titles: Titles) -> Json:
    """A portal as organisation."""
    return {
        "id": portal,
        "name": portal,
        "title": titles.get(portal) or portal,
        "display_name": titles.get(portal) or portal,
        "type": "organization",
        "is_organization": True,
        "state": "active",
    }


def group(thema: str) -> Json:
    """A Thema of the Musterdatenkatalog as group."""
    known = vocabulary().musterdaten.themen.get(thema)
    title = (known.name(lang()) if known else "") or thema
    return {
        "id": thema,
        "name": thema,
        "title": title,
        "display_name": title,
        "type": "group",
        "is_organization": False,
        "state": "active",
    }


def licence(known: Licence) -> Json:
    """A licence of the vocabulary as CKAN lists them."""
    is_open = known.open == "yes"
    return {
        "id": known.id,
        "title": known.name(lang()),
        "url": known.url,
        "family": known.family,
        "status": "active",
        "maintainer": "",
        "is_okd_compliant": is_open,
        "od_conformance": "approved" if is_open else "not reviewed",
        "osd_conformance": "not reviewed",
        "domain_content": False,
        "domain_data": True,
        "domain_software": False,
        "is_generic": known.kind != "licence",
    }


def _licence(key: str | None) -> Licence | None:
    return vocabulary().licences.get(key) if key else None


def _tag(word: str) -> Json:
    return {"id": word, "name": word, "display_name": word, "state": "active"}


def _resource(id: str, number: int, part: Distribution) -> Json:
    known = _licence(part.licence.value)
    return {
        "id": f"{id}-{number + 1}",
        "package_id": id,
        "position": number,
        "name": part.title,
        "url": part.download_url or part.access_url,
        "access_url": part.access_url,
        "download_url": part.download_url,
        "uri": part.uri,
        "format": _format(vocabulary(), part.format.value) or part.format.raw or "",
        "mimetype": part.media_type.value,
        "size": part.byte_size,
        "created": _instant(part.issued),
        "last_modified": _instant(part.modified),
        "license": (known.uris[0] if known and known.uris else None) or part.licence.raw,
        "licenseAttributionByText": part.attribution,
        "state": "active",
    }


def _format(known: Vocabulary, key: str | None) -> str | None:
    entry = known.formats.get(key) if key else None
    return entry.name(lang()) if entry else key


def _extras(stored: StoredDataset) -> list[Json]:
    """What CKAN has no field for, in the words of ckanext-dcat."""
    dataset = stored.dataset
    found = {
        "uri": dataset.uri,
        "identifier": dataset.identifier,
        "page": desk().feed.dataset(stored.id),
        "publisher_name": _publisher(dataset),
        "issued": _instant(dataset.issued),
        "modified": _instant(dataset.modified),
        "temporal_start": _instant(dataset.temporal_start),
        "temporal_end": _instant(dataset.temporal_end),
        "contributorID": _several(dataset.contributors),
        "language": _several(dataset.languages),
        "kommune": dataset.publisher.key.value,
        "musterdatensatz": dataset.musterdatensatz.value,
    }
    return [{"key": key, "value": value} for key, value in found.items() if value]


def _publisher(dataset: Dataset) -> str | None:
    return None if dataset.publisher.kind == "person" else dataset.publisher.name


def _several(values: tuple[str, ...]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None


def _instant(value: date | datetime | None) -> str | None:
    """As CKAN writes times: UTC without a sign for it."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat()
    return value.isoformat() if value else None
