# SPDX-License-Identifier: EUPL-1.2
"""``kommune read``: which Kommune, Kreis, Verband or Land a publisher's name means."""

import json
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache

import click

from app.cli import failures, tables
from app.cli.desk import Desk, pass_desk
from app.cli.localised import Group, option
from app.normalise.kommune import Finder, make_finder
from app.normalise.kommune_answer import Asked, QuestionError, answer, asked_in

_REMEMBERED = 65_536


@click.group("kommune", cls=Group)
def group() -> None:
    """Kommunen."""


@group.command("read")
@click.argument("names", nargs=-1, required=True)
@option("--land", metavar="LAND", default="")
@option("--portal-key", metavar="AGS", default="")
@option("--email", metavar="MAIL", default="")
@option("--url", metavar="URL", default="")
@option("--json", "as_json", is_flag=True)
@pass_desk
def read_command(
    desk: Desk,
    names: tuple[str, ...],
    land: str,
    portal_key: str,
    email: str,
    url: str,
    as_json: bool,
) -> None:
    """One answer a name; ``-`` reads a name or a JSON object a line and answers JSON lines."""
    finder, clues = make_finder(desk.vocabulary), Asked("", land, portal_key, email, url)
    if names == ("-",):
        lines = (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)
        sys.exit(_answer_lines(desk, finder, lines, clues))
    for name in names:
        try:
            found = answer(finder, _with_clues(asked_in(name), clues))
        except QuestionError as error:
            raise failures.WrongUse(error.code, **error.params) from error
        if as_json:
            click.echo(_line(found))
        else:
            _tell(desk, found)


def _answer_lines(desk: Desk, finder: Finder, lines: Iterable[str], clues: Asked) -> int:
    """Answers every line; 1 when one of them was no question."""
    status, said = 0, _remember(finder, clues)
    for line in lines:
        try:
            text = said(line)
        except QuestionError as error:
            text = _line({"error": failures.sentence(desk.lang, error.code, error.params)})
            status = 1
        click.echo(text)
    return status


def _remember(finder: Finder, clues: Asked) -> Callable[[str], str]:
    """Answers as text; portals repeat the same names thousands of times."""

    @lru_cache(_REMEMBERED)
    def said(line: str) -> str:
        return _line(answer(finder, _with_clues(asked_in(line), clues)))

    return said


def _with_clues(asked: Asked, clues: Asked) -> Asked:
    """The question with the clues of the command line where it has none of its own."""
    return Asked(
        asked.text,
        asked.land or clues.land,
        asked.portal_key or clues.portal_key,
        asked.email or clues.email,
        asked.url or clues.url,
        asked.spatial,
    )


def _tell(desk: Desk, found: dict[str, object]) -> None:
    named = f"{found['name']} ({found['key']})" if found["key"] else "–"
    body = desk.say(f"kommune_body.{found['body']}")
    said = desk.say(f"kommune_status.{found['status']}")
    keys = found["candidates"]
    others = f": {_names(desk, keys)}" if isinstance(keys, list) and keys else ""
    click.echo(tables.plain(f"{found['text']}\n  {named} · {body} · {said}{others}"))


def _names(desk: Desk, keys: list[str]) -> str:
    found = (desk.vocabulary.register.get(key) for key in keys)
    return "; ".join(f"{kommune.name} ({kommune.key})" for kommune in found if kommune)


def _line(found: dict[str, object]) -> str:
    return json.dumps(found, ensure_ascii=False)


COMMANDS = (group,)
