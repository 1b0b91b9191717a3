# SPDX-License-Identifier: EUPL-1.2
"""Manners: gaps between requests, growing pauses, what Retry-After asks for (promise H10)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from harvesters.base.errors import HarvestError
from harvesters.base.headers import media_type, retry_after
from harvesters.base.http import Door, NetworkDoor
from tests.harvesters.loopback import Call, Server, answer, serve


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds

    def __call__(self) -> float:
        return self.now


def polite(*servers: Server, **more: object) -> tuple[NetworkDoor, Clock]:
    clock = Clock()
    allowed = frozenset(server.pair for server in servers)
    return NetworkDoor(Door("Prüfer/1", allowed, **more), clock.sleep, clock, float), clock  # type: ignore[arg-type]


def then(*answers: bytes) -> Callable[[Call], bytes]:
    """One answer after the other, the last for good."""
    left = list(answers)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def test_two_requests_to_one_host_are_a_gap_apart() -> None:
    with serve(answer("da")) as server:
        way, clock = polite(server, gap=0.2)
        for _ in range(3):
            way.get(server.url(), "*/*")
    assert clock.slept == [0.2, 0.2]


def test_gaps_are_never_shorter_and_not_all_the_same() -> None:
    with serve(answer("da")) as server:
        way, clock = polite(server, gap=0.2)
        chances = iter([0.0, 0.5, 1.0, 0.0])
        way.jitter = lambda: next(chances)
        for _ in range(4):
            way.get(server.url(), "*/*")
        assert clock.slept == [0.2, 0.225, 0.25]
        way, clock = polite(server, gap=0.2)
        way.jitter = NetworkDoor(Door("Prüfer/1")).jitter
        for _ in range(20):
            way.get(server.url(), "*/*")
    assert all(0.2 <= gap <= 0.25 for gap in clock.slept)
    assert len(set(clock.slept)) > 1


def test_the_gap_counts_from_the_end_of_an_answer() -> None:
    with serve(answer("da")) as server:
        way, clock = polite(server, gap=0.2)
        way.get(server.url(), "*/*")
        clock.now += 0.15
        way.get(server.url(), "*/*")
        clock.now += 5
        way.get(server.url(), "*/*")
    assert clock.slept == [0.05]


def test_hosts_do_not_wait_for_each_other_but_redirects_do_wait() -> None:
    with (
        serve({"/": answer(status=302, Location="/b"), "/b": answer("b")}) as one,
        serve(answer("da")) as two,
    ):
        way, clock = polite(one, two, gap=0.2)
        way.get(two.url(), "*/*")
        way.get(one.url("/b"), "*/*")
        assert clock.slept == []
        way.get(one.url(), "*/*")
        assert clock.slept == [0.2, 0.2]
        way.get(one.url("/b").replace("http://", "HTTP://user@"), "*/*")
        assert clock.slept == [0.2, 0.2, 0.2], "the same host in another spelling"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_troubled_servers_get_three_tries_with_growing_pauses(status: int) -> None:
    with serve(answer(status=status)) as server:
        way, clock = polite(server, gap=0.0)
        with pytest.raises(HarvestError) as raised:
            way.get(server.url(), "*/*")
        assert len(server.calls) == 3
    assert clock.slept == [1.0, 3.0]
    assert raised.value.code == "network.status"
    assert raised.value.params["status"] == str(status)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
def test_a_clear_no_is_taken_at_once(status: int) -> None:
    with serve(answer(status=status)) as server:
        way, clock = polite(server)
        with pytest.raises(HarvestError):
            way.get(server.url(), "*/*")
        assert len(server.calls) == 1
    assert clock.slept == []


def test_the_second_try_may_succeed() -> None:
    with serve(then(answer(status=503), answer("da"))) as server:
        way, clock = polite(server, gap=0.0)
        assert way.get(server.url(), "*/*").body == b"da"
    assert clock.slept == [1.0]


def test_a_cut_answer_is_asked_for_again() -> None:
    def cut_once(call: Call) -> bytes | None:
        if len(server.calls) > 1:
            return answer("ganz")
        call.connection.sendall(answer("gan", length=4))
        return None

    with serve(cut_once) as server:
        way, _ = polite(server, gap=0.0)
        assert way.get(server.url(), "*/*").body == b"ganz"


@pytest.mark.parametrize(("asked", "slept"), [("7", 7.0), ("0", 1.0), ("unsinn", 1.0), ("²", 1.0)])
def test_retry_after_in_seconds_is_kept(asked: str, slept: float) -> None:
    with serve(then(answer(status=429, Retry_After=asked), answer("da"))) as server:
        way, clock = polite(server, gap=0.0)
        way.get(server.url(), "*/*")
    assert clock.slept == [slept]


def test_retry_after_as_a_date_is_kept() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    with serve(then(answer(status=503, Retry_After=later), answer("da"))) as server:
        way, clock = polite(server, gap=0.0)
        way.get(server.url(), "*/*")
    assert 17 < clock.slept[0] < 21


@pytest.mark.parametrize("asked", ["3600", "999999999999", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_who_wants_to_be_left_alone_for_long_is_not_asked_again(asked: str) -> None:
    with serve(answer(status=429, Retry_After=asked)) as server:
        way, clock = polite(server)
        with pytest.raises(HarvestError) as raised:
            way.get(server.url(), "*/*")
        assert len(server.calls) == 1
    assert clock.slept == []
    error = raised.value
    assert (error.code, error.params["answered"]) == ("network.later", "429")
    rest = datetime.fromisoformat(error.params["until"]) - datetime.now(UTC)
    assert timedelta(minutes=55) < rest <= timedelta(days=7)


def test_headers() -> None:
    assert retry_after(None) is None
    assert retry_after(" 5 ") == 5.0
    assert retry_after("Mon, 01 Jan 2001 00:00:00 GMT") == 0.0
    assert retry_after("Mon, 01 Jan 99999 00:00:00 GMT") is None
    assert retry_after("-5") is None
    assert media_type(None) == (None, None)
    assert media_type('Text/Turtle; charset="UTF-8"') == ("text/turtle", "utf-8")
    assert media_type("unsinn")[1] is None
