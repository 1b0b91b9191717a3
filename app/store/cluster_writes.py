# SPDX-License-Identifier: EUPL-1.2
"""Finding copies anew after a swap: only what the touched datasets are connected with is looked at.

Part of the swap's own transaction, so that no reader sees a dataset counted twice or not at all.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, select, text, update
from sqlmodel import Session

from app.store import bulk
from app.store.change import moment
from app.store.cluster_links import Copy, copies
from app.store.cluster_reach import Reach, near, nodes, whole
from app.store.columns import instant_text
from app.store.contradiction_writes import rewrite
from app.store.mark_writes import drop_marks
from app.store.pack_writes import ADVISORY_LOCK
from app.store.tables import CopyRow, DatasetRow, MarkRow, table_of

D, COPY, MARK = table_of(DatasetRow), table_of(CopyRow), table_of(MarkRow)
MANY = 5_000  # from here on reading all marks once is quicker than asking for many of them
COLUMNS = ("dataset", "via", "rule", "reason")
# PostgreSQL takes a portal it has never heard of for a single row, and counts for minutes.
UNHEARD = 1_000
COUNTED = (  # what finding copies and counting cells chooses and joins by
    "dataset (id, portal, retired_at, copy_of, kommune, land, level, thema, musterdatensatz)",
    "distribution (dataset)",
    "service (dataset)",
    "standard_use (dataset)",
    "mark (dataset, key)",
)
Switched = Mapping[str, Sequence[str]]


class _Held(NamedTuple):
    """What stands about a dataset now."""

    portal: str
    copy: Copy | None
    live: bool


def refresh(session: Session, touched: Collection[str], now: datetime | None = None) -> Switched:
    """Decides anew who is a copy of whom after these datasets came, changed or went.

    Returns, by portal, the datasets that count now where they did not, or no more: cells of these
    portals are to be counted anew. Such a dataset has become different for readers (changed_at).
    """
    if not touched:
        return {}
    connection = session.connection()
    if connection.dialect.name == "postgresql":  # two swaps must see each other's marks
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
        if len(touched) > UNHEARD:  # behind the lock: two that analyze would wait for each other
            connection.execute(text(f"ANALYZE {', '.join(COUNTED)}"))
    many = len(touched) > MANY
    reach = whole(session) if many else near(session, touched)
    wanted = _decided(session, reach)
    held = _held(session, reach.ids)
    different = {id for id, each in held.items() if each.copy != wanted.get(id)}
    switched = {id for id in different if (held[id].copy is None) != (id not in wanted)}
    stamped = {id for id in switched if held[id].live}
    _point(session, different - stamped, wanted, ("copy_of",), ())
    at = instant_text(moment(now))
    _point(session, stamped, wanted, ("copy_of", "changed_at"), (at,))
    _tell(session, different, wanted)
    rewrite(session, *_clusters(held, wanted, {*touched, *different}))
    _forget_gone(session, () if many else touched)
    by_portal: dict[str, list[str]] = {}
    for id in sorted(switched):
        by_portal.setdefault(held[id].portal, []).append(id)
    return by_portal


def _forget_gone(session: Session, touched: Collection[str]) -> None:
    """Deletes marks that are gone: only touched datasets have any; of none named, all of them."""
    everywhere = delete(MARK).where(MARK.c.gone)
    if not touched:
        session.connection().execute(everywhere)
    for batch in bulk.batches(touched, bulk.NAMED):
        session.connection().execute(everywhere.where(MARK.c.dataset.in_(batch)))


def _decided(session: Session, reach: Reach) -> dict[str, Copy]:
    """Only datasets that some mark connects need to be known."""
    shared = {id for found in reach.carriers.values() if len(found) > 1 for id in found}
    return copies(nodes(session, shared), reach.carriers)


def _held(session: Session, ids: Collection[str]) -> dict[str, _Held]:
    c = COPY.c
    joined = D.outerjoin(COPY, c.dataset == D.c.id)
    columns = (D.c.id, D.c.portal, D.c.copy_of, c.via, c.rule, c.reason, D.c.retired_at)
    statement = select(*columns).select_from(joined)
    found = {}
    for batch in bulk.batches(ids, bulk.NAMED):
        rows = session.connection().execute(statement.where(D.c.id.in_(batch)))
        for id, portal, of, via, rule, reason, retired in rows:
            copy = None if of is None else Copy(of, via or "", rule or "", reason or "")
            found[id] = _Held(portal, copy, retired is None)
    return found


def _point(
    session: Session,
    ids: Collection[str],
    wanted: Mapping[str, Copy],
    columns: tuple[str, ...],
    values: tuple[str, ...],
) -> None:
    """Sets copy_of and what else is to be set, at once: PostgreSQL writes a row anew each time."""
    rows = [(_of(wanted, id), *values, id) for id in sorted(ids)]
    bulk.update(session, DatasetRow, columns, rows)


def _of(wanted: Mapping[str, Copy], id: str) -> str | None:
    return wanted[id].canonical if id in wanted else None


def _tell(session: Session, different: Collection[str], wanted: Mapping[str, Copy]) -> None:
    ids = sorted(different)
    bulk.delete(session, CopyRow, ids)
    rows = [(id, *wanted[id][1:]) for id in ids if id in wanted]
    bulk.insert(session, CopyRow, COLUMNS, rows)


def _clusters(
    held: Mapping[str, _Held], wanted: Mapping[str, Copy], concerned: Collection[str]
) -> tuple[set[str], dict[str, list[str]]]:
    """Canonical datasets of before and now that are concerned; of now, with all their copies."""
    heads: set[str] = set()
    for id in concerned:
        heads.add(wanted[id].canonical if id in wanted else id)
        each = held.get(id)
        heads.add(each.copy.canonical if each and each.copy else id)
    clusters: dict[str, list[str]] = {}
    for id, copy in wanted.items():
        if copy.canonical in heads:
            clusters.setdefault(copy.canonical, [copy.canonical]).append(id)
    return heads, clusters


def leave(session: Session, portal: str, now: datetime | None = None) -> Switched:
    """Takes all datasets of a portal that is about to be deleted out of their clusters.

    Returns the datasets of other portals that count now or no more, as refresh does.
    """
    c, connection = D.c, session.connection()
    here = (c.portal == portal, c.retired_at.is_(None))
    ids = list(connection.execute(select(c.id).where(*here)).scalars())
    connection.execute(update(D).where(*here).values(retired_at=moment(now)))
    for batch in bulk.batches(ids, bulk.NAMED):
        drop_marks(session, batch)
    switched = refresh(session, ids, now)
    return {key: found for key, found in switched.items() if key != portal}
