# SPDX-License-Identifier: EUPL-1.2
"""``portals``, ``runs``, ``findings``, ``renormalise``: how it stands and what was found."""

import json
from datetime import datetime

import click
from babel.dates import format_datetime

from app.cli import reports, tables
from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused
from app.cli.jobs import job_of
from app.cli.localised import Command, Group, option
from app.config import PortalSettings, describe_portal
from app.intake.job import silent
from app.intake.renormalise import renormalise
from app.intake.run import accept, reject
from app.model import Run
from app.model.findings import CODES
from app.normalise import make_reader
from app.store import findings_queries, portal_queries, run_queries
from app.store.portal_queries import Standing
from harvesters.base.record import Portal


@click.command("portals", cls=Command)
@option("--json", "as_json", is_flag=True)
@pass_desk
def portals(desk: Desk, as_json: bool) -> None:
    """Portals configured or remembered, and how they stand."""
    with desk.store.session() as session:
        known = {standing.portal.key: standing for standing in portal_queries.list_portals(session)}
    rows = [_from_store(desk, standing) for standing in known.values()]
    rows += [_from_settings(block) for block in desk.settings.portals if block.id not in known]
    rows.sort(key=lambda row: str(row["portal"]))
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    keys = ("portal", "kind", "datasets", "distributions", "last_success", "state", "reason")
    heads = [desk.say(f"cli.head.{key}") for key in keys]
    tables.show(heads, ([_cell(desk, key, row[key]) for key in keys] for row in rows), (2, 3))


def _from_store(desk: Desk, standing: Standing) -> dict[str, object]:
    code, params = standing.reason_code, standing.reason_params
    return {
        "portal": standing.portal.key,
        "kind": standing.portal.kind,
        "url": standing.portal.url,
        "datasets": standing.datasets,
        "distributions": standing.distributions,
        "last_success": _iso(standing.last_success),
        "last_try": _iso(standing.last_try),
        "state": standing.state,
        "reason": reports.sentence(desk, code, params) if code else None,
    }


def _from_settings(block: PortalSettings) -> dict[str, object]:
    blank = dict.fromkeys(("last_success", "last_try", "state", "reason"))
    named = {"portal": block.id, "kind": block.kind, "url": block.url}
    return {**named, "datasets": 0, "distributions": 0, **blank}


def _cell(desk: Desk, key: str, value: object) -> object:
    if key == "state":
        return desk.say(f"cli.state.{value}") if value else desk.say("cli.state.never")
    if key in ("last_success", "started") and isinstance(value, str):
        return _moment(desk, datetime.fromisoformat(value))
    return "–" if value is None else value


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _moment(desk: Desk, moment: datetime) -> str:
    return format_datetime(moment, "short", locale=desk.lang)


class _Runs(Group):
    """``runs [PORTAL]`` beside ``runs accept RUN``: a word that is no command is a portal."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts ``--portal`` before a portal."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            args = ["--portal", *args]
        return super().parse_args(ctx, args)


@click.group("runs", cls=_Runs, invoke_without_command=True, subcommand_metavar="[PORTAL]")
@option("--portal", metavar="ID")
@option("--limit", type=click.IntRange(min=1), default=20)
@option("--json", "as_json", is_flag=True)
@click.pass_context
def runs(ctx: click.Context, portal: str | None, limit: int, as_json: bool) -> None:
    """The history of runs, newest first."""
    if ctx.invoked_subcommand is not None:
        return
    desk: Desk = ctx.obj
    with desk.store.session() as session:
        found = run_queries.history(session, portal, limit)
    if as_json:
        click.echo(json.dumps([_run_json(desk, run) for run in found], ensure_ascii=False))
        return
    keys = ("run", "portal", "state", "started", *_COUNTS)
    heads = [desk.say(f"cli.head.{key}") for key in keys]
    rows = ([_cell(desk, k, _run_json(desk, run).get(k)) for k in keys] for run in found)
    tables.show(heads, rows, (0, *range(4, len(keys))))


_COUNTS = ("received", "added", "changed", "same", "retired", "rejected")


def _run_json(desk: Desk, run: Run) -> dict[str, object]:
    return reports.run_counts(run) | {
        "started": _iso(run.started),
        "ended": _iso(run.ended),
        "notes": [reports.sentence(desk, note.code, note.params) for note in run.notes],
    }


@runs.command("accept")
@click.argument("run", type=int)
@option("--json", "as_json", is_flag=True)
@pass_desk
def accept_run(desk: Desk, run: int, as_json: bool) -> None:
    """Takes a quarantined run over."""
    portal = _quarantined(desk, run)
    outcome = accept(desk.store, job_of(desk, block_of(desk, portal), silent), run)
    if as_json:
        click.echo(json.dumps(reports.run_json(desk, outcome), ensure_ascii=False))
    else:
        click.echo(reports.run_line(desk, outcome))


@runs.command("reject")
@click.argument("run", type=int)
@pass_desk
def reject_run(desk: Desk, run: int) -> None:
    """Throws a quarantined run away."""
    portal = _quarantined(desk, run)
    reject(desk.store, job_of(desk, block_of(desk, portal), silent), run)
    desk.tell("cli.runs.rejected", run=run, portal=portal.key)


def _quarantined(desk: Desk, number: int) -> Portal:
    with desk.store.session() as session:
        run = run_queries.get(session, number)
        portal = portal_queries.get(session, run.portal) if run else None
    if run is None or portal is None:
        raise Refused("cli.runs.unknown", run=number)
    if run.state != "quarantined":
        state = desk.say(f"cli.state.{run.state}")
        raise Refused("cli.runs.not_quarantined", run=number, state=state)
    return portal


def block_of(desk: Desk, portal: Portal) -> PortalSettings:
    """The configuration block of a portal, made from what is remembered if the file has none."""
    configured = desk.settings.portal(portal.key)
    if configured is not None:
        return configured
    values: dict[str, object] = {"id": portal.key, "kind": portal.kind, "url": portal.url}
    if portal.ags:
        values |= {"ags": portal.ags, "exclusive": portal.exclusive}
    return describe_portal(desk.settings, values, portal.key)


@click.command("findings", cls=Command)
@click.argument("portal", required=False)
@option("--code", metavar="CODE")
@option("--limit", type=click.IntRange(min=1), default=100)
@option("--json", "as_json", is_flag=True)
@pass_desk
def findings(desk: Desk, portal: str | None, code: str | None, limit: int, as_json: bool) -> None:
    """What was found wrong."""
    if code is not None and code not in CODES:
        raise Refused("cli.findings.unknown_code", given=code, known=", ".join(sorted(CODES)))
    with desk.store.session() as session:
        found = findings_queries.findings(session, portal, code, limit)
        counts = findings_queries.counts(session, portal)
    if as_json:
        rows = [
            {
                **reports.finding_json(desk, entry.finding),
                "portal": entry.portal,
                "dataset": entry.dataset,
            }
            for entry in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    heads = [desk.say(f"cli.head.{key}") for key in ("portal", "code", "findings", "datasets")]
    tables.show(heads, (count for count in counts if code in (None, count.code)), (2, 3))
    click.echo()
    for entry in found:
        text = reports.sentence(desk, entry.finding.code, entry.finding.params)
        click.echo(f"{entry.portal}  {entry.finding.subject}\n  {text}")


@click.command("renormalise", cls=Command)
@option("--json", "as_json", is_flag=True)
@pass_desk
def renormalise_command(desk: Desk, as_json: bool) -> None:
    """Applies changed vocabularies to what is stored, without network."""
    totals = renormalise(desk.store, make_reader(desk.vocabulary))
    if as_json:
        click.echo(json.dumps(totals._asdict()))
    else:
        desk.tell("cli.renormalise.done", **totals._asdict())


COMMANDS = (portals, runs, findings, renormalise_command)
