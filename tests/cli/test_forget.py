# SPDX-License-Identifier: EUPL-1.2
"""``forget`` as an operator uses it: counts first, refuses what is too short or too common."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Command, one_off
from tests.intake.making import catalogue, dataset, person

NAME = "Zenobia Quitterstein"
PERSON = person(1, "Zenobia", "Quitterstein")


@pytest.fixture
def filled(command: Command, folder: Path) -> None:
    """A store with the person in one dataset and a common word in thirty."""
    file = folder.parent / f"{folder.name}-katalog.ttl"
    parts = [dataset(1, f"Karte von {NAME}", PERSON)]
    file.write_text(catalogue([*parts, *(dataset(n, f"Quaxen {n}") for n in range(2, 32))]))
    assert command(*one_off(file)).status == 0


def bytes_of(folder: Path) -> bytes:
    """All bytes of all files of the data folder, in small letters."""
    return b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file()).lower()


@pytest.mark.usefixtures("filled")
def test_counts_then_erases(command: Command, folder: Path) -> None:
    would = command("forget", NAME, "--dry-run", "--json").json()
    assert (would["dry_run"], would["datasets"], would["persons"]) == (True, 1, 1)
    assert b"quitterstein" in bytes_of(folder)
    command("backup", "b.zip")
    (folder / "data" / "notes.txt").write_text(f"call {NAME}")
    said = command("forget", NAME, "--json").json()
    assert said["rows"] == would["rows"]
    assert said["elsewhere"] == ["data/notes.txt"]
    (folder / "data" / "notes.txt").unlink()
    assert b"quitterstein" not in bytes_of(folder / "data")
    assert command("restore", "b.zip", "--replace", "--json").json()["masked"] > 0
    assert b"quitterstein" not in bytes_of(folder / "data")
    assert command("forget", NAME, "--json").json()["rows"] == 0


@pytest.mark.usefixtures("filled")
def test_the_term_may_come_from_standard_input(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NAME}\n"))
    said = command("forget", "-")
    assert said.status == 0
    assert NAME not in said.out


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("term", "word"), [("Eva", "--force"), ("Quaxen", "30"), ("…", "Name")])
def test_refuses_what_may_hit_others(command: Command, term: str, word: str) -> None:
    said = command("forget", term)
    assert said.status == 1
    assert word in said.sentence()


@pytest.mark.usefixtures("filled")
def test_unless_forced(command: Command) -> None:
    assert command("forget", "Quaxen", "--force", "--json").json()["datasets"] == 30
