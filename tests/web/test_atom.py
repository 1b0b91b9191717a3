# SPDX-License-Identifier: EUPL-1.2
"""The feed of changes: order, pages, filters, deletions, freshness, no persons, few statements."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import etree

from app.config import Settings
from app.model import Body, Dataset, Finding, Run
from app.store import Store, portal_writes, run_writes, swap_writes
from tests.builders import WHEN, change, dataset, harvest, id_of, part, portal, reading
from tests.web.portal_made import settings_in
from tests.web.test_pages import page, statements

NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "ds": "urn:datenspiegel:feed",
}
TOWN, OTHER = "13003000", "01002000"
SITE = "http://127.0.0.1:8000"


@pytest.fixture
def settings(sqlite_store: Store, tmp_path: Path) -> Settings:
    return settings_in(sqlite_store, tmp_path)


def add(store: Store, made: Dataset, minutes: int) -> None:
    """A dataset that came so many minutes after the others."""
    at = WHEN + timedelta(minutes=minutes)
    with store.transaction() as session:
        portal_writes.remember(session, portal(made.portal), at)
        run = run_writes.start(session, made.portal, "test", at)
        swap_writes.add(session, run, [change(made)], at)
        swap_writes.bump_generation(session)
        run_writes.finish(session, run, _ended(made.portal, run, at), now=at)


def _ended(key: str, run: int, at: datetime) -> Run:
    return Run(key, run, "complete", at, at)


@pytest.fixture
def five(sqlite_store: Store) -> list[Dataset]:
    """Five datasets, one a minute, the odd ones in another town."""
    made = [dataset(str(n), (TOWN, OTHER)[n % 2], "", part("CSV")) for n in range(5)]
    for minutes, each in enumerate(made):
        add(sqlite_store, each, minutes)
    return made


def feed(client: FlaskClient, query: str = "", status: int = 200) -> Any:
    answer = client.get(f"/feed.atom{query}")
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.data)


def told(root: Any, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMES)
    return [str(each) for each in found]


def ids(root: Any) -> list[str]:
    return told(root, "a:entry/a:id/text()")


def named(*made: Dataset) -> list[str]:
    return [f"{SITE}/datensatz/{id_of(each)}" for each in made]


def test_the_newest_change_comes_first(client: FlaskClient, five: list[Dataset]) -> None:
    root = feed(client)
    assert ids(root) == named(*reversed(five))
    assert told(root, "a:updated/text()") == ["2026-04-02T08:19:00Z"]
    assert told(root, "a:entry[1]/a:updated/text()") == ["2026-04-02T08:19:00Z"]
    assert told(root, "a:entry[1]/a:link/@href") == named(five[4])
    assert told(root, "a:entry[1]/a:summary/text()") == ["erstmals übernommen"]
    assert told(root, "a:entry[1]/a:author/a:name/text()") == ["Amt"]
    assert "urn:datenspiegel:feed:kommune" in told(root, "a:entry[1]/a:category/@scheme")


def test_it_has_what_rfc_4287_asks_for(client: FlaskClient, five: list[Dataset]) -> None:
    root = feed(client)
    for name in ("id", "title", "updated", "author/a:name"):
        assert told(root, f"a:{name}/text()"), name
    for entry in root.xpath("a:entry", namespaces=NAMES):
        for name in ("id", "title", "updated"):
            assert len(told(entry, f"a:{name}/text()")) == 1, name
    assert told(root, "a:link[@rel='self']/@href") == [f"{SITE}/feed.atom"]


def test_pages_lead_to_each_other(client: FlaskClient, five: list[Dataset]) -> None:
    seen, query, pages = [], "?pro-seite=2", 0
    while query:
        root = feed(client, query)
        seen += ids(root)
        following = told(root, "a:link[@rel='next']/@href")
        query = following[0].removeprefix(f"{SITE}/feed.atom") if following else ""
        pages += 1
    assert (pages, seen) == (3, named(*reversed(five)))
    assert told(root, "a:link[@rel='previous']/@href") == [f"{SITE}/feed.atom?seite=2&pro-seite=2"]


@pytest.mark.parametrize("query", ["?seite=201", "?seite=9999", "?pro-seite=1000&seite=11"])
def test_too_deep_a_page_is_none(client: FlaskClient, five: list[Dataset], query: str) -> None:
    answer = client.get(f"/feed.atom{query}")
    assert answer.status_code == 404
    assert "höchstens" in answer.text


def test_filters_are_those_of_every_view(client: FlaskClient, five: list[Dataset]) -> None:
    assert ids(feed(client, f"?kommune={OTHER}")) == named(five[3], five[1])
    assert ids(feed(client, "?q=Datensatz+3")) == named(five[3])
    assert ids(feed(client, "?lizenz=dl-by-de-2.0")) == []
    since = "?modified_since=2026-04-02T08:18:00Z"
    assert ids(feed(client, since)) == named(five[4], five[3])
    assert client.get("/feed.atom?stadt=1").status_code == 400


def test_what_is_gone_is_told_as_deleted(
    client: FlaskClient, five: list[Dataset], sqlite_store: Store
) -> None:
    at = datetime.now(UTC)
    with sqlite_store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", at)
        swap_writes.missing(session, "stadt", {"2"}, at)
        swap_writes.retire(session, run, [id_of(five[2])], at, 1, 0)
        run_writes.finish(session, run, _ended("stadt", run, at), now=at)
    root = feed(client)
    assert told(root, "at:deleted-entry/@ref") == named(five[2])
    assert len(ids(root)) == 4
    assert root.find("at:deleted-entry", NAMES).getprevious().tag.endswith("portal")


def test_changed_fields_are_named(
    client: FlaskClient, five: list[Dataset], sqlite_store: Store
) -> None:
    at = datetime.now(UTC)
    with sqlite_store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", at)
        said = replace(five[0], title="Anders\x0b & neu", keywords=("a",))
        swap_writes.replace(session, run, [replace(change(said), hash="2")], at)
        run_writes.finish(session, run, _ended("stadt", run, at), now=at)
    root = feed(client)
    assert told(root, "a:entry[1]/a:summary/text()") == ["vom Portal geändert: Titel, Schlagwörter"]
    assert told(root, "a:entry[1]/a:title/text()") == ["Anders\ufffd & neu"]
    english = etree.fromstring(client.get("/en/feed.atom").data)
    assert told(english, "a:entry[1]/a:summary/text()") == [
        "changed by the portal: title, keywords"
    ]
    assert ids(english) == ids(root)


def test_persons_are_in_no_feed(client: FlaskClient, sqlite_store: Store) -> None:
    who = Body("Erika Beispiel", reading(None), None, "person")
    harvest(sqlite_store, replace(dataset("1", TOWN), publisher=who))
    answer = client.get("/feed.atom")
    assert ids(etree.fromstring(answer.data))
    assert "Erika" not in answer.text


def test_how_its_portals_stand_is_told(
    client: FlaskClient, five: list[Dataset], sqlite_store: Store
) -> None:
    later = WHEN + timedelta(days=3)
    with sqlite_store.transaction() as session:
        portal_writes.note(session, "stadt", "failed", Finding("run.stopped", ""), later)
    root = feed(client)
    (stand,) = root.xpath("ds:portal", namespaces=NAMES)
    assert stand.attrib == {
        "key": "stadt",
        "freshness": "unplanned",
        "state": "failed",
        "last-success": "2026-04-02T08:19:00Z",
        "last-try": "2026-04-05T08:15:00Z",
    }
    assert "abgebrochen" in stand.text


def test_what_a_client_has_is_not_sent_again(client: FlaskClient, five: list[Dataset]) -> None:
    tag = client.get("/feed.atom").headers["ETag"]
    assert client.get("/feed.atom", headers={"If-None-Match": tag}).status_code == 304
    other = client.get(f"/feed.atom?kommune={TOWN}", headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_pages_point_to_it(client: FlaskClient, five: list[Dataset]) -> None:
    body = client.get("/portale").text
    assert 'type="application/atom+xml"' in body
    assert "/feed.atom" in page(client, "/portale").attribute("a", "href")


@pytest.mark.parametrize("query", ["", f"?kommune={TOWN}", "?lizenz=cc-by-4.0&pro-seite=1000"])
def test_a_page_costs_four_statements(app: Flask, five: list[Dataset], query: str) -> None:
    with statements(app) as sent:
        assert app.test_client().get(f"/feed.atom{query}").status_code == 200
    assert len(sent) == 4, sent
