# SPDX-License-Identifier: EUPL-1.2
"""Licences match exactly: every listed spelling, no other licence, no version added or dropped."""

import csv
import re
from pathlib import Path

import pytest

from app.vocabulary import Licences, Vocabulary


@pytest.fixture
def licences(vocabulary: Vocabulary) -> Licences:
    return vocabulary.licences


@pytest.mark.parametrize(
    ("uri", "id"),
    [
        ("http://dcat-ap.de/def/licenses/dl-by-de/2.0", "dl-by-de-2.0"),
        ("https://www.dcat-ap.de/def/licenses/dl-by-de/2_0/", "dl-by-de-2.0"),
        ("<http://dcat-ap.de/def/licenses/other-open>", "other-open"),
        ("https://www.dcat-ap.de/def/licenses/20991231.html#dl-zero-de/2.0", "dl-zero-de-2.0"),
        ("govdata.de/dl-de/by-2-0", "dl-by-de-2.0"),
        ("https://www.govdata.de/dl-de/zero-2-0", "dl-zero-de-2.0"),
        ("http://creativecommons.org/licenses/by/4.0/deed.fr", "cc-by-4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/legalcode.de", "cc-by-sa-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1#deed", "cc-by-4.0"),
        ("https://creativecommons.org/licenses/by/3.0/de/deed.de", "cc-by-3.0-de"),
        ("http://publications.europa.eu/resource/authority/licence/CC_BY_4_0", "cc-by-4.0"),
        ("http://europeandataportal.eu/ontologies/od-licenses#DL-DE-BY2.0", "dl-by-de-2.0"),
    ],
)
def test_by_uri(licences: Licences, uri: str, id: str) -> None:
    found = licences.by_uri(uri)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize(
    "uri",
    [
        "http://creativecommons.org/licenses/by/5.0/",
        "http://creativecommons.org/licenses/by/3.0/nl/",
        "http://europeandataportal.eu/ontologies/od-licenses",
        "http://europeandataportal.eu/ontologies/od-licenses#UNHEARD-OF",
        "https://www.govdata.de/dl-de/by-3-0",
        "http://dcat-ap.de/def/licenses/",
        "http://www.geolizenz.org",
        "",
    ],
)
def test_other_documents_are_not_read(licences: Licences, uri: str) -> None:
    assert licences.by_uri(uri) is None


def test_uri_without_version_is_a_class(licences: Licences) -> None:
    for code in ("CC_BY", "CC_BYSA", "CC_BYNC", "CC_BYND", "CC_BYNCSA", "CC_BYNCND"):
        found = licences.by_uri(f"http://publications.europa.eu/resource/authority/licence/{code}")
        assert found is not None
        assert found.is_class, code


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Datenlizenz Deutschland – Namensnennung – Version 2.0", "dl-by-de-2.0"),
        ("Datenlizenz Deutschland Namensnennung 2.0", "dl-by-de-2.0"),
        ("DL-DE/ZERO-2-0", "dl-zero-de-2.0"),
        ("dl-de/by-2-0", "dl-by-de-2.0"),
        ("CC BY 4.0", "cc-by-4.0"),
        ("cc-by-sa-4.0", "cc-by-sa-4.0"),
        ("Creative Commons Namensnennung - Nicht-kommerziell 4.0 International", "cc-by-nc-4.0"),
        ("Creative Commons Attribution NoDerivatives 4.0 International", "cc-by-nd-4.0"),
        ("cc-by-nc/3.0", "cc-by-nc-3.0-de"),
        ("cc-by-nc-3.0", "cc-by-nc-3.0"),
        ("CC-BY", "cc-by"),
        ("Keine Angabe", "unspecified"),
    ],
)
def test_by_alias(licences: Licences, text: str, id: str) -> None:
    found = licences.by_alias(text)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize(
    "text",
    [
        "CC BY 4",
        "CC BY 40",
        "CC BY 4.0 und mehr",
        "Datenlizenz Deutschland Namensnennung 3.0",
        "Datenlizenz Deutschland Zero 1.0",
        "ODbL-1.0; dl-de-zero-2.0",
        "Nutzungsbedingungen der Stadt",
        "cc-nd",
        "",
        "  ",
    ],
)
def test_nearly_is_not_enough(licences: Licences, text: str) -> None:
    assert licences.by_alias(text) is None


def test_text_used_for_several(licences: Licences) -> None:
    assert licences.by_alias("cc-by-3.0") is None
    assert {licence.id for licence in licences.candidates("CC-BY-3.0")} == {
        "cc-by-3.0",
        "cc-by-3.0-de",
    }
    assert licences.candidates("CC BY 4.0") == ()
    shared = licences.class_of("dl-by-de")
    assert shared is not None
    assert shared.id == "ambiguous-dl-de"


def test_classes(licences: Licences) -> None:
    for id in ("cc-by", "other-open", "ambiguous-dl-de", "geolizenz-restricted", "bsd"):
        assert licences.is_class(id), id
    for id in ("cc-by-4.0", "unknown", "unspecified", "inspire-no-conditions", "no-such-id"):
        assert not licences.is_class(id), id


def test_no_spelling_of_a_version_names_another_one(licences: Licences) -> None:
    """What says 3.0 must not be an alias of 4.0, and no class has a spelling with a version."""
    number = re.compile(r"(?<![\d.])([1-4]\.\d)(?![\d.])")
    for licence in licences:
        if licence.family not in ("cc", "dl-de"):
            continue
        for text in licence.aliases:
            said = set(number.findall(text))
            assert said <= {licence.version.partition("-")[0]}, (licence.id, text)


def test_a_port_is_said(licences: Licences) -> None:
    for licence in licences:
        if licence.family != "cc" or not licence.id.endswith("-3.0"):
            continue
        ported = re.compile(r"\b(DE|Deutschland|Germany|AT|Austria)\b")
        assert not [text for text in licence.aliases if ported.search(text)], licence.id


def test_facts(licences: Licences) -> None:
    zero = licences.get("dl-zero-de-2.0")
    share = licences.get("cc-by-nc-sa-4.0")
    assert zero is not None
    assert share is not None
    assert zero.is_open
    assert zero.duties["attribution"] == "none"
    assert not share.is_open
    assert share.restrictions["non_commercial"] == "yes"
    assert share.duties["share_alike"] == "adaptation"
    assert zero.name("de").startswith("Datenlizenz")


@pytest.mark.shared
def test_public_spellings(licences: Licences, shared: Path) -> None:
    """Never another licence than the table names; labels, codes and URIs that are sure are read."""
    path = shared / "facts/licences/aliases_public.csv"
    unread = []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        found = licences.by_uri(row["alias"]) or licences.by_alias(row["alias"])
        accepted = {row["licence_id"], *row["acceptable_ids"].split(";")}
        assert found is None or found.id in accepted, row["alias"]
        sure = row["kind"] in ("label", "code", "uri") and row["confidence"] == "exact"
        if sure and not found and not licences.candidates(row["alias"]):
            unread.append(row)
    assert {row["licence_id"] for row in unread} <= {"unknown", "unspecified"}
