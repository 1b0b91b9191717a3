# SPDX-License-Identifier: EUPL-1.2
"""Broken RDF/XML: one fault costs at most one dataset, and every mend is reported (H6, H8)."""

import pytest

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Contents
from tests.harvesters.pages import (
    BASE,
    XML_END,
    catalogue_xml,
    dataset_xml,
    names,
    only,
    read,
    records,
    xml,
)


def codes(contents: Contents) -> list[str]:
    return [each.code for each in contents.repairs]


def flat(*elements: str) -> str:
    return xml("\n".join(elements))


def described(number: int, inner: str = "") -> str:
    """A dataset and its distribution side by side, as plain serialisers write them."""
    return (
        f'<rdf:Description rdf:about="{BASE}d{number}">'
        f'<rdf:type rdf:resource="http://www.w3.org/ns/dcat#Dataset"/>'
        f"<dct:title>Datensatz {number}</dct:title>{inner}"
        f'<dcat:distribution rdf:resource="{BASE}d{number}/csv"/></rdf:Description>\n'
        f'<rdf:Description rdf:about="{BASE}d{number}/csv">'
        f'<dcat:accessURL rdf:resource="{BASE}d{number}.csv"/></rdf:Description>'
    )


@pytest.mark.parametrize(
    ("written", "meant", "code"),
    [
        ("Park & Ride", "Park & Ride", "xml.repaired"),
        ("a?b=1&c=2&d", "a?b=1&c=2&d", "xml.repaired"),
        ("Grün&nbsp;weiß &Uuml;bung", "Grün\xa0weiß Übung", "xml.repaired"),
        ("kein &unsinn; hier", "kein &unsinn; hier", "xml.repaired"),
        ("unter 5 < 6 <- 7", "unter 5 < 6 <- 7", "xml.repaired"),
        ("ein\x02Zeichen", "einZeichen", "text.control_characters"),
        ("ein&#x2;Zei&#0;chen", "einZeichen", "text.control_characters"),
        ("ein\ufeffZeichen &", "einZeichen &", "text.control_characters"),
        ("<b>fett</b> und<br>schräg", "<b>fett</b> und<br>schräg", "xml.repaired"),
        ("<p>eins</p><p class='x'>zwei</p>", "<p>eins</p><p class='x'>zwei</p>", "xml.repaired"),
    ],
)
def test_a_text_keeps_what_was_meant(written: str, meant: str, code: str) -> None:
    broken = f"<dct:abstract>x</dct:abstract><dct:title>{written}</dct:title>"
    text = catalogue_xml(dataset_xml(1, broken), dataset_xml(2))
    contents = read(text)
    assert names(contents) == ["d1", "d2"]
    assert (contents.broken, contents.truncated) == ((), False)
    first = records(text)[0]
    assert code in codes(contents) + [each.code for each in first.repairs]
    assert meant in [title.value for title in first.titles]


def test_a_mend_says_where_and_in_which_dataset() -> None:
    broken = dataset_xml(2, "<dct:abstract>Park & Ride</dct:abstract>\n")
    (repair,) = read(catalogue_xml(dataset_xml(1), broken)).repairs
    assert repair.subject == f"{BASE}d2"
    assert repair.position.startswith("page 1, line ")
    assert "Park & Ride" in repair.value


def test_an_ampersand_in_an_address_keeps_the_address() -> None:
    inner = '<dcat:landingPage rdf:resource="https://a.example/?a=1&b=2"/>'
    assert only(catalogue_xml(dataset_xml(1, inner))).landing_pages == (
        "https://a.example/?a=1&b=2",
    )


def test_cdata_is_never_mended() -> None:
    inner = (
        "<dct:abstract>a & b</dct:abstract><dct:title><![CDATA[c & d <b>e</b> &nbsp;]]></dct:title>"
    )
    titles = [title.value for title in only(catalogue_xml(dataset_xml(1, inner))).titles]
    assert "c & d <b>e</b> &nbsp;" in titles


def test_a_known_prefix_is_declared_and_an_unknown_one_costs_its_statement() -> None:
    text = catalogue_xml(dataset_xml(1, "<mobi:x>1</mobi:x><dct:abstract>a</dct:abstract>"))
    contents = read(text.replace('xmlns:vcard="http://www.w3.org/2006/vcard/ns#"', ""))
    assert names(contents) == ["d1"]
    found = [each for each in contents.repairs if each.code == "statement.unwritable"]
    assert [each.subject for each in found] == [f"{BASE}d1"]
    assert "undeclared" not in contents.items[0].payload.lines
    bare = catalogue_xml(dataset_xml(1, "<vcard:fn>Amt</vcard:fn>"))
    lines = read(bare.replace('xmlns:vcard="http://www.w3.org/2006/vcard/ns#"', "")).items[0]
    assert "<http://www.w3.org/2006/vcard/ns#fn>" in lines.payload.lines


FAULTS = {
    "end tag of another name": "<dct:abstract>x</dct:titel>",
    "crossed elements": "<dct:a><dct:b>x</dct:a></dct:b>",
    "an attribute twice": '<dct:a rdf:resource="urn:a" rdf:resource="urn:b"/>',
    "a quote missing": '<dct:a rdf:resource="urn:a/>',
    "no end tag": "<dct:abstract>x",
    "a stray end tag": "</dct:abstract>",
    "RDF that is none": '<dct:a rdf:parseType="Resource" rdf:resource="urn:a">x</dct:a>',
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("shape", ["nested", "flat", "mixed"])
def test_one_broken_dataset_costs_one_dataset(fault: str, shape: str) -> None:
    if shape == "nested":
        text = catalogue_xml(*(dataset_xml(n, FAULTS[fault] if n == 3 else "") for n in range(6)))
    elif shape == "flat":
        text = flat(*(described(n, FAULTS[fault] if n == 3 else "") for n in range(6)))
    else:
        text = flat(*(dataset_xml(n, FAULTS[fault] if n == 3 else "") for n in range(6)))
    contents = read(text)
    assert [name for name in names(contents) if name != "d3"] == ["d0", "d1", "d2", "d4", "d5"]
    if "d3" not in names(contents):
        assert f"{BASE}d3" in [each.identifier for each in contents.broken]
        assert {each.reason for each in contents.broken} == {"item.broken_xml"}
        assert all(each.position.startswith("line ") for each in contents.broken)
    assert not contents.truncated


def test_a_dataset_without_end_tag_does_not_swallow_its_neighbour() -> None:
    headless = dataset_xml(2).replace("</dcat:Dataset>", "")
    contents = read(catalogue_xml(dataset_xml(1), headless, dataset_xml(3)))
    assert names(contents) == ["d1", "d3"]
    assert [each.identifier for each in contents.broken] == [f"{BASE}d2"]
    assert contents.catalogues[0].titles[0].value == "Katalog"


def test_a_dataset_inside_a_dataset_is_not_torn_apart() -> None:
    inner = f'<dct:source><dcat:Dataset rdf:about="{BASE}old"/></dct:source>'
    contents = read(catalogue_xml(dataset_xml(1, inner), dataset_xml(2, "<dct:a>x</dct:b>")))
    assert sorted(names(contents)) == ["d1", "old"]
    assert [each.identifier for each in contents.broken] == [f"{BASE}d2"]


def test_datasets_of_a_catalogue_that_is_broken_itself_are_taken_out_of_it() -> None:
    text = catalogue_xml(dataset_xml(1), dataset_xml(2)).replace("Katalog", "Kata<dct:x>log")
    contents = read(text)
    assert names(contents) == ["d1", "d2"]
    assert contents.truncated, "its links to other pages are lost, so the run must not retire"
    assert "xml.repaired" in codes(contents)


def test_namespaces_may_be_declared_inside_and_in_single_quotes() -> None:
    text = f"""<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
    <dcat:Catalog xmlns:dcat='http://www.w3.org/ns/dcat#' rdf:about='{BASE}'><dcat:dataset>
    <dcat:Dataset rdf:about='{BASE}d1'><dcat:keyword>a</dcat:keyword></dcat:Dataset>
    </dcat:dataset><dcat:dataset>
    <dcat:Dataset rdf:about='{BASE}d2'><dcat:keyword>a</dcat:theme></dcat:Dataset>
    </dcat:dataset></dcat:Catalog></rdf:RDF>"""
    assert names(read(text)) == ["d1"]


def test_what_stands_behind_the_end_is_cut_off_and_reported() -> None:
    text = catalogue_xml(dataset_xml(1)) + "<br/>\n<b>Warning</b>: out of memory on line 5"
    contents = read(text)
    assert names(contents) == ["d1"]
    assert not contents.truncated
    assert "Warning" in contents.repairs[0].value


def test_two_documents_in_one_file_are_read_both() -> None:
    text = catalogue_xml(dataset_xml(1)) + catalogue_xml(dataset_xml(2))
    contents = read(text)
    assert names(contents) == ["d1", "d2"]
    assert not contents.truncated


@pytest.mark.parametrize("opening", ["<!-- ", "<![CDATA["])
def test_a_comment_without_end_hides_one_dataset_at_most(opening: str) -> None:
    contents = read(catalogue_xml(dataset_xml(1), dataset_xml(2, opening), dataset_xml(3)))
    assert {"d1", "d3"} <= set(names(contents))


def test_a_comment_with_tags_before_the_root_is_no_root() -> None:
    text = catalogue_xml(dataset_xml(1)).replace(
        "<rdf:RDF", "<!-- <stand>heute</stand> --><rdf:RDF"
    )
    contents = read(text)
    assert (names(contents), contents.repairs, contents.truncated) == (["d1"], (), False)


def test_line_ends_of_other_systems_are_line_feeds() -> None:
    text = catalogue_xml(dataset_xml(1, "<dct:title>eins\nzwei</dct:title>"))
    for ending in ("\r\n", "\r"):
        record = only(text.replace("\n", ending))
        assert "eins\nzwei" in [title.value for title in record.titles]
    same = {read(text.replace("\n", end)).items[0].hash for end in ("\n", "\r\n", "\r")}
    assert len(same) == 1


def test_where_nothing_can_be_saved_one_sentence_says_so() -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        read(flat("<dct:a>x</dct:b>"))
    assert raised.value.code == "answer.unreadable"
    with pytest.raises(UnexpectedAnswer) as raised:
        read(catalogue_xml(dataset_xml(1))[:900])
    assert raised.value.code == "answer.truncated"


def test_an_empty_catalogue_is_complete() -> None:
    for text in (
        xml(""),
        f"<rdf:RDF xmlns:rdf='{'http://www.w3.org/1999/02/22-rdf-syntax-ns#'}'/>",
    ):
        contents = read(text)
        assert (contents.items, contents.truncated) == ((), False)
    assert not read(xml("") + "<!-- " + "x" * 5_000 + " -->").truncated
    assert XML_END in xml("")
