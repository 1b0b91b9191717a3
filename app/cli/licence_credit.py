# SPDX-License-Identifier: EUPL-1.2
"""``licence credit``: the credit line for stored datasets, or for what JSON lines describe."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import click

from app.cli.desk import Desk, pass_desk
from app.cli.failures import WrongUse
from app.cli.localised import Command, option
from app.licensing import credit_answer, credit_requests
from app.licensing.credit import Credit, Entry, Result, Source, credit
from app.licensing.credit_escape import clean
from app.licensing.credit_sources import sources_of
from app.licensing.errors import LicensingError
from app.licensing.model import RESULT_TYPES
from app.store import stored
from app.web.messages import LANGUAGES, say

FORMS = ("text", "html", "markdown", "json", "rdf")
_LONGEST_LINE = 1_000_000


# ``--changed`` without words: the data were changed, no matter how.
SOMEHOW = " "


@click.command("credit", cls=Command)
@click.argument("dataset", nargs=-1)
@option("--changed", metavar="[TEXT]", is_flag=False, flag_value=SOMEHOW)
@option("--target", metavar="ID")
@option("--result", type=click.Choice(RESULT_TYPES), metavar="TYPE")
@option("--by", metavar="NAME")
@option("--format", "form", type=click.Choice(FORMS), default="text")
@option("--lang", "language", type=click.Choice(LANGUAGES))
@option("--json", "as_json", is_flag=True)
@pass_desk
def credit_command(
    desk: Desk,
    dataset: tuple[str, ...],
    changed: str | None,
    target: str | None,
    result: str | None,
    by: str | None,
    form: str,
    language: str | None,
    as_json: bool,
) -> None:
    """Writes the credit line; notes for the reader go to standard error."""
    lang = language or desk.lang
    try:
        asked = Result(
            credit_requests.target_of(target, desk.vocabulary.licences),
            by or "",
            next((known for known in RESULT_TYPES if known == result), None),
        )
        make = partial(_credit, desk, asked)
        if as_json and dataset == ("-",):
            return _stream(desk, lang, changed, make)
        sources = _read(desk, changed) if dataset == ("-",) else _stored(desk, dataset, changed)
    except LicensingError as error:
        raise WrongUse(error.code, **error.params) from error
    _show(make(sources), lang, "json" if as_json else form)


def _credit(desk: Desk, result: Result, sources: tuple[Source, ...]) -> Credit:
    vocabulary = desk.vocabulary
    return credit(sources, vocabulary.licences, vocabulary.credit_rules, result)


def _show(made: Credit, lang: str, form: str) -> None:
    answer = credit_answer.answer(made, lang, partial(say, lang))
    if form == "json":
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    text = str(answer[form])
    if text:
        click.echo(text, nl=not text.endswith("\n"))
    told = (note for entry in made.entries for note in _notes(entry, lang))
    for note in dict.fromkeys(told):
        click.echo(note, err=True)


def _notes(entry: Entry, lang: str) -> Iterator[str]:
    for note in credit_answer.notes(entry, lang, partial(say, lang)):
        yield f"{entry.dataset}: {note}"


def _stored(desk: Desk, ids: tuple[str, ...], changed: str | None) -> tuple[Source, ...]:
    """The sources of stored datasets, live or retired."""
    credit_requests.check_count(len(ids))
    with desk.store.session() as session:
        found = stored.load(session, ids)
    if "-" in ids:
        raise LicensingError("credit.error.dash_alone")
    unknown = next((id for id in ids if id not in found), None)
    if unknown is not None:
        raise LicensingError("credit.error.unknown_dataset", dataset=unknown[:80])
    notice = changed.strip() if changed else None
    return tuple(s for id in ids for s in sources_of(found[id].dataset, id, notice))


def _read(desk: Desk, changed: str | None) -> tuple[Source, ...]:
    """All lines of standard input together."""
    found: list[Source] = []
    for number, text in _lines():
        try:
            found += _sources(desk, text, changed)
            credit_requests.check_count(len(found))
        except LicensingError as error:
            problem = desk.say(error.code, **error.params)
            raise WrongUse("credit.error.in_line", line=number, problem=problem) from error
    credit_requests.check_count(len(found))
    return tuple(found)


def _stream(
    desk: Desk, lang: str, changed: str | None, make: Callable[[tuple[Source, ...]], Credit]
) -> None:
    """One answer a line; a bad line answers with its error and the stream goes on."""
    failed, answered = False, 0
    for _, text in _lines():
        answered += 1
        try:
            made = make(tuple(_sources(desk, text, changed)))
            answer = credit_answer.answer(made, lang, partial(say, lang))
        except LicensingError as error:
            answer, failed = {"error": say(lang, error.code, **error.params)}, True
        click.echo(json.dumps(answer, ensure_ascii=False))
    credit_requests.check_count(min(answered, 1))
    if failed:
        sys.exit(1)


def _sources(desk: Desk, text: str, changed: str | None) -> tuple[Source, ...]:
    """The sources of a line; ``--changed`` counts where the line says nothing of its own."""
    if len(text) >= _LONGEST_LINE:
        raise LicensingError("credit.error.too_long", key="-", most=_LONGEST_LINE)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        shown = clean(text[:80])
        raise LicensingError("credit.error.not_an_object", value=shown) from error
    found = credit_requests.sources_from_json(value, desk.vocabulary.licences)
    if not changed:
        return found
    return tuple(s if s.changed is not None else replace(s, changed=changed.strip()) for s in found)


def _lines() -> Iterator[tuple[int, str]]:
    """The lines of standard input that are not empty, cut where they are too long to be meant."""
    stream = sys.stdin.buffer
    number = 0
    while raw := stream.readline(_LONGEST_LINE):
        number += 1
        while len(raw) == _LONGEST_LINE and not raw.endswith(b"\n"):
            rest = stream.readline(_LONGEST_LINE)
            if len(rest) < _LONGEST_LINE or rest.endswith(b"\n"):
                break
        text = raw.decode("utf-8", "replace").strip()
        if text:
            yield number, text


COMMANDS = (credit_command,)
