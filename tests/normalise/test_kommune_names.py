# SPDX-License-Identifier: EUPL-1.2
"""Names of bodies made up from how administrations write, and every Kommune in its own frames."""

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.model import Body
from app.normalise.kommune import Finder, read_body
from app.vocabulary import Kommune
from tests.normalise.builders import question


def table(name: str) -> list[tuple[str, str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8") as file:
        return [(row["name"], row["key"], row["body"]) for row in csv.DictReader(file)]


# The second table was written by someone who had not read the rules.
NAMES = table("kommune_names.csv") + table("kommune_names_outside.csv")
TOWNS = ("61", "62", "63", "67")
VERBAENDE = {"51": "Amt", "52": "Samtgemeinde", "53": "Verbandsgemeinde"}


def body(finder: Finder, name: str) -> Body:
    return read_body(finder, question(name)).value


def means(found: Body, key: str) -> bool:
    """Whether an answer is right: the key, or candidates with it where it is left open."""
    if found.key.status == "ambiguous":
        return not key or key in found.key.candidates
    return (found.key.value or "") == key


@pytest.mark.parametrize(("name", "key", "kind"), NAMES, ids=[row[0] for row in NAMES])
def test_names_are_read(finder: Finder, name: str, key: str, kind: str) -> None:
    found = body(finder, name)
    assert means(found, key)
    assert kind in ("", found.kind)


@pytest.mark.parametrize(
    ("name", "status", "rule"),
    [
        ("Stadt Frankfurt a. M.", "exact", "name.frame"),
        ("Castrop Rauxel", "exact", "name.name"),
        ("Stadt Düseldorf", "likely", "name.frame.misspelt"),
        ("Stadt Kempten", "likely", "name.frame.short"),
        ("Stadt Friedberg", "ambiguous", "name.name.short"),
        ("Landkeis Harburg", "likely", "name.name.misspelt"),
        ("Vebandsgemeinde Montabaur", "likely", "name.name.misspelt"),
        ("Gemeinde Steinhagen (NRW)", "exact", "name.inside.portal"),
        ("Verkehrsamt Wohlsberg", "unknown", "unread"),
        ("Stadtwerke Pinneberg GmbH", "likely", "name.office"),
        ("Freizeitpark Tegel", "likely", "city_state.district"),
        ("Wasserzweckverband Zweibrücken", "likely", "name.association"),
        ("Zweckverband Großraum Braunschweig", "unknown", "body.zweckverband"),
        ("Stadt Altenberge", "likely", "name.frame.odd"),
        ("Dr. Hans Köln", "unknown", "person"),
        ("Essen, Petra", "unknown", "person"),
        ("BVG", "exact", "body.known.eigenbetrieb"),
    ],
)
def test_how_sure_an_answer_is(finder: Finder, name: str, status: str, rule: str) -> None:
    found = body(finder, name).key
    assert (found.status, found.rule) == (status, rule)


def test_a_misspelling_is_never_exact(finder: Finder) -> None:
    """One letter left out of every fifth long name: likely, open or unknown, never sure."""
    register = finder.vocabulary.register
    for kommune in register.gemeinden[::53]:
        name = kommune.short_name
        if len(name) < 7 or not name.isalpha():
            continue
        wrong = name[:3] + name[4:]
        if not register.by_name(wrong):
            assert body(finder, f"Gemeinde {wrong}").key.status != "exact", wrong


def forms(kommune: Kommune) -> Iterator[str]:
    """How this Kommune and its offices sign."""
    name = kommune.short_name
    if kommune.level == "gemeinde":
        kind = "Stadt" if kommune.kind in TOWNS else "Gemeinde"
        yield from (f"{kind} {name}", f"Bauamt der {kind} {name}", f"{kind} {name}, Bauamt")
        yield from (name.upper(), name.replace("-", " "), name.replace("ü", "ue"))
    elif kommune.level == "kreis":
        yield from (f"Landratsamt {name}", f"Kreisverwaltung {name}", f"Landkreis {name}")
    elif kommune.kind in VERBAENDE:
        yield from (f"{VERBAENDE[kommune.kind]} {name}", f"{VERBAENDE[kommune.kind]} {name}, IT")


def test_every_kommune_is_found_in_its_own_frames(finder: Finder) -> None:
    """0.5 % may be likely something else (namesakes of a kreisfreie Stadt); no sure answer errs."""
    register = finder.vocabulary.register
    asked = [(name, k) for k in list(register)[::17] if k.kind < "65" for name in forms(k)]
    found = [(name, kommune, body(finder, name)) for name, kommune in asked]
    wrong = [row for row in found if not means(row[2], row[1].key)]
    sure = [row for row in wrong if row[2].key.status == "exact"]
    called_so = [register.get(row[2].key.value or "") for row in sure]
    named = [row[1].short_name for row in sure]
    assert [kommune.short_name for kommune in called_so if kommune] == named
    assert len(wrong) <= len(asked) * 0.005


def test_names_are_read_fast(finder: Finder) -> None:
    """2,000 distinct names a second, with room for a slow machine."""
    body(finder, "Stadt Kiel")
    names = [f"{name}, Abteilung {number}" for number in range(3) for name, _, _ in NAMES]
    start = time.process_time()
    for name in names:
        body(finder, name)
    assert len(names) / (time.process_time() - start) > 200


@pytest.mark.shared
def test_publisher_names_meet_the_promise(finder: Finder, shared: Path) -> None:
    with (shared / "facts/kommunen/publisher_names.csv").open(encoding="utf-8") as file:
        rows = [(row["publisher"], row["key"]) for row in csv.DictReader(file)]
    found = [(body(finder, name), key) for name, key in rows]
    wrong = [(answer, key) for answer, key in found if not means(answer, key)]
    assert 1 - len(wrong) / len(rows) >= 0.98
    assert len([1 for answer, _ in wrong if answer.key.status == "exact"]) / len(rows) <= 0.005
