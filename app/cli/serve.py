# SPDX-License-Identifier: EUPL-1.2
"""``serve`` and ``up``: the web, on a production server; ``up`` also follows the timetable."""

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from granian.constants import Interfaces
from granian.server import Server

from app.cli import demo as demonstration
from app.cli.desk import Desk, pass_desk
from app.cli.localised import Command, option
from app.cli.ports import HOST, PORT, address, claim, next_free
from app.cli.schedule_process import COMMAND, hand_over
from app.config import Site
from app.config.environment import SITE_VARIABLE
from app.scheduler.child import end_politely
from app.scheduler.plan import entries
from app.store import figure_queries

METRICS_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_PATIENCE = 15.0
_WORKER_PATIENCE = 8
_PORTS = click.IntRange(1, 65_535)


@click.command("serve", cls=Command)
@option("--host", default=HOST)
@option("--port", type=_PORTS, default=PORT)
@option("--workers", type=click.IntRange(1, 64), default=1)
@pass_desk
def serve(desk: Desk, host: str, port: int, workers: int) -> None:
    """Serves the pages and the programs' interface."""
    _serve(desk, host, port, workers)


@click.command("up", cls=Command)
@option("--host", default=HOST)
@option("--port", type=_PORTS)
@option("--demo/--no-demo", default=None)
@pass_desk
def up(desk: Desk, host: str, port: int | None, demo: bool | None) -> None:
    """Prepares the store, shows the demonstration and serves.

    A port that was asked for must be free; else the nearest free one is taken.
    """
    host = HOST if host == "localhost" else host
    if port is not None:
        claim(host, port)  # before the work, not after it
    chosen = port or next_free(host)
    demonstration.show(desk, demo)
    with desk.store.session() as session:
        empty = not figure_queries.figures(session).datasets
    if empty:
        desk.tell("cli.up.empty")
    if chosen != PORT and port is None:
        desk.tell("demo.other_port", busy=str(PORT), port=str(chosen))
    with _timetable(desk):
        _serve(desk, host, chosen, workers=1)


@contextmanager
def _timetable(desk: Desk) -> Iterator[None]:
    """The timetable as a process of ours while the block runs; none where nothing is due ever.

    Its standard input is ours, so that it also ends when we are killed.
    """
    if not entries(desk.settings):
        yield
        return
    hand_over(desk)
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [*COMMAND, "follow"], stdin=subprocess.PIPE, start_new_session=True
    )
    try:
        yield
    finally:
        end_politely(process, _PATIENCE)
        if process.stdin is not None:
            process.stdin.close()


def _serve(desk: Desk, host: str, port: int, workers: int) -> None:
    host = HOST if host == "localhost" else host
    desk.store.close()  # prepared above all; the workers open their own connections
    claim(host, port)
    _hand_over(desk, address(host, port))
    if workers > 1:
        count_together(desk.settings.store.folder, port)
    desk.tell("cli.serve.address", address=address(host, port))
    server = Server(
        "app.web.factory:from_environment",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        factory=True,
        log_enabled=desk.debug,
        respawn_failed_workers=True,
        # a worker that is asked to end while it still starts does not hear it
        workers_kill_timeout=_WORKER_PATIENCE,
    )
    server.serve()


def _hand_over(desk: Desk, here: str) -> None:
    """The workers are processes of their own; what the command line said reaches them like this.

    here: stands in for a public address that nobody configured, so that links lead to this server.
    """
    hand_over(desk)
    if desk.settings.site.url == Site().url:
        os.environ[SITE_VARIABLE] = here


def count_together(folder: Path, port: int) -> None:
    """Lets the workers add up what /metrics tells, from nothing, unless the operator chose where.

    prometheus_client reads the variable when a worker imports it.
    """
    if os.environ.get(METRICS_VARIABLE):
        return
    shared = folder.resolve() / "metrics" / f"{platform.node()}-{port}"
    shutil.rmtree(shared, ignore_errors=True)
    shared.mkdir(parents=True)
    os.environ[METRICS_VARIABLE] = str(shared)


COMMANDS = (serve, up)
