# SPDX-License-Identifier: EUPL-1.2
"""``portals``: how the portals stand; those others know of, and what an address offers."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

import click

from app.cli import portals_add, portals_detect, portals_known, portals_remove, reports, tables
from app.cli.desk import Desk
from app.cli.localised import Group, option
from app.cli.lost_runs import end_lost_runs
from app.config import PortalSettings
from app.config.freshness import freshness, rhythms
from app.store import portal_queries, run_queries
from app.store.portal_queries import Standing

_COLUMNS = ("portal", "kind", "state", "datasets", "distributions", "last_success", "last_try")


@click.group("portals", cls=Group, invoke_without_command=True)
@option("--json", "as_json", is_flag=True)
@click.pass_context
def group(ctx: click.Context, as_json: bool) -> None:
    """Portals configured or remembered, and how they stand; commands about others."""
    if ctx.invoked_subcommand is None:
        _list(ctx.ensure_object(Desk), as_json)


def _list(desk: Desk, as_json: bool) -> None:
    end_lost_runs(desk)
    with desk.store.session() as session:
        known = {standing.portal.key: standing for standing in portal_queries.list_portals(session)}
        unsure = [key for key, at in known.items() if at.state == "quarantined"]
        waiting = {key: run_queries.waiting(session, key) for key in unsure}
    rows = [_from_store(desk, standing) for standing in known.values()]
    rows += [_from_settings(block) for block in desk.settings.portals if block.id not in known]
    rows.sort(key=lambda row: str(row["portal"]))
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    heads = [desk.say(f"cli.head.{key}") for key in _COLUMNS]
    cells = ([reports.cell(desk, key, row[key]) for key in _COLUMNS] for row in rows)
    tables.show(heads, cells, numbers=(3, 4), whole=(1, 5, 6))
    if not rows:
        desk.warn("cli.portals.empty")
    for row in rows:
        if row["freshness"] == "stale":
            click.echo(f"\n{row['portal']}: {desk.say('portal.freshness.stale')}")
        if below := _below(desk, row):
            click.echo(f"\n{row['portal']}: {below}")
        if row["reason"]:
            click.echo(f"\n{row['portal']}: {tables.plain(row['reason'])}")
        if run := waiting.get(str(row["portal"])):
            click.echo(desk.say("cli.runs.decide", run=str(run)))


def _below(desk: Desk, row: Mapping[str, object]) -> str:
    """The sentence for a portal that holds less than its block expects; empty for others."""
    block = desk.settings.portal(str(row["portal"]))
    held = row["datasets"]
    if block is None or row["state"] is None or not isinstance(held, int) or held >= block.expected:
        return ""
    counts = {"datasets": held, "expected": block.expected}
    return desk.say(
        "portal.below", **{name: reports.number(desk, value) for name, value in counts.items()}
    )


def _from_store(desk: Desk, standing: Standing) -> dict[str, object]:
    code, params = standing.reason_code, standing.reason_params
    return {
        "portal": standing.portal.key,
        "kind": standing.portal.kind,
        "url": standing.portal.url,
        "datasets": standing.datasets,
        "distributions": standing.distributions,
        "last_success": reports.iso(standing.last_success),
        "last_try": reports.iso(standing.last_try),
        "state": standing.state,
        "reason": reports.sentence(desk, code, params) if code else None,
        "freshness": _fresh(desk, standing),
    }


def _fresh(desk: Desk, standing: Standing) -> str:
    rhythm = rhythms(desk.settings).get(standing.portal.key)
    return freshness(rhythm, standing.last_success, datetime.now(UTC))


def _from_settings(block: PortalSettings) -> dict[str, object]:
    blank = dict.fromkeys(("last_success", "last_try", "state", "reason"))
    blank |= {"freshness": "never"}
    named = {"portal": block.id, "kind": block.kind, "url": block.url}
    return {**named, "datasets": 0, "distributions": 0, **blank}


_OTHERS = (
    *(portals_known.known, portals_add.add, portals_detect.detect_command),
    portals_remove.remove,
)
for each in _OTHERS:
    group.add_command(each)

COMMANDS = (group,)
