# SPDX-License-Identifier: EUPL-1.2
"""Standards je Musterdatensatz, Standards je Kommune, Abdeckung: counted by hand and compared."""

import json
from typing import Any

import pytest

from app.compare import QUESTIONS
from app.compare.answer import Answer
from app.compare.errors import SelectionError
from app.compare.masks import sums
from app.compare.standards_masks import grades, sharing_nothing
from app.compare.tables import to_csv, to_json, to_xlsx
from app.store import Store
from app.vocabulary import Vocabulary
from app.web import messages
from tests.builders import dataset, harvest, part
from tests.compare.asking import KIEL, MOERS, ROSTOCK, SCHWERIN, TREES, WASTE, notes, rows, selected

PLAN = "raumplanung--bebauungsplan"
XPLAN, INFERRED = ("xplanung", "declared"), "inferred"


def ask(store: Store, vocabulary: Vocabulary, slug: str, query: str = "", **chosen: str) -> Answer:
    with store.session() as session:
        selection = selected(vocabulary, query)
        return QUESTIONS[slug].answer(session, vocabulary, selection, "de", **chosen)


@pytest.fixture
def towns(store: Store) -> Store:
    harvest(
        store,
        dataset("1", ROSTOCK, PLAN, part("XPLANGML", standards=[XPLAN, ("gml", INFERRED)])),
        dataset("2", SCHWERIN, PLAN, part("XPLANGML", standards=[("xplanung", INFERRED)])),
        dataset("3", KIEL, PLAN, part("SHP", standards=[("shapefile", INFERRED)])),
        dataset("4", MOERS, PLAN, part("PDF")),
        dataset("5", ROSTOCK, TREES, part("CSV", standards=[("csv", INFERRED)])),
        dataset("6", ROSTOCK, WASTE, part("ICS", standards=[("", "declared")])),
        dataset("7", ROSTOCK, WASTE, part("ICS", standards=[("icalendar", "verified")])),
        dataset(
            "8",
            "13",
            "",
            part("GML", standards=[("inspire-ad", "declared")]),
            inspire_themes=("ad",),
        ),
    )
    return store


def by_topic(
    store: Store, vocabulary: Vocabulary, query: str = "", **chosen: str
) -> dict[str, Any]:
    return rows(ask(store, vocabulary, "standards-je-musterdatensatz", query, **chosen))


def test_a_topic_is_counted_by_kommunen(towns: Store, vocabulary: Vocabulary) -> None:
    row = by_topic(towns, vocabulary)[PLAN]
    assert (row["kommunen"], row["mit_standard"], row["ohne_standard"]) == (4, 3, 1)
    assert (row["nachgewiesen"], row["angegeben"], row["erschlossen"]) == (0, 1, 2)
    shares = {share.key: share for share in row["standards"]}
    assert (shares["xplanung"].kommunen, shares["xplanung"].only_way) == (2, 2)
    assert shares["xplanung"].evidence == (("declared", 1), ("inferred", 1))
    assert row["standards_nenner"].keys == ("xplanung",)


def test_who_shares_none_is_named(towns: Store, vocabulary: Vocabulary) -> None:
    row = by_topic(towns, vocabulary)[PLAN]
    assert row["teilen_keinen"] == 1
    assert [link.key for link in row["teilen_keinen_wer"]] == [KIEL]


def test_what_was_made_for_it_stands_beside(towns: Store, vocabulary: Vocabulary) -> None:
    row = by_topic(towns, vocabulary)[PLAN]
    assert [link.key for link in row["vorgesehen"]] == ["inspire-lu", "xplanung"]
    assert "XLeitstelle" in row["vorgesehen"][1].label
    assert row["vorgesehen_kommunen"] == 2


@pytest.mark.parametrize(
    ("chosen", "known"),
    [
        ({"beleg": "angegeben"}, 1),
        ({"beleg": "nachgewiesen"}, 0),
        ({"ebene": "file-format"}, 2),
        ({"ebene": "data-model"}, 2),
        ({"ebene": "data-model", "beleg": "angegeben"}, 1),
    ],
)
def test_level_and_evidence_narrow_what_counts(
    towns: Store, vocabulary: Vocabulary, chosen: dict[str, str], known: int
) -> None:
    answer = ask(towns, vocabulary, "standards-je-musterdatensatz", "", **chosen)
    assert rows(answer)[PLAN]["mit_standard"] == known
    assert dict(answer.further) == chosen


def test_what_was_not_recognised_is_no_standard(towns: Store, vocabulary: Vocabulary) -> None:
    row = by_topic(towns, vocabulary)[WASTE]
    assert [share.key for share in row["standards"]] == ["icalendar"]
    assert (row["nachgewiesen"], row["angegeben"]) == (1, 0)


def test_a_kommune_by_its_datenbestaende(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary, "standards-je-kommune"))[ROSTOCK]
    assert (row["datenbestaende"], row["mit_standard"], row["mit_standard_anteil"]) == (3, 3, 1)
    counted = [row[key] for key in ("nachgewiesen", "angegeben", "erschlossen", "ohne_standard")]
    assert counted == [1, 1, 1, 0]
    assert {each.key: each.number for each in row["standards"]} == {
        "xplanung": 1,
        "gml": 1,
        "csv": 1,
        "icalendar": 1,
    }


def test_the_grades_of_a_kommune_add_up(towns: Store, vocabulary: Vocabulary) -> None:
    for row in rows(ask(towns, vocabulary, "standards-je-kommune")).values():
        parts = ("nachgewiesen", "angegeben", "erschlossen", "ohne_standard")
        assert sum(row[key] for key in parts) == row["datenbestaende"]


def test_coverage_is_a_matrix(towns: Store, vocabulary: Vocabulary) -> None:
    answer = ask(towns, vocabulary, "abdeckung")
    assert [column.key for column in answer.columns[4:]] == [PLAN, WASTE, TREES]
    found = rows(answer)
    assert [found[ROSTOCK][key] for key in (PLAN, WASTE, TREES)] == [1, 2, 1]
    assert [found[KIEL][key] for key in (PLAN, WASTE, TREES)] == [1, None, None]
    assert (found[ROSTOCK]["vorhanden"], found[KIEL]["vorhanden_anteil"]) == (3, 1 / 3)
    assert list(found) == [ROSTOCK, KIEL, MOERS, SCHWERIN]


def test_coverage_pages_its_columns(towns: Store, vocabulary: Vocabulary) -> None:
    second = ask(towns, vocabulary, "abdeckung", spalten="2")
    assert len(second.columns) == 4
    assert rows(second)[ROSTOCK]["vorhanden"] == 3, "counts all, whatever is shown"
    assert notes(second)["note.abdeckung_columns"]["groups"] == 1
    assert len(ask(towns, vocabulary, "abdeckung", spalten="alle").columns) == 7
    with pytest.raises(SelectionError):
        ask(towns, vocabulary, "abdeckung", spalten="0")


def test_coverage_as_data_has_headings_with_names(towns: Store, vocabulary: Vocabulary) -> None:
    def say(code: str, **params: object) -> str:
        return messages.say("de", code, **params)

    answer = ask(towns, vocabulary, "abdeckung")
    assert "Bebauungsplan" in to_csv(answer, say).splitlines()[0]
    tree = to_json(answer, say)
    assert json.dumps(tree)
    assert tree["rows"][0][PLAN] == 1
    assert to_xlsx(answer, say)[:2] == b"PK"


@pytest.mark.parametrize(
    "slug", ["standards-je-musterdatensatz", "standards-je-kommune", "abdeckung"]
)
def test_laender_classes_and_named_places(towns: Store, vocabulary: Vocabulary, slug: str) -> None:
    laender = ask(towns, vocabulary, slug, "typ=land")
    assert laender.total == 1
    assert ask(towns, vocabulary, slug, "groesse=2").base == 2
    assert ask(towns, vocabulary, slug, f"kommune={KIEL}&kommune={MOERS}").base == 2
    assert ask(towns, vocabulary, slug, "thema=abfallentsorgung").total == 1
    empty = ask(towns, vocabulary, slug, "land=09")
    assert (empty.rows, empty.base) == ((), 0)
    with pytest.raises(SelectionError):
        ask(towns, vocabulary, slug, "sortierung=farbe")


@pytest.mark.parametrize(
    "slug", ["standards-je-musterdatensatz", "standards-je-kommune", "abdeckung"]
)
def test_every_column_sorts_and_pages(towns: Store, vocabulary: Vocabulary, slug: str) -> None:
    for name in QUESTIONS[slug].sortings:
        up = list(rows(ask(towns, vocabulary, slug, f"sortierung={name}")))
        assert set(up) == set(rows(ask(towns, vocabulary, slug, f"sortierung=-{name}")))
    first = ask(towns, vocabulary, slug, "pro-seite=1&seite=2")
    assert (len(first.rows), first.page) == (1, 2)


def test_places_are_counted_as_by_a_loop() -> None:
    masks = [0b1011, 0b0011, 0b0001, 0b1000, 0b0001]
    assert sums(masks, 4) == [sum(mask >> bit & 1 for mask in masks) for bit in range(4)]
    assert sums([], 3) == [0, 0, 0]


def test_grades_never_overlap() -> None:
    masks = {("a", "inferred"): 0b111, ("b", "declared"): 0b011, ("c", "verified"): 0b001}
    assert grades(masks, 0b1111) == (0b001, 0b010, 0b100, 0b1000)


def test_sharing_nothing_needs_a_value_of_ones_own() -> None:
    assert sharing_nothing({"a": 0b011, "b": 0b100, "c": 0b001}) == 0b100
    assert sharing_nothing({}) == 0
