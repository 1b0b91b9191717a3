# SPDX-License-Identifier: EUPL-1.2
"""The Musterdatenkatalog: slugs, labels and URIs, new and old."""

import pytest

from app.vocabulary import Musterdaten, Vocabulary
from app.vocabulary.musterdaten import thema_of

BASE = "https://musterdatenkatalog.de/def/musterdatensatz/"


@pytest.fixture
def musterdaten(vocabulary: Vocabulary) -> Musterdaten:
    return vocabulary.musterdaten


@pytest.mark.parametrize(
    ("uri", "slug"),
    [
        (BASE + "abfallentsorgung/abfallkalender", "abfallentsorgung--abfallkalender"),
        (
            "http://www.musterdatenkatalog.de/def/musterdatensatz/verkehr/kfz/messung/",
            "verkehr--kfz--messung",
        ),
        (BASE + "abfallwirtschaft/abfallmengen", "abfallentsorgung--abfallmenge"),
    ],
)
def test_by_uri(musterdaten: Musterdaten, uri: str, slug: str) -> None:
    found = musterdaten.by_uri(uri)
    assert found is not None
    assert found.slug == slug


def test_thema_deleted_and_unknown_are_none(musterdaten: Musterdaten) -> None:
    for path in ("abfallentsorgung", "abfallwirtschaft/betriebe", "unheardOf"):
        assert musterdaten.by_uri(BASE + path) is None


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Abfallentsorgung - Abfallkalender", "abfallentsorgung--abfallkalender"),
        ("abfallentsorgung – abfallkalender", "abfallentsorgung--abfallkalender"),
        ("Abfallwirtschaft - Abfallmengen", "abfallentsorgung--abfallmenge"),
        ("Sonstiges", "sonstiges--sonstiges"),
        ("Sonstiges - Sonstiges", "sonstiges--sonstiges"),
    ],
)
def test_by_label(musterdaten: Musterdaten, label: str, slug: str) -> None:
    found = musterdaten.by_label(label)
    assert found is not None
    assert found.slug == slug


def test_bezeichnung_alone_is_no_label(musterdaten: Musterdaten) -> None:
    assert musterdaten.by_label("Abfallkalender") is None


def test_slug_is_the_path(musterdaten: Musterdaten) -> None:
    for entry in musterdaten:
        assert entry.uri == BASE + entry.slug.replace("--", "/")
        assert entry.label.endswith(f" - {entry.name}")
        thema = thema_of(musterdaten, entry.slug)
        assert thema is not None
        assert entry.label == f"{thema.name_de} - {entry.name}"


def test_lexicon(musterdaten: Musterdaten) -> None:
    """Every Bezeichnung but Sonstiges has words; Sonstiges is never guessed."""
    assert set(musterdaten.entries) - set(musterdaten.lexicon) == {"sonstiges--sonstiges"}
    assert "müllabfuhr" in musterdaten.lexicon["abfallentsorgung--abfallkalender"]
    assert any("+" in term for terms in musterdaten.lexicon.values() for term in terms)


def test_entries_of_a_thema(musterdaten: Musterdaten) -> None:
    assert sum(len(musterdaten.of_thema(thema.key)) for thema in musterdaten.themen) == 242
