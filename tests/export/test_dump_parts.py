# SPDX-License-Identifier: EUPL-1.2
"""Dump and SPARQL store renewed part by part: the same as built whole, whatever changed."""

import gzip
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from pyoxigraph import RdfFormat, parse
from pyoxigraph import Store as Triples

from app.export import FeedSite, dump_parts, dump_triples, kept
from app.model.identity import dataset_id
from app.model.mark import Mark
from app.store import Store, run_writes, swap_writes
from app.store.catalogue_writes import Catalogue
from app.store.swap_writes import Change
from app.vocabulary import Vocabulary
from tests.builders import WHEN, change, dataset, harvest, part

SITE = FeedSite(url="https://spiegel.example")
CATALOGUE = "https://land.example/catalog"


def town(portal: str, number: int, version: int) -> Change:
    """A dataset that shares its office with others, and with its number in the other portal."""
    uri = f"https://{portal}.example/d/{number}"
    office = f"https://amt.example/{(number + version) % 3}"
    said = (
        f"<{uri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        f"<http://www.w3.org/ns/dcat#Dataset> .\n"
        f"<{uri}> <http://purl.org/dc/terms/publisher> <{office}> .\n"
        f'<{office}> <http://xmlns.com/foaf/0.1/name> "Amt\\u00e4 {(number + version) % 3}" .\n'
        f'<{uri}> <http://purl.org/dc/terms/title> "Fassung\\r{version}" .\n'
        f"<{uri}> <http://purl.org/dc/terms/relation> _:x{number}{portal} .\n"
    )
    made = dataset(uri, "13003000", "", part("CSV"), portal=portal, catalogue=CATALOGUE)
    marks = (Mark("identifier", number),) if number % 4 == 0 else ()
    return replace(change(made, statements=said), hash=str(version), marks=marks)


def swap(store: Store, portal: str, step: int, changed: list[Change], gone: list[str]) -> None:
    """A run that changes datasets, retires others and names its catalogue anew now and then."""
    now = WHEN + timedelta(days=step)
    with store.transaction() as session:
        run = run_writes.start(session, portal, f"test {step}", now)
        swap_writes.replace(session, run, changed, now)
        swap_writes.missing(session, portal, {f"https://{portal}.example/d/{n}" for n in gone}, now)
        ids = [dataset_id(portal, f"https://{portal}.example/d/{number}") for number in gone]
        swap_writes.retire(session, run, ids, now, 1, 0)
        said = f"<{CATALOGUE}> a <http://www.w3.org/ns/dcat#Catalog> .".replace(
            " a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        )
        title = f'<{CATALOGUE}> <http://purl.org/dc/terms/title> "Katalog {step // 3}" .'
        catalogue = Catalogue(CATALOGUE, "Katalog", None, None, None, None, f"{said}\n{title}\n")
        swap_writes.replace_catalogues(session, portal, [catalogue])
        touched = {*ids, *(dataset_id(portal, each.dataset.identifier) for each in changed)}
        switched = swap_writes.find_copies(session, touched, now)
        swap_writes.recount(session, portal, switched, now)
        swap_writes.bump_generation(session)


def said(folder: Path) -> tuple[set[str], set[str], float]:
    """Statements of the dump, of the SPARQL store, and its drift."""
    dump, triples = kept.newest_dump(folder), kept.newest_triples(folder)
    assert dump and triples
    found = parse(gzip.decompress(dump.read_bytes()), RdfFormat.N_TRIPLES)
    drift = json.loads((triples / dump_triples.LIST).read_text())["drift"]
    there = {str(quad.triple) for quad in Triples.read_only(str(triples))}
    return {str(quad.triple) for quad in found}, there, drift


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of few datasets, and no building whole for many changes."""
    monkeypatch.setattr(dump_parts, "DATASETS", 3)
    monkeypatch.setattr(dump_triples, "LARGEST_SHARE", 100.0)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_renewed_equals_what_is_built_whole(
    seed: int, sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    random = Random(seed)
    for portal in ("land", "stadt"):
        harvest(sqlite_store, *(town(portal, number, 0) for number in range(20)))
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path / "renewed")
    for step in range(1, 7):
        portal = random.choice(("land", "stadt"))
        numbers = random.sample(range(20), 6)
        changed = [town(portal, number, step) for number in numbers[: random.randint(0, 4)]]
        swap(sqlite_store, portal, step, changed, [str(n) for n in numbers[4:]])
        kept.refresh(sqlite_store, vocabulary, SITE, tmp_path / "renewed")
        kept.refresh(sqlite_store, vocabulary, SITE, tmp_path / f"whole-{step}")
        dump, triples, drift = said(tmp_path / "renewed")
        whole = said(tmp_path / f"whole-{step}")
        assert (dump, triples) == whole[:2] and dump == triples
        assert drift > whole[2] == 0.0


def test_only_parts_that_changed_are_written(
    store: Store, vocabulary: Vocabulary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dump_parts, "DATASETS", 3)
    harvest(store, *(town("stadt", number, 0) for number in range(20)))
    kept.refresh(store, vocabulary, SITE, tmp_path)
    at = tmp_path / kept.DUMP / kept.PARTS
    before = {path.name for path in at.glob(f"*{dump_parts.SUFFIX}")}
    harvest(store, town("stadt", 99, 0))
    kept.refresh(store, vocabulary, SITE, tmp_path)
    after = {path.name for path in at.glob(f"*{dump_parts.SUFFIX}")}
    assert len(before) > 4
    assert len(after - before) == 1
    assert len(list(at.iterdir())) == 2 * len(after)


def test_another_code_or_vocabulary_writes_all_parts_anew(
    sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    harvest(sqlite_store, town("stadt", 1, 0))
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    at = tmp_path / kept.DUMP / kept.PARTS
    before = {path.name for path in at.iterdir()}
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    (overlay / "data_themes.csv").write_text("other")
    newer = Vocabulary(replace(vocabulary.shelf, overlay=overlay))
    assert dump_parts._fingerprint(newer, SITE) != dump_parts._fingerprint(vocabulary, SITE)
    kept.refresh(sqlite_store, vocabulary, replace(SITE, language="en"), tmp_path)
    assert not before & {path.name for path in at.iterdir()}


@pytest.mark.usefixtures("small")
def test_a_former_store_that_cannot_be_used_costs_nothing(
    sqlite_store: Store,
    vocabulary: Vocabulary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    harvest(sqlite_store, *(town("stadt", number, 0) for number in range(9)))
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    harvest(sqlite_store, town("stadt", 99, 0))

    def broken(former: Path, begun: Path) -> None:
        begun.mkdir()
        (begun / "000001.sst").write_bytes(b"")
        raise OSError("damaged")

    monkeypatch.setattr(dump_triples, "_link", broken)
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    dump, triples, drift = said(tmp_path)
    assert dump == triples and drift == 0.0
    assert "damaged" in caplog.text


@pytest.mark.parametrize("gone", [dump_triples.LIST, "parts"])
def test_without_what_it_was_made_of_a_store_is_built_whole(
    gone: str, sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    harvest(sqlite_store, *(town("stadt", number, 0) for number in range(9)))
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    former = kept.newest_triples(tmp_path)
    assert former
    files = [former / gone] if gone != "parts" else (tmp_path / kept.DUMP / gone).iterdir()
    for file in files:
        file.unlink()
    harvest(sqlite_store, town("stadt", 99, 0))
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    dump, triples, drift = said(tmp_path)
    assert dump == triples and drift == 0.0


@pytest.mark.usefixtures("small")
def test_too_much_at_once_is_built_whole(
    sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dump_triples, "MOST", 3)
    harvest(sqlite_store, *(town("stadt", number, 0) for number in range(9)))
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    harvest(sqlite_store, town("stadt", 99, 0))
    kept.refresh(sqlite_store, vocabulary, SITE, tmp_path)
    dump, triples, drift = said(tmp_path)
    assert dump == triples and drift == 0.0
