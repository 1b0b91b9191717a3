# SPDX-License-Identifier: EUPL-1.2
"""``runs``: the history, one run, and what a person decides about runs that wait."""

import json

import click

from app.cli import reports, run_shown, tables
from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused
from app.cli.jobs import find_portal, job_of, remembered_block
from app.cli.localised import Group, option
from app.cli.lost_runs import end_lost_runs
from app.intake.job import Job, silent
from app.intake.run import accept, accept_relaunch, reject
from app.store import portal_queries, run_queries

_MOST = 2**31 - 1  # what PostgreSQL takes as the number of a run
_COUNTS = ("received", "added", "changed", "same", "retired", "rejected")


class _Runs(Group):
    """``runs [PORTAL|RUN]`` beside ``runs accept RUN``: a number is a run, other words portals."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts ``--portal`` before a portal and ``--run`` before a number."""
        takes_value = {name for each in self.params if _has_value(each) for name in each.opts}
        before = ""
        for at, word in enumerate(args):
            if not word.startswith("-") and before not in takes_value:
                if word not in self.commands:
                    args = [*args[:at], "--run" if _is_number(word) else "--portal", *args[at:]]
                break
            before = word
        return super().parse_args(ctx, args)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _has_value(param: click.Parameter) -> bool:
    return isinstance(param, click.Option) and not param.is_flag


@click.group("runs", cls=_Runs, invoke_without_command=True, subcommand_metavar="[PORTAL|RUN]")
@option("--portal", metavar="ID")
@option("--run", type=click.IntRange(min=1, max=_MOST), metavar="N")
@option("--limit", type=click.IntRange(min=1), default=20, metavar="N")
@option("--json", "as_json", is_flag=True)
@click.pass_context
def runs(
    ctx: click.Context, portal: str | None, run: int | None, limit: int, as_json: bool
) -> None:
    """The history of runs, newest first; or one run with what it needs to be decided."""
    if ctx.invoked_subcommand is not None:
        return
    desk: Desk = ctx.obj
    end_lost_runs(desk)
    if run is not None:
        run_shown.show(desk, run, as_json)
        return
    if portal is not None:
        find_portal(desk, portal)
    with desk.store.session() as session:
        found = run_queries.history(session, portal, limit)
        unsure = {run.portal for run in found if run.state == "quarantined"}
        waiting = {run_queries.waiting(session, each) for each in unsure}
    rows = [run_shown.as_json(desk, each) for each in found]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    rows = [_as_it_stands(row, waiting) for row in rows]
    keys = ("run", *(() if portal else ("portal",)), "state", "started", *_COUNTS)
    heads = [desk.say(f"cli.head.{key}") for key in keys]
    cells = ([reports.cell(desk, key, row[key]) for key in keys] for row in rows)
    first = len(keys) - len(_COUNTS)
    tables.show(heads, cells, numbers=(0, *range(first, len(keys))), whole=(first - 1,))
    if not rows:
        desk.warn("cli.runs.empty")


def _as_it_stands(row: dict[str, object], waiting: set[int | None]) -> dict[str, object]:
    """For people: a quarantined run that a later one has overtaken waits for nobody."""
    overtaken = row["state"] == "quarantined" and row["run"] not in waiting
    return row | {"state": "overtaken"} if overtaken else row


@runs.command("accept")
@click.argument("run", type=int)
@option("--relaunch", is_flag=True)
@option("--json", "as_json", is_flag=True)
@pass_desk
def accept_run(desk: Desk, run: int, relaunch: bool, as_json: bool) -> None:
    """Takes a quarantined run over; exit status 1 when there is none."""
    take = accept_relaunch if relaunch else accept
    outcome = take(desk.store, _job(desk, run), run)
    desk.keep_index()
    if as_json:
        click.echo(json.dumps(reports.run_json(desk, outcome), ensure_ascii=False))
    else:
        click.echo(reports.run_line(desk, outcome))


@runs.command("reject")
@click.argument("run", type=int)
@pass_desk
def reject_run(desk: Desk, run: int) -> None:
    """Throws a quarantined run away."""
    job = _job(desk, run)
    reject(desk.store, job, run)
    desk.tell("cli.runs.rejected", run=str(run), portal=job.portal.key)


def _job(desk: Desk, number: int) -> Job:
    """The job of a run that waits for a decision."""
    with desk.store.session() as session:
        run = run_queries.get(session, number)
        portal = portal_queries.get(session, run.portal) if run else None
    if run is None or portal is None:
        raise Refused("cli.runs.unknown", run=str(number))
    if run.state != "quarantined":
        state = desk.say(f"cli.state.{run.state}")
        raise Refused("cli.runs.not_quarantined", run=str(number), state=state)
    return job_of(desk, remembered_block(desk, portal), silent, portal=portal)


COMMANDS = (runs,)
