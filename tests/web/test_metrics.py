# SPDX-License-Identifier: EUPL-1.2
"""Figures for a monitoring: readable by Prometheus' own parser, bounded, without persons."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from app.config import PortalSettings, Settings
from app.model import Body
from app.store import Store, run_writes
from app.web.factory import create
from tests.builders import WHEN, dataset, harvest, part, reading
from tests.conftest import ROOT
from tests.web.portal_made import settings_in
from tests.web.test_pages import statements

TOWN = "13003000"
PROGRAM = """
import os, sys
from pathlib import Path
from app.config import Settings, StoreSettings
from app.web.factory import create
store = StoreSettings(database=f"sqlite:///{sys.argv[1]}", folder=Path(sys.argv[2]))
client = create(Settings(store=store)).test_client()
client.get("/healthz")
print(client.get("/metrics").text)
"""


@pytest.fixture
def settings(sqlite_store: Store, tmp_path: Path) -> Settings:
    block = PortalSettings(id="stadt", kind="dcat", url="https://stadt.example/", enabled=True)
    return replace(settings_in(sqlite_store, tmp_path), portals=(block,))


def figures(text: str) -> dict[tuple[str, ...], float]:
    """Name and values of labels -> value."""
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def asked(client: FlaskClient) -> dict[tuple[str, ...], float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    return figures(answer.text)


def test_the_store_in_figures(client: FlaskClient, sqlite_store: Store) -> None:
    harvest(sqlite_store, dataset("1", TOWN, "", part(), part()), dataset("2", TOWN))
    with sqlite_store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", WHEN + timedelta(hours=1))
    found = asked(client)
    assert run
    assert found["datenspiegel_datasets", "stadt"] == 2
    assert found["datenspiegel_distributions", "stadt"] == 2
    assert found["datenspiegel_runs", "complete"] == 1
    assert found["datenspiegel_runs", "running"] == 1
    assert found["datenspiegel_last_success_timestamp_seconds", "stadt"] == WHEN.timestamp()
    assert found["datenspiegel_last_success_age_seconds", "stadt"] > 86_400
    assert found["datenspiegel_run_duration_seconds", "stadt"] == 0
    assert found["datenspiegel_stale", "stadt"] == 1


def test_requests_are_counted_by_route_and_not_by_address(client: FlaskClient) -> None:
    for path in ("/portale", "/portale?q=a", "/gibt-es-nicht", "/noch-weniger"):
        client.get(path)
    client.open("/portale", method="BREW")
    found = asked(client)
    name = "datenspiegel_http_requests_total"
    assert found[name, "GET", "/portale", "200"] == 2
    assert found[name, "GET", "none", "404"] == 2
    assert sum(value for key, value in found.items() if key[:2] == (name, "other")) == 1
    assert found["datenspiegel_http_request_duration_seconds_count", "/portale"] >= 2
    assert not any("nicht" in word for key in found for word in key)


def test_persons_are_in_no_figure(client: FlaskClient, sqlite_store: Store) -> None:
    who = Body("Erika Beispiel", reading(None), None, "person")
    harvest(sqlite_store, replace(dataset("1", TOWN), publisher=who, title="Erika"))
    assert "Erika" not in client.get("/metrics").text


def test_the_store_is_asked_four_times(app: Flask, sqlite_store: Store) -> None:
    harvest(sqlite_store, dataset("1", TOWN), dataset("2", TOWN, portal="andere"))
    with statements(app) as sent:
        assert app.test_client().get("/metrics").status_code == 200
    assert len(sent) == 4, sent


def test_a_store_that_cannot_be_read_is_said(settings: Settings, tmp_path: Path) -> None:
    gone = replace(settings.store, database=f"sqlite:///{tmp_path / 'nowhere' / 'x.db'}")
    client = create(replace(settings, store=gone)).test_client()
    assert client.get("/metrics").status_code == 503
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_workers_that_share_a_folder_count_together(sqlite_store: Store, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    env = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "shared")}
    command = [sys.executable, "-c", PROGRAM, sqlite_store.name, str(tmp_path)]
    for _ in range(2):
        done = subprocess.run(  # noqa: S603 - our own interpreter
            command, env=env, cwd=ROOT, capture_output=True, text=True, check=True
        )
    found = figures(done.stdout)
    assert found["datenspiegel_http_requests_total", "GET", "/healthz", "200"] == 2
