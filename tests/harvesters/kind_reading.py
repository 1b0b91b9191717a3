# SPDX-License-Identifier: EUPL-1.2
"""Reads fixtures and made texts of a kind as the run does: open, then parse."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from harvesters import HARVESTERS
from harvesters.base.record import Contents, Page, Portal, Record

FIXTURES = Path(__file__).parent.parent / "fixtures"
FETCHED = datetime(2026, 4, 2, 8, 15, tzinfo=UTC)


def portal_of(kind: str) -> Portal:
    """A portal of that kind."""
    return Portal("stadt", kind, "https://daten.stadt.example/", "https://daten.stadt.example/")


def open_text(kind: str, text: str | bytes, fetched: datetime = FETCHED) -> Contents:
    """What a page holds, read as a file."""
    body = text if isinstance(text, bytes) else text.encode()
    return HARVESTERS[kind].open(portal_of(kind), Page(1, "seite", body, fetched, local=True))


def records(kind: str, text: str | bytes) -> list[Record]:
    """The Records of a page, each also as it is read again from what is stored of it."""
    harvester, portal = HARVESTERS[kind], portal_of(kind)
    found = []
    for item in open_text(kind, text).items:
        record = harvester.parse(portal, item)
        kept = (record.identifier, record.kind, record.statements, record.personal)
        again = harvester.reread(portal, *kept)
        assert again.distributions == record.distributions and again.titles == record.titles
        assert again.agents == record.agents and again.licence_entry == record.licence_entry
        found.append(record)
    return found


def read_file(kind: str, name: str) -> list[Record]:
    """The Records of a fixture."""
    return records(kind, (FIXTURES / kind / name).read_bytes())


def hashes(kind: str, document: Any, fetched: datetime = FETCHED) -> list[str]:
    """The hashes of a document's datasets, sorted."""
    return sorted(each.hash for each in open_text(kind, json.dumps(document), fetched).items)


def document_of(kind: str, name: str) -> Any:
    """A fixture as a value, to be changed."""
    return json.loads((FIXTURES / kind / name).read_bytes())
