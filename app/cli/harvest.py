# SPDX-License-Identifier: EUPL-1.2
"""``harvest``: portals now, from the configuration or given by ``--kind`` and ``--url``."""

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import click

from app.cli import failures, reports
from app.cli.desk import Desk, pass_desk
from app.cli.failures import WrongUse
from app.cli.jobs import (
    find_portal,
    is_single_kommune,
    job_of,
    one_off_id,
    opened,
    remembered_block,
)
from app.cli.localised import Command, option
from app.cli.progress import progress
from app.config import ConfigError, PortalSettings, Problem, describe_portal
from app.demonstration import portal as demonstration
from app.intake.allocation import give_back_early, give_back_now
from app.intake.job import Outcome
from app.intake.run import harvest, try_out
from app.store import StoreError
from harvesters.base.errors import HarvestError

_FAILED = {"failed", "quarantined"}
_SWAPPED = {"complete", "complete-with-rejects", "partial"}
_OPTIONS = {"id": "--portal", "kind": "--kind", "url": "--url", "ags": "--ags"}


@click.command("harvest", cls=Command)
@click.argument("portals", nargs=-1, metavar="[PORTAL]...")
@option("--all", "everything", is_flag=True)
@option("--kind", metavar="KIND")
@option("--url", metavar="URL")
@option("--portal", metavar="ID")
@option("--ags", metavar="KEY")
@option("--dry-run", is_flag=True)
@option("--limit", type=click.IntRange(min=1), metavar="N")
@option("--allow-private", multiple=True, metavar="HOST:PORT")
@option("--gap-ms", type=click.IntRange(min=0), metavar="N")
@option("--json", "as_json", is_flag=True)
@pass_desk
def command(
    desk: Desk,
    portals: tuple[str, ...],
    everything: bool,
    kind: str | None,
    url: str | None,
    portal: str | None,
    ags: str | None,
    dry_run: bool,
    limit: int | None,
    allow_private: tuple[str, ...],
    gap_ms: int | None,
    as_json: bool,
) -> None:
    """Harvests portals; exit status 1 when one failed or was quarantined."""
    if limit is not None and not dry_run:
        raise WrongUse("cli.limit_needs_dry_run")
    give_back_early()
    opened(desk, allow_private, gap_ms)
    if kind or url:
        if portals or everything or not (kind and url):
            raise WrongUse("cli.one_off_or_named")
        blocks = [_one_off(desk, kind, url, portal, ags)]
    else:
        if portal or ags:
            raise WrongUse("cli.one_off_only")
        blocks = _named(desk, portals, everything)
    with ending_on_sigterm():
        states = [_harvest_one(desk, block, dry_run, limit, as_json) for block in blocks]
    if not dry_run and _SWAPPED & set(states):
        give_back_now()
        desk.keep_index()
    if _FAILED & set(states):
        sys.exit(1)


def _one_off(
    desk: Desk, kind: str, url: str, portal: str | None, ags: str | None
) -> PortalSettings:
    values: dict[str, object] = {"id": portal or one_off_id(url), "kind": kind, "url": url}
    if ags:
        values |= {"ags": ags, "exclusive": is_single_kommune(ags)}
    try:
        return describe_portal(desk.settings, values, "--url")
    except ConfigError as error:
        raise ConfigError([_with_option(problem) for problem in error.problems]) from error


def _with_option(problem: Problem) -> Problem:
    """The problem with the option it is about in place of a file."""
    named = _OPTIONS.get(problem.params["key"], "--url")
    return problem._replace(params=problem.params | {"file": named, "key": named})


def _named(desk: Desk, names: tuple[str, ...], everything: bool) -> list[PortalSettings]:
    configured = desk.settings.portals
    if everything:
        if names:
            raise WrongUse("cli.one_off_or_named")
        blocks = [block for block in configured if block.enabled]
        if not blocks:
            raise WrongUse("cli.none_enabled")
        return blocks
    if not names:
        raise WrongUse(
            "cli.which_portal", known=", ".join(block.id for block in configured) or "none"
        )
    return [desk.settings.portal(name) or _remembered(desk, name) for name in dict.fromkeys(names)]


def _remembered(desk: Desk, name: str) -> PortalSettings:
    known = find_portal(desk, name)
    if known is None:
        raise AssertionError("neither configured nor remembered: find_portal says so")
    if known == demonstration():  # its address leads nowhere while nobody serves it
        raise WrongUse("demo.not_by_harvest")
    return remembered_block(desk, known)


@contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """A polite request to end lets the run end with a reason, as Ctrl+C does."""

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _harvest_one(
    desk: Desk, block: PortalSettings, dry_run: bool, limit: int | None, as_json: bool
) -> str:
    """The state the run ended in. One bad portal costs one portal (H8)."""
    try:
        with progress(desk, block.id) as report:
            job = replace(job_of(desk, block, report, limit), waits=partial(_waiting, desk))
            outcome = try_out(desk.glance, job) if dry_run else harvest(desk.store, job)
    except (HarvestError, StoreError) as error:
        return _refused(block, reports.sentence(desk, error.code, error.params), as_json)
    except Exception as error:
        if desk.debug:
            raise
        return _refused(block, failures.surprise(desk.lang, error), as_json)
    _report(desk, outcome, as_json)
    return outcome.run.state


def _waiting(desk: Desk, error: StoreError) -> None:
    desk.warn("cli.harvest.waiting", **error.params)


def _refused(block: PortalSettings, sentence: str, as_json: bool) -> str:
    if as_json:
        click.echo(json.dumps({"portal": block.id, "error": sentence}, ensure_ascii=False))
    click.echo(sentence, err=True)
    return "failed"


def _report(desk: Desk, outcome: Outcome, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(reports.run_json(desk, outcome), ensure_ascii=False))
        for note in outcome.run.notes if outcome.run.state in _FAILED else ():
            click.echo(reports.sentence(desk, note.code, note.params), err=True)
        return
    click.echo(reports.run_line(desk, outcome))
    run = outcome.run
    for line in (*reports.run_details(desk, outcome), *reports.decision(desk, run, run.id)):
        click.echo(line, err=True)


COMMANDS = (command,)
