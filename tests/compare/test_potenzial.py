# SPDX-License-Identifier: EUPL-1.2
"""Potenzial: who is compared with whom, what they have and one has not, with examples."""

from typing import Any

import pytest

from app.compare import reading
from app.compare.errors import SelectionError
from app.compare.peers import ENOUGH, Peers, peers
from app.store import Store
from app.vocabulary import Kommune, Vocabulary
from tests.builders import dataset, harvest, id_of, part
from tests.compare.asking import KIEL, KREIS, MOERS, ROSTOCK, TREES, WASTE, notes, rows, selected
from tests.compare.asking import ask as ask_any

LEFT_OVER = "sonstiges--sonstiges"


def of_kind(vocabulary: Vocabulary, typ: str, size: str | None, most: int = 8) -> list[Kommune]:
    """Kommunen of a kind and size class."""
    found = (each for each in vocabulary.register if each.typ == typ)
    return [each for each in found if size is None or each.size_class == size][:most]


def fill(store: Store, *places: Kommune, topic: str = TREES) -> None:
    """Each of the places publishes the topic, in a portal of its own."""
    harvest(store, *(dataset(f"{place.key}{topic}", place.key, topic, part()) for place in places))


def circle(store: Store, vocabulary: Vocabulary, key: str, query: str = "") -> Peers:
    own = vocabulary.register.get(key)
    assert own
    with store.session() as session:
        _, matrix = reading.matrix(session, "kommune")
    return peers(matrix, vocabulary, selected(vocabulary, query), own)


def ask(store: Store, vocabulary: Vocabulary, key: str, query: str = "") -> Any:
    given = f"kommune={key}" + (f"&{query}" if query else "")
    return ask_any(store, vocabulary, "potenzial", given)


def test_like_kind_and_size_where_there_are_enough(
    sqlite_store: Store, vocabulary: Vocabulary
) -> None:
    like, other = of_kind(vocabulary, "kreisfrei", "2"), of_kind(vocabulary, "kreisfrei", "3", 3)
    fill(sqlite_store, *like, *other)
    own = like[0]
    found = circle(sqlite_store, vocabulary, own.key)
    assert found.step == "like"
    assert set(found.keys) == {each.key for each in like[1:]}
    distances = [
        abs(vocabulary.register.get(key).population - own.population) for key in found.keys
    ]  # type: ignore[union-attr]
    assert distances == sorted(distances)


def test_the_circle_widens_step_by_step(sqlite_store: Store, vocabulary: Vocabulary) -> None:
    like = of_kind(vocabulary, "kreisfrei", "2", ENOUGH)
    fill(sqlite_store, *like)
    own = like[0].key
    assert circle(sqlite_store, vocabulary, own).step == "level", "four are too few anywhere"
    fill_more = of_kind(vocabulary, "kreisfrei", "5", 1)
    harvest(sqlite_store, dataset("k", fill_more[0].key, TREES, part(), portal="b"))
    assert circle(sqlite_store, vocabulary, own).step == "kind"
    near = of_kind(vocabulary, "kreisfrei", "3", 1)
    harvest(sqlite_store, dataset("n", near[0].key, TREES, part(), portal="c"))
    assert circle(sqlite_store, vocabulary, own).step == "near"
    same = of_kind(vocabulary, "kreisfrei", "2", ENOUGH + 1)[-1]
    harvest(sqlite_store, dataset("s", same.key, TREES, part(), portal="d"))
    found = circle(sqlite_store, vocabulary, own)
    assert (found.step, len(found.keys)) == ("like", ENOUGH)


def test_kreise_and_verbaende_stay_among_themselves(
    sqlite_store: Store, vocabulary: Vocabulary
) -> None:
    kreise = of_kind(vocabulary, "kreis", "k3", 7)
    verbaende = of_kind(vocabulary, "verband", None, 7)
    fill(sqlite_store, *kreise, *verbaende, *of_kind(vocabulary, "kreisfrei", "3", 7))
    assert set(circle(sqlite_store, vocabulary, kreise[0].key).keys) == {k.key for k in kreise[1:]}
    assert circle(sqlite_store, vocabulary, verbaende[0].key).step == "sizeless"
    assert len(circle(sqlite_store, vocabulary, KREIS).keys) >= 6


def test_filters_choose_the_circle(sqlite_store: Store, vocabulary: Vocabulary) -> None:
    fill(sqlite_store, *of_kind(vocabulary, "kreisfrei", "3"), *of_kind(vocabulary, "kreis", None))
    found = circle(sqlite_store, vocabulary, KIEL, "typ=kreis")
    assert found.step == "chosen"
    assert {len(key) for key in found.keys} == {5}
    land = of_kind(vocabulary, "kreisfrei", "3")[0].land
    narrowed = circle(sqlite_store, vocabulary, KIEL, f"land={land}")
    assert {key[:2] for key in narrowed.keys} == {land}


@pytest.fixture
def peopled(store: Store, vocabulary: Vocabulary) -> Store:
    """Six cities of size 2: all have trees, three of them waste, one what is left over."""
    cities = [each for each in of_kind(vocabulary, "kreisfrei", "2", 20) if each.key != ROSTOCK][:6]
    made = [dataset(f"t{each.key}", each.key, TREES, part("CSV"), part("PDF")) for each in cities]
    made += [dataset(f"w{each.key}", each.key, WASTE, part("ICS", None)) for each in cities[:3]]
    made.append(dataset("left", cities[0].key, LEFT_OVER, part()))
    harvest(store, *made, dataset("own", ROSTOCK, TREES, part()))
    return store


def test_what_peers_have_and_one_has_not(peopled: Store, vocabulary: Vocabulary) -> None:
    answer = ask(peopled, vocabulary, ROSTOCK)
    found = rows(answer)
    assert list(found) == [WASTE], "trees are there, what is left over is no idea"
    row = found[WASTE]
    assert (row["vergleichskommunen"], answer.base, row["anteil"]) == (3, 6, 0.5)
    assert [share.key for share in row["lizenzen"]] == [""]
    assert row["formate_nenner"].keys == ("ICS",)
    assert notes(answer)["note.peers"]["step"] == "like"
    assert "note.potenzial_nothing" not in notes(answer)
    assert "note.bodies" in notes(answer)


def test_examples_are_datasets_of_the_nearest(peopled: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(peopled, vocabulary, ROSTOCK))[WASTE]
    assert len(row["beispiele"]) == 3
    first = row["beispiele"][0]
    key = notes(ask(peopled, vocabulary, ROSTOCK))["note.peer_names"]["names"].split("; ")
    shown = [link.label.rpartition(": ")[0] for link in row["beispiele"]]
    assert shown == [name for name in key if name in shown], "in the order of the peers"
    kommune = first.label.partition("Datensatz w")[2]
    assert first.path == f"/datensatz/{id_of(dataset(f'w{kommune}', kommune, WASTE))}"


def test_a_kommune_without_any_data(peopled: Store, vocabulary: Vocabulary) -> None:
    answer = ask(peopled, vocabulary, MOERS)
    assert list(rows(answer)) == [TREES, WASTE]
    assert "note.potenzial_nothing" in notes(answer)
    assert list(rows(ask(peopled, vocabulary, MOERS, "thema=abfallentsorgung"))) == [WASTE]
    assert list(rows(ask(peopled, vocabulary, MOERS, "sortierung=name"))) == [WASTE, TREES]


def test_nobody_else_publishes(sqlite_store: Store, vocabulary: Vocabulary) -> None:
    harvest(sqlite_store, dataset("1", ROSTOCK, TREES, part()))
    answer = ask(sqlite_store, vocabulary, ROSTOCK)
    assert (answer.rows, answer.base) == ((), 0)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "selection.required"),
        (f"kommune={KIEL}&kommune={ROSTOCK}", "selection.repeated"),
        ("kommune=13", "selection.not_for_laender"),
        (f"kommune={KIEL}&typ=land", "selection.not_for_laender"),
    ],
)
def test_it_is_about_one_kommune(
    sqlite_store: Store, vocabulary: Vocabulary, query: str, code: str
) -> None:
    with pytest.raises(SelectionError) as caught:
        ask_any(sqlite_store, vocabulary, "potenzial", query)
    assert caught.value.code == code
