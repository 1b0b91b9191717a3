# SPDX-License-Identifier: EUPL-1.2
"""Adding, replacing, missing, retiring and returning, with the trace each of them leaves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select, text

from app.model import Body, Distribution, Finding, StandardUse
from app.model.selection import Selection
from app.store import (
    Store,
    StoreError,
    dataset_queries,
    findings_queries,
    history_queries,
    run_writes,
    swap_writes,
)
from app.store.tables import METADATA
from tests.store import made
from tests.store.made import LATER, NOW, again, change, dataset, fill, fill_more, id_of


def counts(store: Store) -> dict[str, int]:
    """Rows of every table."""
    with store.session() as session:
        return {
            name: session.connection().execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in METADATA.tables.items()
        }


def test_what_is_written_comes_back_equal(store: Store) -> None:
    finding = Finding("licence.ambiguous", "https://ex.org/d/1", {"value": "CC BY"})
    fill(store, [change(made.FULL, statements="ä\n", personal="p\n", findings=(finding,))])
    id = id_of(made.FULL.identifier)
    with store.session() as session:
        found = dataset_queries.get(session, id)
        said = dataset_queries.source(session, id)
    assert found is not None
    assert found.dataset == made.FULL
    assert (found.land, found.first_seen, found.changed_at) == ("01", NOW, NOW)
    assert found.findings == (finding,)
    assert said == ("application/n-triples", "ä\n", "p\n")


def test_no_field_of_the_full_dataset_has_its_default() -> None:
    """Otherwise the test above would not see a field that is lost."""
    for whole in (made.FULL, made.FILE, made.SERVICE, made.FULL.publisher, made.FULL.series):
        bare = {"portal": "x", "identifier": "x"} if whole is made.FULL else {}
        bare |= {"identifier": "x"} if whole is made.SERVICE else {}
        default = type(whole)(**bare)
        same = [
            name
            for name in whole.__dataclass_fields__
            if getattr(whole, name) == getattr(default, name)
        ]
        assert same == []


def test_an_instant_of_another_zone_is_stored_in_utc(store: Store) -> None:
    summer = datetime(2024, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    fill(store, [change(dataset("a", modified=summer))])
    with store.session() as session:
        found = dataset_queries.get(session, id_of("a"))
    assert found and found.dataset.modified == summer
    assert found.dataset.modified.isoformat() == "2024-06-30T22:30:00+00:00"


def test_what_no_database_can_hold_is_left_out(store: Store) -> None:
    dirty = dataset(
        "a\0b",
        title="Ti\0tel \ud800",
        keywords=("x\0", "\ud83d"),
        distributions=(Distribution(title="\0", byte_size=2**64), Distribution(byte_size=-1)),
    )
    finding = Finding("title.missing", "s\0", {"value": "v\0"})
    fill(store, [change(dirty, statements="s\0\udfff", personal="p\0", findings=(finding,))])
    with store.session() as session:
        found = dataset_queries.get(session, id_of("a\0b"))
    assert found
    assert (found.dataset.identifier, found.dataset.title) == ("ab", "Titel \ufffd")
    assert found.dataset.keywords == ("x", "\ufffd")
    assert [part.byte_size for part in found.dataset.distributions] == [None, None]
    assert found.findings == (Finding("title.missing", "s", {"value": "v"}),)


def test_known_tells_hash_and_retirement(store: Store) -> None:
    fill(store, [change("a", "h1"), change("b", "h2"), change(dataset("c", portal="kreis"), "h3")])
    with store.session() as session:
        known = swap_writes.known(session, "stadt")
    assert known == {
        "a": swap_writes.Known(id_of("a"), "h1", False, 0),
        "b": swap_writes.Known(id_of("b"), "h2", False, 0),
    }


def test_a_change_keeps_identity_and_leaves_what_was_before(store: Store) -> None:
    old = dataset("a", title="Alt", keywords=("eins",))
    fill(store, [change(old, "1", statements="alt", personal="wer", findings=(F,))])
    new = dataset("a", title="Neu", keywords=("eins",), distributions=(made.file("JSON"),) * 2)
    replaced = again(store, change(new, "2", statements="neu"))
    assert replaced == swap_writes.Replaced(changed=1)
    with store.session() as session:
        found = dataset_queries.get(session, id_of("a"))
        said = dataset_queries.source(session, id_of("a"))
        trace, added = history_queries.of_dataset(session, id_of("a"))
    assert found and found.dataset == new and found.findings == ()
    assert (found.first_seen, found.changed_at, found.hash) == (NOW, LATER, "2")
    assert said == ("application/n-triples", "neu", "")
    assert (added.kind, added.at, added.statements) == ("added", NOW, None)
    assert (trace.kind, trace.at, trace.statements) == ("changed", LATER, "alt")
    assert [entry["field"] for entry in trace.fields] == ["title", "distributions"]
    assert trace.fields[0]["before"] == "Alt"
    assert trace.fields[1]["before"][0]["format"]["value"] == "CSV"


F = Finding("theme.missing", "a", {})


def test_understood_differently_is_reread_and_keeps_source_and_persons(store: Store) -> None:
    fill(store, [change("a", personal="wer")])
    reread = change(dataset("a", licence=made.exact("cc-zero")), statements="", personal="")
    assert again(store, reread) == swap_writes.Replaced(reread=1)
    with store.session() as session:
        said = dataset_queries.source(session, id_of("a"))
        trace = history_queries.of_dataset(session, id_of("a"))[0]
    assert said and said.statements and said.personal == "wer"
    assert (trace.kind, trace.statements) == ("reread", None)
    assert [entry["field"] for entry in trace.fields] == ["licence"]


def test_nothing_different_leaves_no_trace_but_new_findings(store: Store) -> None:
    fill(store, [change("a", findings=(F,))])
    before = counts(store)
    other = Finding("title.missing", "a", {})
    assert again(store, change("a", findings=(other,))) == swap_writes.Replaced(unread=1)
    after = counts(store)
    assert {name for name in after if after[name] != before[name]} == {"run"}
    with store.session() as session:
        found = dataset_queries.get(session, id_of("a"))
    assert found and found.findings == (other,) and found.changed_at == NOW


def test_another_land_is_a_change_of_understanding(store: Store) -> None:
    nobody = dataset("a", publisher=Body("Amt"))
    fill(store, [change(nobody, land="05")])
    assert again(store, change(nobody, land="06")).reread == 1
    with store.session() as session:
        entry = history_queries.of_dataset(session, id_of("a"))[0]
    assert entry.fields == ({"field": "land", "before": "05"},)


def test_replacing_what_is_not_known_is_refused_and_undone(store: Store) -> None:
    fill(store, [change("a")])
    before = counts(store)
    with pytest.raises(KeyError):
        again(store, change("a", "2"), change("b"))
    assert counts(store) == before


def test_adding_what_is_known_is_refused_and_undone(store: Store) -> None:
    fill(store, [change("a")])
    before = counts(store)
    with pytest.raises(StoreError) as caught:
        fill(store, [change("b"), change("a")])
    assert caught.value.code == "store.failed"
    assert counts(store) == before


def test_readers_see_the_old_state_until_the_swap_is_done(store: Store) -> None:
    fill(store, [change("a")])
    with store.session() as reader:
        assert dataset_queries.count(reader, Selection()) == 1
        fill_more(store, *(change(f"n{number}") for number in range(5)))
        assert dataset_queries.count(reader, Selection()) == 1
    with store.session() as reader:
        assert dataset_queries.count(reader, Selection()) == 6


def test_nothing_can_be_written_in_a_reading_session(store: Store) -> None:
    fill(store, [change("a")])
    with pytest.raises(StoreError) as caught, store.session() as session:
        session.connection().execute(text("DELETE FROM finding"))
    assert caught.value.code == "store.readonly"


def test_an_exception_undoes_everything(store: Store) -> None:
    before = counts(store)
    with pytest.raises(ZeroDivisionError), store.transaction() as session:
        swap_writes.add(session, made.begin(session), [change("a")])
        raise ZeroDivisionError
    assert counts(store) == before


def test_several_batches_and_standards_of_each_part(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.bulk.BATCH", 3)
    monkeypatch.setattr("app.store.bulk.NAMED", 2)
    use = StandardUse("wfs", "WFS", "inferred")
    parts = (made.file(), made.file(standards=(use, use)))
    sets = [dataset(f"d{number}", distributions=parts) for number in range(10)]
    fill(store, [change(each) for each in sets])
    changed = [replace(each, title="neu") for each in sets]
    assert again(store, *(change(each, "2") for each in changed)).changed == 10
    with store.session() as session:
        found = dataset_queries.stored.load(session, [id_of(each.identifier) for each in sets])
    assert {each.identifier: each for each in changed} == {
        each.dataset.identifier: each.dataset for each in found.values()
    }


def test_findings_of_pages_are_replaced_and_listed(store: Store) -> None:
    fill(store, [change("a", findings=(F, F))])
    page = Finding("xml.repaired", "page 1", {"value": "&"})
    for noticed in ([page, page], [page]):
        with store.transaction() as session:
            run = made.begin(session)
            swap_writes.replace_page_findings(session, run, "stadt", noticed)
            run_writes.finish(session, run, made.ended())
    with store.session() as session:
        assert [tuple(row) for row in findings_queries.counts(session, "stadt")] == [
            ("stadt", "theme.missing", 2, 1),
            ("stadt", "xml.repaired", 1, 0),
        ]
        found = findings_queries.findings(session, "stadt", limit=1, offset=2)
        assert findings_queries.findings(session, code="title.missing") == ()
    assert [(row.dataset, row.finding) for row in found] == [(None, page)]


def test_aware_utc_is_demanded(store: Store) -> None:
    naive = dataset("a", modified=datetime(2024, 1, 1))
    with pytest.raises(ValueError, match="zone"):
        fill(store, [change(naive)])
    assert NOW.tzinfo is UTC
