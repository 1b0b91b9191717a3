# SPDX-License-Identifier: EUPL-1.2
"""The shipped weights: answers, doubt, size, and what is refused."""

from pathlib import Path

import pytest

from app.normalise import Reader
from app.normalise.musterdatensatz_model import WEIGHTS, guess, load_model, pack
from app.vocabulary import VocabularyError
from app.vocabulary.files import Shelf


def test_a_plain_title_is_sure(reader: Reader) -> None:
    found = guess(load_model(reader.vocabulary.shelf), "Haushaltsplan 2022")
    assert found is not None
    assert (found.choices[0].slug, found.sure) == ("finanzen--haushalt--plan", True)
    assert found.thema.slug == "finanzen"


def test_words_that_say_nothing_are_not_sure(reader: Reader) -> None:
    model = load_model(reader.vocabulary.shelf)
    assert guess(model, "2022") is None
    found = guess(model, "Foo bar")
    assert found is None or not (found.sure or found.thema_sure)


def test_packing_gives_the_shipped_bytes_and_they_are_small(reader: Reader) -> None:
    shipped = reader.vocabulary.shelf.place(WEIGHTS).read_bytes()
    assert pack(load_model(reader.vocabulary.shelf)) == shipped
    assert len(shipped) < 3_000_000


def test_broken_weights_are_named(tmp_path: Path) -> None:
    (tmp_path / "musterdaten").mkdir()
    (tmp_path / WEIGHTS).write_bytes(b"no xz")
    with pytest.raises(VocabularyError) as caught:
        load_model(Shelf(tmp_path))
    assert caught.value.params == {"file": WEIGHTS}
