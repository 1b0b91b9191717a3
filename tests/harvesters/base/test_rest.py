# SPDX-License-Identifier: EUPL-1.2
"""What waits on disk comes back as it was, and the file is gone with the last of it."""

import gc
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from harvesters import HARVESTERS
from harvesters.base import disk_index, rest
from harvesters.base.json_item import Package
from harvesters.base.record import Page, Portal
from harvesters.base.rest import Shelf

THINGS: dict[str, Any] = {
    "ckan": {"result": {"results": [{"id": "a", "name": "a", "title": "Straße", "author": "x"}]}},
    "dkan": {"dataset": [{"identifier": "a", "title": "Straße", "accessLevel": "public"}]},
    "opendatasoft": {"results": [{"dataset_id": "a", "metas": {"default": {"title": "Straße"}}}]},
}


def test_texts_come_back_in_any_order_also_between_new_ones() -> None:
    shelf = Shelf()
    first, empty = shelf.lay(b"abc", b"defg"), shelf.lay(b"", b"")
    assert first.take() == (b"abc", b"defg")
    last = shelf.lay(b"x" * 1_000_000, b"y")
    assert last.take() == (b"x" * 1_000_000, b"y")
    assert empty.take() == (b"", b"")
    assert first.take() == (b"abc", b"defg")


def test_a_package_says_the_same_wherever_it_waits() -> None:
    package = Package("a", "ß".encode(), "ü".encode(), "f", 0)
    laid = package.laid(Shelf())
    assert laid.public == laid.personal == b""
    assert laid.texts() == package.texts() == package.laid(None).texts() == ("ß", "ü")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not tell")
def test_the_file_is_closed_with_the_last_that_lies_in_it() -> None:
    gc.collect()
    before = len(os.listdir("/proc/self/fd"))
    kept = [Shelf().lay(b"a") for _ in range(3)]
    assert len(os.listdir("/proc/self/fd")) == before + 3
    kept.clear()
    assert len(os.listdir("/proc/self/fd")) == before


@pytest.mark.parametrize("kind", sorted(THINGS))
def test_datasets_of_a_large_page_wait_on_disk(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    harvester = HARVESTERS[kind]
    portal = Portal("probe", kind, "https://daten.example/", "https://daten.example/")
    found = []
    for number, large in enumerate((rest.LARGE, 0)):
        monkeypatch.setattr(rest, "LARGE", large)
        body = json.dumps(THINGS[kind]).encode()
        page = Page(number, "seite.json", body, datetime(2026, 1, 1, tzinfo=UTC))
        (item,) = harvester.open(portal, page).items
        assert (item.payload.rest is None) == bool(large)
        found.append((item.hash, harvester.parse(portal, item)))
    assert found[0] == found[1]


def test_a_large_page_remembers_no_more_of_its_index_than_a_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(disk_index, "_LARGEST_REMEMBERED", 30)
    scatter = disk_index.Scatter("seite")
    for subject, text in (("<a:1>", "x" * 40), ("<a:2>", "kurz")):
        scatter.add(f'{subject} <a:p> "{text}" .'.encode())
    index = disk_index.DiskIndex(scatter)
    assert index["<a:1>"] == ['<a:p> "' + "x" * 40 + '"']
    assert index["<a:2>"] is index["<a:2>"]
    assert index["<a:1>"] == index["<a:1>"] is not index["<a:1>"]
