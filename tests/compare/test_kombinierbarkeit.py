# SPDX-License-Identifier: EUPL-1.2
"""Kombinierbarkeit: who fits which target, why not, what unblocks most; never green in doubt."""

from typing import Any
from urllib.parse import parse_qs

import pytest

from app.compare import QUESTIONS, combining
from app.compare.answer import Answer
from app.compare.combining import Offer
from app.compare.errors import SelectionError
from app.compare.kombinierbarkeit import LINKED, Way, Ways
from app.licensing import check
from app.licensing.deciding import Use
from app.licensing.model import Input, Request
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, part, unread
from tests.compare.asking import KIEL, MOERS, ROSTOCK, SCHWERIN, TREES, notes, rows, selected

OPEN, CLOSED, SHARED = "cc-by-4.0", "cc-by-nc-4.0", "cc-by-sa-4.0"
USE = Use("derived_database", commercial=True, modify=True)


def ask(store: Store, vocabulary: Vocabulary, query: str = "", **chosen: str) -> Answer:
    with store.session() as session:
        selection = selected(vocabulary, f"musterdatensatz={TREES}&{query}")
        question = QUESTIONS["kombinierbarkeit"]
        return question.answer(session, vocabulary, selection, "de", **chosen)


def table(answer: Answer) -> list[dict[str, Any]]:
    keys = [column.key for column in answer.columns]
    return [dict(zip(keys, row, strict=True)) for row in answer.rows]


@pytest.fixture
def towns(store: Store) -> Store:
    """Rostock open, Schwerin both open and closed, Kiel said nothing, Moers unread."""
    harvest(
        store,
        dataset("1", ROSTOCK, TREES, part("CSV", OPEN)),
        dataset("2", SCHWERIN, TREES, part("CSV", OPEN)),
        dataset("3", SCHWERIN, TREES, part("CSV", CLOSED)),
        dataset("4", KIEL, TREES, part("CSV", None)),
        dataset("5", MOERS, TREES, part("CSV", unread("frei"))),
    )
    return store


def test_a_kommune_takes_part_with_all_its_licences(towns: Store, vocabulary: Vocabulary) -> None:
    found = {key: row["urteil"] for key, row in rows(ask(towns, vocabulary, ziel=OPEN)).items()}
    assert found[ROSTOCK] == "passt"
    assert found[SCHWERIN] == "unvereinbar", "one of its licences excludes commercial use"
    assert found[KIEL] == found[MOERS] == "unklar"


def test_reasons_name_the_licence_and_its_clause(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary, ziel=OPEN))[SCHWERIN]
    assert row["massgeblich"].key == CLOSED
    assert row["massgeblich"].path == f"/lizenz/{CLOSED}"
    assert row["begruendung"] and row["fundstelle"]


def test_the_suggestion_has_the_largest_set(towns: Store, vocabulary: Vocabulary) -> None:
    answer = ask(towns, vocabulary, nach="ziel")
    sizes = [row["kommunen_passend"] for row in table(answer)]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] == 1
    for row in table(answer):
        parts = ("passt", "bedingt", "strittig", "unklar", "unvereinbar")
        assert sum(row[f"kommunen_{name}"] for name in parts) == answer.base == 4
    assert notes(ask(towns, vocabulary))["note.kombinierbarkeit_base"]["count"] == 1


def test_what_would_unblock_most_comes_first(store: Store, vocabulary: Vocabulary) -> None:
    harvest(
        store,
        dataset("1", ROSTOCK, TREES, part("CSV", CLOSED)),
        dataset("2", SCHWERIN, TREES, part("CSV", CLOSED), part("CSV", OPEN)),
        dataset("3", KIEL, TREES, part("CSV", None)),
    )
    answer = ask(store, vocabulary, nach="lizenz", ziel=OPEN)
    first, second = table(answer)
    assert [each.key for each in first["lizenzen"]] == [CLOSED], "the open one is not to blame"
    assert (first["kommunen"], second["kommunen"]) == (2, 1)
    assert {each.key for each in first["betroffene"]} == {ROSTOCK, SCHWERIN}
    assert OPEN in {each.key for each in first["wechsel_zu"]}
    unblock = notes(answer)["note.kombinierbarkeit_unblock"]
    assert (unblock["count"], unblock["datasets"]) == (2, 2)


def test_the_purpose_counts(towns: Store, vocabulary: Vocabulary) -> None:
    answer = ask(towns, vocabulary, ziel=CLOSED, zweck="nichtkommerziell")
    assert rows(answer)[SCHWERIN]["urteil"] in {"passt", "bedingt"}
    assert answer.further == (("ziel", CLOSED), ("zweck", "nichtkommerziell"))


def test_the_address_of_the_clearing_has_the_whole_state(
    towns: Store, vocabulary: Vocabulary
) -> None:
    path, _, query = notes(ask(towns, vocabulary, ziel=OPEN))["note.kombinierbarkeit_pruefen"][
        "path"
    ].partition("?")
    assert path == "/lizenzen/kombinieren"
    assert parse_qs(query) == {
        "kommune": [ROSTOCK],
        "musterdatensatz": [TREES],
        "ergebnis": ["derived_database"],
        "kommerziell": ["ja"],
        "veraendern": ["ja"],
        "ziel": [OPEN],
    }


def test_sets_agree_with_the_clearing(vocabulary: Vocabulary) -> None:
    """The largest set of every target is what the clearing of all its licences at once permits."""
    licences = vocabulary.licences
    offers = [Offer(each.id, frozenset({each.id}), 1) for each in licences]
    for target in combining.targets(licences, USE):
        judge = combining.judging(licences, USE, target)
        found = combining.by_standing(offers, judge)
        fits = [offer.key for word in combining.FITTING for offer in found[word]]
        if not fits:
            continue
        inputs = tuple(Input(key, key) for key in fits)
        whole = check(licences, Request(inputs, "derived_database", True, True, target))
        assert whole.verdict in {"compatible", "conditional"}, target
        assert not (whole.verdict == "compatible" and whole.confidence == "disputed")


def test_disputed_is_never_fitting(vocabulary: Vocabulary) -> None:
    licences = vocabulary.licences
    seen = 0
    for target in combining.targets(licences, USE):
        judge = combining.judging(licences, USE, target)
        for each in licences:
            verdict = judge(frozenset({each.id}))
            if verdict.cell.confidence == "disputed":
                seen += 1
                assert verdict.standing not in combining.FITTING
    assert seen


def test_a_plain_suggestion_comes_before_a_conditional_and_a_large_before_a_small_one() -> None:
    everybody, conditional, many, few = Way(3, 3, 3), Way(2, 3, 3), Way(0, 2, 3), Way(1, 1, 3)
    ways = {"few": few, "many": many, "conditional": conditional, "all": everybody}
    for best in ("all", "conditional", "many", "few"):
        assert Ways({}, ways).best == best
        del ways[best]
    same = {"none": everybody, "first": many, "second": many, "plainer": Way(1, 2, 3)}
    assert Ways({}, same).best == "plainer"
    del same["plainer"]
    assert Ways({}, same).best == "first", "of equals the one offered first, never none"


def test_the_page_tells_how_it_suggests(towns: Store, vocabulary: Vocabulary) -> None:
    assert {"note.kombinierbarkeit_vorschlag", "note.bodies"} <= set(notes(ask(towns, vocabulary)))
    assert "note.kombinierbarkeit_vorschlag" not in notes(ask(towns, vocabulary, ziel=OPEN))


def test_a_change_of_several_licences_lets_those_join_who_need_fewer(
    store: Store, vocabulary: Vocabulary
) -> None:
    both = (part("CSV", CLOSED), part("CSV", None))
    places = [each.key for each in vocabulary.register.gemeinden][:6]
    harvest(
        store,
        *(dataset(key, key, TREES, *both) for key in places[:3]),
        *(dataset(key, key, TREES, part("CSV", CLOSED)) for key in places[3:5]),
        dataset(places[5], places[5], TREES, part("CSV", None)),
    )
    answer = ask(store, vocabulary, nach="lizenz", ziel=OPEN)
    found = {frozenset(each.key for each in row["lizenzen"]): row for row in table(answer)}
    counts = {key: row["kommunen"] for key, row in found.items()}
    assert counts == {frozenset({CLOSED, ""}): 6, frozenset({CLOSED}): 2, frozenset({""}): 1}
    assert notes(answer)["note.kombinierbarkeit_unblock"]["count"] == 2, "of one licence alone"


def test_the_address_of_many_says_what_it_leaves_out(store: Store, vocabulary: Vocabulary) -> None:
    free = [each for each in vocabulary.licences if fits(vocabulary, each.id, "proprietary")]
    places = [each.key for each in vocabulary.register.gemeinden][: len(free)]
    assert len(free) > LINKED
    made = [
        dataset(key, key, TREES, part("CSV", each.id), part("CSV", free[0].id))
        for key, each in zip(places, free, strict=True)
    ]
    harvest(store, *made)
    told = notes(ask(store, vocabulary, "typ=kreisfrei&typ=kreisangehoerig", ziel="proprietary"))
    query = parse_qs(told["note.kombinierbarkeit_pruefen"]["path"].partition("?")[2])
    assert len(query["lizenz"]) == LINKED
    assert query["lizenz"][0] == free[0].id, "the one of most Kommunen is never left out"
    assert told["note.kombinierbarkeit_lizenzen"]["licences"] == LINKED
    assert told["note.kombinierbarkeit_ausgelassen"]["count"] == len(free) - LINKED
    few = notes(ask(store, vocabulary, f"kommune={places[0]}&kommune={places[1]}"))
    assert "note.kombinierbarkeit_ausgelassen" not in few
    assert "note.kombinierbarkeit_lizenzen" not in few


def fits(vocabulary: Vocabulary, licence: str, target: str) -> bool:
    judge = combining.judging(vocabulary.licences, USE, target)
    return judge(frozenset({licence})).standing in combining.FITTING


@pytest.mark.parametrize(
    "chosen", [{"ziel": "mond"}, {"zweck": "x"}, {"ergebnis": "produced_work"}, {"nach": "land"}]
)
def test_wrong_choices_are_refused(
    towns: Store, vocabulary: Vocabulary, chosen: dict[str, str]
) -> None:
    with pytest.raises(SelectionError):
        ask(towns, vocabulary, **chosen)


def test_nobody_has_it(store: Store, vocabulary: Vocabulary) -> None:
    for nach in ("kommune", "lizenz"):
        assert ask(store, vocabulary, nach=nach).total == 0
