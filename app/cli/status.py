# SPDX-License-Identifier: EUPL-1.2
"""How it stands: ``portals``, and ``renormalise``, which reads what is stored anew."""

import json
import sys

import click

from app.cli import portals, reports
from app.cli.desk import Desk, pass_desk
from app.cli.localised import Command, option
from app.cli.readers import reader_of
from app.intake.renormalise import renormalise


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


COMMANDS = (*portals.COMMANDS, renormalise_command)
