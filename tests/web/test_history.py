# SPDX-License-Identifier: EUPL-1.2
"""What changed, how the numbers went and how old they are: on pages and as data (H14)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import PortalSettings, Settings
from app.model import Body, Finding, Run
from app.store import Store, portal_writes, run_writes, swap_writes
from app.store.daily_queries import Step
from app.web import messages
from app.web.factory import create
from app.web.pages.dataset_history import in_words
from app.web.pages.trend import drawn
from tests.builders import change, dataset, harvest, id_of, part, reading
from tests.web.portal_made import settings_in
from tests.web.test_pages import page

TOWN = "13003000"
MADE = dataset("1", TOWN, "", part("CSV"))
NOW = datetime.now(UTC)


def alter(store: Store, days: float = 1, **more: object) -> None:
    """Another run in which the portal says something else."""
    at = NOW + timedelta(days=days)
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", at)
        said = replace(MADE, **more)  # type: ignore[arg-type]
        swap_writes.replace(session, run, [replace(change(said), hash=f"hash-{days}")], at)
        swap_writes.add(session, run, [change(dataset(f"new-{days}", TOWN))], at)
        swap_writes.rebuild_cells(session, "stadt", at)
        swap_writes.bump_generation(session)
        run_writes.finish(session, run, Run("stadt", run, "complete", at, at), now=at)


def test_a_dataset_tells_what_changed_and_when(client: FlaskClient, sqlite_store: Store) -> None:
    harvest(sqlite_store, MADE)
    alter(sqlite_store, title="Neuer <b>Titel</b>", distributions=())
    shown = page(client, f"/datensatz/{id_of(MADE)}")
    for words in ("Verlauf", "vom Portal geändert", "vorher: Datensatz 1", "erstmals übernommen"):
        assert words in shown.text, words
    found = client.get(f"/datensatz/{id_of(MADE)}/verlauf.json").get_json()
    newest, first = found["changes"]
    assert (first["kind"], newest["kind"]) == ("added", "changed")
    fields = {each["field"]: each["before"] for each in newest["fields"]}
    assert fields == {"title": "Datensatz 1", "distributions": None}
    assert client.get("/datensatz/aaaaaaaaaaaaa/verlauf.json").status_code == 404


def test_a_person_is_in_no_history(client: FlaskClient, sqlite_store: Store) -> None:
    who = Body("Erika Beispiel", reading(None), None, "person")
    harvest(sqlite_store, replace(MADE, publisher=who))
    alter(sqlite_store, publisher=Body("Amt", reading(TOWN), "gemeinde", "kern"))
    shown = page(client, f"/datensatz/{id_of(MADE)}")
    assert "Veröffentlichende Stelle" in shown.text
    assert "Erika" not in shown.text
    assert "Erika" not in client.get(f"/datensatz/{id_of(MADE)}/verlauf.json").text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("x" * 400, "x" * 300 + "…"),
        (["a", "b"], "a; b"),
        ([{"uri": "u"}], ""),
        ({"raw": "CC BY", "value": "cc-by"}, "CC BY"),
        ({"kind": "person"}, ""),
        ({"name": "Amt", "kind": "kern"}, "Amt"),
    ],
)
def test_former_values_in_words(value: object, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_every_field_and_kind_has_its_words(lang: str) -> None:
    names = (*MADE.__dataclass_fields__, "land")
    assert [name for name in names if not messages.has(lang, f"field.{name}")] == []
    kinds = ("added", "changed", "returned", "reread", "retired")
    assert [kind for kind in kinds if not messages.has(lang, f"history.{kind}")] == []


def test_the_line_holds_each_number_until_the_next() -> None:
    day = date(2026, 1, 1)
    steps = (Step(day, 5), Step(day + timedelta(days=5), 10))
    trend = drawn(steps, day + timedelta(days=10))
    assert trend is not None
    assert (trend.line, trend.most) == ("M0 60.0H300.0V0.0H600", 10)
    assert trend.steps == tuple(reversed(steps))
    assert drawn((), day) is None


def test_a_long_past_is_cut_after_two_years() -> None:
    today = date(2026, 6, 1)
    steps = [Step(today - timedelta(days=30 * n), n) for n in range(100, -1, -1)]
    trend = drawn(steps, today)
    assert trend is not None
    assert (trend.first.day, trend.first.datasets) == (today - timedelta(days=730), 25)
    assert len(trend.steps) <= 60
    assert trend.last.datasets == 0


def test_a_portal_shows_its_trend(client: FlaskClient, sqlite_store: Store) -> None:
    harvest(sqlite_store, MADE)
    assert "Seit" in page(client, "/portal/stadt").text
    alter(sqlite_store)
    body = client.get("/portal/stadt").text
    assert '<svg viewBox="-4 -6 608 132" role="img"' in body
    assert "style=" not in body
    assert "Von 1 (" in body and ") auf 2 (seit" in body
    found = client.get("/portal/stadt.json").get_json()["portal"]["trend"]
    assert [step["datasets"] for step in found] == [2, 1]


@pytest.fixture
def settings(sqlite_store: Store, tmp_path: Path) -> Settings:
    return settings_in(sqlite_store, tmp_path)


@pytest.fixture
def timed(settings: Settings) -> Settings:
    block = PortalSettings(id="stadt", kind="dcat", url="https://stadt.example/", enabled=True)
    return replace(settings, portals=(block,))


def stand(store: Store, days: float, reason: str = "") -> None:
    """As if the last success had been so many days ago, and after it only failures."""
    harvest(store, MADE)
    with store.transaction() as session:
        portal_writes.note(session, "stadt", "complete", None, NOW - timedelta(days=days))
        if reason:
            portal_writes.note(session, "stadt", "failed", Finding(reason, ""), NOW)


@pytest.mark.parametrize(
    ("days", "expected"), [(0.1, "fresh"), (1.0, "fresh"), (3.1, "stale"), (40, "stale")]
)
def test_two_missed_intervals_are_never_silently_green(
    timed: Settings, sqlite_store: Store, days: float, expected: str
) -> None:
    stand(sqlite_store, days)
    client = create(timed).test_client()
    found = client.get("/portal/stadt.json").get_json()["portal"]
    assert found["freshness"] == expected
    assert found["age_hours"] == pytest.approx(days * 24, abs=1)
    shown = page(client, "/portal/stadt").text
    assert ("Veraltet" in shown) == (expected == "stale")
    assert ("notice-warn" in client.get("/portal/stadt").text) == (expected == "stale")
    listed = client.get("/portale.json").get_json()
    assert listed["rows"][0]["freshness"] == {"fresh": "aktuell", "stale": "veraltet"}[expected]
    assert ("veraltet" in page(client, "/portale").text) == (expected == "stale")


def test_last_success_last_try_and_reason_are_told(timed: Settings, sqlite_store: Store) -> None:
    stand(sqlite_store, 3.1, "run.stopped")
    shown = page(create(timed).test_client(), "/portal/stadt").text
    for words in ("Veraltet", "Zuletzt erfolgreich", "Letzter Versuch", "abgebrochen"):
        assert words in shown, words


def test_without_a_timetable_nothing_is_called_fresh(app: Flask, sqlite_store: Store) -> None:
    stand(sqlite_store, 0.1)
    found = app.test_client().get("/portal/stadt.json").get_json()["portal"]
    assert found["freshness"] == "unplanned"
    assert "keinen Zeitplan" in page(app.test_client(), "/portal/stadt").text
