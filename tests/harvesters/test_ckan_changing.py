# SPDX-License-Identifier: EUPL-1.2
"""Random portals that change at random while they are walked: nothing lasting is ever missed."""

from collections import Counter
from datetime import UTC, datetime
from random import Random
from urllib.parse import parse_qsl, urlsplit

import pytest

from harvesters import ckan
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Page, Portal
from tests.harvesters.ckan_server import Catalogue

URL = "https://portal.example"


class Wire:
    """The network door, straight to the catalogue."""

    largest_answer = 50_000_000

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def get(self, url: str, accept: str, number: int = 1) -> Page:
        self.catalogue.requests.append(url)
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))
        status, body = self.catalogue.answer(parts.path.rpartition("/")[2], query)
        if status != 200:
            raise UnexpectedAnswer("network.status", url=url, status=status)
        return Page(number, url, body, datetime(2026, 4, 2, tzinfo=UTC))


def changing(random: Random) -> Catalogue:
    """A portal that takes away and adds up to a few dozen packages before an answer."""
    pace = random.choice([0, 1, 5, 30])
    size = random.choice([0, 1, 40, 300, 900])
    numbers = list(range(size))

    def change(catalogue: Catalogue, number: int) -> None:
        if number < 2 or number > 25 or random.random() < 0.3:
            return
        first = random.randrange(10_000, 10**9)
        catalogue.add(*range(first, first + random.randint(0, pace)))
        catalogue.remove(*random.sample(numbers, min(size, random.randint(0, pace))))

    obeys = frozenset({"start", "rows", *random.sample(["sort", "fl"], random.randint(0, 2))})
    most = random.choice([3, 40, 100, 1_000])
    catalogue = Catalogue(before=change, most=most, obeys=obeys)
    catalogue.add(*numbers)
    return catalogue


@pytest.mark.parametrize("seed", range(60))
def test_what_is_there_all_the_time_is_seen_once(seed: int) -> None:
    catalogue = changing(Random(seed))
    before = set(catalogue.packages)
    portal = Portal("stadt", "ckan", URL, URL)
    seen: Counter[str] = Counter()
    moved, announced = False, None
    for page in ckan.fetch(portal, Wire(catalogue)):
        contents = ckan.open_page(portal, page)
        if not contents.recounted:
            seen.update({item.identifier for item in contents.items} - seen.keys())
        moved, announced = moved or contents.recounted, contents.announced
    assert before & catalogue.packages.keys() <= seen.keys()
    assert set(seen.values()) <= {1}
    assert moved or announced in (None, len(seen))
    assert len(catalogue.requests) < 60 + 4 * len(seen)
