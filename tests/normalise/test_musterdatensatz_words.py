# SPDX-License-Identifier: EUPL-1.2
"""Hints decide between kinds people confuse; names of Kommunen say nothing; doubt has signs."""

from pathlib import Path

import numpy as np
import pytest

from app.normalise import Reader
from app.normalise.lexicon import Hit
from app.normalise.musterdatensatz_features import words_of
from app.normalise.musterdatensatz_model import guess
from app.normalise.musterdatensatz_signs import back, confidence, share
from app.normalise.musterdatensatz_words import read_words
from app.vocabulary import VocabularyError
from app.vocabulary.files import Shelf


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Ausländer nach Alter und Geschlecht", "bevoelkerungsstruktur--migrationshintergrund"),
        ("Bevölkerung nach Nationalität", "bevoelkerungsstruktur--staatsangehoerigkeit"),
        ("Besucher der Museen", "kultur--museum--besucherzahl"),
        ("Wahllokale zur Landtagswahl", "politischePartizipation--wahl--wahllokal"),
    ],
)
def test_a_hint_decides(reader: Reader, title: str, slug: str) -> None:
    found = guess(reader.classifier.model, title)
    assert found is not None
    assert found.choices[0].slug == slug


def test_names_of_kommunen_are_left_out_and_words_are_kept(reader: Reader) -> None:
    places = reader.classifier.model.places
    assert words_of("Kölner Brücken in Köln, Moers", places) == ["bruecken"]
    for word in ("boden", "brand", "bruecken", "wasser", "wald"):
        assert words_of(word, places) == [word], word


def test_the_city_does_not_change_the_answer(reader: Reader) -> None:
    model = reader.classifier.model
    titles = [f"Spielplätze in {city}" for city in ("Moers", "Gelsenkirchen", "Kleve")]
    assert len({guess(model, title) for title in titles}) == 1


def test_a_hint_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "musterdaten").mkdir()
    (tmp_path / "musterdaten" / "hints.csv").write_text("slug,term\nbaum--haus,baumhaus\n")
    with pytest.raises(VocabularyError) as caught:
        read_words(Shelf(tmp_path))
    assert caught.value.params == {"file": "musterdaten/hints.csv", "value": "baum--haus"}


def test_signs() -> None:
    hit = Hit(("a",), ("kataster",))
    assert back(hit, "a", ["baum", "kataster"]) == pytest.approx(8 / 12)
    assert back(hit, "b", ["kataster"]) == -1
    assert back(Hit(), "a", ["kataster"]) == 0
    assert confidence((0.0, 1.0), [0.0]) == 0.5
    assert share(np.array([3.0, -1.0, 4.0]), 3.0) == pytest.approx(9 / 25)
    assert share(np.zeros(2), 0.0) == 0
