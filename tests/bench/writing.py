# SPDX-License-Identifier: EUPL-1.2
"""Writing: datasets to a feed, against rdflib's serialiser with the same statements."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

from rdflib import Graph

from app.export import FORMATS, FeedSite
from app.export.feed import Frame, write_feed
from app.export.item import Item, facts_of
from app.export.meaning import make_meaning
from app.model.identity import dataset_id
from app.normalise import make_reader, understand
from app.vocabulary import load
from harvesters.base.record import Record
from tests.bench import material
from tests.bench.figure import Figure, best_of
from tests.bench.reading import read

RDFLIB_NAMES = {"ttl": "turtle", "rdf": "xml", "nt": "nt", "jsonld": "json-ld"}


def measure() -> Iterator[Figure]:
    """Ratio of rdflib's time to ours for each syntax; datasets a second.

    Our time holds everything from stored text to bytes: canonical predicates, our readings, our
    catalogue. rdflib's is its serialiser alone, on a graph that it has already read; what it takes
    from stored text, as we do, is told beside it.
    """
    vocabulary = load()
    frame = Frame(FeedSite(), make_meaning(vocabulary))
    reader = make_reader(vocabulary)
    items = []
    for record in read(material.page()):
        dataset, _ = understand(reader, material.PORTAL, record)
        items.append(make_item(record, facts_of(dataset)))
    said = document(items, frame, "nt")
    graph = Graph().parse(data=said, format="nt")
    reading = best_of(2, lambda: Graph().parse(data=said, format="nt"))
    for syntax, name in RDFLIB_NAMES.items():
        ours = best_of(5, lambda syntax=syntax: document(items, frame, syntax))  # type: ignore[misc]
        theirs = best_of(1, lambda name=name: graph.serialize(format=name))  # type: ignore[misc]
        yield Figure(f"feed as {syntax} against rdflib's serialiser", theirs / ours, "×", 30)
        both = (theirs + reading) / ours
        yield Figure(f"feed as {syntax} against rdflib from stored text", both, "×")
        yield Figure(f"feed as {syntax}", len(items) / ours, "datasets/s")


def make_item(record: Record, facts: object) -> Item:
    """A Record on its way out, as the store would give it."""
    now = datetime.now(UTC)
    return Item(
        dataset_id(record.portal, record.identifier),
        record.portal,
        record.identifier,
        now,
        now,
        record.uri,
        record.catalogue,
        record.statements,
        record.personal,
        facts,  # type: ignore[arg-type]
    )


def document(items: list[Item], frame: Frame, syntax: str) -> bytes:
    """The feed in one syntax."""
    target = io.BytesIO()
    write_feed(items, frame, FORMATS[syntax], target)
    return target.getvalue()
