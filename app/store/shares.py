# SPDX-License-Identifier: EUPL-1.2
"""What some datasets add to the numbers of their portal, so that a small swap counts these alone.

The statements are those by which a whole portal is counted, asked of a few.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from datetime import datetime
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement
from sqlmodel import Session

from app.store import bulk, cell_writes, daily_writes, licence_use_writes, standard_use_writes
from app.store.cell_writes import Spot
from app.store.pack_writes import Kind
from app.store.tables import DatasetRow, table_of

D = table_of(DatasetRow).c
LIVE = D.retired_at.is_(None)
COUNTS = D.copy_of.is_(None)
WITH_COPIES = (("datasets", ""), ("files", ""))  # what a portal has; all other series count once
N = TypeVar("N", bound=Hashable)


class Tally(NamedTuple):
    """Numbers of datasets by day's series, by Land and licence, by Land, standard and evidence."""

    series: Mapping[daily_writes.Series, int]
    licences: Mapping[licence_use_writes.Name, int]
    standards: Mapping[standard_use_writes.Name, int]

    def less(self, other: "Tally") -> "Tally":
        """How much more there is than in the other."""
        return Tally(
            _less(self.series, other.series),
            _less(self.licences, other.licences),
            _less(self.standards, other.standards),
        )


class Share(NamedTuple):
    """spots: where the datasets are counted. every: all of them; once: those that are no copies."""

    spots: Mapping[Kind, Collection[Spot]]
    every: Tally
    once: Tally

    def has_copies(self) -> bool:
        """Whether any of the datasets is a copy."""
        return self.every.series != self.once.series


def share(session: Session, ids: Collection[str]) -> Share:
    """What those of the datasets that are live add now; all of them are of one portal."""
    return Share(
        find_spots(session, ids), tally(session, ids, LIVE), tally(session, ids, LIVE, COUNTS)
    )


def find_spots(session: Session, ids: Collection[str]) -> dict[Kind, set[Spot]]:
    """Where those of the datasets that are live are counted, copies or not."""
    found: dict[Kind, set[Spot]] = {}
    for batch in bulk.batches(ids, bulk.NAMED):
        here = cell_writes.find_spots(session.connection(), (D.id.in_(batch), LIVE))
        for kind, spots in here.items():
            found.setdefault(kind, set()).update(spots)
    return found


def tally(session: Session, ids: Collection[str], *wanted: ColumnElement[bool]) -> Tally:
    """Numbers of those of the datasets that fulfil the conditions."""
    series: Counter[daily_writes.Series] = Counter()
    licences: Counter[licence_use_writes.Name] = Counter()
    standards: Counter[standard_use_writes.Name] = Counter()
    for batch in bulk.batches(ids, bulk.NAMED):
        here = (D.id.in_(batch), *wanted)
        series.update(dict(daily_writes.totals(session, *here)))
        series.update(dict(daily_writes.counted(session, *here)))
        licences.update(dict(licence_use_writes.counted(session, *here)))
        for name, _, number in standard_use_writes.counted(session, *here):
            standards[name] += number
    return Tally(series, licences, standards)


def shift(
    session: Session, portal: str, every: Tally | None, once: Tally, now: datetime | None
) -> None:
    """Adds to what is kept of a portal. every: None where only copies are different."""
    series = {name: n for name, n in once.series.items() if name not in WITH_COPIES}
    if every is not None:
        series |= {name: every.series.get(name, 0) for name in WITH_COPIES}
        licence_use_writes.shift(session, portal, licence_use_writes.USES, every.licences)
        standard_use_writes.shift(session, portal, standard_use_writes.USES, every.standards)
    daily_writes.shift(session, portal, series, now)
    licence_use_writes.shift(session, portal, licence_use_writes.ONCE, once.licences)
    standard_use_writes.shift(session, portal, standard_use_writes.ONCE, once.standards)


def _less(one: Mapping[N, int], other: Mapping[N, int]) -> dict[N, int]:
    found = {name: one.get(name, 0) - other.get(name, 0) for name in {**one, **other}}
    return {name: number for name, number in found.items() if number}
