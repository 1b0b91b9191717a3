# SPDX-License-Identifier: EUPL-1.2
"""A progress bar with count, rate and remaining time, for work that takes a while."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from app.intake.job import Progress as Report
from app.intake.job import silent


@contextmanager
def progress(label: str) -> Iterator[Report]:
    """A progress bar with rate and remaining time on a terminal's standard error."""
    if not sys.stderr.isatty():
        yield silent
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None, rate="")

        def report(received: int, announced: int | None) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:,.0f}/s".replace(",", " ") if speed else ""
            bar.update(task, completed=received, total=announced, rate=rate)

        yield report
