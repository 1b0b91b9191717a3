# SPDX-License-Identifier: EUPL-1.2
"""``standard read``: which data standard a dct:conformsTo names, by which rule."""

import json
import sys
from collections.abc import Iterable

import click

from app.cli import failures, tables
from app.cli.desk import Desk, pass_desk
from app.cli.localised import Group, option
from app.normalise.standard_answer import StandardQuestionError, answer, asked_in


@click.group("standard", cls=Group)
def group() -> None:
    """Data standards."""


@group.command("read")
@click.argument("texts", nargs=-1, required=True)
@option("--json", "as_json", is_flag=True)
@pass_desk
def read_command(desk: Desk, texts: tuple[str, ...], as_json: bool) -> None:
    """One answer a text; ``-`` reads a text or a JSON object a line and answers JSON lines."""
    if texts == ("-",):
        stream = sys.stdin.buffer
        lines = (line.decode("utf-8", "replace").rstrip("\r\n") for line in stream)
        sys.exit(_answer_lines(desk, lines))
    for text in texts:
        try:
            found = answer(desk.vocabulary, asked_in(text))
        except StandardQuestionError as error:
            raise failures.WrongUse(error.code, **error.params) from error
        if as_json:
            click.echo(_line(found))
        else:
            _tell(desk, found)


def _answer_lines(desk: Desk, lines: Iterable[str]) -> int:
    """Answers every line; 1 when one of them was no question."""
    status = 0
    for line in lines:
        try:
            found = answer(desk.vocabulary, asked_in(line))
        except StandardQuestionError as error:
            found = {"error": failures.sentence(desk.lang, error.code, error.params)}
            status = 1
        click.echo(_line(found))
    return status


def _tell(desk: Desk, found: dict[str, object]) -> None:
    ids = found["candidates"]
    named = f"{found['id']} ({found['name']})" if found["id"] else "–"
    said = [desk.say(f"standard_status.{found['status']}")]
    if found["evidence"]:
        said.append(desk.say(f"evidence.{found['evidence']}"))
    said.append(desk.say(f"standard_rule.{found['rule']}"))
    others = f": {', '.join(ids)}" if isinstance(ids, list) and ids else ""
    click.echo(tables.plain(f"{found['text']}\n  {named} · {' · '.join(said)}{others}"))


def _line(found: dict[str, object]) -> str:
    return json.dumps(found, ensure_ascii=False)


COMMANDS = (group,)
