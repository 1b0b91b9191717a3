# SPDX-License-Identifier: EUPL-1.2
"""``findings``: what was found wrong, counted, and in words with examples."""

import json
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import groupby

import click

from app.cli import reports, tables
from app.cli.desk import Desk, pass_desk
from app.cli.failures import WrongUse
from app.cli.jobs import find_portal
from app.cli.localised import Command, option
from app.model.findings import CODES
from app.store import Session, findings_queries
from app.store.findings_queries import CodeCount, Found

_EXAMPLES = 3
_MOST_CODES = 60


@click.command("findings", cls=Command)
@click.argument("portal", required=False)
@option("--code", metavar="CODE")
@option("--limit", type=click.IntRange(min=1), default=100, metavar="N")
@option("--json", "as_json", is_flag=True)
@pass_desk
def findings(desk: Desk, portal: str | None, code: str | None, limit: int, as_json: bool) -> None:
    """Counts by code; then with ``--code`` each finding, else some examples of each code."""
    if code is not None:
        _check(code)
    if portal is not None:
        find_portal(desk, portal)
    with desk.store.session() as session:
        counts = [
            count
            for count in findings_queries.counts(session, portal)
            if code in (None, count.code)
        ]
        if as_json or code:
            found: Sequence[Found] = findings_queries.findings(session, portal, code, limit)
        else:
            found = list(_examples(session, counts[:_MOST_CODES]))
    if as_json:
        rows = [_as_json(desk, each) for each in found]
        click.echo(json.dumps(rows, ensure_ascii=False))
    elif counts:
        _show(desk, counts, found)
    else:
        desk.tell("cli.findings.none")


def _check(code: str) -> None:
    if code not in CODES:
        near = get_close_matches(code, CODES, 1)
        known = near[0] if near else ", ".join(sorted(CODES))
        raise WrongUse("cli.findings.unknown_code", given=code, known=known)


def _examples(session: Session, counts: Iterable[CodeCount]) -> Iterable[Found]:
    for count in counts:
        yield from findings_queries.findings(session, count.portal, count.code, _EXAMPLES)


def _as_json(desk: Desk, found: Found) -> dict[str, str | None]:
    return {
        **reports.finding_json(desk, found.finding),
        "portal": found.portal,
        "dataset": found.dataset,
    }


def _show(desk: Desk, counts: Sequence[CodeCount], found: Sequence[Found]) -> None:
    heads = [desk.say(f"cli.head.{key}") for key in ("portal", "code", "findings", "datasets")]
    tables.show(heads, counts, numbers=(2, 3))
    for (portal, code, text), group in groupby(found, lambda each: _said(desk, each)):
        click.echo(f"\n{portal}  {code}\n  {tables.plain(text)} {desk.say(f'{code}-mend')}")
        for each in group:
            click.echo(f"    {tables.plain(each.finding.subject)}")
    told = len(found)
    total = sum(count.findings for count in counts)
    if told < total:
        click.echo()
        desk.tell(
            "cli.findings.shown",
            shown=reports.number(desk, told),
            total=reports.number(desk, total),
        )


def _said(desk: Desk, found: Found) -> tuple[str, str, str]:
    finding = found.finding
    return found.portal, finding.code, reports.sentence(desk, finding.code, finding.params)


COMMANDS = (findings,)
