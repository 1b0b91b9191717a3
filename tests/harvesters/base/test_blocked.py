# SPDX-License-Identifier: EUPL-1.2
"""Forgotten terms are found in every spelling, and nothing else is."""

import pickle

import pytest

from harvesters.base.blocked import NOTHING, Guard, is_number, term_of

SALT = "5a" * 16
EVA = Guard((term_of("Eva Müller", SALT),))
MAIL = Guard((term_of("eva.mueller@stadt.example", SALT),))
NUMBER = Guard((term_of("0381 381-1234", SALT),))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Frau Eva Müller, Amt", "Frau … …, Amt"),
        ("Müller, Eva", "…, …"),
        ("mailto:eva.mueller@stadt.example", "mailto:….…@stadt.example"),
        ("eva_muller", "…_…"),
        ("EvaMüller2", "……2"),
        ("evamueller", "…"),
        ("EVA MÜLLER", "… …"),
        ("Eva Mu\u0308ller", "… …"),
        (r'"Eva M\u00fcller"', '"… …"'),
        (r"Amt\nEva M\u00FCller", r"Amt\n… …"),
        ("/karte/eva%20M%C3%BCller.csv", "/karte/…%20….csv"),
        ("Eva M&uuml;ller", "… …"),
        ("Eva Müllers Karte", "… … Karte"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, masked: str) -> None:
    assert EVA.masked(text) == masked
    assert EVA.finds(text)
    assert not EVA.finds(EVA.masked(text))


@pytest.mark.parametrize(
    "text",
    ["Johanna Müller", "Eva Meier und Karl Müller", "Neva Müllerei", "Eva", "", "Müller und Eva"],
)
def test_other_names_stay(text: str) -> None:
    assert EVA.masked(text) == text


def test_a_mail_address_takes_no_other_of_its_host() -> None:
    assert MAIL.masked("<mailto:eva.mueller@stadt.example>") == "<mailto:….…@….…>"
    assert MAIL.masked("opendata@stadt.example") == "opendata@stadt.example"
    assert MAIL.masked("Eva Müller") == "Eva Müller"


@pytest.mark.parametrize(
    "text",
    [
        "tel:+49-381-381-1234",
        "+49 (0)381 381 1234",
        "0381/3811234",
        "(0381) 381 - 1234",
        "00493813811234",
        "tel:+49%20381%203811234",
        "Fax 0381 381-1235, Tel. 0381 381-1234",
    ],
)
def test_a_number_is_found_however_it_is_grouped(text: str) -> None:
    assert NUMBER.finds(text)
    assert "1234" not in NUMBER.masked(text)


@pytest.mark.parametrize("text", ["0381 381-1235", "2026-05-04T06:00:00", "38138112345", "381"])
def test_other_numbers_stay(text: str) -> None:
    assert NUMBER.masked(text) == text


def test_a_date_is_no_number_and_a_name_is_none() -> None:
    assert is_number("tel:+49 381 1234567")
    assert not is_number("Eva Müller 2")


def test_words_of_a_person_may_stand_apart() -> None:
    said = '_:p <given-name> "Eva" .\n_:p <family-name> "Müller" .'
    assert EVA.names(said)
    assert not EVA.finds(said)
    assert not EVA.names('_:p <given-name> "Eva" .')


def test_the_term_cannot_be_read_from_what_is_kept() -> None:
    kept = repr(EVA.terms).lower()
    assert "eva" not in kept
    assert "müller" not in kept
    other = term_of("Eva Müller", "00" * 16)
    assert not set(other.variants) & set(EVA.terms[0].variants)


def test_terms_of_several_salts_hold_together_and_travel() -> None:
    both = Guard((*EVA.terms, term_of("Karl Neumann", "00" * 16)))
    assert both.finds("Karl Neumann")
    travelled = pickle.loads(pickle.dumps(both))  # noqa: S301 - our own, as to a second reader
    assert travelled.masked("Eva Müller, Karl Neumann") == "… …, … …"
    assert both.mark != EVA.mark
    assert not NOTHING
    assert not NOTHING.finds("Eva Müller")
