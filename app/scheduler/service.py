# SPDX-License-Identifier: EUPL-1.2
"""What every way of working by the clock shares: plan, store, and how an order is served."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from app.scheduler.child import Ended, attend
from app.scheduler.past import is_served
from app.scheduler.plan import Entry, Order
from app.scheduler.renewal import Renewal
from app.scheduler.timetable import LOOK, Clock, Timetable, utc_now
from app.store import Store, StoreError


@dataclass
class Service:
    """One process that follows the timetable.

    command: starts a run when a portal's id is put behind it; renew: brings what is made of the
    whole store in step. folder: the data folder. tell: hears
    how each run ended; troubled: what went wrong beside the runs. stopping: set when we must end.
    """

    plan: tuple[Entry, ...]
    store: Store
    folder: Path
    command: tuple[str, ...]
    renew: tuple[str, ...]
    tell: Callable[[Ended], None]
    troubled: Callable[[StoreError | OSError], None]
    lanes: int = 2
    look: timedelta = LOOK
    clock: Clock = utc_now
    stopping: threading.Event = field(default_factory=threading.Event)

    def timetable(self, place: Callable[[Order], None]) -> Timetable:
        """The timetable of this process; place: takes what is due."""
        renewal = Renewal(self.store, self.renew, self.stopping.is_set, self.troubled)
        return Timetable(self.plan, self.store, place, self.troubled, self.clock, renewal.look)

    def serve(self, order: Order, is_stopping: Callable[[], bool] | None = None) -> Ended | None:
        """Runs an order; None where somebody has served it meanwhile or it could not be started.

        One bad portal costs one portal (H8): nothing is raised.
        """
        try:
            if is_served(self.store, order, self.clock()):
                return None
            ended = attend(order, self.command, is_stopping or self.stopping.is_set)
        except (StoreError, OSError) as error:
            self.troubled(error)
            return None
        self.tell(ended)
        return ended
