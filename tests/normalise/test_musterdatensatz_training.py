# SPDX-License-Identifier: EUPL-1.2
"""Training: the same tables give the same bytes, with descriptions or without any."""

import pytest

from app.normalise import Reader
from app.normalise import musterdatensatz_training as training
from app.normalise.musterdatensatz_model import guess, pack, unpack
from app.normalise.musterdatensatz_words import read_words
from app.vocabulary.musterdaten_examples import Example, read_examples


@pytest.fixture
def examples(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> list[Example]:
    """A few hundred labelled titles; words of the lexicon would take most of the time."""
    monkeypatch.setattr(training, "_words", lambda vocabulary, frame: [])
    return list(read_examples(reader.vocabulary.shelf)[::3])


def test_the_same_tables_give_the_same_bytes(reader: Reader, examples: list[Example]) -> None:
    first, second = (pack(training.train(reader.vocabulary, examples)) for _ in range(2))
    assert first == second


def test_titles_without_any_description_can_be_learned(
    reader: Reader, examples: list[Example]
) -> None:
    bare = [each._replace(description="") for each in examples]
    model = training.train(reader.vocabulary, bare)
    read = unpack(pack(model), read_words(reader.vocabulary.shelf))
    slugs = {each.slug for each in bare if each.slug}
    found = guess(read, next(each.title for each in bare if each.slug))
    assert found is not None and found.choices[0].slug in slugs


def test_an_invented_title_teaches_its_kind(reader: Reader) -> None:
    texts = training._words(reader.vocabulary, training.make_frame(reader.vocabulary))
    assert (("Leihräder: Stationen", ""), "verkehr--radverkehr--verleih", 0.3) in texts
