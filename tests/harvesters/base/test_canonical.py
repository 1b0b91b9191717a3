# SPDX-License-Identifier: EUPL-1.2
"""The hash of a dataset depends on what is said and on nothing else (promise H7)."""

import os
import random
import subprocess
import sys
from datetime import timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from harvesters import dcat
from harvesters.base.record import Item
from tests.harvesters.pages import BASE, NOW, PORTAL, item_of, page, turtle

Triple = tuple[str, str, str]
ROOT = "<https://a.example/d>"
TYPE = (
    ROOT,
    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
    "<http://www.w3.org/ns/dcat#Dataset>",
)
PREDICATES = ["<http://purl.org/dc/terms/source>", "<http://purl.org/dc/terms/rights>"]
VALUES = ['"eins"', '"zwei"@de', "<https://a.example/x>"]


def lines(triples: list[Triple]) -> str:
    return "".join(f"{' '.join(triple)} .\n" for triple in triples)


def item(triples: list[Triple]) -> Item:
    """The dataset of the triples; what no triple connects with it is no part of it."""
    return item_of(lines([TYPE, *triples]))


def node(number: int) -> str:
    return f"_:n{number}"


@st.composite
def graphs(draw: st.DrawFn) -> list[Triple]:
    """Triples over a few blank nodes, each of which the dataset points at, circles included."""
    size = draw(st.integers(1, 7))
    reach = [(ROOT, draw(st.sampled_from(PREDICATES)), node(n)) for n in range(size)]
    ends = st.one_of(st.integers(0, size - 1).map(node), st.sampled_from(VALUES))
    more = st.tuples(st.integers(0, size - 1).map(node), st.sampled_from(PREDICATES), ends)
    return reach + draw(st.lists(more, max_size=12))


def renamed(triples: list[Triple], seed: int) -> list[Triple]:
    """The same in another order, with other labels, some statements said twice."""
    chance = random.Random(seed)
    labels = [f"_:z{number}" for number in range(20)]
    chance.shuffle(labels)
    other = {node(number): label for number, label in enumerate(labels)}
    found = [(other.get(s, s), p, other.get(o, o)) for s, p, o in triples]
    found += chance.sample(found, len(found) // 2)
    chance.shuffle(found)
    return found


@settings(max_examples=100, deadline=None)
@given(graphs(), st.integers(0, 10**6))
@example([(ROOT, PREDICATES[0], "_:n0"), ("_:n0", PREDICATES[0], "_:n0")], 1)
def test_order_labels_and_repetition_change_nothing(triples: list[Triple], seed: int) -> None:
    first, second = item(triples), item(renamed(triples, seed))
    assert first.payload.lines == second.payload.lines
    assert first.hash == second.hash


@settings(max_examples=100, deadline=None)
@given(graphs(), st.data())
def test_every_changed_statement_changes_the_hash(
    triples: list[Triple], data: st.DataObject
) -> None:
    before = item(triples)
    at = data.draw(st.integers(0, len(triples) - 1))
    subject, predicate, _ = triples[at]
    added = item([*triples, (subject, predicate, '"neu"')])
    assert added.hash != before.hash
    dropped = [
        triple for triple in [*triples, (subject, predicate, '"neu"')] if triple != triples[at]
    ]
    assert item(dropped).hash != added.hash


RINGS = {
    "a ring of six": [(n, (n + 1) % 6) for n in range(6)],
    "two rings of three": [(n, n // 3 * 3 + (n + 1) % 3) for n in range(6)],
    "a path": [(n, n + 1) for n in range(5)],
    "a ladder": [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (3, 5), (4, 6), (5, 6)],
    "everything to everything": [(a, b) for a in range(5) for b in range(5)],
    "crossed pairs": [(0, 4), (1, 4), (2, 5), (3, 6), (0, 7), (1, 7), (2, 7), (3, 7)],
    "nothing": [],
}


def shape(name: str) -> list[Triple]:
    reach = [(ROOT, PREDICATES[0], node(n)) for n in range(8)]
    return reach + [(node(a), PREDICATES[1], node(b)) for a, b in RINGS[name]]


@pytest.mark.parametrize("name", RINGS)
def test_alike_nodes_are_told_apart_by_nothing_but_their_place(name: str) -> None:
    hashes = {item(renamed(shape(name), seed)).hash for seed in range(25)}
    assert len(hashes) == 1


def test_shapes_that_look_alike_from_close_up_are_different() -> None:
    assert len({item(shape(name)).hash for name in RINGS}) == len(RINGS)


def test_equal_addresses_below_two_agents_stay_with_their_agents() -> None:
    agent = '[ foaf:name "Amt" ; vcard:hasAddress [ vcard:hasCity [ rdf:value "Grauheim" ] ] ]'
    text = (
        f":d a dcat:Dataset ; dct:publisher {agent} ; dct:creator {agent} ; :x {agent}, {agent} ."
    )
    assert len({item_of(turtle(text)).hash for _ in range(8)}) == 1  # labels are drawn anew


PROGRAM = """
import sys
from tests.harvesters.base.test_canonical import RINGS, item, shape
from tests.harvesters.pages import item_of, turtle
many = " ".join(f'[ dct:title "{n % 3}" ]' for n in range(100))
print([item(shape(name)).hash for name in RINGS])
print(item_of(turtle(f":d a dcat:Dataset ; :x ({many}) .")).hash)
"""


def test_another_process_finds_the_same_hashes() -> None:
    """Python shuffles its sets anew in every process; lists longer than any stack count too."""
    found = set()
    for seed in ("1", "77"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1


HOSTILE = {
    "ladder": "".join(
        f"_:a{n} :p _:b{n}, _:c{n} . _:b{n} :q _:a{n + 1} . _:c{n} :q _:a{n + 1} .\n"
        for n in range(500)
    ),
    "clique": "".join(f"_:a{n} :p _:a{m} .\n" for n in range(40) for m in range(40)),
    "ring": "".join(f"_:a{n} :p _:a{(n + 1) % 1500} .\n" for n in range(1500)),
    "list": "_:a0 :p (" + ' "a"' * 3000 + ") ; :q (" + ' "a"' * 3000 + ") .",
    "twins": "_:a0 :p " + ", ".join(["[ :q [ :r 1 ] ]"] * 1500) + " .",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_graph_takes_long(name: str) -> None:
    text = turtle(f":d a dcat:Dataset ; :x _:a0 .\n{HOSTILE[name]}")
    assert item_of(text).hash == item_of(text.replace("_:a", "_:zz")).hash


STAMPS = {
    "now": (NOW, "%Y-%m-%dT%H:%M:%S", True),
    "now with zone and fraction": (NOW + timedelta(hours=2), "%Y-%m-%dT%H:%M:%S.123+02:00", True),
    "a little ago": (NOW - timedelta(minutes=4), "%Y-%m-%dT%H:%M:%SZ", True),
    "today": (NOW, "%Y-%m-%d", True),
    "yesterday": (NOW - timedelta(days=1), "%Y-%m-%d", False),
    "an hour and a half ago": (NOW - timedelta(minutes=90), "%Y-%m-%dT%H:%M:%S", False),
    "last year": (NOW - timedelta(days=365), "%Y-%m-%dT%H:%M:%S", False),
    "in ten years": (NOW + timedelta(days=3650), "%Y-%m-%dT%H:%M:%S", False),
    "no date": (NOW, "2031-02-30T25:61:61", False),
    "no date, later": (NOW, "2031-13-45", False),
    "a text": (NOW, "gestern", False),
}


@pytest.mark.parametrize("name", STAMPS)
def test_a_modified_that_is_merely_now_changes_nothing(name: str) -> None:
    moment, form, is_now = STAMPS[name]
    stamp = moment.strftime(form)
    text = (
        ':d a dcat:Dataset ; dct:title "T" ; dct:source [ :a 1 ], [ :b 2 ;'
        f' dct:modified "{stamp}" ]'
    )
    plain = item_of(turtle(f"{text} ."))
    stamped = item_of(turtle(f'{text} ; dct:modified "{stamp}"^^xsd:dateTime .'))
    assert (plain.hash == stamped.hash) is is_now
    assert stamp in stamped.payload.lines, "what was said is kept all the same"


def test_a_dataset_without_address_does_not_change_with_the_clock() -> None:
    text = (
        '[] a dcat:Dataset ; dct:identifier "1" ; dct:modified "{}" ; dct:source ['
        " :a 1 ], [ :a 2 ] ."
    )
    seen = set()
    for hours in range(6):
        moment = NOW + timedelta(hours=hours)
        body = turtle(text.format(moment.strftime("%Y-%m-%dT%H:%M:%SZ")))
        (found,) = dcat.open_page(PORTAL, page(body, fetched=moment)).items
        seen.add(found.hash)
    assert len(seen) == 1
    assert BASE not in found.identifier
