# SPDX-License-Identifier: EUPL-1.2
"""Every command explains itself in both languages, with an example that can be used."""

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from app.cli.commands import group as late
from app.compare import QUESTIONS
from app.web.messages import LANGUAGES
from tests.cli.conftest import Command

group = late.load_all()

INTERFACE = {"up", "harvest", "portals", "runs", "findings", "renormalise", "serve", "compare",
             "export", "vocab"}  # fmt: skip
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Show this|Error|Try|No such)\b")
GERMAN = re.compile(r"\b(Aufruf|Optionen|Befehle|zeigen|Beispiel)\b")


def paths(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    """Every command and group, with the words that call it."""
    yield path
    if isinstance(command, click.Group):
        for name, inner in sorted(command.commands.items()):
            yield from paths(inner, *path, name)


PATHS = list(paths(group))


def test_the_commands_of_the_interface_are_there() -> None:
    assert {path[0] for path in PATHS if path} >= INTERFACE
    assert {("runs", "accept"), ("runs", "reject"), ("vocab", "check"), ("vocab", "update")} <= set(
        PATHS
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_with_an_example(command: Command, path: tuple[str, ...], lang: str) -> None:
    said = command("--lang", lang, *path, "--help")
    assert (said.status, said.err) == (0, "")
    word = {"de": "Beispiel: ", "en": "Example: "}[lang]
    example = " ".join(said.out.partition(word)[2].partition("\n\n")[0].split())
    assert shlex.split(example)[0] == "datenspiegel"
    assert shlex.split(example)[1 : len(path) + 1] == list(path) or not path
    assert not (ENGLISH if lang == "de" else GERMAN).search(said.out)
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize("path", [path for path in PATHS if path], ids=" ".join)
def test_the_example_can_be_parsed(command: Command, path: tuple[str, ...]) -> None:
    said = command(*path, "--help")
    example = " ".join(said.out.partition("Beispiel: ")[2].partition("\n\n")[0].split())
    here: click.Command = group
    words = shlex.split(example)[1:]
    while isinstance(here, click.Group) and words and words[0] in here.commands:
        here = here.commands[words.pop(0)]
    if words:
        here.make_context("x", words)


def test_the_language_of_the_environment_counts(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATENSPIEGEL_LANG", "en")
    assert "Usage: " in command("--help").out
    assert "Aufruf: " in command("--lang=de", "--help").out
    assert "Aufruf: " in command("--lang", "de", "harvest", "-h").out


def test_without_a_command_the_help_is_shown(command: Command) -> None:
    said = command()
    assert said.status == 2
    assert "harvest" in said.err


def test_the_version_is_told(command: Command) -> None:
    assert command("--version").out.startswith("datenspiegel, ")


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_in_german_has_no_english_of_the_library(
    command: Command, path: tuple[str, ...]
) -> None:
    said = command("--lang", "de", *path, "--help").out
    assert not re.search(r"RANGE|required|default:|x>=|<=x", said)


def test_the_help_of_compare_names_every_question(command: Command) -> None:
    for lang in LANGUAGES:
        said = command("--lang", lang, "compare", "--help").out
        assert set(QUESTIONS) <= set(said.split())
