# SPDX-License-Identifier: EUPL-1.2
"""What some datasets add to the numbers of their portal, so that a small swap counts these alone.

They are read and counted as a whole portal is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from app.store import bulk, daily_writes, facts, licence_use_writes, standard_use_writes
from app.store.cell_counts import land_topics, municipal_topics
from app.store.cell_writes import Place
from app.store.facts import Fact
from app.store.pack_writes import Kind
from app.store.tables import DatasetRow, table_of
from app.store.tallies import Counts, Tally

D = table_of(DatasetRow).c


class Share(NamedTuple):
    """places: where the datasets are counted. every: all of them; once: those that are no copies;
    copies: the rest."""

    places: Mapping[Kind, Collection[Place]]
    every: Tally
    once: Tally

    def copies(self) -> Tally:
        """What those add that are counted elsewhere."""
        return self.every.less(self.once)

    def has_copies(self) -> bool:
        """Whether any of the datasets is a copy."""
        return bool(self.copies().series)


def share(session: Session, ids: Collection[str]) -> Share:
    """What those of the datasets that are live add now; all of them are of one portal."""
    counts = Counts()
    places: dict[Kind, set[Place]] = {}
    for fact in counts.noted(_facts(session, ids)):
        for kind, place in _places(fact):
            places.setdefault(kind, set()).add(place)
    return Share(places, *counts.tallies())


def _facts(session: Session, ids: Iterable[str]) -> Iterator[Fact]:
    for batch in bulk.batches(ids, bulk.NAMED):
        yield from facts.read(session, D.id.in_(batch), D.retired_at.is_(None))


def _places(fact: Fact) -> Iterator[tuple[Kind, Place]]:
    if fact.municipal and fact.kommune is not None:
        for kind, topic in municipal_topics(fact):
            yield ("kommune", kind), (fact.land, fact.kommune, topic)
    if fact.of_land:
        for kind, topic in land_topics(fact):
            yield ("land", kind), (fact.land, "", topic)


def shift(
    session: Session, portal: str, every: Tally | None, once: Tally, now: datetime | None
) -> None:
    """Adds to what is kept of a portal. every: None where only copies are different."""
    with_copies = daily_writes.WITH_COPIES
    series = {name: n for name, n in once.series.items() if name not in with_copies}
    if every is not None:
        series |= {name: every.series.get(name, 0) for name in with_copies}
        licence_use_writes.shift(session, portal, licence_use_writes.USES, every.licences)
        standard_use_writes.shift(session, portal, standard_use_writes.USES, every.standards)
    daily_writes.shift(session, portal, series, now)
    licence_use_writes.shift(session, portal, licence_use_writes.ONCE, once.licences)
    standard_use_writes.shift(session, portal, standard_use_writes.ONCE, once.standards)
