# SPDX-License-Identifier: EUPL-1.2
"""Lizenzwechsel: a swap leaves its changes of licences, and which way they lead if known."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.compare import QUESTIONS
from app.compare.answer import Answer
from app.compare.strictness import direction
from app.model import Reading
from app.store import Store, run_writes, swap_writes
from app.vocabulary import Vocabulary
from tests.builders import WHEN, change, dataset, harvest, id_of, part, reading
from tests.compare.asking import KIEL, ROSTOCK, SCHWERIN, TREES, notes, selected

OPEN, CLOSED, ZERO, SHARED = "cc-by-4.0", "cc-by-nc-4.0", "cc0-1.0", "cc-by-sa-4.0"
LATER = WHEN + timedelta(days=1)


def made(identifier: str, kommune: str, licence: str | None, **more: Any) -> Any:
    read = reading(licence) if licence is not None else Reading()
    return dataset(identifier, kommune, TREES, part("CSV", licence), licence=read, **more)


def swap(store: Store, *again: Any, said: bool = True) -> None:
    """The portal says something else (said), or the same that is now read otherwise."""
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", LATER)
        mark = "other" if said else ""
        changes = [replace(change(item), hash=change(item).hash + mark) for item in again]
        swap_writes.replace(session, run, changes, LATER)


def ask(store: Store, vocabulary: Vocabulary, query: str = "") -> Answer:
    with store.session() as session:
        question = QUESTIONS["lizenzwechsel"]
        return question.answer(session, vocabulary, selected(vocabulary, query), "de")


def table(answer: Answer) -> list[dict[str, Any]]:
    keys = [column.key for column in answer.columns]
    return [dict(zip(keys, row, strict=True)) for row in answer.rows]


@pytest.fixture
def changed(store: Store) -> Store:
    """Two of Rostock become closed, one of Schwerin opens, one of Kiel loses its licence."""
    places = (("1", ROSTOCK, OPEN), ("2", ROSTOCK, OPEN), ("3", SCHWERIN, SHARED))
    harvest(store, *(made(*each) for each in places), made("4", KIEL, OPEN), made("5", KIEL, ZERO))
    after = (("1", ROSTOCK, CLOSED), ("2", ROSTOCK, CLOSED), ("3", SCHWERIN, ZERO))
    swap(store, *(made(*each) for each in after), made("4", KIEL, None), made("5", KIEL, ZERO))
    return store


def test_changes_are_counted_by_place_and_licences(changed: Store, vocabulary: Vocabulary) -> None:
    answer = ask(changed, vocabulary)
    found = {row["kommune"].key: row for row in table(answer)}
    assert {key: (row["richtung"], row["datensaetze"]) for key, row in found.items()} == {
        ROSTOCK: ("strenger", 2),
        SCHWERIN: ("offener", 1),
        KIEL: ("unklar", 1),
    }
    row = found[ROSTOCK]
    assert (row["vorher"][0].key, row["nachher"][0].key) == (OPEN, CLOSED)
    assert row["gesehen"] == LATER.date()
    ids = {id_of(made(name, ROSTOCK, OPEN)) for name in "12"}
    assert row["beispiel"].key in ids
    base = notes(answer)["note.lizenzwechsel_base"]
    assert (base["count"], base["strenger"], base["offener"], base["unklar"]) == (4, 2, 1, 1)


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        (f"kommune={KIEL}", {KIEL}),
        ("land=13", {ROSTOCK, SCHWERIN}),
        (f"lizenz={ZERO}", {SCHWERIN}),
        ("lizenz=none", {KIEL}),
        ("portal=anderes", set()),
        (f"modified_since={(LATER + timedelta(days=1)).date()}", set()),
        (f"modified_since={LATER.date()}", {ROSTOCK, SCHWERIN, KIEL}),
    ],
)
def test_filters(changed: Store, vocabulary: Vocabulary, query: str, keys: set[str]) -> None:
    assert {row["kommune"].key for row in table(ask(changed, vocabulary, query))} == keys


def test_what_is_only_read_anew_is_no_change(store: Store, vocabulary: Vocabulary) -> None:
    harvest(store, made("1", ROSTOCK, OPEN))
    swap(store, made("1", ROSTOCK, CLOSED), said=False)
    assert ask(store, vocabulary).total == 0


def mixed(identifier: str, *licences: str | None) -> Any:
    parts = [part("CSV", each) for each in licences]
    return dataset(identifier, ROSTOCK, TREES, *parts, licence=Reading(status="mixed"))


def test_mixed_licences_that_become_others_are_a_change(
    store: Store, vocabulary: Vocabulary
) -> None:
    harvest(store, mixed("1", OPEN, ZERO), mixed("2", ZERO, OPEN, OPEN), mixed("3", OPEN, None))
    swap(store, mixed("1", CLOSED, ZERO), mixed("2", OPEN, ZERO), mixed("3", OPEN, ZERO))
    answer = ask(store, vocabulary)
    found = {row["beispiel"].label: row for row in table(answer)}
    assert set(found) == {"Datensatz 1", "Datensatz 3"}, "another order is no change"
    first, third = found["Datensatz 1"], found["Datensatz 3"]
    assert [each.key for each in first["vorher"]] == [OPEN, ZERO]
    assert [each.key for each in first["nachher"]] == [CLOSED, ZERO]
    assert [each.key for each in third["vorher"]] == [OPEN, ""], "not given comes last"
    assert first["richtung"] == third["richtung"] == "unklar"
    for asked, number in ((CLOSED, 1), (ZERO, 2), ("none", 1), (SHARED, 0)):
        assert ask(store, vocabulary, f"lizenz={asked}").total == number, asked


def test_it_says_since_when_it_was_watched(changed: Store, vocabulary: Vocabulary) -> None:
    day = WHEN.date().isoformat()
    assert notes(ask(changed, vocabulary))["note.lizenzwechsel_watched"] == {"day": day}
    other = notes(ask(changed, vocabulary, "portal=anderes"))
    assert "note.lizenzwechsel_watched" not in other


def test_batches_of_one_run_are_added_up(store: Store, vocabulary: Vocabulary) -> None:
    harvest(store, made("1", ROSTOCK, OPEN), made("2", ROSTOCK, OPEN))
    changes = [
        replace(change(item), hash="2")
        for item in (made("1", ROSTOCK, CLOSED), made("2", ROSTOCK, CLOSED))
    ]
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", LATER)
        for each in changes:  # each call is a batch of its own
            swap_writes.replace(session, run, [each], LATER)
    (row,) = table(ask(store, vocabulary))
    assert row["datensaetze"] == 2
    assert row["beispiel"].key == min(id_of(made(name, ROSTOCK, OPEN)) for name in "12")


@pytest.mark.parametrize(
    ("before", "after", "leads"),
    [
        (ZERO, OPEN, "strenger"),
        (OPEN, ZERO, "offener"),
        (OPEN, "dl-by-de-2.0", "gleich"),
        (ZERO, "dl-zero-de-2.0", "gleich"),
        (OPEN, "cc-by-nd-4.0", "strenger"),
        (SHARED, CLOSED, "unklar"),
        (SHARED, "odbl-1.0", "unklar"),
        (OPEN, "other-closed", "unklar"),
        ("", OPEN, "unklar"),
        ("mixed", OPEN, "unklar"),
        ("unknown", ZERO, "unklar"),
    ],
)
def test_directions(vocabulary: Vocabulary, before: str, after: str, leads: str) -> None:
    assert direction(vocabulary, before, after) == leads


def test_directions_turn_round(vocabulary: Vocabulary) -> None:
    other = {"offener": "strenger", "strenger": "offener"}
    keys = [each.id for each in vocabulary.licences]
    for before in keys:
        for after in keys:
            there, back = direction(vocabulary, before, after), direction(vocabulary, after, before)
            assert back == other.get(there, there), (before, after)
