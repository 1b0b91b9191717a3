# SPDX-License-Identifier: EUPL-1.2
"""Copies of a dataset in other portals, and where copies contradict the one that is counted."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Join, Select, case, func, or_, select
from sqlmodel import Session

from app.model.selection import Selection
from app.store.conditions import conditions
from app.store.contradiction_writes import FIELDS
from app.store.tables import (
    ContradictionRow,
    CopyRow,
    DatasetRow,
    DistributionRow,
    PortalRow,
    table_of,
)

HEAD, PORTAL, COPY = table_of(DatasetRow), table_of(PortalRow), table_of(CopyRow)
TWIN = HEAD.alias("twin")  # the copy; HEAD is what is counted in its place
PART = table_of(DistributionRow).c
X = table_of(ContradictionRow)
H, T = HEAD.c, TWIN.c
SORTINGS = ("datensatz", "-datensatz", "feld", "-feld", "portal", "-portal")


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


class Contradiction(NamedTuple):
    """A copy that differs. field: one of app.store.contradiction_writes.FIELDS."""

    field: str
    canonical: Version
    copy: Version


class Extent(NamedTuple):
    """How many contradictions there are, and in how many datasets."""

    total: int
    datasets: int


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


def contradictions(
    session: Session, selection: Selection, limit: int = 50, offset: int = 0
) -> tuple[Contradiction, ...]:
    """A page of the contradictions of datasets that are in the selection.

    A portal that is named is that of either side. Sorted by a key of SORTINGS, else by title.
    ``groesse``, ``typ`` and ``offen``: as for conditions.
    """
    joined = _with_heads(session)
    page = select(X.c.field, H.id, T.id).select_from(joined).where(*_wanted(selection))
    page = _ordered(page, selection.sortierung).limit(limit).offset(offset)
    rows = session.connection().execute(page).all()
    known = versions(session, [row[1] for row in rows] + [row[2] for row in rows])
    return tuple(Contradiction(row[0], known[row[1]], known[row[2]]) for row in rows)


def extent(session: Session, selection: Selection) -> Extent:
    """How much contradictions would find on all its pages."""
    wanted = _wanted(selection)
    if len(wanted) > len(_wanted(Selection())):
        numbers = (func.count(), func.count(H.id.distinct()))
        counted = select(*numbers).select_from(_with_heads(session)).where(*wanted)
        return Extent(*session.connection().execute(counted).one())
    # only live copies of what is counted have any: nothing has to be joined
    own = select(X.c.dataset).where(X.c.dataset == T.id).exists()
    heads = select(func.count(T.copy_of.distinct())).where(T.copy_of.is_not(None), own)
    every = select(func.count()).select_from(X)
    found = session.connection().execute(select(every.scalar_subquery(), heads.scalar_subquery()))
    return Extent(*found.one())


def _wanted(selection: Selection) -> tuple[ColumnElement[bool], ...]:
    wanted = conditions(replace(selection, portal=()))
    if not selection.portal:
        return wanted
    return (*wanted, or_(H.portal.in_(selection.portal), T.portal.in_(selection.portal)))


def _with_heads(session: Session) -> Join:
    """Contradictions, the copy and what is counted in its place."""
    # without coalesce SQLite begins with all copies instead of those that contradict; with it
    # PostgreSQL joins all of them to show a page
    of = (
        T.copy_of
        if session.get_bind().dialect.name == "postgresql"
        else func.coalesce(T.copy_of, "")
    )
    return X.join(TWIN, X.c.dataset == T.id).join(HEAD, of == H.id)


def _ordered(statement: Select[Any], sorting: str) -> Select[Any]:
    place = case({field: at for at, field in enumerate(FIELDS)}, value=X.c.field)
    keys = {"feld": place, "portal": T.portal, "datensatz": H.sort_title}
    key = keys.get(sorting.removeprefix("-"), H.sort_title)
    first = key.desc() if sorting.startswith("-") else key
    return statement.order_by(first, H.sort_title, H.id, T.portal, T.id, place)


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
