# SPDX-License-Identifier: EUPL-1.2
"""A run begins when nobody else is at its portal, and nobody at its host (promises H5, H10)."""

from time import monotonic, sleep

from app.intake.job import Job
from app.store import Store, StoreError, lane_writes, portal_writes, run_writes

_AGAIN = 0.5


def begin(store: Store, job: Job) -> int:
    """The number of the run that began. Waits while the run of another portal is at the host.

    StoreError ``store.run_active`` at once when somebody is at the same portal;
    ``store.lane_taken`` when the job's patience is at its end.
    """
    until = monotonic() + job.patience
    waiting = False
    while True:
        try:
            return _start(store, job)
        except StoreError as error:
            if error.code != "store.lane_taken" or monotonic() >= until:
                raise
            if not waiting:
                job.waits(error)
            waiting = True
        sleep(_AGAIN)


def _start(store: Store, job: Job) -> int:
    portal, now = job.portal, job.clock()
    with store.transaction() as session:
        portal_writes.remember(session, portal, now)
        number = run_writes.start(session, portal.key, job.owner, now)
        lane_writes.enter(session, portal.key, portal.url, now)
    return number
