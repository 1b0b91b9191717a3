# SPDX-License-Identifier: EUPL-1.2
"""The basket: in the address alone, carried by every link of the site, cut where it is too long."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from app.web.basket import MOST, ids_of, redirected
from tests.web.page import Page
from tests.web.test_pages import page

TREES = "floraUndFauna--baumbestand--baumkataster"
COMPARED = f"/vergleich/musterdatensatz-im-vergleich?musterdatensatz={TREES}"
OTHER = "aaaaaaaaaaaaa"


def carrying(shown: Page) -> dict[str, str]:
    """Path of a link -> the basket it carries."""
    found = {}
    for link in shown.attribute("a", "href"):
        parts = urlsplit(link)
        found[parts.path] = ",".join(parse_qs(parts.query).get("korb", []))
    return found


@pytest.mark.parametrize("path", ["/suche?q=Datensatz", COMPARED])
def test_a_dataset_is_kept_and_dropped_by_links(
    client: FlaskClient, filled: str, path: str
) -> None:
    kept = [link for link in page(client, path).attribute("a", "href") if "korb=" in link]
    assert kept
    shown = page(client, kept[0].partition("#")[0])
    assert "Ein Datensatz gemerkt" in shown.text
    assert "Gemerkt" in shown.text
    one = parse_qs(urlsplit(kept[0]).query)["korb"][0]
    assert any(f"korb=#merken-{one}" in link for link in shown.attribute("a", "href"))


def test_every_link_of_the_site_carries_it_and_no_filter_knows_it(
    client: FlaskClient, filled: str
) -> None:
    found = carrying(page(client, f"/kommunen?land=13&korb={OTHER}"))
    assert found["/vergleich"] == found["/suche"] == OTHER
    assert found["/lizenzen/kombinieren"] == OTHER
    assert found["/catalog.ttl"] == found["/kommunen.csv"] == ""
    hidden = page(client, f"/kommunen?korb={OTHER}").fields()
    assert ("korb", OTHER) in hidden
    assert client.get(f"/kommunen?korb={OTHER}").headers["X-Robots-Tag"] == "noindex"


def test_without_one_nothing_is_carried(client: FlaskClient, filled: str) -> None:
    assert set(carrying(page(client, "/kommunen")).values()) == {""}


@pytest.mark.parametrize("bad", ["<script>", '"><b>', "%00", "x" * 3_000, "ABC", "%F0%9F"])
def test_what_is_no_id_is_dropped(client: FlaskClient, filled: str, bad: str) -> None:
    shown = page(client, f"/kommunen?korb={bad}")
    assert "gemerkt" not in shown.text
    assert set(carrying(shown).values()) == {""}


def test_it_holds_a_hundred_each_once() -> None:
    letters = "abcdefghijklmnopqrst"
    many = [f"aaaaaaaaaaa{one}{two}" for one in letters for two in letters]
    assert len(ids_of(",".join(many))) == MOST
    assert ids_of(f"{OTHER}, {OTHER};{OTHER}") == (OTHER,)


def test_a_full_one_says_so(client: FlaskClient, filled: str) -> None:
    letters = "abcdefghijklmnopqrst"
    many = [f"aaaaaaaaaaa{one}{two}" for one in letters for two in letters][:MOST]
    shown = page(client, f"/datensatz/{filled}?korb={','.join(many)}")
    assert f"Mehr als {MOST} Datensätze lassen sich nicht merken" in shown.text


def test_the_basket_survives_redirects(client: FlaskClient) -> None:
    held = "0123456789abc,0123456789abd"
    compared = client.get(f"/lizenzen?vergleich=cc-by-4.0,odbl-1.0&korb={held}")
    moved = client.get(f"/kommune/130030000000?korb={held}")
    assert (compared.status_code, moved.status_code) == (302, 301)
    assert compared.location == f"/lizenzen/vergleich?lizenz=cc-by-4.0&lizenz=odbl-1.0&korb={held}"
    assert moved.location == f"/kommune/13003000?korb={held}"
    assert "korb" not in client.get("/kommune/130030000000").location


def test_only_redirects_of_the_site_carry_it() -> None:
    for target in ("//evil.example/", "https://evil.example/", "/api/v1/x", "/vocab/licences"):
        assert redirected(target, (OTHER,)) == target
    assert redirected("/suche#merken", (OTHER,)) == f"/suche?korb={OTHER}#merken"
