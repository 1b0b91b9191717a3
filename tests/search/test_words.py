# SPDX-License-Identifier: EUPL-1.2
"""Words and compounds: one spelling for umlauts, stems, and parts that make sense."""

import pytest

from app.search.asked import Asked, read
from app.search.compounds import Splitter, parts_of
from app.search.gathering import splitter
from app.search.words import fold, raw_words, stem, without_contacts, words
from app.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def split(vocabulary: Vocabulary) -> Splitter:
    return splitter(vocabulary, {})


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bäume", "Baeume"), ("STRASSE", "Straße"), ("Öl", "oel"), ("Bäu\u00adme", "Ba\u0308ume")],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize("word", ["neue", "Bauer", "Quelle", "Feuer"])
def test_ue_that_is_no_umlaut_stays(word: str) -> None:
    assert fold(word) == word.lower()


@pytest.mark.parametrize(
    ("one", "other"), [("Bäume", "Baum"), ("Straßen", "Straße"), ("Häuser", "Haus")]
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


def test_words_fold_by_themselves_as_in_their_text() -> None:
    text = "Größe in m², ½ Straße; E-Mobilität 2024 ﬁn"
    assert [each for word in raw_words(text) for each in words(word)] == words(text)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Straßenbaumkataster", ["Straße", "Baum", "Kataster"]),
        ("Baumkataster", ["Baum", "Kataster"]),
        ("Bebauungsplan", ["Bebauung", "Plan"]),
        ("Radwege", ["Rad", "Weg"]),
        ("Gewässerschutzgebiete", ["Gewässer", "Schutz", "Gebiet"]),
    ],
)
def test_compounds_fall_into_their_parts(split: Splitter, word: str, parts: list[str]) -> None:
    assert list(split.split(fold(word))) == [stem(fold(each)) for each in parts]


@pytest.mark.parametrize(
    "word",
    ["Statistik", "Transport", "Verwaltung", "Kreis", "Sport", "Hamburg", "Unterricht", "12"],
)
def test_what_is_no_compound_stays_whole(split: Splitter, word: str) -> None:
    assert split.split(fold(word)) == ()


def test_hostile_words_are_split_quickly() -> None:
    quick = Splitter(parts_of(["haus", "baum"]))
    assert quick.split("haus" * 11) and quick.split("x" * 5_000) == ()


def test_addresses_of_persons_are_no_text() -> None:
    text = without_contacts("Fragen: e.muster@example.org, Tel. 0381 / 12345-67, Plan 2024")
    assert words(text) == ["fragen", "plan", "2024"]


def test_a_query_is_taken_apart() -> None:
    asked = read('Bäume der Stadt „offene Daten" -Bus -"alte Karte" B-Plan Sch')
    assert asked == Asked(
        words=("baume", "stadt", "plan", "sch"),
        phrases=(("offene", "daten"),),
        without=(("bus",), ("alte", "karte")),
        loose=("b",),
        open_end=True,
    )


@pytest.mark.parametrize(
    "text", ["", "-", '"', '""', "()[]{}", "--- ---", "AND OR NOT", "\x00\x1f"]
)
def test_signs_alone_ask_for_little_and_raise_nothing(text: str) -> None:
    assert len(read(text).words) <= 3


def test_words_without_weight_count_where_nothing_else_is() -> None:
    assert read("der die das").words == ("der", "die", "das")
    assert read("der Baum").words == ("baum",)
