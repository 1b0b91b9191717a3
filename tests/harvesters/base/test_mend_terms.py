# SPDX-License-Identifier: EUPL-1.2
"""Terms that strict RDF or XML 1.0 cannot carry: whatever comes in, what goes out is valid."""

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.base.mend_terms import TermMender, mend_iri
from harvesters.base.record import Record
from tests.harvesters.pages import BASE, XML_START, only, records, turtle, xml

FORBIDDEN = [chr(code) for code in range(32) if code not in (9, 10, 13)] + ["\ufffe", "\uffff"]


def assert_valid(lines: str) -> None:
    """The lines are read alike by a strict parser and by rdflib, and can be written as XML."""
    triples = list(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))
    assert len(triples) == len([line for line in lines.split("\n") if line])
    graph = rdflib.Graph().parse(data=lines, format="nt")
    assert len(graph) == len({str(each) for each in triples})
    assert not any(char in line for char in FORBIDDEN for line in map(unescaped, lines.split("\n")))


def unescaped(line: str) -> str:
    """A line with its literal's text as it is meant."""
    return "".join(each.object.value for each in ox.parse(line, format=ox.RdfFormat.N_TRIPLES))


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("https://a.example/50%", "https://a.example/50%25"),
        ("https://a.example/{id}|x", "https://a.example/%7Bid%7D%7Cx"),
        ("https://a.example/ä", "https://a.example/ä"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ("https://a.example/?f[]=1", "https://a.example/?f%5B%5D=1"),
        (r"https://a.example\b", "https://a.example/b"),
        ("tel:+49 40 4 28 40 - 3494", "tel:+49%2040%204%2028%2040%20-%203494"),
        ("mailto:a b@c.example", "mailto:a%20b@c.example"),
        ("https://a.example/<b>", "https://a.example/%3Cb%3E"),
        ('https://a.example/"b"', "https://a.example/%22b%22"),
        ("https://[kaputt", "https://%5Bkaputt"),
        ("", None),
    ],
)
def test_an_iri_is_encoded_or_given_up(said: str, mended: str | None) -> None:
    assert mend_iri(said) == mended


@given(st.text(max_size=60))
def test_a_mended_iri_is_always_valid(rest: str) -> None:
    mended = mend_iri(f"https://a.example/{rest}")
    if mended is not None:
        assert str(ox.NamedNode(mended)) == f"<{mended}>"
        assert mend_iri(mended) == mended


def title(text: str, tag: str = "") -> str:
    """A dataset in Turtle with an escaped title."""
    escaped = "".join(f"\\U{ord(char):08X}" for char in text)
    return turtle(f':d a dcat:Dataset ; dct:title "{escaped}"{tag} .')


@pytest.mark.parametrize("char", FORBIDDEN)
def test_characters_that_xml_forbids_are_taken_out(char: str) -> None:
    record = only(title(f"vor{char}nach"))
    assert record.titles[0].value == "vornach"
    assert [each.code for each in record.repairs] == ["text.control_characters"]


@pytest.mark.parametrize(
    "text", [r"C:\u0001", r"\b\f", "a\\", "\\\\u0002", "a\tb\n\rc", 'say "hi"']
)
def test_what_only_looks_forbidden_stays(text: str) -> None:
    record = only(title(text))
    assert record.titles[0].value == text
    assert record.repairs == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30), st.booleans())
def test_any_text_comes_out_valid(text: str, spoilt: bool) -> None:
    spoil = " ; dcat:landingPage <https://a.example/b c>" if spoilt else ""
    record = only(title(text).removesuffix(" .") + f"{spoil} .")
    assert_valid(record.statements)


@pytest.mark.parametrize(
    ("tag", "lang"), [("de_DE", ""), ("DE-de", "de-de"), ("deutschsprachig", ""), ("", "")]
)
def test_language_tags(tag: str, lang: str) -> None:
    record = only(
        xml(
            '<dcat:Dataset rdf:about="a b"><dct:title'
            f' xml:lang="{tag}">T</dct:title></dcat:Dataset>'
        )
    )
    assert record.titles == (("T", lang),)
    assert_valid(record.statements)


def test_relative_addresses_are_resolved_against_the_portal_never_a_file() -> None:
    text = xml(
        '<dcat:Dataset rdf:about="datensatz/1"><dcat:landingPage rdf:resource="/seite"/>'
        '<dcat:contactPoint rdf:resource="amt@grauheim.example"/></dcat:Dataset>'
    )
    record = only(text)
    assert record.identifier == f"{BASE}datensatz/1"
    assert record.landing_pages == (f"{BASE}seite",)
    assert "file:" not in record.statements


def test_a_mend_belongs_to_its_dataset_and_is_told_once() -> None:
    bad = "<https://a.example/b c>"
    text = turtle(
        f":d a dcat:Dataset ; dcat:landingPage {bad} ; dct:relation {bad} ; dct:source"
        f" [ :x {bad} ] ."
        ":e a dcat:Dataset ; dct:source [ :x 1 ] ."
    )
    spoilt, clean = records(text)
    assert [(each.code, each.value, each.subject) for each in spoilt.repairs] == [
        ("iri.repaired", "https://a.example/b c", f"{BASE}d")
    ] * 2
    assert clean.repairs == ()


def test_a_dataset_whose_own_address_is_mended_is_told_so() -> None:
    record = only(turtle("<https://a.example/neustadt i. h.> a dcat:Dataset ; dct:title 'T' ."))
    assert record.identifier == "https://a.example/neustadt%20i.%20h."
    assert [each.subject for each in record.repairs] == [record.identifier]


def test_triples_in_triples_are_left_out_and_told() -> None:
    record = only(turtle(":d a dcat:Dataset ; :p <<( :a :b :c )>> ; dct:title 'T' ."))
    assert "<<(" not in record.statements
    assert [each.code for each in record.repairs] == ["statement.unwritable"]


def test_a_blank_predicate_is_left_out() -> None:
    mender = TermMender(BASE, "ntriples")
    assert mender.mend("<urn:a>", "<0c8e66>", '"x"') is None
    assert [each.code for each in mender.repairs] == ["iri.relative", "statement.unwritable"]


def invalid() -> Record:
    """A record in which nearly everything had to be mended."""
    return only(
        f"{XML_START}<dcat:Dataset rdf:about='https://a.example/ein datensatz'>"
        "<dct:title xml:lang='de_DE'>T\x0b</dct:title><dct:license rdf:resource='frei nutzbar'/>"
        "<dct:issued rdf:datatype='http://kein typ'>2031</dct:issued>"
        "<vcard:hasTelephone rdf:resource='tel:+49 40 1'/>"
        "</dcat:Dataset></rdf:RDF>"
    )


def test_a_thoroughly_invalid_dataset_comes_out_valid() -> None:
    record = invalid()
    assert_valid(record.statements)
    assert {each.code for each in record.repairs} == {"iri.repaired", "language_tag.repaired"}
