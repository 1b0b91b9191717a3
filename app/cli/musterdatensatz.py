# SPDX-License-Identifier: EUPL-1.2
"""``musterdatensatz``: assigns titles to kinds of municipal data; trains and measures that."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from app.cli.desk import Desk, pass_desk
from app.cli.failures import Refused, WrongUse
from app.cli.localised import Group, option
from app.cli.musterdatensatz_correct import correct_command
from app.normalise.musterdatensatz_model import WEIGHTS, because, guess, pack
from app.normalise.musterdatensatz_reading import (
    CORRECTION,
    SURE,
    Classifier,
    Kind,
    is_none,
    make_classifier,
    read_title,
)
from app.vocabulary import Vocabulary
from app.vocabulary.files import packaged_folder
from app.vocabulary.musterdaten import Musterdatensatz
from app.vocabulary.musterdaten_examples import read_examples, read_labelled

_SUGGESTED = 0.4
_FOLDS, _FEWEST = 5, 50


@click.group("musterdatensatz", cls=Group)
def group() -> None:
    """Musterdatensätze."""


@group.command("read")
@click.argument("titles", nargs=-1, required=True)
@option("--json", "as_json", is_flag=True)
@pass_desk
def read_command(desk: Desk, titles: tuple[str, ...], as_json: bool) -> None:
    """One answer a title; ``-`` reads JSON objects from standard input."""
    classifier = make_classifier(desk.vocabulary)
    stream = titles == ("-",)
    lines = sys.stdin if stream else (json.dumps({"title": title}) for title in titles)
    for row in answers(desk.vocabulary, classifier, iter(lines)):
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


@group.command("evaluate")
@click.argument("file", type=click.Path(path_type=Path))
@option("--json", "as_json", is_flag=True)
@pass_desk
def evaluate_command(desk: Desk, file: Path, as_json: bool) -> None:
    """Grouped cross-validation on the labelled titles of a file."""
    try:
        from app.normalise.musterdatensatz_evaluation import cross_validate, measure
    except ImportError as error:
        raise Refused("cli.musterdatensatz.needs_scipy") from error
    if not file.is_file():
        raise WrongUse("cli.musterdatensatz.no_file", file=str(file))
    examples = read_labelled(desk.vocabulary, file)
    if len(examples) < _FEWEST:
        raise Refused("cli.musterdatensatz.too_few", file=str(file), least=_FEWEST)
    with click.progressbar(length=_FOLDS, file=sys.stderr) as bar:
        judged = cross_validate(desk.vocabulary, examples, lambda _: bar.update(1))
    figures = measure(judged)._asdict()
    classes = figures.pop("by_class")
    if as_json:
        click.echo(json.dumps(figures | {"by_class": classes}))
        return
    for slug, (titles, right, f1) in classes.items():
        desk.tell("cli.musterdatensatz.class", slug=slug, titles=titles, right=right, f=_two(f1))
    shown = {name.replace("_", "-"): _two(value) for name, value in figures.items()}
    desk.tell("cli.musterdatensatz.figures", **shown)


def _two(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def answers(
    vocabulary: Vocabulary, classifier: Classifier, lines: Iterator[str]
) -> Iterator[dict[str, Any]]:
    """One answer a line; a line that is no object with a title answers ``error``."""
    for line in lines:
        try:
            asked = json.loads(line)
            title, text = str(asked["title"]), str(asked.get("description") or "")
            words = tuple(map(str, asked.get("keywords") or ()))
        except (ValueError, KeyError, TypeError, AttributeError):
            yield {"error": "title"}
            continue
        yield answer(vocabulary, classifier, title, (text, words))


def answer(
    vocabulary: Vocabulary,
    classifier: Classifier,
    title: str,
    more: tuple[str, tuple[str, ...]] = ("", ()),
) -> dict[str, Any]:
    """The answer about one title, as interface programs read it. more: description, keywords."""
    text, keywords = more
    said = next((entry for word in keywords if (entry := _named_by(vocabulary, word))), None)
    if said is not None:
        return _stated(vocabulary, title, said, "keyword")
    if is_none(classifier, title):
        return _silent(title, CORRECTION)
    kind = read_title(classifier, title, text)
    if kind.musterdatensatz.status == "exact" and kind.musterdatensatz.value:
        entry = vocabulary.musterdaten.entries[kind.musterdatensatz.value]
        return _stated(vocabulary, title, entry, kind.musterdatensatz.rule)
    return _learned(vocabulary, classifier, (title, text), kind)


def _learned(
    vocabulary: Vocabulary, classifier: Classifier, text: tuple[str, str], kind: Kind
) -> dict[str, Any]:
    found = guess(classifier.model, *text)
    if found is None:
        return _silent(text[0])
    best, *others = (_named(vocabulary, each.slug, each.confidence) for each in found.choices)
    thema = vocabulary.musterdaten.themen.get(found.thema.slug)
    return {
        "title": text[0],
        **best,
        "status": _status(kind.musterdatensatz.rule == SURE, best["confidence"]),
        "thema": thema.name_de if thema else None,
        "thema_uri": thema.uri if thema else None,
        "thema_status": _status(found.thema_sure, found.thema.confidence),
        "thema_confidence": found.thema.confidence,
        "alternatives": others,
        "because": list(because(classifier.model, text[0], found.choices[0].slug)),
    }


def _silent(title: str, *because: str) -> dict[str, Any]:
    """The answer where nothing speaks for any kind, or an editor said that it is none."""
    return {
        "title": title,
        **dict.fromkeys(("uri", "label")),
        "status": "unsure",
        "confidence": 0.0,
        **dict.fromkeys(("thema", "thema_uri")),
        "thema_status": "unsure",
        "thema_confidence": 0.0,
        "alternatives": [],
        "because": list(because),
    }


def _named_by(vocabulary: Vocabulary, word: str) -> Musterdatensatz | None:
    return vocabulary.musterdaten.by_label(word) if " - " in word else None


def _stated(
    vocabulary: Vocabulary, title: str, entry: Musterdatensatz, rule: str
) -> dict[str, Any]:
    thema = vocabulary.musterdaten.themen.get(entry.thema)
    return {
        "title": title,
        **_named(vocabulary, entry.slug, 1.0),
        "status": "sure",
        "thema": thema.name_de if thema else None,
        "thema_uri": thema.uri if thema else None,
        "thema_status": "sure",
        "thema_confidence": 1.0,
        "alternatives": [],
        "because": [rule],
    }


def _named(vocabulary: Vocabulary, slug: str, confidence: float) -> dict[str, Any]:
    entry = vocabulary.musterdaten.entries[slug]
    return {"uri": entry.uri, "label": entry.label, "confidence": confidence}


def _status(sure: bool, confidence: float) -> str:
    if sure:
        return "sure"
    return "suggestion" if confidence >= _SUGGESTED else "unsure"


group.add_command(correct_command)
COMMANDS = (group,)
