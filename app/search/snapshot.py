# SPDX-License-Identifier: EUPL-1.2
"""One committed state of the index, opened for reading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tantivy import Query, Schema, Searcher, SearchResult

from app.search.codes import Tally, Texts
from app.search.compounds import Splitter
from app.search.schema import COUNTED

EVERY_ENTRY = {"value_count": {"field": COUNTED["portal"]}}


class Spelling(NamedTuple):
    """How a word is written most often, and how many datasets have it in title or keywords."""

    written: str
    datasets: int


@dataclass(frozen=True)
class Snapshot:
    """What one search uses from beginning to end.

    generation: of the store it was built from. spelling: folded word -> how it is written.
    texts: what the numbers stand for that facets are counted by.
    fingerprint: of the vocabulary it was built with. Not changed by later commits.
    totals: counts of all there is, as they were needed.
    """

    searcher: Searcher
    schema: Schema
    splitter: Splitter
    spelling: Mapping[str, Spelling]
    texts: Texts
    generation: int
    fingerprint: str
    folder: Path
    totals: dict[tuple[bool, str], Tally] = field(default_factory=dict, compare=False, repr=False)


def size(snapshot: Snapshot, query: Query) -> int:
    """How many entries a query finds: by a field that every entry has, three times as quick."""
    return int(snapshot.searcher.aggregate(query, {"size": EVERY_ENTRY})["size"]["value"])


def counted(found: SearchResult) -> int:
    """How many entries were found, not only those that are listed."""
    return int(found.count or 0)  # type: ignore[attr-defined]  # its stub forgot it


def write_spelling(file: Path, found: Mapping[str, Spelling]) -> None:
    """Keeps the words beside an index."""
    lines = (f"{word}\t{seen.written}\t{seen.datasets}\n" for word, seen in found.items())
    file.write_text("".join(lines), encoding="utf-8")


def read_spelling(file: Path) -> dict[str, Spelling]:
    """The words kept beside an index."""
    with file.open(encoding="utf-8") as lines:
        return dict(_read(lines))


def _read(lines: Iterable[str]) -> Iterable[tuple[str, Spelling]]:
    for line in lines:
        word, written, datasets = line.rstrip("\n").split("\t")
        yield word, Spelling(written, int(datasets))
