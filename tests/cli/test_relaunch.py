# SPDX-License-Identifier: EUPL-1.2
"""``runs RUN`` and ``runs accept --relaunch``: a rebuilt portal at the command line (H13)."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command, one_off
from tests.intake.making import towns


@pytest.fixture
def rebuilt(command: Command, catalogue_file: Path) -> Path:
    """Run 2 waits: all of twenty datasets have other identifiers, the last one is another."""
    catalogue_file.write_text(towns(*range(20)))
    assert command(*one_off(catalogue_file)).status == 0
    text = towns(*range(19), 77).replace("/datensatz/", "/katalog/satz-")
    catalogue_file.write_text(text)
    assert command(*one_off(catalogue_file)).status == 1
    return catalogue_file


def test_a_run_shows_what_it_recognised(command: Command, rebuilt: Path) -> None:
    said = command("runs", "2")
    assert said.status == 0
    assert "19 Datensätze sind unter neuer Kennung wiedererkannt" in said.out
    assert "runs accept --relaunch 2" in said.out
    assert "Adresse einer Datei" in said.out
    answer = command("runs", "2", "--json").json()
    assert (answer["run"], answer["state"], len(answer["relaunch"])) == (2, "quarantined", 19)
    first = answer["relaunch"][0]
    assert first.keys() == {"dataset", "former", "identifier", "rule", "title"}
    assert first["former"].replace("/datensatz/", "/katalog/satz-") == first["identifier"]


def test_a_relaunch_is_accepted(command: Command, rebuilt: Path) -> None:
    answer = command("runs", "accept", "--relaunch", "2", "--json").json()
    assert (answer["state"], answer["added"], answer["changed"]) == ("complete", 1, 19)
    assert "wiedererkannt" in command("runs", "2").out
    assert command("portals", "--json").json()[0]["datasets"] == 21


def test_one_without_a_relaunch_is_refused(command: Command, catalogue_file: Path) -> None:
    catalogue_file.write_text(towns(*range(20)))
    command(*one_off(catalogue_file))
    catalogue_file.write_text(towns(1))
    command(*one_off(catalogue_file))
    said = command("runs", "accept", "--relaunch", "2")
    assert said.status == 1
    assert "Abruf 2 hat keine Datensätze unter neuer Kennung erkannt" in said.sentence()
    assert command("runs", "accept", "2").status == 0


def test_an_unknown_run_is_named(command: Command, rebuilt: Path) -> None:
    said = command("runs", "99")
    assert said.status == 1
    assert "Den Abruf 99 gibt es nicht" in said.sentence()
    assert command("runs", "99999999999").status == 2
