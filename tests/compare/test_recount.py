# SPDX-License-Identifier: EUPL-1.2
"""Answers against counting every dataset one by one, over random data and random selections."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

import pytest

from app.compare.meaning import is_open
from app.model import Dataset, Series
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, part, unread
from tests.compare.asking import TREES, WASTE, ask, rows

PORTALS = ("stadt", "land")
LICENCES = ("cc-by-4.0", "dl-by-de-2.0", "cc-by-nc-4.0", None)
FORMATS = ("CSV", "GEOJSON", "WMS_SRVC", None)
FILTERS = {
    "land": ("01", "07", "09"),
    "portal": PORTALS,
    "lizenz": ("cc-by-4.0", "cc-by-nc-4.0", "none", "unknown"),
    "offen": ("ja", "nein", "unklar"),
}
Key = tuple[str, str]


def made(chance: Random, places: Sequence[str]) -> list[Dataset]:
    """Datasets with several licences, slices of series, and nothing said or understood."""
    found = []
    for number in range(100):
        licences = [*LICENCES, unread("frei")]
        parts = [
            part(chance.choice(FORMATS), chance.choice(licences))
            for _ in range(chance.randint(0, 3))
        ]
        place, topic = chance.choice(places), chance.choice((TREES, WASTE, ""))
        series = Series(
            holding=f"{place} {chance.randint(0, 1)}" if chance.random() < 0.5 else None
        )
        more: dict[str, Any] = {"portal": chance.choice(PORTALS), "series": series}
        found.append(dataset(str(number), place, topic, *parts, **more))
    return found


def licences_of(each: Dataset) -> set[str]:
    """As cells name them."""
    read = (file.licence for file in each.distributions)
    said = {one.value or ("" if one.status == "missing" else "unknown") for one in read}
    return said or {""}


def holdings_of(found: Iterable[Dataset]) -> dict[Key, set[str]]:
    """Portal and series (or the dataset itself) -> licences of all that belong to it."""
    holdings: dict[Key, set[str]] = defaultdict(set)
    for each in found:
        name = each.series.holding or f"alone {each.identifier}"
        holdings[each.portal, name] |= licences_of(each)
    return holdings


def grouped(found: Iterable[Dataset], query: dict[str, str], by: str) -> dict[str, list[Dataset]]:
    """Datasets that portal and Land leave, by Kommune, or by Musterdatensatz and Kommune."""
    groups: dict[str, list[Dataset]] = defaultdict(list)
    for each in found:
        place, topic = str(each.publisher.key.value), each.musterdatensatz.value
        here = query.get("portal", each.portal) == each.portal
        if here and place.startswith(query.get("land", "")) and (topic or by == "kommune"):
            groups[place if by == "kommune" else f"{topic} {place}"].append(each)
    return groups


def fits(vocabulary: Vocabulary, found: Iterable[Dataset], query: dict[str, str]) -> bool:
    licences = set().union(*map(licences_of, found))
    asked, word = query.get("lizenz", ""), query.get("offen", "")
    if asked and ("" if asked == "none" else asked) not in licences:
        return False
    wanted = {"ja": True, "nein": False, "unklar": None}
    return not word or wanted[word] in {is_open(vocabulary, each) for each in licences}


@pytest.mark.parametrize("seed", range(3))
def test_counts_are_those_of_the_datasets(store: Store, vocabulary: Vocabulary, seed: int) -> None:
    chance = Random(seed)
    data = made(chance, [each.key for each in vocabulary.register.gemeinden[::300]])
    harvest(store, *data)
    for _ in range(12):
        query = {name: chance.choice(FILTERS[name]) for name in FILTERS if chance.random() < 0.4}
        text = "&".join(f"{name}={value}" for name, value in query.items())
        places = grouped(data, query, "kommune")
        counted = {
            place: (len(here), len(holdings := holdings_of(here)), _open(vocabulary, holdings))
            for place, here in places.items()
            if fits(vocabulary, here, query)
        }
        found = rows(ask(store, vocabulary, "lizenzen-je-kommune", text))
        shown = ("datensaetze", "bestaende", "offen")
        assert {key: tuple(row[name] for name in shown) for key, row in found.items()} == counted
        most = rows(ask(store, vocabulary, "haeufigste-datenbestaende", text))
        shown = ("kommunen", "datensaetze", "bestaende")
        assert {key: tuple(row[name] for name in shown) for key, row in most.items()} == _topics(
            vocabulary, data, query
        )


def _open(vocabulary: Vocabulary, holdings: dict[Key, set[str]]) -> int:
    return sum(any(is_open(vocabulary, key) for key in each) for each in holdings.values())


def _topics(
    vocabulary: Vocabulary, data: list[Dataset], query: dict[str, str]
) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for name, here in grouped(data, query, "topic").items():
        if fits(vocabulary, here, query):
            topic = name.partition(" ")[0]
            more = (1, len(here), len(holdings_of(here)))
            before = found.get(topic, (0, 0, 0))
            found[topic] = tuple(map(sum, zip(before, more, strict=True)))
    return found
