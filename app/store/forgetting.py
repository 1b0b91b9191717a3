# SPDX-License-Identifier: EUPL-1.2
"""Forgetting a term: search it, then erase and block it in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session

from app.store import blocked_terms, forget_writes, run_writes, state_queries
from app.store.forget_compact import compact
from app.store.forget_scan import PERSONS, Found, datasets_of, scan, tables
from app.store.session import Store
from app.store.tables import PortalRow, table_of
from harvesters.base.blocked import Guard

__all__ = ["Search", "compact", "forget", "search"]

Report = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Search:
    """Where a term stands. counts: rows, datasets (of public text), persons."""

    guard: Guard
    generation: int
    found: tuple[Found, ...]
    counts: dict[str, int]


def search(store: Store, said: str, report: Report) -> Search:
    """Looks through every table; writes nothing."""
    done = 0
    with store.session() as session:
        total = sum(
            session.connection().execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables()
        )

        def move_on(rows: int) -> None:
            nonlocal done
            done += rows
            report(done, total)

        guard = Guard((blocked_terms.hashed(session, said),))
        return _search(session, guard, move_on)


def _search(session: Session, guard: Guard, move_on: Callable[[int], None]) -> Search:
    found = tuple(scan(session, guard, move_on))
    public = [each for each in found if each.table is not PERSONS]
    touched = {id for each in public for id in datasets_of(session, each)}
    counts = {
        "rows": sum(len(each.keys) for each in public),
        "datasets": len(touched),
        "persons": sum(len(each.keys) for each in found if each.table is PERSONS),
    }
    return Search(guard, state_queries.generation(session), found, counts)


def forget(store: Store, known: Search) -> dict[str, int]:
    """Erases and blocks what was searched; counts as there. What came since is found, too.

    StoreError ``store.run_active`` while a portal is harvested: its pages may hold the term.
    """
    with store.transaction() as session:
        for portal in session.connection().execute(select(table_of(PortalRow).c.key)).scalars():
            run_writes.reserve(session, portal)
        if state_queries.generation(session) != known.generation:
            known = _search(session, known.guard, forget_writes.nothing)
        blocked_terms.block(session, known.guard.terms)
        forget_writes.erase(session, known.guard, known.found)
    return known.counts
