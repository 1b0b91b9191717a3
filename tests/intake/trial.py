# SPDX-License-Identifier: EUPL-1.2
"""A portal on disk, a store, and a clock that is set by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.intake.guards import Rules
from app.intake.job import Job, Outcome
from app.intake.run import harvest
from app.model import Run
from app.model.identity import dataset_id
from app.model.selection import Selection
from app.normalise import Reader
from app.store import Store, dataset_queries, feed_queries, history_queries, run_queries
from app.store.history_queries import Entry
from app.store.stored import StoredDataset
from harvesters import HARVESTERS
from harvesters.base.http import Door, NetworkDoor
from harvesters.base.record import Harvester, Page, Portal
from tests.intake import making

KEY = "musterstadt"


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """What it shows."""
        return self.now

    def pass_by(self, **time: float) -> None:
        """Moves it on."""
        self.now += timedelta(**time)


@dataclass
class Trial:
    """A portal whose pages are files in a folder, harvested into a store."""

    store: Store
    folder: Path
    reader: Reader
    clock: Clock = field(default_factory=Clock)
    rules: Rules = field(default_factory=Rules)

    @property
    def pages(self) -> Path:
        """Folder of the portal's pages."""
        return self.folder / "portal"

    @property
    def staging(self) -> Path:
        """Folder of pages as they came."""
        return self.folder / "staging"

    def put(self, text: str | bytes, name: str = "page-1.ttl") -> None:
        """What the portal says from now on: this page in place of all others."""
        for old in self.pages.glob("*"):
            old.unlink()
        self.add(text, name)

    def add(self, text: str | bytes, name: str) -> None:
        """One more page."""
        self.pages.mkdir(exist_ok=True)
        (self.pages / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def job(self, **more: Any) -> Job:
        """The job of the portal."""
        url = self.pages.as_uri()
        base = f"https://{KEY}.invalid/"
        given: dict[str, Any] = {
            "portal": Portal(KEY, "dcat", url, base, "01001000", True, "Musterstadt"),
            "harvester": HARVESTERS["dcat"],
            "http": NetworkDoor(Door("test")),
            "reader": self.reader,
            "staging": self.staging,
            "rules": self.rules,
            "owner": "test:1",
            "clock": self.clock,
        }
        return Job(**given | more)

    def harvest(self, **more: Any) -> Outcome:
        """One run; the clock moves on by an hour before it."""
        self.clock.pass_by(hours=1)
        return harvest(self.store, self.job(**more))

    def run(self, text: str | bytes | None = None, **more: Any) -> Run:
        """One run, with what the portal says from now on."""
        if text is not None:
            self.put(text)
        return self.harvest(**more).run

    def live(self) -> dict[str, str | None]:
        """Titles of the live datasets by identifier."""
        with self.store.session() as session:
            walk = feed_queries.walk(session, Selection(portal=(KEY,)))
            return {item.identifier: item.title for item in walk}

    def numbers(self) -> list[int]:
        """Numbers of the live datasets."""
        return sorted(int(name.rpartition("/")[2]) for name in self.live())

    def stored(self, number: int) -> StoredDataset:
        """The dataset of this number, live or retired."""
        with self.store.session() as session:
            found = dataset_queries.get(session, id_of(number))
        assert found is not None
        return found

    def history(self, number: int) -> list[Entry]:
        """What happened to the dataset of this number, the oldest first."""
        with self.store.session() as session:
            return list(reversed(history_queries.of_dataset(session, id_of(number))))

    def latest(self) -> Run:
        """The last run as the store tells it, with what it rejected."""
        with self.store.session() as session:
            latest = run_queries.latest(session, KEY)
            found = run_queries.get(session, latest.id or 0) if latest else None
        assert found is not None
        return found


def id_of(number: int) -> str:
    """The public id of the dataset of this number."""
    return dataset_id(KEY, making.name(number))


def counts(run: Run) -> tuple[int, int, int, int, int, int]:
    """received, added, changed, same, retired, rejected."""
    return run.received, run.added, run.changed, run.same, run.retired, run.rejected


def serving(*texts: str | bytes | Exception) -> Harvester:
    """A harvester whose walk brings these pages, and fails where an error stands."""
    real = HARVESTERS["dcat"]

    def fetch(portal: Portal, http: object) -> Iterator[Page]:
        for number, text in enumerate(texts, 1):
            if isinstance(text, Exception):
                raise text
            body = text if isinstance(text, bytes) else text.encode()
            yield Page(number, f"{portal.url}?page={number}", body, datetime.now(UTC))

    return Harvester(fetch, real.open, real.parse, real.reread)
