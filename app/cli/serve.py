# SPDX-License-Identifier: EUPL-1.2
"""``serve`` and ``up``: the web, on a production server."""

import os
from pathlib import Path

import click
from granian.constants import Interfaces
from granian.server import Server
from granian.server.common import SocketSpec  # type: ignore[attr-defined]

from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused, WrongUse
from app.cli.localised import Command, option
from app.store import figure_queries

HOST = "127.0.0.1"
PORT = 8000


@click.command("serve", cls=Command)
@option("--host", default=HOST)
@option("--port", type=click.IntRange(1, 65_535), default=PORT)
@option("--workers", type=click.IntRange(1, 64), default=1)
@pass_desk
def serve(desk: Desk, host: str, port: int, workers: int) -> None:
    """Serves the pages and the programs' interface."""
    _serve(desk, host, port, workers)


@click.command("up", cls=Command)
@option("--host", default=HOST)
@option("--port", type=click.IntRange(1, 65_535), default=PORT)
@pass_desk
def up(desk: Desk, host: str, port: int) -> None:
    """Prepares the store and serves."""
    with desk.store.session() as session:
        empty = not figure_queries.figures(session).datasets
    if empty:
        desk.tell("cli.up.empty")
    _serve(desk, host, port, workers=1)


def _serve(desk: Desk, host: str, port: int, workers: int) -> None:
    host = HOST if host == "localhost" else host
    desk.store.close()  # prepared above all; the workers open their own connections
    _claim(host, port)
    _hand_over(desk)
    desk.tell("cli.serve.address", address=f"http://{host}:{port}")
    server = Server(
        "app.web.factory:from_environment",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        factory=True,
        log_enabled=desk.debug,
        respawn_failed_workers=True,
    )
    server.serve()


def _claim(host: str, port: int) -> None:
    """Refuses in a clear sentence when somebody else is at the port, or the host is no address."""
    try:
        SocketSpec(host, port, 1).build()
    except ValueError as error:
        raise WrongUse("cli.serve.host", host=host) from error
    except RuntimeError as error:  # the server's own words, a backtrace below them
        problem = str(error).partition("\n")[0]
        raise Refused("cli.serve.busy", host=host, port=str(port), problem=problem) from error


def _hand_over(desk: Desk) -> None:
    """The workers are processes of their own; what the command line said reaches them like this."""
    settings = desk.settings
    if settings.file is not None:
        os.environ["DATENSPIEGEL_CONFIG"] = str(Path(settings.file).resolve())
    os.environ["DATENSPIEGEL_DATABASE_URL"] = settings.store.database


COMMANDS = (serve, up)
