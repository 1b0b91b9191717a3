# SPDX-License-Identifier: EUPL-1.2
"""``compare``: the questions of the pages, as table, JSON or CSV."""

import json
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Any

import click

from app.cli import answers
from app.cli.desk import Desk, pass_desk
from app.cli.failures import WrongUse
from app.cli.jobs import find_portal
from app.cli.localised import Command, Option, language, option
from app.compare import QUESTIONS
from app.compare.choices import split
from app.compare.selecting import FIELDS, select
from app.compare.tables import to_csv, to_json
from app.web.messages import say

_LARGEST = 1_000


def with_filters(command: Any, without: Collection[str] = ()) -> Any:
    """Adds the filters every view has as options."""
    for name in FIELDS:
        if name not in without and name not in {p.name for p in command.params}:
            command.params.append(Option([f"--{name}"], multiple=True, metavar="VALUE"))
    return command


class _Compare(Command):
    """Help that names the questions, too."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The questions with their titles before the options."""
        lang = language(ctx)
        rows = [(slug, say(lang, f"question.{slug}.title")) for slug in QUESTIONS]
        with formatter.section(say(lang, "cli.compare.questions")):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)


@click.command("compare", cls=_Compare)
@click.argument("question")
@option("--json", "as_json", is_flag=True)
@option("--csv", "as_csv", is_flag=True)
@pass_desk
def command(desk: Desk, /, question: str, as_json: bool, as_csv: bool, **filters: Any) -> None:
    """Answers a question."""
    asked = QUESTIONS.get(question)
    if asked is None:
        near = get_close_matches(question, QUESTIONS, 1) or QUESTIONS
        raise WrongUse("cli.compare.unknown", question=question, known=", ".join(near))
    picked, given = split(asked.choices, pairs(filters))
    find_portals(desk, given)
    selection = select(given, desk.vocabulary, _LARGEST, also=asked.choices)
    with desk.store.session() as session:
        answer = asked.answer(session, desk.vocabulary, selection, desk.lang, **picked)
    if as_json:
        click.echo(json.dumps(to_json(answer, desk.say), ensure_ascii=False))
    elif as_csv:
        click.echo(to_csv(answer, desk.say), nl=False)
    else:
        answers.show(desk, answer)


def find_portals(desk: Desk, given: Iterable[tuple[str, str]]) -> None:
    """WrongUse for a portal nobody knows: a typing error must not look like an empty portal."""
    for name, value in given:
        if name == "portal":
            find_portal(desk, value)


def pairs(filters: dict[str, Any]) -> list[tuple[str, str]]:
    """Option values as parameters of a query string."""
    by_option = {name.replace("-", "_"): name for name in (*FIELDS, *_choices())}
    return [(by_option[key], value) for key, values in filters.items() for value in values]


def with_choices(command: Any) -> Any:
    """Adds what single questions are asked beside the filters as options."""
    for name in _choices():
        command.params.append(Option([f"--{name}"], multiple=True, metavar="VALUE"))
    return command


def _choices() -> tuple[str, ...]:
    found = (name for question in QUESTIONS.values() for name in question.choices)
    return tuple(dict.fromkeys(found))


COMMANDS = (with_choices(with_filters(command)),)
