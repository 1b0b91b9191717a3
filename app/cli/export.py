# SPDX-License-Identifier: EUPL-1.2
"""``export``: the DCAT-AP.de feed into a file or to standard output."""

import json
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import click

from app.cli.compare import find_portals, pairs, with_filters
from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused, WrongUse
from app.cli.localised import Command, option
from app.cli.progress import progress
from app.compare.selecting import select
from app.export import BY_SUFFIX, FORMATS, PROFILES, ExportResult, Syntax, write
from app.web.feeding import feed_site

# --format is the syntax here
_OTHER = {"seite", "pro-seite", "sortierung", "format"}


@click.command("export", cls=Command)
@click.argument("file")
@option("--format", "syntax", type=click.Choice(sorted(FORMATS)))
@option("--profile", type=click.Choice(PROFILES), default=PROFILES[0])
@option("--json", "as_json", is_flag=True)
@pass_desk
def command(
    desk: Desk, /, file: str, syntax: str | None, profile: Any, as_json: bool, **filters: Any
) -> None:
    """Writes the feed; what no syntax can carry is told on standard error."""
    chosen = _syntax(file, syntax)
    given = pairs(filters)
    find_portals(desk, given)
    asked = select(given, desk.vocabulary)

    def write_to(target: BinaryIO) -> ExportResult:
        site = feed_site(desk.settings)
        with desk.store.session() as session, progress(desk, "export") as report:
            return write(
                session,
                desk.vocabulary,
                site,
                asked,
                chosen,
                target,
                profile,
                lambda done: report(done, None),
            )

    result = write_to(sys.stdout.buffer) if file == "-" else _into(Path(file), write_to)
    _tell(desk, file, result, as_json)


def _syntax(file: str, said: str | None) -> Syntax:
    if said is not None:
        return FORMATS[said]
    suffix = Path(file).suffix.lstrip(".")
    if suffix in BY_SUFFIX:
        return BY_SUFFIX[suffix]
    if file == "-":
        return FORMATS["ttl"]
    raise WrongUse("cli.export.which_format", file=file, known=", ".join(sorted(FORMATS)))


def _into(file: Path, write_to: Any) -> ExportResult:
    """Writes beside the file and moves it there when whole: nobody ever reads half a feed."""
    try:
        return _replace(file, write_to)
    except OSError as error:
        problem = error.strerror or str(error)
        raise Refused("cli.export.unwritable", file=str(file), problem=problem) from error


def _replace(file: Path, write_to: Any) -> ExportResult:
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as target:
            result: ExportResult = write_to(target)
        Path(name).chmod(0o644)
        os.replace(name, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return result


def _tell(desk: Desk, file: str, result: ExportResult, as_json: bool) -> None:
    if as_json:
        said = {
            "file": file,
            "datasets": result.datasets,
            "triples": result.triples,
            "left_out": result.left_out,
            "samples": list(result.samples),
        }
        click.echo(json.dumps(said, ensure_ascii=False), err=file == "-")
        return
    counts = {"datasets": result.datasets, "triples": result.triples}
    desk.warn("cli.export.done", file=file, **counts)
    if result.left_out:
        desk.warn("cli.export.left_out", count=result.left_out)
        for sample in result.samples:
            click.echo(f"  {sample}", err=True)


COMMANDS = (with_filters(command, without=_OTHER),)
