# SPDX-License-Identifier: EUPL-1.2
"""Which predicates all syntaxes can carry, and the one spelling of dcatde."""

import pytest

from app.export.fitness import canonical_predicate, is_xml_name
from app.export.terms import DCATDE, RDF


@pytest.mark.parametrize(
    "value",
    [
        "http://purl.org/dc/terms/title",
        "http://dcat-ap.de/def/dcatde/1_0politicalGeocodingURI",
        "http://x.example/größe",
        "http://x.example/p?a=b",
        "urn:p",
        RDF + "_1",
        RDF + "type",
    ],
)
def test_xml_names(value: str) -> None:
    assert is_xml_name(value)


@pytest.mark.parametrize(
    "value",
    [
        "http://x.example/ends/",
        "http://x.example/123",
        "http://x.example/a-1/²",
        "http://x.example/#",
        "http://x.example/-",
        RDF + "li",
        RDF + "Description",
        RDF + "ID",
        "http://www.w3.org/XML/1998/namespacelang",
        "http://www.w3.org/2000/xmlns/a",
        "title",
    ],
)
def test_no_xml_names(value: str) -> None:
    assert not is_xml_name(value)


@pytest.mark.parametrize(
    "space",
    [
        "http://dcat-ap.de/def/dcatde/",
        "https://www.dcat-ap.de/def/dcatde/",
        "https://www.dcat-ap.de/def/dcatde/1.1/",
        "http://dcat-ap.de/def/dcatde/1.0.1/",
        "http://dcat-ap.de/def/dcatde/1_0/",
        "http://dcat-ap.de/def/dcatde/1_0",
        "http://www.dcat-ap.de/def/dcatde/2.0/",
        "http://dcat-ap.de/def/dcatde/3.0#",
    ],
)
def test_every_spelling_of_dcatde_becomes_one(space: str) -> None:
    assert canonical_predicate(space + "contributorID") == DCATDE + "contributorID"


@pytest.mark.parametrize(
    "value",
    [
        "http://dcat-ap.de/def/licenses/contributorID",
        "http://dcat-ap.de.example/def/dcatde/contributorID",
        "http://dcat-ap.de/def/dcatde/1.0/a/b",
        "http://dcat-ap.de/def/dcatde/",
    ],
)
def test_other_predicates_stay_as_they_are(value: str) -> None:
    assert canonical_predicate(value) == value
