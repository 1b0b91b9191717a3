# SPDX-License-Identifier: EUPL-1.2
"""The index brought in step with the store: by what differs, or built anew."""

import hashlib
import logging
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tantivy import Document, Index, IndexWriter, Query

from app.search import codes as coding
from app.search import folder as place_of
from app.search.codes import Codes
from app.search.documents import MOST_KEYWORDS, Maker, document, maker, without_values
from app.search.folder import BROKEN
from app.search.gathering import spellings, splitter
from app.search.keywords import meet
from app.search.panics import panics_as_errors
from app.search.schema import id_of, number_of, schema
from app.search.snapshot import Snapshot, write_spelling
from app.store import Session, Store, search_queries, state_queries
from app.store.search_queries import Entry, Heading
from app.vocabulary import Vocabulary

LOG = logging.getLogger(__name__)
HEAP = 64_000_000
SMALL = 2_000  # up to so many datasets building anew is as quick and leaves no gaps
LARGEST_SHARE = 0.2  # of datasets that differ; beyond it building anew is quicker
State = Literal["same", "updated", "rebuilt", "busy", "failed"]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was done. datasets: entries written; busy: another process is at it; failed: see log."""

    state: State
    datasets: int = 0
    generation: int = 0
    seconds: float = 0.0


def refresh(
    store: Store, vocabulary: Vocabulary, folder: Path, patience: float = 30.0
) -> Refreshed:
    """Brings the index of a store in step with it; to be called after every swap.

    folder: ``index`` in the data folder. patience: seconds to wait for another process that writes.
    An index that cannot be written is logged and never stops who calls; StoreError as every read.
    """
    start = time.monotonic()
    here = place_of.place(folder, store.name)
    try:
        with panics_as_errors(), place_of.writing(here, patience) as held:
            done = _refresh(store, vocabulary, here) if held else Refreshed("busy")
    except BROKEN as problem:
        LOG.error("search index in %s cannot be written: %s", folder, problem)
        return Refreshed("failed")
    seconds = time.monotonic() - start
    if done.state in ("updated", "rebuilt"):
        LOG.info("search index %s: %d datasets in %.1f s", done.state, done.datasets, seconds)
    return Refreshed(done.state, done.datasets, done.generation, seconds)


def rebuild(store: Store, vocabulary: Vocabulary, folder: Path) -> Refreshed:
    """Builds the index anew whatever is there: nothing of what was forgotten stays on the disk."""
    place_of.discard(place_of.place(folder, store.name))
    return refresh(store, vocabulary, folder)


def fingerprint(vocabulary: Vocabulary) -> str:
    """Of everything in the vocabulary that goes into the index."""
    digest = hashlib.sha256()
    for known in vocabulary.register:
        digest.update(f"{known.key}\t{known.name}\t{known.typ}\t{known.size_class}\n".encode())
    for entry in vocabulary.musterdaten:
        digest.update(f"{entry.slug}\t{entry.label}\n".encode())
    digest.update(repr(sorted(vocabulary.musterdaten.lexicon.items())).encode())
    for licence in vocabulary.licences:
        digest.update(f"{licence.id}\t{licence.open}\n".encode())
    for concepts in (vocabulary.themes, vocabulary.inspire_themes, vocabulary.hvd_categories):
        for concept in concepts:
            digest.update(f"{concept.key}\t{concept.name_de}\n".encode())
    return digest.hexdigest()[:16]


def _refresh(store: Store, vocabulary: Vocabulary, here: Path) -> Refreshed:
    made_of = fingerprint(vocabulary)
    known = place_of.newest(here)
    with store.session() as session:
        generation = state_queries.generation(session)
        if known is None or known.fingerprint != made_of:
            return _rebuild(session, vocabulary, here, made_of)
        if known.generation == generation:
            return Refreshed("same", 0, generation)
        wanted, there = search_queries.stamps(session), _stamps(known)
        stale = [id for id, at in wanted.items() if there.get(id) != at]
        gone = [id for id in there if id not in wanted]
        if len(wanted) <= SMALL or len(stale) + len(gone) > LARGEST_SHARE * len(wanted):
            return _rebuild(session, vocabulary, here, made_of)
        make = maker(vocabulary, known.splitter, coding.known(known.texts))
        entries = search_queries.entries_of(session, stale)
        made = _documents(make, entries, known.folder)
        _update(known.folder, [*stale, *gone], made, generation)
        return Refreshed("updated", len(stale) + len(gone), generation)


def _stamps(known: Snapshot) -> dict[str, int]:
    """Id -> changed, of every entry of the index."""
    count = known.searcher.num_docs
    datasets = Query.term_query(known.schema, "what", "dataset", "basic")
    found = known.searcher.search(datasets, max(1, count), False, "number").hits
    changed = known.searcher.fast_field_values("changed", [address for _, address in found])
    return {id_of(number): int(at or 0) for (number, _), at in zip(found, changed, strict=True)}


def _update(
    inner: Path, replaced: Iterable[str], documents: Iterable[Document], generation: int
) -> int:
    """One commit: readers see all of it or nothing. Gives how many documents were added."""
    fields, count = schema(), 0
    index = Index(fields, str(inner), reuse=True)
    writer = index.writer(HEAP, 1)
    try:
        for id in replaced:
            # by a query: deleting by the term takes every number for a signed one
            writer.delete_documents_by_query(Query.term_query(fields, "number", number_of(id)))
        for count, made in enumerate(documents, 1):  # noqa: B007
            writer.add_document(made)
        _carry(writer, generation)
        writer.commit()
        writer.wait_merging_threads()
    except BaseException:
        with suppress(*BROKEN):
            writer.rollback()
        raise
    return count


def _carry(writer: IndexWriter, generation: int) -> None:
    """The entry that carries the generation; the former one goes."""
    writer.delete_documents_by_term("what", "generation")
    made = Document()
    made.add_text("what", "generation")
    made.add_unsigned("generation", generation)
    without_values(made)
    writer.add_document(made)


def _rebuild(session: Session, vocabulary: Vocabulary, here: Path, made_of: str) -> Refreshed:
    generation = state_queries.generation(session)
    place_of.sweep(here)
    inner = place_of.fresh(here)
    met: Counter[str] = Counter()
    found = spellings(vocabulary, _met(search_queries.headings(session), met))
    split = splitter(vocabulary, found)
    place_of.describe(inner, made_of, split)
    write_spelling(inner / place_of.SPELLING, found)
    make = maker(vocabulary, split, Codes())
    meet(make.keywords, met)
    count = _update(inner, (), _documents(make, search_queries.entries(session), inner), generation)
    place_of.publish(here, inner)
    return Refreshed("rebuilt", count, generation)


def _met(headings: Iterable[Heading], met: Counter[str]) -> Iterator[Heading]:
    """The same, counting in passing the keywords as they are written."""
    for heading in headings:
        met.update(set(heading.keywords[:MOST_KEYWORDS]))
        yield heading


def _documents(make: Maker, entries: Iterable[Entry], inner: Path) -> Iterator[Document]:
    """What to add; behind the last one the texts are kept that all of them are counted by."""
    for entry in entries:
        yield document(make, entry)
    coding.write(inner / place_of.CODES, make.codes)
