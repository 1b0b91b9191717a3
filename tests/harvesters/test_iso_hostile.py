# SPDX-License-Identifier: EUPL-1.2
"""Answers of catalogue services made to cost time or memory (promises H9, S2)."""

import time

import pytest

from harvesters.base.errors import HarvestError
from harvesters.base.iso19139_rights import read_entry
from tests.harvesters.csw_server import Entry
from tests.harvesters.test_iso19139 import FIXTURE, opened, solar


def test_trees_that_would_fill_the_memory_are_refused() -> None:
    for body in ("<a>" + "<b/>" * 1_100_000 + "</a>", "<a " + 'b="" ' * 1_100_000 + "/>"):
        with pytest.raises(HarvestError) as raised:
            opened(body)
        assert raised.value.code == "answer.csw_too_many"


@pytest.mark.parametrize(
    "text",
    [
        "epsg" + ":" * 60_000,
        "epsg" + "0." * 60_000,
        "{" * 100_000,
        '"{' * 60_000 + "}",
        "-" * 90_000,
    ],
)
def test_long_texts_without_sense_cost_no_time(text: str) -> None:
    begun = time.process_time()
    record = solar(
        FIXTURE.read_text().replace("EPSG:25832", text).replace("GeoPackage", text + "a")
    )
    assert record.identifier and read_entry(text) == {}
    assert time.process_time() - begun < 6


def test_damage_costs_no_time() -> None:
    text = FIXTURE.read_text()
    for junk in ("<a " * 15_000, "<gmd:MD_Metadata " * 15_000, "fileIdentifier><" * 15_000):
        begun = time.process_time()
        contents = opened(text[:-100] + junk + "x" * 1_000_000)
        assert contents.truncated
        assert time.process_time() - begun < 6


def test_services_that_operate_on_everything_are_refused() -> None:
    datasets = [Entry(f"id-{number}") for number in range(300)]
    links = "".join(f'<srv:operatesOn uuidref="id-{number}"/>' for number in range(300))
    end = "</srv:SV_ServiceIdentification>"
    services = [
        Entry(f"s-{number}", "service").as_xml().replace(end, links + end) for number in range(100)
    ]
    records = "".join([each.as_xml() for each in datasets] + services)
    with pytest.raises(HarvestError) as raised:
        opened(
            '<csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2">'
            f"<csw:SearchResults>{records}</csw:SearchResults></csw:GetRecordsResponse>"
        )
    assert raised.value.code == "answer.entangled"


def test_a_record_that_says_too_much_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harvesters.base.csw_page._MOST_ELEMENTS", 500)
    many = tuple(f"wort{number}" for number in range(1_000))
    records = "".join(Entry(f"id-{n}", keywords=many if n == 2 else ()).as_xml() for n in (1, 2, 3))
    contents = opened(
        '<csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2">'
        f"<csw:SearchResults>{records}</csw:SearchResults></csw:GetRecordsResponse>"
    )
    assert [item.identifier for item in contents.items] == ["id-1", "id-3"]
    assert [(each.identifier, each.reason) for each in contents.broken] == [
        ("id-2", "item.too_much")
    ]
