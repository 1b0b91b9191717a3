# SPDX-License-Identifier: EUPL-1.2
"""What is counted of live datasets, read once for all counts, with the values of their parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, and_, case, func, literal, select
from sqlmodel import Session, SQLModel

from app.store import licence_writes
from app.store.tables import DatasetRow, DistributionRow, StandardUseRow, table_of
from app.store.tables.dataset import OF_LAND

MUNICIPAL = ("gemeinde", "verband", "kreis")
UNKNOWN = "unknown"
BETWEEN, BEHIND = "\x1f", "\x1e"  # values of a part, parts; no key has these
REMEMBERED = 20_000  # different lists of parts
READ = 2_000  # rows that are fetched at once
D = table_of(DatasetRow).c
PART, USE = table_of(DistributionRow).c, table_of(StandardUseRow).c
Name = tuple[str, str, str]  # facet, value, evidence
HOLDING: Name = ("holding", "", "")


@dataclass(frozen=True, eq=False, slots=True)
class Values:
    """What the parts of a dataset say, each value once; empty for "not given".

    standards: with their evidence. together: the set of licences. names: all under which it counts.
    """

    licences: frozenset[str]
    formats: frozenset[str]
    standards: frozenset[tuple[str, str]]
    together: Name
    names: tuple[Name, ...]


class Fact(NamedTuple):
    """A live dataset. land, thema: empty for none. municipal: counts for its Kommune.

    of_land: for its Land. holding: None for one that is its own. counts: is no copy.
    """

    land: str
    kommune: str | None
    municipal: bool
    of_land: bool
    musterdatensatz: str | None
    thema: str
    inspire: tuple[str, ...]
    hvd: tuple[str, ...]
    holding: str | None
    counts: bool
    files: int
    values: Values


def read(session: Session, *wanted: ColumnElement[bool]) -> Iterator[Fact]:
    """The datasets, those of one Land together and there those of one Kommune."""
    statement = _statement(session.connection().dialect.name).where(*wanted)
    in_parts = {"yield_per": READ}  # PostgreSQL's driver would take all of them at once
    rows = session.connection().execute(statement, execution_options=in_parts)
    known: dict[tuple[str | None, str | None], Values] = {}
    for *own, parts, uses in rows:
        values = known.get((parts, uses))
        if values is None:
            if len(known) > REMEMBERED:
                known.clear()
            values = known[parts, uses] = values_of(parts, uses)
        yield Fact._make((*own, values))


def _statement(dialect: str) -> Select[Any]:
    land = func.coalesce(D.land, "").label("place")
    municipal = and_(D.kommune.is_not(None), D.level.in_(MUNICIPAL))
    return select(
        land,
        D.kommune,
        case((municipal, True), else_=False),
        case((and_(D.land.is_not(None), OF_LAND), True), else_=False),
        D.musterdatensatz,
        func.coalesce(D.thema, ""),
        D.inspire_themes,
        D.hvd_categories,
        D.holding,
        D.copy_of.is_(None),
        D.distribution_count,
        _gathered(DistributionRow, dialect, _value("licence"), _value("format")),
        _gathered(StandardUseRow, dialect, func.coalesce(USE.key, UNKNOWN), USE.evidence),
    ).order_by(land, D.kommune)


def _value(name: str) -> ColumnElement[str]:
    """The key; empty where nothing was said, else unknown."""
    unread = case((PART[f"{name}_status"] == "missing", ""), else_=UNKNOWN)
    return func.coalesce(PART[name], unread)


def _gathered(
    of: type[SQLModel], dialect: str, one: ColumnElement[str], other: ColumnElement[str]
) -> Any:
    """Two values of each of a dataset's parts as one text; NULL where it has none."""
    join = func.string_agg if dialect == "postgresql" else func.group_concat
    table = table_of(of)
    text = join(one + literal(BETWEEN, Text) + other, literal(BEHIND, Text))
    return select(text).where(table.c.dataset == D.id).scalar_subquery()


def values_of(parts: str | None, uses: str | None) -> Values:
    """What was gathered, apart again. A dataset without any part has not given anything."""
    pairs = _pairs(parts) or {("", "")}
    licences = frozenset([licence for licence, _ in pairs])
    formats = frozenset([format for _, format in pairs])
    standards = frozenset(_pairs(uses))
    names = [HOLDING]
    names += [("licence", licence, "") for licence in licences]
    names += [("format", format, "") for format in formats]
    names += [("standard", *use) for use in standards or {("", "")}]
    return Values(licences, formats, standards, together(licences), tuple(names))


def _pairs(text: str | None) -> set[tuple[str, str]]:
    if text is None:
        return set()
    halves = [each.partition(BETWEEN) for each in set(text.split(BEHIND))]
    return {(one, other) for one, _, other in halves}


def together(licences: Iterable[str]) -> Name:
    """The name of a set of licences, see app.store.licence_writes."""
    return "licences", licence_writes.together(licences), ""
