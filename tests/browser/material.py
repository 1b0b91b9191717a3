# SPDX-License-Identifier: EUPL-1.2
"""A store whose pages have everything on them: many Kommunen, every licence, hostile metadata."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice

from app.model import Dataset, Finding, StandardUse
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import change, dataset, harvest, id_of, part, unread

TREES = "floraUndFauna--baumbestand--baumkataster"
TOWN = "13003000"
KOMMUNEN = 70
TOPICS = 8
FORMATS = ("CSV", "GEOJSON", "PDF", "WMS_SRVC", "SHP", None)
HOSTILE = (
    "<script>window.broken = true</script>",
    "<img src=x onerror='window.broken = true'>",
    "\u202etxet desrever\u202c und \u2066mehr",
    "Donaudampfschifffahrt" * 60,
    "javascript:window.broken=true",
)


def fill(store: Store, vocabulary: Vocabulary) -> str:
    """Fills the store; the id of the dataset that has all the hostile words."""
    worst = hostile()
    noticed = [Finding("licence.unknown", worst.identifier, {"value": text}) for text in HOSTILE]
    harvest(store, change(worst, noticed), change(untitled()), *ordinary(vocabulary))
    return id_of(worst)


def ordinary(vocabulary: Vocabulary) -> Iterator[Dataset]:
    """Some topics in many Kommunen, so that every table has pages, and every licence somewhere."""
    towns = [each.key for each in islice(vocabulary.register.gemeinden, 0, None, 150)][:KOMMUNEN]
    topics = [TREES, *(each.slug for each in islice(vocabulary.musterdaten, 0, None, 25))][:TOPICS]
    licences = cycle([*(licence.id for licence in vocabulary.licences), None])
    formats = cycle(FORMATS)
    for place, town in enumerate([TOWN, "01002000", *towns]):
        for number, topic in enumerate(topics[: 2 + place % TOPICS]):
            parts = (part(next(formats), next(licences)), part(next(formats), next(licences)))
            yield dataset(f"{town}-{number}", town, topic, *parts, description="Was es ist. " * 9)


def hostile() -> Dataset:
    """A dataset whose every text is an attack or far too long, with many files."""
    script, image, turned, long, address = HOSTILE
    wms = replace(part("WMS_SRVC"), standards=(StandardUse("wms", long, "inferred"),))
    files = [part(unread(long), unread(script), title=image, access_url=address), wms]
    many = [part("CSV", title=f"{turned} {number}") for number in range(40)]
    made = dataset("https://daten.example/böse", TOWN, TREES, *files, *many)
    return replace(
        made,
        title=f"{script} {turned} {long}",
        description="\n".join(HOSTILE),
        keywords=HOSTILE,
        landing_page=address,
    )


def untitled() -> Dataset:
    """A dataset that says nothing about itself."""
    return replace(dataset("leer", TOWN), title="")
