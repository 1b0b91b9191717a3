# SPDX-License-Identifier: EUPL-1.2
"""Counting the live datasets of a portal into cells, in SQL, within the swap.

Places: Gemeinden, Verbände and Kreise by Musterdatensatz; bodies of a Land by INSPIRE theme and HVD
category. A dataset with two licences counts once under each, one without any as not given. Every
dataset of either counts once more by Thema (empty where none was read), with its set of licences,
and once in all: a holding with datasets in two Themen is one, with the licences of both.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    bindparam,
    case,
    delete,
    distinct,
    func,
    insert,
    literal,
    select,
    true,
    union_all,
)
from sqlmodel import Session

from app.store import daily_writes
from app.store.bulk import batches
from app.store.cell_queries import ONCE, TopicKind, Unit
from app.store.licence_writes import licence_sets
from app.store.pack_writes import SUM, Kind, portals_with_copies, repack
from app.store.tables import CellRow, DatasetRow, DistributionRow, StandardUseRow, table_of
from app.store.tables.dataset import OF_LAND

MUNICIPAL = ("gemeinde", "verband", "kreis")
UNKNOWN = "unknown"
SPOTS = 4_000  # named in one statement; each takes up to four parameters
THEMA: TopicKind = "thema"
CELL = table_of(CellRow)
COLUMNS = tuple(CELL.c.keys())
D = table_of(DatasetRow).c
PART = table_of(DistributionRow)
USE = table_of(StandardUseRow)
INNER: tuple[tuple[TopicKind, ColumnElement[Any]], ...] = (
    ("inspire", D.inspire_themes),
    ("hvd", D.hvd_categories),
)
KEYS = ("b_portal", "b_unit", "b_kind", "b_land", "b_kommune", "b_topic")
FORMER = delete(CELL).where(  # one after the other: SQLite reads all cells for a list of spots
    *(column == bindparam(key) for column, key in zip(CELL.c, KEYS, strict=False))
)
Text = ColumnElement[str]
Conditions = tuple[ColumnElement[bool], ...]
Spot = tuple[str, str, str]  # Land, Kommune (empty where the unit is the Land), topic
Spots = Mapping[Kind, Collection[Spot]]


def rebuild_cells(session: Session, portal: str, now: datetime | None = None) -> None:
    """Counts a portal anew: everything about it in the cells and in their packs is replaced.

    now: on which day the numbers of today count.
    """
    connection = session.connection()
    connection.execute(delete(CELL).where(CELL.c.portal == portal))
    live = (D.portal == portal, D.retired_at.is_(None))
    fill(connection, portal, "", live)
    if portal in portals_with_copies(session):
        fill(connection, portal, ONCE, (*live, D.copy_of.is_(None)))
    repack(session, portal)
    daily_writes.record(session, portal, now)


def fill(connection: Connection, portal: str, variant: str, live: Conditions) -> None:
    """Counts the datasets that are ``live`` into cells; there must be none of these yet.

    variant: nothing, or ONCE behind the unit.
    """
    for kind, subjects in _subjects(live, connection.dialect.name):
        _insert(connection, (portal, variant), kind, subjects.cte("subjects"))


def refill(
    connection: Connection, portal: str, variant: str, live: Conditions, spots: Spots
) -> None:
    """Counts the datasets that are ``live`` anew where the spots are; all other cells stay."""
    for kind, subjects in _subjects(live, connection.dialect.name):
        wanted = spots.get(kind)
        if wanted:
            here = sorted(wanted)
            of_kind = (portal, kind[0] + variant, kind[1])
            connection.execute(
                FORMER, [dict(zip(KEYS, (*of_kind, *at), strict=True)) for at in here]
            )
            for some in batches(here, SPOTS):
                chosen = subjects.where(*_at(kind[0], subjects, some))
                _insert(connection, (portal, variant), kind, chosen.cte("subjects"))


def find_spots(connection: Connection, live: Conditions) -> dict[Kind, set[Spot]]:
    """Where datasets that are ``live`` are counted."""
    found: dict[Kind, set[Spot]] = {}
    for kind, subjects in _subjects(live, connection.dialect.name):
        c = subjects.selected_columns
        spots = subjects.with_only_columns(c.land, c.kommune, c.topic).distinct()
        found[kind] = {(row[0], row[1], row[2]) for row in connection.execute(spots)}
    return found


def _insert(connection: Connection, of: tuple[str, str], kind: Kind, subjects: CTE) -> None:
    unit, topics = kind
    facets = _licences(subjects) if topics in (THEMA, SUM) else _facets(subjects)
    labels = (of[0], unit + of[1], topics)
    counted = [_count(once, (*labels, facet)) for facet, once in facets]
    connection.execute(insert(CELL).from_select(COLUMNS, union_all(*counted)))


def _at(unit: Unit, subjects: Select[Any], spots: Collection[Spot]) -> Conditions:
    """The exact condition, and one on a column alone that an index can answer."""
    c = subjects.selected_columns
    # as one text: PostgreSQL looks for a row in a list of rows one after the other
    exact = (c.land + "\n" + c.kommune + "\n" + c.topic).in_(["\n".join(spot) for spot in spots])
    if unit == "kommune":
        return D.kommune.in_(sorted({kommune for _, kommune, _ in spots})), exact
    return D.land.in_(sorted({land for land, _, _ in spots})), exact


def _subjects(live: Conditions, dialect: str) -> Iterator[tuple[Kind, Select[Any]]]:
    """Unit and kind of topic, and what is counted there: a row for each dataset and topic."""
    municipal = (D.kommune.is_not(None), D.level.in_(MUNICIPAL))
    land, thema = func.coalesce(D.land, ""), func.coalesce(D.thema, "")
    here = _subject(land, D.kommune, D.musterdatensatz).where(D.musterdatensatz.is_not(None))
    yield ("kommune", "musterdatensatz"), here.where(*live, *municipal)
    every = _subject(land, D.kommune, thema).where(*live, *municipal)
    yield ("kommune", THEMA), every
    all_of_it = _subject(land, D.kommune, literal("")).where(*live, *municipal)
    yield ("kommune", SUM), all_of_it
    of_land = (D.land.is_not(None), OF_LAND)
    for kind, column in INNER:
        topics = _members(column, dialect)
        here = _subject(D.land, literal(""), topics.c.value).join(topics, true())
        yield ("land", kind), here.where(*live, *of_land)
    every = _subject(D.land, literal(""), thema).where(*live, *of_land)
    yield ("land", THEMA), every
    yield ("land", SUM), _subject(D.land, literal(""), literal("")).where(*live, *of_land)


def _subject(land: Text, kommune: Text, topic: Text) -> Select[Any]:
    return select(
        D.id,
        land.label("land"),
        kommune.label("kommune"),
        topic.label("topic"),
        func.coalesce(D.holding, D.id).label("holding"),
    ).select_from(table_of(DatasetRow))


def _members(column: ColumnElement[Any], dialect: str) -> Any:
    """The texts in a JSON list as a table with a column ``value``; no row for NULL."""
    unfold = func.jsonb_array_elements_text if dialect == "postgresql" else func.json_each
    return unfold(column).table_valued("value")  # both see the row they stand beside


def _facets(subjects: CTE) -> Iterator[tuple[str, Subquery]]:
    """Facet, and the subjects with its values: each value of a dataset once."""
    empty = literal("")
    yield "holding", _once(subjects, subjects, empty, empty)
    for name in ("licence", "format"):
        joined = subjects.outerjoin(PART, PART.c.dataset == subjects.c.id)
        yield name, _once(subjects, joined, _value(name), empty)
    joined = subjects.outerjoin(USE, USE.c.dataset == subjects.c.id)
    said = case((USE.c.dataset.is_(None), ""), else_=func.coalesce(USE.c.key, UNKNOWN))
    yield "standard", _once(subjects, joined, said, func.coalesce(USE.c.evidence, ""))


def _licences(subjects: CTE) -> Iterator[tuple[str, Subquery]]:
    empty = literal("")
    yield "holding", _once(subjects, subjects, empty, empty)
    joined = subjects.outerjoin(PART, PART.c.dataset == subjects.c.id)
    yield "licences", licence_sets(_once(subjects, joined, _value("licence"), empty))


def _value(name: str) -> Text:
    """The key; empty where nothing was said (or there is no distribution), else unknown."""
    status = func.coalesce(PART.c[f"{name}_status"], "missing")
    unread = case((status == "missing", ""), else_=UNKNOWN)
    return func.coalesce(PART.c[name], unread)


def _once(subjects: CTE, source: FromClause, value: Text, evidence: Text) -> Subquery:
    columns = (*subjects.c, value.label("value"), evidence.label("evidence"))
    return select(*columns).select_from(source).distinct().subquery()


def _count(once: Subquery, labels: tuple[str, str, str, str]) -> Select[Any]:
    o = once.c
    portal, unit, kind, facet = (literal(label) for label in labels)
    keys = (o.land, o.kommune, o.topic, o.value, o.evidence)
    counts = (func.count().label("datasets"), func.count(distinct(o.holding)).label("holdings"))
    place = (portal, unit, kind, *keys[:3], facet, *keys[3:])
    named = [column.label(name) for column, name in zip(place, COLUMNS, strict=False)]
    return select(*named, *counts).group_by(*keys)
