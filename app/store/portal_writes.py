# SPDX-License-Identifier: EUPL-1.2
"""Portals: remembering them and how their last run went."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from app.model import Finding
from app.store import rank_writes
from app.store.catalogue_writes import own_title
from app.store.change import moment
from app.store.columns import plain
from app.store.errors import StoreError
from app.store.tables import DatasetRow, PortalRow
from harvesters.base.record import Portal

SUCCESS = frozenset({"complete", "complete-with-rejects", "not-modified"})


def remember(session: Session, portal: Portal, now: datetime | None = None) -> None:
    """Keeps a portal under its key; what is known of it besides its URL is brought up to date.

    StoreError ``store.other_url`` when the key is known with another URL; one under which nothing
    was ever found is replaced, so that a mistyped address does not block the key. Without a title
    of the operator's it is called after its catalogue. Copies are ranked anew where its key or
    address is another than before.
    """
    check_url(session, portal)
    row = session.get(PortalRow, portal.key)
    if row is None:
        row = PortalRow(key=portal.key, url=portal.url, remembered_at=moment(now), kind="", base="")
        row = _insert(session, row)
        check_url(session, portal)
    moved = (row.ags, row.url) != (portal.ags, portal.url)
    row.url = portal.url
    row.kind, row.base, row.ags = portal.kind, portal.base, portal.ags
    row.title = portal.title or own_title(session, portal.key)
    row.exclusive = portal.exclusive
    session.add(row)
    session.flush()
    if moved:
        rank_writes.rerank(session, portal.key, now)


def check_url(session: Session, portal: Portal) -> None:
    """StoreError ``store.other_url`` when the key stands for datasets from another URL."""
    row = session.get(PortalRow, portal.key)
    if row is None or row.url == portal.url:
        return
    datasets = select(DatasetRow.id).where(DatasetRow.portal == portal.key).limit(1)
    if session.exec(datasets).first() is not None:
        raise StoreError(
            "store.other_url", portal=portal.key, known=row.url, given=portal.url[:500]
        )


def _insert(session: Session, row: PortalRow) -> PortalRow:
    """The row, or that of somebody who was quicker."""
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return session.get_one(PortalRow, row.key)
    return row


def note(session: Session, portal: str, state: str, reason: Finding | None, at: datetime) -> None:
    """How the portal stands after a run that ended (promise H14)."""
    row = session.get_one(PortalRow, portal)
    row.last_try, row.state = at, state
    row.reason = plain({"code": reason.code, "params": dict(reason.params)}) if reason else None
    if state in SUCCESS:
        row.last_success = at
    session.add(row)
    session.flush()
