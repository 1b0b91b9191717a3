# SPDX-License-Identifier: EUPL-1.2
"""Every real file of a catalogue service gives its datasets; each record that is none is named."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from app.normalise import make_reader, understand
from app.vocabulary import Vocabulary
from harvesters import csw
from harvesters.base.errors import HarvestError
from harvesters.base.record import Page, Portal
from tests.conftest import shared_folder

pytestmark = pytest.mark.shared
PORTAL = Portal("probe", "csw", "https://probe.example/csw", "https://probe.example/")
NOW = datetime(2031, 1, 1, tzinfo=UTC)


class Counted(NamedTuple):
    """A line of the table. records: None where it names another element instead."""

    path: str
    records: int | None
    element: str


def table() -> Iterator[Counted]:
    """The lines of the index about ISO 19139 and answers of catalogue services."""
    index = shared_folder() / "data" / "INDEX.md"
    if not index.is_file():
        return
    for line in index.read_text().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) < 5 or cells[2] != "csw-iso19139":
            continue
        count = re.match(r"(\d+) records", cells[4])
        element = re.match(r"<(\w+)>", cells[4])
        yield Counted(cells[1], int(count[1]) if count else None, element[1] if element else "")


TABLE = list(table())


@pytest.mark.parametrize("counted", TABLE, ids=lambda counted: counted.path)
def test_a_real_file(shared: Path, vocabulary: Vocabulary, counted: Counted) -> None:
    file = shared / "data" / counted.path
    page = Page(1, file.name, file.read_bytes(), NOW)
    if counted.element in ("Capabilities", "WFS_Capabilities", "ExceptionReport"):
        with pytest.raises(HarvestError) as raised:
            csw.open_page(PORTAL, page)
        assert raised.value.code in ("answer.csw_other", "answer.csw_refused")
        return
    contents = csw.open_page(PORTAL, page)
    named = [each.identifier for each in contents.broken]
    assert len(contents.items) + len(named) == (counted.records or 0)
    assert all(named)
    levels = re.findall(r'hierarchyLevel>\s*<[^>]*codeListValue="(\w+)"', page.body.decode())
    services = levels.count("service")
    assert services <= len(named) <= services + levels.count("application")
    reader = make_reader(vocabulary)
    for item in contents.items:
        record = csw.parse(PORTAL, item)
        dataset, _ = understand(reader, PORTAL, record)
        assert dataset.title and record.identifier
        assert "individualName" not in record.statements
        again = csw.reread(PORTAL, item.identifier, record.kind, record.statements, record.personal)
        assert again == record


def test_the_table_was_read(shared: Path) -> None:
    assert len(TABLE) > 40
    assert sum(counted.records or 0 for counted in TABLE) > 40


def test_licences_of_real_records_are_read(shared: Path, vocabulary: Vocabulary) -> None:
    file = shared / "data" / "portals" / "csw-iso19139" / "berlin-fisbroker"
    body = (file / "dataset-open-data.xml").read_bytes()
    (item,) = csw.open_page(PORTAL, Page(1, "x", body, NOW)).items
    dataset, _ = understand(make_reader(vocabulary), PORTAL, csw.parse(PORTAL, item))
    assert dataset.licence.value == "dl-by-de-2.0"
