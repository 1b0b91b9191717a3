# SPDX-License-Identifier: EUPL-1.2
"""Hosts on loopback that end with their test."""

import os
from collections.abc import Callable, Iterator

import pytest

from app.store import Store, open_store, prepare
from tests.scheduler.portals import Host


@pytest.fixture
def host() -> Iterator[Callable[..., Host]]:
    """Makes hosts."""
    made: list[Host] = []

    def make(pause: float = 0.0) -> Host:
        made.append(Host(pause))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing."""
    for name in [name for name in os.environ if name.startswith("DATENSPIEGEL_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Store]:
    """A prepared store on a PostgreSQL database of its own, which the queue's tables may join."""
    store = open_store(postgres_url)
    prepare(store)
    yield store
    store.close()
