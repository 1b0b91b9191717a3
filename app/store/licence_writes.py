# SPDX-License-Identifier: EUPL-1.2
"""Which licences a holding carries together, in SQL: how many holdings are open needs the sets.

Counts per licence cannot be added up, because a holding may carry several; counts per set can.
"""

from typing import Any

from sqlalchemy import Subquery, Text, and_, case, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

SEPARATOR = " "  # no licence id has one
NONE = "none"  # in a set for "not given", where an empty text would be lost
PLACE = ("land", "kommune", "topic", "holding")


class in_one_text(GenericFunction[str]):  # named as SQL functions are
    """Values with a space between; in order where the database can, for fewer spellings."""

    type = Text()
    inherit_cache = True


@compiles(in_one_text, "sqlite")
def _concatenated(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return f"group_concat({compiler.process(element.clauses, **options)}, '{SEPARATOR}')"


@compiles(in_one_text, "postgresql")
def _aggregated(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    value = compiler.process(element.clauses, **options)
    return f"string_agg({value}, '{SEPARATOR}' ORDER BY {value})"


def licence_sets(licences: Subquery) -> Subquery:
    """A row for each dataset; value: the licences of its holding, space between.

    licences: a row for each dataset and licence, with id, PLACE, value (empty for "not given").
    """
    row = licences.c
    here = [row[name] for name in PLACE]
    spelled = case((row.value == "", NONE), else_=row.value).label("value")
    once = select(*here, spelled).distinct().subquery("once")
    together = in_one_text(once.c.value).label("value")
    places = [once.c[name] for name in PLACE]
    sets = select(*places, together).group_by(*places).subquery("sets")
    same = and_(*(row[name] == sets.c[name] for name in PLACE))
    columns = (row.id, *here, sets.c.value, row.evidence)
    return select(*columns).select_from(licences.join(sets, same)).distinct().subquery()


def members(value: str) -> frozenset[str]:
    """The licences of a set; empty for "not given", as everywhere in cells."""
    return frozenset("" if name == NONE else name for name in value.split(SEPARATOR))
