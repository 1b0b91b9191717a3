# SPDX-License-Identifier: EUPL-1.2
"""What the image, the composition and the units name is there: files, variables, commands."""

import re
import shlex
import tomllib
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError

import click
import pytest

import app
from app.cli.commands import group as late
from tests.conftest import ROOT

UNITS = sorted((ROOT / "packaging" / "systemd").glob("*.service"))
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = (ROOT / "compose.yaml").read_text()


def copied() -> list[str]:
    """What the Dockerfile takes out of the project."""
    lines = re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.M)
    return [name for line in lines for name in line.split()[:-1]]


def started() -> list[list[str]]:
    """The arguments that units, composition and image give to the command."""
    units = [re.findall(r"^ExecStart=\S+ (.+)$", unit.read_text(), re.M) for unit in UNITS]
    listed = re.findall(r"^\s+command: \[(.+)\]$", COMPOSE, re.M)
    listed += re.findall(r"^CMD \[(.+)\]$", DOCKERFILE, re.M)
    words = [shlex.split(line) for found in units for line in found]
    return [*words, *([part.strip().strip('"') for part in line.split(",")] for line in listed)]


def test_the_image_gets_what_it_copies() -> None:
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    let_in = [line[1:] for line in ignored if line.startswith("!")]
    assert len(copied()) > 8
    for name in copied():
        assert (ROOT / name).exists(), name
        assert any(fnmatch(name, each) or name.startswith(f"{each}/") for each in let_in), name


def test_the_commands_exist_with_their_options() -> None:
    commands = late.load_all()
    assert len(started()) == 5
    for words in started():
        name, *rest = words
        command = commands.commands[name]
        with click.Context(commands, info_name="datenspiegel") as above:
            command.make_context(name, list(rest), parent=above)


def test_the_variables_are_read_by_somebody() -> None:
    texts = [DOCKERFILE, COMPOSE, *(unit.read_text() for unit in UNITS)]
    named = set(re.findall(r"DATENSPIEGEL_[A-Z_]+", "".join(texts)))
    code = "".join(file.read_text() for file in (ROOT / "app").rglob("*.py"))
    assert len(named) >= 3
    assert {name for name in named if f'"{name}"' not in code} == set()


def test_a_folder_that_is_not_installed_knows_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(app, "_installed", nothing)
    said = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert app.version() == said != "0"
