# SPDX-License-Identifier: EUPL-1.2
"""The command group. A module is loaded when one of its commands is asked for.

So a harvest neither starts with nor holds what only pages, exports or other commands need.
"""

from importlib import import_module
from pathlib import Path

import click

from app import version
from app.cli.desk import Desk
from app.cli.localised import Group, Option, language, option
from app.web.messages import LANGUAGES

ROOMS = {
    "backup": "backup",
    "compare": "compare",
    "demo": "demo",
    "export": "export",
    "findings": "findings",
    "forget": "forget",
    "harvest": "harvest",
    "kommune": "kommune",
    "licence": "licence",
    "musterdatensatz": "musterdatensatz",
    "portals": "status",
    "renormalise": "status",
    "restore": "backup",
    "runs": "runs",
    "schedule": "schedule",
    "serve": "serve",
    "standard": "standard",
    "up": "serve",
    "vocab": "vocab",
}
"""Command → the module of app.cli that has it among its COMMANDS."""


class LateGroup(Group):
    """A group that knows its commands by name before it loads them."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded; None for a name that is none."""
        if cmd_name not in self.commands and cmd_name in ROOMS:
            for command in import_module(f"app.cli.{ROOMS[cmd_name]}").COMMANDS:
                self.add_command(command)
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, in order."""
        return sorted(ROOMS)

    def load_all(self) -> "LateGroup":
        """The group with every command in ``commands``."""
        for room in dict.fromkeys(ROOMS.values()):
            for command in import_module(f"app.cli.{room}").COMMANDS:
                self.add_command(command)
        return self

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Help names every command."""
        self.load_all()
        super().format_help(ctx, formatter)


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
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
