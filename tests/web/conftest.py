# SPDX-License-Identifier: EUPL-1.2
"""An application over a store that is empty or filled by hand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings, Site, StoreSettings, Texts
from app.model import Finding, StandardUse
from app.store import Store
from app.web.factory import create
from tests.builders import change, dataset, harvest, part, unread
from tests.web.listening import listening

TREES = "floraUndFauna--baumbestand--baumkataster"
URI = "https://daten.example/d/1"
SAID = (
    f'<{URI}> <http://purl.org/dc/terms/title> "B\\u00E4ume" .\n'
    f"<{URI}> <http://purl.org/dc/terms/accrualPeriodicity> <https://ex.example/freq/NEU> .\n"
)


@pytest.fixture
def settings(sqlite_store: Store, tmp_path: Path) -> Settings:
    site = Site(title="Prüfspiegel", url="https://spiegel.example", imprint=Texts("Amt", "Office"))
    database = f"sqlite:///{sqlite_store.name}"
    return Settings(site=site, store=StoreSettings(database=database, folder=tmp_path / "data"))


@pytest.fixture
def app(settings: Settings) -> Flask:
    made = create(settings)
    made.testing = False  # errors are answered, not raised
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def filled(sqlite_store: Store) -> str:
    """Two towns with trees and a state; returns the id of a dataset that has everything."""
    rich = replace(
        dataset(
            URI,
            "13003000",
            TREES,
            part("CSV", download_url="https://daten.example/baum.csv", title="Bäume <b>"),
            part(unread("Datei"), unread("frei"), access_url="javascript:alert(1)"),
            replace(part("WMS_SRVC"), standards=(StandardUse("wms", "WMS", "inferred"),)),
        ),
        title="Bäume & <script>alert(1)</script>",
        description="=HYPERLINK(1)",
        landing_page="https://daten.example/baum",
    )
    noticed = Finding("licence.unknown", URI, {"value": "frei"})
    harvest(
        sqlite_store,
        change(rich, [noticed], SAID),
        dataset("2", "01002000", TREES, part("GEOJSON", "dl-by-de-2.0")),
        dataset("3", "13", "", part("GML"), inspire_themes=("ad",)),
    )
    from app.model.identity import dataset_id

    return dataset_id("stadt", URI)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server that must not be asked: its address and who did."""
    with listening() as found:
        yield found
