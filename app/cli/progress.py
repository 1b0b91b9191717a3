# SPDX-License-Identifier: EUPL-1.2
"""A progress bar with count, rate and remaining time, for work that takes a while."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console
from rich.progress import BarColumn, Progress, Task, TaskID, TextColumn

from app.cli import reports
from app.cli.desk import Desk
from app.intake.job import Progress as Report
from app.intake.job import silent


@contextmanager
def progress(desk: Desk, label: str) -> Iterator[Report]:
    """A bar on a terminal's standard error; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield silent
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[done]}"),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[left]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None, done="0", rate="", left="")

        def report(received: int, announced: int | None) -> None:
            # a portal that announces less than it sends tells nothing about what is left
            total = announced if announced and announced >= received else None
            bar.update(task, completed=received, total=total)
            _describe(desk, bar, task, received, total)

        yield report


def _describe(desk: Desk, bar: Progress, task: TaskID, received: int, total: int | None) -> None:
    shown: Task = bar.tasks[0]
    done = reports.number(desk, received)
    if total:
        done = desk.say("cli.progress.of", done=done, total=reports.number(desk, total))
    rate = desk.say("cli.progress.rate", rate=reports.number(desk, round(shown.speed or 0)))
    left = ""
    if total and shown.time_remaining is not None:
        left = desk.say("cli.progress.left", time=str(timedelta(seconds=int(shown.time_remaining))))
    bar.update(task, done=done, rate=rate if shown.speed else "", left=left)
