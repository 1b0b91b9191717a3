# SPDX-License-Identifier: EUPL-1.2
"""The timetable of one machine: orders go straight to the lanes of this process."""

from app.scheduler.child import POLITE
from app.scheduler.lanes import Lanes
from app.scheduler.plan import Order
from app.scheduler.service import Service


def follow(service: Service) -> None:
    """Harvests by the clock until the service is asked to stop, then ends within seconds."""

    def work(order: Order) -> None:
        service.serve(order)

    lanes = Lanes(service.lanes, service.folder / "lanes", work)
    timetable = service.timetable(lanes.add)
    lanes.open()
    timetable.open(service.look)
    try:
        service.stopping.wait()
    finally:
        timetable.close()
        lanes.close(POLITE + 2)
