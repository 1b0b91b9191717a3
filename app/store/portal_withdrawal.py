# SPDX-License-Identifier: EUPL-1.2
"""Taking a portal's datasets away at an operator's word, while ids, history and runs stay."""

from datetime import datetime

from sqlmodel import Session

from app.model import Finding, Run
from app.store import cluster_writes, copy_cell_writes, retire_writes, run_writes, state_writes
from app.store.catalogue_writes import replace_catalogues
from app.store.change import moment
from app.store.columns import plain
from app.store.findings_writes import replace_page_findings
from app.store.tables import PortalRow

WITHDRAWN = "run.withdrawn"


def withdraw(session: Session, portal: str, owner: str, now: datetime | None = None) -> int:
    """Retires all live datasets of a remembered portal at once; how many they were.

    It stands in the history as a run of its own, which is no success of the portal's; a later
    harvest brings the datasets back under their ids. StoreError ``store.run_active`` while it is
    being harvested.
    """
    at = moment(now)
    last_success = session.get_one(PortalRow, portal).last_success
    number = run_writes.start(session, portal, owner, at)
    ids = retire_writes.retire_all(session, number, portal, at)
    replace_catalogues(session, portal, [])
    replace_page_findings(session, number, portal, [])
    switched = cluster_writes.refresh(session, ids, at)
    copy_cell_writes.recount(session, portal, switched, at, ids)
    note = Finding(WITHDRAWN, portal)
    ended = Run(portal, state="complete", ended=at, retired=len(ids), notes=(note,))
    run_writes.finish(session, number, ended)
    _tell(session, portal, last_success)
    state_writes.bump_generation(session)
    return len(ids)


def _tell(session: Session, portal: str, last_success: datetime | None) -> None:
    """The portal's own success stays the last one, and why it is empty is said."""
    row = session.get_one(PortalRow, portal)
    row.state = "withdrawn"
    row.last_success, row.reason = last_success, plain({"code": WITHDRAWN, "params": {}})
    session.add(row)
    session.flush()
