# SPDX-License-Identifier: EUPL-1.2
"""The only door to the network: polite, bounded in time and size, public addresses only.

Promises H9 (ceilings), H10 (politeness), H12 (cut bodies), S1 (addresses). Proxies of the
environment are ignored.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from random import SystemRandom
from typing import Any, NamedTuple

import requests
from requests.adapters import HTTPAdapter
from urllib3 import PoolManager, ProxyManager
from urllib3.exceptions import HTTPError

from harvesters.base.address import place_of, resolve, target_of
from harvesters.base.connection import Cut, pool_classes, reason_of
from harvesters.base.decoding import Decoder, refuse_packed
from harvesters.base.errors import HarvestError, NotModified, PortalUnreachable, UnexpectedAnswer
from harvesters.base.headers import condition, media_type, retry_after, until, validators
from harvesters.base.record import Body, Page, Validators

_REDIRECTS = {301, 302, 303, 307, 308}
_AGAIN = {429, 500, 502, 503, 504}
_CHUNK = 65_536
_MOST_REDIRECTS = 5
_LONGEST_PAUSE = 120.0
_MOST_JITTER = 0.25
_CUT_SHORT = ("IncompleteRead", "InvalidChunkLength", "Response ended prematurely")


@dataclass(frozen=True, slots=True)
class Door:
    """What the operator allows. Sizes in bytes, times in seconds.

    agent: the User-Agent with product, version and contact. allowed: ``host:port`` pairs that may
    be private. proxy, ca_bundle: explicit settings of data centres, empty for none.
    """

    agent: str
    allowed: frozenset[str] = frozenset()
    gap: float = 0.2
    tries: int = 3
    largest_answer: int = 50_000_000
    largest_run: int = 500_000_000
    request_time: float = 60.0
    proxy: str = ""
    ca_bundle: str = ""


class _Redirect(NamedTuple):
    target: str
    status: int


_Answer = _Redirect | tuple[bytes, str | None, str | None, Validators]


class _Question(NamedTuple):
    """What is asked of an address. body: None for GET."""

    accept: str
    body: Body | None = None

    def headers(self) -> dict[str, str]:
        """Headers of the request."""
        own = {"Accept": self.accept, "Accept-Encoding": "gzip, deflate"}
        return own | ({"Content-Type": self.body.media_type} if self.body else {})

    def after(self, redirect: _Redirect) -> "_Question":
        """The question as it goes on behind a redirect."""
        return _Question(self.accept) if redirect.status == 303 else self


@dataclass(slots=True)
class _Lane:
    """When a host and port was last asked."""

    free_at: float = 0.0


@dataclass(slots=True)
class NetworkDoor:
    """One run's way to the network: GET with the ceilings and manners of a Door.

    sleep, clock and jitter are parameters so that tests need not wait or guess; jitter, from 0 to
    1, lengthens a gap by up to a quarter. before: is told each address before it is asked, those of
    redirects too; what it raises stops the request. known: what an address answered before, asked
    once whether that still holds.
    """

    door: Door
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    jitter: Callable[[], float] = SystemRandom().random
    before: Callable[[str], None] = lambda _url: None
    received: int = 0
    known: dict[str, Validators] = field(default_factory=dict)
    _lanes: dict[tuple[str, str, int], _Lane] = field(default_factory=dict)
    _session: requests.Session | None = None
    _cut: Cut = field(default_factory=Cut)

    @property
    def largest_answer(self) -> int:
        """Bytes one answer or file may have, decoded."""
        return self.door.largest_answer

    def get(self, url: str, accept: str, number: int = 1) -> Page:
        """The decoded answer to one GET, after redirects and polite repeats.

        PortalUnreachable: no connection, time limit, refused address. UnexpectedAnswer: status,
        size, cut or undecodable body. NotModified: what is ``known`` of the address still holds.
        """
        return self._ask(url, _Question(accept), number)

    def post(self, url: str, question: Body, accept: str, number: int = 1) -> Page:
        """The same for a question that is asked by POST and changes nothing, so it may be repeated.

        Redirects lead the question on; only 303 (RFC 9110, 15.4.4) turns it into a GET.
        """
        return self._ask(url, _Question(accept, question), number)

    def _ask(self, url: str, question: _Question, number: int) -> Page:
        pause = 1.0
        for attempt in range(1, self.door.tries + 1):
            try:
                return self._follow(url, question, number)
            except _Again as again:
                if (again.after or 0) > _LONGEST_PAUSE:
                    params = {"answered": again.error.params["status"], "until": until(again.after)}
                    raise UnexpectedAnswer("network.later", url=url, **params) from None
                if attempt == self.door.tries:
                    raise again.error from None
                self.sleep(max(again.after or 0, pause))
                pause *= 3
        raise AssertionError("unreachable: the last try returns or raises")

    def _follow(self, url: str, question: _Question, number: int) -> Page:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._once(url, question)
            if isinstance(answer, _Redirect):
                url = target_of(url, answer.target)
                question = question.after(answer)
                continue
            body, kind, charset, said = answer
            return Page(number, url, body, datetime.now(UTC), kind, charset, validators=said)
        raise UnexpectedAnswer("network.too_many_redirects", url=url)

    def _once(self, url: str, question: _Question) -> _Answer:
        """A redirect, or the body with media type and charset."""
        place = place_of(url)
        self.before(url)
        if self.door.proxy:  # a proxy connects for us, so the name is checked here
            resolve(place[1], place[2], self.door.allowed)
        lane = self._wait(place)
        watch = self._cut.after(self.door.request_time)
        known = None if question.body else self.known.pop(url, None)
        try:
            with self._open(url, question, known) as response:
                if known and response.status_code == 304:
                    raise NotModified("network.not_modified", url=url)
                return self._answer(url, response)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            raise self._translate(url, error) from error
        finally:
            watch.cancel()
            lane.free_at = self.clock() + self.door.gap * (1 + _MOST_JITTER * self.jitter())

    def _wait(self, place: tuple[str, str, int]) -> _Lane:
        """Waits until the place may be asked again: the gap counts from the last answer's end."""
        lane = self._lanes.setdefault(place, _Lane())
        now = self.clock()
        if lane.free_at > now:
            self.sleep(lane.free_at - now)
        return lane

    def _open(self, url: str, question: _Question, known: Validators | None) -> requests.Response:
        if self._session is None:
            self._session = _session(self.door, self._cut)
        limit = self.door.request_time
        return self._session.request(
            "POST" if question.body else "GET",
            url,
            data=question.body.data if question.body else None,
            headers=question.headers() | condition(known),
            allow_redirects=False,
            stream=True,
            timeout=(min(10.0, limit), limit),
        )

    def _answer(self, url: str, response: requests.Response) -> _Answer:
        status = response.status_code
        target = response.headers.get("Location")
        if status in _REDIRECTS and target:
            return _Redirect(target, status)
        if status in _AGAIN:
            after = retry_after(response.headers.get("Retry-After"))
            raise _Again(UnexpectedAnswer("network.status", url=url, status=status), after)
        if status != 200:
            raise UnexpectedAnswer("network.status", url=url, status=status)
        kind, charset = media_type(response.headers.get("Content-Type"))
        return self._body(url, response), kind, charset, validators(response.headers)

    def _body(self, url: str, response: requests.Response) -> bytes:
        decoder = Decoder(response.headers.get("Content-Encoding", ""), url)
        whole = BytesIO()  # gives its bytes away without a copy
        size = sent = 0
        for chunk in response.raw.stream(_CHUNK, decode_content=False):
            sent += len(chunk)
            self._check_size(url, sent)
            for part in decoder.feed(chunk):
                size += len(part)
                self.received += len(part)
                self._check_size(url, size)
                whole.write(part)
        if self._cut.is_over():  # a body without length ends where the connection was cut
            raise PortalUnreachable("network.timeout", url=url, seconds=int(self.door.request_time))
        whole.write(decoder.finish())
        body = whole.getvalue()
        refuse_packed(body, url)
        return body

    def _check_size(self, url: str, size: int) -> None:
        if size > self.door.largest_answer:
            raise UnexpectedAnswer("network.too_large", url=url, limit=self.door.largest_answer)
        if self.received > self.door.largest_run:
            raise UnexpectedAnswer("network.run_too_large", url=url, limit=self.door.largest_run)

    def _translate(self, url: str, error: Exception) -> "HarvestError | _Again":
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, HarvestError):
                return cause
            cause = cause.__cause__ or cause.__context__
        if self._cut.is_over():
            return PortalUnreachable(
                "network.timeout", url=url, seconds=int(self.door.request_time)
            )
        if any(sign in repr(error) for sign in _CUT_SHORT):
            return _Again(UnexpectedAnswer("network.cut", url=url))
        if isinstance(error, ValueError | requests.exceptions.InvalidURL):
            return UnexpectedAnswer("network.scheme", url=url)
        if isinstance(error, requests.exceptions.SSLError):
            return PortalUnreachable("network.tls", url=url, problem=reason_of(error))
        return _Again(PortalUnreachable("network.no_answer", url=url, problem=reason_of(error)))


class _Again(Exception):
    """Worth another try; error is what to raise when there is none left."""

    def __init__(self, error: HarvestError, after: float | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        self.after = after


def _session(door: Door, cut: Cut) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.headers.update({"User-Agent": door.agent})
    session.verify = door.ca_bundle or True
    if door.proxy:
        session.proxies = {"http": door.proxy, "https": door.proxy}
    adapter = _Adapter(door, cut)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


class _Adapter(HTTPAdapter):
    """requests' adapter on connections that check the address they connect to."""

    def __init__(self, door: Door, cut: Cut) -> None:
        allowed = door.allowed
        if door.proxy:  # the only place we connect to then, and the operator's own choice
            _, host, port = place_of(door.proxy)
            allowed = frozenset([f"{host}:{port}"])
        self._classes = pool_classes(allowed, cut)
        super().__init__(pool_maxsize=1)

    def init_poolmanager(self, *args: object, **kwargs: object) -> None:
        """The pool manager with our connection classes."""
        super().init_poolmanager(*args, **kwargs)  # type: ignore[arg-type]
        manager: PoolManager = self.poolmanager
        manager.pool_classes_by_scheme = self._classes

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> ProxyManager:
        """The manager of the way through a proxy, on the same connections."""
        manager: ProxyManager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._classes
        return manager
