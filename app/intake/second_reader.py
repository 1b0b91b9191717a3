# SPDX-License-Identifier: EUPL-1.2
"""A second process that reads pages beside the run, so that two cores are used.

The run sends it the name of a staged page and gets back what the page holds. It uses neither the
store nor the network. It ends when the run does, however that ends: its pipe is closed then.
"""

import tempfile
import threading
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from itertools import count
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from app.intake import second_process, shelf
from app.intake.reading import Read, read_items
from app.intake.second_process import Process, begin
from app.intake.staging import load_page
from app.normalise import Reader, make_reader
from app.vocabulary import load
from harvesters import HARVESTERS
from harvesters.base.blocked import NOTHING, Guard
from harvesters.base.discreet import discreet
from harvesters.base.errors import HarvestError
from harvesters.base.record import Contents, Portal

# What a page may hold that is read ahead: several wait in memory, pickled and as objects.
MOST_ITEMS = 600
_MOST_BYTES = 16_000_000
_START = "import sys; from app.intake.second_reader import main; main(*map(int, sys.argv[1:]))"


@dataclass(frozen=True, slots=True)
class Spec:
    """How another process makes the same Reader. overlay: folder of newer vocabularies."""

    overlay: Path | None
    today: date
    licence_defaults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guess:
    """What is stored, by eight bytes of each hash and identifier; the run itself looks again."""

    hashes: "array[int]" = field(default_factory=lambda: array("Q"))
    names: "array[int]" = field(default_factory=lambda: array("Q"))

    def as_it_is(self, identifier: str, hash: str) -> bool:
        """As Held says."""
        return _has(self.hashes, int(hash[:16], 16))

    def knows(self, identifier: str) -> bool:
        """As Held says."""
        return _has(self.names, _mark(identifier))


def guess(live: Iterable[str], identifiers: Iterable[str]) -> Guess:
    """live: hashes of what is not retired. identifiers: of all."""
    hashes = array("Q", sorted(int(hash[:16], 16) for hash in live))
    return Guess(hashes, array("Q", sorted(map(_mark, identifiers))))


def _has(marks: "array[int]", mark: int) -> bool:
    at = bisect_left(marks, mark)
    return at < len(marks) and marks[at] == mark


def _mark(identifier: str) -> int:
    digest = blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest)


class Setup(NamedTuple):
    """What it is told once."""

    portal: Portal
    spec: Spec
    held: Guess = Guess()
    guard: Guard = NOTHING


class PageRead(NamedTuple):
    """A page as it was read. contents: without items. failure: code and params, if any.

    is_much: it holds more than is read ahead, and is left to the run.
    """

    contents: Contents | None
    items: tuple[Read, ...] = ()
    failure: tuple[str, dict[str, str]] | None = None
    is_much: bool = False


class SecondReader:
    """The other process as the run sees it. Used by one thread."""

    def __init__(self, setup: Setup, deadline: float, reader: Reader | None = None) -> None:
        """deadline: seconds after which it is ended, whatever it does. OSError without room for it.

        reader: what a process that is split off goes on using; None makes it begin anew.
        """
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
        split = reader if second_process.CAN_FORK else None
        self._pipe, theirs = Pipe()
        try:
            with theirs:
                self._process = self._begin(setup, split, theirs)
        except OSError:
            self._file.close()
            raise
        self._answers = 0
        self._timer = threading.Timer(max(deadline, 0.0), self._process.kill)
        self._timer.daemon = True
        self._timer.start()
        self.asked = 0
        self.alive = split is not None or self._send(setup)

    def _begin(self, setup: Setup, split: Reader | None, theirs: Connection) -> Process:
        file = self._file.fileno()
        return _split(setup, split, theirs, file) if split else begin(_START, theirs, file)

    def ask(self, body: Path) -> bool:
        """Hands a staged page over; False when the process is gone."""
        self.asked += 1
        self.alive = self._send(body)
        return self.alive

    def _send(self, said: object) -> bool:
        try:
            self._pipe.send(said)
        except (OSError, ValueError):
            return False
        return True

    def has_answer(self) -> bool:
        """Whether ``answer`` would not have to wait."""
        return not self.alive or self._pipe.poll(0)

    def answer(self) -> PageRead | None:
        """What the page holds that was handed over first; None when the process is gone."""
        self.asked -= 1
        try:
            length = self._pipe.recv()
            read: PageRead = shelf.take(self._file.fileno(), self._answers, length)
        except (EOFError, OSError):
            self.alive = False
            return None
        self._answers += 1
        return read

    def close(self) -> None:
        """Ends the process."""
        self._timer.cancel()
        self._pipe.close()
        self._process.kill()
        self._process.wait()
        self._file.close()
        second_process.rejoin()


def _split(setup: Setup, reader: Reader, pipe: Connection, file: int) -> Process:
    return second_process.split(lambda pipe: read_pages(pipe, file, setup, reader), pipe, file)


def work(pipe: Connection, file: int) -> None:
    """Answers until the pipe is closed."""
    setup: Setup = pipe.recv()
    reader = make_reader(
        load(setup.spec.overlay), setup.spec.today, dict(setup.spec.licence_defaults)
    )
    read_pages(pipe, file, setup, reader)


def read_pages(pipe: Connection, file: int, setup: Setup, reader: Reader) -> None:
    """Answers until the pipe is closed: EOFError or OSError."""
    for number in count():
        body: Path = pipe.recv()
        pipe.send(shelf.put(file, number, _read(setup, reader, body)))


def _read(setup: Setup, reader: Reader, body: Path) -> PageRead:
    harvester = discreet(HARVESTERS[setup.portal.kind], setup.guard)
    try:
        contents = harvester.open(setup.portal, load_page(body))
    except HarvestError as error:
        return PageRead(None, failure=(error.code, error.params))
    if len(contents.items) > MOST_ITEMS:
        return PageRead(None, is_much=True)
    found: list[Read] = []
    size = 0
    for item in read_items(setup.portal, harvester, reader, contents, setup.held):
        found.append(item)
        size += len(item.parts or b"")
        if size > _MOST_BYTES:
            return PageRead(None, is_much=True)
    return PageRead(contents.without_items(), tuple(found))


def main(pipe: int, file: int) -> None:
    """The process: ends with the run, and is silent when it is interrupted with it."""
    try:
        work(Connection(pipe), file)
    except (EOFError, OSError, KeyboardInterrupt):
        return
