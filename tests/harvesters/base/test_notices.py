# SPDX-License-Identifier: EUPL-1.2
"""A notice of the server before a catalogue costs nothing of it (promise H8)."""

from datetime import UTC, datetime

import pytest

from harvesters import HARVESTERS
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Contents, Page, Portal

URL = "https://daten.example/katalog"
NOTICE = "<br />\n<b>Warning</b>: Undefined in <b>/var/www/x.php</b> on line <b>3</b><br />\n"
XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dcat="http://www.w3.org/ns/dcat#">'
    '<dcat:Dataset rdf:about="https://daten.example/1"/></rdf:RDF>'
)
TURTLE = (
    "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<https://daten.example/1> a dcat:Dataset .\n"
)


def opened(text: str) -> Contents:
    page = Page(1, URL, text.encode(), datetime(2026, 1, 1, tzinfo=UTC))
    return HARVESTERS["dcat"].open(Portal("stadt", "dcat", URL, URL), page)


LINKED = '{"@id": "https://daten.example/1", "@type": "http://www.w3.org/ns/dcat#Dataset"}'


@pytest.mark.parametrize("text", [XML, f'<?xml version="1.0"?>\n{XML}', TURTLE, LINKED])
def test_what_stands_behind_a_notice_is_read_and_the_notice_told(text: str) -> None:
    contents = opened(NOTICE + text)
    assert [item.identifier for item in contents.items] == ["https://daten.example/1"]
    assert any("Warning" in each.value or "<br" in each.value for each in contents.repairs)
    assert not contents.truncated


def test_a_comment_before_the_root_is_no_notice() -> None:
    said = "><dcat:keyword>A & B</dcat:keyword></dcat:Dataset>"
    repairs = opened(f"<!-- Stand -->\n{XML.replace('/>', said, 1)}").repairs
    assert repairs and "Stand" not in "".join(each.value for each in repairs)


def test_a_notice_alone_is_refused() -> None:
    with pytest.raises(UnexpectedAnswer):
        opened(NOTICE)


def test_json_ld_in_a_call_is_read() -> None:
    assert len(opened(f"rueckruf({LINKED});").items) == 1


@pytest.mark.parametrize("space", ["", "http://www.w3.org/XML/1998/namespace"])
def test_a_prefix_that_may_not_be_declared_so_costs_its_statement(space: str) -> None:
    said = f'><x:y xmlns:x="{space}">a</x:y></dcat:Dataset>'
    contents = opened(XML.replace("/>", said, 1))
    assert [item.identifier for item in contents.items] == ["https://daten.example/1"]
    assert "xml.repaired" in {each.code for each in contents.repairs}
