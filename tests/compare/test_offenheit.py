# SPDX-License-Identifier: EUPL-1.2
"""Offenheit: kinds of licences counted once a holding, unread apart, grouped four ways."""

from typing import Any

import pytest

from app.compare import QUESTIONS
from app.compare.answer import Answer
from app.compare.errors import SelectionError
from app.compare.openness import Kinds, openness
from app.compare.tally import Count
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, part, unread
from tests.compare.asking import ROSTOCK, SCHWERIN, TREES, WASTE, notes, rows, selected

OPEN, BOUND, CLOSED, VAGUE = "cc-by-4.0", "cc-by-sa-4.0", "cc-by-nc-4.0", "cc-by-sa"


def ask(store: Store, vocabulary: Vocabulary, query: str = "", **chosen: str) -> Answer:
    with store.session() as session:
        selection = selected(vocabulary, query)
        return QUESTIONS["offenheit"].answer(session, vocabulary, selection, "de", **chosen)


def groups(answer: Answer) -> dict[Any, dict[str, Any]]:
    keys = [column.key for column in answer.columns]
    named = (dict(zip(keys, row, strict=True)) for row in answer.rows)
    return {getattr(row[keys[0]], "key", row[keys[0]]): row for row in named}


@pytest.fixture
def towns(store: Store) -> Store:
    harvest(
        store,
        dataset("1", ROSTOCK, TREES, part("CSV", OPEN), part("PDF", CLOSED)),
        dataset("2", ROSTOCK, TREES, part("CSV", CLOSED)),
        dataset("3", ROSTOCK, "", part("CSV", None)),
        dataset("4", ROSTOCK, WASTE, part("CSV", unread("frei")), part("CSV", None)),
        dataset("5", SCHWERIN, WASTE, part("CSV", OPEN)),
    )
    return store


def test_a_holding_counts_once_in_each_kind(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary))[ROSTOCK]
    assert (row["bestaende"], row["offen"], row["kommerziell_nutzbar"]) == (4, 1, 1)
    assert row["offen_anteil"] == 0.25


def test_unread_and_missing_are_apart_and_never_open(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary))[ROSTOCK]
    assert (row["nicht_gelesen"], row["nicht_angegeben"]) == (1, 1)


def test_what_is_unclear_of_a_licence_is_not_counted() -> None:
    known = Kinds(frozenset({OPEN}), frozenset({OPEN, BOUND}), frozenset({OPEN}))
    sets = {frozenset({BOUND}): 3, frozenset({VAGUE}): 2, frozenset({OPEN, ""}): 1}
    found = openness(Count(9, 6, sets), known)
    assert (found.open, found.commercial, found.hvd) == (1, 4, 1)
    assert (found.unread, found.missing) == (0, 0), "an ambiguous class was understood"


@pytest.mark.parametrize(
    ("nach", "expected"),
    [
        ("kommune", {ROSTOCK: 4, SCHWERIN: 1}),
        ("land", {"13": 5}),
        ("groesse", {"2": 4, "4": 1}),
        ("thema", {"floraUndFauna": 2, "abfallentsorgung": 2, None: 1}),
    ],
)
def test_groups(
    towns: Store, vocabulary: Vocabulary, nach: str, expected: dict[str | None, int]
) -> None:
    answer = ask(towns, vocabulary, nach=nach)
    assert {key: row["bestaende"] for key, row in groups(answer).items()} == expected
    assert answer.further == (() if nach == "kommune" else (("nach", nach),))


def test_small_groups_are_marked(store: Store, vocabulary: Vocabulary) -> None:
    many = [dataset(f"m{n}", ROSTOCK, TREES, part("CSV", OPEN)) for n in range(10)]
    harvest(store, *many, dataset("s", SCHWERIN, TREES, part("CSV", OPEN)))
    found = rows(ask(store, vocabulary))
    assert {key: row["grundlage"] for key, row in found.items()} == {
        ROSTOCK: "genug",
        SCHWERIN: "klein",
    }
    assert notes(ask(store, vocabulary))["note.offenheit_small"] == {"count": 10}


def test_a_thema_narrows_and_sorting_pages(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary, "thema=floraUndFauna"))[ROSTOCK]
    assert row["bestaende"] == 2
    assert list(groups(ask(towns, vocabulary, "sortierung=-offen"))) == [SCHWERIN, ROSTOCK]
    page = ask(towns, vocabulary, "pro-seite=1&seite=2&sortierung=name")
    assert (list(groups(page)), page.total) == ([SCHWERIN], 2)


def test_wrong_choices_are_refused(towns: Store, vocabulary: Vocabulary) -> None:
    with pytest.raises(SelectionError):
        ask(towns, vocabulary, nach="mond")
    with pytest.raises(SelectionError):
        ask(towns, vocabulary, "sortierung=titel")
