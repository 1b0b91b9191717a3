# SPDX-License-Identifier: EUPL-1.2
"""``musterdatensatz correct``: kept as data, in force at the next renormalise; wrong use."""

import csv
from pathlib import Path

import pytest

from app.model.identity import dataset_id
from app.store import dataset_queries, open_store
from tests.cli.conftest import Command

TREES = "floraUndFauna--baumbestand--baumkataster"
MONUMENTS = "https://musterdatenkatalog.de/def/musterdatensatz/kultur/denkmal"
FEED = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://daten.example/d/1> a dcat:Dataset ; dct:title "Grüne Riesen"@de ;
  dct:publisher [ a foaf:Agent ; foaf:name "Stadt Kiel" ] .
"""


@pytest.fixture
def identifier(command: Command, folder: Path) -> str:
    (folder / "katalog.ttl").write_text(FEED, encoding="utf-8")
    path = str(folder / "katalog.ttl")
    said = command(
        "harvest", "--kind", "dcat", "--url", path, "--portal", "kiel", "--ags", "01002000"
    )
    assert said.status == 0, said.err
    return dataset_id("kiel", "https://daten.example/d/1")


def kind_of(folder: Path, identifier: str) -> tuple[str | None, str]:
    database = folder / "data" / "datenspiegel.sqlite"
    store = open_store(f"sqlite:///{database}")
    with store.session() as session:
        found = dataset_queries.get(session, identifier)
    store.close()
    assert found is not None
    reading = found.dataset.musterdatensatz
    return reading.value, reading.rule


def test_a_correction_is_in_force_after_renormalise(
    command: Command, folder: Path, identifier: str
) -> None:
    before = kind_of(folder, identifier)
    assert before[1] != "correction"
    said = command("musterdatensatz", "correct", identifier, MONUMENTS, "--reason", "Denkmäler")
    assert said.status == 0, said.err
    assert "Grüne Riesen" in said.out
    assert "renormalise" in said.out
    assert kind_of(folder, identifier) == before
    assert command("renormalise").status == 0
    assert kind_of(folder, identifier) == ("kultur--denkmal", "correction")


def test_corrections_are_sorted_dated_and_replaced(command: Command, folder: Path) -> None:
    for title, kind in (("Zebra", TREES), ("Ameisen", MONUMENTS), ("zebra", "Sonstiges")):
        assert command("musterdatensatz", "correct", title, kind).status == 0
    (file,) = folder.rglob("corrections.csv")
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["title"], row["slug"]) for row in rows] == [
        ("Ameisen", "kultur--denkmal"),
        ("zebra", ""),
    ]
    assert all(len(row["date"]) == 10 for row in rows)
    assert "unsure" not in command("musterdatensatz", "read", "Ameisen").out


@pytest.mark.parametrize(
    "wrong",
    ["https://musterdatenkatalog.de/def/musterdatensatz/kultur", "kultur--denkmahl", "-"],
)
def test_what_is_no_kind_is_one_sentence(command: Command, wrong: str) -> None:
    said = command("musterdatensatz", "correct", "Bäume", wrong)
    assert said.status == 2
    assert wrong in said.sentence()
