# SPDX-License-Identifier: EUPL-1.2
"""Terms as N-Triples writes them: short names, values, escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.base.record import Text
from harvesters.base.terms import Known, curie, is_blank, text_of, unescape, value


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("http://purl.org/dc/terms/title", "dct:title"),
        ("https://purl.org/dc/terms/title", "dct:title"),
        ("http://www.w3.org/ns/dcat#theme", "dcat:theme"),
        ("https://schema.org/startDate", "schema:startDate"),
        ("http://data.europa.eu/r5r/availability", "dcatap:availability"),
        ("http://dcat-ap.de/def/dcatde/1_0politicalGeocodingURI", "dcatde:politicalGeocodingURI"),
        ("http://dcat-ap.de/def/licenses/cc-by", "http://dcat-ap.de/def/licenses/cc-by"),
        ("http://www.w3.org/2006/time#hasEnd", "time:hasEnd"),
        ("urn:x", "urn:x"),
        ("http://purl.org/dc/elements/1.1/title", "http://purl.org/dc/elements/1.1/title"),
    ],
)
def test_short_names(iri: str, short: str) -> None:
    assert curie(f"<{iri}>") == short


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("<urn:a>", "urn:a"),
        ('"text"', "text"),
        ('"text"@de', "text"),
        ('"1"^^<http://www.w3.org/2001/XMLSchema#integer>', "1"),
        (r'"a\"b\\c\td\ne"', 'a"b\\c\td\ne'),
        (r'"\u00e4\U0001F333"', "ä🌳"),
        ("_:b1", ""),
    ],
)
def test_values(term: str, said: str) -> None:
    assert value(term) == said
    assert is_blank(term) == term.startswith("_:")


def test_texts_and_tags() -> None:
    assert text_of('"T"@de-DE') == Text("T", "de-DE")
    assert text_of('"T"') == Text("T")
    assert text_of('"ein @de"') == Text("ein @de")
    assert text_of('"5"^^<urn:x>') == Text("5")
    assert text_of("<urn:a>") == Text("urn:a")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_escapes_come_back(text: str) -> None:
    written = "".join(f"\\U{ord(char):08x}" for char in text)
    assert unescape(written) == text


def test_what_is_known_stays_small() -> None:
    """Neither many terms nor long ones fill the memory, and each answer is right all the same."""
    known = Known(len)
    assert [known[f"<urn:{number}>"] for number in (1, 22, 1)] == [7, 8, 7]
    assert known["x" * 5_000] == 5_000
    assert sorted(known) == ["<urn:1>", "<urn:22>"]
    for number in range(30_000):
        assert known[str(number)] == len(str(number))
    assert len(known) < 15_000
