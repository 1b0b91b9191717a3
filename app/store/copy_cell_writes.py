# SPDX-License-Identifier: EUPL-1.2
"""Counting anew after a swap: where a few datasets came, changed, went, began or ceased to be
copies, only their places and topics, so that a small change costs no recount of GovData."""

from collections.abc import Collection, Mapping, Set
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session

from app.store import cell_writes, shares
from app.store.cell_queries import ONCE
from app.store.cell_writes import Place, Places
from app.store.pack_patches import patch
from app.store.pack_writes import Kind
from app.store.shares import Share, share
from app.store.tables import DatasetRow, table_of
from app.store.tallies import Tally

D = table_of(DatasetRow).c
LIVE = D.retired_at.is_(None)
FEW, MANY = 1_000, 8_000  # from there on a share, from here on counting the whole portal is quicker
SHARE = 20  # counting each of these apart takes as long as counting a dozen in one go


def recount(
    session: Session,
    portal: str,
    switched: Mapping[str, Collection[str]],
    now: datetime | None = None,
    touched: Collection[str] = (),
    former: Share | None = None,
) -> None:
    """After a swap of a portal: counts it anew, and of others what their copies change.

    switched: ids by portal, as app.store.cluster_writes.refresh returns them. touched: ids of the
    datasets that came, changed or went. former: what these added before any of it was written;
    None: everything of the portal is counted.
    """
    for key in sorted({portal, *switched}):
        found = switched.get(key, ())
        if key != portal:
            recount_copies(session, key, found, now)
        elif not _recount_touched(session, key, touched, found, former, now):
            cell_writes.rebuild_cells(session, key, now)


def former(session: Session, ids: Collection[str]) -> Share | None:
    """What datasets that a swap will touch add to their portal's counts; None for too many."""
    return share(session, ids) if len(ids) <= MANY else None


def recount_copies(
    session: Session, portal: str, ids: Collection[str], now: datetime | None = None
) -> None:
    """Counts a portal without copies anew after these datasets became copies or ceased to be.

    Nothing else of the portal may have changed since it was counted.
    """
    if not _is_small(session, portal, len(ids)) or _copies(session, portal, ids) <= set(ids):
        cell_writes.rebuild_once(session, portal, now)
        return
    flipped = share(session, ids)
    cell_writes.refill(session, portal, (ONCE,), flipped.places)
    patch(session, portal, flipped.places, (ONCE,))
    shares.shift(session, portal, None, _flipped(flipped), now)


def _recount_touched(
    session: Session,
    portal: str,
    touched: Collection[str],
    switched: Collection[str],
    before: Share | None,
    now: datetime | None,
) -> bool:
    """Counts only these; False where everything has to be counted."""
    flipped = set(switched) - set(touched)
    if before is None or not _is_small(session, portal, len(touched) + len(flipped)):
        return False
    variants = _variants(
        session, portal, {*touched, *flipped}, bool(flipped) or before.has_copies()
    )
    if not variants:
        return False
    after, others = share(session, touched), share(session, flipped)
    places = _joined(before.places, after.places, others.places)
    cell_writes.refill(session, portal, variants, places)
    patch(session, portal, places, variants)
    shares.shift(session, portal, after.every.less(before.every), after.once.less(before.once), now)
    shares.shift(session, portal, None, _flipped(others), now)
    return True


def _is_small(session: Session, portal: str, number: int) -> bool:
    """Whether counting so many datasets of the portal apart is quicker than counting all of it."""
    if not FEW < number <= MANY:
        return number <= FEW
    live = select(func.count()).where(D.portal == portal, LIVE)
    return number * SHARE <= int(session.connection().execute(live).scalar_one())


def _variants(session: Session, portal: str, ids: Set[str], before: bool) -> tuple[str, ...]:
    """How the portal is counted, behind the unit; none where it may have been otherwise before.

    ids: the datasets that are different; before: whether any of them was a copy.
    """
    copies = _copies(session, portal, ids)
    if copies - ids:
        return ("", ONCE)
    return () if copies or before else ("",)


def _copies(session: Session, portal: str, ids: Collection[str]) -> set[str]:
    """Some of the portal's copies; at least one that is not among these ids if there is any."""
    wanted = (D.portal == portal, D.copy_of.is_not(None), LIVE)
    statement = select(D.id).where(*wanted).limit(len(ids) + 1)
    return set(session.connection().execute(statement).scalars())


def _flipped(flipped: Share) -> Tally:
    """What datasets that count now, and did not, bring; less what those bring that no more do."""
    return flipped.once.less(flipped.copies())


def _joined(*several: Places) -> dict[Kind, set[Place]]:
    found: dict[Kind, set[Place]] = {}
    for places in several:
        for kind, here in places.items():
            found.setdefault(kind, set()).update(here)
    return found
