# SPDX-License-Identifier: EUPL-1.2
"""Filters out of a query string, checked against the vocabularies, and back to a permalink."""

from urllib.parse import parse_qsl

import pytest

from app.compare.errors import SelectionError
from app.compare.selecting import pairs_of, query_of, select
from app.model.selection import Selection
from app.vocabulary import Vocabulary


def read(vocabulary: Vocabulary, query: str, **more: object) -> Selection:
    return select(parse_qsl(query, keep_blank_values=True), vocabulary, **more)  # type: ignore[arg-type]


def test_nothing_asked_is_the_default(vocabulary: Vocabulary) -> None:
    assert read(vocabulary, "land=&q=&typ=") == Selection()
    assert query_of(Selection()) == ""


def test_every_parameter_is_read_and_written_back(vocabulary: Vocabulary) -> None:
    query = (
        "q=Bäume&kommune=13003000&kommune=13071&land=13&groesse=3&groesse=k1&typ=kreisangehoerig"
        "&musterdatensatz=abfallentsorgung--container&thema=bau&lizenz=none&lizenz=cc-by-4.0"
        "&offen=ja&format=CSV&format=unknown&standard=gtfs&portal=rostock&stand=2024-01-31"
        "&modified_since=2024-01-31T10:00:00%2B01:00&sortierung=-name&seite=2&pro-seite=20"
    )
    selection = read(vocabulary, query)
    assert pairs_of(selection) == parse_qsl(query)
    assert read(vocabulary, query_of(selection)) == selection


@pytest.mark.parametrize(
    ("query", "pair"),
    [
        ("kommune=Rostock", ("kommune", "13003000")),
        ("kommune=13003", ("kommune", "13003000")),
        ("kommune=130030000000", ("kommune", "13003000")),
        ("typ=kreisangehörig", ("typ", "kreisangehoerig")),
        ("format=csv", ("format", "CSV")),
        ("lizenz=unspecified", ("lizenz", "none")),
        ("stand=20240131", ("stand", "2024-01-31")),
        ("modified_since=2024-01-31", ("modified_since", "2024-01-31T00:00:00+00:00")),
        (
            "modified_since=2024-01-31T10:00:00+02:00",
            ("modified_since", "2024-01-31T10:00:00+02:00"),
        ),
        ("q=Ba%CC%88ume", ("q", "Bäume")),
    ],
)
def test_spellings_become_the_one_that_is_used(
    vocabulary: Vocabulary, query: str, pair: tuple[str, str]
) -> None:
    assert pairs_of(read(vocabulary, query)) == [pair]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("lizens=cc-by-4.0", "unknown_parameter"),
        ("kommune=99999999", "no_such_kommune"),
        ("kommune=Nirgendheim", "no_such_kommune"),
        ("kommune=Neustadt", "kommune_ambiguous"),
        ("kommune=Schwerin", "kommune_ambiguous"),
        ("land=17", "bad_value"),
        ("land=Hessen", "bad_value"),
        ("groesse=8", "not_in_list"),
        ("typ=stadt", "not_in_list"),
        ("offen=vielleicht", "not_in_list"),
        ("musterdatensatz=baum", "bad_value"),
        ("thema=baum", "bad_value"),
        ("lizenz=CC BY", "bad_value"),
        ("format=gibtsnicht", "bad_value"),
        ("standard=gibtsnicht", "bad_value"),
        ("portal=a/b", "bad_value"),
        ("stand=31.01.2024", "not_a_date"),
        ("modified_since=gestern", "not_an_instant"),
        ("seite=0", "not_a_number"),
        ("seite=²", "not_a_number"),
        ("seite=1&seite=2", "repeated"),
        ("pro-seite=101", "page_size"),
        ("q=" + "x" * 201, "too_long"),
        ("q=a%00b", "bad_value"),
        ("sortierung=name;drop", "bad_value"),
        ("&".join(["land=13"] * 101), "too_many"),
    ],
)
def test_what_cannot_be_meant_is_refused(vocabulary: Vocabulary, query: str, code: str) -> None:
    with pytest.raises(SelectionError) as caught:
        read(vocabulary, query)
    assert caught.value.code == f"selection.{code}"


def test_the_nearest_parameter_is_named(vocabulary: Vocabulary) -> None:
    with pytest.raises(SelectionError) as caught:
        read(vocabulary, "lizens=x")
    assert caught.value.params == {"parameter": "lizens", "near": "lizenz"}


def test_namesakes_are_listed_with_their_keys(vocabulary: Vocabulary) -> None:
    with pytest.raises(SelectionError) as caught:
        read(vocabulary, "kommune=Neustadt")
    assert "(" in caught.value.params["candidates"]


def test_programs_get_larger_pages_and_parameters_of_their_own(vocabulary: Vocabulary) -> None:
    selection = read(vocabulary, "pro-seite=1000&csv=de", largest_page=1000, also={"csv"})
    assert selection == Selection(pro_seite=1000)


def test_a_permalink_with_a_change(vocabulary: Vocabulary) -> None:
    selection = read(vocabulary, "land=13&seite=3")
    assert query_of(selection, seite=1, land=("13", "01")) == "land=13&land=01"
