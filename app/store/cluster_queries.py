# SPDX-License-Identifier: EUPL-1.2
"""Copies of a dataset in other portals, and what each portal says."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlmodel import Session

from app.store.tables import (
    CopyRow,
    DatasetRow,
    DistributionRow,
    PortalRow,
    table_of,
)

HEAD, PORTAL, COPY = table_of(DatasetRow), table_of(PortalRow), table_of(CopyRow)
TWIN = HEAD.alias("twin")  # the copy; HEAD is what is counted in its place
PART = table_of(DistributionRow).c
H, T = HEAD.c, TWIN.c


class Version(NamedTuple):
    """What one portal says about a dataset. licences, formats: of its files, sorted; "" for none
    given, ``unknown`` for what no key stands for."""

    id: str
    portal: str
    portal_title: str | None
    title: str | None
    kommune: str | None
    issued: date | None
    data_as_of: date | None
    licences: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


class Copied(NamedTuple):
    """A copy: by which rule it was recognised, beside which dataset (id), and why it is not counted
    (app.store.cluster_links.REASONS)."""

    version: Version
    via: str
    rule: str
    reason: str


class Cluster(NamedTuple):
    """The dataset that is counted and its copies, by portal."""

    canonical: Version
    copies: tuple[Copied, ...]


def cluster(session: Session, id: str) -> Cluster | None:
    """The cluster a dataset is in; None for one that stands alone."""
    own = select(H.copy_of).where(H.id == id).scalar_subquery()
    columns = (T.id, T.copy_of, COPY.c.via, COPY.c.rule, COPY.c.reason)
    statement = select(*columns).select_from(TWIN.join(COPY, COPY.c.dataset == T.id))
    statement = statement.where(T.copy_of == func.coalesce(own, id))
    rows = session.connection().execute(statement).all()
    if not rows:
        return None
    head = str(rows[0].copy_of)
    known = versions(session, [head, *(row.id for row in rows)])
    copies = [Copied(known[row.id], row.via, row.rule, row.reason) for row in rows]
    copies.sort(key=lambda copy: (copy.version.portal, copy.version.id))
    return Cluster(known[head], tuple(copies))


def elsewhere(session: Session, ids: Iterable[str]) -> dict[str, list[tuple[str, str, str]]]:
    """Of datasets that have copies or are some: id, title of the portal and name of each other one.

    ids: at most as many as a statement takes; sorted by id.
    """
    wanted = sorted(ids)
    head = func.coalesce(H.copy_of, H.id)
    heads = select(H.id, head).where(H.id.in_(wanted))
    of = {row[0]: row[1] for row in session.connection().execute(heads)}
    name = func.coalesce(H.uri, H.identifier)
    title = func.coalesce(PORTAL.c.title, PORTAL.c.key)
    inside = or_(H.id.in_(sorted(set(of.values()))), H.copy_of.in_(sorted(set(of.values()))))
    members: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    joined = HEAD.join(PORTAL, PORTAL.c.key == H.portal)
    statement = select(head, H.id, title, name).select_from(joined)
    live = (inside, H.retired_at.is_(None))
    for row in session.connection().execute(statement.where(*live).order_by(H.id)):
        members[row[0]].append((row[1], row[2], row[3]))
    others = {id: [one for one in members[at] if one[0] != id] for id, at in of.items()}
    return {id: found for id, found in others.items() if found}


def versions(session: Session, ids: Iterable[str]) -> dict[str, Version]:
    """What the portals say, by id; at most as many ids as a page has rows."""
    wanted = sorted(set(ids))
    licences, formats = _files(session, wanted)
    columns = (H.id, H.portal, PORTAL.c.title, H.title, H.kommune, H.issued, H.data_as_of)
    joined = HEAD.join(PORTAL, PORTAL.c.key == H.portal)
    statement = select(*columns).select_from(joined).where(H.id.in_(wanted))
    found = session.connection().execute(statement).all()
    return {
        row[0]: Version(*row, tuple(sorted(licences[row[0]])), tuple(sorted(formats[row[0]])))
        for row in found
    }


def _files(session: Session, ids: list[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    licences: dict[str, set[str]] = defaultdict(set)
    formats: dict[str, set[str]] = defaultdict(set)
    columns = (PART.licence, PART.licence_status, PART.format, PART.format_status)
    statement = select(PART.dataset, *columns).where(PART.dataset.in_(ids)).distinct()
    for id, licence, licence_status, form, form_status in session.connection().execute(statement):
        licences[id].add(licence or _unread(licence_status))
        formats[id].add(form or _unread(form_status))
    return licences, formats


def _unread(status: str) -> str:
    return "" if status == "missing" else "unknown"
