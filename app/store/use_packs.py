# SPDX-License-Identifier: EUPL-1.2
"""Packs that hold numbers by Land, one a portal and kind: read, and put in place of the former."""

import json
from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlmodel import Session

from app.store import bulk
from app.store.tables import PackRow, table_of

UNIT = "land"
PACK = table_of(PackRow)
COLUMNS = tuple(PACK.c.keys())


def held(session: Session, portal: str, kind: str) -> dict[str, Any]:
    """Land → what is counted there; empty where there is no pack."""
    found = select(PACK.c.body).where(*_here(portal, kind))
    body = session.connection().execute(found).scalar()
    return dict(json.loads(body)) if body else {}


def put(session: Session, portal: str, kind: str, found: dict[str, Any]) -> None:
    """Writes the numbers; a portal without any leaves the packs."""
    session.connection().execute(delete(PACK).where(*_here(portal, kind)))
    if found:
        body = json.dumps(found, separators=(",", ":"), sort_keys=True)
        bulk.insert(session, PackRow, COLUMNS, [(portal, UNIT, kind, "", body)])


def _here(portal: str, kind: str) -> tuple[ColumnElement[bool], ...]:
    return PACK.c.portal == portal, PACK.c.unit == UNIT, PACK.c.topic_kind == kind
