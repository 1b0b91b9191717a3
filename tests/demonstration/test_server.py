# SPDX-License-Identifier: EUPL-1.2
"""The server on loopback and the way to it."""

from http.client import HTTPConnection
from typing import NamedTuple

import pytest

from app.demonstration import portal, serving
from app.demonstration.pages import documents
from harvesters.base.errors import PortalUnreachable
from harvesters.base.http import Door, NetworkDoor


class Answer(NamedTuple):
    """Status, headers and body."""

    status: int
    media_type: str | None
    server: str
    body: bytes


def ask(pair: str, path: str) -> Answer:
    """One GET without the door."""
    connection = HTTPConnection(pair, timeout=5)
    connection.request("GET", path)
    got = connection.getresponse()
    answer = Answer(got.status, got.headers["Content-Type"], got.headers["Server"], got.read())
    connection.close()
    return answer


def test_it_serves_the_pages_with_their_types() -> None:
    pages = documents()
    with serving() as served:
        first, second = ask(served.pair, "/katalog"), ask(served.pair, "/katalog?seite=2")
    assert (first.media_type, first.body) == (pages[0].media_type, pages[0].body)
    assert (second.media_type, second.body) == (pages[1].media_type, pages[1].body)
    assert "Python" not in first.server


@pytest.mark.parametrize(
    "path", ["/", "/katalog?seite=0", "/katalog?seite=999", "/katalog?seite=%C2%B2", "/../etc"]
)
def test_other_addresses_are_not_there(path: str) -> None:
    with serving() as served:
        assert ask(served.pair, path).status == 404


def test_it_listens_on_loopback_only_and_no_longer_than_needed() -> None:
    with serving() as served:
        assert served.pair.startswith("127.0.0.1:")
    with pytest.raises(ConnectionError):
        ask(served.pair, "/katalog")


def test_two_at_once_take_two_ports() -> None:
    with serving() as one, serving() as other:
        assert one.pair != other.pair
        assert ask(one.pair, "/katalog").body == ask(other.pair, "/katalog").body


def test_the_way_keeps_the_catalogues_own_address() -> None:
    with serving() as served:
        door = NetworkDoor(Door(agent="Test", allowed=frozenset({served.pair}), gap=0.0))
        page = served.through(door).get(portal().url, "*/*", 1)
    assert page.name == portal().url
    assert served.pair.encode() not in page.body


def test_the_way_leads_nowhere_else() -> None:
    with serving() as served:
        door = NetworkDoor(Door(agent="Test", allowed=frozenset({served.pair}), gap=0.0))
        way = served.through(door)
        for url in ("http://127.0.0.1:1/", "http://demonstration.example.org/katalog"):
            with pytest.raises(PortalUnreachable):
                way.get(url, "*/*", 1)
        assert way.largest_answer == door.largest_answer


def test_without_an_open_door_the_ordinary_refusal_holds() -> None:
    with serving() as served:
        way = served.through(NetworkDoor(Door(agent="Test", gap=0.0)))
        with pytest.raises(PortalUnreachable) as refused:
            way.get(portal().url, "*/*", 1)
    assert refused.value.code == "network.private_address"
