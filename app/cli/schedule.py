# SPDX-License-Identifier: EUPL-1.2
"""``schedule``: harvests by the clock, in a process of its own, until it is told to end."""

import json
import logging
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

import click

from app.cli import failures, reports
from app.cli.desk import Desk, pass_desk
from app.cli.localised import Command, option
from app.cli.schedule_process import COMMAND, hand_over
from app.scheduler import direct
from app.scheduler.child import Ended
from app.scheduler.plan import entries, next_start
from app.scheduler.service import Service
from app.store import StoreError

_POSTGRES = ("postgres://", "postgresql://", "postgresql+")


@click.command("schedule", cls=Command)
@option("--json", "as_json", is_flag=True)
@pass_desk
def command(desk: Desk, as_json: bool) -> None:
    """Follows the timetable; SIGTERM and Ctrl+C end it and its runs within seconds."""
    follow(desk, as_json)


def follow(desk: Desk, as_json: bool) -> None:
    """Harvests by the clock until SIGTERM or Ctrl+C. StoreError where there is no store."""
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a look that is skipped is no news
    say = _printer(desk, as_json)
    service = service_of(desk, say)
    _announce(desk, service, say)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: service.stopping.set())
    if not service.plan:
        service.stopping.wait()
    elif desk.settings.store.database.startswith(_POSTGRES):
        if find_spec("procrastinate") is None:
            raise StoreError("schedule.packages")
        from app.scheduler import queue  # needs packages that SQLite does without

        queue.follow(service, desk.settings.store.database)
    else:
        direct.follow(service)
    say("schedule.closed", {"event": "closed"})


Say = Callable[..., None]


def service_of(desk: Desk, say: Say) -> Service:
    """The service of this process; how each run ended is printed as one line."""
    hand_over(desk)

    def tell(ended: Ended) -> None:
        told: dict[str, Any] = {"event": "run", "portal": ended.order.entry.portal}
        told |= {"end": ended.end, "due": reports.iso(ended.order.due), **ended.said}
        told.setdefault("seconds", round(ended.seconds, 3))
        line = told.pop("line", None) or told.get("error")
        code = "schedule.run" if ended.end == "ended" else f"schedule.{ended.end}"
        say(code, told, portal=ended.order.entry.portal, line=line or "", status=ended.status)

    def troubled(error: StoreError | OSError) -> None:
        if isinstance(error, StoreError):
            sentence = reports.sentence(desk, error.code, error.params)
        else:
            sentence = failures.surprise(desk.lang, error)
        say("schedule.trouble", {"event": "trouble", "error": sentence}, line=sentence)

    settings = desk.settings
    return Service(
        plan=entries(settings),
        store=desk.store,
        folder=settings.store.folder,
        command=(*COMMAND, "run"),
        renew=(*COMMAND, "renew"),
        tell=tell,
        troubled=troubled,
        lanes=settings.timetable.lanes,
    )


def _announce(desk: Desk, service: Service, say: Say) -> None:
    now = datetime.now(UTC)
    starts = [start for entry in service.plan if (start := next_start(entry, now))]
    first = min(starts, default=None)
    told = {"event": "timetable", "portals": len(service.plan), "lanes": service.lanes}
    code = "schedule.open" if service.plan else "schedule.idle"
    when = reports.cell(desk, "started", reports.iso(first))
    say(code, told | {"next": reports.iso(first)}, count=len(service.plan), next=when)


def _printer(desk: Desk, as_json: bool) -> Say:
    """One line an event, with its time: a sentence or a JSON object."""

    def say(code: str, told: dict[str, Any], **params: object) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        if as_json:
            line = json.dumps({"at": at, **told}, ensure_ascii=False)
        else:
            local = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S")
            line = f"{local} {desk.say(code, **params)}"
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    return say


COMMANDS = (command,)
