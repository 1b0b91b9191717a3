# SPDX-License-Identifier: EUPL-1.2
"""A portal that holds less than the operator expects says so, in the list and on its page."""

from dataclasses import replace

import pytest

from app.config import PortalSettings, Settings
from app.store import Store
from app.web.factory import create
from tests.builders import dataset, harvest, part
from tests.web.conftest import TREES


@pytest.mark.parametrize(("expected", "warned"), [(0, False), (1, False), (2, True), (500, True)])
def test_fewer_than_expected(
    settings: Settings, sqlite_store: Store, expected: int, warned: bool
) -> None:
    harvest(sqlite_store, dataset("1", "13003000", TREES, part(), portal="stadt"))
    block = PortalSettings(id="stadt", kind="dcat", url="https://a.example/", expected=expected)
    client = create(replace(settings, portals=(block,))).test_client()
    for path in ("/portale", "/portal/stadt"):
        assert ("Weniger als erwartet: 1 Datens" in client.get(path).text) == warned
    assert ("Fewer than expected" in client.get("/en/portale").text) == warned
    assert ("notice-warn" in client.get("/portal/stadt").text) == warned
