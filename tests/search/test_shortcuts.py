# SPDX-License-Identifier: EUPL-1.2
"""What makes searches quick changes no answer: each shortcut against the long way."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from app.model.selection import Selection
from app.search import (
    Found,
    broad,
    codes,
    documents,
    facets,
    filters,
    find,
    finding,
    matching,
    refresh,
    tallies,
)
from app.search import folder as place_of
from app.search.codes import Codes, Tally
from app.search.panics import IndexDamaged
from app.search.snapshot import Snapshot
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import harvest
from tests.search.conftest import TODAY, made

WORDS = ("Baum", "Bäume", "Straße", "Haltestelle", "Park", "Grün", "Wiese", "Radweg", "Kataster")
TEXTS = (
    *("", "Baum", "Straßenbaumkataster", "Bäume Straße", '"Baum im Park"', "Park -Wiese"),
    *("Straßenbäume", "Haltestele", "Radwege im Park", "gibtesnicht Baum", '"Offene Daten"'),
)
GIVEN: tuple[dict[str, tuple[str, ...]], ...] = (
    {},
    {"kommune": ("01002000",)},
    {"land": ("13",), "offen": ("ja",)},
    {"kommune": ("13003000", "01002000"), "portal": ("stadt",)},
)


@pytest.fixture
def many(sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path) -> Snapshot:
    """An index of datasets whose words stand in titles, keywords and descriptions by turns."""
    found = []
    for number, (one, other) in enumerate(product(WORDS, WORDS)):
        where = ("13003000", "13003000", "13003000", "01002000")[number % 4]
        said = (WORDS[number % 7], WORDS[number % 5].upper(), WORDS[number % 2])
        text = f"Offene Daten: {other}{one.lower()} hier."
        title = one if number % 3 else f"{one} im {other}"
        found.append(made(f"d{number}", title, text, kommune=where, keywords=said))
    harvest(sqlite_store, *found)
    refresh(sqlite_store, vocabulary, tmp_path)
    opened = place_of.newest(place_of.place(tmp_path, sqlite_store.name))
    assert opened is not None
    return opened


def answers(snapshot: Snapshot) -> dict[tuple[str, int, int], Found]:
    """Every text within every filter, the first pages."""
    return {
        (text, number, page): find(snapshot, Selection(q=text, seite=page, **given), 3, TODAY)  # type: ignore[arg-type]
        for text in TEXTS
        for number, given in enumerate(GIVEN)
        for page in (1, 2)
    }


def all_ways(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(finding, "_by_best_ways", lambda *_: ())


def counted_first(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(matching, "most", lambda *_: 2.0)


def without_totals(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(broad, "SHARE", 2.0)


def without_narrow_ways(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filters, "SELECTIVE", -1.0)


@pytest.mark.parametrize("long_way", [all_ways, counted_first, without_totals, without_narrow_ways])
def test_no_shortcut_changes_an_answer(
    many: Snapshot,
    long_way: Callable[[pytest.MonkeyPatch], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short = answers(many)
    assert any(found.total > 0.7 * 81 for found in short.values())
    long_way(monkeypatch)
    for asked, found in answers(many).items():
        assert found == short[asked], asked


@pytest.mark.parametrize("share", [0.7, 2.0], ids=["by what is left out", "counted"])
def test_rare_keywords_are_counted_where_they_matter(
    sqlite_store: Store,
    vocabulary: Vocabulary,
    tmp_path: Path,
    share: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(broad, "SHARE", share)
    monkeypatch.setattr(documents, "MOST_OFTEN", 1)
    monkeypatch.setattr(tallies, "MOST_OFTEN", 1)
    monkeypatch.setattr(tallies, "MOST_VALUES", 1)
    words = (
        ("See", "Wald"),
        ("See",),
        ("See", "Moor"),
        ("Wald", "Moor"),
        ("Moor", "See"),
        ("See",),
    )
    harvest(sqlite_store, *(made(f"k{n}", f"T{n % 2}", keywords=k) for n, k in enumerate(words)))
    refresh(sqlite_store, vocabulary, tmp_path)
    opened = place_of.newest(place_of.place(tmp_path, sqlite_store.name))
    assert opened is not None
    for text, first in (
        ("", ("See", 5)),
        ("T0", ("See", 3)),
        ("T1", ("See", 2)),
        ("Moor", ("Moor", 3)),
    ):
        (count,) = find(opened, Selection(q=text), today=TODAY).facets["schlagwort"].counts[:1]
        assert tuple(count) == first


def test_best_ways_give_pages(many: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, ...]] = []
    real = finding._by_best_ways
    monkeypatch.setattr(
        finding, "_by_best_ways", lambda *given: seen.append(real(*given)) or seen[-1]
    )
    assert find(many, Selection(q="Baum"), 3).ids == seen[0] != ()
    assert find(many, Selection(q='"Offene Daten"'), 3).total == 81 and seen[1] == ()


def test_what_is_left_after_the_rest_is_taken_off() -> None:
    total = Tally({1: 9, 2: 7, 3: 2})
    assert broad._difference(total, Tally({2: 6, 3: 2}), 9) == Tally({1: 9, 2: 1})
    assert broad._difference(total, Tally({}), 1) == Tally({1: 9}, more=True)
    assert broad._difference(total, Tally({2: 1}, more=True), 9) is None


def test_nothing_is_said_where_a_number_left_out_might_be_among_the_first() -> None:
    total = Tally({1: 9, 2: 7, 3: 5}, more=True)
    assert broad._difference(total, Tally({3: 4}), 2) == Tally({1: 9, 2: 7}, more=True)
    assert broad._difference(total, Tally({2: 4}), 3) is None


def test_codes_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Codes()
    for facet, text in (("format", "CSV PDF"), ("land", "13"), ("format", "CSV")):
        assert kept[facet][text] == len(kept[facet])
    codes.write(tmp_path / "codes.tsv", kept)
    texts = codes.read(tmp_path / "codes.tsv")
    assert texts == {"format": ("", "CSV PDF", "CSV"), "land": ("", "13")}
    later = codes.known(texts)
    assert later == kept and later["format"]["PDF"] == 3
    assert [facets.shown(text) for text in ("baum\x1eBäume", "13")] == ["Bäume", "13"]


def test_texts_that_went_missing_are_damage(many: Snapshot) -> None:
    file = many.folder / "codes.tsv"
    file.write_text("".join(file.read_text().splitlines(keepends=True)[:2]))
    place_of._OPENED.clear()
    opened = place_of.newest(many.folder.parent)
    assert opened is not None
    with pytest.raises((*place_of.BROKEN, IndexDamaged)):
        find(opened, Selection(q="Baum"))
