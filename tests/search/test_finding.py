# SPDX-License-Identifier: EUPL-1.2
"""Searches: what is found, in which order, within which filters, with which counts."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.selection import Selection
from app.search import Found, find, suggest
from app.search.snapshot import Snapshot
from app.vocabulary import Vocabulary
from tests.search.conftest import DATASETS, IDS, TREES, names

Search = Callable[..., Found]


def test_the_word_beats_the_compound_beats_the_text(search: Search) -> None:
    assert names(search("Baumkataster"))[:2] == ["exact", "long"]
    assert (
        names(search("Bäume"))[:2] == ["plural", "exact"] or names(search("Bäume"))[0] == "plural"
    )
    assert "said" in names(search("Baum"))
    assert names(search("Baum")).index("said") > names(search("Baum")).index("plural")


def test_compounds_are_found_both_ways(search: Search) -> None:
    assert {"exact", "long"} <= set(names(search("Baumkataster")))
    assert names(search("Straßenbaumkataster"))[:2] == ["long", "exact"]
    assert "silent" not in names(search("Baumkataster"))


def test_typing_errors_are_forgiven_and_told(search: Search) -> None:
    found = search("Haltestelen")
    assert names(found) == ["silent"]
    assert found.better == "Haltestellen"
    assert names(search("Haltestellen")) == ["silent"] and not search("Haltestellen").better


def test_the_right_word_stands_before_the_wrong_one(search: Search) -> None:
    found = names(search("Baumkataster"))
    assert "typo" not in found or found.index("typo") > found.index("long")


def test_the_last_word_may_be_a_beginning(search: Search) -> None:
    assert names(search("Haltestel")) == ["silent"]
    assert names(search("öffentliche Toil")) == ["both"]


def test_phrases_stand_as_they_are(search: Search) -> None:
    assert names(search('"öffentliche Toiletten"')) == ["both"]
    assert names(search('"Toiletten öffentliche"')) == []


def test_minus_words_are_left_out(search: Search) -> None:
    assert "silent" not in names(search("-Haltestelle"))
    assert search("-Haltestelle").total == len(DATASETS) - 1
    assert names(search('Bäume -"Bäume an Straßen"')) and "plural" not in names(
        search('Bäume -"Bäume an Straßen"')
    )


def test_all_words_are_wanted_else_some_of_them(search: Search) -> None:
    assert names(search("Bäume Rostock"))[0] == "plural"
    found = search("Haltestellen Quastenflosser")
    assert (names(found), found.level) == (["silent"], "any")


def test_persons_are_not_found(search: Search) -> None:
    for text in ("Mustermann", "Erika", "erika.mustermann@example.org"):
        assert "person" not in names(search(text))
    assert "person" in names(search("Sammlung"))


def test_nothing_asked_is_everything_by_title(search: Search) -> None:
    found = search()
    assert (found.total, found.sorting) == (len(DATASETS), "titel")
    assert names(found)[0] == "plural" and names(found)[-1] == "none"


def test_orders(search: Search) -> None:
    assert names(search(sortierung="stand"))[:2] == ["plural", "said"]
    assert names(search(sortierung="-titel"))[0] == "long"
    assert names(search(sortierung="kommune"))[0] == "long"


FILTERS = (
    ({"kommune": ("01002000",)}, {"long"}),
    ({"land": ("01",)}, {"long"}),
    ({"typ": ("land",)}, {"land"}),
    ({"groesse": ("2",), "land": ("01",)}, {"long"}),
    ({"musterdatensatz": (TREES,)}, {"exact"}),
    ({"lizenz": ("cc-by-nc-4.0", "dl-by-de-2.0")}, {"typo", "both"}),
    ({"lizenz": ("none",)}, {"silent", "land"}),
    ({"lizenz": ("unknown",)}, {"unread"}),
    ({"offen": ("nein",)}, {"typo"}),
    ({"offen": ("unklar",)}, {"silent", "land", "unread"}),
    ({"format": ("GEOJSON", "PDF")}, {"both", "typo"}),
    ({"format": ("none",)}, {"silent", "land"}),
    ({"stand": "2026-01-01"}, {"plural"}),
    ({"stand": "2022-05-01"}, {"plural", "said"}),
    ({"modified_since": "2030-01-01T00:00:00+00:00"}, set()),
    ({"portal": ("andere",)}, set()),
)


@pytest.mark.parametrize(("given", "wanted"), FILTERS, ids=[str(case[0]) for case in FILTERS])
def test_filters(search: Search, given: dict[str, object], wanted: set[str]) -> None:
    found = search(**given)
    assert (set(names(found)), found.total) == (wanted, len(wanted))


def test_facets_count_without_their_own_filter(search: Search) -> None:
    counted = {
        count.value: count.datasets for count in search(format=("PDF",)).facets["format"].counts
    }
    assert counted == {"CSV": 8, "PDF": 1, "GEOJSON": 1, "none": 2}
    licences = search(format=("PDF",)).facets["lizenz"].counts
    assert [tuple(each) for each in licences] == [("cc-by-nc-4.0", 1)]


def test_a_chosen_value_is_counted_even_where_nothing_has_it(search: Search) -> None:
    counts = search(portal=("andere",)).facets["portal"].counts
    assert ("andere", 0) in [tuple(each) for each in counts]


def test_years_add_up(search: Search) -> None:
    counts = [tuple(each) for each in search().facets["stand"].counts]
    assert counts == [("2026-01-01", 1), ("2022-01-01", 2)]


def test_filters_that_leave_nothing_are_said(search: Search) -> None:
    found = search("Haltestellen", format=("PDF",))
    assert (found.total, found.unfiltered, found.level) == (0, 1, "strict")


def test_pages(snapshot: Snapshot) -> None:
    pages = [find(snapshot, Selection(seite=n), 4).ids for n in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [4, 4, 3, 0]
    assert {id for page in pages for id in page} == set(IDS.values())
    assert find(snapshot, Selection(seite=999_999), 100).ids == ()


def test_suggestions(snapshot: Snapshot, vocabulary: Vocabulary) -> None:
    found = suggest(snapshot, vocabulary, "Baumka")
    assert TREES in found.musterdatensaetze and IDS["exact"] in found.ids
    assert suggest(snapshot, vocabulary, "b") == suggest(snapshot, vocabulary, "\x00")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=200))
def test_no_text_raises(snapshot: Snapshot, vocabulary: Vocabulary, text: str) -> None:
    assert find(snapshot, Selection(q=text), today=date(2026, 6, 1)).total >= 0
    suggest(snapshot, vocabulary, text)


HOSTILE = (
    'a"b"c -"',
    "title:x AND (",
    "*?~^\\",
    "-" * 200,
    "wort " * 40,
    "ä" * 200,
    "\u202e<script>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_queries_raise_nothing(search: Search, text: str) -> None:
    assert search(text).total >= 0
