# SPDX-License-Identifier: EUPL-1.2
"""Which licences a holding carries together, in SQL: how many holdings are open needs the sets.

Counts per licence cannot be added up, because a holding may carry several; counts per set can.
"""

from sqlalchemy import Subquery, and_, case, func, select

SEPARATOR = " "  # no licence id has one
NONE = "none"  # in a set for "not given", where an empty text would be lost
PLACE = ("land", "kommune", "topic", "holding")


def licence_sets(licences: Subquery) -> Subquery:
    """A row for each dataset; value: the licences of its holding, in no order, space between.

    licences: a row for each dataset and licence, with id, PLACE, value (empty for "not given").
    """
    row = licences.c
    here = [row[name] for name in PLACE]
    spelled = case((row.value == "", NONE), else_=row.value).label("value")
    once = select(*here, spelled).distinct().subquery("once")
    together = func.aggregate_strings(once.c.value, SEPARATOR).label("value")
    places = [once.c[name] for name in PLACE]
    sets = select(*places, together).group_by(*places).subquery("sets")
    same = and_(*(row[name] == sets.c[name] for name in PLACE))
    columns = (row.id, *here, sets.c.value, row.evidence)
    return select(*columns).select_from(licences.join(sets, same)).distinct().subquery()


def members(value: str) -> frozenset[str]:
    """The licences of a set; empty for "not given", as everywhere in cells."""
    return frozenset("" if name == NONE else name for name in value.split(SEPARATOR))
