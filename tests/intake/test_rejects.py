# SPDX-License-Identifier: EUPL-1.2
"""What is rejected is counted once, also where windows overlap and pages come twice (H6)."""

from contextlib import closing

from app.intake.collected import Collected
from app.model import ItemOutcome

SAID = '{"title": "Baumkataster", "notes": "alle Bäume der Stadt"}'


def rejected(*pages: list[ItemOutcome]) -> int:
    with closing(Collected()) as collected:
        for page in pages:
            collected.reject(page)
        return collected.received


def nameless(position: int, value: str = SAID) -> ItemOutcome:
    return ItemOutcome(None, f"dataset {position}", "item.no_identity", value)


def named(position: int, name: str = "a", value: str = "") -> ItemOutcome:
    return ItemOutcome(name, f"dataset {position}", "item.too_much", value)


def test_what_two_windows_reject_is_one_item() -> None:
    assert rejected([named(10)], [named(1), named(2, "b")]) == 2
    assert rejected([nameless(10)], [nameless(1), nameless(2, SAID + "!")]) == 2


def test_the_same_name_twice_on_a_page_is_one_item() -> None:
    assert rejected([named(1), named(2)]) == 1
    assert rejected([named(1, value="x"), named(2, value="y")]) == 2


def test_things_without_name_stay_apart_on_one_page() -> None:
    assert rejected([nameless(1), nameless(2)]) == 2
    assert rejected([nameless(1), nameless(2)], [nameless(1), nameless(2), nameless(3)]) == 3


def test_what_says_too_little_is_not_known_again() -> None:
    assert rejected([nameless(1, "null")], [nameless(1, "null")], [nameless(1, "{}")]) == 3
