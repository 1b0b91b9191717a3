# SPDX-License-Identifier: EUPL-1.2
"""Portals and how they stand."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.store.tables import CatalogueRow, DatasetRow, PortalRow
from harvesters.base.record import Portal


@dataclass(frozen=True, slots=True)
class Standing:
    """A portal and how it stands. reason: message code and parameters of why, if there is one."""

    portal: Portal
    datasets: int
    distributions: int
    remembered_at: datetime
    last_success: datetime | None
    last_try: datetime | None
    state: str | None
    reason_code: str | None
    reason_params: Mapping[str, str]


class Told(NamedTuple):
    """How a portal stands, without what it holds; fields as in Standing."""

    key: str
    title: str | None
    last_success: datetime | None
    last_try: datetime | None
    state: str | None
    reason_code: str | None
    reason_params: Mapping[str, str]


class Extent(NamedTuple):
    """Live datasets and their distributions, and the datasets that were retired."""

    datasets: int
    distributions: int
    retired: int


class Published(NamedTuple):
    """A catalogue of a portal. licence: of the metadata; licence_raw: as the portal said it."""

    title: str | None
    publisher: str | None
    licence: str | None
    licence_raw: str | None
    homepage: str | None


def list_portals(session: Session) -> tuple[Standing, ...]:
    """All portals by key, with the number of their live datasets and distributions."""
    live = (
        select(
            col(DatasetRow.portal),
            func.count(),
            func.coalesce(func.sum(DatasetRow.distribution_count), 0),
        )
        .where(col(DatasetRow.retired_at).is_(None))
        .group_by(col(DatasetRow.portal))
    )
    counts = {key: (int(datasets), int(files)) for key, datasets, files in session.exec(live)}
    rows = session.exec(select(PortalRow).order_by(col(PortalRow.key)))
    return tuple(_standing(row, *counts.get(row.key, (0, 0))) for row in rows)


def told(session: Session, keys: Collection[str]) -> tuple[Told, ...]:
    """How these portals stand, by key; one statement."""
    wanted = select(PortalRow).where(col(PortalRow.key).in_(keys)).order_by(col(PortalRow.key))
    return tuple(_told(row) for row in session.exec(wanted))


def _told(row: PortalRow) -> Told:
    reason = row.reason or {}
    code, params = reason.get("code"), reason.get("params", {})
    return Told(row.key, row.title, row.last_success, row.last_try, row.state, code, params)


def standing(session: Session, key: str) -> tuple[Standing, Extent] | None:
    """One portal, how it stands and how much the store holds of it; two statements."""
    row = session.get(PortalRow, key)
    if row is None:
        return None
    held = _extent(session, key)
    return _standing(row, held.datasets, held.distributions), held


def _extent(session: Session, key: str) -> Extent:
    retired = col(DatasetRow.retired_at).is_not(None)
    files = func.coalesce(func.sum(DatasetRow.distribution_count), 0)
    statement = select(retired, func.count(), files).group_by(retired)
    rows = session.exec(statement.where(DatasetRow.portal == key))
    found = {bool(gone): (int(datasets), int(parts)) for gone, datasets, parts in rows}
    return Extent(*found.get(False, (0, 0)), found.get(True, (0, 0))[0])


def published(session: Session, key: str, most: int = 20) -> tuple[Published, ...]:
    """The first catalogues that a portal publishes, without their statements."""
    columns = [getattr(CatalogueRow, name) for name in Published._fields]
    statement = select(*columns).where(CatalogueRow.portal == key)
    rows = session.exec(statement.order_by(col(CatalogueRow.number)).limit(most))
    return tuple(Published(*row) for row in rows)


def get(session: Session, key: str) -> Portal | None:
    """The portal as it was remembered."""
    row = session.get(PortalRow, key)
    return _portal(row) if row else None


def _portal(row: PortalRow) -> Portal:
    return Portal(row.key, row.kind, row.url, row.base, row.ags, row.exclusive, row.title)


def _standing(row: PortalRow, datasets: int, distributions: int) -> Standing:
    reason = row.reason or {}
    return Standing(
        portal=_portal(row),
        datasets=datasets,
        distributions=distributions,
        remembered_at=row.remembered_at,
        last_success=row.last_success,
        last_try=row.last_try,
        state=row.state,
        reason_code=reason.get("code"),
        reason_params=reason.get("params", {}),
    )
