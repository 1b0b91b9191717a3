# SPDX-License-Identifier: EUPL-1.2
"""Opening stores in a test without forgetting to close them."""

from collections.abc import Callable, Iterator

import pytest

from app.store import Store, open_store

Opening = Callable[..., Store]


@pytest.fixture
def opening() -> Iterator[Opening]:
    """open_store, with every store closed after the test."""
    opened: list[Store] = []

    def open_and_note(url: str, **more: float) -> Store:
        opened.append(open_store(url, **more))
        return opened[-1]

    yield open_and_note
    for store in opened:
        store.close()
