# SPDX-License-Identifier: EUPL-1.2
"""The timetable of several machines: orders wait in PostgreSQL, any process takes them.

The queue is procrastinate's (docs/decisions). Its lock keeps two portals of one host apart on all
machines, its queueing lock keeps an order from waiting twice; whether a due time was served is
asked of the store, as everywhere.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asgiref.sync import async_to_sync
from procrastinate import App, JobContext, PsycopgConnector, RetryStrategy, SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException, JobAborted
from procrastinate.worker import Worker

from app.scheduler.past import is_served
from app.scheduler.plan import Order
from app.scheduler.service import Service
from app.store import StoreError

QUEUE = "harvest"
_HARVEST = "datenspiegel.harvest"
_TEND = "datenspiegel.tend"
_KEPT_HOURS = 14 * 24
_RESTART = 5.0
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between signs of life of a worker, of silence until it counts as gone, between looks
    at orders of the gone, and until an order is tried again whose portal somebody is at.

    stalled is no shorter than the lease of a run (app.store.run_writes), or the next try would meet
    the dead one.
    """

    heartbeat: float = 10.0
    stalled: float = 45.0
    tend: int = 15
    again: int = 20
    poll: float = 5.0


class Busy(Exception):
    """Somebody else harvests the portal; the order waits."""


def follow(service: Service, database: str, pace: Pace | None = None) -> None:
    """Orders what is due and serves what is ordered, until the service is asked to stop.

    database: URL of the store, with its password. StoreError where the queue cannot be made.
    """
    pace = pace or Pace()
    address = _libpq(database)
    orders = App(connector=SyncPsycopgConnector(conninfo=address, min_size=1, max_size=2))
    task = _declare(orders, service, pace)
    with _reported(service), orders.open():
        _make(orders)
        place = _placing(service, orders, task)
        timetable = service.timetable(place)
        timetable.open(service.look)
        try:
            _work(service, address, pace)
        finally:
            timetable.close()


def _libpq(database: str) -> str:
    """The URL as PostgreSQL's own library reads it."""
    scheme, _, rest = database.partition("://")
    return f"{scheme.partition('+')[0]}://{rest}"


@contextmanager
def _reported(service: Service) -> Iterator[None]:
    """Turns what the queue says into a StoreError."""
    try:
        yield
    except ConnectorException as error:
        raise queue_error(service.store.name, error) from error


def queue_error(store: str, error: ConnectorException) -> StoreError:
    """The sentence for a queue that does not answer, without what was sent to it."""
    cause = error.__cause__ or error
    lines = str(cause).strip().splitlines() or [type(cause).__name__]
    return StoreError("schedule.queue", store=store, problem=lines[0][:300])


def _make(app: App) -> None:
    """Creates the queue's tables where they are missing; several processes may do so at once."""
    if app.check_connection():
        return
    try:
        app.schema_manager.apply_schema()
    except ConnectorException:
        # somebody was quicker; their transaction is through when ours was refused
        if not app.check_connection():
            raise


def _placing(service: Service, app: App, task: Any) -> Callable[[Order], None]:
    """How the timetable hands over an order."""

    def place(order: Order) -> None:
        name, due = order.entry.portal, order.due.isoformat()
        once = f"{name}@{due}"
        with _reported(service):
            if app.job_manager.list_jobs(queue=QUEUE, queueing_lock=once):
                return
            with suppress(AlreadyEnqueued):
                task.configure(lock=order.entry.lane, queueing_lock=once).defer(
                    portal=name, due=due
                )

    return place


def _declare(app: App, service: Service, pace: Pace) -> Any:
    """The task of a harvest; the worker's app serves it, the other only orders it."""
    plan = {entry.portal: entry for entry in service.plan}
    retry = RetryStrategy(
        max_attempts=_TRIES, wait=pace.again, retry_exceptions={Busy, JobAborted, StoreError}
    )

    @app.task(name=_HARVEST, queue=QUEUE, retry=retry, pass_context=True)
    def harvest(context: JobContext, portal: str, due: str) -> str:
        if portal not in plan:  # taken from the configuration since it was ordered
            return "unknown"
        order = Order(plan[portal], datetime.fromisoformat(due))
        if is_served(service.store, order, service.clock()):
            return "served"
        ended = service.serve(order, context.should_abort)
        if ended is not None and ended.end == "stopped":
            raise JobAborted
        if ended is not None and ended.end == "busy" and context.job.attempts < _TRIES - 1:
            raise Busy
        return ended.end if ended else "served"

    return harvest


def _tending(app: App, pace: Pace) -> None:
    """Declares what brings the orders of gone workers back, once for all workers."""

    @app.periodic(cron=f"* * * * * */{pace.tend}")
    @app.task(name=_TEND, queue=QUEUE, queueing_lock=_TEND, priority=1, pass_context=True)
    async def tend(context: JobContext, timestamp: int) -> None:
        manager = context.app.job_manager
        lost = await manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=pace.stalled)
        for job in lost:
            await manager.retry_job(job)
        await manager.delete_old_jobs(
            nb_hours=_KEPT_HOURS, queue=QUEUE, include_failed=True, include_aborted=True
        )


def _work(service: Service, address: str, pace: Pace) -> None:
    """Serves orders until asked to stop; after a lost connection it begins again."""
    while not service.stopping.is_set():
        app = App(connector=PsycopgConnector(conninfo=address, min_size=1, max_size=4))
        _declare(app, service, pace)
        _tending(app, pace)
        worker = Worker(
            app,
            queues=[QUEUE],
            concurrency=service.lanes,
            install_signal_handlers=False,
            shutdown_graceful_timeout=0.1,
            fetch_job_polling_interval=pace.poll,
            update_heartbeat_interval=pace.heartbeat,
            stalled_worker_timeout=pace.stalled,
        )
        thread = threading.Thread(target=_run, args=(service, app, worker), name="worker")
        thread.start()
        while thread.is_alive():
            thread.join(0.2)
            if service.stopping.is_set():
                worker.stop()  # type: ignore[no-untyped-call]  # more than once: one that comes before the start is forgotten
        service.stopping.wait(_RESTART)


def _run(service: Service, app: App, worker: Worker) -> None:
    """Runs the worker in a loop of its own until it stops; what the queue says is reported."""

    async def run() -> None:
        async with app.open_async():
            await worker.run()  # type: ignore[no-untyped-call]

    try:
        async_to_sync(run)()
    except ConnectorException as error:
        service.troubled(queue_error(service.store.name, error))
