# SPDX-License-Identifier: EUPL-1.2
"""Runs, findings and rejects as lines and as JSON."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from babel.dates import format_datetime
from babel.numbers import format_decimal

from app.cli import failures
from app.cli.desk import Desk
from app.intake.job import Outcome
from app.model import Finding, ItemOutcome, Run

_SHOWN = 10


def sentence(desk: Desk, code: str, params: Mapping[str, str]) -> str:
    """The sentence of a code in the language chosen."""
    return failures.sentence(desk.lang, code, params)


def number(desk: Desk, value: object) -> str:
    """A number as the language writes it."""
    return format_decimal(value, locale=desk.lang) if isinstance(value, int) else str(value)


def iso(moment: datetime | None) -> str | None:
    """An instant for programs, to the second."""
    return moment.isoformat(timespec="seconds") if moment else None


def cell(desk: Desk, key: str, value: object) -> object:
    """A value of an answer as a cell of a table; key: its name there."""
    if key == "state":
        return desk.say(f"cli.state.{value or 'never'}")
    if key in ("last_success", "last_try", "started") and isinstance(value, str):
        local = datetime.fromisoformat(value).astimezone()
        return format_datetime(local, "short", locale=desk.lang)
    if isinstance(value, int) and key != "run":
        return number(desk, value)
    return "–" if value is None else value


def finding_json(desk: Desk, finding: Finding) -> dict[str, str]:
    """A finding with its sentence."""
    return {
        "code": finding.code,
        "subject": finding.subject,
        "message": sentence(desk, finding.code, finding.params),
    }


def run_counts(run: Run) -> dict[str, Any]:
    """The counts of a run; received = added + changed + same + rejected."""
    return {
        "portal": run.portal,
        "run": run.id,
        "state": run.state,
        "received": run.received,
        "added": run.added,
        "changed": run.changed,
        "same": run.same,
        "retired": run.retired,
        "rejected": run.rejected,
        "distributions": run.distributions,
        "announced": run.announced,
    }


def run_json(desk: Desk, outcome: Outcome) -> dict[str, Any]:
    """A finished run as interface.md fixes it, with what was rejected and why."""
    run = outcome.run
    return run_counts(run) | {
        "notes": [sentence(desk, note.code, note.params) for note in run.notes],
        "seconds": round(outcome.seconds, 3),
        "findings": [finding_json(desk, finding) for finding in outcome.findings],
        "rejects": [reject_json(desk, item) for item in run.rejects],
    }


def reject_json(desk: Desk, item: ItemOutcome) -> dict[str, Any]:
    """A rejected item: who, where, why, what it said."""
    return {
        "identifier": item.identifier,
        "position": item.position,
        "reason": item.reason,
        "message": sentence(desk, item.reason, _params(item)),
        "value": item.value,
    }


def _params(item: ItemOutcome) -> dict[str, str]:
    return {
        "identifier": item.identifier or "–",
        "position": item.position,
        "value": item.value,
        "page": item.position,
    }


def run_line(desk: Desk, outcome: Outcome) -> str:
    """One line that sums a run up."""
    run = outcome.run
    return desk.say(
        "cli.run.line",
        portal=run.portal,
        state=desk.say(f"cli.state.{run.state}"),
        seconds=format_decimal(round(outcome.seconds, 1), locale=desk.lang),
        **{
            name: number(desk, value)
            for name, value in run_counts(run).items()
            if isinstance(value, int) and name != "run"
        },
    )


def decision(desk: Desk, run: Run, waiting: int | None) -> Iterator[str]:
    """How a quarantined run is decided, or that it no longer is. waiting: the one that can be.

    A relaunch says so itself, as there are three ways.
    """
    if run.state != "quarantined" or run.id is None:
        return
    if run.id != waiting:
        yield f"  {desk.say('portal.outdated')}"
    elif all(note.code != "run.relaunch" for note in run.notes):
        yield f"  {desk.say('cli.runs.decide', run=str(run.id))}"


def run_details(desk: Desk, outcome: Outcome) -> Iterator[str]:
    """Notes of the run and what it rejected, the first ones in words."""
    run = outcome.run
    for note in run.notes:
        yield f"  {sentence(desk, note.code, note.params)}"
    for item in run.rejects[:_SHOWN]:
        where = desk.say(
            "cli.run.reject", position=item.position, identifier=item.identifier or "–"
        )
        yield f"  {where} {sentence(desk, item.reason, _params(item))}"
    if len(run.rejects) > _SHOWN:
        yield f"  {desk.say('cli.run.more_rejects', count=len(run.rejects) - _SHOWN)}"
    if outcome.total and run.id is not None:
        count = number(desk, outcome.total)
        yield f"  {desk.say('cli.run.findings', count=count, portal=run.portal)}"
