# SPDX-License-Identifier: EUPL-1.2
"""Datasets of one Musterdatensatz in some Kommunen: their titles, their dates, some examples."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlmodel import Session

from app.store.tables import DatasetRow, PortalRow, table_of

TABLE, PORTAL = table_of(DatasetRow), table_of(PortalRow)
D = TABLE.c


class Title(NamedTuple):
    """One dataset. of: how many the Kommune has in all."""

    kommune: str
    musterdatensatz: str
    id: str
    title: str | None
    of: int


class Facts(NamedTuple):
    """Datasets of a Kommune from one portal with one frequency; data_as_of: the latest."""

    kommune: str
    portal: str
    portal_title: str | None
    frequency: str | None
    datasets: int
    data_as_of: date | None


def titles(
    session: Session,
    musterdatensatz: str,
    kommunen: Collection[str],
    portal: Collection[str] = (),
    most: int = 10,
) -> list[Title]:
    """The first datasets by title of each Kommune, at most ``most`` of each."""
    wanted = (D.musterdatensatz == musterdatensatz, D.kommune.in_(kommunen))
    return _first(session, most, *wanted, *_live(portal))


def examples(
    session: Session, pairs: Iterable[tuple[str, str]], portal: Collection[str] = ()
) -> list[Title]:
    """The first dataset by title of each pair of Kommune and Musterdatensatz."""
    asked = list(dict.fromkeys(pairs))
    if not asked:
        return []
    # said twice: over pairs alone SQLite reads the whole index
    places = {kommune for kommune, _ in asked}
    wanted = (D.kommune.in_(places), tuple_(D.kommune, D.musterdatensatz).in_(asked))
    return _first(session, 1, *wanted, *_live(portal))


def _live(portal: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    live = D.retired_at.is_(None)
    return (live, D.portal.in_(portal) if portal else D.copy_of.is_(None))


def _first(session: Session, most: int, *wanted: ColumnElement[bool]) -> list[Title]:
    groups: dict[str, Any] = {"partition_by": (D.kommune, D.musterdatensatz)}
    place = func.row_number().over(**groups, order_by=(D.sort_title, D.id)).label("place")
    of = func.count().over(**groups).label("of")
    ranked = (
        select(D.kommune, D.musterdatensatz, D.id, D.title, of, place).where(*wanted).subquery()
    )
    c = ranked.c
    statement = (
        select(c.kommune, c.musterdatensatz, c.id, c.title, c.of)
        .where(c.place <= most)
        .order_by(c.kommune, c.musterdatensatz, c.place)
    )
    return [Title(*row) for row in session.connection().execute(statement)]


def facts(
    session: Session, musterdatensatz: str, kommunen: Collection[str], portal: Collection[str] = ()
) -> list[Facts]:
    """Portals, frequencies and dates of each Kommune, by Kommune and portal."""
    keys = (D.kommune, D.portal, PORTAL.c.title, D.frequency)
    statement = (
        select(*keys, func.count(), func.max(D.data_as_of))
        .select_from(TABLE.join(PORTAL, PORTAL.c.key == D.portal))
        .where(D.musterdatensatz == musterdatensatz, D.kommune.in_(kommunen), *_live(portal))
        .group_by(*keys)
        .order_by(*keys[:2])
    )
    return [Facts(*row) for row in session.connection().execute(statement)]
