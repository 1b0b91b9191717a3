# SPDX-License-Identifier: EUPL-1.2
"""/metrics: the store and the requests in Prometheus' text format; no addresses, no persons.

Where $PROMETHEUS_MULTIPROC_DIR names a folder (the library's own way; ``serve --workers`` makes it)
the requests of all workers are added up, else those of this worker alone are told.
"""

import os
import time
from collections.abc import Iterator, Mapping

from flask import Blueprint, Flask, Response, current_app, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from app.store import portal_queries, watch_queries
from app.store.portal_queries import Standing
from app.web.desk import session
from app.web.pages.portal_words import how_fresh

api = Blueprint("metrics", __name__)
NAME = "datenspiegel_metrics"
SHARED = "PROMETHEUS_MULTIPROC_DIR"
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
STEPS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class _Stored(Collector):
    """What the store says at the moment it is asked; four statements."""

    def collect(self) -> Iterator[Metric]:
        """Families of gauges."""
        portals = portal_queries.list_portals(session())
        yield _gauge("datasets", "Live datasets", {p.portal.key: p.datasets for p in portals})
        files = {p.portal.key: p.distributions for p in portals}
        yield _gauge("distributions", "Distributions of live datasets", files)
        yield from _ages(portals)
        states = watch_queries.runs_by_state(session())
        yield _gauge("runs", "Runs there were, by state", states, "state")
        last = {run.portal: run.seconds for run in watch_queries.last_runs(session())}
        yield _gauge("run_duration_seconds", "Duration of the last run that ended", last)


def _ages(portals: tuple[Standing, ...]) -> Iterator[Metric]:
    now = time.time()
    done = {p.portal.key: p.last_success.timestamp() for p in portals if p.last_success}
    tried = {p.portal.key: p.last_try.timestamp() for p in portals if p.last_try}
    ages = {key: max(0.0, now - moment) for key, moment in done.items()}
    stale = {p.portal.key: how_fresh(p.portal.key, p.last_success) == "stale" for p in portals}
    yield _gauge("last_success_timestamp_seconds", "When a run last succeeded", done)
    yield _gauge("last_success_age_seconds", "Seconds since a run last succeeded", ages)
    yield _gauge("last_try_timestamp_seconds", "When a run last ended", tried)
    yield _gauge("stale", "1 after two missed intervals of the timetable", stale)


def _gauge(name: str, words: str, values: Mapping[str, float], label: str = "portal") -> Metric:
    family = GaugeMetricFamily(f"datenspiegel_{name}", words, labels=(label,))
    for key, value in values.items():
        family.add_metric((key,), float(value))
    return family


class _Requests:
    """Counts the requests of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        names = ("method", "route", "status")
        self.count = Counter(
            "datenspiegel_http_requests", "Requests answered", names, registry=self.registry
        )
        self.seconds = Histogram(
            "datenspiegel_http_request_duration_seconds",
            "Time until the answer began",
            ("route",),
            buckets=STEPS,
            registry=self.registry,
        )

    def note(self, response: Response) -> Response:
        """Counts the request under its route, never under its address."""
        route = request.url_rule.rule if request.url_rule else "none"
        method = request.method if request.method in METHODS else "other"
        self.count.labels(method, route, str(response.status_code)).inc()
        begun = g.get("begun")
        if begun is not None:
            self.seconds.labels(route).observe(time.perf_counter() - begun)
        return response


def equip(app: Flask) -> None:
    """Counts the application's requests from now on."""
    disable_created_metrics()  # type: ignore[no-untyped-call]
    requests = _Requests()
    app.extensions[NAME] = requests
    app.before_request(_begin)
    app.after_request(requests.note)


def _begin() -> None:
    g.begun = time.perf_counter()


@api.get("/metrics")
def show() -> Response:
    """All figures. 503 where the store cannot be read, as on every page."""
    stored = CollectorRegistry(auto_describe=False)
    stored.register(_Stored())
    text = generate_latest(stored) + generate_latest(_counted())
    response = Response(text, content_type=CONTENT_TYPE_PLAIN_0_0_4)
    response.headers["Cache-Control"] = "no-store"
    return response


def _counted() -> CollectorRegistry:
    """Requests of this worker, or of all that share a folder."""
    if os.environ.get(SHARED):
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return together
    requests: _Requests = current_app.extensions[NAME]
    return requests.registry
