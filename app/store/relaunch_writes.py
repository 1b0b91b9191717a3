# SPDX-License-Identifier: EUPL-1.2
"""What a relaunch would carry over, and carrying it over."""

from collections.abc import Iterable

from sqlalchemy import update
from sqlmodel import Session

from app.store import bulk
from app.store.columns import clean
from app.store.relaunch_queries import Match
from app.store.tables import RelaunchRow, table_of

RELAUNCH = table_of(RelaunchRow)
COLUMNS = ("run", "dataset", "former", "identifier", "rule", "carried")


def propose(session: Session, run: int, found: Iterable[Match]) -> None:
    """Keeps what a run found under other identifiers, for a person to decide about."""
    for batch in bulk.batches(found):
        rows = [
            (run, match.dataset, clean(match.former), clean(match.identifier), match.rule, False)
            for match in batch
        ]
        bulk.insert(session, RelaunchRow, COLUMNS, rows)


def carry(session: Session, run: int) -> None:
    """From now on the datasets of this run's proposal answer to their new identifiers.

    Part of the swap, before the datasets are replaced: replace finds them by what stands here.
    """
    here = RELAUNCH.c.run == run
    session.connection().execute(update(RELAUNCH).where(here).values(carried=True))


def note_taken(session: Session, run: int, taken: Iterable[tuple[str, str]]) -> None:
    """Keeps identifier by id of datasets whose usual id another one has taken along."""
    rows = [(run, id, "", clean(identifier), "taken", True) for id, identifier in taken]
    bulk.insert(session, RelaunchRow, COLUMNS, rows)
