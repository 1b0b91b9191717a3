# SPDX-License-Identifier: EUPL-1.2
"""A damaged record of a catalogue service costs itself, or nothing where no doubt is left (H8)."""

from datetime import UTC, datetime

import pytest

from harvesters import HARVESTERS
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Contents, Page, Portal

URL = "https://geo.example/csw"
SPACES = (
    'xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" '
    'xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"'
)


def record(number: int, abstract: str) -> str:
    def text(name: str, said: str) -> str:
        return f"<gmd:{name}><gco:CharacterString>{said}</gco:CharacterString></gmd:{name}>"

    return (
        f"<gmd:MD_Metadata>{text('fileIdentifier', f'satz-{number}')}<gmd:identificationInfo>"
        f"<gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>{text('title', 'Bäume')}"
        f"</gmd:CI_Citation></gmd:citation>{text('abstract', abstract)}"
        "</gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>"
    )


def opened(second: str) -> Contents:
    records = record(1, "gut") + record(2, second) + record(3, "gut")
    body = (
        f"<csw:GetRecordsResponse {SPACES}><csw:SearchResults>{records}"
        "</csw:SearchResults></csw:GetRecordsResponse>"
    )
    page = Page(1, "datei.xml", body.encode(), datetime(2026, 1, 1, tzinfo=UTC), local=True)
    return HARVESTERS["csw"].open(Portal("geo", "csw", URL, URL), page)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Eichen\x01 und\x0b Linden", "text.control_characters"),
        ("Eichen\x00 und Linden", "text.control_characters"),
        ("Eichen&#0;&#x1F; und &#xD800;Linden", "text.control_characters"),
        ("Eichen & Linden", "xml.repaired"),
        ("1 < 2", "xml.repaired"),
        ("B&auml;ume&nbsp;", "xml.repaired"),
        ("<gml:x>y</gml:x>", "xml.repaired"),
    ],
)
def test_what_leaves_no_doubt_is_mended_and_told(said: str, code: str) -> None:
    contents = opened(said)
    assert [item.identifier for item in contents.items] == ["satz-1", "satz-2", "satz-3"]
    assert not contents.broken and code in {each.code for each in contents.repairs}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("</gmd:nie>", "item.broken_xml"),
        ("<a>" * 3_000 + "</a>" * 3_000, "item.too_much"),
        ("<a " + " ".join(f'b{n}="1"' for n in range(2_000)) + "/>", "item.too_much"),
        ("<a/>" * 600_000, "item.too_much"),
    ],
)
def test_one_record_costs_itself(said: str, reason: str) -> None:
    contents = opened(said)
    assert [item.identifier for item in contents.items] == ["satz-1", "satz-3"]
    assert [(each.identifier, each.reason) for each in contents.broken] == [("satz-2", reason)]


def test_persons_are_not_shown_where_a_text_was_mended() -> None:
    shown = {each.value for each in opened("Auskunft & mehr: erika.muster@amt.example").repairs}
    assert shown and not any("erika" in each for each in shown)


def test_an_answer_of_nothing_but_elements_is_refused() -> None:
    body = f"<csw:GetRecordsResponse {SPACES}>{'<a/>' * 600_000}</csw:GetRecordsResponse>"
    page = Page(1, "datei.xml", body.encode(), datetime(2026, 1, 1, tzinfo=UTC), local=True)
    with pytest.raises(UnexpectedAnswer) as raised:
        HARVESTERS["csw"].open(Portal("geo", "csw", URL, URL), page)
    assert raised.value.code == "answer.csw_too_many"
