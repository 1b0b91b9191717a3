# SPDX-License-Identifier: EUPL-1.2
"""``backup`` and ``restore``: everything into one file, and from there back."""

import json
from pathlib import Path

import click

from app.cli import backup_files, failures, forget_files, reports
from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused
from app.cli.localised import Command, option
from app.cli.progress import progress
from app.search import rebuild
from app.store import StoreError, backup, restore

_MEGABYTE = 1_000_000


@click.command("backup", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@option("--json", "as_json", is_flag=True)
@pass_desk
def save(desk: Desk, file: Path, as_json: bool) -> None:
    """Writes a backup; never over a file that is there."""
    if not file.parent.is_dir():
        raise Refused("cli.backup.no_folder", file=str(file), folder=str(file.parent))
    with progress(desk, desk.say("cli.backup.progress")) as report:
        manifest = backup.backup(desk.store, file, report, desk.overlay)
    size = file.stat().st_size
    counts = {"datasets": manifest.count("dataset"), "rows": manifest.rows}
    if as_json:
        said = counts | {"file": str(file), "bytes": size, "revision": manifest.revision}
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    megabytes = reports.number(desk, max(1, round(size / _MEGABYTE)))
    desk.tell("cli.backup.done", file=str(file), megabytes=megabytes, **counts)


@click.command("restore", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@option("--replace", is_flag=True)
@option("--json", "as_json", is_flag=True)
@pass_desk
def bring_back(desk: Desk, file: Path, replace: bool, as_json: bool) -> None:
    """Checks a backup and puts it in place of the store."""
    with progress(desk, desk.say("cli.restore.checking")) as report:
        restore.look(file, report)
    if not replace and not restore.is_empty(desk.store):
        raise StoreError("restore.not_empty", store=desk.store.name)
    folder = desk.settings.store.folder
    backup_files.put_ready(file, desk.overlay)
    with progress(desk, desk.say("cli.restore.loading")) as report:
        restored = restore.restore(desk.store, file, report)
    backup_files.settle(desk.store, desk.overlay)
    forget_files.clear_staging(folder / "staging", desk.store.name)
    rebuild(desk.store, desk.vocabulary, folder / "index")
    desk.keep_index()
    manifest, masked = restored.manifest, restored.masked
    counts = {"datasets": manifest.count("dataset"), "rows": manifest.rows}
    if as_json:
        said = counts | {"file": str(file), "made": manifest.made, "masked": masked}
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    desk.tell("cli.restore.done", made=failures.instant(desk.lang, manifest.made), **counts)
    if masked:
        desk.tell("cli.restore.masked", rows=masked)


COMMANDS = (save, bring_back)
