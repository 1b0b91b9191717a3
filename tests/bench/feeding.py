# SPDX-License-Identifier: EUPL-1.2
"""Feeding: datasets to a feed, against ckanext-dcat's serialiser with the same datasets.

Each starts from what its store would give it: ours from the statements kept, theirs from the
dictionaries its parser made, which hold a little less.
"""

from collections.abc import Iterator

from app.export import FeedSite
from app.export.feed import Frame
from app.export.item import Item, facts_of
from app.export.meaning import make_meaning
from app.normalise import make_reader, understand
from app.vocabulary import Vocabulary, load
from tests.bench import material
from tests.bench.figure import Figure, best_of
from tests.bench.reading import read
from tests.bench.rival import pages, rivals
from tests.bench.writing import document, make_item


def measure() -> Iterator[Figure]:
    """Ours as a multiple of theirs in each syntax; datasets a second of both in the note."""
    vocabulary = load()
    frame = Frame(FeedSite(), make_meaning(vocabulary))
    for name, page in pages().items():
        items = items_of(vocabulary, page)
        rival = rivals()[name]
        for syntax, seconds in rival.writing.items():
            best = best_of(3, lambda syntax=syntax, items=items: document(items, frame, syntax))  # type: ignore[misc]
            ours, theirs = len(items) / best, rival.datasets / seconds
            note = f"{ours:,.0f} against {theirs:,.0f} datasets/s of {rival.name}"
            yield Figure(f"feed as {syntax}, {name}", ours / theirs, "×", None, note)


def items_of(vocabulary: Vocabulary, page: bytes) -> list[Item]:
    """The datasets of a page as the store would give them."""
    reader = make_reader(vocabulary)
    return [
        make_item(record, facts_of(understand(reader, material.PORTAL, record)[0]))
        for record in read(page)
    ]
