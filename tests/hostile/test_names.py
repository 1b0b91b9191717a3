# SPDX-License-Identifier: EUPL-1.2
"""Names that change where they lead, or lead nowhere (S1)."""

import socket
from itertools import chain, repeat
from typing import Any

import pytest

from harvesters.base.errors import HarvestError
from harvesters.base.http import Door, NetworkDoor

PUBLIC, PRIVATE, METADATA = "93.184.216.34", "127.0.0.1", "169.254.169.254"


def _found(*addresses: str) -> list[Any]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in addresses]


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that were connected to; all refuse."""
    found: list[str] = []

    def connect(_self: socket.socket, address: tuple[str, int]) -> None:
        found.append(address[0])
        raise ConnectionRefusedError(111, "refused")

    monkeypatch.setattr(socket.socket, "connect", connect)
    return found


def _get(tries: int = 1) -> str:
    door = NetworkDoor(Door("Prüfer/1", gap=0.0, tries=tries), sleep=lambda _: None)
    with pytest.raises(HarvestError) as raised:
        door.get("http://daten.example/katalog.ttl", "text/turtle")
    return raised.value.code


@pytest.mark.parametrize("later", [PRIVATE, METADATA, "10.0.0.1"])
def test_a_name_that_changes_its_address_gains_nothing(
    later: str, reached: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: each question is answered differently."""
    answers = chain([_found(PUBLIC)], repeat(_found(later)))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: next(answers))
    _get(tries=3)
    assert set(reached) <= {PUBLIC}


def test_no_address_of_a_mixed_answer_is_reached(
    reached: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed = _found(*[PUBLIC] * 300, PRIVATE)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: mixed)
    assert _get() == "network.private_address"
    assert reached == []


def test_many_addresses_end(reached: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    many = _found(*(f"93.184.{high}.{low}" for high in range(3) for low in range(200)))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: many)
    assert _get().startswith("network.")
    assert len(reached) == len(set(reached))
    assert len(reached) <= 16


def test_a_name_without_an_answer_is_unknown(
    reached: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: [])
    assert _get().startswith("network.")
    assert reached == []
