# SPDX-License-Identifier: EUPL-1.2
"""``licence check``: may these licences or datasets be combined, and under which licence?"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from app.cli import failures, tables
from app.cli.desk import Desk, pass_desk
from app.cli.localised import Command, option
from app.licensing import LicensingError, check
from app.licensing.answers import to_json
from app.licensing.model import RESULT_TYPES, Clearing, Duty, Input
from app.licensing.requests import from_json, from_line
from app.licensing.wording import cite, name_of
from app.web.pages import clearing_inputs


@click.command("check", cls=Command)
@click.argument("inputs", nargs=-1, required=True)
@option("--result", "result_type", metavar="TYPE", type=click.Choice(RESULT_TYPES))
@option("--target", metavar="ID")
@option("--commercial/--no-commercial", default=True)
@option("--modify/--no-modify", default=None)
@option("--json", "as_json", is_flag=True)
@pass_desk
def check_command(
    desk: Desk,
    inputs: tuple[str, ...],
    result_type: str | None,
    target: str | None,
    commercial: bool,
    modify: bool | None,
    as_json: bool,
) -> None:
    """One verdict; ``-`` reads a JSON request a line and answers each with one line."""
    if inputs == ("-",):
        lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        sys.exit(_stream(desk, lines))
    if result_type is None:
        raise failures.WrongUse("licensing.result_missing", known=", ".join(RESULT_TYPES))
    asked: dict[str, object] = {
        "inputs": list(inputs),
        "result_type": result_type,
        "commercial": commercial,
        "target": target,
    }
    if modify is not None:
        asked["modify"] = modify
    licences = desk.vocabulary.licences
    clearing = check(licences, from_json(licences, asked, lambda names: _resolve(desk, names)))
    if as_json:
        click.echo(_line(to_json(clearing, desk.lang)))
    else:
        _show(desk, clearing)


def _stream(desk: Desk, lines: Iterable[str]) -> int:
    """Answers every line; 1 when one of them was no request."""
    status = 0
    for answer in _answers(desk, lines):
        status = 1 if "error" in answer else status
        click.echo(_line(answer))
    return status


def _answers(desk: Desk, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    licences = desk.vocabulary.licences
    for line in lines:
        try:
            asked = from_line(licences, line.rstrip("\r\n"), lambda names: _resolve(desk, names))
            yield to_json(check(licences, asked), desk.lang)
        except LicensingError as error:
            yield {"error": failures.sentence(desk.lang, error.code, error.params)}


def _resolve(desk: Desk, names: tuple[str, ...]) -> Mapping[str, tuple[Input, ...]]:
    if desk.glance is None:
        return {}
    with desk.glance.session() as session:
        return clearing_inputs.resolve(session, names)


def _line(answer: Mapping[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)


def _show(desk: Desk, clearing: Clearing) -> None:
    """The answer as text; what a provider said is cleaned for the terminal."""
    licences, lang = desk.vocabulary.licences, desk.lang
    verdict = desk.say(f"licensing.verdict.{clearing.verdict}")
    confidence = desk.say(f"licensing.confidence.{clearing.confidence.replace(' ', '_')}")
    _tell(desk, "licensing.says", verdict=verdict, confidence=confidence)
    if clearing.target:
        _tell(desk, "licensing.target", target=name_of(licences, clearing.target, lang))
    _list(desk, "licensing.steps", [step.text.say(lang) for step in clearing.steps])
    _list(desk, "licensing.clash", clearing.clash)
    reasons = [
        f"{each.input}: {each.text.say(lang)}{_cited(desk, each.clause)}"
        for each in clearing.reasons
    ]
    _list(desk, "licensing.reasons", reasons)
    duties = [
        f"{duty.text.say(lang)} ({_words(desk, duty)}{'; ?' * duty.disputed})"
        for duty in clearing.duties
    ]
    _list(desk, "licensing.duties", duties)
    _list(desk, "licensing.ask", [asked.text.say(lang) for asked in clearing.ask_provider])
    others = [target.id for target in clearing.targets]
    _list(desk, "licensing.targets", [", ".join(others)] if others else [])
    _list(desk, "licensing.hints", [hint.say(lang) for hint in clearing.hints])
    _tell(desk, "licensing.no_advice")


def _cited(desk: Desk, clause: str) -> str:
    return f" ({cite(desk.vocabulary.licences, clause, desk.lang)})" if clause else ""


def _words(desk: Desk, duty: Duty) -> str:
    return cite(desk.vocabulary.licences, duty.clause, desk.lang) or duty.because_of


def _list(desk: Desk, head: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if not found:
        return
    click.echo()
    _tell(desk, head)
    for line in found:
        click.echo(f"  - {tables.plain(line)}")


def _tell(desk: Desk, code: str, **params: object) -> None:
    click.echo(tables.plain(desk.say(code, **params)))


COMMANDS = (check_command,)
