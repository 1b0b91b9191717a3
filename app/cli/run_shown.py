# SPDX-License-Identifier: EUPL-1.2
"""One run: its counts, its notes, and which datasets it found under other identifiers."""

import json

import click

from app.cli import reports, tables
from app.cli.desk import Desk
from app.cli.failures import Refused
from app.intake.job import Outcome
from app.model import Run
from app.store import relaunch_queries, run_queries
from app.store.relaunch_queries import Match

_SHOWN = 200


def show(desk: Desk, number: int, as_machine: bool) -> None:
    """Prints the run; Refused when there is none of this number."""
    with desk.store.session() as session:
        run = run_queries.get(session, number)
        matches = relaunch_queries.matches(session, number)
        waiting = run_queries.waiting(session, run.portal) if run else None
    if run is None:
        raise Refused("cli.runs.unknown", run=str(number))
    if as_machine:
        said = as_json(desk, run) | {
            "rejects": [reports.reject_json(desk, item) for item in run.rejects],
            "relaunch": [match._asdict() for match in matches],
        }
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    seconds = (run.ended - run.started).total_seconds() if run.started and run.ended else 0.0
    outcome = Outcome(run, seconds)
    click.echo(reports.run_line(desk, outcome))
    for line in (*reports.run_details(desk, outcome), *reports.decision(desk, run, waiting)):
        click.echo(line)
    if matches:
        _show_matches(desk, run, matches)


def as_json(desk: Desk, run: Run) -> dict[str, object]:
    """A run of the history."""
    return reports.run_counts(run) | {
        "started": reports.iso(run.started),
        "ended": reports.iso(run.ended),
        "notes": [reports.sentence(desk, note.code, note.params) for note in run.notes],
    }


def _show_matches(desk: Desk, run: Run, matches: tuple[Match, ...]) -> None:
    click.echo()
    waits = run.state == "quarantined"
    code = "cli.runs.relaunch" if waits else "cli.runs.relaunched"
    desk.tell(code, count=reports.number(desk, len(matches)), run=str(run.id))
    heads = [desk.say(f"cli.head.{key}") for key in ("title", "former", "identifier", "because")]
    rows = (
        (match.title or "–", match.former, match.identifier, desk.say(f"relaunch.{match.rule}"))
        for match in matches[:_SHOWN]
    )
    tables.show(heads, rows)
    if len(matches) > _SHOWN:
        desk.tell("cli.runs.relaunch_more", count=reports.number(desk, len(matches) - _SHOWN))
