# SPDX-License-Identifier: EUPL-1.2
"""Image, compose file and units name what exists."""

import re

import pytest

from app.cli.commands import group as late
from tests.conftest import ROOT

group = late.load_all()

UNITS = ROOT.glob("packaging/*/*")
FILES = ["compose.yaml", *sorted(str(path.relative_to(ROOT)) for path in UNITS)]


def read(name: str) -> str:
    """A file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_image_copies_what_there_is() -> None:
    copied = re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", read("Dockerfile"))
    sources = [source for line in copied for source in line.split()]
    assert len(sources) > 6
    assert [source for source in sources if not (ROOT / source).exists()] == []
    ignored = read(".dockerignore")
    tops = {source.partition("/")[0] for source in sources}
    assert [top for top in tops if f"!{top}\n" not in ignored] == []


def test_the_image_needs_hashes_and_no_root() -> None:
    text = read("Dockerfile")
    assert "--require-hashes" in text
    assert text.rindex("USER datenspiegel") > text.rindex("RUN ")
    assert "HEALTHCHECK" in text


@pytest.mark.parametrize("name", FILES)
def test_commands_and_options_exist(name: str) -> None:
    started = re.findall(r"command: \[(.+)\]|bin/datenspiegel (.+)", read(name))
    words = [re.split(r"[,\s]+", (first or second).replace('"', "")) for first, second in started]
    assert words
    for command, *options in words:
        known = {option for each in group.commands[command].params for option in each.opts}
        assert {option for option in options if option.startswith("--")} <= known


def test_no_password_is_written_down() -> None:
    assert re.findall(r"PASSWORD: (?!\$\{)", read("compose.yaml")) == []
    assert "datenspiegel:${POSTGRES_PASSWORD:?" in read("compose.yaml")
