# SPDX-License-Identifier: EUPL-1.2
"""Ids that do not follow from the identifier (any more), and what a relaunch would carry over."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from app.model.identity import dataset_id
from app.model.mark import Mark
from app.store import bulk
from app.store.tables import DatasetRow, MarkRow, RelaunchRow, table_of

R, D, M = table_of(RelaunchRow).c, table_of(DatasetRow).c, table_of(MarkRow).c


@dataclass(frozen=True, slots=True)
class Identities:
    """Which id a dataset has. moved: portal and identifier -> id; given: ids that are in use."""

    moved: Mapping[tuple[str, str], str]
    given: frozenset[str]

    def of(self, portal: str, identifier: str) -> str:
        """The id of a dataset that the store holds."""
        return self.moved.get((portal, identifier)) or dataset_id(portal, identifier)

    def new(self, portal: str, identifier: str) -> str:
        """An id for a dataset that the store does not hold."""
        wanted, number = dataset_id(portal, identifier), 1
        while wanted in self.given:
            number += 1
            wanted = dataset_id(portal, f"{identifier}\0{number}")
        return wanted


class Match(NamedTuple):
    """A dataset of the store and the identifier it seems to have now. rule: why it seems so."""

    dataset: str
    former: str
    identifier: str
    rule: str
    title: str | None = None


class Known(NamedTuple):
    """What a dataset that was not seen can be recognised by. publisher: key, else name."""

    id: str
    identifier: str
    title: str | None
    publisher: str
    marks: tuple[Mark, ...]


def identities(session: Session) -> Identities:
    """The identities of all portals; one statement over the datasets that a relaunch moved."""
    columns = (R.dataset, D.portal, R.identifier)
    joined = select(*columns).join_from(R.dataset.table, D.id.table, D.id == R.dataset)
    rows = session.connection().execute(joined.where(R.carried).order_by(R.run))
    newest = {id: (portal, identifier) for id, portal, identifier in rows}
    return Identities({name: id for id, name in newest.items()}, frozenset(newest))


def matches(session: Session, run: int) -> tuple[Match, ...]:
    """What a run found under other identifiers, by title; carried over or still proposed."""
    columns = (R.dataset, R.former, R.identifier, R.rule, D.title)
    joined = select(*columns).join_from(R.dataset.table, D.id.table, D.id == R.dataset)
    wanted = joined.where(R.run == run, R.rule != "taken").order_by(D.sort_title, R.dataset)
    return tuple(Match(*row) for row in session.connection().execute(wanted))


def known(session: Session, ids: Collection[str]) -> Iterator[Known]:
    """What these datasets can be recognised by."""
    columns = (D.id, D.identifier, D.title, D.kommune, D.publisher_name)
    for batch in bulk.batches(sorted(ids), bulk.NAMED):
        marks: dict[str, list[Mark]] = {id: [] for id in batch}
        of_these = select(M.dataset, M.rule, M.key).where(M.dataset.in_(batch), ~M.gone)
        for id, rule, key in session.connection().execute(of_these):
            marks[id].append(Mark(rule, key))
        rows = session.connection().execute(select(*columns).where(D.id.in_(batch)).order_by(D.id))
        for id, identifier, title, kommune, publisher in rows:
            yield Known(id, identifier, title, kommune or publisher or "", tuple(marks[id]))
