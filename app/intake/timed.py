# SPDX-License-Identifier: EUPL-1.2
"""A run's time at the portal ends (promise H9), also while a walk hands out no page."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from harvesters.base.errors import HarvestError
from harvesters.base.record import Body, Http, Page


@dataclass(slots=True)
class Timed:
    """The way to the network, for so many seconds from the first request on.

    HarvestError ``run.too_long`` for each request after that; one that is under way comes to its
    own end.
    """

    http: Http
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _end: float | None = None

    @property
    def largest_answer(self) -> int:
        """Bytes one answer may have, decoded."""
        return self.http.largest_answer

    def get(self, url: str, accept: str, number: int = 1) -> Page:
        """As Http."""
        self._check()
        return self.http.get(url, accept, number)

    def post(self, url: str, question: Body, accept: str, number: int = 1) -> Page:
        """As Http."""
        self._check()
        return self.http.post(url, question, accept, number)

    def _check(self) -> None:
        now = self.clock()
        if self._end is None:
            self._end = now + self.seconds
        elif now >= self._end:
            raise HarvestError("run.too_long", minutes=round(self.seconds / 60))
