# SPDX-License-Identifier: EUPL-1.2
"""What a run is told and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.intake.guards import Rules
from app.model import Finding, Run
from app.normalise import Reader
from harvesters.base.record import Harvester, Http, Portal

Progress = Callable[[int, int | None], None]
"""Called with the number of datasets received so far and the number announced, if any."""


def silent(_received: int, _announced: int | None) -> None:
    """Progress nobody watches."""


@dataclass(frozen=True, slots=True)
class Job:
    """One portal to be harvested. staging: folder for the pages as they came.

    limit: stop after so many datasets (only for trying out). records: ceiling of promise H9.
    """

    portal: Portal
    harvester: Harvester
    http: Http
    reader: Reader
    staging: Path
    rules: Rules
    owner: str
    records: int = 200_000
    limit: int | None = None
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished run. findings: at most 1,000, of the datasets now live or, tried out, received."""

    run: Run
    seconds: float
    findings: tuple[Finding, ...] = ()
