# SPDX-License-Identifier: EUPL-1.2
"""Themes, frequency, access rights, availability, languages, keywords."""

import pytest

from app.normalise import Reader
from app.normalise.terms import read_keywords, read_languages
from harvesters.base.record import Text

THEME = "http://publications.europa.eu/resource/authority/data-theme/"


def test_themes_by_uri_and_code(reader: Reader) -> None:
    read = reader.themes((f"{THEME}TRAN", "ENVI"), (), ())
    assert (read.value.eu, read.notes) == (("ENVI", "TRAN"), ())


def test_no_theme_and_an_unknown_theme_differ(reader: Reader) -> None:
    assert [note[0] for note in reader.themes((), (), ()).notes] == ["theme.missing"]
    unread = reader.themes(("https://stadt.example/thema/Wahlen",), (), ()).notes
    assert [note[0] for note in unread] == ["theme.unrecognised"]


def test_inspire_themes_only_by_their_exact_name_or_uri(reader: Reader) -> None:
    words = ("Verkehrsnetze", "Verkehr", "http://inspire.ec.europa.eu/theme/ps", "INSPIRE")
    assert reader.themes(("TRAN",), words, ()).value.inspire == ("ps", "tn")


def test_an_everyday_word_is_an_inspire_theme_only_beside_a_sign_of_inspire(
    reader: Reader,
) -> None:
    assert reader.themes(("TRAN",), ("Adressen", "Gebäude"), ()).value.inspire == ()
    marked = ("Adressen", "inspireidentifiziert")
    assert reader.themes(("TRAN",), marked, ()).value.inspire == ("ad",)


def test_an_inspire_theme_among_the_themes_is_no_unknown_theme(reader: Reader) -> None:
    read = reader.themes(("TRAN", "https://inspire.ec.europa.eu/theme/tn/"), (), ())
    assert (read.value.inspire, read.notes) == (("tn",), ())


def test_hvd_categories(reader: Reader) -> None:
    top = next(iter(reader.vocabulary.hvd_categories))
    read = reader.themes(("TRAN",), (), (top.uri, "irgendwas"))
    assert read.value.hvd == (top.key,)
    assert [note[:2] for note in read.notes] == [("hvd.unrecognised", "irgendwas")]


def test_words_and_uris_of_one_value_vocabularies(reader: Reader) -> None:
    eu = "http://publications.europa.eu/resource/authority/"
    assert reader.frequency((f"{eu}frequency/ANNUAL",)).value == "ANNUAL"
    assert reader.access_rights(("public",)).value == "PUBLIC"
    german = "https://www.dcat-ap.de/def/plannedAvailability/stable"
    assert reader.availability((german,)).value == "STABLE"


def test_an_unknown_value_is_noted_and_the_next_one_counts(reader: Reader) -> None:
    read = reader.frequency(("wenn es passt", "MONTHLY"))
    assert read.value == "MONTHLY"
    assert read.notes == (("frequency.unrecognised", "wenn es passt", "", ""),)


@pytest.mark.parametrize(
    "value",
    [
        "http://publications.europa.eu/resource/authority/language/DEU",
        "http://id.loc.gov/vocabulary/iso639-1/de",
        *("de", "de_DE", "ger", "Deutsch"),
    ],
)
def test_german_in_its_spellings(value: str) -> None:
    assert read_languages((value,)).value == ("de",)


def test_an_unknown_language_is_noted() -> None:
    read = read_languages(("Klingonisch", "en"))
    assert read.value == ("en",)
    assert [note[0] for note in read.notes] == ["language.unrecognised"]


def test_keywords_are_the_german_ones_without_doubles() -> None:
    texts = (Text("Baum", "de"), Text("tree", "en"), Text(" Baum ", ""), Text("", "de"))
    assert read_keywords(texts) == ("Baum",)
    assert read_keywords((Text("tree", "en"),)) == ("tree",)
