# SPDX-License-Identifier: EUPL-1.2
"""``portals remove``: asks, takes a portal out of the store, with its history or without."""

from pathlib import Path

import pytest

from app.cli import portals_remove
from tests.cli.conftest import Command, Said

REMOVE = ("portals", "remove", "musterstadt")


class Terminal:
    """Stands in for standard input with somebody in front of it."""

    def isatty(self) -> bool:
        """Somebody can answer."""
        return True


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person at the terminal says, one a question."""
    said: list[str] = []
    monkeypatch.setattr(portals_remove.sys, "stdin", Terminal())
    monkeypatch.setattr(portals_remove.click, "prompt", lambda *_, **__: said.pop(0))
    return said


def held(command: Command) -> dict[str, int]:
    """How many datasets each portal of the store has."""
    return {each["portal"]: each["datasets"] for each in command("portals", "--json").json()}


def test_all_of_it_goes(command: Command, harvested: Said, folder: Path) -> None:
    assert harvested.status == 0 and held(command) == {"musterstadt": 3}
    said = command(*REMOVE, "--yes")
    assert (said.status, said.err) == (0, "")
    assert "3 Datensätze" in said.out and "1 Abruf" in said.out
    assert held(command) == {}
    assert not [path for path in folder.rglob("*-run-*") if path.is_dir()]
    assert command("runs", "--json").json() == []


def test_the_history_may_stay_and_a_harvest_brings_it_back(
    command: Command, harvested: Said, catalogue_file: Path
) -> None:
    said = command(*REMOVE, "--keep-history", "--yes", "--json")
    assert said.json() == {"portal": "musterstadt", "datasets": 3, "history_kept": True}
    assert held(command) == {"musterstadt": 0}
    newest, first = command("runs", "--json").json()
    assert (newest["retired"], first["added"]) == (3, 3)
    assert "aus dem Bestand genommen" in command("portals").out
    back = command(
        *("harvest", "--kind", "dcat", "--url", str(catalogue_file), "--portal", "musterstadt")
    )
    assert back.status == 0 and held(command) == {"musterstadt": 3}


def test_one_that_never_succeeded_goes_too(command: Command, folder: Path) -> None:
    empty = folder / "leer.ttl"
    empty.write_text("", encoding="utf-8")
    assert command("harvest", "--kind", "dcat", "--url", str(empty), "--portal", "leer").status == 1
    assert held(command) == {"leer": 0}
    assert command("portals", "remove", "leer", "--yes").status == 0
    assert held(command) == {}


def test_nobody_asked_and_nothing_said_is_wrong_use(command: Command, harvested: Said) -> None:
    said = command(*REMOVE)
    assert said.status == 2 and "--yes" in said.sentence()
    assert held(command) == {"musterstadt": 3}


@pytest.mark.parametrize(("words", "status", "left"), [("ja", 0, 0), ("", 1, 3), ("n", 1, 3)])
def test_a_person_is_asked(
    command: Command, harvested: Said, answer: list[str], words: str, status: int, left: int
) -> None:
    answer.append(words)
    said = command(*REMOVE, "--keep-history")
    assert said.status == status and "3 Datensätze von musterstadt" in said.err
    assert held(command) == {"musterstadt": left}


def test_what_stands_in_the_configuration_comes_back_and_that_is_said(
    command: Command, catalogue_file: Path
) -> None:
    file = Path("config.toml")
    block = f'[[portal]]\nid = "musterstadt"\nkind = "dcat"\nurl = "{catalogue_file.as_uri()}"\n'
    file.write_text(block, encoding="utf-8")
    said = command(*REMOVE, "--yes")
    assert said.status == 1 and "[[portal]]" in said.sentence()
    assert command("harvest", "musterstadt").status == 0
    said = command(*REMOVE, "--yes")
    assert said.status == 0 and "config.toml" in said.err
    assert file.read_text(encoding="utf-8") == block


def test_unknown_ones_and_the_demonstration_are_refused(command: Command, harvested: Said) -> None:
    said = command("portals", "remove", "musterstat", "--yes")
    assert said.status == 2 and "musterstadt" in said.sentence()
    said = command("portals", "remove", "demonstration", "--yes")
    assert said.status == 1 and "demo remove" in said.sentence()
