# SPDX-License-Identifier: EUPL-1.2
"""Only public addresses are asked, whatever name or form leads to them (promise S1)."""

import socket

import pytest

from harvesters.base.address import is_public, place_of, resolve, target_of
from harvesters.base.errors import PortalUnreachable, UnexpectedAnswer

PRIVATE = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",  # noqa: S104
    "10.0.0.1",
    "172.16.5.5",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "198.18.0.1",
    "192.0.0.1",
    "203.0.113.5",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::127.0.0.1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "2001:0:0:0:0:0:8080:fefe",
    "fe80::1",
    "fe80::1%lo",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "100::1",
]
PUBLIC = [
    "193.99.144.80",
    "8.8.8.8",
    "2a02:2e0:3fe:1001:302::",
    "64:ff9b::8.8.8.8",
    "::ffff:8.8.8.8",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "::1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1"]
)
def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises(PortalUnreachable) as raised:
        resolve(host, 80, [])
    assert raised.value.code in ("network.private_address", "network.unknown_host")
    assert raised.value.params["host"] == host


def test_the_operator_opens_exact_pairs() -> None:
    assert resolve("127.0.0.1", 8765, ["127.0.0.1:8765"]) == [(int(socket.AF_INET), "127.0.0.1")]
    assert resolve("::1", 8765, ["[::1]:8765"])[0][1] == "::1"
    for pair in ("127.0.0.1:8766", "127.0.0.2:8765", "127.0.0.1", "*:8765"):
        with pytest.raises(PortalUnreachable):
            resolve("127.0.0.1", 8765, [pair])


def test_one_private_address_among_public_ones_refuses_the_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def both(*_: object, **__: object) -> list[tuple[object, ...]]:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, ("8.8.8.8", 80)), (*kind, ("10.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(PortalUnreachable) as raised:
        resolve("portal.example", 80, [])
    assert raised.value.code == "network.private_address"


@pytest.mark.parametrize("host", ["a..b", "x" * 300, "a\x00b", "\udc80"])
def test_what_is_no_name_is_unknown(host: str) -> None:
    with pytest.raises(PortalUnreachable) as raised:
        resolve(host, 80, [])
    assert raised.value.code == "network.unknown_host"


def test_a_name_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(PortalUnreachable) as raised:
        resolve("gibt-es-nicht.example", 80, [])
    assert raised.value.params == {"host": "gibt-es-nicht.example"}


def test_places() -> None:
    assert place_of("HTTP://Portal.Example/a") == ("http", "portal.example", 80)
    assert place_of("https://portal.example:8443/") == ("https", "portal.example", 8443)
    assert place_of("https://user@portal.example") == ("https", "portal.example", 443)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "http://a:99999/",
        "",
        "//a",
    ],
)
def test_what_is_no_address_of_the_web(url: str) -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        place_of(url)
    assert raised.value.code == "network.scheme"


def test_targets_of_redirects() -> None:
    here = "https://a.example/b/c?d"
    assert target_of(here, "e") == "https://a.example/b/e"
    assert target_of(here, "?page=2") == "https://a.example/b/c?page=2"
    assert target_of(here, "//b.example/") == "https://b.example/"
    assert target_of(here, "/Bäume".encode().decode("latin-1")) == "https://a.example/Bäume"
    with pytest.raises(UnexpectedAnswer):
        target_of(here, "http://[::1")
