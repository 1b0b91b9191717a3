# SPDX-License-Identifier: EUPL-1.2
"""A Selection as SQL conditions; values only ever as bound parameters."""

import json
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, exists, func, literal, or_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import Integer
from sqlmodel import Session

from app.model.selection import Selection
from app.store.columns import clean
from app.store.errors import StoreError
from app.store.sorting import fold
from app.store.tables import DatasetRow, DistributionRow, StandardUseRow, table_of

NOT_GIVEN = "none"
UNKNOWN = "unknown"
D = table_of(DatasetRow).c
PART = table_of(DistributionRow).c
USE = table_of(StandardUseRow).c
Condition = ColumnElement[bool]


class position_in(GenericFunction[int]):  # named as SQL functions are
    """Where a text stands in another, from 1; 0 if it does not. LIKE differs by database."""

    type = Integer()
    inherit_cache = True


@compiles(position_in, "sqlite")
def _instr(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@compiles(position_in, "postgresql")
def _strpos(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **options)})"


def conditions(selection: Selection) -> tuple[Condition, ...]:
    """What a live dataset must satisfy to be in the selection; all of them together.

    ``groesse``, ``typ`` and ``offen`` need the vocabulary: the caller resolves them to keys in
    ``kommune`` and ``lizenz``; left in, they are a StoreError and never silently ignored.
    A dataset that several portals have is in it once, all that a portal has where one is named.
    ``modified_since`` asks when this store's copy last became different.
    """
    return (D.retired_at.is_(None), *known_conditions(selection))


def known_conditions(selection: Selection) -> tuple[Condition, ...]:
    """As conditions, for live and retired datasets alike."""
    refuse_unresolved(selection)
    found: list[Condition] = []
    if not selection.portal:
        found.append(D.copy_of.is_(None))
    found += [position_in(D.sort_title, word) > 0 for word in fold(clean(selection.q)).split()]
    found += _members(selection)
    found += _parts(selection)
    if selection.stand:
        found.append(D.data_as_of >= day(selection.stand))
    if selection.modified_since:
        found.append(D.changed_at >= instant(selection.modified_since))
    return tuple(found)


def refuse_unresolved(selection: Selection) -> None:
    """StoreError for a filter that needs the vocabulary."""
    for name in ("groesse", "typ", "offen"):
        if getattr(selection, name):
            raise StoreError("store.filter", filter=name, value=", ".join(getattr(selection, name)))


def among(session: Session, column: ColumnElement[Any], values: Collection[str]) -> Condition:
    """Whether it is one of values, which are one parameter: of thousands each takes its time."""
    said = literal(json.dumps(sorted(values)), Text)
    if session.get_bind().dialect.name == "postgresql":
        listed: Any = func.jsonb_array_elements_text(cast(said, JSONB))
    else:
        listed = func.json_each(said)
    return column.in_(select(listed.table_valued("value").c.value))


def _members(selection: Selection) -> list[Condition]:
    wanted = {
        D.portal: selection.portal,
        D.kommune: selection.kommune,
        D.land: selection.land,
        D.musterdatensatz: selection.musterdatensatz,
        D.thema: selection.thema,
    }
    return [column.in_(values) for column, values in wanted.items() if values]


def _parts(selection: Selection) -> list[Condition]:
    found = []
    if selection.lizenz:
        found.append(_any_part("licence", selection.lizenz))
    if selection.format:
        found.append(_any_part("format", selection.format))
    if selection.standard:
        found.append(_any_standard(selection.standard))
    return found


def _any_part(name: str, values: tuple[str, ...]) -> Condition:
    """A distribution with one of the values; ``none``: one where it was not said, or no part.

    ``unknown``: one where something was said that no key stands for.
    """
    mine = PART.dataset == D.id
    keys = [value for value in values if value not in (NOT_GIVEN, UNKNOWN)]
    found: Condition = exists().where(mine, PART[name].in_(keys))
    if UNKNOWN in values:
        unread = exists().where(mine, PART[name].is_(None), PART[f"{name}_status"] != "missing")
        found = or_(found, unread)
    if NOT_GIVEN not in values:
        return found
    silent = exists().where(mine, PART[f"{name}_status"] == "missing")
    return or_(found, silent, D.distribution_count == 0)


def _any_standard(values: tuple[str, ...]) -> Condition:
    mine = USE.dataset == D.id
    keys = [value for value in values if value not in (NOT_GIVEN, UNKNOWN)]
    found: Condition = exists().where(and_(mine, USE.key.in_(keys)))
    if UNKNOWN in values:
        found = or_(found, exists().where(mine, USE.key.is_(None)))
    return or_(found, ~exists().where(mine)) if NOT_GIVEN in values else found


def day(value: str) -> date:
    """The day of ``stand``. StoreError."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise StoreError("store.filter", filter="stand", value=value[:100]) from error


def instant(value: str) -> datetime:
    """The instant of ``modified_since``, UTC where it names no zone. StoreError."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise StoreError("store.filter", filter="modified_since", value=value[:100]) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
