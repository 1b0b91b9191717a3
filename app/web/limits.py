# SPDX-License-Identifier: EUPL-1.2
"""How often one address may ask for what costs (promise S5): a bucket of tokens an address.

A bucket holds BURST tokens and gains RATE a second; a request takes one. Buckets are kept in each
worker process by itself, so with n workers an address has at most n times as much. The address is
that of the connection: behind a proxy the server must be told to pass the client's on.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from flask import current_app, request
from werkzeug.exceptions import TooManyRequests

BURST = 60.0
RATE = 10.0
QUERIES_BURST = 20.0
QUERIES_RATE = 2.0
MOST_ADDRESSES = 10_000
NAME = "datenspiegel.buckets"
QUERIES = "datenspiegel.query_buckets"


@dataclass(slots=True)
class Buckets:
    """Tokens left and when they were counted, by address; the longest unused ones are forgotten."""

    burst: float = BURST
    rate: float = RATE
    kept: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def take(self, address: str, now: float) -> float:
        """Takes a token; returns the seconds to wait where there is none, else 0."""
        with self.lock:
            left, then = self.kept.pop(address, (self.burst, now))
            left = min(self.burst, left + max(0.0, now - then) * self.rate)
            allowed = left >= 1
            self.kept[address] = (left - 1 if allowed else left, now)
            if len(self.kept) > MOST_ADDRESSES:
                self.kept.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self.rate


def spend() -> None:
    """Takes a token of the request's address; TooManyRequests (429) if none is left."""
    _take(current_app.extensions.setdefault(NAME, Buckets()))


def spend_query() -> None:
    """The same for SPARQL, where a request costs more and tokens come back more slowly."""
    _take(current_app.extensions.setdefault(QUERIES, Buckets(QUERIES_BURST, QUERIES_RATE)))


def _take(buckets: Buckets) -> None:
    wait = buckets.take(request.remote_addr or "", time.monotonic())
    if wait:
        raise TooManyRequests(retry_after=max(1, round(wait + 0.5)))
