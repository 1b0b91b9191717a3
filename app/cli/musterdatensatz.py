# SPDX-License-Identifier: EUPL-1.2
"""``musterdatensatz``: assigns titles to kinds of municipal data, and trains what does it."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused
from app.cli.localised import Group, option
from app.normalise.musterdatensatz_model import WEIGHTS, Model, because, guess, load_model, pack
from app.vocabulary import Vocabulary
from app.vocabulary.files import packaged_folder
from app.vocabulary.musterdaten_examples import read_examples

_SUGGESTED = 0.4


@click.group("musterdatensatz", cls=Group)
def group() -> None:
    """Musterdatensätze."""


@group.command("read")
@click.argument("titles", nargs=-1, required=True)
@option("--json", "as_json", is_flag=True)
@pass_desk
def read_command(desk: Desk, titles: tuple[str, ...], as_json: bool) -> None:
    """One answer a title; ``-`` reads JSON objects from standard input."""
    model = load_model(desk.vocabulary.shelf)
    stream = titles == ("-",)
    lines = sys.stdin if stream else (json.dumps({"title": title}) for title in titles)
    for row in answers(desk.vocabulary, model, iter(lines)):
        if as_json or stream:
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(f"{row['title']}: {row['label']} ({row['status']})")


@group.command("train")
@option("--packaged", is_flag=True)
@pass_desk
def train_command(desk: Desk, packaged: bool) -> None:
    """Rewrites the weights; the same tables give the same bytes."""
    try:
        from app.normalise.musterdatensatz_training import train
    except ImportError as error:
        raise Refused("cli.musterdatensatz.needs_scipy") from error
    vocabulary = desk.vocabulary
    file = (packaged_folder() if packaged else desk.overlay) / WEIGHTS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pack(train(vocabulary, read_examples(vocabulary.shelf))))
    desk.tell("cli.musterdatensatz.trained", file=str(file))


def answers(vocabulary: Vocabulary, model: Model, lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """One answer a line; a line that is no object with a title answers ``error``."""
    for line in lines:
        try:
            asked = json.loads(line)
            title, text = str(asked["title"]), str(asked.get("description") or "")
        except (ValueError, KeyError, TypeError, AttributeError):
            yield {"error": "title"}
            continue
        yield answer(vocabulary, model, title, text)


def answer(vocabulary: Vocabulary, model: Model, title: str, text: str) -> dict[str, Any]:
    """The answer about one title, as interface programs read it."""
    found = guess(model, title, text)
    if found is None:
        return {"title": title, "uri": None, "label": None, "status": "unsure", "confidence": 0.0}
    best, *others = (_named(vocabulary, each.slug, each.confidence) for each in found.choices)
    thema = vocabulary.musterdaten.themen.get(found.thema.slug)
    return {
        "title": title,
        **best,
        "status": _status(found.sure, best["confidence"]),
        "thema": thema.name_de if thema else None,
        "thema_uri": thema.uri if thema else None,
        "thema_status": _status(found.thema_sure, found.thema.confidence),
        "thema_confidence": found.thema.confidence,
        "alternatives": others,
        "because": list(because(model, title, found.choices[0].slug)),
    }


def _named(vocabulary: Vocabulary, slug: str, confidence: float) -> dict[str, Any]:
    entry = vocabulary.musterdaten.entries[slug]
    return {"uri": entry.uri, "label": entry.label, "confidence": confidence}


def _status(sure: bool, confidence: float) -> str:
    if sure:
        return "sure"
    return "suggestion" if confidence >= _SUGGESTED else "unsure"


COMMANDS = (group,)
