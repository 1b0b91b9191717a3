# SPDX-License-Identifier: EUPL-1.2
"""Folding unites spellings and nothing else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.vocabulary.folding import fold, fold_code, fold_uri, fold_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Datenlizenz Deutschland – Zero", "datenlizenz  deutschland - zero"),
        ("„offen“", '"offen"'),
        ("Straße.", "strasse"),
        ("Mu\u0308nchen", "München"),
        ("a\u00a0b\u00adc", "a bc"),
    ],
)
def test_same_text(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("CC BY 3.0", "CC BY 4.0"), ("by-nc", "by"), ("GPL-3.0+", "GPL-3.0"), ("2.0", "20")],
)
def test_other_words_stay_other(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fold_words(one) != fold_words(other)


@example("!´")
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_words(fold_words(text)) == fold_words(text)
    assert fold_uri(fold_uri(text)) == fold_uri(fold_uri(fold_uri(text)))


def test_code_keeps_plus_and_hash() -> None:
    assert fold_code(" .Geo-JSON ") == "geojson"
    assert fold_code("C++") != fold_code("C")


@pytest.mark.parametrize(
    "uri",
    [
        "http://www.dcat-ap.de/def/licenses/cc-zero",
        "https://dcat-ap.de/def/licenses/cc-zero/",
        "<http://DCAT-AP.de/def/licenses/cc%2Dzero>",
        "dcat-ap.de:443/def/licenses/cc-zero",
    ],
)
def test_same_uri(uri: str) -> None:
    assert fold_uri(uri) == "dcat-ap.de/def/licenses/cc-zero"


def test_path_keeps_its_case() -> None:
    assert fold_uri("http://x.de/geoNutz") != fold_uri("http://x.de/geonutz")
