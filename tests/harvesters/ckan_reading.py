# SPDX-License-Identifier: EUPL-1.2
"""Reads fixtures and made packages as the run does: open, then parse."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from harvesters import ckan
from harvesters.base.record import Contents, Page, Portal, Record

FIXTURES = Path(__file__).parent.parent / "fixtures" / "ckan"
FETCHED = datetime(2026, 4, 2, 8, 15, tzinfo=UTC)
PORTAL = Portal("stadt", "ckan", "https://stadt.example", "https://stadt.example")

Package = dict[str, Any]


def open_text(text: str | bytes, fetched: datetime = FETCHED) -> Contents:
    """What a page holds, read as a file."""
    body = text if isinstance(text, bytes) else text.encode()
    return ckan.open_page(PORTAL, Page(1, "answer.json", body, fetched, local=True))


def read_file(name: str) -> Record:
    """The Record of the only package of a fixture."""
    (item,) = open_text((FIXTURES / name).read_bytes()).items
    return ckan.parse(PORTAL, item)


def read(package: Package) -> Record:
    """The Record of one package."""
    (item,) = open_text(json.dumps(package)).items
    return ckan.parse(PORTAL, item)


def hash_of(package: Package, fetched: datetime = FETCHED) -> str:
    """The hash of one package's item."""
    (item,) = open_text(json.dumps(package), fetched).items
    return item.hash


def bare(**more: Any) -> Package:
    """The least a package needs."""
    return {"id": "p1", "name": "p", "title": "T", "resources": [], **more}


def fixture() -> Package:
    """The package with the extras of DCAT-AP.de, to be changed."""
    found: Package = json.loads((FIXTURES / "dcat_extras.json").read_text(encoding="utf-8"))
    return dict(found["result"])
