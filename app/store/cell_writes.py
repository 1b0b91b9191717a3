# SPDX-License-Identifier: EUPL-1.2
"""Counting the live datasets of a portal into cells, in SQL, within the swap.

Places: Gemeinden, Verbände and Kreise by Musterdatensatz; bodies of a Land by INSPIRE theme and HVD
category. A dataset with two licences counts once under each, one without any as not given.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    case,
    delete,
    distinct,
    func,
    insert,
    literal,
    or_,
    select,
)
from sqlalchemy import true as always
from sqlmodel import Session

from app.store.tables import CellRow, DatasetRow, DistributionRow, StandardUseRow, table_of

MUNICIPAL = ("gemeinde", "verband", "kreis")
UNKNOWN = "unknown"
CELL = table_of(CellRow)
COLUMNS = tuple(CELL.c.keys())
D = table_of(DatasetRow).c
PART = table_of(DistributionRow)
USE = table_of(StandardUseRow)
Place = tuple[str, str, ColumnElement[str], ColumnElement[str]]
Values = tuple[ColumnElement[str], ColumnElement[str]]


def rebuild_cells(session: Session, portal: str) -> None:
    """Counts a portal anew; everything about it in the cell table is replaced."""
    connection = session.connection()
    connection.execute(delete(CELL).where(CELL.c.portal == portal))
    for subjects in _subjects(portal, connection.dialect.name):
        for counted in _facets(subjects):
            connection.execute(insert(CELL).from_select(COLUMNS, counted))


def _subjects(portal: str, dialect: str) -> Iterator[Subquery]:
    """id, holding and place of what is counted: once a dataset and topic."""
    live = (D.portal == portal, D.retired_at.is_(None))
    municipal = (D.kommune.is_not(None), D.musterdatensatz.is_not(None), D.level.in_(MUNICIPAL))
    place: Place = ("kommune", "musterdatensatz", func.coalesce(D.land, ""), D.kommune)
    yield _subject(place, D.musterdatensatz).where(*live, *municipal).subquery()
    of_land = (D.land.is_not(None), or_(D.level == "land", D.body_kind == "land"))
    for kind, column in (("inspire", D.inspire_themes), ("hvd", D.hvd_categories)):
        topics = _members(column, dialect)
        place = ("land", kind, D.land, literal(""))
        subject = _subject(place, topics.c.value).join(topics, always())
        yield subject.where(*live, *of_land).subquery()


def _subject(place: Place, topic: ColumnElement[str]) -> Select[Any]:
    unit, kind, land, kommune = place
    return select(
        D.id,
        D.portal,
        literal(unit).label("unit"),
        literal(kind).label("topic_kind"),
        land.label("land"),
        kommune.label("kommune"),
        topic.label("topic"),
        func.coalesce(D.holding, D.id).label("holding"),
    ).select_from(table_of(DatasetRow))


def _members(column: ColumnElement[Any], dialect: str) -> Any:
    """The texts in a JSON list as a table with a column ``value``; no row for NULL."""
    unfold = func.jsonb_array_elements_text if dialect == "postgresql" else func.json_each
    return unfold(column).table_valued("value").lateral()


def _facets(subjects: Subquery) -> Iterator[Select[Any]]:
    empty = literal("")
    yield _count(subjects, subjects, "holding", (empty, empty))
    for name in ("licence", "format"):
        joined = subjects.outerjoin(PART, PART.c.dataset == subjects.c.id)
        yield _count(subjects, joined, name, (_value(name), empty))
    joined = subjects.outerjoin(USE, USE.c.dataset == subjects.c.id)
    said = case((USE.c.dataset.is_(None), ""), else_=func.coalesce(USE.c.key, UNKNOWN))
    yield _count(subjects, joined, "standard", (said, func.coalesce(USE.c.evidence, "")))


def _value(name: str) -> ColumnElement[str]:
    """The key; empty where nothing was said (or there is no distribution), else unknown."""
    status = func.coalesce(PART.c[f"{name}_status"], "missing")
    unread = case((status == "missing", ""), else_=UNKNOWN)
    return func.coalesce(PART.c[name], unread)


def _count(subjects: Subquery, source: FromClause, facet: str, values: Values) -> Select[Any]:
    s = subjects.c
    value, evidence = values
    place = (s.portal, s.unit, s.topic_kind, s.land, s.kommune, s.topic)
    # counted in two steps: grouping by the dataset first is what makes DISTINCT cheap
    once = (
        select(*place, value.label("value"), evidence.label("evidence"), s.id, s.holding)
        .select_from(source)
        .distinct()
        .subquery()
    )
    o = once.c
    keys = (o.portal, o.unit, o.topic_kind, o.land, o.kommune, o.topic)
    counts = (func.count().label("datasets"), func.count(distinct(o.holding)).label("holdings"))
    return select(*keys, literal(facet).label("facet"), o.value, o.evidence, *counts).group_by(
        *keys, o.value, o.evidence
    )
