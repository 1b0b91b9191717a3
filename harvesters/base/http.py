# SPDX-License-Identifier: EUPL-1.2
"""The only door to the network: polite, bounded in time and size, public addresses only.

Promises H9 (ceilings), H10 (politeness), H12 (cut bodies), S1 (addresses). Proxies of the
environment are ignored.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import PoolManager
from urllib3.exceptions import HTTPError

from harvesters.base.address import resolve
from harvesters.base.connection import Cut, pool_classes
from harvesters.base.decoding import Decoder
from harvesters.base.errors import HarvestError, PortalUnreachable, UnexpectedAnswer
from harvesters.base.record import Page

_REDIRECTS = {301, 302, 303, 307, 308}
_AGAIN = {429, 500, 502, 503, 504}
_CHUNK = 65_536
_MOST_REDIRECTS = 5
_LONGEST_PAUSE = 120.0


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


@dataclass(slots=True)
class _Lane:
    """When a host and port was last asked."""

    free_at: float = 0.0


@dataclass(slots=True)
class NetworkDoor:
    """One run's way to the network: GET with the ceilings and manners of a Door.

    sleep and clock are parameters so that tests need not wait.
    """

    door: Door
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    received: int = 0
    _lanes: dict[str, _Lane] = field(default_factory=dict)
    _session: requests.Session | None = None
    _cut: Cut = field(default_factory=Cut)

    @property
    def largest_answer(self) -> int:
        """Bytes one answer or file may have, decoded."""
        return self.door.largest_answer

    def get(self, url: str, accept: str, number: int = 1) -> Page:
        """The decoded answer to one GET, after redirects and polite repeats.

        PortalUnreachable: no connection, time limit, refused address. UnexpectedAnswer: status,
        size, cut or undecodable body.
        """
        pause = 1.0
        for attempt in range(1, self.door.tries + 1):
            try:
                return self._follow(url, accept, number)
            except _Again as again:
                if attempt == self.door.tries:
                    raise again.error from None
                self.sleep(min(again.after or pause, _LONGEST_PAUSE))
                pause *= 3
        raise AssertionError("unreachable: the last try returns or raises")

    def _follow(self, url: str, accept: str, number: int) -> Page:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._once(url, accept)
            if isinstance(answer, str):
                url = urljoin(url, answer)
                continue
            body, kind, charset = answer
            return Page(number, url, body, datetime.now(UTC), kind, charset)
        raise UnexpectedAnswer("network.too_many_redirects", url=url)

    def _once(self, url: str, accept: str) -> str | tuple[bytes, str | None, str | None]:
        """A redirect's target, or the body with media type and charset."""
        self._check(url)
        self._wait(url)
        watch = self._cut.after(self.door.request_time)
        try:
            with self._open(url, accept) as response:
                return self._answer(url, response)
        except (requests.RequestException, HTTPError, OSError) as error:
            raise self._translate(url, error) from error
        finally:
            watch.cancel()
            self._cut.release()

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UnexpectedAnswer("network.scheme", url=url)
        if self.door.proxy:  # a proxy connects for us, so the name is checked here
            port = parts.port or (443 if parts.scheme == "https" else 80)
            resolve(parts.hostname, port, self.door.allowed)

    def _wait(self, url: str) -> None:
        parts = urlsplit(url)
        lane = self._lanes.setdefault(f"{parts.scheme}://{parts.netloc}", _Lane())
        now = self.clock()
        if lane.free_at > now:
            self.sleep(lane.free_at - now)
        lane.free_at = max(now, lane.free_at) + self.door.gap

    def _open(self, url: str, accept: str) -> requests.Response:
        if self._session is None:
            self._session = _session(self.door, self._cut)
        limit = self.door.request_time
        return self._session.get(
            url,
            headers={"Accept": accept, "Accept-Encoding": "gzip, deflate"},
            allow_redirects=False,
            stream=True,
            timeout=(min(10.0, limit), limit),
        )

    def _answer(
        self, url: str, response: requests.Response
    ) -> str | tuple[bytes, str | None, str | None]:
        status = response.status_code
        target = response.headers.get("Location")
        if status in _REDIRECTS and target:
            return target
        if status in _AGAIN:
            after = _retry_after(response.headers.get("Retry-After"))
            raise _Again(UnexpectedAnswer("network.status", url=url, status=status), after)
        if status != 200:
            raise UnexpectedAnswer("network.status", url=url, status=status)
        kind, charset = _media_type(response.headers.get("Content-Type"))
        return self._body(url, response), kind, charset

    def _body(self, url: str, response: requests.Response) -> bytes:
        decoder = Decoder(response.headers.get("Content-Encoding", ""), url)
        parts: list[bytes] = []
        size = 0
        for chunk in response.raw.stream(_CHUNK, decode_content=False):
            for part in decoder.feed(chunk):
                size += len(part)
                self.received += len(part)
                self._check_size(url, size)
                parts.append(part)
        decoder.finish()
        return b"".join(parts)

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
        if self._cut.fired:
            return PortalUnreachable(
                "network.timeout", url=url, seconds=int(self.door.request_time)
            )
        if "IncompleteRead" in repr(error):
            return _Again(UnexpectedAnswer("network.cut", url=url))
        if isinstance(error, requests.exceptions.SSLError):
            return PortalUnreachable("network.tls", url=url, problem=_reason(error))
        return _Again(PortalUnreachable("network.no_answer", url=url, problem=_reason(error)))


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
        self._classes = pool_classes(frozenset() if door.proxy else door.allowed, cut)
        self._guarded = not door.proxy
        super().__init__(pool_maxsize=1)

    def init_poolmanager(self, *args: object, **kwargs: object) -> None:
        """The pool manager with our connection classes."""
        super().init_poolmanager(*args, **kwargs)  # type: ignore[arg-type]
        manager: PoolManager = self.poolmanager
        if self._guarded:
            manager.pool_classes_by_scheme = self._classes


def _media_type(header: str | None) -> tuple[str | None, str | None]:
    if not header:
        return None, None
    message = Message()
    message["content-type"] = header
    charset = message.get_content_charset()
    return message.get_content_type(), charset


def _retry_after(header: str | None) -> float | None:
    """Seconds of a Retry-After header, number or date (RFC 9110, 10.2.3)."""
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _reason(error: Exception) -> str:
    text = str(error)
    for known in ("refused", "timed out", "reset", "certificate", "unreachable"):
        if known in text:
            return known
    return type(error).__name__
