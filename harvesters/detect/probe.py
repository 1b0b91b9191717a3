# SPDX-License-Identifier: EUPL-1.2
"""A door for addresses nobody has named in a configuration: robots.txt in full, few requests.

A configured catalogue is a published interface; a guess is not, so promise H10 wants RFC 9309 here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from protego import Protego

from harvesters.base.address import place_of
from harvesters.base.errors import HarvestError, PortalUnreachable, UnexpectedAnswer
from harvesters.base.http import Door, NetworkDoor
from harvesters.base.text import decode

PRODUCT = "Datenspiegel"
_ROBOTS = "/robots.txt"
_BUSY = "429"
_LONGEST_RULES = 512_000  # RFC 9309, 2.5: at least so much is read
_ALLOW_ALL = Protego.parse("")

Place = tuple[str, str, int]


@dataclass
class Probe:
    """What one detection has asked. http: the door to ask through, which tells us beforehand.

    most: requests, robots.txt and redirects included. seconds: after which nothing more is asked.
    longest_delay: the longest Crawl-delay that is followed.
    """

    http: NetworkDoor
    most: int
    seconds: float
    longest_delay: float
    asked: int = 0
    _began: float = 0.0
    _rules: dict[Place, Protego | HarvestError] = field(default_factory=dict)
    _reading: bool = False

    def check(self, url: str) -> None:
        """Counts a request; UnexpectedAnswer where robots.txt or our own limits forbid it."""
        now = self.http.clock()
        self._began = self._began or now
        if self.asked >= self.most:
            raise UnexpectedAnswer("detect.enough", limit=self.most)
        if now - self._began > self.seconds:
            raise UnexpectedAnswer("detect.too_long", seconds=int(self.seconds))
        if not self._reading:
            self._obey(url)
        self.asked += 1

    def _obey(self, url: str) -> None:
        place = place_of(url)
        is_new = place not in self._rules
        if is_new:
            self._rules[place] = self._read(url)
        rules = self._rules[place]
        if isinstance(rules, HarvestError):
            raise rules
        if not rules.can_fetch(url, PRODUCT):
            raise UnexpectedAnswer("detect.robots", url=url)
        delay = min(rules.crawl_delay(PRODUCT) or 0.0, self.longest_delay)
        if delay > self.http.door.gap:
            self.http.sleep(delay)

    def _read(self, url: str) -> Protego | HarvestError:
        """The rules of a site; what cannot be had for the site's own fault forbids everything."""
        parts = urlsplit(url)
        self._reading = True
        try:
            page = self.http.get(
                f"{parts.scheme}://{parts.netloc}{_ROBOTS}", "text/plain, */*;q=0.1"
            )
            return Protego.parse(decode(page)[0][:_LONGEST_RULES])
        except PortalUnreachable as error:
            return error
        except UnexpectedAnswer as error:
            status = error.params.get("status", "")
            if (status.startswith("4") and status != _BUSY) or error.code.endswith("redirects"):
                return _ALLOW_ALL
            return UnexpectedAnswer("detect.robots_unread", url=f"{parts.scheme}://{parts.netloc}")
        finally:
            self._reading = False


def probe_through(
    door: Door,
    most: int = 20,
    seconds: float = 180.0,
    longest_delay: float = 2.0,
    change: Callable[[NetworkDoor], None] = lambda _http: None,
) -> Probe:
    """A Probe through a door of its own that tries each address once. change: for tests."""
    http = NetworkDoor(replace(door, tries=1, request_time=min(door.request_time, 30.0)))
    change(http)
    probe = Probe(http, most, seconds, longest_delay)
    http.before = probe.check
    return probe
