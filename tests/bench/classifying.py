# SPDX-License-Identifier: EUPL-1.2
"""Classifying: titles to Musterdatensätze, one by one and in batches, on one core."""

from collections.abc import Iterator

from app.normalise.musterdatensatz_model import Model, guess, guess_all, load_model
from app.vocabulary import load
from app.vocabulary.musterdaten_examples import read_examples
from tests.bench.figure import Figure, best_of

BATCH = 10


def measure() -> Iterator[Figure]:
    """Titles with description a second; a new batch numbers its titles, so none is known."""
    vocabulary = load()
    model = load_model(vocabulary.shelf)
    texts = [(each.title, each.description) for each in read_examples(vocabulary.shelf)]
    singly = best_of(3, lambda: [guess(model, *text) for text in texts])
    yield Figure("titles one by one", len(texts) / singly, "titles/s", 500)
    many = [(f"{title} Teil {part}", text) for part in range(BATCH) for title, text in texts]
    batches = best_of(2, lambda: run(model, many))
    yield Figure("titles in batches", len(many) / batches, "titles/s", 3_000)
    load_time = best_of(3, lambda: load_model(vocabulary.shelf))
    yield Figure("weights loaded", 1 / load_time, "times/s")


def run(model: Model, texts: list[tuple[str, str]]) -> int:
    """How many of the texts got an answer."""
    return sum(found is not None for found in guess_all(model, texts))
