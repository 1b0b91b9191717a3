# SPDX-License-Identifier: EUPL-1.2
"""What the search reads, on both databases: entries without persons, stamps, lines of hits."""

from dataclasses import replace

from app.model import Body, Reading
from app.store import Store, search_queries
from app.store.search_queries import microseconds
from tests.builders import WHEN, dataset, harvest, id_of, part, unread

RICH = dataset("a", "13003000", "x--y", part("CSV"), part(None, unread("frei"), [("", "declared")]))
PERSON = replace(
    dataset("b", "13003000"),
    publisher=Body(
        "Erika Mustermann", Reading("13003000", "likely", "x", "x"), "gemeinde", "person"
    ),
)
BARE = dataset("c", "13", "", part("PDF", None, [("xplanung", "declared")]), title=None)


def test_entries_say_what_is_missing_and_what_was_not_read(store: Store) -> None:
    harvest(store, RICH, PERSON, BARE)
    with store.session() as session:
        found = {entry.id: entry for entry in search_queries.entries(session)}
        some = list(search_queries.entries_of(session, [id_of(BARE), "gone"]))
    rich, person, bare = (found[id_of(each)] for each in (RICH, PERSON, BARE))
    assert rich.licences == {"cc-by-4.0", "unknown"} and rich.formats == {"CSV", "none"}
    assert rich.standards == {"unknown"} and bare.standards == {"xplanung"}
    assert bare.licences == {"none"} and bare.sort_title == "" and some == [bare]
    assert person.publisher is None and person.licences == person.standards == {"none"}
    assert (rich.publisher, rich.land, bare.land) == ("Amt", "13", "13")


def test_stamps_are_exact(store: Store) -> None:
    harvest(store, RICH)
    with store.session() as session:
        assert search_queries.stamps(session) == {id_of(RICH): microseconds(WHEN)}
        assert search_queries.live(session) == 1
        assert len(list(search_queries.headings(session))) == 1
        assert search_queries.portal_titles(session) == {"stadt": "Portal stadt"}


def test_hits_keep_the_order_and_leave_out_what_is_gone(store: Store) -> None:
    harvest(store, RICH, PERSON, BARE)
    wanted = [id_of(BARE), "gone", id_of(PERSON), id_of(RICH)]
    with store.session() as session:
        found = search_queries.hits(session, wanted)
        assert search_queries.hits(session, []) == ()
    assert [hit.id for hit in found] == [id_of(each) for each in (BARE, PERSON, RICH)]
    assert [hit.formats for hit in found] == [("PDF",), (), ("CSV",)]
    assert [hit.publisher for hit in found] == ["Amt", None, "Amt"]
