# SPDX-License-Identifier: EUPL-1.2
"""The command ``datenspiegel``: one module a family of commands."""

from pathlib import Path

import click

from app import version
from app.cli import (
    backup,
    compare,
    demo,
    export,
    failures,
    findings,
    forget,
    harvest,
    kommune,
    licence,
    musterdatensatz,
    runs,
    schedule,
    serve,
    standard,
    status,
    vocab,
)
from app.cli.desk import Desk
from app.cli.localised import Group, Option, language, option
from app.web.messages import LANGUAGES


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@option("--config", type=click.Path(path_type=Path, dir_okay=False))
@option("--database", metavar="URL")
@option("--lang", type=click.Choice(LANGUAGES))
@option("--debug", is_flag=True)
@click.version_option(version(), "--version", prog_name="datenspiegel", cls=Option)
@click.pass_context
def group(
    ctx: click.Context, config: Path | None, database: str | None, lang: str | None, debug: bool
) -> None:
    """The command group; its help is in the message catalogues."""
    ctx.obj = desk = Desk(config, database, lang or language(ctx), debug)
    ctx.call_on_close(desk.close)


for room in (
    harvest,
    status,
    runs,
    findings,
    compare,
    export,
    vocab,
    licence,
    kommune,
    musterdatensatz,
    standard,
    schedule,
    backup,
    forget,
    serve,
    demo,
):
    for command in room.COMMANDS:
        group.add_command(command)


def main() -> None:
    """Entry point of the command."""
    failures.run(group.main)
