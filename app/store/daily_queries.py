# SPDX-License-Identifier: EUPL-1.2
"""How the number of datasets went over the days, and what it is now."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.store.tables import DailyRow, table_of

C = table_of(DailyRow).c
Kind = Literal["datasets", "files", "counted", "kommune", "musterdatensatz", "licence", "format"]


class Step(NamedTuple):
    """From this day (UTC) on there were so many datasets, until the day of the next step."""

    day: date
    datasets: int


def trend(
    session: Session, kind: Kind, key: str = "", portal: str | None = None
) -> tuple[Step, ...]:
    """The steps of one series, the oldest first; of one portal, or of all together."""
    statement = select(C.day, C.portal, C.datasets).where(C.kind == kind, C.key == key)
    if portal is not None:
        statement = statement.where(C.portal == portal)
    of_day: dict[date, dict[str, int]] = defaultdict(dict)
    for day, where, number in session.connection().execute(statement.order_by(C.day)):
        of_day[day][where] = number
    held: dict[str, int] = {}
    steps: list[Step] = []
    for day, numbers in of_day.items():
        held |= numbers
        steps.append(Step(day, sum(held.values())))
    return tuple(steps)


def newest(session: Session, kind: Kind, portals: Collection[str] = ()) -> dict[str, int]:
    """Key -> how many there are now; of all portals, or of those named. Zeros are left out."""
    number = func.sum(C.datasets)
    statement = select(C.key, number).where(C.kind == kind, C.latest).group_by(C.key)
    if portals:
        statement = statement.where(C.portal.in_(portals))
    found = session.connection().execute(statement.having(number > 0).order_by(C.key))
    return {key: int(many) for key, many in found}
