# SPDX-License-Identifier: EUPL-1.2
"""Every real file of a CKAN portal gives its packages, or the one reason why it holds none."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvesters import ckan
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Page, Portal

pytestmark = pytest.mark.shared
PORTAL = Portal("probe", "ckan", "https://probe.example/", "https://probe.example/")
NOW = datetime(2031, 1, 1, tzinfo=UTC)
# Names of organisations, counts of publishers and lists of single files are no packages.
OTHER = {"govdata", "karlsruhe"}
# A package that lists no file.
WITHOUT = {"package_show__kindertagesstaetten.json"}


def test_every_real_file_is_read_or_refused(shared: Path) -> None:
    files = sorted((shared / "data" / "portals" / "ckan-json").rglob("*.json"))
    assert len(files) > 15
    for file in files:
        page = Page(1, file.name, file.read_bytes(), NOW)
        if file.parent.name in OTHER:
            with pytest.raises(UnexpectedAnswer) as refused:
                ckan.open_page(PORTAL, page)
            assert (refused.value.code, file.name) == ("answer.no_packages", file.name)
            assert refused.value.params["page"] == file.name
            continue
        contents = ckan.open_page(PORTAL, page)
        (record,) = [ckan.parse(PORTAL, item) for item in contents.items]
        assert (list(contents.broken), file.name) == ([], file.name)
        assert bool(record.distributions) != (file.name in WITHOUT), file.name
        assert record.titles and record.identifier, file.name
