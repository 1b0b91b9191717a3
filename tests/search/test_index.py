# SPDX-License-Identifier: EUPL-1.2
"""The life of the index on disk: in step, behind, damaged, of an older making, locked."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.model import Run
from app.model.selection import Selection
from app.search import building, ensure, find, rebuild, refresh
from app.search import folder as place_of
from app.search.checking import SEGMENT_FILES
from app.search.panics import IndexDamaged, panics_as_errors
from app.search.schema import id_of, number_of
from app.search.snapshot import Snapshot
from app.store import Store, run_writes, state_queries, swap_writes
from app.vocabulary import Vocabulary
from tests.builders import WHEN, change, dataset, harvest
from tests.search.conftest import DATASETS, IDS, made, names


def generation(store: Store) -> int:
    with store.session() as session:
        return state_queries.generation(session)


def opened(index: Path, store: Store) -> Snapshot:
    found = place_of.newest(place_of.place(index, store.name))
    assert found is not None
    return found


def swap(store: Store, *changed: str) -> None:
    """A later run in which these datasets have another title."""
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", WHEN)
        new = [
            replace(change(made(name, "Brunnen im Park")), hash="2")
            for name in changed
        ]  # fmt: skip
        swap_writes.replace(session, run, new, WHEN.replace(year=2027))
        swap_writes.bump_generation(session)
        run_writes.finish(session, run, Run("stadt", run, "complete", WHEN, WHEN), now=WHEN)


def test_ids_and_numbers_are_the_same_thing() -> None:
    assert {id_of(number_of(id)) for id in IDS.values()} == set(IDS.values())
    assert max(map(number_of, IDS.values())) < 2**64


def test_in_step_nothing_is_written(filled: Store, vocabulary: Vocabulary, index: Path) -> None:
    assert refresh(filled, vocabulary, index).state == "same"
    assert opened(index, filled).generation == generation(filled)


@pytest.mark.parametrize("small", [0, 10_000], ids=["by what differs", "anew"])
def test_what_changed_is_found_and_what_went_is_not(
    filled: Store,
    vocabulary: Vocabulary,
    index: Path,
    small: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(building, "SMALL", small)
    monkeypatch.setattr(building, "LARGEST_SHARE", 1.0)
    before = opened(index, filled)
    harvest(filled, dataset("other", "01002000"))
    swap(filled, "exact", "silent")
    done = refresh(filled, vocabulary, index)
    assert done.state == ("rebuilt" if small else "updated")
    after = opened(index, filled)
    assert set(names(find(after, Selection(q="Brunnen")))) == {"exact", "silent"}
    assert find(after, Selection(q="Haltestellen")).total == 0
    assert after.generation == generation(filled) == before.generation + 2
    assert find(after, Selection()).total == len(DATASETS) + 1
    assert names(find(before, Selection(q="Haltestellen"))) == ["silent"], "a search sees one state"


def test_every_answer_is_the_same_however_the_index_was_made(
    filled: Store, vocabulary: Vocabulary, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "SMALL", 0)
    monkeypatch.setattr(building, "LARGEST_SHARE", 1.0)
    swap(filled, "plural")
    assert refresh(filled, vocabulary, index).state == "updated"
    grown = [set(find(opened(index, filled), Selection(q=q)).ids) for q in ("baum", "park", "")]
    rebuild(filled, vocabulary, index)
    anew = [set(find(opened(index, filled), Selection(q=q)).ids) for q in ("baum", "park", "")]
    assert grown == anew


def test_an_index_of_another_making_is_not_used(
    filled: Store, vocabulary: Vocabulary, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = opened(index, filled).folder / "about.json"
    about.write_text(json.dumps(json.loads(about.read_text()) | {"fingerprint": "other"}))
    place_of._OPENED.clear()
    assert refresh(filled, vocabulary, index).state == "rebuilt"
    about = opened(index, filled).folder / "about.json"
    about.write_text(json.dumps({"version": 0, "fingerprint": ""}))
    place_of._OPENED.clear()
    assert place_of.newest(place_of.place(index, filled.name)) is None
    assert refresh(filled, vocabulary, index).state == "rebuilt"


def replace_with(file: Path, held: bytes) -> None:
    """Another file in this place: cutting one that is mapped would end the process (SIGBUS)."""
    beside = file.with_name("damaged")
    beside.write_bytes(held)
    beside.replace(file)


@pytest.mark.parametrize("damage", ["cut", "gone", "garbled", "pointer"])
def test_a_damaged_index_is_built_anew(
    filled: Store, vocabulary: Vocabulary, index: Path, damage: str
) -> None:
    inner = opened(index, filled).folder
    for file in inner.glob("*"):
        if damage == "cut":
            replace_with(file, file.read_bytes()[:10])
        elif damage == "gone":
            file.unlink()
        elif damage == "garbled":
            replace_with(file, b"\xff" * file.stat().st_size)
    if damage == "pointer":
        (inner.parent / "current").write_text("../../..")
    place_of._OPENED.clear()
    with filled.session() as session:
        now = state_queries.generation(session)
        known = ensure(session, now, filled, vocabulary, index)
    assert known is not None and find(known, Selection()).total == len(DATASETS)


def test_one_process_writes(filled: Store, vocabulary: Vocabulary, index: Path) -> None:
    swap(filled, "exact")
    with place_of.writing(place_of.place(index, filled.name)) as held:
        assert held
        assert refresh(filled, vocabulary, index, patience=0.1).state == "busy"
    assert refresh(filled, vocabulary, index).state == "rebuilt"


def test_trouble_with_the_folder_stops_nobody(
    filled: Store, vocabulary: Vocabulary, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert refresh(filled, vocabulary, tmp_path / "file").state == "failed"
    assert "cannot be written" in caplog.text


def test_two_stores_may_share_a_folder(index: Path, filled: Store) -> None:
    assert place_of.place(index, filled.name) != place_of.place(index, "other.sqlite")


def test_old_indexes_are_swept_away(filled: Store, vocabulary: Vocabulary, index: Path) -> None:
    for _ in range(3):
        rebuild(filled, vocabulary, index)
    here = place_of.place(index, filled.name)
    assert len([path for path in here.iterdir() if path.is_dir()]) == 1


def test_a_large_store_is_renewed_in_the_background(
    filled: Store, vocabulary: Vocabulary, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.search import keeping

    started: list[Path] = []
    monkeypatch.setattr(keeping, "SMALL", 0)
    monkeypatch.setattr(keeping, "_in_background", lambda *given: started.append(given[3]))
    swap(filled, "exact")
    with filled.session() as session:
        known = ensure(session, generation(filled), filled, vocabulary, index)
    assert known is not None and known.generation < generation(filled) and len(started) == 1


def test_a_missing_index_is_told_once_and_not_with_every_search(
    filled: Store,
    vocabulary: Vocabulary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    from app.search import keeping

    monkeypatch.setattr(keeping, "SMALL", 0)
    monkeypatch.setattr(keeping, "_BUSY", set())
    monkeypatch.setattr(keeping, "_renew", lambda *_: None)  # is never done with it
    with filled.session() as session:
        for _ in range(3):
            at = generation(filled)
            assert ensure(session, at, filled, vocabulary, tmp_path / "none") is None
    assert [record.levelname for record in caplog.records] == ["WARNING"]


@pytest.mark.parametrize("kind", sorted(SEGMENT_FILES - {".del"}))
@pytest.mark.parametrize("at", [0.0, 0.3, 0.6])
def test_one_flipped_bit_is_seen_before_it_is_used(
    filled: Store, vocabulary: Vocabulary, index: Path, kind: str, at: float
) -> None:
    (file,) = opened(index, filled).folder.glob(f"*{kind}")
    held = bytearray(file.read_bytes())
    held[int(at * (len(held) - 120))] ^= 1
    replace_with(file, bytes(held))
    place_of._OPENED.clear()
    assert place_of.newest(place_of.place(index, filled.name)) is None
    assert refresh(filled, vocabulary, index).state == "rebuilt"


def test_a_panic_becomes_an_error() -> None:
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(IndexDamaged), panics_as_errors():
        raise panic("index out of bounds")
    with pytest.raises(KeyboardInterrupt), panics_as_errors():
        raise KeyboardInterrupt
