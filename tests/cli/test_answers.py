# SPDX-License-Identifier: EUPL-1.2
"""``compare``, ``export`` and ``vocab``: tables that fit, output that is clean."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.cli.conftest import Command, Said, one_off
from tests.intake.making import catalogue, dataset, person

QUESTION = "haeufigste-datenbestaende"
TITLES = ("Baumkataster", "Radwege", "Spielplätze", "Haushaltsplan", "Ampelanlagen")
FORMATS = ("CSV", "GeoJSON", "GML", "KML", "XLSX")


@pytest.fixture
def town(command: Command, folder: Path) -> Said:
    """Rostock with holdings in five formats each."""
    parts = []
    for number, title in enumerate(TITLES):
        for at, format in enumerate(FORMATS):
            text = dataset(number * 10 + at, title, person(number, "Rosa", "Blumenfeld"))
            parts.append(text.replace('"CSV"', f'"{format}"'))
    (folder / "k.ttl").write_text(catalogue(parts))
    return command(*one_off(folder / "k.ttl", "--ags", "13003000"))


def test_the_table_fits(command: Command, town: Said) -> None:
    said = command("compare", QUESTION)
    assert said.status == 0
    table = said.out.partition("\n\n")[0].splitlines()
    assert max(len(line.rstrip()) for line in table) <= 120
    assert len(table) >= 4
    assert "cc-by-4.0:1" in said.out
    assert "…+2" in said.out
    row = next(line for line in table if "Baum" in line)
    assert "100 %" in row
    assert "Grundgesamtheit" in said.err
    assert "--json" in said.out


def test_the_same_answer_for_programs(command: Command, town: Said) -> None:
    answer = command("compare", QUESTION, "--json").json()
    assert answer["question"] == QUESTION
    rows = list(csv.reader(io.StringIO(command("compare", QUESTION, "--csv").out)))
    assert len(rows) == len(answer["rows"]) + 1
    assert {len(row) for row in rows} == {len(answer["columns"])}
    english = command("--lang", "en", "compare", QUESTION, "--json").json()
    assert english["title"] != answer["title"]


def test_filters_narrow(command: Command, town: Said) -> None:
    everything = command("compare", QUESTION, "--json").json()["total"]
    assert everything > 2
    for words in (["--land", "05"], ["--lizenz", "cc0-1.0"]):
        answer = command("compare", QUESTION, *words, "--json").json()
        assert answer["total"] < everything
    one = command("compare", QUESTION, "--pro-seite", "1", "--json").json()
    assert (len(one["rows"]), one["total"]) == (1, everything)


def test_an_empty_store_answers(command: Command) -> None:
    said = command("compare", QUESTION)
    assert said.status == 0
    assert command("compare", QUESTION, "--json").json()["rows"] == []


@pytest.mark.parametrize("syntax", ["ttl", "rdf", "jsonld", "nt"])
def test_export_to_standard_output_is_clean(command: Command, town: Said, syntax: str) -> None:
    said = command("export", "-", "--format", syntax)
    assert said.status == 0
    formats = {
        "ttl": ox.RdfFormat.TURTLE,
        "rdf": ox.RdfFormat.RDF_XML,
        "jsonld": ox.RdfFormat.JSON_LD,
        "nt": ox.RdfFormat.N_TRIPLES,
    }
    triples = list(ox.parse(said.out, format=formats[syntax]))
    assert len(triples) > 100
    assert "25 Datensätze" in said.err


def test_export_into_a_file(command: Command, town: Said, folder: Path) -> None:
    said = command("export", "aus.rdf", "--portal", "musterstadt", "--json")
    assert said.status == 0
    assert said.json()["datasets"] == 25
    assert (folder / "aus.rdf").read_text().startswith("<?xml")
    assert (folder / "aus.rdf").stat().st_mode & 0o777 == 0o644
    assert [path.name for path in folder.iterdir() if path.name.startswith(".aus")] == []
    assert command("export", "aus.rdf", "--portal", "andere").status in (0, 2)


@pytest.mark.parametrize("target", ["fehlt/aus.ttl", "ordner.ttl"])
def test_a_target_that_cannot_be_written(
    command: Command, town: Said, folder: Path, target: str
) -> None:
    (folder / "ordner.ttl").mkdir()
    said = command("export", target)
    assert said.status == 1
    assert "lässt sich nicht schreiben" in said.sentence()
    assert target in said.sentence()
    assert list(folder.rglob(".*ttl*")) == []


def test_a_failing_export_leaves_the_old_file(
    command: Command, town: Said, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "aus.ttl").write_text("alt")

    def burst(*given: object) -> None:
        raise OSError(28, "No space left on device", "aus.ttl")

    monkeypatch.setattr("app.cli.export.write", burst)
    assert command("export", "aus.ttl").status == 1
    assert (folder / "aus.ttl").read_text() == "alt"
    assert {path.name for path in folder.iterdir()} == {"aus.ttl", "k.ttl", "data"}


def test_the_packaged_vocabularies_are_sound(command: Command) -> None:
    said = command("vocab", "check")
    assert (said.status, said.err) == (0, "")
    assert said.out == "Alle Vokabulare sind in Ordnung.\n"
    assert command("vocab", "check", "--json").json() == []


def test_vocab_update_needs_a_folder_with_something(command: Command, folder: Path) -> None:
    (folder / "leer").mkdir()
    missing = command("vocab", "update", "--from", "fehlt")
    assert missing.status in (1, 2)
    assert "fehlt" in missing.sentence()
    said = command("vocab", "update", "--from", "leer")
    assert "Traceback" not in said.err
    assert "leer" in said.err + said.out or "0 Dateien" in said.out


@pytest.mark.shared
def test_vocab_update_writes_into_the_data_folder(
    command: Command, shared: Path, folder: Path
) -> None:
    said = command("vocab", "update", "--from", str(shared / "facts"), "--json")
    assert said.status == 0, said.err
    changes = json.loads(said.out)
    assert all({"file", "added", "changed", "removed"} <= set(change) for change in changes)
    written = {path.name for path in (folder / "data" / "vocab").rglob("*") if path.is_file()}
    assert {Path(change["file"]).name for change in changes} <= written | {""}
    assert command("renormalise").status == 0
