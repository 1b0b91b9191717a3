# SPDX-License-Identifier: EUPL-1.2
"""Every package of a CKAN portal once, whatever the portal does meanwhile."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest

from harvesters import ckan
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.record import Portal
from tests.harvesters.ckan_server import Catalogue, door_to, make_package, serve


@dataclass
class Seen:
    """What a run sees: how often each package came with new content, and what was announced."""

    items: Counter[str] = field(default_factory=Counter)
    announced: list[int | None] = field(default_factory=list)
    recounted: bool = False
    numbers: list[int] = field(default_factory=list)
    error: HarvestError | None = None


def harvest(catalogue: Catalogue, path: str = "", **door: Any) -> Seen:
    seen = Seen()
    with serve(catalogue) as url:
        portal = Portal("stadt", "ckan", url + path, url)
        hashes: set[tuple[str, str]] = set()
        try:
            for page in ckan.fetch(portal, door_to(url, **door)):
                contents = ckan.open_page(portal, page)
                seen.numbers.append(page.number)
                seen.announced.append(contents.announced)
                seen.recounted = seen.recounted or contents.recounted
                new = {(item.identifier, item.hash) for item in contents.items} - hashes
                seen.items.update(identifier for identifier, _ in new)
                hashes |= new
        except HarvestError as error:
            seen.error = error
    return seen


def ids(*numbers: int) -> set[str]:
    return {make_package(number)["id"] for number in numbers}


def portal_of(size: int, **more: Any) -> Catalogue:
    catalogue = Catalogue(**more)
    catalogue.add(*range(size))
    return catalogue


@pytest.mark.parametrize(
    "path", ["", "/", "/api/3/action", "/api/3/action/package_search", "/ckan"]
)
def test_a_thousand_packages_each_once(path: str) -> None:
    catalogue = portal_of(1_000)
    seen = harvest(catalogue, path)
    assert seen.error is None
    assert seen.items == Counter(ids(*range(1_000)))
    assert set(seen.announced) == {1_000}
    assert not seen.recounted
    assert seen.numbers == list(range(1, len(seen.numbers) + 1))
    assert len(catalogue.requests) < 12


def test_one_request_for_a_small_portal() -> None:
    catalogue = portal_of(60)
    assert len(harvest(catalogue).items) == 60
    assert len(catalogue.requests) == 1


def test_an_empty_portal_is_empty() -> None:
    seen = harvest(Catalogue())
    assert (seen.error, seen.items, seen.announced) == (None, Counter(), [0])


@pytest.mark.parametrize("most", [1, 7, 100])
def test_a_portal_may_give_fewer_than_asked(most: int) -> None:
    seen = harvest(portal_of(150, most=most))
    assert seen.error is None
    assert seen.items == Counter(ids(*range(150)))


@pytest.mark.parametrize("step", [3, 60, 140])
def test_packages_removed_while_walking_hide_no_other(step: int) -> None:
    def shrink(catalogue: Catalogue, number: int) -> None:
        if number < 8:
            catalogue.remove(*range((number - 2) * step, (number - 1) * step))

    catalogue = portal_of(1_000, before=shrink, most=100)
    seen = harvest(catalogue)
    assert seen.error is None
    left = set(catalogue.packages)
    assert left and left <= set(seen.items)
    assert set(seen.items.values()) == {1}
    assert seen.recounted and seen.announced[-1] is None


def test_packages_added_while_walking_are_all_there_in_the_end() -> None:
    def grow(catalogue: Catalogue, number: int) -> None:
        if number < 8:
            catalogue.add(*range(number * 10_000, number * 10_000 + 12))

    catalogue = portal_of(1_000, before=grow, most=100)
    seen = harvest(catalogue)
    assert seen.error is None
    assert seen.items == Counter(catalogue.packages.keys())
    assert seen.recounted


def test_packages_come_and_go_at_every_request() -> None:
    def change(catalogue: Catalogue, number: int) -> None:
        catalogue.remove(*range(number * 7, number * 7 + 7))
        catalogue.add(*range(number * 10_000, number * 10_000 + 7))

    catalogue = portal_of(1_000, before=change, most=100)
    before = set(catalogue.packages)
    seen = harvest(catalogue)
    assert seen.error is None
    assert before & set(catalogue.packages) <= set(seen.items)
    assert set(seen.items.values()) == {1}


def test_a_portal_that_heeds_no_sort_is_read_as_well() -> None:
    seen = harvest(portal_of(400, obeys=frozenset({"start", "rows"})))
    assert seen.error is None
    assert seen.items == Counter(ids(*range(400)))


def test_a_portal_that_refuses_to_sort_is_asked_without() -> None:
    seen = harvest(portal_of(250, refuses="sort"))
    assert seen.error is None
    assert seen.items == Counter(ids(*range(250)))


def test_a_portal_that_ignores_start_ends_as_partial() -> None:
    seen = harvest(portal_of(400, most=100, obeys=frozenset({"rows", "sort"})))
    assert seen.error is not None and seen.error.code == "paging.repeats"
    assert len(seen.items) == 100


def test_a_count_too_high_stands_so_that_the_run_is_partial() -> None:
    seen = harvest(portal_of(300, count=900))
    assert len(seen.items) == 300
    assert not seen.recounted
    assert max(each or 0 for each in seen.announced) == 900


def test_a_count_too_low_does_not_end_the_walk() -> None:
    seen = harvest(portal_of(300, count=10))
    assert seen.items == Counter(ids(*range(300)))
    assert not seen.recounted
    assert max(each or 0 for each in seen.announced) == 10


def test_without_search_names_are_listed_and_shown() -> None:
    seen = harvest(portal_of(40, searches=False))
    assert seen.error is None
    assert seen.items == Counter(ids(*range(40)))
    assert seen.announced[0] == 40


def test_a_package_that_has_gone_meanwhile_is_none() -> None:
    def vanish(catalogue: Catalogue, number: int) -> None:
        if number == 5:
            catalogue.remove(30)

    seen = harvest(portal_of(40, searches=False, before=vanish))
    assert seen.error is None
    assert seen.items == Counter(ids(*range(40)) - ids(30))


def test_a_package_that_cannot_be_shown_costs_itself_and_makes_the_run_partial() -> None:
    seen = harvest(portal_of(40, searches=False, fails=frozenset({"datensatz-7"})))
    assert seen.error is not None
    assert seen.items == Counter(ids(*range(40)) - ids(7))


def test_a_filter_in_the_address_is_kept_and_never_dropped() -> None:
    catalogue = portal_of(10)
    harvest(catalogue, "/api/3/action/package_search?fq=organization:musterhausen&rows=3")
    assert "fq=organization%3Amusterhausen" in catalogue.requests[0]
    assert "rows=100" in catalogue.requests[0]
    seen = harvest(portal_of(10, searches=False), "/api/3/action/package_search?fq=x")
    assert seen.error is not None and not seen.items


def test_answers_too_large_are_asked_for_in_smaller_parts() -> None:
    catalogue = portal_of(0)
    for number in range(200):
        package = make_package(number, notes="W" * 3_000)
        catalogue.packages[package["id"]] = package
    seen = harvest(catalogue, largest_answer=100_000)
    assert seen.error is None
    assert len(seen.items) == 200


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"<!DOCTYPE html><html><body>Wartung</body></html>", "answer.ckan_html"),
        (b"", "answer.empty"),
        (b"Service unavailable", "answer.ckan_not_json"),
        (b'{"success": false, "error": {"message": "Wartung"}}', "answer.ckan_refused"),
        (b'{"a": 1}', "answer.no_packages"),
        (b'{"result": {"results": [{"id', "answer.broken_json"),
    ],
)
def test_what_is_no_answer_is_named(body: bytes, code: str) -> None:
    seen = harvest(Catalogue(body=body))
    assert seen.error is not None and seen.error.code == code
    assert isinstance(seen.error, UnexpectedAnswer)
