# SPDX-License-Identifier: EUPL-1.2
"""Dump and SPARQL store: in step with the store, whole, swapped at once, without persons."""

import fcntl
import gzip
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse
from pyoxigraph import Store as Triples

from app.export import FeedSite, kept
from app.model import Body
from app.store import Store
from app.store.swap_writes import Change
from app.vocabulary import Vocabulary
from tests.builders import change, dataset, harvest, part, reading

TOWN = "13003000"
SITE = FeedSite(url="https://spiegel.example")
URI = "https://stadt.example/d/1"
SAID = f"""<{URI}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
<http://www.w3.org/ns/dcat#Dataset> .
<{URI}> <http://www.w3.org/ns/dcat#contactPoint> _:x1 .
"""
PERSON = '_:x1 <http://www.w3.org/2006/vcard/ns#fn> "Erika Muster" .\n'


def rich() -> Change:
    """An RDF dataset with a contact person."""
    made = change(dataset(URI, TOWN, "", part("CSV")), statements=SAID)
    return replace(made, personal=PERSON)


def anonymous() -> Change:
    """A dataset of a portal without RDF that a person publishes."""
    body = Body("Erika Muster", reading(TOWN, "Erika Muster"), "gemeinde", "person")
    made = change(dataset("2", TOWN, "", part("CSV"), publisher=body), statements='{"id": "2"}')
    return replace(made, media_type="application/json")


def plain(number: int) -> Change:
    """A dataset of a portal without RDF."""
    made = change(dataset(str(number), TOWN, "", part("CSV")), statements="{}")
    return replace(made, media_type="application/json")


def lines(folder: Path) -> str:
    """What the dump says."""
    found = kept.newest_dump(folder)
    assert found is not None
    return gzip.decompress(found.read_bytes()).decode()


def test_both_say_the_same_and_name_no_person(
    sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    harvest(sqlite_store, rich(), anonymous())
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    text = lines(tmp_path)
    assert URI in text and "contactPoint" in text and "Datensatz 2" in text
    assert "Erika" not in text
    folder = kept.newest_triples(tmp_path)
    assert folder is not None
    there = {str(quad.triple) for quad in Triples.read_only(str(folder))}
    said = {str(quad.triple) for quad in parse(text.encode(), RdfFormat.N_TRIPLES)}
    assert there == said


def test_nothing_is_done_twice_and_a_run_renews_both(
    sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    harvest(sqlite_store, rich())
    first = kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    dump = kept.newest_dump(tmp_path)
    assert dump is not None
    before = dump.stat()
    assert kept.refresh(sqlite_store, vocabulary, SITE, tmp_path) == first
    assert dump.stat().st_mtime_ns == before.st_mtime_ns
    with dump.open("rb") as open_dump:  # somebody who downloads goes on
        for number in range(3, 6):
            harvest(sqlite_store, plain(number))
            kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
        assert len(open_dump.read()) == before.st_size
    assert "Datensatz 5" in lines(tmp_path)
    names = [path.name for path in (tmp_path / "dump").glob(f"*{kept.SUFFIX}")]
    assert len(names) == len([*(tmp_path / "sparql").iterdir()]) == 2


def test_the_same_data_make_the_same_bytes(
    sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    harvest(sqlite_store, rich())
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path / "a")
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path / "b")
    one, other = kept.newest_dump(tmp_path / "a"), kept.newest_dump(tmp_path / "b")
    assert one and other and one.read_bytes() == other.read_bytes()


def test_a_build_that_breaks_leaves_what_was_there(
    sqlite_store: Store,
    vocabulary: Vocabulary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    harvest(sqlite_store, rich())
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    before = lines(tmp_path)
    harvest(sqlite_store, plain(3))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    problem = kept.keep(sqlite_store, vocabulary, SITE, tmp_path)
    assert problem and "No space" in problem
    assert lines(tmp_path) == before
    left = {path.name for path in (tmp_path / "dump").iterdir()}
    assert len(left - {kept.PARTS}) == 1


def test_one_process_builds_and_others_go_away(
    sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    harvest(sqlite_store, rich())
    with (tmp_path / kept.LOCK).open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        kept.keep(sqlite_store, vocabulary, SITE, tmp_path)
        assert kept.newest_dump(tmp_path) is None
    kept.keep(sqlite_store, vocabulary, SITE, tmp_path)
    assert URI in lines(tmp_path)


def test_what_came_while_it_was_built_is_built_next(
    sqlite_store: Store,
    vocabulary: Vocabulary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    harvest(sqlite_store, rich())
    build, late = kept.refresh, [plain(9)]

    def slowly(*given: Any) -> str:
        made = build(*given)
        if late:  # the run of another portal ends meanwhile and finds the lock taken
            harvest(sqlite_store, late.pop())
            kept.keep(*given)
        return made

    monkeypatch.setattr(kept, "refresh", slowly)
    kept.keep(sqlite_store, vocabulary, SITE, tmp_path)
    assert "Datensatz 9" in lines(tmp_path)


def test_the_state_of_before_is_served_again_after_a_restore(
    sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    harvest(sqlite_store, rich())
    first = kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    other = FeedSite(url="https://anders.example")
    kept.refresh(sqlite_store, vocabulary, other, tmp_path)
    assert "anders.example" in lines(tmp_path)
    assert kept.refresh(sqlite_store, vocabulary, SITE, tmp_path) == first
    assert "anders.example" not in lines(tmp_path)
    triples = kept.newest_triples(tmp_path)
    assert triples is not None and triples.name == first
