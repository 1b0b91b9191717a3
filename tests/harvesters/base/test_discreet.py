# SPDX-License-Identifier: EUPL-1.2
"""A guarded harvester lets no blocked term through, and changes neither hash nor count."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from harvesters import HARVESTERS
from harvesters.base.blocked import NOTHING, Guard, term_of
from harvesters.base.discreet import discreet
from harvesters.base.errors import MalformedRecord
from harvesters.base.record import Item, Page, Portal, Record
from tests.intake.making import catalogue, dataset, nameless, person

PORTAL = Portal("musterstadt", "dcat", "https://a.example/", "https://a.example/")
GUARD = Guard((term_of("Rosa Blumenfeld", "5a" * 16),))
SAID = catalogue(
    [
        dataset(1, "Karte von Rosa Blumenfeld", person(1, "Rosa", "Blumenfeld")),
        dataset(2, more=person(2, "Karl", "Neumann")),
        dataset(3).replace("datensatz/3", "datensatz/rosa-blumenfeld"),
        nameless("Rosa Blumenfeld"),
    ],
    "Daten von Rosa Blumenfeld",
)
PAGE = Page(1, "page-1.ttl", SAID.encode(), datetime(2026, 5, 4, tzinfo=UTC))


def test_nothing_of_the_term_is_left() -> None:
    plain = HARVESTERS["dcat"]
    guarded = discreet(plain, GUARD)
    contents, whole = guarded.open(PORTAL, PAGE), plain.open(PORTAL, PAGE)
    records = [guarded.parse(PORTAL, item) for item in contents.items]
    said = repr([replace(item, payload=None) for item in contents.items]) + repr(records)
    said += repr((contents.broken, contents.catalogues, contents.repairs))
    assert "blumenfeld" not in said.lower()
    assert [item.hash for item in contents.items] == [item.hash for item in whole.items]
    assert len(contents.broken) == len(whole.broken) == 1
    assert any(item.identifier.endswith("datensatz/…-…") for item in contents.items)
    assert ["Neumann" in record.personal for record in records] == [False, True, False]


def test_without_terms_the_harvester_is_itself() -> None:
    assert discreet(HARVESTERS["dcat"], NOTHING) is HARVESTERS["dcat"]


def test_an_error_quotes_no_term() -> None:
    def parse(portal: Portal, item: Item) -> Record:
        raise MalformedRecord("item.unreadable", value="von Rosa Blumenfeld")

    guarded = discreet(replace(HARVESTERS["dcat"], parse=parse), GUARD)
    with pytest.raises(MalformedRecord) as raised:
        guarded.parse(PORTAL, Item("a", "1", "0" * 32, None))
    assert raised.value.params == {"value": "von … …"}
    assert "Blumenfeld" not in str(raised.value)
