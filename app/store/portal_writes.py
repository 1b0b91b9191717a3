# SPDX-License-Identifier: EUPL-1.2
"""Portals: remembering them and how their last run went."""

from datetime import datetime

from sqlmodel import Session

from app.model import Finding
from app.store.change import moment
from app.store.columns import plain
from app.store.errors import StoreError
from app.store.tables import PortalRow
from harvesters.base.record import Portal

SUCCESS = frozenset({"complete", "complete-with-rejects", "not-modified"})


def remember(session: Session, portal: Portal, now: datetime | None = None) -> None:
    """Keeps a portal under its key; what is known of it besides its URL is brought up to date.

    StoreError ``store.other_url`` when the key is known with another URL.
    """
    row = session.get(PortalRow, portal.key)
    if row is None:
        row = PortalRow(key=portal.key, url=portal.url, remembered_at=moment(now), kind="", base="")
    elif row.url != portal.url:
        raise StoreError(
            "store.other_url", portal=portal.key, known=row.url, given=portal.url[:500]
        )
    row.kind, row.base, row.ags = portal.kind, portal.base, portal.ags
    row.title, row.exclusive = portal.title, portal.exclusive
    session.add(row)
    session.flush()


def note(session: Session, portal: str, state: str, reason: Finding | None, at: datetime) -> None:
    """How the portal stands after a run that ended (promise H14)."""
    row = session.get_one(PortalRow, portal)
    row.last_try, row.state = at, state
    row.reason = plain({"code": reason.code, "params": dict(reason.params)}) if reason else None
    if state in SUCCESS:
        row.last_success = at
    session.add(row)
    session.flush()
