# SPDX-License-Identifier: EUPL-1.2
"""The time a run may take ends a walk that hands out no page (promise H9)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from app.intake.timed import Timed
from harvesters import HARVESTERS
from harvesters.base.errors import HarvestError
from harvesters.base.record import Body, Http, Page, Portal
from tests.intake.making import towns
from tests.intake.trial import Trial


@dataclass
class Portals:
    """A network that answers everything, and how often it was asked."""

    largest_answer: int = 1_000
    asked: list[str] = field(default_factory=list)

    def get(self, url: str, accept: str, number: int = 1) -> Page:
        self.asked.append(url)
        return Page(number, url, towns(1).encode(), datetime.now(UTC), "text/turtle")

    def post(self, url: str, question: Body, accept: str, number: int = 1) -> Page:
        return self.get(url, accept, number)


def test_requests_end_when_the_time_is_over() -> None:
    now = 100.0
    http = Portals()
    timed = Timed(http, 60, lambda: now)
    timed.get("https://a.example/", "*/*")
    now = 159.0
    timed.post("https://b.example/", Body(b"", "text/plain"), "*/*")
    now = 160.0
    with pytest.raises(HarvestError) as caught:
        timed.get("https://c.example/", "*/*")
    assert (caught.value.code, caught.value.params) == ("run.too_long", {"minutes": "1"})
    assert http.asked == ["https://a.example/", "https://b.example/"]


def test_a_walk_that_asks_on_without_a_page_ends_the_run(sqlite_trial: Trial) -> None:
    def fetch(portal: Portal, http: Http) -> Iterator[Page]:
        yield http.get(portal.url, "*/*")
        while True:
            http.get(portal.url, "*/*")

    endless = replace(HARVESTERS["dcat"], fetch=fetch)
    run = sqlite_trial.run(harvester=endless, http=Portals(), seconds=0.2)
    assert run.state in ("partial", "failed")
    assert "run.too_long" in {note.code for note in run.notes}
