# SPDX-License-Identifier: EUPL-1.2
"""``portals`` and ``renormalise``: how it stands, and reading what is stored anew."""

import json
import sys

import click

from app.cli import reports, tables
from app.cli.desk import Desk, pass_desk
from app.cli.localised import Command, option
from app.cli.readers import reader_of
from app.config import PortalSettings
from app.intake.renormalise import renormalise
from app.store import portal_queries
from app.store.portal_queries import Standing

_COLUMNS = ("portal", "kind", "state", "datasets", "distributions", "last_success", "last_try")


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
    heads = [desk.say(f"cli.head.{key}") for key in _COLUMNS]
    cells = ([reports.cell(desk, key, row[key]) for key in _COLUMNS] for row in rows)
    tables.show(heads, cells, numbers=(3, 4), whole=(1, 5, 6))
    for row in rows:
        if row["reason"]:
            click.echo(f"\n{row['portal']}: {tables.plain(row['reason'])}")


def _from_store(desk: Desk, standing: Standing) -> dict[str, object]:
    code, params = standing.reason_code, standing.reason_params
    return {
        "portal": standing.portal.key,
        "kind": standing.portal.kind,
        "url": standing.portal.url,
        "datasets": standing.datasets,
        "distributions": standing.distributions,
        "last_success": reports.iso(standing.last_success),
        "last_try": reports.iso(standing.last_try),
        "state": standing.state,
        "reason": reports.sentence(desk, code, params) if code else None,
    }


def _from_settings(block: PortalSettings) -> dict[str, object]:
    blank = dict.fromkeys(("last_success", "last_try", "state", "reason"))
    named = {"portal": block.id, "kind": block.kind, "url": block.url}
    return {**named, "datasets": 0, "distributions": 0, **blank}


@click.command("renormalise", cls=Command)
@option("--json", "as_json", is_flag=True)
@pass_desk
def renormalise_command(desk: Desk, as_json: bool) -> None:
    """Applies changed vocabularies; exit status 1 when a portal had to be left out."""
    totals = renormalise(desk.store, reader_of(desk))
    desk.keep_index()
    if as_json:
        click.echo(json.dumps(totals._asdict()))
    else:
        counts = {name: reports.number(desk, value) for name, value in totals._asdict().items()}
        desk.tell("cli.renormalise.done", **counts)
    for portal in totals.busy:
        desk.warn("cli.renormalise.busy", portal=portal)
    if totals.busy:
        sys.exit(1)


COMMANDS = (portals, renormalise_command)
