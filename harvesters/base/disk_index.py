# SPDX-License-Identifier: EUPL-1.2
"""The index of a large page on disk: statements by subject, found again by 16 bytes a subject.

A page of 47 MB has 700,000 statements; as texts in memory they take ten times the page (H9).
"""

import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterator, MutableMapping
from typing import IO, TypeAlias

from harvesters.base.errors import TooMuch
from harvesters.base.terms import NAMESPACES
from harvesters.base.whole_lines import WholeLines

_BUCKETS = 64
_BUFFER = 65_536
_MOST_STATEMENTS = 1_500_000
_MOST_BYTES = 400_000_000
_MOST_SUBJECTS = 500_000
_MOST_PARTING = 100_000
_LARGEST_BUCKET = 48_000_000
_REMEMBERED, _MOST_REMEMBERED = 512, 20_000  # subjects, and their statements
_LARGEST_REMEMBERED = 20_000  # characters of a subject's statements
_TYPE = b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <"
# What separates datasets from each other and from an ontology; see graph.boundaries.
_PARTING = (
    *(f"<{NAMESPACES['dcat']}{name}" for name in ("Dataset", "Catalog", "DataService")),
    *(f"<{NAMESPACES[name]}" for name in ("owl", "rdfs", "rdf")),
    f"<{NAMESPACES['skos']}ConceptScheme",
)


_Places: TypeAlias = "tuple[array[int], array[int], array[int]]"
"""Of one bucket: hashes of the subjects in order, where each begins, how long it is."""


class Scatter:
    """Takes N-Triples as a file would, and puts them on disk in buckets by subject."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - gone with the scatter
        self._lines = WholeLines()
        self._waiting: list[list[bytes]] = [[] for _ in range(_BUCKETS)]
        self._sizes = [0] * _BUCKETS
        self.pieces: list[list[tuple[int, int]]] = [[] for _ in range(_BUCKETS)]
        self.bytes = self.statements = self._end = 0
        self.types: dict[str, set[str]] = {}
        self._alike: dict[frozenset[str], set[str]] = {}

    def write(self, data: bytes) -> int:
        """Takes a piece of the text; TooMuch beyond what may be kept of one page."""
        self.bytes += len(data)
        if self.bytes > _MOST_BYTES:
            raise TooMuch("answer.too_much", page=self.page)
        for line in self._lines.take(data):
            self.add(line)
        return len(data)

    def add(self, line: bytes) -> None:
        """Takes one statement without its line feed."""
        subject = line.partition(b" ")[0]
        if _TYPE in line or b"/hydra/" in line:
            self._note(subject.decode(), line)
        number = hash(subject) % _BUCKETS
        self._waiting[number].append(line)
        self._sizes[number] += len(line) + 1
        if self._sizes[number] > _BUFFER:
            self._put(number)
        self.statements += 1
        if self.statements > _MOST_STATEMENTS:
            raise TooMuch("answer.too_much", page=self.page)

    def __del__(self) -> None:
        self.file.close()

    def _note(self, subject: str, line: bytes) -> None:
        """Keeps the types that part a page, in its order. What speaks of pages counts as typed."""
        kind = line.split(b" ", 2)[2][:-2].decode() if _TYPE in line else "</hydra/>"
        if kind.startswith(_PARTING) or "/hydra/" in kind:
            own = frozenset((*self.types.get(subject, ()), kind))
            self.types[subject] = self._alike.setdefault(own, set(own))  # one set for all alike
            if len(self.types) > _MOST_PARTING:
                raise TooMuch("answer.too_much", page=self.page)

    def _put(self, number: int) -> None:
        data = b"\n".join(self._waiting[number]) + b"\n"
        self.file.write(data)
        self.pieces[number].append((self._end, len(data)))
        self._end += len(data)
        self._waiting[number] = []
        self._sizes[number] = 0

    def flush(self) -> None:
        """Puts what still waits on disk."""
        for number, waiting in enumerate(self._waiting):
            if waiting:
                self._put(number)

    def buckets(self) -> Iterator[list[bytes]]:
        """The statements bucket by bucket; all of a subject stand in one."""
        self.flush()
        for pieces in self.pieces:
            if sum(size for _, size in pieces) > _LARGEST_BUCKET:
                raise TooMuch("answer.too_much", page=self.page)
            found: list[bytes] = []
            for start, size in pieces:
                self.file.seek(start)
                found += self.file.read(size).split(b"\n")[:-1]
            yield found


class DiskIndex(MutableMapping[str, list[str]]):
    """Subject -> its statements as ``predicate object``; what is set stands in memory."""

    def __init__(self, scatter: Scatter) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - gone with the index
        self._parts: list[_Places] = []
        self._own: dict[str, list[str]] = {}
        self._subjects = 0
        self.statements = scatter.statements
        for lines in scatter.buckets():
            self._parts.append(self._keep(lines, scatter.page))
        scatter.file.close()
        self._remembered: dict[str, list[str] | None] = {}
        self._room = _MOST_REMEMBERED

    def length(self, subject: str) -> int:
        """Bytes of all statements about a subject, known without reading them."""
        place = self._place(hash(subject.encode()))
        return place[1] if place else 0

    def __del__(self) -> None:
        self._file.close()

    def _keep(self, lines: list[bytes], page: str) -> _Places:
        by_subject: dict[bytes, list[bytes]] = {}
        for line in lines:
            subject, _, rest = line.partition(b" ")
            by_subject.setdefault(subject, []).append(rest[:-2])
        self._subjects += len(by_subject)
        if self._subjects > _MOST_SUBJECTS:
            raise TooMuch("answer.too_much", page=page)
        found = array("q"), array("q"), array("q")
        for key, subject in sorted((hash(subject), subject) for subject in by_subject):
            block = b"\n".join([subject, *by_subject[subject]]) + b"\n"
            found[0].append(key)
            found[1].append(self._file.tell())
            found[2].append(len(block))
            self._file.write(block)
        return found

    def _place(self, key: int) -> tuple[int, int] | None:
        keys, starts, sizes = self._parts[key % _BUCKETS]
        at = bisect_left(keys, key)
        if at == len(keys) or keys[at] != key:
            return None
        return starts[at], sizes[at]

    def _read(self, subject: str) -> list[str] | None:
        place = self._place(hash(subject.encode()))
        if place is None:
            return None
        self._file.seek(place[0])
        return self._file.read(place[1]).decode().split("\n")[1:-1]

    def __getitem__(self, subject: str) -> list[str]:
        if subject in self._own:
            return self._own[subject]
        found = self._remembered.get(subject)
        if found is None:
            found = self._read(subject)
            self._remember(subject, found)
        if found is None:
            raise KeyError(subject)
        return found

    def _remember(self, subject: str, found: list[str] | None) -> None:
        """Agents and concepts come again and again; what says much is no such."""
        if sum(map(len, found or ())) > _LARGEST_REMEMBERED:
            return
        self._room -= len(found or ())
        if self._room < 0 or len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
            self._room = _MOST_REMEMBERED
        self._remembered[subject] = found

    def __contains__(self, subject: object) -> bool:
        return isinstance(subject, str) and (
            subject in self._own or self._place(hash(subject.encode())) is not None
        )

    def __iter__(self) -> Iterator[str]:
        for subject, _ in self.blocks():
            yield subject

    def blocks(self) -> Iterator[tuple[str, list[str]]]:
        """All subjects as they were read with their statements, in no order."""
        for _, starts, sizes in self._parts:
            for start, size in zip(starts, sizes, strict=True):
                self._file.seek(start)
                subject, *rests = self._file.read(size).decode().split("\n")[:-1]
                yield subject, rests

    def __len__(self) -> int:
        return self._subjects

    def __setitem__(self, subject: str, rests: list[str]) -> None:
        self._own[subject] = rests

    def __delitem__(self, subject: str) -> None:
        raise TypeError("a page does not forget")
