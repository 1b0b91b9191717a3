# SPDX-License-Identifier: EUPL-1.2
"""The demonstration portal: harvested by ``up``, taken away by ``demo remove``.

The store remembers under the portal's id which version it holds, or that it is not wanted.
"""

import json
import shutil
from dataclasses import replace

import click

from app.cli import reports
from app.cli.desk import Desk, pass_desk
from app.cli.jobs import door_of, job_of
from app.cli.localised import Command, Group, option
from app.cli.progress import progress
from app.config import describe_portal
from app.demonstration import portal, serving, version
from app.intake.guards import Rules
from app.intake.job import Job, Outcome, Progress
from app.intake.run import harvest
from app.model.demonstration import PORTAL
from app.model.run import COMPLETE
from app.store import StoreError, portal_queries, portal_removal, state_queries, state_writes
from harvesters.base.errors import HarvestError
from harvesters.base.http import NetworkDoor
from harvesters.base.record import Portal

REMOVED = "removed"
# What another version of the catalogue no longer has goes at once: nobody relies on it.
RULES = Rules(retire_number=1_000_000, retire_share=1.0, min_runs=1, min_days=0)


def show(desk: Desk, wanted: bool | None) -> None:
    """Harvests the demonstration unless the store holds this very version or it is not wanted.

    wanted: what ``--demo`` said; None follows the store. A failure is told and stops nothing.
    """
    with desk.store.session() as session:
        held = state_queries.text(session, PORTAL)
        known = portal_queries.get(session, PORTAL)
    current = version()
    refused = wanted is False or (held == REMOVED and not wanted)
    if refused or (held == current and known is not None):
        return
    desk.tell("demo.harvesting")
    try:
        outcome = _harvest(desk)
    except (HarvestError, StoreError) as error:
        desk.warn("demo.failed", reason=reports.sentence(desk, error.code, error.params))
        return
    _remember(desk, outcome, current)


def _remember(desk: Desk, outcome: Outcome, current: str) -> None:
    run = outcome.run
    if run.state not in COMPLETE:
        notes = " ".join(reports.sentence(desk, note.code, note.params) for note in run.notes)
        desk.warn("demo.failed", reason=notes or desk.say(f"cli.state.{run.state}"))
        return
    with desk.store.transaction() as session:
        state_writes.remember(session, PORTAL, text=current)
    desk.keep_index()
    desk.tell("demo.there", datasets=run.received, files=run.distributions)


def _harvest(desk: Desk) -> Outcome:
    """One ordinary run over loopback; the server lives no longer than the run."""
    target = portal()
    with serving() as served, progress(desk, PORTAL) as report:
        job = _job(desk, target, served.pair, report)
        return harvest(desk.store, replace(job, http=served.through(job.http)))


def _job(desk: Desk, target: Portal, pair: str, report: Progress) -> Job:
    """The job of any portal, with a door that opens this one pair and nothing else."""
    values: dict[str, object] = {"id": target.key, "kind": target.kind, "url": target.url}
    block = describe_portal(desk.settings, values, "--demo")
    job = job_of(desk, block, report, portal=target)
    door = replace(door_of(desk, block), allowed=frozenset({pair}), gap=0.0, proxy="", tries=1)
    return replace(job, http=NetworkDoor(door), rules=RULES)


@click.group("demo", cls=Group)
def demo() -> None:
    """What concerns the demonstration portal."""


@demo.command("remove", cls=Command)
@option("--json", "as_json", is_flag=True)
@pass_desk
def remove(desk: Desk, as_json: bool) -> None:
    """Takes the demonstration away for good."""
    with desk.store.transaction() as session:
        known = portal_queries.get(session, PORTAL)
        ours = known is not None and known.url == portal().url
        removed = portal_removal.remove(session, PORTAL) if ours else None
        state_writes.remember(session, PORTAL, text=REMOVED)
    shutil.rmtree(desk.settings.store.folder / "staging" / PORTAL, ignore_errors=True)
    if removed is not None:
        desk.keep_index()
    datasets, runs = removed or (0, 0)
    if as_json:
        click.echo(json.dumps({"portal": PORTAL, "datasets": datasets, "runs": runs}))
    elif removed is None:
        desk.tell("demo.not_there")
    else:
        desk.tell("demo.removed", datasets=datasets, runs=runs)


COMMANDS = (demo,)
