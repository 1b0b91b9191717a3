# SPDX-License-Identifier: EUPL-1.2
"""Every dataset of DKAN and Opendatasoft portals once, whatever the portal does meanwhile."""

import gzip
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from harvesters import HARVESTERS
from harvesters.base.record import Portal
from tests.harvesters.kind_servers import Seen, Shelf, as_json, harvest, ods, package, pod
from tests.harvesters.loopback import Answer, Call, answer, door

LIST = "/api/3/action/current_package_list_with_resources"
SEARCH = "/api/1/search"
CATALOGUE = "/api/explore/v2.1/catalog/datasets"
WALKS = [("dkan", LIST), ("dkan", SEARCH), ("opendatasoft", ""), ("opendatasoft", CATALOGUE)]


def once(seen: Seen, numbers: set[int]) -> None:
    """Each of the datasets came exactly once, and nothing else."""
    assert seen.error is None, seen.error
    assert seen.items == Counter({f"n-{number:05}": 1 for number in numbers})


@pytest.mark.parametrize(("kind", "path"), WALKS)
@pytest.mark.parametrize("size", [1, 99, 100, 101, 350])
def test_all_of_it_once(kind: str, path: str, size: int) -> None:
    shelf = Shelf(list(range(size)))
    once(harvest(kind, shelf, path), set(range(size)))
    assert len(shelf.asked) <= 3 + size // 50


@pytest.mark.parametrize(("kind", "path"), WALKS)
def test_an_empty_portal_is_empty(kind: str, path: str) -> None:
    once(harvest(kind, Shelf([]), path), set())


@pytest.mark.parametrize(("kind", "path"), [WALKS[0], WALKS[2]])
def test_a_portal_that_gives_less_than_asked_for(kind: str, path: str) -> None:
    once(harvest(kind, Shelf(list(range(95)), most=20), path), set(range(95)))


def removing(*numbers: int, at: int = 2) -> Callable[[Shelf, int], None]:
    def change(shelf: Shelf, number: int) -> None:
        if number == at:
            shelf.numbers = [each for each in shelf.numbers if each not in numbers]

    return change


@pytest.mark.parametrize(("kind", "path"), WALKS)
def test_nothing_slips_through_when_datasets_go_meanwhile(kind: str, path: str) -> None:
    shelf = Shelf(list(range(350)), before=removing(*range(30)))
    seen = harvest(kind, shelf, path)
    assert set(range(30, 350)) <= seen.numbers
    assert max(seen.items.values()) == 1


@pytest.mark.parametrize(("kind", "path"), WALKS)
def test_nothing_slips_through_when_datasets_come_meanwhile(kind: str, path: str) -> None:
    def change(shelf: Shelf, number: int) -> None:
        if number == 3:
            shelf.numbers = sorted([*range(350, 360), *shelf.numbers])

    shelf = Shelf(list(range(350)), before=change)
    assert set(range(350)) <= harvest(kind, shelf, path).numbers


@pytest.mark.parametrize(("kind", "path"), WALKS[1:])
@pytest.mark.parametrize("claims", [20, 4_000])
def test_a_total_that_lies_is_announced_and_ends(kind: str, path: str, claims: int) -> None:
    seen = harvest(kind, Shelf(list(range(350)), claims=claims), path)
    assert claims in seen.announced
    assert seen.error is None or seen.error.code == "paging.repeats"
    assert len(seen.items) != claims


@pytest.mark.parametrize(("kind", "path"), WALKS)
def test_one_window_again_and_again_is_told(kind: str, path: str) -> None:
    shelf = Shelf(list(range(350)), obeys=frozenset({"limit"}))
    seen = harvest(kind, shelf, path)
    assert seen.error is not None and seen.error.code == "paging.repeats"
    assert len(shelf.asked) < 10


@pytest.mark.parametrize(("kind", "path"), WALKS[:2])
def test_the_same_in_another_order_is_told(kind: str, path: str) -> None:
    shelf = Shelf(list(range(100)))

    def shuffle(call: Call) -> bytes:
        turned = shelf.numbers[::-1] if len(shelf.asked) % 2 else shelf.numbers
        if path == SEARCH:
            return as_json({"results": [pod(number) for number in turned]})
        limit = 1 if "limit=1&" in call.path else 100
        return as_json({"success": True, "result": [package(each) for each in turned[:limit]]})

    shelf.flat = {path: shuffle}
    seen = harvest(kind, shelf, path)
    assert seen.error is not None and seen.error.code == "paging.repeats"
    assert seen.numbers == set(range(100))


def test_a_list_that_knows_no_limit_is_asked_once() -> None:
    shelf = Shelf(list(range(350)), obeys=frozenset(), most=1_000)
    once(harvest("dkan", shelf, LIST), set(range(350)))
    assert len(shelf.asked) == 1


def test_a_short_list_that_knows_no_offset_is_whole() -> None:
    once(harvest("dkan", Shelf(list(range(70)), obeys=frozenset()), LIST), set(range(70)))


def test_a_portal_that_cannot_sort_is_read_unsorted() -> None:
    def refuse(call: object) -> bytes:
        if "order_by" in getattr(call, "path", ""):
            return as_json({"error_code": "ODSQLError", "message": "order_by"}, 400)
        return as_json({"total_count": 1, "results": [ods(7)]})

    once(harvest("opendatasoft", Shelf([], flat={CATALOGUE: refuse})), {7})


def test_beyond_ten_thousand_the_export_is_read() -> None:
    shelf = Shelf(list(range(10_050)))
    seen = harvest("opendatasoft", shelf)
    assert (seen.error, len(seen.items), len(shelf.asked)) == (None, 10_050, 2)
    short = harvest("opendatasoft", Shelf(list(range(30)), claims=10_050))
    assert short.error is not None and short.error.code == "paging.export_short"
    assert len(short.items) == 30


def test_a_filter_is_kept() -> None:
    shelf = Shelf([1, 2])
    harvest("opendatasoft", shelf, CATALOGUE + "?refine=publisher:Stadt&limit=3")
    assert "refine=publisher%3AStadt" in shelf.asked[0] and "limit=100" in shelf.asked[0]


def test_dkan_by_its_address_alone() -> None:
    shelf = Shelf([], flat={"/data.json": as_json({"dataset": [pod(1), pod(2)]})})
    once(harvest("dkan", shelf), {1, 2})
    older = Shelf([3, 4])
    once(harvest("dkan", older, "/"), {3, 4})
    assert older.asked[0] == "/data.json" and older.asked[1].startswith(LIST)
    neither = harvest("dkan", answer("<html></html>", 404))
    assert neither.error is not None and neither.error.params["url"].endswith("/data.json")


def test_an_unhealthy_data_json_is_not_replaced_by_the_list() -> None:
    cut = answer('{"dataset": [{"identifier": "a", "ti')
    for bad in (answer("", 503), cut):
        shelf = Shelf([1], flat={"/data.json": bad})
        seen = harvest("dkan", shelf)
        assert seen.error is not None and not seen.items
        assert len(shelf.asked) == 1


def broken_off(call: Call) -> None:
    """A connection that ends before the answer does."""
    call.connection.sendall(answer("[" * 10, length=500))


BAD: list[tuple[Answer, str]] = [
    (answer("<!DOCTYPE html><html>Login</html>"), "answer.kind_html"),
    (answer(b""), "answer.empty"),
    (answer('{"success": false, "error": "kaputt"}'), "answer.kind_refused"),
    (answer('{"results": [{"identifier": "a", "ti'), "answer.broken_json"),
    (answer("", 500), "network.status"),
    (broken_off, "network.cut"),
    (
        answer(gzip.compress(b"[" + b" " * 9_000)[:40], Content_Encoding="gzip"),
        "network.cut",
    ),
    (answer(b"[" + b"[" * 100_000), "answer.broken_json"),
]


@pytest.mark.parametrize(("bad", "code"), BAD)
@pytest.mark.parametrize(("kind", "path"), WALKS[:3])
def test_a_first_answer_that_is_none(kind: str, path: str, bad: Answer, code: str) -> None:
    seen = harvest(kind, bad, path)
    assert seen.error is not None and seen.error.code == code
    assert not seen.items


@pytest.mark.parametrize(("kind", "path"), WALKS)
@pytest.mark.parametrize(
    "bad", [answer("<html></html>"), answer("", 502), answer('{"results": [', 200)]
)
def test_a_later_answer_that_is_none_ends_the_walk(kind: str, path: str, bad: bytes) -> None:
    shelf = Shelf(list(range(350)))

    def spoil(held: Shelf, number: int) -> None:
        if number >= 3:
            held.flat = {path or CATALOGUE: bad}

    shelf.before = spoil
    seen = harvest(kind, shelf, path)
    assert seen.error is not None
    assert 0 < len(seen.items) < 350


def test_too_much_at_once_is_asked_for_in_smaller_parts() -> None:
    for kind, path in (WALKS[0], WALKS[2]):
        shelf = Shelf(list(range(150)))
        once(harvest(kind, shelf, path, largest_answer=6_000), set(range(150)))


def test_too_many_requests_are_waited_out() -> None:
    shelf = Shelf(list(range(150)))

    def busy(held: Shelf, number: int) -> None:
        held.flat = {CATALOGUE: answer("", 429, Retry_After="1")} if number == 2 else {}

    shelf.before = busy
    once(harvest("opendatasoft", shelf, tries=3), set(range(150)))
    assert len(shelf.asked) == 3


@pytest.mark.parametrize("kind", ["dkan", "opendatasoft", "arcgis"])
def test_files_and_folders(kind: str, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.json").write_text(json.dumps({"dataset": [pod(number)]}))
    portal = Portal("probe", kind, tmp_path.as_uri(), "https://probe.invalid/")
    harvester = HARVESTERS[kind]
    found = [
        item.identifier
        for page in harvester.fetch(portal, door())
        for item in harvester.open(portal, page).items
    ]
    assert found == ["n-00001", "n-00002"]
