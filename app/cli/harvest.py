# SPDX-License-Identifier: EUPL-1.2
"""``harvest``: portals now, from the configuration or given by ``--kind`` and ``--url``."""

import json
import sys

import click

from app.cli import reports
from app.cli.desk import Desk, pass_desk
from app.cli.failures import WrongUse
from app.cli.jobs import is_single_kommune, job_of, one_off_id, opened
from app.cli.localised import Command, option
from app.cli.progress import progress
from app.config import PortalSettings, describe_portal
from app.intake import Outcome, harvest, try_out
from app.store import StoreError, portal_queries
from harvesters.base.errors import HarvestError

_FAILED = {"failed", "quarantined"}


@click.command("harvest", cls=Command)
@click.argument("portals", nargs=-1, metavar="[PORTAL]...")
@option("--all", "everything", is_flag=True)
@option("--kind")
@option("--url")
@option("--portal", metavar="ID")
@option("--ags", metavar="KEY")
@option("--dry-run", is_flag=True)
@option("--limit", type=click.IntRange(min=1))
@option("--allow-private", multiple=True, metavar="HOST:PORT")
@option("--gap-ms", type=click.IntRange(min=0))
@option("--json", "as_json", is_flag=True)
@pass_desk
def command(
    desk: Desk,
    portals: tuple[str, ...],
    everything: bool,
    kind: str | None,
    url: str | None,
    portal: str | None,
    ags: str | None,
    dry_run: bool,
    limit: int | None,
    allow_private: tuple[str, ...],
    gap_ms: int | None,
    as_json: bool,
) -> None:
    """Harvests portals; exit status 1 when one failed or was quarantined."""
    if limit is not None and not dry_run:
        raise WrongUse("cli.limit_needs_dry_run")
    opened(desk, allow_private, gap_ms)
    if kind or url:
        if portals or everything or not (kind and url):
            raise WrongUse("cli.one_off_or_named")
        blocks = [_one_off(desk, kind, url, portal, ags)]
    else:
        if portal or ags:
            raise WrongUse("cli.one_off_only")
        blocks = _named(desk, portals, everything)
    states = [_harvest_one(desk, block, dry_run, limit, as_json) for block in blocks]
    if _FAILED & set(states):
        sys.exit(1)


def _one_off(
    desk: Desk, kind: str, url: str, portal: str | None, ags: str | None
) -> PortalSettings:
    key = portal or one_off_id(url)
    values: dict[str, object] = {"id": key, "kind": kind, "url": url}
    if ags:
        values |= {"ags": ags, "exclusive": is_single_kommune(ags)}
    return describe_portal(desk.settings, values, "--url")


def _named(desk: Desk, names: tuple[str, ...], everything: bool) -> list[PortalSettings]:
    configured = desk.settings.portals
    if everything:
        blocks = [block for block in configured if block.enabled]
        if not blocks:
            raise WrongUse("cli.none_enabled")
        return blocks
    if not names:
        raise WrongUse("cli.which_portal", known=", ".join(block.id for block in configured) or "–")
    return [desk.settings.portal(name) or _remembered(desk, name) for name in names]


def _remembered(desk: Desk, name: str) -> PortalSettings:
    with desk.store.session() as session:
        known = portal_queries.get(session, name)
    if known is None:
        ids = ", ".join(block.id for block in desk.settings.portals) or "–"
        raise WrongUse("cli.unknown_portal", portal=name, known=ids)
    values: dict[str, object] = {"id": known.key, "kind": known.kind, "url": known.url}
    if known.ags:
        values |= {"ags": known.ags, "exclusive": known.exclusive}
    return describe_portal(desk.settings, values, name)


def _harvest_one(
    desk: Desk, block: PortalSettings, dry_run: bool, limit: int | None, as_json: bool
) -> str:
    try:
        with progress(block.id) as report:
            job = job_of(desk, block, report, limit)
            outcome = try_out(desk.store, job) if dry_run else harvest(desk.store, job)
    except (HarvestError, StoreError) as error:
        if as_json:
            answer = {"portal": block.id, "error": reports.sentence(desk, error.code, error.params)}
            click.echo(json.dumps(answer, ensure_ascii=False))
        else:
            click.echo(reports.sentence(desk, error.code, error.params), err=True)
        return "failed"
    _report(desk, outcome, as_json)
    return outcome.run.state


def _report(desk: Desk, outcome: Outcome, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(reports.run_json(desk, outcome), ensure_ascii=False))
        return
    click.echo(reports.run_line(desk, outcome))
    for line in reports.run_details(desk, outcome):
        click.echo(line, err=True)


COMMANDS = (command,)
