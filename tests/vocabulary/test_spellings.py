# SPDX-License-Identifier: EUPL-1.2
"""Names as they are also written: joined, abbreviated, shortened, one letter wrong."""

import pytest

from app.vocabulary import Kommune, Vocabulary
from app.vocabulary.spellings import is_near, tokens_of


def keys(kommunen: tuple[Kommune, ...]) -> set[str]:
    return {kommune.key for kommune in kommunen}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Frankfurt am Main", "Frankfurt/Main"),
        ("Frankfurt (Oder)", "Frankfurt an der Oder"),
        ("St. Wendel", "Sankt Wendel"),
        ("Mühlheim a.d. Ruhr", "Muehlheim an der Ruhr"),
        ("Rheda-Wiedenbrück", "Rheda Wiedenbrück"),
        ("Weißenfels", "WEISSENFELS"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    assert tokens_of(one) == tokens_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("An der Schmücke", "Schmücke"), ("Halle", "Hülle"), ("Neustadt", "Neu Stadtel")],
)
def test_other_names(one: str, other: str) -> None:
    assert tokens_of(one) != tokens_of(other)


def test_joined_names(vocabulary: Vocabulary) -> None:
    spellings = vocabulary.register.spellings
    assert keys(spellings.same("castroprauxel")) == {"05562004"}
    assert keys(spellings.same("Vorpommern Rügen")) == {"13073"}


def test_abbreviated_additions(vocabulary: Vocabulary) -> None:
    spellings = vocabulary.register.spellings
    assert keys(spellings.abbreviated("Frankfurt a. M.")) == {"06412000"}
    assert keys(spellings.abbreviated("Weiden in der Oberpfalz")) == {"09363000"}
    assert spellings.abbreviated("Stadt W.") == ()
    assert spellings.abbreviated("Frankfurt") == ()


def test_names_without_their_addition(vocabulary: Vocabulary) -> None:
    spellings = vocabulary.register.spellings
    assert keys(spellings.short("Kempten")) == {"09763000"}
    assert keys(spellings.short("Frankfurt")) == {"06412000", "12053000"}
    assert spellings.short("Köln") == ()


def test_one_letter_is_near(vocabulary: Vocabulary) -> None:
    near = vocabulary.register.spellings.near
    assert keys(near("Düseldorf")) == {"05111000"}
    assert "05513000" in keys(near("Gelsenkrichen"))
    assert near("Koln") == ()
    assert near("Dieselhof") == ()


@pytest.mark.parametrize(
    ("said", "name", "near"),
    [
        ("bonn", "bonn", False),
        ("bon", "bonn", True),
        ("bonnn", "bonn", True),
        ("bnon", "bonn", True),
        ("bons", "bonn", False),
        ("kindel", "kandel", False),
        ("andernoch", "andernach", True),
        ("obnn", "bonn", True),
        ("nobn", "bonn", False),
        ("bo", "bonn", False),
    ],
)
def test_what_one_letter_means(said: str, name: str, near: bool) -> None:
    assert is_near(said, name) is near
