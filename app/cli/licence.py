# SPDX-License-Identifier: EUPL-1.2
"""``licence``: reads licence texts, lists and shows licences; clearing and credit beside it."""

import json
import sys
from collections.abc import Iterable
from difflib import get_close_matches

import click

from app.cli import failures, licence_check, licence_credit, tables
from app.cli.desk import Desk, pass_desk
from app.cli.licence_facts import facts_of, show, summary_of, word_of
from app.cli.localised import Group, option
from app.normalise.licence_answer import Asked, ReadingError, answer, asked_in
from app.vocabulary import Licence


@click.group("licence", cls=Group)
def group() -> None:
    """Licences."""


@group.command("read")
@click.argument("texts", nargs=-1, required=True)
@option("--source", metavar="NAME", default="")
@option("--json", "as_json", is_flag=True)
@pass_desk
def read_command(desk: Desk, texts: tuple[str, ...], source: str, as_json: bool) -> None:
    """One answer a text; ``-`` reads a text or a JSON object a line and answers JSON lines."""
    if texts == ("-",):
        stream = sys.stdin.buffer
        lines = (line.decode("utf-8", "replace").rstrip("\r\n") for line in stream)
        sys.exit(_answer_lines(desk, lines, source))
    for text in texts:
        try:
            found = answer(desk.vocabulary, asked_in(text)._replace(source=source))
        except ReadingError as error:
            raise failures.WrongUse(error.code, **error.params) from error
        if as_json:
            click.echo(_line(found))
        else:
            _tell(desk, found)


def _answer_lines(desk: Desk, lines: Iterable[str], source: str) -> int:
    """Answers every line; 1 when one of them was no question."""
    status = 0
    for line in lines:
        try:
            asked = asked_in(line)
            found = answer(desk.vocabulary, Asked(asked.text, asked.source or source))
        except ReadingError as error:
            found = {"error": failures.sentence(desk.lang, error.code, error.params)}
            status = 1
        click.echo(_line(found))
    return status


def _tell(desk: Desk, found: dict[str, object]) -> None:
    ids = found["candidates"]
    licence = desk.vocabulary.licences.get(str(found["id"]))
    named = f"{licence.id} ({licence.name(desk.lang)})" if licence else "–"
    said = desk.say(f"licence_status.{found['status']}")
    others = f": {', '.join(ids)}" if isinstance(ids, list) and ids else ""
    click.echo(tables.plain(f"{found['text']}\n  {named} · {said}{others}"))


@group.command("list")
@option("--json", "as_json", is_flag=True)
@pass_desk
def list_command(desk: Desk, as_json: bool) -> None:
    """All licences, classes and statements of the vocabulary."""
    licences = sorted(desk.vocabulary.licences, key=lambda licence: (licence.kind, licence.id))
    if as_json:
        click.echo(json.dumps([summary_of(each) for each in licences], ensure_ascii=False))
        return
    names = ("id", "name", "kind", "open", "hvd")
    heads = [desk.say(f"licence_fact.{name}") for name in names]
    rows = [
        (each.id, each.name(desk.lang), desk.say(f"licence_kind.{each.kind}"))
        + (word_of(desk, each.open), word_of(desk, each.hvd))
        for each in licences
    ]
    tables.show(heads, rows, whole=(0,))


@group.command("show")
@click.argument("licence")
@option("--json", "as_json", is_flag=True)
@pass_desk
def show_command(desk: Desk, licence: str, as_json: bool) -> None:
    """What the vocabulary holds of one licence."""
    found = _find(desk, licence)
    if as_json:
        click.echo(json.dumps(facts_of(desk.vocabulary.licences, found), ensure_ascii=False))
    else:
        show(desk, found)


def _find(desk: Desk, name: str) -> Licence:
    licences = desk.vocabulary.licences
    found = licences.get(name) or licences.get(name.strip().lower())
    if found is not None:
        return found
    near = get_close_matches(name.lower(), [each.id for each in licences], 1, 0.5)
    known = near[0] if near else "none"
    raise failures.WrongUse("licence_reading.no_such_id", value=name[:200], near=known)


def _line(found: dict[str, object]) -> str:
    return json.dumps(found, ensure_ascii=False)


for room in (licence_check, licence_credit):
    for command in room.COMMANDS:
        group.add_command(command)

COMMANDS = (group,)
