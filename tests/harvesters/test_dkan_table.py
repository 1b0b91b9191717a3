# SPDX-License-Identifier: EUPL-1.2
"""The metadata of a DKAN portal saved as a table, or one row of it as JSON."""

import json
from collections import Counter
from pathlib import Path

import pytest

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import RawPeriod, Record, Text
from tests.harvesters.kind_reading import FIXTURES, open_text, read_file, records

ROW = {
    "Dataset-Name": "beispiel",
    "Titel": "Beispiel",
    "Groups": '"Stadt Steinau" (1)',
    "License": "https://www.govdata.de/dl-de/by-2-0",
    "Resource-ID": "r",
    "Resource-Name": "Datei",
    "Format": "csv",
    "Resource-Url": "https://daten.steinau.example/r.csv",
}


@pytest.fixture(scope="module")
def playgrounds() -> Record:
    return read_file("dkan", "table.csv")[0]


def test_rows_below_a_dataset_are_its_resources(playgrounds: Record) -> None:
    assert [each.identifier for each in read_file("dkan", "table.csv")] == ["d-1", "d-2"]
    table, map_ = playgrounds.distributions
    assert (table.titles, table.formats) == ((Text("Tabelle"),), ("csv",))
    assert map_.access_urls == ("https://daten.steinau.example/spiel.pdf",)
    assert read_file("dkan", "table.csv")[1].distributions == ()


def test_what_the_columns_say(playgrounds: Record) -> None:
    assert playgrounds.titles == (Text("Spielplätze"),)
    assert playgrounds.descriptions == (Text("<p>Lage,\nGeräte</p>"),)
    assert playgrounds.themes == ("Freizeit",)
    assert {keyword.value for keyword in playgrounds.keywords} == {"Kinder", "Spiel"}
    assert playgrounds.agents[0][:2] == ("publisher", (Text("Stadt Steinau"),))
    assert playgrounds.contributor_ids == ("http://dcat-ap.de/def/contributors/land",)
    assert playgrounds.temporal == (RawPeriod("2018-01-01 00:00:00", "2021-01-01 00:00:00"),)
    assert playgrounds.frequencies == ("R/P1Y",)
    assert playgrounds.modified == ("2024-05-06T07:08:09+02:00",)
    fountain = read_file("dkan", "table.csv")[1]
    assert fountain.agents[0].homepage == "https://werke.steinau.example"


def test_licences_of_dataset_and_file_stay_two_though_they_contradict(playgrounds: Record) -> None:
    assert playgrounds.licence_entry == ("Datenlizenz Deutschland – Namensnennung – Version 2.0",)
    assert [file.licence_entry for file in playgrounds.distributions] == [
        *(("dl-by-de/2.0",), ("officialWork",))
    ]
    assert playgrounds.distributions[0].attributions == (Text("<p>Stadt Steinau</p>"),)
    assert "_x000D_" not in playgrounds.statements


def test_a_contact_that_is_a_person_stands_apart(playgrounds: Record) -> None:
    assert "Ute Beispiel" in playgrounds.personal
    assert "eispiel@" not in playgrounds.statements


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    lines = [
        delimiter.join(ROW),
        delimiter.join(f"{each.replace(chr(34), '')}" for each in ROW.values()),
    ]
    lines[1] = lines[1].replace("Beispiel", "Bäume")
    (record,) = records("dkan", "\r\n".join(lines).encode(encoding))
    assert record.titles == (Text("Bäume"),)


def test_a_table_that_stops_in_a_cell_says_so() -> None:
    text = (FIXTURES / "dkan" / "table.csv").read_text(encoding="utf-8")
    assert not open_text("dkan", text).truncated
    assert open_text("dkan", text[: text.index("Geräte")]).truncated


@pytest.mark.parametrize(
    "body", [b"PK\x03\x04\x14\x00\x06\r\x00\x08,\r\x00", b"a,b\r\rc", b'"' * 5_001, b",," * 50_000]
)
def test_other_files_are_refused_and_not_more(body: bytes) -> None:
    with pytest.raises(UnexpectedAnswer):
        open_text("dkan", body)


def test_rows_as_json() -> None:
    (record,) = records("dkan", json.dumps(ROW))
    assert record.identifier == "dataset/beispiel"
    assert record.agents[0].names == (Text("Stadt Steinau"),)
    assert len(record.distributions) == 1
    assert len(records("dkan", json.dumps([ROW, {**ROW, "Dataset-Name": "zwei"}]))) == 2


def test_a_dataset_without_id_and_name_is_named() -> None:
    text = "Dataset-ID,Dataset-Name,Title,Resource-ID,Resource-Url\n,,Ohne,r,https://x.example/r\n"
    contents = open_text("dkan", text)
    assert [each.reason for each in contents.broken] == ["item.no_identity"]


@pytest.mark.shared
def test_the_real_table_gives_what_was_counted(shared: Path) -> None:
    """204 datasets in 941 rows, of which 938 name a resource."""
    folder = shared / "data" / "portals" / "dkan" / "muenster"
    found = records("dkan", (folder / "datensaetze.Sheet1.csv").read_bytes())
    assert len({record.identifier for record in found}) == len(found) == 204
    assert sum(len(record.distributions) for record in found) == 938
    said = Counter(text for record in found for text in record.licence_entry)
    assert said["Datenlizenz Deutschland – Namensnennung – Version 2.0"] == 169
    files = [file for record in found for file in record.distributions]
    assert sum(bool(file.licence_entry) for file in files) == 475
    assert len(records("dkan", (folder / "example_row.json").read_bytes())) == 1
