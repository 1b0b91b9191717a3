# SPDX-License-Identifier: EUPL-1.2
"""Six situations of practice: each line holds its elements and no other."""

from app.licensing.credit import Result, Source
from tests.licensing.credits import answered, kinds, made

BY_2 = "https://www.govdata.de/dl-de/by-2-0"
BY_4 = "https://creativecommons.org/licenses/by/4.0/"
TREES = Source(
    "baeume",
    "dl-by-de-2.0",
    "Straßenbäume",
    "Stadt Ahornau",
    url="https://offen.ahornau.example/baeume",
)
POWER = Source(
    "netz", "cc-by-4.0", "Stromnetz", "Werke Ahornau", url="https://werke.ahornau.example/netz"
)


def with_(source: Source, **more: object) -> Source:
    """The source with other values."""
    from dataclasses import replace

    return replace(source, **more)  # type: ignore[arg-type]


def test_one_dataset_unchanged() -> None:
    said = answered(TREES)
    assert said["text"] == (
        f"Datenquelle: Stadt Ahornau, Straßenbäume ({TREES.url}), dl-de/by-2-0 ({BY_2})"
    )
    assert kinds(made(TREES)) == [["publisher", "dataset", "licence"]]
    assert "geändert" not in said["text"]


def test_the_same_filtered_says_that_data_were_changed() -> None:
    changed = with_(TREES, changed="nur Kernstadt")
    assert answered(changed)["text"] == (
        f"{answered(TREES)['text']}, Daten geändert (nur Kernstadt)"
    )
    assert answered(with_(TREES, changed=""))["text"].endswith(", Daten geändert")
    assert answered(changed, lang="en")["text"].endswith(", data changed (nur Kernstadt)")


def test_two_licences_merged_under_one_keep_a_line_each() -> None:
    result = {"target": "cc-by-4.0", "by": "Kreis Ahorn"}
    said = answered(with_(TREES, changed=""), with_(POWER, changed=""), **result)
    head, first, second = said["text"].splitlines()
    assert head == f"Ergebnis: CC BY 4.0 ({BY_4}), Kreis Ahorn; enthält veränderte Daten von:"
    assert first.startswith("(a) Stadt Ahornau, ")
    assert "dl-de/by-2-0" in first and "CC BY 4.0" not in first
    assert second.startswith("(b) Werke Ahornau, ")
    assert "CC BY 4.0" in second and "dl-de" not in second
    assert "<http://dcat-ap.de/def/licenses/cc-by/4.0>" in said["rdf"]


def test_a_map_of_federal_borders_and_free_statistics() -> None:
    borders = Source(
        "grenzen",
        "geonutzv-2013",
        "Grenzen",
        "Bundesamt",
        "© GeoBund 2026",
        "https://geo.example/g",
        "",
    )
    free = Source("zahlen", "dl-zero-de-2.0", "Zahlen", "Amt für Zahlen")
    credit = made(borders, free, result=Result(type="produced_work"))
    assert kinds(credit)[0] == ["wording", "change"]
    said = answered(borders, free)
    assert said["text"] == "© GeoBund 2026, Daten geändert"
    assert said["entries"][1]["text"] == ""
    assert said["entries"][1]["missing"] == []
    assert "Amt für Zahlen, Zahlen" in said["entries"][1]["notes"][0]
    assert "keine" in said["entries"][1]["notes"][1] or "nicht" in said["entries"][1]["notes"][1]


def test_a_map_with_layers_apart() -> None:
    layer = Source(
        "osm",
        "odbl-1.0",
        "Freie Karte",
        "",
        "© Mitwirkende der Freien Karte",
        "https://karte.example/",
        part="Karte",
    )
    said = answered(layer, with_(TREES, part="Punkte"), type="produced_work")
    first, second = said["text"].splitlines()[1:]
    assert first.startswith("(a) Karte: © Mitwirkende der Freien Karte, „Freie Karte“ (https://")
    assert "Open Database License (ODbL) 1.0 (https://opendatacommons.org" in first
    assert second.startswith("(b) Punkte: Stadt Ahornau, ")
    assert first.count("http") == 2 and second.count("http") == 2


def test_three_countries_in_one_table() -> None:
    sources = (
        Source(
            "fr", "etalab-2.0", "Arbres", "Ministère", "", "https://fr.example/a", "", "2026-02-14"
        ),
        Source("uk", "ogl-uk-3.0", "Trees", "Borough", "", "https://uk.example/t", ""),
        Source("de", "cc-by-3.0-de", "Bäume", "Amt", "", "https://de.example/b", "bearbeitet"),
    )
    assert kinds(made(*sources)) == [
        ["publisher", "dataset", "date"],
        ["licence"],
        ["publisher", "title", "licence", "change"],
    ]
    first, second, third = answered(*sources, target="cc-by-4.0")["text"].splitlines()[1:]
    assert first == "(a) Ministère, Arbres (https://fr.example/a), Stand: 14.02.2026"
    assert "Contains public sector information licensed under the Open Government Licence v3.0" in (
        second
    )
    assert third.startswith("(c) Amt, „Bäume“ (https://de.example/b), CC BY 3.0 DE (https://")
    assert third.endswith(", bearbeitet")
