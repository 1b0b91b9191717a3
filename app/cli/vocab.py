# SPDX-License-Identifier: EUPL-1.2
"""``vocab``: checks the vocabulary files, and replaces them by newer official ones."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from app.cli.desk import Desk, pass_desk
from app.cli.localised import Group, option
from app.licensing.matrix import to_csv
from app.vocabulary.check import check
from app.vocabulary.files import packaged_folder
from app.vocabulary.update import update


@click.group("vocab", cls=Group)
def group() -> None:
    """Vocabularies."""


@group.command("check")
@option("--json", "as_json", is_flag=True)
@pass_desk
def check_command(desk: Desk, as_json: bool) -> None:
    """Checks every file; exit status 1 when something is wrong."""
    problems = check(packaged_folder())
    if as_json:
        rows = [asdict(problem) for problem in problems]
        click.echo(json.dumps(rows, ensure_ascii=False))
    else:
        for problem in problems:
            click.echo(desk.say(problem.code, file=problem.file, value=problem.value), err=True)
        if not problems:
            desk.tell("cli.vocab.sound")
    sys.exit(1 if problems else 0)


@group.command("update")
@option("--from", "source", required=True, type=click.Path(path_type=Path, file_okay=False))
@option("--packaged", is_flag=True)
@option("--json", "as_json", is_flag=True)
@pass_desk
def update_command(desk: Desk, source: Path, packaged: bool, as_json: bool) -> None:
    """Rewrites what the folder holds newer official files for, in the data folder."""
    target = packaged_folder() if packaged else desk.overlay
    changes = update(source, target)
    if as_json:
        click.echo(json.dumps([asdict(change) for change in changes], ensure_ascii=False))
        return
    for change in changes:
        counts = {name: len(getattr(change, name)) for name in ("added", "changed", "removed")}
        desk.tell("cli.vocab.changed", file=change.file, **counts)
    desk.tell("cli.vocab.updated", files=len(changes), folder=str(target))


@group.command("matrix")
@pass_desk
def matrix_command(desk: Desk) -> None:
    """Every outbound rule of every licence, for review as a difference."""
    click.echo(to_csv(desk.vocabulary.licences), nl=False)


COMMANDS = (group,)
