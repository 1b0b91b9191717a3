# SPDX-License-Identifier: EUPL-1.2
"""Lists of concepts: URIs in every spelling, words of administrations, parents."""

import pytest

from app.vocabulary import Vocabulary

EU = "http://publications.europa.eu/resource/authority/"


@pytest.mark.parametrize(
    ("part", "said", "key"),
    [
        ("themes", EU + "data-theme/TRAN", "TRAN"),
        ("themes", "https://publications.europa.eu/resource/authority/data-theme/TRAN/", "TRAN"),
        ("frequencies", "http://purl.org/cld/freq/biennial", "BIENNIAL"),
        ("frequencies", EU + "frequency/ANNUAL_2", "ANNUAL_2"),
        (
            "frequencies",
            "http://inspire.ec.europa.eu/metadata-codelist/MaintenanceFrequencyCode/asNeeded",
            "IRREG",
        ),
        ("access_rights", EU + "access-right/RESTRICTED", "RESTRICTED"),
        ("availability", "https://www.dcat-ap.de/def/plannedAvailability/stable", "STABLE"),
        ("availability", EU + "planned-availability/TEMPORARY", "TEMPORARY"),
        ("inspire_themes", "https://inspire.ec.europa.eu/theme/tn", "tn"),
        ("hvd_categories", "http://data.europa.eu/bna/c_ac64a52d", "c_ac64a52d"),
    ],
)
def test_by_uri(vocabulary: Vocabulary, part: str, said: str, key: str) -> None:
    found = getattr(vocabulary, part).by_uri(said)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("part", "said", "key"),
    [
        ("themes", "verkehr", "TRAN"),
        ("themes", "Population and society", "SOCI"),
        ("frequencies", "Jährlich", "ANNUAL"),
        ("frequencies", "R/P1M", "MONTHLY"),
        ("frequencies", "asNeeded", "IRREG"),
        ("frequencies", "quartalsweise", "QUARTERLY"),
        ("access_rights", "Public", "PUBLIC"),
        ("inspire_themes", "Verkehrsnetze", "tn"),
        ("inspire_themes", "Land use", "lu"),
    ],
)
def test_by_alias(vocabulary: Vocabulary, part: str, said: str, key: str) -> None:
    found = getattr(vocabulary, part).by_alias(said)
    assert found is not None
    assert found.key == key


def test_unknown_is_none(vocabulary: Vocabulary) -> None:
    assert vocabulary.themes.by_uri(EU + "data-theme/AGRO") is None
    assert vocabulary.themes.by_alias("Verkehr und mehr") is None
    assert vocabulary.frequencies.by_uri("ftp://some-frequency") is None


def test_top_of_an_hvd_category(vocabulary: Vocabulary) -> None:
    hvd = vocabulary.hvd_categories
    tops = {hvd.top(concept).key for concept in hvd}
    assert len(tops) == 6
    elevation = hvd.by_alias("Höhe")
    assert elevation is not None
    assert hvd.top(elevation).name_de == "Erdbeobachtung und Umwelt"


def test_every_concept_has_both_names(vocabulary: Vocabulary) -> None:
    for part in ("themes", "frequencies", "hvd_categories", "access_rights", "inspire_themes"):
        for concept in getattr(vocabulary, part):
            assert concept.name("de"), concept.key
            assert concept.name("en"), concept.key


def test_contributor_behind_which_one_kommune_stands(vocabulary: Vocabulary) -> None:
    base = "https://www.dcat-ap.de/def/contributors/"
    assert vocabulary.contributors.kommune(base + "openDataHRO") == "13003000"
    assert vocabulary.contributors.kommune(base + "schleswigHolstein") is None
    assert vocabulary.contributors.kommune("https://opendata.example.org") is None
