# SPDX-License-Identifier: EUPL-1.2
"""What a run is told and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.intake.guards import Rules
from app.intake.second_reader import Spec
from app.model import Finding, Run
from app.normalise import Reader
from app.store import StoreError
from harvesters.base.blocked import NOTHING, Guard
from harvesters.base.record import Harvester, Http, Portal

Progress = Callable[[int, int | None], None]
"""Called with the number of datasets received so far and the number announced, if any."""


def silent(_received: int, _announced: int | None) -> None:
    """Progress nobody watches."""


def patient(_error: StoreError) -> None:
    """Waiting nobody is told of."""


def utc_now() -> datetime:
    """This instant."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Job:
    """One portal to be harvested. staging: folder for the pages as they came.

    limit: stop after so many datasets (only for trying out). records, seconds: ceilings of promise
    H9. clock: what counts as now in the store. second_reader: how another process makes the reader;
    None keeps the run to one process. guard: terms that must not be kept, set by the run. resume:
    pages of a killed run are used so long. patience: seconds to wait while another portal's run is
    at the same host; waits: is told once who that is.
    """

    portal: Portal
    harvester: Harvester
    http: Http
    reader: Reader
    staging: Path
    rules: Rules
    owner: str
    records: int = 200_000
    seconds: float = 1_800.0
    limit: int | None = None
    progress: Progress = silent
    clock: Callable[[], datetime] = utc_now
    second_reader: Spec | None = None
    guard: Guard = NOTHING
    resume: timedelta = timedelta(hours=6)
    patience: float = 3_600.0
    waits: Callable[[StoreError], None] = patient


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished run.

    findings: of the datasets now live or, tried out, of those received that are new or different;
    at most 1,000 of the total that there are.
    """

    run: Run
    seconds: float
    findings: tuple[Finding, ...] = ()
    total: int = 0
