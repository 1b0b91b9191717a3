# SPDX-License-Identifier: EUPL-1.2
"""Filters, lists, figures and the stream, alike on both databases."""

from dataclasses import replace as altered
from datetime import UTC, date, datetime

import pytest

from app.model import Body, Distribution, Reading, StandardUse
from app.model.selection import Selection
from app.store import (
    Store,
    StoreError,
    catalogue_queries,
    dataset_queries,
    figure_queries,
    matrix_queries,
    portal_queries,
    state_queries,
    state_writes,
    swap_writes,
)
from app.store.catalogue_writes import Catalogue
from app.store.sorting import fold
from tests.store import made
from tests.store.made import DAY, NOW, change, dataset, file, fill, id_of


def select(store: Store, **filters: object) -> set[str]:
    """Identifiers of what a selection has; the stream and the list agree about it."""
    selection = Selection(**filters)  # type: ignore[arg-type]
    with store.session() as session:
        walked = {item.id: item.identifier for item in dataset_queries.walk(session, selection)}
        listed = {line.id for line in dataset_queries.lines(session, selection)}
        assert dataset_queries.count(session, selection) == len(walked)
    assert listed == set(walked)
    return set(walked.values())


UNREAD = Reading(None, "unknown", "", "eigene Lizenz")


def varied() -> list[swap_writes.Change]:
    """Datasets that differ in what filters look at."""
    use = StandardUse("xplanung", "XPlanung", "declared")
    kreis = Body("Kreis", made.exact("05111"), "kreis", "kern")
    silent = Distribution(format=UNREAD)
    return [
        change(dataset("csv", title="Straßen in Ä", thema=made.exact("verkehr"))),
        change(dataset("json", distributions=(file("JSON", standards=(use,)), file("CSV")))),
        change(dataset("leer", title="100%_LIKE", distributions=())),
        change(dataset("unklar", distributions=(altered(file(), licence=UNREAD),))),
        change(dataset("stumm", distributions=(silent,), data_as_of=date(2024, 5, 1))),
        change(dataset("kreis", portal="kreis", publisher=kreis, musterdatensatz=made.exact("m"))),
    ]


ALL = {"csv", "json", "leer", "unklar", "stumm", "kreis"}


FILTERS: list[tuple[dict[str, object], set[str]]] = [
    ({}, ALL),
    ({"q": "STRASSEN ä"}, {"csv"}),
    ({"q": "in strassen"}, {"csv"}),
    ({"q": "%"}, {"leer"}),
    ({"q": "_like"}, {"leer"}),
    ({"q": "\0nichts"}, set()),
    ({"kommune": ("05111",)}, {"kreis"}),
    ({"land": ("05", "06")}, {"kreis"}),
    ({"musterdatensatz": ("m",)}, {"kreis"}),
    ({"thema": ("verkehr",)}, {"csv"}),
    ({"portal": ("stadt",)}, ALL - {"kreis"}),
    ({"lizenz": ("cc-by-4.0",)}, {"csv", "json", "kreis"}),
    ({"lizenz": ("none",)}, {"leer", "stumm"}),
    ({"lizenz": ("none", "cc-by-4.0")}, ALL - {"unklar"}),
    ({"format": ("JSON",)}, {"json"}),
    ({"format": ("none",)}, {"leer"}),
    ({"standard": ("xplanung",)}, {"json"}),
    ({"standard": ("none",)}, ALL - {"json"}),
    ({"stand": "2024-05-01"}, {"stumm"}),
    ({"stand": "2024-05-02"}, set()),
    ({"format": ("CSV",), "land": ("01",), "q": "datensatz"}, {"json", "unklar"}),
    ({"kommune": ("' OR 1=1 --",)}, set()),
    ({"kommune": tuple(f"{number:08d}" for number in range(11_000))}, set()),
]


def test_filters(filled: Store) -> None:
    found = [(filters, select(filled, **filters)) for filters, _ in FILTERS]
    assert found == FILTERS


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with the varied datasets."""
    fill(store, varied())
    return store


def test_modified_since_asks_for_this_stores_changes(store: Store) -> None:
    fill(store, [change(dataset("alt", portal="alt"))], NOW)
    fill(store, [change(dataset("neu", portal="neu"))], NOW + DAY)
    assert select(store, modified_since=(NOW + DAY).isoformat()) == {"neu"}
    assert select(store, modified_since="2026-03-02T12:30:15.250001+00:00") == set()
    assert select(store, modified_since="2026-03-01T14:30:15+02:00") == {"alt", "neu"}


@pytest.mark.parametrize(
    "filters",
    [
        {"stand": "gestern"},
        {"modified_since": "2024"},
        {"sortierung": "hash; DROP"},
        {"groesse": ("1",)},
        {"typ": ("kreis",)},
        {"offen": ("ja",)},
    ],
    ids=str,
)
def test_filters_that_cannot_be_applied_are_refused(
    sqlite_store: Store, filters: dict[str, object]
) -> None:
    with pytest.raises(StoreError) as caught, sqlite_store.session() as session:
        dataset_queries.lines(session, Selection(**filters))  # type: ignore[arg-type]
    assert caught.value.code == "store.filter"
    assert caught.value.params["filter"] in filters


def titles(store: Store, order: str) -> list[str | None]:
    """Titles in an order."""
    with store.session() as session:
        lines = dataset_queries.lines(session, Selection(sortierung=order))
    return [line.title for line in lines]


def test_titles_sort_alike_on_both_databases(store: Store) -> None:
    given = ["Zoo", "ähren", "Apfel", "Äpfel", None, "Öl", "ofen", "zander", "Straße", "Strasse b"]
    fill(store, [change(dataset(str(at), title=title)) for at, title in enumerate(given)])
    expected = [
        *("ähren", "Apfel", "Äpfel", "ofen", "Öl", "Straße", "Strasse b", "zander", "Zoo", None)
    ]
    found = titles(store, "titel")
    assert [title for title in found if title not in {"Apfel", "Äpfel"}] == [
        title for title in expected if title not in {"Apfel", "Äpfel"}
    ]
    assert set(found[1:3]) == {"Apfel", "Äpfel"}
    assert titles(store, "") == found
    assert titles(store, "-titel")[-1] is None
    assert titles(store, "-titel")[0] == "Zoo"


def test_dates_that_are_not_given_stand_last(store: Store) -> None:
    days = {"a": date(2020, 1, 1), "b": None, "c": date(2024, 1, 1)}
    fill(store, [change(dataset(key, title=key, data_as_of=day)) for key, day in days.items()])
    assert titles(store, "stand") == ["c", "a", "b"]


def test_fold() -> None:
    assert fold("ÄÖÜ ẞß É İ Ａ") == "aou ssss e i a"


def test_the_stream_pages_by_id(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.feed_queries.PAGE", 3)
    fill(store, [change(f"d{number}") for number in range(10)])
    ids = sorted(id_of(f"d{number}") for number in range(10))
    everything = Selection()
    with store.session() as session:

        def walked(after: str = "", limit: int | None = None) -> list[str]:
            return [item.id for item in dataset_queries.walk(session, everything, after, limit)]

        assert walked() == ids
        assert walked(limit=4) == ids[:4]
        assert walked(after=ids[3], limit=3) == ids[4:7]
        assert walked(after=ids[9]) == walked(limit=0) == []
        starts = [dataset_queries.page_start(session, everything, at) for at in (0, 4, 10, 11)]
    assert starts == ["", ids[3], ids[9], None]


def test_the_stream_has_what_a_feed_needs(store: Store) -> None:
    fill(store, [change(made.FULL, statements="s\n", personal="p\n")])
    with store.session() as session:
        (item,) = dataset_queries.walk(session, Selection())
    assert (item.statements, item.personal, item.media_type) == (
        "s\n",
        "p\n",
        "application/n-triples",
    )
    assert (item.kommune, item.kommune_status, item.land) == ("01001000", "likely", "01")
    assert (item.hvd_categories, item.inspire_themes) == (("c_1",), ("tn",))
    assert [(part.position, part.licence, part.format) for part in item.distributions] == [
        (0, "cc-by", "CSV"),
        (1, "cc-by-4.0", "CSV"),
    ]
    assert item.first_seen == NOW


def test_a_stream_without_a_personal_part(store: Store) -> None:
    fill(store, [change("a")])
    with store.session() as session:
        (item,) = dataset_queries.walk(session, Selection())
        assert dataset_queries.source(session, "nobody") is None
        assert dataset_queries.get(session, "nobody") is None
    assert item.personal == ""


def test_figures_and_portals_count_what_is_live(filled: Store) -> None:
    with filled.session() as session:
        assert figure_queries.figures(session) == (6, 6, 2, 2)
        standings = portal_queries.list_portals(session)
        assert portal_queries.get(session, "stadt") == made.portal("stadt")
        assert portal_queries.get(session, "nirgends") is None
    found = [(s.portal.key, s.datasets, s.distributions, s.state) for s in standings]
    assert found == [("kreis", 1, 1, "complete"), ("stadt", 5, 5, "complete")]


def test_an_empty_store_answers(store: Store) -> None:
    with store.session() as session:
        assert figure_queries.figures(session) == (0, 0, 0, 0)
        assert portal_queries.list_portals(session) == ()
        assert list(dataset_queries.walk(session, Selection())) == []
        assert matrix_queries.packs(session, "kommune", ["musterdatensatz"]) == ((), {})
        assert state_queries.generation(session) == 0
        assert state_queries.text(session, "vocabulary") == ""


def test_the_generation_counts_swaps(store: Store) -> None:
    for expected in (1, 2, 3):
        with store.transaction() as session:
            assert swap_writes.bump_generation(session) == expected
            state_writes.remember(session, "vocabulary", text=f"v{expected}")
    with store.session() as session:
        assert state_queries.generation(session) == 3
        assert state_queries.text(session, "vocabulary") == "v3"


def test_catalogues_are_replaced_portal_by_portal(store: Store) -> None:
    whole = Catalogue("https://ex.org/c", "T", "P", "cc-zero", "CC0", "https://ex.org", "s\n")
    long = Catalogue("https://ex.org/" + "x" * 9_000)
    fill(store, [change("a"), change(dataset("b", portal="kreis"))])
    with store.transaction() as session:
        swap_writes.replace_catalogues(session, "stadt", [long, long])
        swap_writes.replace_catalogues(session, "kreis", [whole])
        swap_writes.replace_catalogues(session, "stadt", [long])
    with store.session() as session:
        found = catalogue_queries.catalogues(session)
    assert found == {("kreis", whole.identifier): whole, ("stadt", long.identifier): long}


def test_long_texts_fit(store: Store) -> None:
    """An index row of PostgreSQL holds 2,700 bytes; IRIs and titles may be longer."""
    long = "https://ex.org/" + "ä€𝄞" * 3_000
    fill(store, [change(dataset(long, title=long, uri=long))])
    assert select(store) == {long}


def test_days_and_instants_at_the_ends_of_the_calendar(store: Store) -> None:
    ends = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    fill(store, [change(dataset(str(at), modified=end)) for at, end in enumerate(ends)])
    with store.session() as session:
        found = [dataset_queries.get(session, id_of(str(at))) for at in (0, 1)]
    assert [each.dataset.modified for each in found if each] == list(ends)
