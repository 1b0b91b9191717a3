# SPDX-License-Identifier: EUPL-1.2
"""``forget``: erases a person and blocks what names them from coming back (promise S11)."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click

from app.cli import forget_files
from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused
from app.cli.localised import Command, option
from app.cli.progress import progress
from app.store import forgetting
from app.store.forgetting import Search
from harvesters.base.blocked import is_number, words_of

_SHORT = 5  # letters; "Anna" alone means many
_COMMON = 25  # datasets; a single word in more of them is hardly one person


@click.command("forget", cls=Command)
@click.argument("term")
@option("--dry-run", is_flag=True)
@option("--force", is_flag=True)
@option("--json", "as_json", is_flag=True)
@pass_desk
def command(desk: Desk, term: str, dry_run: bool, force: bool, as_json: bool) -> None:
    """Erases a term and blocks it; exit status 1 when it is too short or too common."""
    said = sys.stdin.readline().strip() if term == "-" else term
    _refuse_short(said, force)
    folder = desk.settings.store.folder
    with progress(desk, desk.say("cli.forget.searching")) as report:
        found = forgetting.search(desk.store, said, report)
    _refuse_common(said, found, force)
    files = forget_files.find(folder, desk.store.name, _database(desk), found.guard)
    counts = found.counts | {"files": len(files.ours)}
    if not dry_run:
        counts = forgetting.forget(desk.store, found) | {"files": forget_files.remove(files)}
        forget_files.drop_derived(folder)
        desk.keep_index()
        forgetting.compact(desk.store)
    _tell(desk, counts, dry_run, files.others, as_json)


def _refuse_short(said: str, force: bool) -> None:
    words = words_of(said)
    if not words:
        raise Refused("forget.empty")
    if not force and not is_number(said) and sum(map(len, words)) < _SHORT:
        raise Refused("forget.short")


def _refuse_common(said: str, found: Search, force: bool) -> None:
    datasets = found.counts["datasets"]
    if not force and len(words_of(said)) == 1 and not is_number(said) and datasets > _COMMON:
        raise Refused("forget.common", datasets=datasets)


def _database(desk: Desk) -> Path | None:
    engine = desk.store.engine
    named = engine.url.database if engine.dialect.name == "sqlite" else None
    return Path(named).resolve() if named else None


def _tell(
    desk: Desk, counts: dict[str, int], dry_run: bool, others: tuple[Path, ...], as_json: bool
) -> None:
    if as_json:
        said = counts | {"dry_run": dry_run, "elsewhere": [str(path) for path in others]}
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    tell: Callable[..., None] = desk.tell
    tell("cli.forget.would" if dry_run else "cli.forget.done", **counts)
    for path in others:
        desk.warn("cli.forget.elsewhere", file=str(path))
    if not dry_run:
        tell("cli.forget.backups")


COMMANDS = (command,)
