# SPDX-License-Identifier: EUPL-1.2
"""``portals remove``: takes a portal out of the store, with its history or without."""

import json
import os
import platform
import sys

import click

from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused, WrongUse
from app.cli.forget_files import clear_staging
from app.cli.jobs import find_portal
from app.cli.localised import Command, option
from app.cli.lost_runs import end_lost_runs
from app.model.demonstration import PORTAL
from app.store import portal_queries, portal_removal, portal_withdrawal, run_queries

_YES = ("j", "ja", "y", "yes")


@click.command("remove", cls=Command)
@click.argument("portal", metavar="ID")
@option("--keep-history", is_flag=True)
@option("--yes", "-y", is_flag=True)
@option("--json", "as_json", is_flag=True)
@pass_desk
def remove(desk: Desk, portal: str, keep_history: bool, yes: bool, as_json: bool) -> None:
    """One transaction; asks before unless told ``--yes``; exit status 1 where it is refused."""
    _refuse(desk, portal)
    end_lost_runs(desk)
    way = "withdraw" if keep_history else "remove"
    if not yes:
        _ask(desk, portal, way)
    counts = _withdrawn(desk, portal) if keep_history else _removed(desk, portal)
    clear_staging(desk.settings.store.folder / "staging", desk.store.name, portal)
    desk.keep_index()
    if as_json:
        click.echo(json.dumps({"portal": portal, **counts, "history_kept": keep_history}))
    else:
        desk.tell(f"cli.portals.{way}.done", portal=portal, **counts)
    if desk.settings.portal(portal) is not None:
        desk.warn("cli.portals.remove.block", portal=portal, file=str(desk.settings.file))


def _refuse(desk: Desk, portal: str) -> None:
    """What is not in the store cannot go, and the demonstration has a command of its own."""
    if portal == PORTAL:
        raise Refused("cli.portals.remove.demo")
    if find_portal(desk, portal) is None:
        file = str(desk.settings.file)
        raise Refused("cli.portals.remove.not_held", portal=portal, file=file)


def _ask(desk: Desk, portal: str, way: str) -> None:
    """Says what would go and waits for a yes; who cannot answer has to say ``--yes``."""
    with desk.store.session() as session:
        found = portal_queries.standing(session, portal)
        runs = run_queries.count(session, portal)
    if not sys.stdin.isatty():
        raise WrongUse("cli.portals.remove.unasked", portal=portal)
    if found is not None:
        counts = {"datasets": found[1].datasets, "retired": found[1].retired, "runs": runs}
        desk.warn(f"cli.portals.{way}.what", portal=portal, url=found[0].portal.url, **counts)
    question = desk.say("cli.portals.remove.sure")
    said = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    if said.strip().lower() not in _YES:
        raise Refused("cli.aborted")


def _removed(desk: Desk, portal: str) -> dict[str, int]:
    with desk.store.transaction() as session:
        removed = portal_removal.remove(session, portal)
    return dict(removed._asdict()) if removed else {"datasets": 0, "runs": 0}


def _withdrawn(desk: Desk, portal: str) -> dict[str, int]:
    owner = f"{platform.node()}:{os.getpid()}"
    with desk.store.transaction() as session:
        return {"datasets": portal_withdrawal.withdraw(session, portal, owner)}
