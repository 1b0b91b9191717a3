# SPDX-License-Identifier: EUPL-1.2
"""The page of a portal: its runs, decisions that wait, what stays out of sight."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest
from flask.testing import FlaskClient

from app.config import PortalSettings, Settings
from app.model import Finding, ItemOutcome, Run, RunState
from app.model.demonstration import PORTAL as DEMONSTRATION
from app.store import Store, StoreError, portal_writes, run_writes
from app.store.portal_withdrawal import withdraw
from app.web import messages
from app.web.factory import create
from harvesters.base.record import Portal
from tests.builders import WHEN, dataset, harvest, part, portal
from tests.web.portal_made import TOWN, TREES, end, fill, settings_in
from tests.web.test_pages import page


@pytest.fixture
def settings(sqlite_store: Store, tmp_path: Path) -> Settings:
    return settings_in(sqlite_store, tmp_path)


@pytest.fixture
def noted(sqlite_store: Store) -> None:
    fill(sqlite_store)


def test_a_waiting_run_says_who_decides_and_how(
    client: FlaskClient, noted: None, sqlite_store: Store
) -> None:
    why = Finding("run.many_missing", "", {"missing": "50", "live": "60"})
    first = end(sqlite_store, "quarantined", 10, why, received=10)
    run = end(sqlite_store, "quarantined", 20, why, received=10)
    end(sqlite_store, "failed", 30, Finding("run.stopped", "stadt"))
    shown = page(client, "/portal/stadt")
    assert f"datenspiegel runs accept {run}" in shown.text
    assert f"datenspiegel runs reject {run}" in shown.text
    assert f"datenspiegel runs accept {first}" not in shown.text
    assert "Von 60 Datensätzen fehlen 50" in shown.text
    overtaken = page(client, "/portal/stadt?tabelle=abrufe").text
    assert "Hierüber ist nicht mehr zu entscheiden" in overtaken
    assert "überholt" in overtaken
    end(sqlite_store, "complete", 40)
    assert "runs accept" not in page(client, "/portal/stadt").text.replace(
        "„datenspiegel runs a", ""
    )


def test_runs_are_listed_newest_first(
    client: FlaskClient, noted: None, sqlite_store: Store
) -> None:
    for after in range(10, 70):
        last = end(sqlite_store, "partial", after, received=3, added=2, rejected=1)
    tree = json.loads(client.get("/portal/stadt.json?tabelle=abrufe&pro-seite=10").text)
    assert (tree["total"], tree["pages"], len(tree["rows"])) == (62, 7, 10)
    newest = tree["rows"][0]
    assert (newest["abruf"], newest["state"], newest["dauer"]) == (last, "unvollständig", 90)
    assert [row["abruf"] for row in tree["rows"]] == list(range(last, last - 10, -1))
    shown = page(client, "/portal/stadt?tabelle=abrufe&seite=2")
    assert "Seite 2 von 2" in shown.text
    assert "/portal/stadt?tabelle=abrufe" in shown.attribute("a", "href")


def test_what_the_last_run_rejected_is_named(
    client: FlaskClient, noted: None, sqlite_store: Store
) -> None:
    item = ItemOutcome(None, "page 2, item 4", "item.no_identity", "<x>")
    end(sqlite_store, "complete-with-rejects", 10, rejected=1, rejects=(item,))
    shown = page(client, "/portal/stadt")
    assert "page 2, item 4" in shown.text
    assert "Berichtigt werden sie bei der Quelle" in shown.text


def test_folders_of_this_machine_stay_here(
    client: FlaskClient, sqlite_store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "geheim"
    given = Portal("akte", "dcat", str(folder / "katalog.rdf"), "https://a.example/")
    with sqlite_store.transaction() as session:
        portal_writes.remember(session, given, WHEN)
        run = run_writes.start(session, "akte", "test", WHEN)
        why = Finding("run.system", "akte", {"problem": "voll", "file": str(folder / "x.rdf")})
        run_writes.finish(session, run, Run("akte", run, "failed", notes=(why,)), now=WHEN)
    for path in ("/portal/akte", "/portal/akte.json", "/portale", "/portal/akte?tabelle=abrufe"):
        text = client.get(path).text
        assert "geheim" not in text and ("rdf" in text), path
    assert "datenspiegel harvest akte" in page(client, "/portal/akte").text


def test_the_demonstration_is_marked(client: FlaskClient, sqlite_store: Store) -> None:
    harvest(sqlite_store, dataset("1", TOWN, TREES, part(), portal=DEMONSTRATION))
    for path in (f"/portal/{DEMONSTRATION}", "/portale"):
        assert "Demonstration" in page(client, path).text
    assert "sind erfunden" in page(client, f"/portal/{DEMONSTRATION}").text


def test_what_the_operator_expects_is_shown(settings: Settings, noted: None) -> None:
    block = PortalSettings(id="stadt", kind="dcat", url="https://a.example/", expected=1_234)
    client = create(replace(settings, portals=(block,))).test_client()
    assert "Mindestens erwartet 1.234" in page(client, "/portal/stadt").text


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_every_state_is_explained(lang: str) -> None:
    states = ("none", *get_args(RunState))
    wanted = [f"{noun}.{state}" for noun in ("state", "portal.state") for state in states]
    assert [code for code in wanted if not messages.has(lang, code)] == []


def test_a_run_that_nobody_is_at_is_shown_as_failed(
    client: FlaskClient, noted: None, sqlite_store: Store
) -> None:
    """The process of the first was killed; the second goes on."""
    with sqlite_store.transaction() as session:
        lost = run_writes.start(session, "stadt", "rechner:1", WHEN + timedelta(hours=1))
    assert json.loads(client.get(f"/api/v1/runs/{lost}").text)["state"] == "failed"
    assert "rechner:1" in page(client, "/portal/stadt").text
    tree = json.loads(client.get("/portale.json").text)
    assert [row["state"] for row in tree["rows"]] == ["fehlgeschlagen"]
    with sqlite_store.transaction() as session:
        alive = run_writes.start(session, "stadt", "rechner:2")
    first = json.loads(client.get("/portal/stadt.json?tabelle=abrufe").text)["rows"][0]
    assert (first["abruf"], first["state"]) == (alive, "läuft")


def test_while_nothing_can_be_written_it_is_shown_as_it_is(
    client: FlaskClient, noted: None, sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite_store.transaction() as session:
        lost = run_writes.start(session, "stadt", "rechner:1", WHEN + timedelta(hours=1))

    def full(session: object) -> int:
        raise StoreError("store.full", store="x")

    monkeypatch.setattr(run_writes, "mark_stale", full)
    assert json.loads(client.get(f"/api/v1/runs/{lost}").text)["state"] == "running"
    assert client.get("/portale").status_code == 200


def test_one_that_never_succeeded_promises_no_earlier_state(
    client: FlaskClient, sqlite_store: Store
) -> None:
    with sqlite_store.transaction() as session:
        portal_writes.remember(session, portal("neu"), WHEN)
        run = run_writes.start(session, "neu", "test", WHEN)
        why = Finding("run.stopped", "neu")
        run_writes.finish(session, run, Run("neu", run, "failed", notes=(why,)), now=WHEN)
    shown = page(client, "/portal/neu").text
    assert "einen früheren Stand gibt es nicht" in shown
    assert "letzten Erfolgs" not in shown


def test_one_that_was_taken_out_says_so(client: FlaskClient, sqlite_store: Store) -> None:
    fill(sqlite_store)
    with sqlite_store.transaction() as session:
        withdraw(session, "stadt", "operator")
    shown = page(client, "/portal/stadt").text
    assert "herausgenommen. Die Datensätze sind stillgelegt" in shown
    assert "hat die Datensätze des Portals aus dem Bestand genommen" in shown
    assert "herausgenommen" in page(client, "/portale").text
    assert json.loads(client.get("/api/v1/portals/stadt").text)["state"] == "withdrawn"
