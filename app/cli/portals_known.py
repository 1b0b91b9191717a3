# SPDX-License-Identifier: EUPL-1.2
"""``portals known``: the directory of portals, of a Land or a kind; nobody is asked for it."""

import json

import click

from app.cli import tables
from app.cli.desk import Desk, pass_desk
from app.cli.failures import WrongUse
from app.cli.localised import Command, option
from app.config.loading import kinds
from app.vocabulary.folding import fold
from app.vocabulary.portals import UNVERIFIED, KnownPortal

_COLUMNS = ("portal", "title", "level", "kind", "key", "checked", "url")


@click.command("known", cls=Command)
@option("--land", metavar="LAND", default="")
@option("--kind", metavar="KIND", default="")
@option("--json", "as_json", is_flag=True)
@pass_desk
def known(desk: Desk, land: str, kind: str, as_json: bool) -> None:
    """Portals of the directory, those of the configuration marked."""
    if kind and kind not in kinds():
        raise WrongUse("cli.usage.choice", name="--kind", known=", ".join(kinds()))
    key = _land_key(desk, land)
    found = [
        each
        for each in desk.vocabulary.portals
        if each.key.startswith(key) and kind in ("", each.kind)
    ]
    if as_json:
        rows = [each._asdict() | {"configured": _is_configured(desk, each)} for each in found]
        click.echo(json.dumps(rows, ensure_ascii=False))
    elif found:
        heads = [desk.say(f"cli.head.{name}") for name in _COLUMNS]
        tables.show(heads, (_cells(desk, each) for each in found), whole=(0, 3, 4, 5))
        desk.tell("cli.portals.count", count=len(found))
    else:
        desk.tell("cli.portals.none")


def _land_key(desk: Desk, said: str) -> str:
    """The two digits of a Land given by key, abbreviation or name; "" for all."""
    for land in desk.vocabulary.register.laender if said else ():
        if fold(said) in (land.key, fold(land.abbreviation or ""), fold(land.name)):
            return land.key
    if said:
        names = ", ".join(each.name for each in desk.vocabulary.register.laender)
        raise WrongUse("cli.usage.choice", name="--land", known=names)
    return ""


def _is_configured(desk: Desk, portal: KnownPortal) -> bool:
    return any(portal.id == each.id or portal.url == each.url for each in desk.settings.portals)


def _cells(desk: Desk, portal: KnownPortal) -> tuple[str, ...]:
    checked = desk.say("cli.portals.unverified")
    return (
        f"{portal.id} ✓" if _is_configured(desk, portal) else portal.id,
        portal.title,
        desk.say(f"listed_level.{portal.level}"),
        portal.kind,
        portal.key or "–",
        checked if portal.checked == UNVERIFIED else portal.checked,
        portal.url,
    )
