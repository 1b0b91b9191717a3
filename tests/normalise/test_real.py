# SPDX-License-Identifier: EUPL-1.2
"""Real catalogues and publisher names of the shared material, read through the dcat harvester."""

import csv
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.model import Dataset
from app.normalise import Reader, understand
from app.normalise.kommune import Finder, read_body
from harvesters.base.record import Page
from harvesters.dcat import open_page, parse
from tests.normalise.builders import portal, question

pytestmark = pytest.mark.shared
NOW = datetime(2026, 6, 30, tzinfo=UTC)


def read(reader: Reader, path: Path, ags: str | None = None) -> list[Dataset]:
    asked = portal(ags=ags, exclusive=ags is not None)
    contents = open_page(asked, Page(1, path.name, path.read_bytes(), NOW))
    records = [parse(asked, item) for item in contents.items]
    return [understand(reader, asked, record)[0] for record in records]


def test_rostock_is_read_whole(reader: Reader, shared: Path) -> None:
    path = shared / "data/portals/dcat-rdf/rostock/rostock-catalog-original-input.rdf"
    datasets = read(reader, path, "13003000")
    files = [file for dataset in datasets for file in dataset.distributions]
    assert (len(datasets), len(files)) == (100, 773)
    assert {file.licence.status for file in files} == {"exact"}
    assert {dataset.publisher.key.value for dataset in datasets} == {"13003000"}
    declared = [use for file in files for use in file.standards if use.evidence == "declared"]
    assert declared == []
    assert all(dataset.metadata_standards for dataset in datasets)


def test_brandenburg_keeps_what_is_not_known(reader: Reader, shared: Path) -> None:
    path = shared / "data/portals/dcat-rdf/brandenburg/brandenburg-catalog-original-input.rdf"
    datasets = read(reader, path)
    files = [file for dataset in datasets for file in dataset.distributions]
    assert Counter(file.licence.status for file in files)["exact"] == 64
    assert {file.licence.value for file in files} == {None, "dl-zero-de-2.0"}
    assert {file.format.status for file in files} == {"exact"}
    states = [dataset for dataset in datasets if dataset.publisher.kind == "land"]
    assert {dataset.musterdatensatz.status for dataset in states} == {"missing"}


def test_schleswig_holstein_is_no_kommune(reader: Reader, shared: Path) -> None:
    path = shared / "data/portals/dcat-rdf/schleswig-holstein/odsh-proxy-catalog.xml"
    datasets = read(reader, path)
    assert {dataset.publisher.key.value for dataset in datasets} == {None}
    assert {dataset.publisher.key.candidates for dataset in datasets} == {("01",)}
    assert Counter(dataset.data_as_of_rule for dataset in datasets)["temporal.end"] > 80


def test_publisher_names_are_resolved(finder: Finder, shared: Path) -> None:
    with (shared / "facts/kommunen/publisher_names.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    keys = [read_body(finder, question(row["publisher"])).value.key.value for row in rows]
    right = [key for key, row in zip(keys, rows, strict=True) if (key or "") == row["key"]]
    wrong = [row for key, row in zip(keys, rows, strict=True) if key and key != row["key"]]
    assert len(right) / len(rows) >= 0.95
    assert len(wrong) / len(rows) <= 0.005
