# SPDX-License-Identifier: EUPL-1.2
"""First harvest of a hostile portal; then good, bad, good: nothing is lost (H3, H8, H11, H12, S1).

Each mode has a portal and a database of its own portal key; the database is shared.
"""

import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.intake.guards import Rules
from app.intake.job import Job
from app.intake.run import harvest
from app.model import Run
from app.model.selection import Selection
from app.normalise import Reader
from app.store import Store, feed_queries, run_queries
from app.web.messages import say
from harvesters import HARVESTERS
from harvesters.base.record import Portal
from tests.harvesters.loopback import Answer, Call, Server, answer, door, serve
from tests.hostile.answers import GOOD
from tests.hostile.bodies import CONTENTS, ENCODINGS, SYNTAXES
from tests.hostile.redirects import ASTRAY, PAGING, REDIRECTS, next_page, to
from tests.hostile.transport import MODES
from tests.intake.snapshot import faults
from tests.intake.trial import Clock

CEILING = 40.0
SWAPPED = {"complete", "complete-with-rejects", "partial"}
# What any kind of portal may do; the other modes need what only dcat says.
ANY_KIND = (
    *("closed at once", "reset in the body", "drip in the body", "length too small", "garbage"),
    *("gzip cut", "gzip bomb", "status 204", "status 206", "status 304", "status 404"),
    *("status 503", "retry after nan", "HTTP 0.9", "chunks cut"),
)
ANY_BODY = (
    "empty",
    "HTML",
    "null",
    "NaN",
    "plain JSON",
    "JSON deep",
    "XML bomb",
    "XML deep",
    "noise",
)


@dataclass
class Host:
    """A server that is well or behaves as told. canary: a port nobody may be sent to."""

    server: Server
    canary: socket.socket
    kind: str = "dcat"
    bad: Answer | None = None
    visits: list[tuple[str, int]] = field(default_factory=list)

    def __call__(self, call: Call) -> bytes | None:
        told = GOOD[self.kind][1] if self.bad is None else self.bad
        return told if isinstance(told, bytes) else told(call)


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    canary = socket.create_server(("127.0.0.1", 0))
    canary.settimeout(0)
    made: list[Host] = []
    with canary, serve(lambda call: made[0](call)) as server:
        made.append(Host(server, canary))
        yield made[0]
        with pytest.raises(BlockingIOError):  # nobody came
            canary.accept()


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch, host: Host) -> list[tuple[str, int]]:
    """Where connections were opened to that are not the portal."""
    found: list[tuple[str, int]] = []
    real = socket.socket.connect

    def connect(self: socket.socket, address: tuple[str, int]) -> None:
        if address[:2] != ("127.0.0.1", host.server.port):
            found.append(address[:2])
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    return found


@dataclass
class Ground:
    """Where runs happen. patience: seconds until the door gives up on a hostile portal."""

    store: Store
    host: Host
    reader: Reader
    folder: Path
    ca_bundle: str = ""
    patience: float = 1.0
    clock: Clock = field(default_factory=Clock)

    def run(self, key: str, bad: Answer | None) -> Run:
        """One harvest; ends soon, with a state and a sentence."""
        host = self.host
        host.bad = bad
        url = host.server.url(GOOD[host.kind][0] or "/").rstrip("/")
        portal = Portal(key, host.kind, url, f"https://{key}.invalid/", "01001000", True, "Stadt")
        patience = 20.0 if bad is None else self.patience
        limits = {"tries": 2, "request_time": patience, "largest_answer": 20_000_000}
        network = door(host.server, ca_bundle=self.ca_bundle, **limits)
        self.clock.pass_by(hours=1)
        job = Job(
            portal=portal,
            harvester=HARVESTERS[host.kind],
            http=network,
            reader=self.reader,
            staging=self.folder,
            rules=Rules(),
            owner="test",
            clock=self.clock,
        )
        begun = time.monotonic()
        run = harvest(self.store, job).run
        assert time.monotonic() - begun < CEILING
        assert run.state != "running"
        assert run.received == run.added + run.changed + run.same + run.rejected
        assert run.notes or run.state.startswith("complete"), run
        for note in run.notes:
            assert say("de", note.code, **{"portal": key, "run": run.id or 0, **note.params})
        return run

    def live(self, key: str) -> dict[str, tuple[object, ...]]:
        """The live datasets: identifier -> id, title, first seen."""
        with self.store.session() as session:
            walk = feed_queries.walk(session, Selection(portal=(key,)))
            return {each.identifier: _kept(each) for each in walk}


def _kept(item: feed_queries.FeedItem) -> tuple[object, ...]:
    return (item.id, item.title, item.first_seen)


@pytest.fixture(scope="module")
def reader_of_all() -> Reader:
    from app.normalise import make_reader
    from app.vocabulary import load

    return make_reader(load())


@pytest.fixture(scope="module")
def ground(
    host: Host, reader_of_all: Reader, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ground]:
    from app.store import open_store, prepare

    folder = tmp_path_factory.mktemp("hostile")
    store = open_store(f"sqlite:///{folder}/store.db")
    prepare(store)
    yield Ground(store, host, reader_of_all, folder / "staging")
    assert faults(store) == []
    with store.session() as session:
        assert not [r for r in run_queries.history(session, None, 9999) if r.state == "running"]
    store.close()


def suffer(ground: Ground, mode: str, bad: Answer, kind: str = "dcat") -> tuple[Run, Run]:
    """The bad portal first; then another one that is well, bad and well again."""
    ground.host.kind = kind
    key = "p" + "".join(filter(str.isalnum, f"{kind}{mode}"))[:40].lower().encode().hex()[:40]
    first = ground.run(f"{key}a", bad)
    assert ground.run(f"{key}b", None).state == "complete"
    before = ground.live(f"{key}b")
    assert len(before) == 12
    run = ground.run(f"{key}b", bad)
    between = ground.live(f"{key}b")
    assert before.keys() <= between.keys()
    assert all(between[name][0] == kept[0] for name, kept in before.items())
    assert ground.run(f"{key}b", None).state in ("complete", "quarantined")
    after = ground.live(f"{key}b")
    assert {name: after[name] for name in before} == before
    return first, run


@pytest.mark.parametrize("mode", MODES)
def test_transport(ground: Ground, reached: list[object], mode: str) -> None:
    suffer(ground, mode, MODES[mode])
    assert reached == []


@pytest.mark.parametrize("mode", REDIRECTS | PAGING)
def test_walks(ground: Ground, reached: list[object], mode: str) -> None:
    suffer(ground, mode, (REDIRECTS | PAGING)[mode])
    assert reached == []


@pytest.mark.parametrize("number", range(len(ASTRAY)))
@pytest.mark.parametrize("way", ["redirect", "next page"])
def test_nobody_is_led_astray(ground: Ground, reached: list[object], number: int, way: str) -> None:
    port = ground.host.canary.getsockname()[1]
    target = ASTRAY[number].format(canary=port)
    make = to if way == "redirect" else next_page
    suffer(ground, f"{way}{number}", make(target))
    assert reached == []


@pytest.mark.parametrize("mode", ENCODINGS | SYNTAXES | CONTENTS)
def test_bodies(ground: Ground, reached: list[object], mode: str) -> None:
    suffer(ground, mode, answer((ENCODINGS | SYNTAXES | CONTENTS)[mode]))
    assert reached == []


@pytest.mark.parametrize("kind", [kind for kind in GOOD if kind != "dcat"])
@pytest.mark.parametrize("mode", ANY_KIND + ANY_BODY)
def test_other_kinds(ground: Ground, reached: list[object], kind: str, mode: str) -> None:
    bad = MODES[mode] if mode in MODES else answer((ENCODINGS | SYNTAXES)[mode])
    first, run = suffer(ground, mode, bad, kind)
    assert first.state in ("failed", "partial"), first
    assert run.state in ("failed", "partial", "quarantined")
    assert reached == []
